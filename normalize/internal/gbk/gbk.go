// Package gbk maps between characters and their bytes in GBK, the encoding
// that the programs behind damaged pages worked in.
package gbk

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Euro is the only character that GBK writes as one byte with the high bit set.
const Euro = 0x80

// The bounds of a lead byte and of a trail byte. 0x7F is no trail byte.
const (
	MinLead, MaxLead   = 0x81, 0xFE
	MinTrail, MaxTrail = 0x40, 0xFE
)

type tables struct {
	runes [MaxLead - MinLead + 1][MaxTrail - MinTrail + 1]rune
	codes map[rune]uint16
}

// load reads both tables out of the decoder, once.
var load = sync.OnceValue(func() *tables {
	var pairs []byte
	for lead := MinLead; lead <= MaxLead; lead++ {
		for trail := MinTrail; trail <= MaxTrail; trail++ {
			pairs = append(pairs, byte(lead), byte(trail), '\n')
		}
	}
	decoded, err := simplifiedchinese.GBK.NewDecoder().Bytes(pairs)
	if err != nil {
		panic(err) // the decoder replaces what it cannot read, it does not fail
	}
	t := &tables{codes: map[rune]uint16{'€': Euro}}
	for i, cell := range bytes.Split(bytes.TrimSuffix(decoded, []byte("\n")), []byte("\n")) {
		r, size := utf8.DecodeRune(cell)
		private := r >= 0xE000 && r <= 0xF8FF
		if size != len(cell) || r == utf8.RuneError || r < utf8.RuneSelf || private {
			continue
		}
		if _, twice := t.codes[r]; twice {
			continue
		}
		row, column := i/len(t.runes[0]), i%len(t.runes[0])
		t.runes[row][column] = r
		t.codes[r] = uint16(row+MinLead)<<8 | uint16(column+MinTrail)
	}
	return t
})

// IsLead says whether b begins a character of two bytes.
func IsLead(b byte) bool { return b >= MinLead && b <= MaxLead }

// IsTrail says whether b can be the second byte of a character.
func IsTrail(b byte) bool { return b >= MinTrail && b <= MaxTrail && b != 0x7F }

// Rune is the character of a lead and a trail byte, 0 where the pair has none
// or only a private one, which no page shows.
func Rune(lead, trail byte) rune {
	if !IsLead(lead) || !IsTrail(trail) {
		return 0
	}
	return load().runes[lead-MinLead][trail-MinTrail]
}

// Bytes are the bytes of a character; n is their number, 0 for a character
// that GBK does not have.
func Bytes(r rune) (b [2]byte, n int) {
	if r < utf8.RuneSelf {
		return [2]byte{byte(r)}, 1
	}
	code, ok := load().codes[r]
	switch {
	case !ok:
		return b, 0
	case code == Euro:
		return [2]byte{Euro}, 1
	}
	return [2]byte{byte(code >> 8), byte(code)}, 2
}
