package normalize

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// The encodings that can be read, and their names.

// A charset is one encoding.
type charset struct {
	name   string   // by WHATWG
	labels []string // what else it is called
	bom    string   // how a file may start
	unit   int      // bytes that one U+FFFD stands for
	low    int      // which byte of a unit is the low one
	pairs  func() *pairTable
	// next decodes the character at byte i of raw: bad where there is none,
	// beyond unicode.MaxRune for an index into twoRunes, and its bytes.
	next func(raw []byte, i int) (r rune, n int)
	// decode puts raw[s.Start:s.End].
	decode func(cs *charset, d *decoding, raw []byte, s Span)
}

// bad is the character of bytes that are none.
const bad = -1

var (
	utf8Charset = &charset{name: "utf-8", bom: bom, unit: 1, next: nextUTF8, decode: decodeUTF8}
	validUTF8   = &charset{name: "utf-8", bom: bom, unit: 1, next: nextUTF8, decode: decodeValid}
	gb18030     = &charset{name: "gb18030", labels: []string{"gbk", "gb2312"}, bom: "\x84\x31\x95\x33",
		unit: 1, pairs: gb18030Pairs, next: nextGB18030, decode: decodePairs}
	big5 = &charset{name: "big5", labels: []string{"big5-hkscs"},
		unit: 1, pairs: big5Pairs, next: nextBig5, decode: decodePairs}
	utf16LE = &charset{name: "utf-16le", labels: []string{"utf-16"}, bom: "\xff\xfe",
		unit: 2, low: 0, next: nextUTF16LE, decode: decodeUTF16}
	utf16BE = &charset{name: "utf-16be", bom: "\xfe\xff",
		unit: 2, low: 1, next: nextUTF16BE, decode: decodeUTF16}
)

// charsets is all of them; of equally likely ones the first is taken.
var charsets = []*charset{utf8Charset, gb18030, big5, utf16LE, utf16BE}

// ErrEncoding is returned for the name of an encoding that cannot be read.
var ErrEncoding = errors.New("unknown encoding")

// Encodings are the names that Decode takes, in any case of letters.
func Encodings() []string {
	var names []string
	for _, cs := range charsets {
		names = append(append(names, cs.name), cs.labels...)
	}
	return names
}

// charsetOf finds an encoding by any of its names.
func charsetOf(name string) (*charset, error) {
	for _, cs := range charsets {
		if cs.called(name) {
			return cs, nil
		}
	}
	return nil, fmt.Errorf("%w %q: known are %s", ErrEncoding, name, strings.Join(Encodings(), ", "))
}

// called tells whether name is one of the encoding's, in any case of letters.
func (cs *charset) called(name string) bool {
	return strings.EqualFold(cs.name, name) || slices.ContainsFunc(cs.labels, func(l string) bool { return strings.EqualFold(l, name) })
}

// putNext puts the character at byte i and returns how many bytes it took.
func (cs *charset) putNext(d *decoding, raw []byte, i int) int {
	r, n := cs.next(raw, i)
	switch {
	case r == bad:
		for k := 0; k < n; k += cs.unit {
			d.bad(i+k, min(cs.unit, n-k))
		}
	case r > utf8.MaxRune:
		d.two(twoRunes[r-utf8.MaxRune-1], i, n)
	default:
		if r > 0xffff || surprises()[r] >= doubtful {
			d.doubt(d.out.Len())
		}
		d.char(r, i, n)
	}
	return n
}
