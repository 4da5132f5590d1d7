package rules

// The catalog of the built-in entries, which a rules file is read against.

import (
	"fmt"
	"slices"
	"strings"
)

// A Catalog is the built-in entries of all kinds. It does not change once it is
// made.
type Catalog struct {
	kinds   []*Kind
	entries []Entry
	at      map[string]int // the entry of a name, by index
}

// NewCatalog is a catalog of these entries of these kinds. It is an error where
// two entries have one name.
func NewCatalog(kinds []*Kind, entries []Entry) (*Catalog, error) {
	c := &Catalog{kinds, entries, make(map[string]int, len(entries))}
	for i := range entries {
		name := entries[i].Name()
		if before, ok := c.at[name]; ok {
			return nil, fmt.Errorf("%s: %s stands in %s already", entries[i].Place, name, entries[before].Place)
		}
		c.at[name] = i
	}
	return c, nil
}

// Over are the entries of all kinds with those of a set laid over them.
func (c *Catalog) Over(own *Set) []Entry {
	var all []Entry
	for _, kind := range c.kinds {
		all = append(all, own.Over(kind, c.of(kind))...)
	}
	return all
}

// of are the built-in entries of a kind.
func (c *Catalog) of(kind *Kind) []Entry {
	var es []Entry
	for _, e := range c.entries {
		if e.Kind == kind {
			es = append(es, e)
		}
	}
	return es
}

// has says whether an entry of that name is built in, or a word that one rules
// out, which can be switched off by itself: unit/元/元件.
func (c *Catalog) has(name string) bool {
	if _, ok := c.at[name]; ok {
		return true
	}
	cut := strings.LastIndexByte(name, '/')
	if cut < 0 {
		return false
	}
	i, ok := c.at[name[:cut]]
	if !ok || c.entries[i].Kind.Column(Not) < 0 {
		return false
	}
	return slices.Contains(c.entries[i].Words(Not), name[cut+1:])
}

// Off is a set that switches off the entries of these names, built-in ones and
// those of own.
func (c *Catalog) Off(own *Set, names []string) (*Set, error) {
	s := &Set{off: make(map[string]bool)}
	for _, name := range names {
		if !c.has(name) && !own.has(name) {
			return nil, c.unknown(name)
		}
		s.switchOff(name)
	}
	return s, nil
}

// unknown is the error that there is no entry of that name.
func (c *Catalog) unknown(name string) error {
	if near := c.nearest(name); near != "" {
		return fmt.Errorf("there is no entry %q to switch off, see unionrep rules list; did you mean %s?", name, near)
	}
	return fmt.Errorf("there is no entry %q to switch off, see unionrep rules list", name)
}

// nearest is the built-in name that name can be a slip of: one of the same
// kind that differs in one character, or the same key of another kind.
func (c *Catalog) nearest(name string) string {
	kind, key, _ := strings.Cut(name, "/")
	for _, e := range c.entries {
		if e.Key == key || e.Kind.Name == kind && key != "" && slip(e.Key, key) {
			return e.Name()
		}
	}
	return ""
}

// slip says that two words differ in one character alone, put in, left out or
// another one.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 || len(y) < 2 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i < len(x) && slices.Equal(x[i+1:], y[i+1:])
	}
	return slices.Equal(x[i:], y[i+1:])
}
