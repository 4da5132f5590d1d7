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
)

// tableColumns are the columns that a table can have, in order. Those that no
// figure has a field for are left out, but for file, first and last.
func tableColumns() []string {
	columns := []string{"file", "first", "last"}
	for _, name := range slices.Concat(goldFields(), field.Names()) {
		if !slices.Contains(columns, name) {
			columns = append(columns, name)
		}
	}
	return columns
}

func writeTable(w io.Writer, documents []*Document) error {
	columns := slices.DeleteFunc(tableColumns(), func(name string) bool {
		return name != "file" && name != "first" && name != "last" && !slices.ContainsFunc(documents, func(d *Document) bool { return d.has(name) })
	})
	table := csv.NewWriter(w)
	if err := table.Write(columns); err != nil {
		return err
	}
	row := make([]string, len(columns))
	for _, d := range documents {
		x := newIndex(d.Text, CodePoints)
		for i := range d.Figures {
			f := &d.Figures[i]
			for k, name := range columns {
				switch name {
				case "file":
					row[k] = guarded(d.File)
				case "first":
					row[k] = strconv.Itoa(x.position(f.Start) + 1)
				case "last":
					row[k] = strconv.Itoa(x.position(f.End))
				default:
					row[k] = f.Fields.cell(name)
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
	for _, f := range field.All() {
		if f.Name == name {
			return f.Kind
		}
	}
	return field.Text
}

// cell is a field as a cell.
func (f Fields) cell(name string) string {
	raw := f[name]
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	switch {
	case name == "alt":
		return guarded(string(raw))
	case name == "copies":
		var places []struct{ Start, End int }
		if json.Unmarshal(raw, &places) == nil {
			var spans []string
			for _, p := range places {
				spans = append(spans, fmt.Sprintf("%d-%d", p.Start, p.End))
			}
			return strings.Join(spans, ";")
		}
	case name == "flags":
		var flags []string
		if json.Unmarshal(raw, &flags) == nil {
			return strings.Join(flags, ";")
		}
	case kindOf(name) != field.Text:
		return string(raw)
	}
	return guarded(f.text(name))
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
	columns, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("no header: %w", err)
	}
	for _, need := range []string{"file", "first", "last"} {
		if !slices.Contains(columns, need) {
			return nil, fmt.Errorf("line 1: no column %s: the table must keep file, first and last", need)
		}
	}
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

func addRow(documents *[]*Document, columns, row []string, place string) error {
	if len(row) != len(columns) {
		return fmt.Errorf("%d cells, where the header has %d", len(row), len(columns))
	}
	fields := Fields{}
	cells := map[string]string{}
	for i, name := range columns {
		cells[name] = row[i]
		if name == "first" || name == "last" || !slices.Contains(tableColumns(), name) { // a column of the user's own
			continue
		}
		value, err := valueOf(name, row[i])
		if err != nil {
			return err
		}
		if value != nil {
			fields[name] = value
		}
	}
	first, err := strconv.Atoi(cells["first"])
	last, err2 := strconv.Atoi(cells["last"])
	if errors.Join(err, err2) != nil {
		return fmt.Errorf("first and last are %q and %q, not whole numbers", cells["first"], cells["last"])
	}
	if !fields.isRecord() {
		delete(fields, "file")
	}
	d := documentOf(documents, unguarded(cells["file"]))
	d.Figures = append(d.Figures, Figure{Fields: fields, find: byCharacters(first, last), place: place})
	return nil
}

// valueOf is what a cell stands for; nil for an empty cell of a field that an
// annotation may lack.
func valueOf(name, cell string) (json.RawMessage, error) {
	f := Fields{}
	kind := kindOf(name)
	if cell == "NA" && kind != field.Text { // R's word for an empty cell
		cell = ""
	}
	switch {
	case cell == "" && slices.Contains([]string{"alt", "nth", "dup", "optional"}, name):
		return nil, nil
	case name == "alt":
		if cell = unguarded(cell); !json.Valid([]byte(cell)) {
			return nil, fmt.Errorf("alt is %q, not JSON", cell)
		}
		return json.RawMessage(cell), nil
	case name == "flags":
		return listOf(cell, func(flag string) (any, error) { return flag, nil })
	case name == "copies":
		return listOf(cell, func(span string) (any, error) {
			var start, end int
			if _, err := fmt.Sscanf(span, "%d-%d", &start, &end); err != nil {
				return nil, fmt.Errorf("copies holds %q, not start-end", span)
			}
			return struct {
				Start int `json:"start"`
				End   int `json:"end"`
			}{start, end}, nil
		})
	case kind == field.Boolean:
		b, err := strconv.ParseBool(cell) // R writes TRUE
		if err != nil {
			return nil, fmt.Errorf("%s is %q, not true or false", name, cell)
		}
		f[name] = json.RawMessage(strconv.FormatBool(b))
	case kind == field.Text:
		f.setText(name, unguarded(cell))
	default:
		if err := f.setNumber(name, cell); err != nil {
			return nil, err
		}
	}
	return f[name], nil
}

// listOf is a list whose parts stand in a cell with ; between.
func listOf(cell string, part func(string) (any, error)) (json.RawMessage, error) {
	list := []any{}
	for s := range strings.SplitSeq(cell, ";") {
		if s == "" {
			continue
		}
		value, err := part(s)
		if err != nil {
			return nil, err
		}
		list = append(list, value)
	}
	return json.Marshal(list)
}
