package normalize

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// syllables are the toneless syllables of Mandarin, v for ü, by themselves.
var syllables = sync.OnceValue(func() map[string]string {
	all := make(map[string]string, 450)
	eachRow("syllables.csv", []string{"initial", "finals"}, func(cells []string, _ string) {
		for final := range strings.FieldsSeq(cells[1]) {
			all[cells[0]+final] = cells[0] + final
		}
	})
	return all
})

// A spelled is a word that may be pinyin, as it was written.
type spelled struct {
	letters [6]byte // lower case, toneless, v for ü; zhuang is the longest
	n       int
	marked  bool // with a tone mark
}

// begins says whether some syllable begins with the letters; with none, all do.
func (s spelled) begins() bool {
	for syllable := range syllables() {
		if strings.HasPrefix(syllable, string(s.letters[:s.n])) {
			return true
		}
	}
	return false
}

// spelling reads the pinyin letters at i: lower case, or a capital where a tone
// mark shows that it is pinyin; tone marks composed, combining or as a digit.
// The end is i where there are none, or too many.
func spelling(text string, i int) (s spelled, end int) {
	capital := false
	end = i
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		letter, tone := rune(0), false
		switch {
		case 'a' <= r && r <= 'z':
			letter = r
		case 'A' <= r && r <= 'Z' && s.n == 0:
			letter, capital = r|0x20, true
		case '1' <= r && r <= '5' && s.n > 0 && !s.marked:
			return s.closed(capital, i, end+n)
		case r == '\u0308' && s.n > 0 && s.letters[s.n-1] == 'u':
			s.letters[s.n-1] = 'v'
		case r == '\u0300' || r == '\u0301' || r == '\u0304' || r == '\u0306' || r == '\u030c':
			tone = true
		case r >= 0x80:
			letter, tone = pinyinLetter(r)
			if letter == 0 {
				return s.closed(capital, i, end)
			}
		default:
			return s.closed(capital, i, end)
		}
		if letter != 0 {
			if s.n == len(s.letters) {
				return spelled{}, i
			}
			s.letters[s.n] = byte(letter)
			s.n++
		}
		if tone && s.marked {
			return spelled{}, i // one tone a syllable
		}
		s.marked = s.marked || tone
		end += n
	}
	return s.closed(capital, i, end)
}

// closed ends a spelling at end, or takes it back to i where a capital without
// a tone mark makes it an abbreviation.
func (s spelled) closed(capital bool, i, end int) (spelled, int) {
	if capital && !s.marked {
		return spelled{}, i
	}
	return s, end
}

// pinyinLetter is the plain letter of a letter that pinyin is written with, and
// whether it carries a tone; 0 for any other. The breves are what some input
// methods write for the third tone.
func pinyinLetter(r rune) (letter rune, tone bool) {
	switch r {
	case 'ā', 'á', 'ǎ', 'à', 'ă', 'Ā', 'Á', 'Ǎ', 'À':
		return 'a', true
	case 'ē', 'é', 'ě', 'è', 'ĕ', 'Ē', 'É', 'Ě', 'È':
		return 'e', true
	case 'ī', 'í', 'ǐ', 'ì', 'ĭ':
		return 'i', true
	case 'ō', 'ó', 'ǒ', 'ò', 'ŏ', 'Ō', 'Ó', 'Ǒ', 'Ò':
		return 'o', true
	case 'ū', 'ú', 'ǔ', 'ù', 'ŭ':
		return 'u', true
	case 'ǖ', 'ǘ', 'ǚ', 'ǜ':
		return 'v', true
	case 'ń', 'ň', 'ǹ':
		return 'n', true
	case 'ḿ':
		return 'm', true
	case 'ü':
		return 'v', false
	case 'ê':
		return 'e', false
	case 'ɡ':
		return 'g', false
	case 'ɑ':
		return 'a', false
	}
	return 0, false
}
