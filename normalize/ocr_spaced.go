package normalize

import "strings"

// Blanks within words: words that were set letter by letter, and the words
// beside a number, which are few enough to be known. A blank between two Han
// characters is left otherwise: on a flattened page it may be all that is left
// of a heading's end.

var wordBlank = &Reason{Pass: "ocr", Name: "blank in a word", Bulk: true}

// spacedWords joins words that were set letter by letter: four Han characters
// or more in a row, each with one blank between.
func spacedWords(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	for i := nextBlank(text, 0); i >= 0; {
		blanks, end := spaced(text, i)
		if len(blanks) >= 3 {
			for _, at := range blanks {
				e.replace(at, at+1, "", wordBlank, 0.9)
			}
		}
		i = nextBlank(text, end)
	}
	return e.done()
}

// spaced finds the blanks between single Han characters from the blank at i
// on, and where they end.
func spaced(text string, i int) (blanks []int, end int) {
	if !loneHan(text, i) {
		return nil, i + 1
	}
	for end = i; end < len(text) && text[end] == ' '; {
		r := first(text[end+1:])
		if !han(r) {
			break
		}
		next := end + 1 + len(string(r))
		if next < len(text) && text[next] != ' ' && (han(first(text[next:])) || isDigit(text[next]) || latin(rune(text[next]))) {
			break
		}
		blanks = append(blanks, end)
		end = next
	}
	return blanks, max(end, i+1)
}

// loneHan says whether one Han character that belongs to no other ends text[:i].
func loneHan(text string, i int) bool {
	r := last(text[:i])
	if !han(r) {
		return false
	}
	before := last(text[:i-len(string(r))])
	return !han(before) && !(before < 0x80 && (isDigit(byte(before)) || latin(before)))
}

// brokenWords joins the words beside a number that a blank broke: 平方 米, 超 过.
func brokenWords(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	for i := nextBlank(text, 0); i >= 0; {
		j := pastBlanks(text, i)
		if hanBefore(text, i) && han(first(text[j:])) && (brokenUnit(text, i, j) || brokenLead(text, i, j)) {
			e.replace(i, j, "", wordBlank, 0.95)
		}
		i = nextBlank(text, j)
	}
	return e.done()
}

// brokenUnit says whether a word that stands behind a number goes on over the
// blank text[i:j].
func brokenUnit(text string, i, j int) bool {
	for start, k := i, 0; k < 3; k++ {
		r := last(text[:start])
		if !han(r) {
			return false
		}
		start -= len(string(r))
		head := strings.TrimRight(text[max(0, start-longestNumber):start], multipliers+" ")
		if head == "" || !isDigit(head[len(head)-1]) && head[len(head)-1] != '%' {
			continue
		}
		for _, w := range numberWords().behind[r] {
			if n := i - start; w.class != noWord && len(w.text) > n && w.text[:n] == text[start:i] && strings.HasPrefix(text[j:], w.text[n:]) {
				return true
			}
		}
	}
	return false
}

// brokenLead says whether a word that leads into a number goes on over the
// blank text[i:j].
func brokenLead(text string, i, j int) bool {
	for end, k := j, 0; k < 3; k++ {
		r := first(text[end:])
		if !han(r) {
			return false
		}
		end += len(string(r))
		number := pastBlanks(text, end)
		if number == len(text) || !isDigit(text[number]) {
			continue
		}
		for _, w := range numberWords().before[r] {
			n := len(w.text) - (end - j)
			if w.class != noWord && n > 0 && strings.HasSuffix(text[:i], w.text[:n]) && w.text[n:] == text[j:end] {
				return true
			}
		}
	}
	return false
}
