// Package field knows the fields of the record by name: what a table's cell
// holds of each, of which kind it is, and which words it is one of. Tables,
// conditions and the comparison of two runs all ask it.
package field

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"unionrep/extract"
)

// A Kind is the kind of a field's value.
type Kind uint8

// The kinds of values.
const (
	Text    Kind = iota
	Number       // an exact decimal, or nothing
	Integer      //
	Boolean      // true or false
	List         // texts or places; in a cell with ; between
)

// A Field is one field of the record.
type Field struct {
	Name string
	Kind Kind
	cell func(*extract.Record) string
}

// Cell is what a table's cell holds of r, "" where there is nothing to say.
func (f Field) Cell(r *extract.Record) string { return f.cell(r) }

// Words are the words that the field's value, or each value of a list, is one
// of; nil where any text may stand.
func (f Field) Words() []string { return extract.Words(f.Name) }

// Default are the names of the fields that people read.
func Default() []string {
	return []string{"file", "org", "section", "period", "subject", "action", "indicator", "value", "max", "bound",
		"unit", "kind", "quantity", "text", "line", "flags", "id"}
}

// Names are the names of all fields, in the order of the record.
func Names() []string {
	fields := All()
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// Named is the field of that name; ok is false where there is none.
func Named(name string) (f Field, ok bool) {
	fields := All()
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}

// All are the fields in the order of the record.
func All() []Field {
	return []Field{
		{"file", Text, func(r *extract.Record) string { return r.File }},
		{"doc", Text, func(r *extract.Record) string { return r.Doc }},
		{"id", Text, func(r *extract.Record) string { return r.ID }},
		{"title", Text, func(r *extract.Record) string { return r.Title }},
		{"org", Text, func(r *extract.Record) string { return r.Org }},
		{"subject", Text, func(r *extract.Record) string { return r.Subject }},
		{"section", Text, func(r *extract.Record) string { return r.Section }},
		{"topic", Text, func(r *extract.Record) string { return r.Topic }},
		{"period", Text, func(r *extract.Record) string { return r.Period }},
		{"period_start", Text, func(r *extract.Record) string { return r.PeriodStart }},
		{"period_end", Text, func(r *extract.Record) string { return r.PeriodEnd }},
		{"period_basis", Text, func(r *extract.Record) string { return r.PeriodBasis }},
		{"action", Text, func(r *extract.Record) string { return r.Action }},
		{"indicator", Text, func(r *extract.Record) string { return r.Indicator }},
		{"value", Number, func(r *extract.Record) string { return r.Value.String() }},
		{"max", Number, func(r *extract.Record) string { return number(r.Max) }},
		{"bound", Text, func(r *extract.Record) string { return r.Bound }},
		{"low", Number, func(r *extract.Record) string { return number(r.Low) }},
		{"high", Number, func(r *extract.Record) string { return number(r.High) }},
		{"unit", Text, func(r *extract.Record) string { return r.Unit }},
		{"kind", Text, func(r *extract.Record) string { return r.Kind }},
		{"nature", Text, func(r *extract.Record) string { return r.Nature }},
		{"quantity", Text, func(r *extract.Record) string { return r.Quantity }},
		{"text", Text, func(r *extract.Record) string { return r.Text }},
		{"source", Text, func(r *extract.Record) string { return r.Source }},
		{"start", Integer, func(r *extract.Record) string { return strconv.Itoa(r.Start) }},
		{"end", Integer, func(r *extract.Record) string { return strconv.Itoa(r.End) }},
		{"line", Integer, func(r *extract.Record) string { return strconv.Itoa(r.Line) }},
		{"column", Integer, func(r *extract.Record) string { return strconv.Itoa(r.Column) }},
		{"copies", List, func(r *extract.Record) string { return Places(r.Copies) }},
		{"flags", List, func(r *extract.Record) string { return strings.Join(r.Flags, ";") }},
		{"part_of", Text, func(r *extract.Record) string { return r.PartOf }},
		{"fact", Text, func(r *extract.Record) string { return r.Fact }},
		{"optional", Boolean, func(r *extract.Record) string { return strconv.FormatBool(r.Optional) }},
		{"rule", Text, func(r *extract.Record) string { return r.Rule }},
	}
}

// number is d in plain digits, "" where there is none.
func number[T fmt.Stringer](d *T) string {
	if d == nil {
		return ""
	}
	return (*d).String()
}

// Places are spans as a cell holds them, 5954-5967;6020-6033.
func Places(spans []extract.Place) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteByte(';')
		}
		fmt.Fprintf(&b, "%d-%d", s.Start, s.End)
	}
	return b.String()
}

// ParsePlaces are the spans of a cell that Places has written. The error tells a
// part that is none.
func ParsePlaces(cell string) ([]extract.Place, error) {
	spans := []extract.Place{}
	for text := range strings.SplitSeq(cell, ";") {
		if text == "" {
			continue
		}
		start, end, _ := strings.Cut(text, "-")
		from, err := strconv.Atoi(start)
		to, err2 := strconv.Atoi(end)
		if errors.Join(err, err2) != nil {
			return nil, fmt.Errorf("holds %q, not start-end", text)
		}
		spans = append(spans, extract.Place{Start: from, End: to})
	}
	return spans, nil
}
