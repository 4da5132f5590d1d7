package normalize

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// The encodings that can be read. Which character a pair of bytes stands for
// comes from golang.org/x/text; how wide it is in the file, which x/text does
// not tell, from the structure of the encoding.

// A charset is one encoding.
type charset struct {
	name   string                                  // by WHATWG
	decode func(d *decoding, raw []byte, from int) // raw[from:]
}

var (
	utf8Charset = &charset{"utf-8", decodeUTF8}
	gb18030     = &charset{"gb18030", decodeGB18030}
)

const bom = "\ufeff"

func decodeUTF8(d *decoding, raw []byte, from int) {
	d.out.Grow(len(raw) - from)
	if utf8.Valid(raw[from:]) {
		d.same(raw[from:], from)
		return
	}
	for i := from; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if i += n; r == utf8.RuneError && n == 1 {
			d.same(raw[from:i-1], from)
			d.bad(i-1, 1)
			from = i
		}
	}
	d.same(raw[from:], from)
}

// A pairTable holds the character of each two bytes of an encoding, or 0:
// lead without its high bit, trail.
type pairTable [1 << 15]rune

func (t *pairTable) at(lead, trail byte) rune { return t[int(lead&0x7f)<<8|int(trail)] }

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
	for i := 0; i < len(pairs); i += 3 {
		r, n := utf8.DecodeRune(text)
		if end := bytes.IndexByte(text, '\n'); n == end && r != utf8.RuneError {
			t[int(pairs[i]&0x7f)<<8|int(pairs[i+1])] = r
		}
		text = text[bytes.IndexByte(text, '\n')+1:]
	}
	return t
}

var (
	gb18030Pairs = sync.OnceValue(func() *pairTable { return tabulate(simplifiedchinese.GB18030) })
	big5Pairs    = sync.OnceValue(func() *pairTable { return tabulate(traditionalchinese.Big5) })
)

func decodeGB18030(d *decoding, raw []byte, from int) {
	d.out.Grow((len(raw) - from) * 3 / 2)
	pairs := gb18030Pairs()
	for i := from; i < len(raw); {
		if n := ascii(raw[i:]); n > 0 {
			d.same(raw[i:i+n], i)
			i += n
			continue
		}
		if i+1 < len(raw) {
			if r := pairs.at(raw[i], raw[i+1]); r != 0 {
				d.char(r, i, 2)
				i += 2
				continue
			}
		}
		i += decodeRareGB18030(d, raw, i)
	}
}

// decodeRareGB18030 decodes at i what is no pair, and returns how much it
// read: four bytes, the one-byte euro sign of code page 936, invalid bytes.
func decodeRareGB18030(d *decoding, raw []byte, i int) int {
	if raw[i] == 0x80 {
		d.char('€', i, 1)
		return 1
	}
	if i+4 <= len(raw) && isDigit(raw[i+1]) {
		var four [4 * utf8.UTFMax]byte // room for U+FFFD by each byte
		n, _, _ := simplifiedchinese.GB18030.NewDecoder().Transform(four[:], raw[i:i+4], true)
		if r, size := utf8.DecodeRune(four[:n]); size == n {
			d.char(r, i, 4)
			return 4
		}
	}
	return decodeBadPair(d, raw, i)
}

// decodeBadPair decodes a lead byte whose pair is no character. A second byte
// that is ASCII stands for itself; another one goes with the first, so that
// the pairs behind them stay in step.
func decodeBadPair(d *decoding, raw []byte, i int) int {
	d.bad(i, 1)
	if raw[i] == 0xff || i+1 == len(raw) || raw[i+1] < utf8.RuneSelf || raw[i+1] == 0xff {
		return 1
	}
	d.bad(i+1, 1)
	return 2
}

func isDigit(c byte) bool { return c-'0' < 10 }

// ascii is the length of the ASCII that b starts with.
func ascii(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}
