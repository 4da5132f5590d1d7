package records

// A table's row as the JSON record that it was written from.

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/meta"
	"unionrep/cmd/internal/sink"
)

// table reads a table with a header. A row is malformed where it has more or
// fewer cells than the header.
func table(data []byte, comma rune) []Record {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = comma
	header, err := r.Read()
	if err == io.EOF {
		return []Record{{Line: 1, Err: errors.New("no header")}}
	}
	if err != nil {
		return []Record{malformed(r, err)}
	}
	for i, name := range header {
		if slices.Contains(header[:i], name) {
			return []Record{{Line: 1, Err: fmt.Errorf("two columns are called %q", name)}}
		}
	}
	columns := make([]field.Field, len(header))
	for i, name := range header {
		columns[i] = field.Field{Name: name} // what is no field is text
		if known, ok := field.Named(name); ok {
			columns[i] = known
		}
	}
	var records []Record
	for {
		row, err := r.Read()
		if err == io.EOF {
			return records
		}
		if err != nil {
			records = append(records, malformed(r, err))
			continue
		}
		line, _ := r.FieldPos(0)
		records = append(records, Record{Line: line, JSON: fromRow(columns, row)})
	}
}

// fromRow is the JSON object of a row. A cell that is not what its column holds
// is text, or a list of texts.
func fromRow(columns []field.Field, row []string) json.RawMessage {
	object := make(map[string]any, len(row))
	known := make(map[string]any) // of the document
	for i, c := range columns {
		if name, ok := strings.CutPrefix(c.Name, meta.Prefix); ok {
			object["meta"], known[name] = known, value(c, row[i])
			continue
		}
		object[c.Name] = value(c, row[i])
	}
	var text bytes.Buffer
	sink.Encoder(&text).Encode(object) // of texts and what is JSON already
	return bytes.TrimSpace(text.Bytes())
}

func value(c field.Field, cell string) any {
	switch c.Kind {
	case field.Number, field.Integer, field.Boolean:
		if cell == "" {
			return nil
		}
		if json.Valid([]byte(cell)) {
			return json.RawMessage(cell)
		}
	case field.List:
		if cell == "" {
			return []string{}
		}
		if spans, err := field.ParsePlaces(cell); err == nil && c.Name == "copies" {
			return spans
		}
		return strings.Split(cell, ";")
	case field.Text:
		return sink.Live(cell)
	}
	return cell
}

func malformed(r *csv.Reader, err error) Record {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return Record{Line: parse.StartLine, Err: parse.Err}
	}
	line, _ := r.FieldPos(0)
	return Record{Line: line, Err: err}
}
