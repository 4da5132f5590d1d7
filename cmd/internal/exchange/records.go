package exchange

// Records, as extract prints them.

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/sink"
	"unionrep/extract"
	"unionrep/normalize"
)

// readRecords reads records as JSON Lines.
func readRecords(data string) ([]*Document, error) {
	var documents []*Document
	for _, l := range lines(data) {
		f, err := parseFields([]byte(l.text))
		if err == nil {
			err = addRecord(&documents, f, fmt.Sprintf("line %d", l.number))
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", l.number, err)
		}
	}
	return documents, nil
}

func addRecord(documents *[]*Document, f Fields, place string) error {
	start, err := strconv.Atoi(f.text("start"))
	end, err2 := strconv.Atoi(f.text("end"))
	if errors.Join(err, err2) != nil || f.text("file") == "" {
		return errors.New("a record needs file, start and end")
	}
	d := documentOf(documents, f.text("file"))
	d.Figures = append(d.Figures, Figure{Fields: f, find: byBytes(start, end), place: place})
	return nil
}

// OfRecords are the figures of records of a report.
func OfRecords(source *normalize.Source, records []extract.Record) ([]Figure, error) {
	figures := make([]Figure, len(records))
	for i := range records {
		line, err := json.Marshal(&records[i])
		if err != nil {
			return nil, err
		}
		fields, err := parseFields(line)
		if err != nil {
			return nil, err
		}
		span, err := byBytes(records[i].Start, records[i].End)(source)
		if err != nil {
			return nil, err
		}
		figures[i] = Figure{Start: span.Start, End: span.End, Fields: fields}
	}
	return figures, nil
}

// writeRecords writes the figures of a document as records of its report. What
// an annotation does not say is empty.
func writeRecords(w io.Writer, d *Document, source *normalize.Source) error {
	empty, err := parseFields(emptyRecord())
	if err != nil {
		return err
	}
	doc := extract.DocumentID(source.Raw())
	for i := range d.Figures {
		f := &d.Figures[i]
		r := empty.clone()
		for _, name := range field.Names() {
			if value, ok := f.Fields[name]; ok {
				r[name] = value
			}
		}
		if r.text("value") == "" || f.Fields.text("value") == "" {
			return fmt.Errorf("%s: %q has no value, which a record needs", d.File, d.Text[f.Start:f.End])
		}
		r.setText("file", d.File)
		r.setText("doc", doc)
		if r.text("bound") == "" {
			r.setText("bound", "exact")
		}
		r.setPlace(source, f)
		r.complete()
		if err := sink.Encoder(w).Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// setPlace sets the fields that say where the figure stands.
func (r Fields) setPlace(source *normalize.Source, f *Figure) {
	text := source.DecodedText()[f.Start:f.End]
	raw := source.RawSpan(normalize.Span{Start: f.Start, End: f.End})
	if r.text("source") != text || r.text("quantity") == "" {
		r.setText("quantity", text)
	}
	r.setText("id", extract.RecordID(r.text("doc"), raw))
	r.setText("source", text)
	r.setInt("start", raw.Start)
	r.setInt("end", raw.End)
	line, column := source.Position(f.Start)
	r.setInt("line", line)
	r.setInt("column", column)
}

// complete fills in what each record says and an annotation does not: the figure
// is a fact of its own, found by whoever annotated it; its clause is not known
// beyond the figure, nor how far an approximate value reaches.
func (r Fields) complete() {
	for name, value := range map[string]string{"rule": "annotation", "fact": r.text("id"), "text": r.text("quantity")} {
		if r.text(name) == "" {
			r.setText(name, value)
		}
	}
	if r.text("low") != "" || r.text("high") != "" {
		return
	}
	switch value := r["value"]; r.text("bound") {
	case "exact", "about":
		r["low"], r["high"] = value, value
	case "range":
		r["low"], r["high"] = value, r["max"]
	case "over":
		r["low"] = value
	case "nearly", "at_most":
		r["high"] = value
	}
}

// emptyRecord is a record of which nothing is known.
func emptyRecord() []byte {
	line, _ := json.Marshal(extract.Record{Copies: []extract.Place{}, Flags: []string{}}) // can always be encoded
	return line
}
