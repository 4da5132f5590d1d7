// Package sink writes records: one file a format, and the output file that is
// written whole or not at all.
package sink

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"unionrep/cmd/internal/meta"
	"unionrep/extract"
	"unionrep/normalize"
)

// A Document is one report that was read, with the records that are to be
// written of it.
type Document struct {
	File    string // the path as it was given
	Text    *normalize.Text
	Records []extract.Record
	Meta    *meta.Row // what is known of it besides, nil for nothing
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
	Columns []string // of a table, by the name of a field or of one of meta.Columns; nil for field.Default
	Meta    bool     // JSON records carry what is known of their documents
	Excel   bool     // begin csv and tsv with a byte order mark, so that Excel reads them as UTF-8
}

// Formats are the names of the formats; the first is the default.
func Formats() []string { return []string{"jsonl", "json", "csv", "tsv", "md", "xlsx", "html"} }

// IsTable reports whether a format has columns.
func IsTable(format string) bool {
	return slices.Contains([]string{"csv", "tsv", "md", "xlsx"}, format)
}

// ShowsEdits reports whether a format shows what the normaliser changed, so that
// texts must keep all their edits.
func ShowsEdits(format string) bool { return format == "html" }

// Endings are the endings of file names, without the point, that tell a format.
func Endings() []string {
	return []string{"jsonl", "ndjson", "json", "csv", "tsv", "tab", "md", "markdown", "xlsx", "html", "htm"}
}

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
	case ".md", ".markdown":
		return "md"
	case ".xlsx":
		return "xlsx"
	case ".html", ".htm":
		return "html"
	}
	return ""
}

// New returns a writer of o.Format to out. A table's header is written at once.
func New(out *Output, o Options) (Writer, error) {
	switch o.Format {
	case "jsonl":
		return newJSONLines(out, o.Meta), nil
	case "json":
		return newJSON(out, o.Meta), nil
	case "csv":
		return newTable(out.Writer, ',', o)
	case "tsv":
		return newTable(out.Writer, '\t', o)
	case "md":
		return newMarkdown(out.Writer, o)
	case "xlsx":
		return newWorkbook(out, o)
	case "html":
		return newPage(out.Writer)
	}
	return nil, fmt.Errorf("unknown format %q", o.Format)
}
