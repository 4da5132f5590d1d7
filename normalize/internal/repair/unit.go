package repair

import (
	"strings"
	"unicode/utf8"

	"unionrep/normalize/internal/gbk"
	"unionrep/normalize/internal/pinyin"
)

// A unit is what the page shows for a character or for something put in.
type unit struct {
	start, end int
	kind       kind
	char       rune
	bytes      [2]byte // of char in GBK
	n          int     // how many; 0 where GBK does not have the character
	reading    string
}

type kind uint8

const (
	plain    kind = iota
	question      // a `?`: an orphan with what it swallowed, or a question mark
	orphan        // a `?` that swallowed the bracket of the reading behind it
	inserted      // a reading in brackets
)

// at reads the unit at byte i, which must lie within the text.
func at(text string, i int) unit {
	switch text[i] {
	case '(':
		if reading, end := readingAt(text, i+1); end > 0 {
			return unit{start: i, end: end, kind: inserted, reading: reading}
		}
	case '?':
		if reading, end := readingAt(text, i+1); end > 0 {
			return unit{start: i, end: end, kind: orphan, char: '?', reading: reading}
		}
		return unit{start: i, end: i + 1, kind: question, char: '?', bytes: [2]byte{'?'}, n: 1}
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	u := unit{start: i, end: i + size, char: r}
	u.bytes, u.n = gbk.Bytes(r)
	return u
}

// readingAt reads a syllable with its closing bracket at byte i; end is behind
// the bracket, 0 where there is none.
func readingAt(text string, i int) (reading string, end int) {
	const longest = len("zhuāng ")
	if i >= len(text) || !mayRead(text[i]) {
		return "", 0
	}
	close := strings.IndexByte(text[i:min(len(text), i+longest+1)], ')')
	if close < 0 {
		return "", 0
	}
	reading = strings.TrimSpace(text[i : i+close])
	if !pinyin.IsReading(reading) {
		return "", 0
	}
	return reading, i + close + 1
}

// mayRead says whether a syllable can begin with this byte of UTF-8: a small
// letter, or the first byte of a letter with a tone mark.
func mayRead(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0xC3 && b <= 0xC9 }

// isMark says whether the copy program puts something unseen before r, as it
// was or folded to half width.
func isMark(r rune) bool {
	switch r {
	case '、', '，', '；', '？', '！', ',', ';', '?', '!':
		return true
	}
	return false
}
