package exchange

// doccano: JSON Lines of a sequence labelling project, one document a line, a
// figure's label being its kind. doccano keeps other keys of a line and exports
// them again (as metadata), which is how the fields of the figures come back;
// it has no place to edit them.
//
// Format: https://doccano.github.io/doccano/tutorial/; exports name the labels
// label, labels or entities, by version.

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"unionrep/cmd/internal/sink"
)

// A carried figure goes along with the text, so that its fields come back with
// the label that has its place or its id.
type carried struct {
	ID     string `json:"id,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Fields Fields `json:"fields"`
}

type doccanoLine struct {
	Text    string         `json:"text"`
	Label   []doccanoLabel `json:"label"`
	File    string         `json:"file"`
	Breaks  string         `json:"line_breaks,omitempty"`
	Offsets Unit           `json:"offsets,omitempty"`
	Figures []carried      `json:"figures"`
}

// A doccanoLabel is [start, end, name].
type doccanoLabel struct {
	start, end int
	name       string
}

func (l doccanoLabel) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{l.start, l.end, l.name})
}

func (l *doccanoLabel) UnmarshalJSON(b []byte) error {
	var entity struct {
		Start *int   `json:"start_offset"`
		End   *int   `json:"end_offset"`
		Label string `json:"label"`
	}
	if json.Unmarshal(b, &entity) == nil && entity.Start != nil && entity.End != nil {
		*l = doccanoLabel{*entity.Start, *entity.End, entity.Label}
		return nil
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil || len(parts) != 3 {
		return fmt.Errorf("a label is [start, end, name], not %s", b)
	}
	return errors.Join(json.Unmarshal(parts[0], &l.start), json.Unmarshal(parts[1], &l.end), json.Unmarshal(parts[2], &l.name))
}

func writeDoccano(w io.Writer, d *Document, unit Unit) error {
	x := newIndex(d.Text, unit)
	l := doccanoLine{Label: []doccanoLabel{}, File: d.File, Offsets: unit, Figures: []carried{}}
	l.Text, l.Breaks = handOut(d.Text)
	for _, f := range d.Figures {
		start, end := x.position(f.Start), x.position(f.End)
		l.Label = append(l.Label, doccanoLabel{start, end, labelOf(f.Fields)})
		l.Figures = append(l.Figures, carried{Start: start, End: end, Fields: f.Fields})
	}
	return sink.Encoder(w).Encode(l)
}

// labelOf is what a figure is labelled with.
func labelOf(f Fields) string {
	if kind := f.text("kind"); kind != "" {
		return kind
	}
	return "other"
}

func readDoccano(data string, unit Unit) ([]*Document, error) {
	var documents []*Document
	for _, l := range lines(data) {
		d, err := doccanoDocument(l, unit)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", l.number, err)
		}
		documents = append(documents, d)
	}
	return documents, nil
}

// doccanoDocument reads one line of an export.
func doccanoDocument(l line, unit Unit) (*Document, error) {
	var in struct {
		doccanoLine
		Labels   []doccanoLabel `json:"labels"`
		Entities []doccanoLabel `json:"entities"`
		Meta     *doccanoLine   `json:"meta"`
		Metadata *doccanoLine   `json:"metadata"`
	}
	if err := json.Unmarshal([]byte(l.text), &in); err != nil {
		return nil, err
	}
	for _, meta := range []*doccanoLine{in.Meta, in.Metadata} { // of versions that keep it apart
		if meta != nil && in.File == "" {
			in.File, in.Breaks, in.Offsets, in.Figures = meta.File, meta.Breaks, meta.Offsets, meta.Figures
		}
	}
	if in.Text == "" {
		return nil, errors.New("no text: a line of a sequence labelling export is needed")
	}
	d := &Document{File: in.File, Text: takeBack(in.Text, in.Breaks)}
	if d.File == "" {
		d.File = fmt.Sprintf("%d.txt", l.number)
	}
	x := newIndex(d.Text, cmp.Or(unit, in.Offsets, UnitOf(Doccano)))
	for _, label := range append(append(in.Label, in.Labels...), in.Entities...) {
		from, to, err := x.span(label.start, label.end)
		if err != nil {
			return nil, err
		}
		f := Figure{Start: from, End: to, Fields: Fields{}}
		f.Fields.setText("kind", label.name)
		d.Figures = append(d.Figures, f)
	}
	known, err := takeCarried(in.Figures, newIndex(d.Text, in.Offsets))
	if err != nil {
		return nil, err
	}
	d.sortFigures()
	d.Fill(known)
	return d, nil
}

// takeCarried are the carried figures with their places in the text.
func takeCarried(figures []carried, x *index) ([]Figure, error) {
	var known []Figure
	for _, c := range figures {
		from, to, err := x.span(c.Start, c.End)
		if err != nil {
			return nil, fmt.Errorf("a figure that was handed out: %w", err)
		}
		known = append(known, Figure{Start: from, End: to, Fields: c.Fields})
	}
	return known, nil
}
