package exchange

// A flat table, one figure a row, for R and for spreadsheets.
//
// first and last are the positions of the figure's characters in the text, from
// 1 and both included, as R's substr takes them. A break within a cell is
// written \n (\r, \t alike, and \ as \\), so that a row is a line; a cell that a
// spreadsheet would run as a formula, or that begins with an apostrophe, has an
// apostrophe in front. Lists are written as in the tables of extract.

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/sink"
	"unionrep/extract"
)

// needed are the columns that every table has.
func needed() []string { return []string{"file", "first", "last"} }

// A column is one column of a table.
type column struct {
	name string
	kind field.Kind
}

// tableColumns are the columns that a table can have, in order. Those that no
// figure has a field for are left out, but for those that are needed.
func tableColumns() []column {
	var columns []column
	for _, name := range slices.Concat(needed(), goldFields(), field.Names()) {
		if !slices.ContainsFunc(columns, func(c column) bool { return c.name == name }) {
			columns = append(columns, column{name, kindOf(name)})
		}
	}
	return columns
}

func writeTable(w io.Writer, documents []*Document) error {
	columns := slices.DeleteFunc(tableColumns(), func(c column) bool {
		return !slices.Contains(needed(), c.name) && !slices.ContainsFunc(documents, func(d *Document) bool { return d.has(c.name) })
	})
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	table := csv.NewWriter(w)
	if err := table.Write(names); err != nil {
		return err
	}
	row := make([]string, len(columns))
	for _, d := range documents {
		x := newIndex(d.Text, CodePoints)
		for i := range d.Figures {
			f := &d.Figures[i]
			for k, c := range columns {
				switch c.name {
				case "file":
					row[k] = guarded(d.File)
				case "first":
					row[k] = strconv.Itoa(x.position(f.Start) + 1)
				case "last":
					row[k] = strconv.Itoa(x.position(f.End))
				default:
					row[k] = f.Fields.cell(c)
				}
			}
			if err := table.Write(row); err != nil {
				return err
			}
		}
	}
	table.Flush()
	return table.Error()
}

// has reports whether a figure of the document has a field.
func (d *Document) has(name string) bool {
	return slices.ContainsFunc(d.Figures, func(f Figure) bool { return len(f.Fields[name]) > 0 })
}

// kindOf is the kind of a field's value.
func kindOf(name string) field.Kind {
	switch name {
	case "nth":
		return field.Integer
	case "dup":
		return field.Boolean
	}
	f, _ := field.Named(name)
	return f.Kind // what is no field is text
}

// cell is a field as a cell.
func (f Fields) cell(c column) string {
	raw := f[c.name]
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	switch {
	case c.name == "alt":
		return guarded(string(raw))
	case c.name == "copies":
		var places []extract.Place
		if json.Unmarshal(raw, &places) == nil {
			return field.Places(places)
		}
	case c.name == "flags":
		var flags []string
		if json.Unmarshal(raw, &flags) == nil {
			return strings.Join(flags, ";")
		}
	case c.kind != field.Text:
		return string(raw)
	}
	return guarded(f.text(c.name))
}

// guarded is text that stays on its line and that a spreadsheet does not run.
func guarded(s string) string {
	s = escapes.Replace(s)
	if sink.Inert(s) != s || strings.HasPrefix(s, "'") {
		return "'" + s
	}
	return s
}

// unguarded undoes guarded.
func unguarded(s string) string { return unescapes.Replace(strings.TrimPrefix(s, "'")) }

var (
	escapes   = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`, "\t", `\t`)
	unescapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r", `\t`, "\t")
)

func readTable(data string) ([]*Document, error) {
	r := csv.NewReader(strings.NewReader(data))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("no header: %w", err)
	}
	for _, need := range needed() {
		if !slices.Contains(header, need) {
			return nil, fmt.Errorf("line 1: no column %s: the table must keep file, first and last", need)
		}
	}
	columns := columnsOf(header)
	var documents []*Document
	for {
		row, err := r.Read()
		if err == io.EOF {
			return documents, nil
		}
		if err != nil {
			return nil, err
		}
		number, _ := r.FieldPos(0)
		if err := addRow(&documents, columns, row, fmt.Sprintf("line %d", number)); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
}

// columnsOf are the columns of a header. One of the user's own has no name: it
// is passed over.
func columnsOf(header []string) []column {
	known := tableColumns()
	columns := make([]column, len(header))
	for i, name := range header {
		if k := slices.IndexFunc(known, func(c column) bool { return c.name == name }); k >= 0 {
			columns[i] = known[k]
		}
	}
	return columns
}

// addRow adds the figure of a row to the document that it names.
func addRow(documents *[]*Document, columns []column, row []string, place string) error {
	if len(row) != len(columns) {
		return fmt.Errorf("%d cells, where the header has %d", len(row), len(columns))
	}
	fields := Fields{}
	var file, first, last string
	for i, c := range columns {
		switch c.name {
		case "":
			continue
		case "first":
			first = row[i]
			continue
		case "last":
			last = row[i]
			continue
		case "file":
			file = row[i]
		}
		value, err := c.value(row[i])
		if err != nil {
			return err
		}
		if value != nil {
			fields[c.name] = value
		}
	}
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if errors.Join(err, err2) != nil {
		return fmt.Errorf("first and last are %q and %q, not whole numbers", first, last)
	}
	if !fields.isRecord() {
		delete(fields, "file")
	}
	d := documentOf(documents, unguarded(file))
	d.Figures = append(d.Figures, Figure{Fields: fields, find: byCharacters(from, to), place: place})
	return nil
}

// value is what a cell stands for; nil for an empty cell of a field that an
// annotation may lack.
func (c column) value(cell string) (json.RawMessage, error) {
	if cell == "NA" && c.kind != field.Text { // R's word for an empty cell
		cell = ""
	}
	switch {
	case cell == "" && slices.Contains([]string{"alt", "nth", "dup", "optional"}, c.name):
		return nil, nil
	case c.name == "alt":
		if cell = unguarded(cell); !json.Valid([]byte(cell)) {
			return nil, fmt.Errorf("alt is %q, not JSON", cell)
		}
		return json.RawMessage(cell), nil
	case c.name == "flags":
		flags := strings.FieldsFunc(cell, func(r rune) bool { return r == ';' })
		return json.Marshal(append([]string{}, flags...)) // [] where there is none
	case c.name == "copies":
		places, err := field.ParsePlaces(cell)
		if err != nil {
			return nil, fmt.Errorf("copies %w", err)
		}
		return json.Marshal(places)
	case c.kind == field.Boolean:
		b, err := strconv.ParseBool(cell) // R writes TRUE
		if err != nil {
			return nil, fmt.Errorf("%s is %q, not true or false", c.name, cell)
		}
		return json.RawMessage(strconv.FormatBool(b)), nil
	case c.kind == field.Text:
		return quote(unguarded(cell)), nil
	}
	f := Fields{}
	err := f.setNumber(c.name, cell)
	return f[c.name], err
}
