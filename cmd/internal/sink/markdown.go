package sink

// A Markdown table, as GitHub and pandoc read it: a record is one line, and
// what a cell holds is shown as it is, never read as markup.

import (
	"bufio"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/extract"
)

type markdown struct {
	w       *bufio.Writer
	columns []column
}

func newMarkdown(w *bufio.Writer, o Options) (*markdown, error) {
	columns, err := o.columns()
	if err != nil {
		return nil, err
	}
	m := &markdown{w, columns}
	rule := make([]string, len(columns))
	for i, c := range columns {
		rule[i] = "---"
		if c.Kind == field.Number || c.Kind == field.Integer {
			rule[i] = "--:"
		}
	}
	names := header(columns)
	for i := range names {
		names[i] = literal.Replace(names[i])
	}
	m.row(names)
	return m, m.row(rule)
}

func (m *markdown) Write(d *Document) error {
	for i := range d.Records {
		if err := m.record(d, &d.Records[i]); err != nil {
			return err
		}
	}
	return nil
}

func (m *markdown) record(d *Document, r *extract.Record) error {
	cells := make([]string, len(m.columns))
	for i, c := range m.columns {
		cells[i] = c.of(d, r)
		if c.Kind == field.Text || c.Kind == field.List {
			cells[i] = literal.Replace(cells[i])
		}
	}
	return m.row(cells)
}

func (m *markdown) Close() error { return nil }

// row writes | a | b |.
func (m *markdown) row(cells []string) error {
	_, err := m.w.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	return err
}

// literal puts a backslash before what Markdown, or GitHub's or pandoc's, may
// read as markup, and makes breaks blanks.
var literal = strings.NewReplacer(
	"\r\n", " ", "\n", " ", "\r", " ", "\t", " ",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "~", `\~`, "|", `\|`, "[", `\[`, "]", `\]`, "$", `\$`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;",
	"://", `\://`, "www.", `www\.`, "@", `\@`, // addresses that stand bare become links
)
