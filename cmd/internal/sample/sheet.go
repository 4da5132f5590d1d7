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

	"unionrep/cmd/internal/sink"
	"unionrep/extract"
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
	of := func(name string, get func(*extract.Record) string) column {
		return column{name: name, cell: func(r *Row) string {
			if r.Type != Record {
				return ""
			}
			return get(&r.Record)
		}}
	}
	numberOf := func(name string, get func(*extract.Record) string) column {
		c := of(name, get)
		c.number = true
		return c
	}
	return []column{
		{name: "right", cell: func(r *Row) string { return r.Right }},
		{name: "missed", cell: func(r *Row) string { return r.Missed }},
		{name: "note", cell: func(r *Row) string { return r.Note }},
		{name: "sentence", cell: func(r *Row) string { return r.Sentence }},
		of("quantity", func(r *extract.Record) string { return r.Quantity }),
		numberOf("value", func(r *extract.Record) string { return r.Value.String() }),
		numberOf("max", func(r *extract.Record) string {
			if r.Max == nil {
				return ""
			}
			return r.Max.String()
		}),
		of("bound", func(r *extract.Record) string { return r.Bound }),
		of("unit", func(r *extract.Record) string { return r.Unit }),
		of("indicator", func(r *extract.Record) string { return r.Indicator }),
		of("action", func(r *extract.Record) string { return r.Action }),
		of("period", func(r *extract.Record) string { return r.Period }),
		of("org", func(r *extract.Record) string { return r.Org }),
		{name: "read", cell: func(r *Row) string { return r.Read }},
		{name: "records", cell: func(r *Row) string { return strconv.Itoa(r.Records) }, number: true},
		{name: "file", cell: func(r *Row) string { return r.File }},
		{name: "line", cell: func(r *Row) string { return strconv.Itoa(r.Line) }, number: true},
		{name: "column", cell: func(r *Row) string { return strconv.Itoa(r.Column) }, number: true},
		of("id", func(r *extract.Record) string { return r.ID }),
		{name: "type", cell: func(r *Row) string { return r.Type }},
		{name: "stratum", cell: func(r *Row) string { return r.Stratum }},
		{name: "population", cell: func(r *Row) string { return strconv.Itoa(r.Population) }, number: true},
		{name: "probability", cell: func(r *Row) string { return strconv.FormatFloat(r.Probability, 'g', 6, 64) }, number: true},
	}
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
	var cells []string
	for _, c := range columns() {
		cells = append(cells, c.name)
	}
	if err := table.Write(cells); err != nil {
		return err
	}
	for i := range rows {
		for k, c := range columns() {
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
	for i := range rows {
		next := "{"
		for _, c := range columns() {
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
