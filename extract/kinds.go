package extract

// The kinds of entries that Knowledge is made of.

import (
	"embed"
	"errors"
	"slices"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize/rules"
)

//go:embed data/*.csv
var files embed.FS

var (
	topicKind   = listKind("topic", "topics", "topics.csv", "topic", "words that tell the subject field of a figure")
	headingKind = listKind("heading", "headings", "plans.csv", "name", "words of headings that announce or review a plan")
	natureKind  = listKind("nature", "natures", "natures.csv", "name", "words that tell a figure's nature")
	partKind    = listKind("part", "parts", "parts.csv", "name", "words of parts that exclude each other")
	tableKind   = listKind("table", "tables", "tables.csv", "kind", "labels of the rows and columns of tables")
	orgKind     = listKind("org", "orgs", "orgs.csv", "kind", "words that names of organisations end in")
)

// layoutKind are the rules of where on a page numbers count; how they do it is
// code.
var layoutKind = rules.Kind{
	Name: "layout", Does: "a rule of where on a page a number counts",
	Folder: "extract", Files: []string{"data/layout.csv"}, Key: []string{"rule"},
	Columns: rules.Coded(),
}

// The rules of the layout.
const (
	ruleFurniture = "layout/furniture"
	ruleTable     = "layout/table"
)

// listKind is a kind of entry that is a list of words with a name.
func listKind(name, section, file, key, does string) rules.Kind {
	return rules.Kind{
		Name: name, Section: section, Does: does, Folder: "extract", Files: []string{"data/" + file}, Key: []string{key},
		Columns: []rules.Column{
			{Name: key, Needed: true},
			{Name: "words", Many: true, Needed: true},
			{Name: rules.Yes, Many: true},
			{Name: rules.No, Many: true},
		},
	}
}

// Kinds are the kinds of entries that Knowledge is made of.
func Kinds() []*rules.Kind {
	return slices.Concat(quantity.Kinds(), lexicon.Kinds(), attach.Kinds(), listKinds())
}

// Entries are the built-in entries of all kinds, by kind and file.
func Entries() ([]rules.Entry, error) {
	var all []rules.Entry
	read := func(kinds []*rules.Kind, entries func(*rules.Kind) ([]rules.Entry, error)) error {
		for _, kind := range kinds {
			es, err := entries(kind)
			if err != nil {
				return err
			}
			all = append(all, es...)
		}
		return nil
	}
	err := errors.Join(
		read(quantity.Kinds(), quantity.Entries), read(lexicon.Kinds(), lexicon.Entries), read(attach.Kinds(), attach.Entries),
		read(listKinds(), func(kind *rules.Kind) ([]rules.Entry, error) { return rules.Read(files, kind) }),
	)
	return all, err
}

func listKinds() []*rules.Kind {
	return []*rules.Kind{&topicKind, &headingKind, &natureKind, &partKind, &tableKind, &orgKind, &layoutKind}
}
