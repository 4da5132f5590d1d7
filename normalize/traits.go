package normalize

import (
	"sync"
	"unicode/utf8"
)

// What a text has that a pass looks for. Most reports have nothing for most
// passes, so one scan serves several of them.

// A trait is something in a text that a pass may edit.
type trait uint8

const (
	unseenCharacters trait = 1 << iota // control and format characters, other blanks
	otherForms                         // full width, compatibility forms
	latinLetters                       // and the circles for zero
	glossBrackets                      // brackets that may hold a reading
	scanned                            // the others are known
)

// has says whether a text may have something. The first question scans the
// text and keeps the answer: only passes ask, one after the other.
func (t *Text) has(what trait) bool {
	if t.traits&scanned == 0 {
		t.traits = traitsOf(t.clean) | scanned
	}
	return t.traits&what != 0
}

func traitsOf(text string) (found trait) {
	steps := plainSteps()
	for i := 0; i < len(text); {
		if n := int(steps[text[i]]); n > 0 {
			i += n
			continue
		}
		n, has := traitAt(text, i)
		found |= has
		i += n
	}
	return found
}

// plainSteps is, by the first byte of a character, how long it is, if it is one
// that no pass looks for; otherwise 0.
var plainSteps = sync.OnceValue(func() *[256]uint8 {
	steps := new([256]uint8)
	for b := range steps {
		switch {
		case latin(rune(b)) || b == '(':
		case ' ' <= b && b < 0x7f || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == '\v':
			steps[b] = 1
		case 0xe3 <= b && b <= 0xee:
			steps[b] = 3
		}
	}
	return steps
})

// traitAt is the length of the character at i and what it shows.
func traitAt(text string, i int) (n int, found trait) {
	b := text[i]
	switch {
	case latin(rune(b)):
		return 1, latinLetters
	case b == 0xe2 && text[i+1] == 0x80 && 0x90 <= text[i+2] && text[i+2] <= 0xa7: // dashes, quotes, dots
		return 3, 0
	case b == 0xef && text[i+1] == 0xbc && text[i+2] != 0x88: // full width, but the bracket
		if folded(text, i) != 0 {
			found = otherForms
		}
		return 3, found
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case r == '(' || r == '（':
		if _, ok := glossAt(text, i); ok {
			found = glossBrackets
		}
		return n, found
	case b == 0xef && folded(text, i) != 0 || startsForm(text, i):
		found = otherForms
	case r == '○' || r == '◯':
		found = latinLetters
	}
	if _, ok := seen(text, i, r); !ok {
		found |= unseenCharacters
	}
	return n, found
}
