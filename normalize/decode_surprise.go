package normalize

import "sync"

// How surprising a character is in a Chinese report, in bits: what it costs to
// say which one it is. Bytes that are read in the wrong encoding turn into
// surprising characters. The levels of the two national charsets, the first of
// which holds the common characters, stand for a frequency list.

const (
	surprisingCommon = 11 // a Han character of a first level
	surprisingSecond = 16 // of a second level
	surprisingHan    = 18 // another one of the first 20,902
	surprisingBeyond = 23 // beyond the first 65,536
	surprisingFour   = 34 // four bytes of GB18030
	surprisingByte   = 14 // a byte that is no character
	doubtful         = 22 // so surprising a character may stand for another encoding
)

// A surpriseTable is by character.
type surpriseTable [1 << 16]uint8

var surprises = sync.OnceValue(func() *surpriseTable {
	t := new(surpriseTable)
	set := func(first, last rune, bits uint8) {
		for r := first; r <= last; r++ {
			t[r] = bits
		}
	}
	set(0, 0xffff, 24)
	set(0, 0x9f, 28) // control characters
	set(' ', '~', 6)
	for _, r := range "\t\r\n 0123456789" {
		t[r] = 5
	}
	set(0xa0, 0x4ff, 16) // Latin, Greek, Cyrillic
	t['·'], t['×'] = 9, 11
	set(0x2010, 0x203f, 10) // dashes, quotes, dots
	set(0x2100, 0x27ff, 15) // signs
	set(0x3000, 0x301f, 8)  // Chinese punctuation
	set(0x3020, 0x33ff, 17) // kana, Zhuyin, squared words
	set(0x3400, 0x4dbf, 22) // rare Han
	set(0x4e00, 0x9fff, surprisingHan)
	set(0xac00, 0xd7a3, 22) // Hangul
	set(0xe000, 0xf8ff, 26) // private use
	set(0xff01, 0xff5e, 9)  // full width
	set(0xfffd, 0xffff, 30)

	level := func(pairs *pairTable, lead, last, trail byte, bits uint8) {
		for ; lead <= last; lead++ {
			for c := trail; c <= 0xfe; c++ {
				if r := pairs.at(lead, c); r >= hanFirst && r <= hanLast {
					t[r] = min(t[r], bits)
				}
			}
		}
	}
	level(gb18030Pairs(), 0xb0, 0xd7, 0xa1, surprisingCommon)
	level(gb18030Pairs(), 0xd8, 0xf7, 0xa1, surprisingSecond)
	level(big5Pairs(), 0xa4, 0xc6, 0x40, surprisingCommon)
	level(big5Pairs(), 0xc9, 0xf9, 0x40, surprisingSecond)
	return t
})

// of reads the character at byte i of raw and returns how surprising it is, in
// bits, and its length.
func (t *surpriseTable) of(cs *charset, raw []byte, i int) (bits, n int) {
	r, n := cs.next(raw, i)
	switch {
	case r == bad:
		return surprisingByte * n, n
	case n == 4 && cs == gb18030:
		return surprisingFour, n
	case r > 0xffff:
		return surprisingBeyond, n
	}
	return int(t[r]), n
}
