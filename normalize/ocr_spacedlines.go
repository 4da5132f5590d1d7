package normalize

import (
	"strings"
	"unicode/utf8"
)

// Lines that were set character by character: every Han character, digit and
// mark of them has a blank behind it, so that no blank says anything.

const (
	longRun  = 8 // Han characters of a run that nobody sets apart for emphasis
	setApart = "，。、；：！？（）“”《》·,.;:!?()%‰-~"
)

// spacedLines closes up the runs of single characters with a blank between each
// two. A number that such a run tore apart is flagged: two may have stood there.
func spacedLines(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	for i := nextBlank(text, 0); i >= 0; {
		blanks, hans, end := spacedRun(text, i)
		if hans >= longRun && 3*hans > len(blanks) {
			for _, at := range blanks {
				why := wordBlank
				if inNumber(text, at, at+1) {
					why = brokenDigit
				}
				e.replace(at, at+1, "", why, 0.9)
			}
		}
		i = nextBlank(text, end)
	}
	return e.done()
}

// spacedRun finds the blanks between single characters from the blank at i on,
// how many of the characters are Han, and where the run ends.
func spacedRun(text string, i int) (blanks []int, hans, end int) {
	r, n := utf8.DecodeLastRuneInString(text[:i])
	if !setAlone(r) || !blankOrEdge(last(text[:i-n])) {
		return nil, 0, i + 1
	}
	if han(r) {
		hans++
	}
	for end = i; end < len(text) && text[end] == ' '; {
		r, n := utf8.DecodeRuneInString(text[end+1:])
		next := end + 1 + n
		alone := next == len(text) || blankOrEdge(first(text[next:]))
		if !setAlone(r) || !alone && !(digit(r) && digit(last(text[:end]))) {
			break
		}
		if han(r) {
			hans++
		}
		blanks = append(blanks, end)
		end = next
		if !alone {
			break // the run's last number has its unit set close: 3 5人
		}
	}
	return blanks, hans, max(end, i+1)
}

// setAlone says whether a recogniser sets a character by itself: letters are
// words, but for those that stand for digits.
func setAlone(r rune) bool {
	return han(r) || digit(r) || r != utf8.RuneError && strings.ContainsRune(setApart+"OoIl", r)
}

// blankOrEdge says whether r is a blank, a break, or stands for the end of the text.
func blankOrEdge(r rune) bool { return r == ' ' || r == '\n' || r == '\r' || r == utf8.RuneError }
