package quantity

// The words that the scanner knows, read from the CSV files of this package
// when they are first needed.

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed *.csv
var data embed.FS

// A Lexicon is the units, nouns, bound words and set phrases that a scan goes
// by. It does not change once it is made, so many scans can share one.
type Lexicon struct {
	units    *trie // a unit or a word that only begins like one → entry
	entries  []unitEntry
	signs    *trie // names and signs of currencies, reversed → entry
	nouns    *trie // a noun that a number may stand straight on → 1 + index of nouns
	nounInfo []noun
	front    *trie // bound words before a number, reversed → boundValue
	inner    *trie // between number and unit
	behind   *trie // behind the unit
	phrases  *trie // set phrases, see phrase.go
	contexts map[string][]unitContext
	points   *trie // nouns that listed points are counted by: 转变, 自信
}

// A unitEntry is one spelling in the units trie.
type unitEntry struct {
	name string // canonical form, "" for a word that is no unit
	kind Kind
	size int // how many bytes of the spelling are the unit
}

type noun struct {
	kind    Kind
	chinese bool // stands on Chinese numerals as well: 三县七区
	size    int  // 0 for a word that only begins like the noun
}

// bounded is the weight of what a value of the bound tries holds beside the
// bound: by how many bytes the word is longer than the bound word in it.
const bounded = 256

// notBound marks a word that only looks as if it held a bound word: 签约.
const notBound = 100

// lexicon is the built-in one.
var lexicon = sync.OnceValue(func() *Lexicon {
	l, err := newLexicon(data)
	if err != nil {
		panic(err) // the embedded files are proved right by the tests
	}
	return l
})

func newLexicon(files fs.FS) (*Lexicon, error) {
	l := &Lexicon{
		units: newTrie(), entries: make([]unitEntry, 1), signs: newTrie(), nouns: newTrie(), nounInfo: make([]noun, 1),
		front: newTrie(), inner: newTrie(), behind: newTrie(), phrases: newTrie(), points: newTrie(),
		contexts: map[string][]unitContext{},
	}
	for _, file := range []struct {
		name, header string
		add          func(row []string) error
	}{
		{"units.csv", "unit kind forms not yes no", l.addUnit},
		{"nouns.csv", "noun kind chinese not yes no", l.addNoun},
		{"bounds.csv", "word place bound not yes no", l.addBound},
		{"setphrases.csv", "phrase class", l.addPhrase},
		{"contexts.csv", "unit numeral before behind verdict yes no", l.addContext},
		{"points.csv", "noun", l.addPoint},
	} {
		if err := readTable(files, file.name, file.header, file.add); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// readTable hands each row of a CSV file with exactly this header to add. An
// error says file, line and column.
func readTable(files fs.FS, name, header string, add func(row []string) error) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	r.ReuseRecord = true
	head, err := r.Read()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if got := strings.Join(head, " "); got != header {
		return fmt.Errorf("%s:1: the columns are %q, want %q", name, got, header)
	}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = add(row)
		}
		if err != nil {
			line, column := r.FieldPos(0)
			return fmt.Errorf("%s:%d:%d: %w", name, line, column, err)
		}
	}
}

func (l *Lexicon) addUnit(row []string) error {
	kind, err := parseKind(row[1])
	if err != nil {
		return err
	}
	name := strings.Clone(row[0])
	spellings := append([]string{name}, strings.Fields(row[2])...)
	for _, s := range spellings {
		if r, size := utf8.DecodeRuneInString(s); kind == Money && (size < len(s) || !unicode.Is(unicode.Han, r)) {
			l.signs.addReversed(s, int32(len(l.entries)))
		}
		l.addUnitEntry(s, unitEntry{name, kind, len(s)})
	}
	for _, s := range strings.Fields(row[3]) {
		// A longer word that holds the unit after all: 300项目标任务.
		if word, ok := strings.CutPrefix(s, "+"); ok {
			l.addUnitEntry(word, unitEntry{name, kind, len(name)})
			continue
		}
		l.addUnitEntry(s, unitEntry{})
	}
	return nil
}

// addUnitEntry stores a spelling. One that is a unit (部分) stays one where
// another unit's look-alikes name it too.
func (l *Lexicon) addUnitEntry(spelling string, e unitEntry) {
	if v, end := l.units.longest(spelling, 0); e.name == "" && end == len(spelling) && l.entries[v].name != "" {
		return
	}
	l.units.add(spelling, int32(len(l.entries)))
	l.entries = append(l.entries, e)
}

func (l *Lexicon) addNoun(row []string) error {
	kind, err := parseKind(row[1])
	if err != nil {
		return err
	}
	if row[2] != "" && row[2] != "yes" {
		return fmt.Errorf("chinese is %q, want yes or nothing", row[2])
	}
	l.nouns.add(row[0], int32(len(l.nounInfo)))
	l.nounInfo = append(l.nounInfo, noun{kind, row[2] == "yes", len(row[0])})
	for _, s := range strings.Fields(row[3]) {
		if v, end := l.nouns.longest(s, 0); end == len(s) && l.nounInfo[v].size > 0 {
			continue // a noun of its own: 村民 beside 村
		}
		l.nouns.add(s, int32(len(l.nounInfo)))
		l.nounInfo = append(l.nounInfo, noun{})
	}
	return nil
}

func (l *Lexicon) addBound(row []string) error {
	bound, err := parseBound(row[2])
	if err != nil {
		return err
	}
	add := map[string]func(string, int32){
		"front": l.front.addReversed, "inner": l.inner.add, "behind": l.behind.add,
	}[row[1]]
	if add == nil {
		return fmt.Errorf("place is %q, want front, inner or behind", row[1])
	}
	add(row[0], int32(bound))
	for _, s := range strings.Fields(row[3]) {
		// A longer word that holds the bound word after all: 损失约300元.
		if word, ok := strings.CutPrefix(s, "+"); ok {
			add(word, int32(bound)+bounded*int32(len(word)-len(row[0])))
			continue
		}
		add(s, notBound)
	}
	return nil
}

func (l *Lexicon) addPoint(row []string) error {
	l.points.add(row[0], 1)
	return nil
}

func parseKind(s string) (Kind, error) {
	for k := Other; k <= Duration; k++ {
		if k.String() == s {
			return k, nil
		}
	}
	return 0, fmt.Errorf("kind is %q, want money, people, count, ratio, measure, duration or other", s)
}

func parseBound(s string) (Bound, error) {
	for b := Over; b <= AtMost; b++ {
		if b.String() == s {
			return b, nil
		}
	}
	return 0, fmt.Errorf("bound is %q, want over, nearly, about or at_most", s)
}
