package rules

// Rules files: YAML with a list of entries for each kind, and the names of
// those to switch off.

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// offKey is the key of the names to switch off.
const offKey = "off"

// Parse reads a rules file, whose name the places of its entries bear, behind
// those that before was read from, whose entries it may change and switch off.
// The error joins all that is wrong with it, each with file, line and column.
func (c *Catalog) Parse(name string, data []byte, before *Set) (*Set, error) {
	root, err := Document(name, data)
	if root == nil || err != nil {
		return nil, err
	}
	f := file{catalog: c, name: name, before: before, set: &Set{off: make(map[string]bool)}, seen: make(map[string]Place)}
	f.read(root)
	if len(f.wrong) > 0 {
		return nil, errors.Join(f.wrong...)
	}
	return f.set, nil
}

// Join is the entries of all sets: what a later one says of a name changes what
// an earlier one says.
func Join(sets ...*Set) *Set {
	all := &Set{off: make(map[string]bool)}
	for _, s := range sets {
		if s == nil {
			continue
		}
		all.entries = append(all.entries, s.entries...)
		all.offWords = all.offWords || s.offWords
		for name := range s.off {
			all.off[name] = true
		}
	}
	return all
}

// A file is a rules file that is being read.
type file struct {
	catalog *Catalog
	name    string
	before  *Set // of the files before it
	set     *Set
	seen    map[string]Place // the entries that it has told, by name
	wrong   []error
}

func (f *file) fail(n *yaml.Node, format string, values ...any) {
	f.wrong = append(f.wrong, fmt.Errorf("%s: %s", f.place(n), fmt.Sprintf(format, values...)))
}

func (f *file) place(n *yaml.Node) Place { return Place{f.name, n.Line, n.Column} }

// read reads the sections of the file. Names are switched off at the end: they
// may be those of its own entries.
func (f *file) read(root *yaml.Node) {
	if root.Kind != yaml.MappingNode {
		f.fail(root, "this is %s, want sections: %s", sort(root), strings.Join(f.sections(), ", "))
		return
	}
	var off *yaml.Node
	told := make(map[string]bool)
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], resolve(root.Content[i+1])
		if told[key.Value] {
			f.fail(key, "the section %s is there twice", key.Value)
			continue
		}
		told[key.Value] = true
		k := slices.IndexFunc(f.catalog.kinds, func(k *Kind) bool { return k.Section != "" && k.Section == key.Value })
		switch {
		case key.Value == offKey:
			off = value
		case k >= 0:
			f.section(f.catalog.kinds[k], value)
		default:
			f.fail(key, "there is no section %q, want %s", key.Value, oneOf(f.sections()))
		}
	}
	if off != nil {
		f.switchOff(off)
	}
}

// sections are the keys that a rules file may have.
func (f *file) sections() []string {
	var names []string
	for _, k := range f.catalog.kinds {
		if k.Section != "" {
			names = append(names, k.Section)
		}
	}
	return append(names, offKey)
}

func (f *file) section(kind *Kind, list *yaml.Node) {
	if list.Kind != yaml.SequenceNode {
		f.fail(list, "%s is %s, want a list of entries", kind.Section, sort(list))
		return
	}
	for _, n := range list.Content {
		f.entry(kind, resolve(n))
	}
}

func (f *file) entry(kind *Kind, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		f.fail(n, "an entry of %s is %s, want keys and values: %s", kind.Section, sort(n), columnNames(kind))
		return
	}
	e := Entry{Kind: kind, Cells: make([][]string, len(kind.Columns)), Place: f.place(n), Own: true}
	at := make([]*yaml.Node, len(kind.Columns))
	before := len(f.wrong)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], resolve(n.Content[i+1])
		c := kind.Column(key.Value)
		switch {
		case c < 0:
			f.fail(key, "%s have no %q, want %s", kind.Section, key.Value, columnNames(kind))
		case at[c] != nil:
			f.fail(key, "%s is there twice", key.Value)
		default:
			at[c] = value
			e.Cells[c] = f.cell(&kind.Columns[c], value)
		}
	}
	if len(f.wrong) > before {
		return
	}
	f.add(e, n, at)
}

// add adds an entry whose cells are read from the nodes at.
func (f *file) add(e Entry, n *yaml.Node, at []*yaml.Node) {
	i, err := e.check()
	if err != nil && at[i] == nil && !slices.Contains(e.Kind.Key, e.Kind.Columns[i].Name) && f.changes(&e) {
		// It changes another entry, which has what is missing.
		i, err = e.checkChange()
	}
	if err != nil {
		if at[i] != nil {
			n = at[i]
		}
		f.fail(n, "%v", err)
		return
	}
	if before, ok := f.seen[e.Name()]; ok {
		f.fail(n, "%s stands in %s already", e.Name(), before)
		return
	}
	f.seen[e.Name()] = e.Place
	if !f.changes(&e) {
		for i, c := range e.Kind.Columns {
			for _, w := range e.Cells[i] {
				if c.Many && len(w) > 1 && w[0] == '-' {
					f.fail(at[i], "%s takes away %s, but there is no entry %s yet", c.Name, w[1:], e.Name())
					return
				}
			}
		}
	}
	f.set.entries = append(f.set.entries, e)
}

// changes says that there is an entry of that name without this file.
func (f *file) changes(e *Entry) bool {
	e.setKey()
	_, builtIn := f.catalog.at[e.Name()]
	return builtIn || f.before.has(e.Name())
}

// cell is the words of one value.
func (f *file) cell(c *Column, n *yaml.Node) []string {
	switch {
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null", n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == "":
		f.fail(n, "%s is empty", c.Name)
	case n.Kind == yaml.ScalarNode && c.Many:
		return strings.Fields(n.Value)
	case n.Kind == yaml.ScalarNode:
		return []string{n.Value}
	case n.Kind == yaml.SequenceNode && c.Many:
		var words []string
		for _, item := range n.Content {
			if item = resolve(item); item.Kind != yaml.ScalarNode || strings.TrimSpace(item.Value) == "" || item.Tag == "!!null" {
				f.fail(item, "%s has %s in its list, want a word", c.Name, sort(item))
				continue
			}
			words = append(words, item.Value)
		}
		return words
	case c.Many:
		f.fail(n, "%s is %s, want a list of words", c.Name, sort(n))
	default:
		f.fail(n, "%s is %s, want one word", c.Name, sort(n))
	}
	return nil
}

// switchOff reads the names of what is switched off.
func (f *file) switchOff(list *yaml.Node) {
	if list.Kind != yaml.SequenceNode {
		f.fail(list, "%s is %s, want a list of names, such as unit/元", offKey, sort(list))
		return
	}
	for _, n := range list.Content {
		n = resolve(n)
		if n.Kind != yaml.ScalarNode {
			f.fail(n, "%s has %s in its list, want a name, such as unit/元", offKey, sort(n))
			continue
		}
		if _, own := f.seen[n.Value]; !own && !f.catalog.has(n.Value) && !f.before.has(n.Value) {
			f.fail(n, "%v", f.catalog.unknown(n.Value))
			continue
		}
		f.set.switchOff(n.Value)
	}
}

// resolve is the node that an alias stands for.
func resolve(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// sort says what a node is, in the words of who wrote it.
func sort(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Tag == "!!null" || strings.TrimSpace(n.Value) == "":
		return "empty"
	}
	return strconv.Quote(n.Value)
}

func columnNames(kind *Kind) string {
	names := make([]string, len(kind.Columns))
	for i, c := range kind.Columns {
		names[i] = c.Name
	}
	return oneOf(names)
}
