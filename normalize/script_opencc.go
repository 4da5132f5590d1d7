package normalize

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"unionrep/normalize/internal/opencc"
)

// The dictionaries of OpenCC as gocc ships them, in tables that convert text
// some twenty times as fast as gocc does, with the same result.

// openCCData is the dictionary from traditional to simplified script.
type openCCData struct {
	quick      [1 << 16]uint16         // by character: what it becomes, unchanged, or lookFurther
	characters map[rune]rune           // those that quick has no room for
	phrases    map[rune][]scriptPhrase // by first character, the longest first
}

// A scriptPhrase is converted as a whole, character by character.
type scriptPhrase struct{ from, to string }

// What quick says beside a character.
const (
	unchanged   = 0
	lookFurther = 1
)

// openCC is read when the first traditional paragraph is met.
var openCC = sync.OnceValue(func() *openCCData {
	d := &openCCData{characters: map[rune]rune{}, phrases: map[rune][]scriptPhrase{}}
	for from, to := range opencc.TraditionalToSimplified().Entries() {
		d.add(from, to)
	}
	for r := range d.phrases {
		slices.SortFunc(d.phrases[r], func(a, b scriptPhrase) int { return len(b.from) - len(a.from) })
		d.further(r)
	}
	d.further('著')
	return d
})

func (d *openCCData) add(from, to string) {
	first, n := utf8.DecodeRuneInString(from)
	if n < len(from) {
		d.phrases[first] = append(d.phrases[first], scriptPhrase{from, to})
		// OpenCC writes 着 where Taiwan writes 著.
		if taiwan := strings.ReplaceAll(from, "着", "著"); taiwan != from {
			d.phrases[first] = append(d.phrases[first], scriptPhrase{taiwan, to})
		}
		return
	}
	simple, _ := utf8.DecodeRuneInString(to)
	switch {
	case simple == first:
	case first < 1<<16 && simple < 1<<16 && utf8.RuneLen(first) == 3 && utf8.RuneLen(simple) == 3:
		d.quick[first] = uint16(simple)
	default:
		d.characters[first] = simple
		d.further(first)
	}
}

// further sends a character from the quick table to the maps.
func (d *openCCData) further(r rune) {
	if r >= 1<<16 {
		return
	}
	if to := d.quick[r]; to > lookFurther {
		d.characters[r] = rune(to)
	}
	d.quick[r] = lookFurther
}
