package quantity

// The words that the scanner knows, made of the entries of this package's
// files and of those of rules files.

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"unionrep/extract/internal/trie"
	"unionrep/normalize/rules"
)

// A Lexicon is the units, nouns, bound words and set phrases that a scan goes
// by. It does not change once it is made, so many scans can share one.
type Lexicon struct {
	units    *trie.Trie // a unit or a word that only begins like one → entry
	entries  []unitEntry
	signs    *trie.Trie // names and signs of currencies, reversed → entry
	nouns    *trie.Trie // a noun that a number may stand straight on → 1 + index of nouns
	nounInfo []noun
	front    *trie.Trie // bound words before a number, reversed → boundValue
	inner    *trie.Trie // between number and unit
	behind   *trie.Trie // behind the unit
	phrases  *trie.Trie // set phrases, see phrase.go
	contexts map[string][]unitContext
	points   *trie.Trie // nouns that listed points are counted by: 转变, 自信
	own      *rules.Set // what it switches off of the grammar
	letIn    []string   // words that units rule out and own rules let in again
}

// A unitEntry is one spelling in the units trie.
type unitEntry struct {
	name string // canonical form, "" for a word that is no unit
	kind Kind
	size int    // how many bytes of the spelling are the unit
	by   string // the name of its entry, unit/元 or, of a word that is no unit, unit/元/元件
}

type noun struct {
	kind    Kind
	chinese bool   // stands on Chinese numerals as well: 三县七区
	size    int    // 0 for a word that only begins like the noun
	by      string // the name of its entry, or of the word
}

// bounded is the weight of what a value of the bound tries holds beside the
// bound: by how many bytes the word is longer than the bound word in it.
const bounded = 256

// KindOf is the kind of what the noun that a phrase ends in counts; false where
// the lexicon does not know it.
func (l *Lexicon) KindOf(phrase string) (Kind, bool) {
	for i := range phrase {
		if v, end := l.nouns.Longest(phrase, i); end == len(phrase) && l.nounInfo[v].size > 0 {
			return l.nounInfo[v].kind, true
		}
	}
	return Other, false
}

// notBound marks a word that only looks as if it held a bound word: 签约.
const notBound = 100

// BuiltIn is the lexicon of the embedded files.
var BuiltIn = sync.OnceValue(func() *Lexicon {
	l, err := New(nil)
	if err != nil {
		panic(err) // the embedded files are proved right by the tests
	}
	return l
})

// Units are the names of the units, in the order of their entries.
func (l *Lexicon) Units() []string {
	var names []string
	for _, e := range l.entries {
		if e.name != "" && !slices.Contains(names, e.name) {
			names = append(names, e.name)
		}
	}
	return names
}

// New is the built-in lexicon with own entries laid over it.
func New(own *rules.Set) (*Lexicon, error) { return newLexicon(data, own) }

func newLexicon(files fs.FS, own *rules.Set) (*Lexicon, error) {
	l := &Lexicon{
		units: trie.New(), entries: make([]unitEntry, 1), signs: trie.New(), nouns: trie.New(), nounInfo: make([]noun, 1),
		front: trie.New(), inner: trie.New(), behind: trie.New(), phrases: trie.New(), points: trie.New(),
		contexts: map[string][]unitContext{}, own: own, letIn: own.OffWords(&unitKind),
	}
	add := map[*rules.Kind]func(e *rules.Entry) error{
		&unitKind: l.addUnit, &nounKind: l.addNoun, &boundKind: l.addBound, &phraseKind: l.addPhrase, &contextKind: l.addContext, &pointKind: l.addPoint,
	}
	for _, kind := range Kinds() {
		entries, err := rules.Read(files, kind)
		if err != nil {
			return nil, err
		}
		switch kind {
		case &grammarKind, &phraseClassKind:
			continue // their entries tell of code and of other entries
		case &phraseKind, &contextKind:
			entries = own.OverAll(kind, entries) // the parser asks whether one is off, see bars
		default:
			entries = own.Over(kind, entries)
		}
		if kind == &contextKind {
			entries = rules.OwnFirst(entries) // the first that fits decides; elsewhere the last
		}
		for i := range entries {
			if err := add[kind](&entries[i]); err != nil {
				return nil, fmt.Errorf("%s: %w", entries[i].Place, err)
			}
		}
	}
	return l, nil
}

func (l *Lexicon) addUnit(e *rules.Entry) error {
	name, kind := e.Text("unit"), kindOf(e.Text("kind"))
	by := e.Name()
	l.addUnitForm(name, unitEntry{name, kind, len(name), by})
	for _, s := range e.Words("forms") {
		l.addUnitForm(s, unitEntry{name, kind, len(s), by})
	}
	for _, s := range e.Words("not") {
		// A longer word that holds the unit after all: 300项目标任务.
		if word, ok := strings.CutPrefix(s, "+"); ok {
			l.addUnitEntry(word, unitEntry{name, kind, len(name), by})
			continue
		}
		l.addUnitEntry(s, unitEntry{by: by + "/" + s})
	}
	return nil
}

// addUnitForm stores a spelling of a unit, and where it is a sign of a currency
// the way in which that stands before the number.
func (l *Lexicon) addUnitForm(spelling string, e unitEntry) {
	if r, size := utf8.DecodeRuneInString(spelling); e.kind == Money && (size < len(spelling) || !unicode.Is(unicode.Han, r)) {
		l.signs.AddReversed(spelling, int32(len(l.entries)))
	}
	l.addUnitEntry(spelling, e)
}

// addUnitEntry stores a spelling. One that is a unit (部分) stays one where
// another unit's look-alikes name it too.
func (l *Lexicon) addUnitEntry(spelling string, e unitEntry) {
	if v, end := l.units.Longest(spelling, 0); e.name == "" && end == len(spelling) && l.entries[v].name != "" {
		return
	}
	l.units.Add(spelling, int32(len(l.entries)))
	l.entries = append(l.entries, e)
}

func (l *Lexicon) addNoun(e *rules.Entry) error {
	word, by := e.Text("noun"), e.Name()
	l.nouns.Add(word, int32(len(l.nounInfo)))
	l.nounInfo = append(l.nounInfo, noun{kindOf(e.Text("kind")), e.Text("chinese") == "yes", len(word), by})
	for _, s := range e.Words("not") {
		if v, end := l.nouns.Longest(s, 0); end == len(s) && l.nounInfo[v].size > 0 {
			continue // a noun of its own: 村民 beside 村
		}
		l.nouns.Add(s, int32(len(l.nounInfo)))
		l.nounInfo = append(l.nounInfo, noun{by: by + "/" + s})
	}
	return nil
}

func (l *Lexicon) addBound(e *rules.Entry) error {
	word, bound := e.Text("word"), boundOf(e.Text("bound"))
	add := l.behind.Add
	switch e.Text("place") {
	case "front":
		add = l.front.AddReversed
	case "inner":
		add = l.inner.Add
	}
	add(word, int32(bound))
	for _, s := range e.Words("not") {
		// A longer word that holds the bound word after all: 损失约300元.
		if longer, ok := strings.CutPrefix(s, "+"); ok {
			if len(longer) < len(word) {
				return errors.New("not has a word that is shorter than the bound word")
			}
			add(longer, int32(bound)+bounded*int32(len(longer)-len(word)))
			continue
		}
		add(s, notBound)
	}
	return nil
}

func (l *Lexicon) addPoint(e *rules.Entry) error {
	l.points.Add(e.Text("noun"), 1)
	return nil
}

// kindOf is the kind of that name, of which the entry was checked to have one.
func kindOf(name string) Kind {
	for k := Other; k <= Duration; k++ {
		if k.String() == name {
			return k
		}
	}
	return Other
}

// boundOf is the bound of that name.
func boundOf(name string) Bound {
	for b := Over; b <= AtMost; b++ {
		if b.String() == name {
			return b
		}
	}
	return Exact
}
