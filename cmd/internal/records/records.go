// Package records reads records back from the files that the tool has written:
// JSON Lines, a JSON array, and tables.
package records

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A Record is one record as it stands in a file, or the reason why there is
// none.
type Record struct {
	Line int             // where it begins, from 1
	JSON json.RawMessage // an object
	Err  error           // it is malformed
}

// Formats are the names of the formats that can be read.
func Formats() []string { return []string{"jsonl", "json", "csv", "tsv"} }

// Parse returns the records of data, which is in one of Formats. Behind a
// malformed one others may follow.
func Parse(data []byte, format string) []Record {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch format {
	case "json":
		return array(data)
	case "csv":
		return table(data, ',')
	case "tsv":
		return table(data, '\t')
	}
	return lines(data)
}

// lines reads JSON Lines; empty ones count nothing.
func lines(data []byte) []Record {
	var records []Record
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if line = bytes.TrimSpace(line); len(line) > 0 {
			records = append(records, object(n, line))
		}
	}
	return records
}

// object is the record of one JSON text.
func object(line int, text []byte) Record {
	var raw json.RawMessage
	if err := json.Unmarshal(text, &raw); err != nil {
		return Record{Line: line, Err: fmt.Errorf("no JSON: %w", err)}
	}
	if text[0] != '{' {
		return Record{Line: line, Err: errors.New("no JSON object")}
	}
	return Record{Line: line, JSON: raw}
}

// array reads one JSON array of objects.
func array(data []byte) []Record {
	var records []Record
	d := json.NewDecoder(bytes.NewReader(data))
	line, counted := 1, 0
	at := func(offset int) int { // its line
		line += bytes.Count(data[counted:offset], []byte("\n"))
		counted = offset
		return line
	}
	broken := func(err error) []Record {
		offset := int(d.InputOffset())
		var syntax *json.SyntaxError
		switch {
		case errors.As(err, &syntax):
			offset = min(max(counted, int(syntax.Offset)-1), len(data))
		case err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF):
			offset, err = len(data), errors.New("the array has no end")
		}
		return append(records, Record{Line: at(offset), Err: fmt.Errorf("no JSON: %w", err)})
	}
	if token, err := d.Token(); err != nil {
		return broken(err)
	} else if token != json.Delim('[') {
		return []Record{{Line: 1, Err: errors.New("no JSON array; JSON Lines end in .jsonl")}}
	}
	for d.More() {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return broken(err)
		}
		records = append(records, object(at(int(d.InputOffset())-len(raw)), raw))
	}
	if _, err := d.Token(); err != nil {
		return broken(err)
	}
	end := int(d.InputOffset())
	if rest := bytes.TrimLeft(data[end:], " \t\r\n"); len(rest) > 0 {
		records = append(records, Record{Line: at(len(data) - len(rest)), Err: errors.New("something stands behind the array")})
	}
	return records
}
