// Package rules holds what the tool knows of the language as named entries: a
// unit, a set phrase, a topic, the words of a role. The built-in ones stand in
// CSV files, those of a user in YAML; laid over the built-in ones by name they
// make the tables that the readers go by. What the entries of a kind do is told
// by the package that reads them.
package rules

import (
	"fmt"
	"slices"
	"strings"
)

// A Kind is a sort of entry, and the columns that tell one.
type Kind struct {
	Name    string   // what the names of its entries begin with: unit for unit/元
	Section string   // where they stand in a rules file: units
	Does    string   // what an entry does, in a few words
	Folder  string   // of the package that reads them
	Files   []string // the CSV files of the built-in ones, within that folder
	Key     []string // the columns that name an entry, a list by its first word
	Columns []Column // in the order of the CSV files
}

// A Column is one thing that is told of an entry.
type Column struct {
	Name   string
	Many   bool              // a list: words with blanks between in CSV, a list in YAML
	Needed bool              // must not be empty
	Values []string          // the words that may stand there; any where nil
	Short  map[string]string // by value what the CSV files write for it; the value itself where nil
}

// The columns of examples, which every kind may have: texts on which the entry
// must do what it says, and texts on which it must not.
const (
	Yes = "yes"
	No  = "no"
)

// Not is the column of the words that an entry rules out: 元件 for the unit 元.
// Each can be switched off by itself, as unit/元/元件.
const Not = "not"

// Coded are the columns of a kind whose rules are code, and stand in a file to be
// named: what each does, with the examples.
func Coded() []Column {
	return []Column{
		{Name: "rule", Needed: true},
		{Name: "does", Needed: true},
		{Name: Yes, Many: true, Needed: true},
		{Name: No, Many: true, Needed: true},
	}
}

// Column is the index of the column of that name, -1 where the kind has none.
func (k *Kind) Column(name string) int {
	return slices.IndexFunc(k.Columns, func(c Column) bool { return c.Name == name })
}

// A Place is where an entry stands, from 1.
type Place struct {
	File         string
	Line, Column int
}

// String is the place as error messages begin with it.
func (p Place) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// An Entry is one thing that the tool knows.
type Entry struct {
	Kind  *Kind
	Key   string
	Cells [][]string // by column; one string at most where the column is no list
	Place Place
	Own   bool // from a rules file, or changed by one
}

// Name is what other entries and the user call it: unit/元.
func (e *Entry) Name() string { return e.Kind.Name + "/" + e.Key }

// Words are the cell of a column, which the kind must have.
func (e *Entry) Words(column string) []string { return e.Cells[e.Kind.Column(column)] }

// Text is the cell of a column that is no list, "" where it is empty.
func (e *Entry) Text(column string) string {
	if words := e.Words(column); len(words) > 0 {
		return words[0]
	}
	return ""
}

// check completes an entry whose cells are filled in: its key, and what must
// and may stand in its cells. It returns the column that is wrong.
func (e *Entry) check() (column int, err error) {
	for i, c := range e.Kind.Columns {
		if len(e.Cells[i]) == 0 && c.Needed {
			return i, fmt.Errorf("%s is missing", c.Name)
		}
	}
	return e.checkChange()
}

// checkChange is check for an entry that changes another one, which has what
// is missing.
func (e *Entry) checkChange() (column int, err error) {
	for i, c := range e.Kind.Columns {
		for _, v := range e.Cells[i] {
			if c.Values != nil && !slices.Contains(c.Values, v) {
				return i, fmt.Errorf("%s is %q, want %s", c.Name, v, oneOf(c.Values))
			}
		}
	}
	e.setKey()
	return -1, nil
}

// setKey makes the key of an entry of the columns that its kind names.
func (e *Entry) setKey() {
	key := make([]string, len(e.Kind.Key))
	for i, name := range e.Kind.Key {
		key[i] = e.Text(name)
	}
	e.Key = strings.Join(key, "-")
}

// oneOf lists words as the choice that an error message gives.
func oneOf(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// A Set is the entries of rules files. It does not change once it is read; nil
// is the empty one.
type Set struct {
	entries  []Entry
	off      map[string]bool
	offWords bool // off has words that entries rule out, unit/元/元件
}

// Off tells whether the entry of that name is switched off.
func (s *Set) Off(name string) bool { return s != nil && s.off[name] }

// switchOff adds a name to those that are switched off.
func (s *Set) switchOff(name string) {
	s.off[name] = true
	s.offWords = s.offWords || strings.Count(name, "/") > 1
}

// OffWords are the words that entries of a kind rule out and the set lets in
// again, in order: 元件 for unit/元/元件.
func (s *Set) OffWords(kind *Kind) []string {
	if s == nil || !s.offWords {
		return nil
	}
	var words []string
	for name := range s.off {
		if parts := strings.SplitN(name, "/", 3); len(parts) == 3 && parts[0] == kind.Name {
			words = append(words, parts[2])
		}
	}
	slices.Sort(words)
	return words
}

// has tells whether the set has an entry of that name.
func (s *Set) has(name string) bool {
	return s != nil && slices.ContainsFunc(s.entries, func(e Entry) bool { return e.Name() == name })
}

// Over lays the set's entries of a kind over the built-in ones: what is
// switched off goes, an entry of the same name changes the built-in one, and
// the others follow behind.
func (s *Set) Over(kind *Kind, builtIn []Entry) []Entry {
	if s == nil {
		return builtIn
	}
	return slices.DeleteFunc(s.OverAll(kind, builtIn), func(e Entry) bool { return s.off[e.Name()] })
}

// OverAll is Over that keeps the entries that are switched off, for who asks of
// each when it applies. Words that an entry rules out go all the same.
func (s *Set) OverAll(kind *Kind, builtIn []Entry) []Entry {
	if s == nil {
		return builtIn
	}
	all := slices.Clone(builtIn)
	at := make(map[string]int, len(builtIn))
	for i := range all {
		at[all[i].Key] = i
	}
	for _, e := range s.entries {
		if e.Kind.Name != kind.Name {
			continue
		}
		if i, ok := at[e.Key]; ok {
			all[i] = change(all[i], e)
			continue
		}
		at[e.Key] = len(all)
		all = append(all, e)
	}
	if not := kind.Column(Not); not >= 0 && s.offWords {
		for i := range all {
			all[i].Cells = slices.Clone(all[i].Cells)
			all[i].Cells[not] = slices.DeleteFunc(slices.Clone(all[i].Cells[not]), func(w string) bool { return s.off[all[i].Name()+"/"+w] })
		}
	}
	return all
}

// change is an entry with what another one of its name says anew: lists grow,
// or lose the words that stand there with a minus sign before them.
func change(e, by Entry) Entry {
	cells := slices.Clone(e.Cells)
	for i, c := range e.Kind.Columns {
		switch {
		case len(by.Cells[i]) == 0:
		case !c.Many:
			cells[i] = by.Cells[i]
		default:
			cells[i] = slices.Clone(cells[i])
			for _, w := range by.Cells[i] {
				if gone, ok := strings.CutPrefix(w, "-"); ok {
					cells[i] = slices.DeleteFunc(cells[i], func(w string) bool { return w == gone })
				} else if !slices.Contains(cells[i], w) {
					cells[i] = append(cells[i], w)
				}
			}
		}
	}
	return Entry{Kind: e.Kind, Key: e.Key, Cells: cells, Place: by.Place, Own: true}
}

// OwnFirst is entries with those of rules files before the others, for tables
// in which the first entry that fits decides.
func OwnFirst(entries []Entry) []Entry {
	if !slices.ContainsFunc(entries, func(e Entry) bool { return e.Own }) {
		return entries
	}
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		switch {
		case a.Own == b.Own:
			return 0
		case a.Own:
			return -1
		}
		return 1
	})
	return entries
}

// A Failure is an example on which an entry does not do what it says.
type Failure struct {
	Example string
	Column  string // Yes or No: where the example stands
	Got     string // what was read in it
}

// Examples runs the examples of an entry: holds says whether a text is read as
// the entry says, and what was read in it.
func (e *Entry) Examples(holds func(text string) (bool, string)) []Failure {
	var failures []Failure
	for _, column := range [...]string{Yes, No} {
		if e.Kind.Column(column) < 0 {
			continue
		}
		for _, text := range e.Words(column) {
			if ok, got := holds(text); ok != (column == Yes) {
				failures = append(failures, Failure{text, column, got})
			}
		}
	}
	return failures
}

// Len is how many entries a set has, and how many names it switches off.
func (s *Set) Len() (entries, off int) {
	if s == nil {
		return 0, 0
	}
	return len(s.entries), len(s.off)
}
