// Package trie holds sets of words that are searched from a place in a text,
// forwards or backwards, without a copy and without an allocation.
package trie

import (
	"iter"
	"unicode/utf8"
)

// A Trie holds words as paths of characters. The edges of all nodes lie in one
// open-addressed table, keyed by node and character, so a step costs one
// probe or two.
type Trie struct {
	keys  []uint64 // node<<32 | character, 0 where empty
	nodes []int32  // the node that the edge leads to
	value []int32  // by node: what the word that ends there carries, or 0
	used  int
}

// New is a trie without words.
func New() *Trie {
	return &Trie{keys: make([]uint64, 64), nodes: make([]int32, 64), value: make([]int32, 2)}
}

// Root is the first node; 0 is no node.
const Root = 1

// Add stores word, which must not be empty, with a value that is not 0.
func (t *Trie) Add(word string, value int32) {
	node := int32(Root)
	for _, r := range word {
		node = t.Grow(node, r)
	}
	t.value[node] = value
}

// AddReversed stores word from its last character to its first.
func (t *Trie) AddReversed(word string, value int32) {
	node := int32(Root)
	for i := len(word); i > 0; {
		r, size := utf8.DecodeLastRuneInString(word[:i])
		node = t.Grow(node, r)
		i -= size
	}
	t.value[node] = value
}

// Step is the node behind node along r, or 0.
func (t *Trie) Step(node int32, r rune) int32 {
	key := uint64(node)<<32 | uint64(r)
	mask := uint64(len(t.keys) - 1)
	for i := hash(key) & mask; t.keys[i] != 0; i = (i + 1) & mask {
		if t.keys[i] == key {
			return t.nodes[i]
		}
	}
	return 0
}

// Grow is Step that makes the node where there is none.
func (t *Trie) Grow(node int32, r rune) int32 {
	if next := t.Step(node, r); next != 0 {
		return next
	}
	if t.used*2 >= len(t.keys) {
		t.rehash()
	}
	next := int32(len(t.value))
	t.value = append(t.value, 0)
	t.put(uint64(node)<<32|uint64(r), next)
	return next
}

// Value is what the word that ends at node carries, 0 where none does.
func (t *Trie) Value(node int32) int32 { return t.value[node] }

// SetValue makes a word end at node, with a value that is not 0.
func (t *Trie) SetValue(node, value int32) { t.value[node] = value }

func (t *Trie) rehash() {
	keys, nodes := t.keys, t.nodes
	t.keys, t.nodes, t.used = make([]uint64, 2*len(keys)), make([]int32, 2*len(keys)), 0
	for i, key := range keys {
		if key != 0 {
			t.put(key, nodes[i])
		}
	}
}

func (t *Trie) put(key uint64, node int32) {
	mask := uint64(len(t.keys) - 1)
	i := hash(key) & mask
	for t.keys[i] != 0 {
		i = (i + 1) & mask
	}
	t.keys[i], t.nodes[i] = key, node
	t.used++
}

func hash(key uint64) uint64 {
	key *= 0x9E3779B97F4A7C15
	return key>>32 ^ key>>15
}

// runeAt is utf8.DecodeRuneInString with a short way for three bytes, which
// most characters of a Chinese text have.
func runeAt(text string, i int) (rune, int) {
	if i+3 <= len(text) && text[i]&0xF0 == 0xE0 && text[i] != 0xE0 && text[i] != 0xED && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 {
		return rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

// Longest finds the longest word that begins at byte i of text, and where it
// ends. The value is 0 where there is none.
func (t *Trie) Longest(text string, i int) (value int32, end int) {
	end = i
	node := int32(Root)
	for at := i; at < len(text); {
		r, size := runeAt(text, at)
		if node = t.Step(node, r); node == 0 {
			break
		}
		at += size
		if v := t.value[node]; v != 0 {
			value, end = v, at
		}
	}
	return value, end
}

// LongestBefore finds the longest word of a reversed trie that ends at byte i
// of text, and where it begins.
func (t *Trie) LongestBefore(text string, i int) (value int32, start int) {
	start = i
	node := int32(Root)
	for at := i; at > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if node = t.Step(node, r); node == 0 {
			break
		}
		at -= size
		if v := t.value[node]; v != 0 {
			value, start = v, at
		}
	}
	return value, start
}

// At yields the values and the ends of all words that begin at byte i of text,
// the shortest first.
func (t *Trie) At(text string, i int) iter.Seq2[int32, int] {
	return func(yield func(value int32, end int) bool) {
		node := int32(Root)
		for at := i; at < len(text); {
			r, size := runeAt(text, at)
			if node = t.Step(node, r); node == 0 {
				return
			}
			at += size
			if v := t.value[node]; v != 0 && !yield(v, at) {
				return
			}
		}
	}
}

// Begins yields the characters that words begin with, in no order.
func (t *Trie) Begins() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for _, key := range t.keys {
			if key>>32 == Root && !yield(rune(key&0xffffffff)) {
				return
			}
		}
	}
}
