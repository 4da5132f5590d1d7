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
	"strconv"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/meta"
	"unionrep/cmd/internal/sink"
	"unionrep/extract"
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
		if known, err := field.Pick([]string{name}); err == nil {
			columns[i] = known[0]
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
// is text.
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
		values := strings.Split(cell, ";")
		if c.Name == "copies" {
			return places(values)
		}
		return values
	case field.Text:
		return sink.Live(cell)
	}
	return cell
}

// places are the spans of 5954-5967;6020-6033, texts where they are none.
func places(values []string) any {
	spans := make([]extract.Place, len(values))
	for i, v := range values {
		start, end, _ := strings.Cut(v, "-")
		var err1, err2 error
		spans[i].Start, err1 = strconv.Atoi(start)
		spans[i].End, err2 = strconv.Atoi(end)
		if err1 != nil || err2 != nil {
			return values
		}
	}
	return spans
}

func malformed(r *csv.Reader, err error) Record {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return Record{Line: parse.StartLine, Err: parse.Err}
	}
	line, _ := r.FieldPos(0)
	return Record{Line: line, Err: err}
}
