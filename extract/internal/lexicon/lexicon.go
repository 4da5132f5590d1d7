// Package lexicon tells the part of speech of Chinese words and cuts text into
// words. Its general vocabulary is a table reduced from the jieba dictionary,
// used in place; the vocabulary of reports is data beside it.
package lexicon

import (
	_ "embed"
	"encoding/binary"
)

// A Class is a part of speech, as coarse as the grammar of figures needs it.
type Class byte

// The classes.
const (
	None        Class = 0
	Noun        Class = 'n'
	Person      Class = 'h' // a noun for people, the head behind 名, 人 and 位
	Place       Class = 's' // a noun for a place or an organisation
	Verb        Class = 'v' // hardly ever anything else
	CommonVerb  Class = 'y' // a verb of the general table, which marks many a noun as one
	VerbNoun    Class = 'w' // verb or noun by its place: 培训, 救助, 投入
	Attributive Class = 'b' // a verb without object that stands before a noun to describe it, behind it to tell: 参会, 下岗
	Light       Class = 'l' // a verb that is no action: 达, 有, 为, 是, 占
	Adjective   Class = 'a'
	Adverb      Class = 'd'
	Scope       Class = 'g' // quantifies a noun and is no part of its name: 全州, 各级, 广大
	Prep        Class = 'e' // opens a frame before the verb: 为, 向, 对, 把
	Conj        Class = 'c'
	Particle    Class = 'u' // 了, 着, 过, 等
	De          Class = 'k' // 的
	Time        Class = 't'
	Pronoun     Class = 'r'
	Measure     Class = 'q'
	Number      Class = 'm'
	Localizer   Class = 'f'
	Idiom       Class = 'i' // a set phrase that stands by itself
	Other       Class = 'x'
	Quantity    Class = 'Q' // set by the caller
	Loose       Class = 'O' // a quantity that may be part of a noun: 一类困难职工, 50岁以上教师
	Mark        Class = '.' // punctuation
	Quoted      Class = '"' // a name in quotation marks
	Bracket     Class = '(' // a bracket with what it holds, part of the word before it
)

// The table holds one slot of slotSize bytes a word: 32 bits of the word's
// hash, its class and its cost. A slot of zeros is free. Other bits of the
// hash say where the search for a word begins, so a string that is no word
// passes for one in about two cases in 100,000 (of the length that words have),
// which costs a misplaced word boundary.
//
//go:embed data/words.bin
var table string

const slotSize = 6

// A seed is the hash of a word while it is read, 64-bit FNV-1a: the words that
// begin at one place share the work.
type seed uint64

const noSeed seed = 14695981039346656037

func (h seed) add(text string) seed {
	for i := range len(text) {
		h = (h ^ seed(text[i])) * 1099511628211
	}
	return h
}

// hash mixes a seed, whose high bits depend on the last bytes too little.
func (h seed) hash() uint64 {
	x := uint64(h)
	x ^= x >> 29
	return x * 0xbf58476d1ce4e5b9
}

// home is the slot at which the search for a hash begins in a table of n slots.
func home(hash uint64, n int) int { return int(hash >> 32 % uint64(n)) }

// look finds a word in a table of slots by its hash: its class and its cost, or
// None.
func look[T string | []byte](table T, hash uint64) (Class, int) {
	slots := len(table) / slotSize
	print := uint32(hash)
	for i := home(hash, slots); ; {
		s := table[i*slotSize : i*slotSize+slotSize]
		if s[4] == 0 {
			return None, 0
		}
		if printOf(s) == print {
			return Class(s[4]), int(s[5])
		}
		if i++; i == slots {
			i = 0
		}
	}
}

// printOf are the bits of the hash that a slot keeps.
func printOf[T string | []byte](slot T) uint32 {
	return uint32(slot[0]) | uint32(slot[1])<<8 | uint32(slot[2])<<16 | uint32(slot[3])<<24
}

// A Word is an entry of a table: its text, its class and its cost.
type Word struct {
	Text  string
	Class Class
	Cost  int
}

// Pack lays words out as a table for look. Of words that are there twice the
// first counts.
func Pack(words []Word) []byte {
	const load = 0.8
	slots := int(float64(len(words))/load) + 1
	table := make([]byte, slots*slotSize)
	for _, w := range words {
		hash := noSeed.add(w.Text).hash()
		i := home(hash, slots)
		for table[i*slotSize+4] != 0 {
			i = (i + 1) % slots
		}
		s := table[i*slotSize:]
		binary.LittleEndian.PutUint32(s, uint32(hash))
		s[4], s[5] = byte(w.Class), byte(w.Cost)
	}
	return table
}
