package normalize

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// GB18030 and Big5: ASCII and pairs of bytes. Which character a pair stands
// for comes from golang.org/x/text, through a table, since its decoders tell
// neither how wide a character was nor that it was none.

// A pairTable holds the character of each two bytes of an encoding, or 0:
// lead without its high bit, trail.
type pairTable [1 << 15]rune

func (t *pairTable) at(lead, trail byte) rune { return t[int(lead&0x7f)<<8|int(trail)] }

var (
	gb18030Pairs = sync.OnceValue(func() *pairTable { return tabulate(simplifiedchinese.GB18030) })
	big5Pairs    = sync.OnceValue(func() *pairTable { return tabulate(traditionalchinese.Big5) })
)

// twoRunes are the only pairs, all of Big5, that stand for two code points.
var twoRunes = []string{"\u00ca\u0304", "\u00ca\u030c", "\u00ea\u0304", "\u00ea\u030c"}

// tabulate asks an encoding for all its pairs.
func tabulate(e encoding.Encoding) *pairTable {
	var pairs []byte
	for lead := 0x81; lead <= 0xfe; lead++ {
		for trail := 0x40; trail <= 0xfe; trail++ {
			pairs = append(pairs, byte(lead), byte(trail), '\n')
		}
	}
	text, _ := e.NewDecoder().Bytes(pairs) // these decoders return no error, they put U+FFFD
	t := new(pairTable)
	for ; len(pairs) > 0; pairs = pairs[3:] {
		var one []byte
		one, text, _ = bytes.Cut(text, pairs[2:3])
		at := int(pairs[0]&0x7f)<<8 | int(pairs[1])
		if r, n := utf8.DecodeRune(one); n == len(one) && r != utf8.RuneError {
			t[at] = r
		}
		for k, two := range twoRunes {
			if string(one) == two {
				t[at] = utf8.MaxRune + 1 + rune(k)
			}
		}
	}
	return t
}

// decodePairs decodes text of which the ASCII is ASCII.
func decodePairs(cs *charset, d *decoding, raw []byte, s Span) {
	d.out.Grow(s.Len() * 3 / 2)
	pairs := cs.pairs()
	raw = raw[:s.End]
	var p plainRun
	for i := s.Start; i < s.End; {
		if n := ascii(raw[i:]); n > 0 {
			d.same(raw[i:i+n], i)
			i += n
			continue
		}
		p.n = 0
		for n := i; n+2 <= s.End && raw[n] >= utf8.RuneSelf && p.add(pairs.at(raw[n], raw[n+1])); {
			n += 2
		}
		if p.n > 0 {
			i += d.plain(&p, i)
			continue
		}
		i += cs.putNext(d, raw, i)
	}
}

// ascii is the length of the ASCII that b starts with.
func ascii(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}

func nextBig5(raw []byte, i int) (rune, int) {
	if raw[i] < utf8.RuneSelf {
		return rune(raw[i]), 1
	}
	if i+1 < len(raw) {
		if r := big5Pairs().at(raw[i], raw[i+1]); r != 0 {
			return r, 2
		}
	}
	return bad, badPair(raw, i)
}

func nextGB18030(raw []byte, i int) (rune, int) {
	if raw[i] < utf8.RuneSelf {
		return rune(raw[i]), 1
	}
	if i+1 < len(raw) {
		if r := gb18030Pairs().at(raw[i], raw[i+1]); r != 0 {
			return r, 2
		}
	}
	if raw[i] == 0x80 { // in code page 936
		return '€', 1
	}
	if i+4 <= len(raw) && isDigit(raw[i+1]) && isDigit(raw[i+3]) {
		var four [4 * utf8.UTFMax]byte // room for a U+FFFD by each byte
		n, _, _ := simplifiedchinese.GB18030.NewDecoder().Transform(four[:], raw[i:i+4], true)
		if r, size := utf8.DecodeRune(four[:n]); size == n {
			return r, 4
		}
	}
	return bad, badPair(raw, i)
}

// badPair is how many bytes belong to a lead byte whose pair is no character.
// A second byte that is ASCII stands for itself; another one goes with the
// first, so that the pairs behind them stay in step.
func badPair(raw []byte, i int) int {
	lead := func(c byte) bool { return c > 0x80 && c < 0xff }
	if i+1 < len(raw) && lead(raw[i]) && raw[i+1] >= utf8.RuneSelf && raw[i+1] < 0xff {
		return 2
	}
	return 1
}

func isDigit(c byte) bool { return c-'0' < 10 }
