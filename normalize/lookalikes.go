package normalize

// Words that recognisers and typists get wrong, by characters that look alike:
// the table of them, in which a pair of characters finds a word.

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"unionrep/normalize/rules"
)

var lookalikeKind = rules.Kind{
	Name: "lookalike", Section: "lookalikes", Does: "words that were misread, by characters that look alike",
	Folder: "normalize", Files: []string{"data/lookalikes.csv"}, Key: []string{"wrong"},
	Columns: []rules.Column{
		{Name: "wrong", Many: true, Needed: true},
		{Name: "right", Many: true, Needed: true},
		{Name: "unless", Many: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

// Kinds are the kinds of entries that a rules file can add to this package.
func Kinds() []*rules.Kind { return []*rules.Kind{&lookalikeKind} }

// Entries are the built-in entries of those kinds.
func Entries() ([]rules.Entry, error) { return rules.Read(data, &lookalikeKind) }

// Lookalikes are words that no text has but where their characters were
// misread. They do not change once they are made.
type Lookalikes struct {
	known [1 << 16 / 64]uint64 // the pairs, a bit each
	words map[hanPair][]misreading
}

// A misreading is a word that no text has but where its characters were
// misread.
type misreading struct {
	wrong, right string
	at           int      // of the pair of characters that it is looked up by
	unless       []string // words around it in which it is no misreading
}

// A hanPair is two Han characters side by side, 16 bits each.
type hanPair uint32

// bit is the place of a pair in a set of 65,536 bits; few pairs share one.
func (p hanPair) bit() uint32 { return uint32(p) * 0x9e3779b1 >> 16 }

// BuiltInLookalikes are those of the embedded file.
var BuiltInLookalikes = sync.OnceValue(func() *Lookalikes {
	x, err := NewLookalikes(nil)
	if err != nil {
		panic(err) // embedded data that the tests read
	}
	return x
})

// NewLookalikes are the built-in look-alikes with own ones laid over them. An
// error says where an entry stands whose words cannot be look-alikes.
func NewLookalikes(own *rules.Set) (*Lookalikes, error) {
	entries, err := Entries()
	if err != nil {
		return nil, err
	}
	x := &Lookalikes{words: map[hanPair][]misreading{}}
	for _, e := range rules.OwnFirst(own.Over(&lookalikeKind, entries)) {
		wrong, right := e.Words("wrong"), e.Words("right")
		if len(wrong) != len(right) {
			return nil, fmt.Errorf("%s: %d words are wrong and %d right, want as many", e.Place, len(wrong), len(right))
		}
		for k := range wrong {
			if !isPairable(wrong[k]) || len(right[k]) != len(wrong[k]) || !isPairable(right[k]) {
				return nil, fmt.Errorf("%s: %s and %s must have as many Han characters, two or more", e.Place, wrong[k], right[k])
			}
			x.add(wrong[k], right[k], e.Words("unless"))
		}
	}
	return x, nil
}

// isPairable says that a word is two or more characters of three bytes, Han or like them: エ作.
func isPairable(word string) bool {
	return len(word) == 3*utf8.RuneCountInString(word) && len(word) >= 6 && strings.IndexFunc(word, func(r rune) bool { return r < 0x3000 }) < 0
}

// add stores a word under the first pair of its characters that is wrong.
func (x *Lookalikes) add(wrong, right string, unless []string) {
	at := 0
	for at+6 < len(wrong) && wrong[at+3:at+6] == right[at+3:at+6] {
		at += 3
	}
	pair := hanPair(hanAt(wrong, at)<<16 | hanAt(wrong, at+3))
	x.known[pair.bit()/64] |= 1 << (pair.bit() % 64)
	x.words[pair] = append(x.words[pair], misreading{wrong, right, at, unless})
}

// around is the misreading, and where it begins, that has the pair at i; none
// of it may lie before from.
func (x *Lookalikes) around(text string, from, i int, pair hanPair) (m misreading, start int) {
	for _, m := range x.words[pair] {
		start := i - m.at
		if start >= from && strings.HasPrefix(text[start:], m.wrong) && !m.excused(text, start) {
			return m, start
		}
	}
	return misreading{}, -1
}

// hanAt is the character of three bytes at i.
func hanAt(text string, i int) uint32 {
	return uint32(text[i]&0x0f)<<12 | uint32(text[i+1]&0x3f)<<6 | uint32(text[i+2]&0x3f)
}

// excused says whether the word at i is part of one that is right as it is.
func (m misreading) excused(text string, i int) bool {
	for _, word := range m.unless {
		if k := strings.Index(word, m.wrong); k >= 0 && i >= k && strings.HasPrefix(text[i-k:], word) {
			return true
		}
	}
	return false
}

// Knows says whether an entry is one of this package.
func Knows(e *rules.Entry) bool { return e.Kind == &lookalikeKind }

// Test are the examples of an entry that fail: texts in which a word must be put
// right, and texts that must stay.
func (x *Lookalikes) Test(e *rules.Entry) []rules.Failure {
	return e.Examples(func(text string) (bool, string) {
		got := lookAlikes(newText(&Source{raw: []byte(text), decoded: text}), Options{Lookalikes: x}).Clean()
		return got != text, got
	})
}
