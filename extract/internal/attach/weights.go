package attach

// What speaks for and against a proposal, in numbers.

import (
	_ "embed"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
)

// fitted are the weights of all cues, a signed byte each, in sixteenths of a
// nat: the table of the nouns, then that of the verbs. cmd/internal/fit makes
// the file from annotated reports.
//
//go:embed weights.bin
var fitted string

// TableSize is how many cues a table of weights tells apart.
const TableSize = 1 << 17

// A Cue is something that holds of a proposal, by its place in the table of
// weights. Two that share a place are rare enough (Weinberger et al., Feature
// Hashing for Large Scale Multitask Learning, 2009).
type Cue uint32

// A Proposal is one reading of a figure's noun or verb.
type Proposal struct {
	Text   string
	Weight int   // what its cues weigh together, in sixteenths of a nat
	Cues   []Cue // kept where somebody asks for them
}

// A scale weighs one proposal.
type scale struct {
	table  string
	weight int
	cues   []Cue
	keep   bool
}

// add puts a cue on the scale: its sort, and what it is.
func (s *scale) add(sort cueSort, what ...uint32) {
	h := uint32(sort) * 0x9e3779b1
	for _, part := range what {
		h = (h ^ part) * 0x85ebca6b
		h ^= h >> 15
	}
	c := Cue(h % TableSize)
	s.weight += int(int8(s.table[c]))
	if s.keep {
		s.cues = append(s.cues, c)
	}
}

// A fact is what cues know of a token.
type fact struct {
	class  uint32
	word   uint32 // a hash of its text
	last   uint32 // its last character
	closed uint32 // the word where its class has few, else the class
}

// edge is the fact beyond the first token and the last one.
var edge = fact{class: '^', word: '^', last: '^', closed: '^'}

// factsOf appends the facts of tokens to dst.
func factsOf(dst []fact, text string, tokens []lexicon.Token) []fact {
	for _, t := range tokens {
		word := text[t.Start:t.End]
		last, _ := utf8.DecodeLastRuneInString(word)
		f := fact{class: uint32(t.Class), word: hashOf(word), last: uint32(last)}
		f.closed = f.word
		switch t.Class {
		case lexicon.Noun, lexicon.Person, lexicon.Place, lexicon.Adjective, lexicon.Quoted, lexicon.Bracket,
			lexicon.Quantity, lexicon.Loose, lexicon.Other, lexicon.Number, lexicon.Time:
			f.closed = f.class
		}
		dst = append(dst, f)
	}
	return dst
}

// hashOf is the 32-bit FNV-1a hash of s.
func hashOf(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
