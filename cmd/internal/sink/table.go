package sink

// CSV (RFC 4180) and its sibling with tabs. The header is always there, and no
// cell of text is one that a spreadsheet would run as a formula.

import (
	"bufio"
	"encoding/csv"
	"strings"

	"unionrep/extract"
)

type table struct {
	csv     *csv.Writer
	columns []column
	row     []string
	oneLine bool // a record is one line: breaks and tabs within a cell become blanks
}

func newTable(w *bufio.Writer, comma rune, o Options) (*table, error) {
	names := o.Columns
	if names == nil {
		names = DefaultColumns()
	}
	picked, err := pick(names)
	if err != nil {
		return nil, err
	}
	if o.Excel {
		if _, err := w.WriteString("\ufeff"); err != nil {
			return nil, err
		}
	}
	t := &table{csv: csv.NewWriter(w), columns: picked, row: make([]string, len(picked)), oneLine: comma == '\t'}
	t.csv.Comma = comma
	return t, t.csv.Write(names)
}

func (t *table) Write(d *Document) error {
	for i := range d.Records {
		if err := t.record(&d.Records[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) record(r *extract.Record) error {
	for i, c := range t.columns {
		if c.exact != nil {
			t.row[i] = c.exact(r)
			continue
		}
		cell := c.text(r)
		if t.oneLine {
			cell = blanks.Replace(cell)
		}
		t.row[i] = inert(cell)
	}
	return t.csv.Write(t.row)
}

func (t *table) Close() error {
	t.csv.Flush()
	return t.csv.Error()
}

var blanks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// inert puts an apostrophe before text that a spreadsheet would run as a
// formula (OWASP, CSV injection); some skip blanks and read full-width signs.
func inert(cell string) string {
	first := strings.TrimLeft(cell, " \t\r\n\u00a0\u3000")
	if strings.IndexAny(first, "=+-@＝＋－＠") == 0 {
		return "'" + cell
	}
	return cell
}
