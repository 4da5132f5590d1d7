// Package meta reads what is known of documents and not said in them: a CSV
// file of addresses, publishers and dates.
package meta

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"unionrep/cmd/internal/near"
	"unionrep/cmd/internal/source"
	"unionrep/normalize"
)

// Prefix stands before the names of the columns where records carry them.
const Prefix = "meta."

// A Row is what is known of one document, "" for what is not.
type Row struct {
	URL       string `json:"url"`
	Publisher string `json:"publisher"`
	Published string `json:"published"` // ISO 8601, as precise as known
	Retrieved string `json:"retrieved"`
	Region    string `json:"region"`
}

// values are the names of the columns of a Row.
func values() []string { return []string{"url", "publisher", "published", "retrieved", "region"} }

// keys are the columns that say which document a row is of.
func keys() []string { return []string{"file", "sha256", "doc"} }

// Columns are the names of the columns that records can carry.
func Columns() []string {
	names := values()
	for i := range names {
		names[i] = Prefix + names[i]
	}
	return names
}

// Value is the cell of a column, with or without Prefix; "" of a nil row.
func (r *Row) Value(column string) string {
	if r == nil {
		return ""
	}
	if p := r.at(strings.TrimPrefix(column, Prefix)); p != nil {
		return *p
	}
	return ""
}

// at is where the row keeps a value, nil for no name of one.
func (r *Row) at(name string) *string {
	switch name {
	case "url":
		return &r.URL
	case "publisher":
		return &r.Publisher
	case "published":
		return &r.Published
	case "retrieved":
		return &r.Retrieved
	case "region":
		return &r.Region
	}
	return nil
}

// A Table is the rows of a file, by document.
type Table struct {
	name   string
	rows   []Row
	lines  []int          // of the rows
	byFile map[string]int // row by path
	byDoc  map[string]int // row by doc
}

// Load reads the file called name. The error joins all that is wrong with it,
// each with file, line and column.
func Load(name string) (*Table, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, source.Named(name, err)
	}
	return parse(name, raw)
}

func parse(name string, raw []byte) (*Table, error) {
	source, err := normalize.Decode(raw, "") // spreadsheets write GBK as well
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	l := loader{
		csv:   csv.NewReader(strings.NewReader(source.DecodedText())),
		table: &Table{name: name, byFile: map[string]int{}, byDoc: map[string]int{}},
	}
	l.csv.FieldsPerRecord = -1 // told with a place of its own
	l.csv.TrimLeadingSpace = true
	l.read()
	if err := errors.Join(l.wrong...); err != nil {
		return nil, err
	}
	return l.table, nil
}

// Row is what is known of the document called name, whose doc is doc; nil for
// nothing.
func (t *Table) Row(name, doc string) *Row {
	if i, ok := t.byFile[filepath.Clean(name)]; ok {
		return &t.rows[i]
	}
	if i, ok := t.byDoc[doc]; ok {
		return &t.rows[i]
	}
	return nil
}

// Len is how many rows the table has.
func (t *Table) Len() int { return len(t.rows) }

// Unused are the rows that used does not hold, each with its place.
func (t *Table) Unused(used map[*Row]bool) []string {
	var places []string
	for i := range t.rows {
		if !used[&t.rows[i]] {
			places = append(places, fmt.Sprintf("%s:%d", t.name, t.lines[i]))
		}
	}
	return places
}

// A loader reads a table and gathers what is wrong with it.
type loader struct {
	csv     *csv.Reader
	table   *Table
	columns []string
	wrong   []error
}

func (l *loader) read() {
	for {
		cells, err := l.csv.Read()
		var broken *csv.ParseError
		switch {
		case err == io.EOF && l.columns == nil:
			l.fail(1, 1, "no header: name the columns, such as file,url,published")
			return
		case err == io.EOF:
			return
		case errors.As(err, &broken):
			l.fail(broken.Line, broken.Column, broken.Err.Error())
			return
		case err != nil:
			l.wrong = append(l.wrong, fmt.Errorf("%s: %w", l.table.name, err))
			return
		case l.columns == nil:
			if !l.header(cells) {
				return
			}
		default:
			l.row(cells)
		}
	}
}

// header takes the first line, and reports whether the others can be read.
func (l *loader) header(cells []string) bool {
	known := slices.Concat(keys(), values())
	for i, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		switch {
		case !slices.Contains(known, name):
			l.failAt(i, fmt.Sprintf("unknown column %q: columns are %s%s", cell, strings.Join(known, ", "), near.Hint(name, known)))
		case slices.Contains(l.columns, name):
			l.failAt(i, fmt.Sprintf("the column %s is there twice", name))
		}
		l.columns = append(l.columns, name)
	}
	if !slices.ContainsFunc(keys(), func(key string) bool { return slices.Contains(l.columns, key) }) {
		l.failAt(0, "no column says which document a row is of: add "+strings.Join(keys(), ", or "))
	}
	return len(l.wrong) == 0
}

// row takes a line behind the header. Spreadsheets write empty ones.
func (l *loader) row(cells []string) {
	if strings.Join(cells, "") == "" {
		return
	}
	if len(cells) != len(l.columns) {
		l.failAt(0, fmt.Sprintf("%d cells, but %d columns", len(cells), len(l.columns)))
		return
	}
	var row Row
	line, _ := l.csv.FieldPos(0)
	n, named, wrong := len(l.table.rows), false, len(l.wrong)
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		switch name := l.columns[i]; {
		case cell == "":
		case name == "file":
			named = true
			l.files(i, cell, n)
		case name == "sha256" || name == "doc":
			named = true
			if doc := docOf(cell); doc == "" {
				l.failAt(i, fmt.Sprintf("%q is neither the 64 hexadecimal digits of a SHA-256 nor the doc of a record", cell))
			} else {
				l.key(l.table.byDoc, doc, i, n)
			}
		case (name == "published" || name == "retrieved") && !isDate(cell):
			l.failAt(i, fmt.Sprintf("%q is no date: write 2019, 2019-03 or 2019-03-05", cell))
		default:
			*row.at(name) = cell
		}
	}
	if !named && len(l.wrong) == wrong {
		l.failAt(0, "the row names no document")
	}
	l.table.rows = append(l.table.rows, row)
	l.table.lines = append(l.table.lines, line)
}

// files notes the paths that a file name stands for: as given on the command
// line, and from the folder of the table.
func (l *loader) files(column int, name string, row int) {
	path := filepath.Clean(name)
	if !l.key(l.table.byFile, path, column, row) {
		return
	}
	if folder := filepath.Dir(l.table.name); !filepath.IsAbs(path) && folder != "." {
		if _, taken := l.table.byFile[filepath.Join(folder, path)]; !taken {
			l.table.byFile[filepath.Join(folder, path)] = row
		}
	}
}

// key notes the row of a key, and reports whether it is the first.
func (l *loader) key(rows map[string]int, key string, column, row int) bool {
	if before, taken := rows[key]; taken && before != row {
		l.failAt(column, fmt.Sprintf("the document of line %d again", l.table.lines[before]))
		return false
	}
	rows[key] = row
	return true
}

func (l *loader) failAt(cell int, message string) {
	line, column := l.csv.FieldPos(cell)
	l.fail(line, column, message)
}

func (l *loader) fail(line, column int, message string) {
	l.wrong = append(l.wrong, fmt.Errorf("%s:%d:%d: %s", l.table.name, line, column, message))
}

var (
	wholeSum = regexp.MustCompile(`^[0-9a-f]{64}$`)
	shortSum = regexp.MustCompile(`^d[0-9a-f]{15}$`)
)

// docOf is the doc of a SHA-256 or of itself, "" for neither.
func docOf(key string) string {
	key = strings.ToLower(key)
	switch {
	case wholeSum.MatchString(key):
		return "d" + key[:15]
	case shortSum.MatchString(key):
		return key
	}
	return ""
}

// isDate tells a date of ISO 8601 that is on the calendar.
func isDate(text string) bool {
	for _, layout := range [...]string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}
