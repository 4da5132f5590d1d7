// Package sink writes records: one file a format, and the output file that is
// written whole or not at all.
package sink

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"

	"unionrep/extract"
	"unionrep/normalize"
)

// A Document is one report that was read, with the records that are to be
// written of it.
type Document struct {
	File    string // the path as it was given
	Text    *normalize.Text
	Records []extract.Record
}

// A Writer writes the records of documents in one format.
type Writer interface {
	// Write writes one document.
	Write(*Document) error
	// Close writes what stands behind the last document. It closes no file.
	Close() error
}

// Options say how records are written.
type Options struct {
	Format  string   // one of Formats
	Columns []string // of a table, by field name; nil for DefaultColumns
	Excel   bool     // begin a table with a byte order mark, so that Excel reads it as UTF-8
}

// Formats are the names of the formats; the first is the default.
func Formats() []string { return []string{"jsonl", "json", "csv", "tsv"} }

// IsTable reports whether a format has columns.
func IsTable(format string) bool { return format == "csv" || format == "tsv" }

// FormatOf is the format that a file's name asks for, "" where it does not
// tell.
func FormatOf(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case "", ".jsonl", ".ndjson", ".txt":
		return "jsonl"
	case ".json":
		return "json"
	case ".csv":
		return "csv"
	case ".tsv", ".tab":
		return "tsv"
	}
	return ""
}

// New returns a writer of o.Format to w. A table's header is written at once.
func New(w *bufio.Writer, o Options) (Writer, error) {
	switch o.Format {
	case "jsonl":
		return newJSONLines(w), nil
	case "json":
		return newJSON(w), nil
	case "csv":
		return newTable(w, ',', o)
	case "tsv":
		return newTable(w, '\t', o)
	}
	return nil, fmt.Errorf("unknown format %q", o.Format)
}
