package sink

// CSV (RFC 4180) and its sibling with tabs. The header is always there, and no
// cell of text is one that a spreadsheet would run as a formula.

import (
	"bufio"
	"encoding/csv"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/extract"
)

type table struct {
	csv     *csv.Writer
	columns []column
	row     []string
	oneLine bool // a record is one line: breaks and tabs within a cell become blanks
}

func newTable(w *bufio.Writer, comma rune, o Options) (*table, error) {
	columns, err := o.columns()
	if err != nil {
		return nil, err
	}
	if o.Excel {
		if _, err := w.WriteString("\ufeff"); err != nil {
			return nil, err
		}
	}
	t := &table{csv: csv.NewWriter(w), columns: columns, row: make([]string, len(columns)), oneLine: comma == '\t'}
	t.csv.Comma = comma
	return t, t.csv.Write(header(columns))
}

func (t *table) Write(d *Document) error {
	for i := range d.Records {
		if err := t.record(d, &d.Records[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) record(d *Document, r *extract.Record) error {
	for i, c := range t.columns {
		t.row[i] = c.of(d, r)
		if c.Kind != field.Text {
			continue
		}
		if t.oneLine {
			t.row[i] = blanks.Replace(t.row[i])
		}
		t.row[i] = Inert(t.row[i])
	}
	return t.csv.Write(t.row)
}

func (t *table) Close() error {
	t.csv.Flush()
	return t.csv.Error()
}

var blanks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// Inert puts an apostrophe before text that a spreadsheet would run as a
// formula (OWASP, CSV injection); some skip blanks and read full-width signs,
// some take what follows a tab or a break for a cell of its own.
func Inert(cell string) string {
	first := strings.TrimLeft(cell, " \t\r\n\u00a0\u3000")
	if strings.IndexAny(first, "=+-@＝＋－＠") == 0 || strings.IndexAny(cell, "\t\r\n") == 0 {
		return "'" + cell
	}
	return cell
}

// Live takes the apostrophe off again that Inert has put before a text.
func Live(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && Inert(text) == cell {
		return text
	}
	return cell
}
