package sink

// The table of documents: a row for each article that was read, also for one
// without figures, and one for each input that was not.

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
)

// A DocumentRow is one article of a document, or the failure to read one.
type DocumentRow struct {
	Doc        string `json:"doc"`
	File       string `json:"file"`
	Title      string `json:"title"`
	Org        string `json:"org"`
	Published  string `json:"published"`
	Encoding   string `json:"encoding"`
	Characters *int   `json:"characters"` // of the clean text; nil, as the other counts, where it was not read
	Repairs    *int   `json:"repairs"`
	Figures    *int   `json:"figures"` // that the article has
	Written    *int   `json:"written"` // those of them that were asked for
	Error      string `json:"error"`   // why it was not read, "" where it was
}

// DocumentFormat is the format that the name of a table of documents tells,
// csv or jsonl, "" for another.
func DocumentFormat(name string) string {
	if format := FormatOf(name); format == "csv" || format == "jsonl" {
		return format
	}
	return ""
}

// Documents writes a table of documents. A nil one writes nothing.
type Documents struct {
	csv  *csv.Writer   // nil for JSON Lines
	json *json.Encoder // nil for CSV
}

// NewDocuments returns a table of documents to w in a format of
// DocumentFormat. The header of CSV is written at once.
func NewDocuments(w io.Writer, format string) (*Documents, error) {
	if format != "csv" {
		return &Documents{json: Encoder(w)}, nil
	}
	d := &Documents{csv: csv.NewWriter(w)}
	return d, d.csv.Write([]string{"doc", "file", "title", "org", "published", "encoding", "characters", "repairs", "figures", "written", "error"})
}

// Write writes a row.
func (d *Documents) Write(r DocumentRow) error {
	if d == nil {
		return nil
	}
	if d.json != nil {
		return d.json.Encode(r)
	}
	return d.csv.Write([]string{r.Doc, Inert(r.File), Inert(r.Title), Inert(r.Org), r.Published, r.Encoding,
		count(r.Characters), count(r.Repairs), count(r.Figures), count(r.Written), Inert(r.Error)})
}

// Close writes what is left. It closes no file.
func (d *Documents) Close() error {
	if d.csv == nil {
		return nil
	}
	d.csv.Flush()
	return d.csv.Error()
}

func count(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
