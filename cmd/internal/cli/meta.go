package cli

// What a file says of documents besides their text (--meta).

import (
	"errors"
	"slices"
	"strings"

	"unionrep/cmd/internal/meta"
	"unionrep/cmd/internal/where"
)

// metadata is a table of documents, and which of its rows some input has.
type metadata struct {
	table *meta.Table // nil for none
	used  map[*meta.Row]bool
}

// loadMeta reads the table at path, "" for none.
func loadMeta(path string) (*metadata, error) {
	m := &metadata{used: map[*meta.Row]bool{}}
	if path == "" {
		return m, nil
	}
	var err error
	m.table, err = meta.Load(path)
	return m, err
}

// row is what the table says of a document, nil for nothing.
func (m *metadata) row(name, doc string) *meta.Row {
	if m.table == nil {
		return nil
	}
	return m.table.Row(name, doc)
}

// use notes that an input has the row.
func (m *metadata) use(row *meta.Row) { m.used[row] = true }

// unused tells the rows that no input has, to who wants to know; and to
// everybody where that is all of them, since the paths then hardly fit.
func (m *metadata) unused(s Streams, o inputOptions) {
	if m.table == nil {
		return
	}
	unused := m.table.Unused(m.used)
	switch {
	case o.verbose:
		for _, place := range unused {
			s.note(place, "no input is the document of this row")
		}
	case len(unused) > 0 && len(unused) == m.table.Len():
		o.complain(s, unused[0], errors.New("no row from here on is of a document that was read; file is its path as given, or from the folder of the table"))
	}
}

// checkMetaColumns refuses columns of a table that is not there, and conditions
// on them.
func checkMetaColumns(path string, columns []string, conditions []where.Condition) error {
	if path == "" && (slices.ContainsFunc(columns, func(c string) bool { return strings.HasPrefix(c, meta.Prefix) }) ||
		slices.ContainsFunc(conditions, where.Condition.OfDocument)) {
		return errors.New("columns that begin with meta. are those of a file: name it with --meta")
	}
	return nil
}
