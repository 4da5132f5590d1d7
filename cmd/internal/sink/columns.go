package sink

// The columns of a table: every field of the record, by its name there.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"unionrep/extract"
)

// DefaultColumns are those that people read.
func DefaultColumns() []string {
	return []string{"file", "org", "section", "period", "subject", "action", "indicator", "value", "max", "bound",
		"unit", "kind", "quantity", "text", "line", "flags", "id"}
}

// Columns are the names of all columns, in the order of the record's fields.
func Columns() []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

type column struct {
	name  string
	text  func(*extract.Record) string // a cell of text, nil where exact is set
	exact func(*extract.Record) string // a cell that is written as it stands: a number, true or false
}

var columns = []column{
	{name: "file", text: func(r *extract.Record) string { return r.File }},
	{name: "doc", text: func(r *extract.Record) string { return r.Doc }},
	{name: "id", text: func(r *extract.Record) string { return r.ID }},
	{name: "title", text: func(r *extract.Record) string { return r.Title }},
	{name: "org", text: func(r *extract.Record) string { return r.Org }},
	{name: "subject", text: func(r *extract.Record) string { return r.Subject }},
	{name: "section", text: func(r *extract.Record) string { return r.Section }},
	{name: "topic", text: func(r *extract.Record) string { return r.Topic }},
	{name: "period", text: func(r *extract.Record) string { return r.Period }},
	{name: "period_start", text: func(r *extract.Record) string { return r.PeriodStart }},
	{name: "period_end", text: func(r *extract.Record) string { return r.PeriodEnd }},
	{name: "period_basis", text: func(r *extract.Record) string { return r.PeriodBasis }},
	{name: "action", text: func(r *extract.Record) string { return r.Action }},
	{name: "indicator", text: func(r *extract.Record) string { return r.Indicator }},
	{name: "value", exact: func(r *extract.Record) string { return r.Value.String() }},
	{name: "max", exact: func(r *extract.Record) string { return number(r.Max) }},
	{name: "bound", text: func(r *extract.Record) string { return r.Bound }},
	{name: "low", exact: func(r *extract.Record) string { return number(r.Low) }},
	{name: "high", exact: func(r *extract.Record) string { return number(r.High) }},
	{name: "unit", text: func(r *extract.Record) string { return r.Unit }},
	{name: "kind", text: func(r *extract.Record) string { return r.Kind }},
	{name: "nature", text: func(r *extract.Record) string { return r.Nature }},
	{name: "quantity", text: func(r *extract.Record) string { return r.Quantity }},
	{name: "text", text: func(r *extract.Record) string { return r.Text }},
	{name: "source", text: func(r *extract.Record) string { return r.Source }},
	{name: "start", exact: func(r *extract.Record) string { return strconv.Itoa(r.Start) }},
	{name: "end", exact: func(r *extract.Record) string { return strconv.Itoa(r.End) }},
	{name: "line", exact: func(r *extract.Record) string { return strconv.Itoa(r.Line) }},
	{name: "column", exact: func(r *extract.Record) string { return strconv.Itoa(r.Column) }},
	{name: "copies", text: func(r *extract.Record) string { return places(r.Copies) }},
	{name: "flags", text: func(r *extract.Record) string { return strings.Join(r.Flags, ";") }},
	{name: "part_of", text: func(r *extract.Record) string { return r.PartOf }},
	{name: "fact", text: func(r *extract.Record) string { return r.Fact }},
	{name: "optional", exact: func(r *extract.Record) string { return strconv.FormatBool(r.Optional) }},
	{name: "rule", text: func(r *extract.Record) string { return r.Rule }},
}

// pick returns the columns of these names, in this order.
func pick(names []string) ([]column, error) {
	var picked []column
	for _, name := range names {
		i := slices.IndexFunc(columns, func(c column) bool { return c.name == name })
		if i < 0 {
			return nil, fmt.Errorf("unknown column %q", name)
		}
		picked = append(picked, columns[i])
	}
	return picked, nil
}

// number is d in plain digits, "" where there is none.
func number[T fmt.Stringer](d *T) string {
	if d == nil {
		return ""
	}
	return (*d).String()
}

// places is 5954-5967;6020-6033.
func places(spans []extract.Place) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteByte(';')
		}
		fmt.Fprintf(&b, "%d-%d", s.Start, s.End)
	}
	return b.String()
}
