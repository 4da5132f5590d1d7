package sink

// The columns of tables: fields of the record, and what is known of its
// document besides.

import (
	"fmt"
	"slices"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/meta"
	"unionrep/extract"
)

// A column is one of a table.
type column struct {
	field.Field      // with a name and a kind alone where meta is set
	meta        bool // its cells are of the document, not of the record
}

// of is what the column's cell holds of a record of d.
func (c column) of(d *Document, r *extract.Record) string {
	if c.meta {
		return d.Meta.Value(c.Name)
	}
	return c.Cell(r)
}

// columns are those of o.Columns.
func (o Options) columns() ([]column, error) {
	names := o.Columns
	if names == nil {
		names = field.Default()
	}
	columns := make([]column, 0, len(names))
	for _, name := range names {
		if slices.Contains(meta.Columns(), name) {
			columns = append(columns, column{field.Field{Name: name, Kind: field.Text}, true})
			continue
		}
		known, ok := field.Named(name)
		if !ok {
			return nil, fmt.Errorf("unknown field %q", name)
		}
		columns = append(columns, column{Field: known})
	}
	return columns, nil
}

// header are the names of the columns.
func header(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	return names
}
