package lexicon

// The words of reports, by class and field, from data files and rules files.

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"unionrep/normalize/rules"
)

//go:embed data/*.csv
var files embed.FS

// classes are the classes that words of the data files may have, by the names
// that rules files give them.
var classes = map[string]string{
	"noun": "n", "person": "h", "place": "s", "verb": "v", "verbnoun": "w", "attributive": "b", "light": "l", "adjective": "a", "adverb": "d", "scope": "g",
	"preposition": "e", "conjunction": "c", "particle": "u", "de": "k", "time": "t", "pronoun": "r", "localizer": "f", "other": "x",
}

var wordKind = rules.Kind{
	Name: "word", Section: "words", Does: "words of one part of speech",
	Folder: "extract/internal/lexicon", Files: []string{"data/verbs.csv", "data/words.csv", "data/nouns.csv"}, Key: []string{"class", "field"},
	Columns: []rules.Column{
		{Name: "class", Needed: true, Short: classes, Values: []string{
			"noun", "person", "place", "verb", "verbnoun", "attributive", "light", "adjective", "adverb", "scope",
			"preposition", "conjunction", "particle", "de", "time", "pronoun", "localizer", "other"}},
		{Name: "field", Needed: true},
		{Name: "words", Many: true, Needed: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

// Kinds are the kinds of entries that Words are made of.
func Kinds() []*rules.Kind { return []*rules.Kind{&wordKind} }

// Entries are the built-in entries of a kind.
func Entries(kind *rules.Kind) ([]rules.Entry, error) { return rules.Read(files, kind) }

// Words are the vocabulary of reports: it overrides the general table, whose
// tags are unreliable here (荣获 a name, 资助 a noun) and which lacks many words
// (户次, 选树). Words do not change once they are made.
type Words struct {
	fields []byte // a table as Pack lays it out
	known  filter // of fields and the general table
}

// BuiltIn are the words of the embedded files.
var BuiltIn = sync.OnceValue(func() *Words {
	w, err := New(nil)
	if err != nil {
		panic(err) // embedded data that the tests read
	}
	return w
})

// New are the built-in words with own ones laid over them: an own class of a
// word counts before a built-in one.
func New(own *rules.Set) (*Words, error) {
	entries, err := Entries(&wordKind)
	if err != nil {
		return nil, err
	}
	entries = rules.OwnFirst(own.Over(&wordKind, entries))
	from := make(map[string]*rules.Entry, 4096)
	words := make([]Word, 0, 4096)
	for i := range entries {
		e := &entries[i]
		class := Class(classes[e.Text("class")][0])
		for _, text := range e.Words("words") {
			if n := utf8.RuneCountInString(text); n > longest || e.Own && !isHan(text) {
				return nil, fmt.Errorf("%s: %s is no word of one to %d Han characters", e.Place, text, longest)
			}
			if was := from[text]; was != nil {
				if was.Own {
					continue
				}
				return nil, fmt.Errorf("%s: %s is in %s already", e.Place, text, was.Name())
			}
			from[text] = e
			words = append(words, Word{text, class, cost(text)})
		}
	}
	w := &Words{fields: Pack(words), known: newFilter()}
	addAll(w.known, w.fields)
	addAll(w.known, table)
	return w, nil
}

// isHan tells whether a word has nothing but Han characters: the others are
// never cut into words.
func isHan(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0
}

// cost is what a word of the data files costs.
func cost(text string) int {
	c := fieldCost
	if utf8.RuneCountInString(text) == 1 {
		c = 2 * fieldCost
	}
	if general, own := look(table, noSeed.add(text).hash()); general != None {
		c = min(c, own)
	}
	return c
}
