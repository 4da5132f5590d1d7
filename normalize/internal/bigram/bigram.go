// Package bigram knows how likely two characters stand next to each other in
// Chinese text, counted in simplified script.
package bigram

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"math"
	"sort"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./generate

//go:embed bigram.txt.gz
var packed []byte

// A Model gives probabilities of simplified characters. A text is a chain of
// words; the character after another is the next one of its word, or begins a
// new word. Which it is depends on whether the other one began its own word,
// of which a text gives only a probability.
type Model struct {
	simple [1 << 16]rune       // by character of the basic plane, 0 for one that stays
	chars  [1 << 16]*character // by character of the basic plane, nil for one that no word has
}

type character struct {
	share float64    // of all characters
	start float64    // the share of all words that begin with it
	begin float64    // the share of its occurrences that begin a word
	end   [2]float64 // the share of its occurrences, at the beginning of a word and within, that end the word
	next  []follower // in order, as the embedded file has them
}

// A follower is a character that comes next in a word, with the share of the
// first one's occurrences, at the beginning of the word and within, that it
// follows.
type follower struct {
	char  rune
	share [2]float64
}

const (
	beginning = iota
	within
)

// unknown is a character that no word of the dictionary has.
var unknown = character{start: 2e-9, begin: 0.5, end: [2]float64{0.5, 0.5}}

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
	m := &Model{}
	traditional, simplified := []rune(line()), []rune(line())
	for i, r := range traditional {
		if int(r) < len(m.simple) { // GBK, which is asked about, has no others
			m.simple[r] = simplified[i]
		}
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
	for _, c := range m.chars {
		if c != nil {
			c.share /= characters
			c.start = max(c.start/words, unknown.start)
		}
	}
	return m
})

// read takes in a line: a character, the levels of its counts as a word and at
// the end of longer ones, and each follower with the levels of the pair at the
// beginning of a word and within it. It returns how many words begin with the
// character and how often it occurs.
func (m *Model) read(line string) (start, all float64) {
	// What is seldom seen to end a word may still do so: a few occurrences
	// are made up.
	const made, madeEnd = 3, 1.5
	// The dictionary counts some characters as words too seldom or not at all,
	// classifiers among them: every character is allowed to be one.
	const loose = 0.05
	char, i := utf8.DecodeRuneInString(line)
	ends := [2]float64{count(line[i]), count(line[i+1])}
	seen := [2]float64{ends[beginning] + made, ends[within] + made}
	for k := i + 2; k < len(line); k += 2 {
		_, n := utf8.DecodeRuneInString(line[k:])
		k += n
		seen[beginning] += count(line[k])
		seen[within] += count(line[k+1])
	}
	c := &character{}
	var goes [2]float64 // what is left for each occurrence seen to go on
	for place := range ends {
		c.end[place] = (ends[place] + madeEnd) / seen[place]
		goes[place] = 1 / seen[place]
		if c.end[place] < loose {
			goes[place] *= (1 - loose) / (1 - c.end[place])
			c.end[place] = loose
		}
	}
	c.next = make([]follower, 0, (len(line)-i)/len("一!!"))
	for k := i + 2; k < len(line); k += 2 {
		char, n := utf8.DecodeRuneInString(line[k:])
		k += n
		c.next = append(c.next, follower{char, [2]float64{count(line[k]) * goes[beginning], count(line[k+1]) * goes[within]}})
	}
	start, all = seen[beginning]-made, seen[beginning]+seen[within]-2*made
	c.share, c.start, c.begin = all, start, (start+madeEnd)/(all+made)
	m.chars[char] = c
	return start, all
}

// count is the middle of the counts that a level stands for.
func count(level byte) float64 {
	if level == '!' {
		return 0
	}
	return math.Exp(float64(level-'"')/3 - 1)
}

// Simple is what simplified script writes for a character of the basic plane.
func (m *Model) Simple(r rune) rune {
	if i := uint32(r); i < uint32(len(m.simple)) && m.simple[i] != 0 {
		return m.simple[i]
	}
	return r
}

func (m *Model) char(r rune) *character {
	if i := uint32(r); i < uint32(len(m.chars)) && m.chars[i] != nil {
		return m.chars[i]
	}
	return &unknown
}

// Share is the probability of a character anywhere in a text.
func (m *Model) Share(r rune) float64 { return m.char(r).share }

// First is the probability that a word begins with a character.
func (m *Model) First(r rune) float64 { return m.char(r).start }

// Begins is the probability that a character that stands somewhere begins a
// word.
func (m *Model) Begins(r rune) float64 { return m.char(r).begin }

// Ends is the probability that a character ends its word, which it began with
// probability began.
func (m *Model) Ends(r rune, began float64) float64 {
	c := m.char(r)
	return began*c.end[beginning] + (1-began)*c.end[within]
}

// Goes is the probability that a character, which began its word with
// probability began, is followed by another one of the same word.
func (m *Model) Goes(before rune, began float64, r rune) float64 {
	next := m.char(before).next
	k := sort.Search(len(next), func(k int) bool { return next[k].char >= r })
	if k == len(next) || next[k].char != r {
		return 0
	}
	share := next[k].share
	return began*share[beginning] + (1-began)*share[within]
}
