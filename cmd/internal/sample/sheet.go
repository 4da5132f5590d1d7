package sample

// The sheet as it is given out: CSV, TSV or JSON Lines, what is to be filled in
// first.

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/sink"
)

// Formats are the names of the formats of a sheet; the first is the default.
func Formats() []string { return []string{"csv", "tsv", "jsonl"} }

// A column is one column of the sheet.
type column struct {
	name   string
	cell   func(*Row) string
	number bool // written as it stands; other cells are text
}

func columns() []column {
	return []column{
		{name: "right", cell: func(r *Row) string { return r.Right }},
		{name: "missed", cell: func(r *Row) string { return r.Missed }},
		{name: "note", cell: func(r *Row) string { return r.Note }},
		{name: "sentence", cell: func(r *Row) string { return r.Sentence }},
		ofRecord("quantity"),
		ofRecord("value"),
		ofRecord("max"),
		ofRecord("bound"),
		ofRecord("unit"),
		ofRecord("indicator"),
		ofRecord("action"),
		ofRecord("period"),
		ofRecord("org"),
		{name: "read", cell: func(r *Row) string { return r.Read }},
		{name: "records", cell: func(r *Row) string { return strconv.Itoa(r.Records) }, number: true},
		{name: "file", cell: func(r *Row) string { return r.File }},
		{name: "line", cell: func(r *Row) string { return strconv.Itoa(r.Line) }, number: true},
		{name: "column", cell: func(r *Row) string { return strconv.Itoa(r.Column) }, number: true},
		ofRecord("id"),
		{name: "type", cell: func(r *Row) string { return r.Type }},
		{name: "stratum", cell: func(r *Row) string { return r.Stratum }},
		{name: "population", cell: func(r *Row) string { return strconv.Itoa(r.Population) }, number: true},
		{name: "probability", cell: func(r *Row) string { return strconv.FormatFloat(r.Probability, 'g', 6, 64) }, number: true},
	}
}

// ofRecord is the column of a field of the record, empty for a sentence.
func ofRecord(name string) column {
	f, _ := field.Named(name)
	return column{name: name, number: f.Kind == field.Number, cell: func(r *Row) string {
		if r.Type != Record {
			return ""
		}
		return f.Cell(&r.Record)
	}}
}

// Write writes the rows as a sheet in one of Formats.
func Write(w *bufio.Writer, rows []Row, format string) error {
	if format == "jsonl" {
		return writeLines(w, rows)
	}
	table := csv.NewWriter(w)
	if format == "tsv" {
		table.Comma = '\t'
	}
	columns := columns()
	cells := make([]string, len(columns))
	for k, c := range columns {
		cells[k] = c.name
	}
	if err := table.Write(cells); err != nil {
		return err
	}
	for i := range rows {
		for k, c := range columns {
			cells[k] = c.cell(&rows[i])
			if !c.number {
				cells[k] = sink.Inert(cells[k])
			}
		}
		if err := table.Write(cells); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// writeLines writes one object a row, its fields in the order of the columns.
func writeLines(w io.Writer, rows []Row) error {
	columns := columns()
	for i := range rows {
		next := "{"
		for _, c := range columns {
			cell := c.cell(&rows[i])
			value := json.RawMessage("null")
			if c.number && cell != "" {
				value = json.RawMessage(cell)
			} else if !c.number {
				var err error
				if value, err = json.Marshal(cell); err != nil {
					return err
				}
			}
			if _, err := fmt.Fprintf(w, "%s%q:%s", next, c.name, value); err != nil {
				return err
			}
			next = ","
		}
		if _, err := io.WriteString(w, "}\n"); err != nil {
			return err
		}
	}
	return nil
}
