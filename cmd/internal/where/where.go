// Package where holds the conditions by which records are chosen: a field is
// one of some values, or none of them.
package where

import (
	"fmt"
	"slices"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/meta"
	"unionrep/extract"
)

// A Condition is FIELD=VALUE,VALUE or FIELD!=VALUE,VALUE. A list holds where
// one of its values does; an empty VALUE stands for a field without a value.
type Condition struct {
	Field  field.Field // with its name alone where it is of the document
	Values []string
	Not    bool
}

// Names are the names of the fields that conditions are on: those of the
// record, and what is known of its document besides.
func Names() []string { return slices.Concat(field.Names(), meta.Columns()) }

// OfDocument reports whether the condition is on what is known of the document.
func (c Condition) OfDocument() bool { return strings.HasPrefix(c.Field.Name, meta.Prefix) }

// An UnknownError is a field that there is not, or a word that a field never
// holds.
type UnknownError struct {
	What  string   // what Word should have been
	Word  string   // as it was written
	Words []string // those that there are
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("%q is no %s", e.Word, e.What)
}

// Parse reads a condition. A field or word that there is not is an
// *UnknownError.
func Parse(s string) (Condition, error) {
	name, values, found := strings.Cut(s, "=")
	if !found {
		return Condition{}, fmt.Errorf("%q is no condition: write FIELD=VALUE, FIELD=VALUE,VALUE or FIELD!=VALUE", s)
	}
	name, not := strings.CutSuffix(name, "!")
	name = strings.TrimSpace(name)
	if !slices.Contains(Names(), name) {
		return Condition{}, &UnknownError{"field", name, Names()}
	}
	c := Condition{field.Field{Name: name}, strings.Split(values, ","), not}
	if known, ok := field.Named(name); ok {
		c.Field = known
	}
	for i, value := range c.Values {
		value = strings.TrimSpace(value)
		if words := Words(c.Field); value != "" && words != nil && !slices.Contains(words, value) {
			return Condition{}, &UnknownError{"value of " + name, value, words}
		}
		c.Values[i] = value
	}
	return c, nil
}

// Words are all values that a field can have, nil where they are not known.
func Words(f field.Field) []string {
	if f.Kind == field.Boolean {
		return []string{"true", "false"}
	}
	return f.Words()
}

// of are the values that the condition's field has: several of a list.
func (c Condition) of(r *extract.Record, document *meta.Row) []string {
	switch {
	case c.OfDocument():
		return []string{document.Value(c.Field.Name)}
	case c.Field.Kind == field.List:
		return strings.Split(c.Field.Cell(r), ";")
	}
	return []string{c.Field.Cell(r)}
}

// holds reports whether the condition is true of a record whose field has
// these values.
func (c Condition) holds(values []string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return slices.Contains(c.Values, v) }) != c.Not
}

// A Filter chooses the records of which all of its conditions hold. It counts
// what it sees, so that a value that no record has can be told.
type Filter struct {
	conditions []Condition
	seen       []map[string]int // by condition, how many records have each value; nil where the words are known
}

// New is a filter of these conditions; of none it keeps every record.
func New(conditions []Condition) *Filter {
	f := &Filter{conditions, make([]map[string]int, len(conditions))}
	for i, c := range conditions {
		if Words(c.Field) == nil {
			f.seen[i] = make(map[string]int)
		}
	}
	return f
}

// Keep reports whether all conditions hold of r and of what is known of its
// document, nil for nothing.
func (f *Filter) Keep(r *extract.Record, document *meta.Row) bool {
	keep := true
	for i, c := range f.conditions {
		values := c.of(r, document)
		for _, v := range values {
			if f.seen[i] != nil {
				f.seen[i][v]++
			}
		}
		keep = keep && c.holds(values)
	}
	return keep
}

// Unmet are the values of conditions that no record had, which may be slips;
// of each, its field and the values that records had, the frequent ones first.
func (f *Filter) Unmet() []*UnknownError {
	var unmet []*UnknownError
	for i, c := range f.conditions {
		if f.seen[i] == nil {
			continue
		}
		for _, v := range c.Values {
			if f.seen[i][v] == 0 && v != "" {
				unmet = append(unmet, &UnknownError{c.Field.Name, v, frequent(f.seen[i])})
			}
		}
	}
	return unmet
}

// frequent are the values, those that occur most first, without the empty one.
func frequent(counts map[string]int) []string {
	var values []string
	for v := range counts {
		if v != "" {
			values = append(values, v)
		}
	}
	slices.SortFunc(values, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return values
}
