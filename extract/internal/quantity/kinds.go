package quantity

// The kinds of entries that a Lexicon is made of, each in a file of its own.

import (
	"embed"

	"unionrep/normalize/rules"
)

//go:embed *.csv
var data embed.FS

var kindNames = []string{"money", "people", "count", "ratio", "measure", "duration", "other"}

var unitKind = rules.Kind{
	Name: "unit", Section: "units", Does: "a unit or classifier behind a number",
	Folder: "extract/internal/quantity", Files: []string{"units.csv"}, Key: []string{"unit"},
	Columns: []rules.Column{
		{Name: "unit", Needed: true},
		{Name: "kind", Needed: true, Values: kindNames},
		{Name: "forms", Many: true},
		{Name: rules.Not, Many: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

var nounKind = rules.Kind{
	Name: "noun", Section: "nouns", Does: "a noun that a number may stand on without a unit",
	Folder: "extract/internal/quantity", Files: []string{"nouns.csv"}, Key: []string{"noun"},
	Columns: []rules.Column{
		{Name: "noun", Needed: true},
		{Name: "kind", Needed: true, Values: kindNames},
		{Name: "chinese", Values: []string{"yes"}},
		{Name: rules.Not, Many: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

var boundKind = rules.Kind{
	Name: "bound", Section: "bounds", Does: "a word that bounds a number",
	Folder: "extract/internal/quantity", Files: []string{"bounds.csv"}, Key: []string{"place", "word"},
	Columns: []rules.Column{
		{Name: "word", Needed: true},
		{Name: "place", Needed: true, Values: []string{"front", "inner", "behind"}},
		{Name: "bound", Needed: true, Values: []string{"over", "nearly", "about", "at_most"}},
		{Name: rules.Not, Many: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

var phraseClasses = []string{"word", "idiom", "place", "organisation", "slogan", "name", "person", "plan", "congress", "festival"}

// phraseClassKind tells of the classes of set phrases: each phrase is an example
// of itself, but what a class must leave alone is told once.
var phraseClassKind = rules.Kind{
	Name: "phraseclass", Does: "a class of set phrases",
	Folder: "extract/internal/quantity", Files: []string{"phraseclasses.csv"}, Key: []string{"class"},
	Columns: []rules.Column{
		{Name: "class", Needed: true, Values: phraseClasses},
		{Name: "does", Needed: true},
		{Name: rules.Yes, Many: true, Needed: true},
		{Name: rules.No, Many: true, Needed: true},
	},
}

var phraseKind = rules.Kind{
	Name: "setphrase", Section: "setphrases", Does: "a word or name that holds a numeral and counts nothing",
	Folder: "extract/internal/quantity", Files: []string{"setphrases.csv"}, Key: []string{"phrase"},
	Columns: []rules.Column{
		{Name: "phrase", Needed: true},
		{Name: "class", Needed: true, Values: phraseClasses},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

var contextKind = rules.Kind{
	Name: "context", Section: "contexts", Does: "words around a unit that say whether it counts",
	Folder: "extract/internal/quantity", Files: []string{"contexts.csv"}, Key: []string{"name"},
	Columns: []rules.Column{
		{Name: "name", Needed: true},
		{Name: "unit", Many: true, Needed: true},
		{Name: "numeral", Needed: true},
		{Name: "before", Many: true},
		{Name: "behind", Many: true},
		{Name: "verdict", Needed: true, Values: []string{"figure", "none"}},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

var pointKind = rules.Kind{
	Name: "point", Section: "points", Does: "a noun that counts points of a list and not things: 三个转变",
	Folder: "extract/internal/quantity", Files: []string{"points.csv"}, Key: []string{"noun"},
	Columns: []rules.Column{
		{Name: "noun", Needed: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

// Kinds are the kinds of entries that a Lexicon is made of.
func Kinds() []*rules.Kind {
	return []*rules.Kind{&unitKind, &nounKind, &boundKind, &phraseKind, &phraseClassKind, &contextKind, &pointKind, &grammarKind}
}

// Entries are the built-in entries of a kind.
func Entries(kind *rules.Kind) ([]rules.Entry, error) { return rules.Read(data, kind) }
