// Package bigram knows how likely two characters stand next to each other in
// Chinese text, counted in simplified script.
package bigram

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"math"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./generate

//go:embed bigram.txt.gz
var packed []byte

// A Model gives probabilities of characters. A text is a chain of words; the
// character after another is the next one of its word, or begins a new word.
type Model struct {
	simple map[rune]rune
	share  map[rune]float64    // the share of all characters
	start  map[rune]float64    // the share of words that begin with the character
	begin  map[rune]float64    // the share of a character's occurrences that begin a word
	end    map[rune]float64    // the share of its occurrences that end a word
	inside map[[2]rune]float64 // the share of the first's occurrences that the second follows within a word
}

// unseen is the share of words that begin with a character that begins none in
// the dictionary, and the share at which any character ends one.
const unseen, loose = 2e-9, 0.02

// Load unpacks the model when it is first needed.
var Load = sync.OnceValue(func() *Model {
	unzip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // the model is embedded and its tests read it
	}
	lines := bufio.NewScanner(unzip)
	line := func() string {
		lines.Scan()
		return lines.Text()
	}
	line() // the first one says where the counts come from
	m := &Model{
		simple: map[rune]rune{},
		share:  map[rune]float64{},
		start:  map[rune]float64{},
		begin:  map[rune]float64{},
		end:    map[rune]float64{},
		inside: make(map[[2]rune]float64, 100_000),
	}
	traditional, simplified := []rune(line()), []rune(line())
	for i, r := range traditional {
		m.simple[r] = simplified[i]
	}
	words, characters := 0.0, 0.0
	for lines.Scan() {
		start, all := m.read(lines.Text())
		words += start
		characters += all
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
	for r := range m.start {
		m.start[r] /= words
		m.share[r] /= characters
	}
	return m
})

// read takes in a line: a character, the levels of its counts at the start and
// the end of words, and each follower with the level of the pair. It returns
// how many words begin with the character and how often it occurs.
func (m *Model) read(line string) (start, all float64) {
	char, i := utf8.DecodeRuneInString(line)
	start, end := count(line[i]), count(line[i+1])
	all = end
	for k := i + 2; k < len(line); {
		follower, n := utf8.DecodeRuneInString(line[k:])
		pair := count(line[k+n])
		m.inside[[2]rune{char, follower}] = pair
		all += pair
		k += n + 1
	}
	for k := i + 2; k < len(line); {
		follower, n := utf8.DecodeRuneInString(line[k:])
		m.inside[[2]rune{char, follower}] /= all
		k += n + 1
	}
	m.start[char], m.share[char] = start, all
	if all > 0 {
		m.begin[char], m.end[char] = min(start/all, 1), end/all
	}
	return start, all
}

// count is the middle of the counts that a level stands for.
func count(level byte) float64 {
	if level == '!' {
		return 0
	}
	return math.Exp(float64(level-'"')/4 - 1)
}

// Simple is what simplified script writes for a character.
func (m *Model) Simple(r rune) rune {
	if s, ok := m.simple[r]; ok {
		return s
	}
	return r
}

// Share is the probability of a simplified character anywhere in a text.
func (m *Model) Share(r rune) float64 { return m.share[r] }

// First is the probability that a word begins with a simplified character.
func (m *Model) First(r rune) float64 { return max(m.start[r], unseen) }

// Begins is the probability that a simplified character that stands somewhere
// begins a word.
func (m *Model) Begins(r rune) float64 { return max(m.begin[r], loose) }

// Ends is the probability that a word ends with a simplified character that
// stands in it.
func (m *Model) Ends(r rune) float64 { return max(m.end[r], loose) }

// Next is the probability that one simplified character follows another.
func (m *Model) Next(before, r rune) float64 {
	return m.inside[[2]rune{before, r}] + m.Ends(before)*m.First(r)
}
