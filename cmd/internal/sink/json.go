package sink

// JSON Lines, one record a line, and JSON, one array of them.

import (
	"cmp"
	"encoding/json"
	"io"

	"unionrep/cmd/internal/meta"
	"unionrep/extract"
)

// Encoder returns a JSON encoder for people: text stays as it is, < and & too.
func Encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

type jsonLines struct {
	encoder *json.Encoder
	meta    bool
}

func newJSONLines(w io.Writer, meta bool) jsonLines { return jsonLines{Encoder(w), meta} }

func (j jsonLines) Write(d *Document) error {
	for i := range d.Records {
		if err := j.encoder.Encode(object(d, &d.Records[i], j.meta)); err != nil {
			return err
		}
	}
	return nil
}

func (j jsonLines) Close() error { return nil }

type jsonArray struct {
	w       io.Writer
	encoder *json.Encoder
	meta    bool
	next    string // what stands before the next record
}

func newJSON(w io.Writer, meta bool) *jsonArray {
	return &jsonArray{w: w, encoder: Encoder(w), meta: meta, next: "["}
}

func (j *jsonArray) Write(d *Document) error {
	for i := range d.Records {
		if _, err := io.WriteString(j.w, j.next); err != nil {
			return err
		}
		j.next = ","
		if err := j.encoder.Encode(object(d, &d.Records[i], j.meta)); err != nil {
			return err
		}
	}
	return nil
}

func (j *jsonArray) Close() error {
	end := "]\n"
	if j.next == "[" {
		end = "[]\n"
	}
	_, err := io.WriteString(j.w, end)
	return err
}

// described is a record with what is known of its document besides.
type described struct {
	*extract.Record
	Meta *meta.Row `json:"meta"`
}

// object is what is printed of a record of d.
func object(d *Document, r *extract.Record, withMeta bool) any {
	if !withMeta {
		return listed(r)
	}
	return described{listed(r), cmp.Or(d.Meta, &meta.Row{})}
}

// listed is r with empty lists in place of none, so that JSON has [] for both.
func listed(r *extract.Record) *extract.Record {
	if r.Copies != nil && r.Flags != nil {
		return r
	}
	full := *r
	if full.Copies == nil {
		full.Copies = []extract.Place{}
	}
	if full.Flags == nil {
		full.Flags = []string{}
	}
	return &full
}
