package sink

// JSON Lines, one record a line, and JSON, one array of them.

import (
	"encoding/json"
	"io"

	"unionrep/extract"
)

// Encoder returns a JSON encoder for people: text stays as it is, < and & too.
func Encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

type jsonLines struct{ encoder *json.Encoder }

func newJSONLines(w io.Writer) jsonLines { return jsonLines{Encoder(w)} }

func (j jsonLines) Write(d *Document) error {
	for i := range d.Records {
		if err := j.encoder.Encode(listed(&d.Records[i])); err != nil {
			return err
		}
	}
	return nil
}

func (j jsonLines) Close() error { return nil }

type jsonArray struct {
	w       io.Writer
	encoder *json.Encoder
	next    string // what stands before the next record
}

func newJSON(w io.Writer) *jsonArray {
	return &jsonArray{w: w, encoder: Encoder(w), next: "["}
}

func (j *jsonArray) Write(d *Document) error {
	for i := range d.Records {
		if _, err := io.WriteString(j.w, j.next); err != nil {
			return err
		}
		j.next = ","
		if err := j.encoder.Encode(listed(&d.Records[i])); err != nil {
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
