package normalize

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Digits, letters and signs are folded to half width, so that the grammar of
// numbers meets one form of each. Chinese punctuation keeps its width, and so do
// the forms that say more than their half-width letters: ① ½ ³ ㎡.

var (
	fullWidth  = &Reason{Pass: "width", Name: "full width", Bulk: true}
	compatible = &Reason{Pass: "width", Name: "compatibility form", Bulk: true}
)

// width folds full-width forms, and the compatibility forms of a table.
func width(t *Text, o Options) *Text {
	if !t.has(otherForms) {
		return t
	}
	text := t.clean
	e := edit(t, o)
	for i := 0; i < len(text); {
		switch b := text[i]; {
		case b < utf8.RuneSelf:
			i++
		case b == 0xef && folded(text, i) != 0:
			e.replace(i, i+3, string(rune(folded(text, i))), fullWidth, 0.99)
			i += 3
		case startsForm(text, i):
			_, n := utf8.DecodeRuneInString(text[i:])
			if to, ok := forms()[text[i:i+n]]; ok {
				e.replace(i, i+n, to, compatible, 0.99)
			}
			i += n
		case b < 0xe0:
			i += 2
		case b < 0xf0:
			i += 3
		default:
			i += 4
		}
	}
	return e.done()
}

// folded is the half-width form of the full-width character at i, a place that
// begins with the byte EF; 0 where it stays.
func folded(text string, i int) byte {
	var b byte
	switch c := text[i+2]; text[i+1] {
	case 0xbc: // U+FF01 to U+FF3F
		b = c - 0x60
	case 0xbd: // U+FF40 to U+FF5E
		b = c - 0x20
		if c > 0x9e {
			return 0
		}
	default:
		return 0
	}
	switch {
	case b == ':' && digitBefore(text, i) && digitAfter(text, i+3):
		return b // 9：30
	case b == '.' && !digitBefore(text, i) && !letterBefore(text, i):
		return 0
	case latin(rune(b)) || isDigit(b):
		return b
	}
	switch b {
	case '!', '(', ')', ',', ':', ';', '?', '[', ']', '{', '}', '~', '"', '\'':
		return 0 // Chinese punctuation
	}
	return b
}

// startsForm says whether the character at i lies in a block that the table of
// compatibility forms has characters of.
func startsForm(text string, i int) bool {
	switch text[i] {
	case 0xe2: // radicals, but not the quotation marks
		return 0xba <= text[i+1] && text[i+1] <= 0xbf
	case 0xef: // compatibility ideographs, small forms, half-width marks
		return 0xa4 <= text[i+1] && text[i+1] <= 0xab || text[i+1] == 0xb9 || text[i+1] == 0xbd && text[i+2] < 0xa5
	case 0xf0: // styled letters and digits
		return text[i+1] == 0x9d
	}
	return false
}

// forms are the compatibility forms that are folded, with what they become.
var forms = sync.OnceValue(func() map[string]string {
	all := make(map[string]string, 512)
	eachRow("forms.csv", []string{"forms", "to", "note"}, func(cells []string, _ string) {
		from, to := strings.Fields(cells[0]), strings.Fields(cells[1])
		for k := range from {
			all[from[k]] = to[k]
		}
	})
	return all
})

// digitBefore says whether a digit of either width stands before i.
func digitBefore(text string, i int) bool {
	if i > 0 && isDigit(text[i-1]) {
		return true
	}
	return i >= 3 && text[i-3] == 0xef && text[i-2] == 0xbc && 0x90 <= text[i-1] && text[i-1] <= 0x99
}

// digitAfter says whether a digit of either width stands at i.
func digitAfter(text string, i int) bool {
	if i < len(text) && isDigit(text[i]) {
		return true
	}
	return i+2 < len(text) && text[i] == 0xef && text[i+1] == 0xbc && 0x90 <= text[i+2] && text[i+2] <= 0x99
}

// letterBefore says whether a Latin letter of either width stands before i.
func letterBefore(text string, i int) bool {
	r := last(text[:i])
	if r >= 0xff21 {
		r -= 0xfee0
	}
	return latin(r)
}
