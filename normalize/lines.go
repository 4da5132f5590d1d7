package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines of the text as found, and small questions about characters that all
// of the layout asks.

// A line is one line of a text without the blanks around it.
type line struct {
	Span
	gap    int  // blank lines before it
	indent int  // columns of blanks before it
	width  int  // columns: two for a Han character or a mark as wide, one for others
	chars  int  // characters, with the blanks before it
	edge   bool // begins a column, or what follows one: lines before it had another margin
}

// scanLines cuts s into its lines that are not blank.
func scanLines(s string) []line {
	lines := make([]line, 0, strings.Count(s, "\n")+1)
	gap := 0
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += at
		}
		start, stop := at, end
		for start < stop {
			n := blankAt(s, start)
			if n == 0 {
				break
			}
			start += n
		}
		for stop > start {
			n := blankBefore(s, stop)
			if n == 0 {
				break
			}
			stop -= n
		}
		if start == stop {
			gap++
		} else {
			lines = append(lines, line{Span{start, stop}, gap, columns(s[at:start]), columns(s[start:stop]), characters(s[at:stop]), false})
			gap = 0
		}
		at = end + 1
	}
	return lines
}

// blankAt is the length of the blank at s[i:], 0 where there is none.
func blankAt(s string, i int) int {
	switch c := s[i]; {
	case c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v':
		return 1
	case c == 0xC2 || c == 0xE1 || c == 0xE2 || c == 0xE3:
		if r, n := runeAt(s, i); r != '\n' && unicode.IsSpace(r) {
			return n
		}
	}
	return 0
}

// blankBefore is the length of the blank that ends s[:i], 0 where there is none.
func blankBefore(s string, i int) int {
	r, n := utf8.DecodeLastRuneInString(s[:i])
	if r != '\n' && unicode.IsSpace(r) {
		return n
	}
	return 0
}

// columns is the width of s on a terminal or a printed page.
func columns(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t':
			n += 4
		case c < 0x80:
			n++
		case c >= 0xE0:
			n += 2
		case c >= 0xC0:
			n++
		}
	}
	return n
}

// characters is the number of characters in s.
func characters(s string) int { return utf8.RuneCountInString(s) }

// first and last are the characters at the ends of s, utf8.RuneError where s
// is empty.
func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func last(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// closers close a quotation or a bracket; behind a sentence's last mark they
// belong to the sentence.
const closers = "”’」』）)》〉】］]\"'"

// ends tells whether a sentence ends with s.
func ends(s string) bool {
	r := last(strings.TrimRight(s, closers))
	return finalMark(r) || r == ':' || r == '：' || r == ';' || r == '；'
}

// finalMark tells whether r ends a sentence.
func finalMark(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '…', '．', '｡':
		return true
	}
	return false
}

// han tells whether r is a Chinese character.
func han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x3FFFF || r == '〇'
}

// digit tells whether r is a digit that a pass before has folded.
func digit(r rune) bool { return r >= '0' && r <= '9' }

// latin tells whether r is an ASCII letter.
func latin(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// runeAt is the character at s[i:] and its length.
func runeAt(s string, i int) (rune, int) { return utf8.DecodeRuneInString(s[i:]) }

// closer tells whether r is one of the closers.
func closer(r rune) bool { return strings.ContainsRune(closers, r) }
