// Package pinyin knows how the characters of GBK are read.
package pinyin

import (
	_ "embed"
	"encoding/csv"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./generate

// A Fit says how well a reading fits a character.
type Fit uint8

// From no fit to the best one.
const (
	None      Fit = iota
	OtherTone     // without its tones it is a reading of the character
	Also          // one of several readings
	First         // the reading that is meant mostly
)

//go:embed readings.csv
var readings string

type row struct{ first, also string }

type table struct {
	toned    map[string]row
	toneless map[string]string // all characters of a syllable in any tone
}

var load = sync.OnceValue(func() table {
	r := csv.NewReader(strings.NewReader(readings))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err) // the table is embedded and its tests read it
	}
	t := table{map[string]row{}, map[string]string{}}
	for _, cells := range rows[1:] {
		t.toned[cells[0]] = row{cells[1], cells[2]}
		t.toneless[Toneless(cells[0])] += cells[1] + cells[2]
	}
	return t
})

// Of says how well a reading, in small letters, fits a character. A reading
// without tone mark fits every tone.
func Of(char rune, reading string) Fit {
	t := load()
	row := t.toned[reading]
	switch {
	case strings.ContainsRune(row.first, char):
		return First
	case strings.ContainsRune(row.also, char):
		return Also
	case !strings.ContainsRune(t.toneless[Toneless(reading)], char):
		return None
	case !HasTone(reading):
		return Also
	}
	return OtherTone
}

// Readings are the readings of a character, the usual one first.
func Readings(char rune) []string { return byCharacter()[char] }

var byCharacter = sync.OnceValue(func() map[rune][]string {
	t := load()
	readings := slices.Sorted(maps.Keys(t.toned))
	all := map[rune][]string{}
	for _, reading := range readings {
		for _, char := range t.toned[reading].first {
			all[char] = append(all[char], reading)
		}
	}
	for _, reading := range readings {
		for _, char := range t.toned[reading].also {
			all[char] = append(all[char], reading)
		}
	}
	return all
})

// IsReading says whether a word in small letters is a syllable of Mandarin,
// with or without its tone.
func IsReading(word string) bool {
	return load().toneless[Toneless(word)] != ""
}

// Toneless is a reading without its tone marks, v and the letters of phonetic
// fonts as ü, g and a.
func Toneless(reading string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'v':
			return 'ü'
		case 'ɡ':
			return 'g'
		case 'ɑ':
			return 'a'
		}
		return bare(r)
	}, reading)
}

// HasTone says whether a reading carries a tone mark.
func HasTone(reading string) bool {
	return strings.ContainsFunc(reading, func(r rune) bool { return bare(r) != r })
}

// bare is a letter without its tone mark.
func bare(r rune) rune {
	switch r {
	case 'ā', 'á', 'ǎ', 'à':
		return 'a'
	case 'ē', 'é', 'ě', 'è':
		return 'e'
	case 'ī', 'í', 'ǐ', 'ì':
		return 'i'
	case 'ō', 'ó', 'ǒ', 'ò':
		return 'o'
	case 'ū', 'ú', 'ǔ', 'ù':
		return 'u'
	case 'ǖ', 'ǘ', 'ǚ', 'ǜ':
		return 'ü'
	case 'ń', 'ň', 'ǹ':
		return 'n'
	}
	return r
}
