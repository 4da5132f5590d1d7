package normalize

import (
	"strings"
	"unicode/utf8"
)

// Characters that stand for others which a program could not read or show:
// 3□0人, 5\ufffd万元. Nobody knows what they were. Beside a digit they may have
// been digits, so the number is flagged.

var (
	lostCharacter = &Reason{Pass: "ocr", Name: "unreadable character beside a digit", Flag: "digit_lost"}
	lostNumeral   = &Reason{Pass: "ocr", Name: "unreadable character beside a numeral", Flag: "ambiguous"}
)

// unreadable notes the unreadable characters that stand beside digits.
func unreadable(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	for i := 0; i < len(text); {
		b := text[i]
		if b >= 0xe3 && b <= 0xe9 { // Han and its punctuation, nearly all text
			if b > 0xe3 || text[i+1] != 0x80 || text[i+2] != 0x93 {
				i += 3
				continue
			}
		}
		if b < utf8.RuneSelf && b != '?' && b != '*' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !stands(r) {
			i += n
			continue
		}
		end := i + n
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !stands(r) {
				break
			}
			end += n
		}
		if from, to := besideDigits(text, i, end); from < i || to > end {
			e.doubt(from, to, lostCharacter, 0)
		} else if from, to := besideNumerals(text, i, end); from < i || to > end {
			e.doubt(from, to, lostNumeral, 0)
		}
		i = end
	}
	return e.done()
}

// stands tells whether r can stand for a character that was lost: the
// replacement character, boxes, private characters of a font, and the signs
// that programs put where they know no other.
func stands(r rune) bool {
	switch r {
	case utf8.RuneError, '□', '▯', '■', '▇', '〓', '?', '*':
		return true
	}
	return r >= 0xe000 && r <= 0xf8ff
}

// besideNumerals widens text[i:j], replacement characters, by the Chinese
// numerals that it stands beside.
func besideNumerals(text string, i, j int) (from, to int) {
	from, to = i, j
	if !strings.HasPrefix(text[i:], "\ufffd") {
		return from, to
	}
	if before := lastCharacters(text[:i], 1); before != "" && strings.Contains(numeralDigits, before) {
		from -= len(before)
	}
	if behind := firstCharacters(text[j:], 1); behind != "" && strings.Contains(numeralDigits, behind) {
		to += len(behind)
	}
	return from, to
}

// besideDigits widens text[i:j] by the digits that it stands beside, over a
// separator. Boxes and signs are an author's too, before a number or behind it:
// they need a digit on both sides, boxes a digit before and a word behind.
func besideDigits(text string, i, j int) (from, to int) {
	from, to = i, j
	before := i
	for before > 0 && (text[before-1] == '.' || text[before-1] == ',') {
		before--
	}
	if before > 0 && digit(rune(text[before-1])) {
		from = before - 1
	}
	behind := j + separator(text[j:])
	if behind < len(text) && digit(rune(text[behind])) {
		to = behind + 1
	}
	sign, _ := utf8.DecodeRuneInString(text[i:])
	switch {
	case sign == '?' || sign == '*':
		if from == i || to == j || text[i:j] == "*" { // 1024*768
			return i, j
		}
	case strings.ContainsRune("□▯■▇〓", sign):
		if from == i || to == j && !han(first(text[j:])) {
			return i, j
		}
	}
	return from, to
}
