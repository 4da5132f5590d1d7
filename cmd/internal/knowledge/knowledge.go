// Package knowledge lays the rules files of a user over what the tool knows by
// itself, for the commands that read reports and those that tell of the rules.
package knowledge

import (
	"errors"
	"os"
	"slices"

	"unionrep/cmd/internal/source"
	"unionrep/extract"
	"unionrep/normalize"
	"unionrep/normalize/rules"
)

// Knowledge is what a command reads reports by.
type Knowledge struct {
	Figures    *extract.Knowledge
	Lookalikes *normalize.Lookalikes
	own        *rules.Set
}

// Load lays the rules files over the built-in knowledge, in order: what a later
// one says of a name changes what an earlier one says. Without a file it is the
// built-in knowledge. The error joins all that is wrong with the files, each
// with file, line and column. off are names of rules to switch off besides.
func Load(files []string, off ...string) (*Knowledge, error) {
	if len(files) == 0 && len(off) == 0 {
		return &Knowledge{Figures: extract.BuiltIn(), Lookalikes: normalize.BuiltInLookalikes()}, nil
	}
	catalog, err := Catalog()
	if err != nil {
		return nil, err
	}
	var own *rules.Set
	var wrong []error
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			wrong = append(wrong, source.Named(name, err))
			continue
		}
		set, err := catalog.Parse(name, data, own)
		own = rules.Join(own, set)
		wrong = append(wrong, err)
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, err
	}
	switched, err := catalog.Off(own, off)
	if err != nil {
		return nil, err
	}
	return laidOver(rules.Join(own, switched))
}

func laidOver(own *rules.Set) (*Knowledge, error) {
	k := &Knowledge{own: own}
	var err error
	if k.Figures, err = extract.New(own); err != nil {
		return nil, err
	}
	if k.Lookalikes, err = normalize.NewLookalikes(own); err != nil {
		return nil, err
	}
	return k, nil
}

// Catalog is the catalog of the built-in entries of all packages.
func Catalog() (*rules.Catalog, error) {
	entries, err := extract.Entries()
	if err != nil {
		return nil, err
	}
	more, err := normalize.Entries()
	if err != nil {
		return nil, err
	}
	return rules.NewCatalog(Kinds(), append(entries, more...))
}

// Entries are all entries by which reports are read: the built-in ones and
// those of the rules files, without what is switched off.
func (k *Knowledge) Entries() ([]rules.Entry, error) {
	catalog, err := Catalog()
	if err != nil {
		return nil, err
	}
	return catalog.Over(k.own), nil
}

// Test are the examples and counter-examples of an entry that fail.
func (k *Knowledge) Test(e *rules.Entry) []rules.Failure {
	if normalize.Knows(e) {
		return k.Lookalikes.Test(e)
	}
	return k.Figures.Test(e)
}

// Kinds are the kinds of the entries.
func Kinds() []*rules.Kind { return slices.Concat(extract.Kinds(), normalize.Kinds()) }

// KindNames are the names of the kinds.
func KindNames() []string {
	var names []string
	for _, kind := range Kinds() {
		names = append(names, kind.Name)
	}
	return names
}

// Own counts the entries of the rules files and what they switch off.
func (k *Knowledge) Own() (entries, off int) { return k.own.Len() }
