package normalize

import (
	"strings"
	"unicode/utf8"
)

// Lines that were set character by character: every Han character, digit and
// mark of them has a blank behind it, so that no blank says anything.

const (
	longRun  = 8 // Han characters of a run that nobody sets apart for emphasis
	shortRun = 3 // characters of a run on a page that is full of long ones
	setApart = "，。、；：！？（）“”《》·,.;:!?()%‰-~"
)

// spacedLines closes up the runs of single characters with a blank between each
// two. A number that such a run tore apart is flagged: two may have stood there.
func spacedLines(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	page := spacedPage(text)
	for i := nextBlank(text, 0); i >= 0; {
		blanks, hans, end := spacedRun(text, i)
		if long(blanks, hans) || page && hans > 0 && len(blanks)+1 >= shortRun {
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

// long tells whether a run by itself shows how its line was set.
func long(blanks []int, hans int) bool { return hans >= longRun && 3*hans > len(blanks) }

// spacedPage tells whether a good part of a text's Han characters stand in long
// runs, so that its short lines were set in the same way.
func spacedPage(text string) bool {
	inRuns := 0
	for i := nextBlank(text, 0); i >= 0; {
		blanks, hans, end := spacedRun(text, i)
		if long(blanks, hans) {
			inRuns += hans
		}
		i = nextBlank(text, end)
	}
	if inRuns == 0 {
		return false
	}
	all := 0
	for _, r := range text {
		if han(r) {
			all++
		}
	}
	return 3*inRuns >= all
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
