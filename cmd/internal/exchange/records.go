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
func (f Fields) setPlace(source *normalize.Source, at *Figure) {
	text := source.DecodedText()[at.Start:at.End]
	raw := source.RawSpan(normalize.Span{Start: at.Start, End: at.End})
	if f.text("source") != text || f.text("quantity") == "" {
		f.setText("quantity", text)
	}
	f.setText("id", extract.RecordID(f.text("doc"), raw))
	f.setText("source", text)
	f.setInt("start", raw.Start)
	f.setInt("end", raw.End)
	line, column := source.Position(at.Start)
	f.setInt("line", line)
	f.setInt("column", column)
}

// complete fills in what each record says and an annotation does not: the figure
// is a fact of its own, found by whoever annotated it; its clause is not known
// beyond the figure, nor how far an approximate value reaches.
func (f Fields) complete() {
	for name, value := range map[string]string{"rule": "annotation", "fact": f.text("id"), "text": f.text("quantity")} {
		if f.text(name) == "" {
			f.setText(name, value)
		}
	}
	if f.text("low") != "" || f.text("high") != "" {
		return
	}
	switch value := f["value"]; f.text("bound") {
	case "exact", "about":
		f["low"], f["high"] = value, value
	case "range":
		f["low"], f["high"] = value, f["max"]
	case "over":
		f["low"] = value
	case "nearly", "at_most":
		f["high"] = value
	}
}

// emptyRecord is a record of which nothing is known.
func emptyRecord() []byte {
	line, _ := json.Marshal(extract.Record{Copies: []extract.Place{}, Flags: []string{}}) // can always be encoded
	return line
}
