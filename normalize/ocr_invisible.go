package normalize

import (
	"strings"
	"unicode/utf8"
)

// Characters that nobody sees: they split words and numbers for a program, not
// for a reader. Blanks of other kinds become plain ones.

var (
	invisibleCharacter = &Reason{Pass: "ocr", Name: "invisible character", Bulk: true}
	otherBlank         = &Reason{Pass: "ocr", Name: "blank", Bulk: true}
	numberPicture      = &Reason{Pass: "ocr", Name: "picture in a number", Flag: "ocr"}
)

// invisible takes control and format characters out and makes plain blanks and
// breaks of the special ones.
func invisible(t *Text, o Options) *Text {
	if !t.has(unseenCharacters) {
		return t
	}
	text := t.clean
	e := edit(t, o)
	for i := 0; i < len(text); {
		switch b := text[i]; {
		case b >= ' ' && b < 0x7f || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == '\v':
			i++
		case 0xe3 <= b && b <= 0xee: // Han and its punctuation
			i += 3
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			if to, ok := seen(text, i, r); !ok {
				why := otherBlank
				switch {
				case to == "" && isPicture(r):
					why = numberPicture
				case to == "":
					why = invisibleCharacter
				}
				e.replace(i, i+n, to, why, 0.99)
			}
			i += n
		}
	}
	return e.done()
}

// seen says whether r at i is a character that stays; to is what becomes of one
// that does not.
func seen(text string, i int, r rune) (to string, ok bool) {
	switch {
	case r == '\t', r == '\n', r == '\v', r == '\f', r == '\r', ' ' <= r && r < 0x7f:
		return "", true
	case r == '\u00a0', 0x2000 <= r && r <= 0x200a && r != '\u2001' && r != '\u2003', r == '\u202f', r == '\u205f':
		return " ", false
	case r == '\u2001', r == '\u2003':
		return "\u3000", false // as wide as a character
	case r == '\u0085', r == '\u2028', r == '\u2029':
		return "\n", false
	case r < 0xa0, r == '\u00ad', r == '\u061c', r == '\u180e', r == '\u200b', r == '\u200c', r == '\u200e', r == '\u200f',
		0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f,
		r == '\ufeff', 0xfff9 <= r && r <= 0xfffc, 0xe0000 <= r && r <= 0xe01ef:
		return "", false
	case r == '\u20e3': // the frame of a key: 7️⃣
		return "", !digit(last(strings.TrimSuffix(text[:i], "\ufe0f")))
	case isPicture(r):
		behind := strings.TrimLeft(text[i:], string(r)+"\ufe0f")
		return "", !digit(last(text[:i])) || !digit(first(behind))
	case r == '\u200d', 0xfe00 <= r && r <= 0xfe0f: // joins and shapes of pictures
		before := last(text[:i])
		return "", before >= 0x1f000 || 0x2190 <= before && before <= 0x2bff
	}
	return "", true
}
