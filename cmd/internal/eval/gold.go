package eval

// The annotation: one figure a line as JSON, by its raw text and which
// occurrence of that text in the file it is.

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"unionrep/cmd/internal/near"
	"unionrep/extract"
	"unionrep/normalize"
)

// An Annotation is one annotated figure.
type Annotation struct {
	Raw       string              `json:"raw"` // as the file has it
	Nth       int                 `json:"nth"` // which occurrence of Raw, from 1; 0 is 1
	Value     json.Number         `json:"value"`
	Max       json.Number         `json:"max"`
	Bound     string              `json:"bound"`
	Unit      string              `json:"unit"`
	Kind      string              `json:"kind"`
	Indicator string              `json:"indicator"`
	Action    string              `json:"action"`
	Org       string              `json:"org"`
	Period    string              `json:"period"`
	Optional  bool                `json:"optional"` // of the whole group, once Annotations has returned
	Dup       bool                `json:"dup"`      // repeats an earlier one by an accident of extraction
	Alt       map[string]readings `json:"alt"`      // other right readings by field

	start, end   int // bytes of the file
	line, column int
	group        int // index of the first telling
}

// readings are one text, or a list of texts; a number is its digits, null is
// no text.
type readings []string

func (r *readings) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '[' {
		b = bytes.Join([][]byte{[]byte("["), b, []byte("]")}, nil)
	}
	var many []any
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	if err := d.Decode(&many); err != nil {
		return err
	}
	*r = nil
	for _, reading := range many {
		switch reading := reading.(type) {
		case nil:
			*r = append(*r, "")
		case string:
			*r = append(*r, reading)
		case json.Number:
			*r = append(*r, reading.String())
		default:
			return fmt.Errorf("alt: a reading is a text or a number, not %v", reading)
		}
	}
	return nil
}

// Annotations reads an annotation of source. An error names the line.
func Annotations(data []byte, source *normalize.Source) ([]Annotation, error) {
	rows, err := located(data, source)
	for i := range rows {
		rows[i].group = i
		if rows[i].Dup {
			rows[i].group = original(rows[:i], &rows[i])
		}
	}
	require(rows)
	return rows, err
}

// located reads annotations and finds their places in source; where that is
// nil, they have none.
func located(data []byte, source *normalize.Source) ([]Annotation, error) {
	var rows []Annotation
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var g Annotation
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, plainJSON(err))
		}
		err := g.check()
		if err == nil && source != nil {
			err = g.locate(source)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		rows = append(rows, g)
	}
	return rows, lines.Err()
}

// plainJSON is an error of the JSON package without the names of Go's types.
func plainJSON(err error) error {
	var mistyped *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &mistyped):
		return err
	case mistyped.Field == "":
		return fmt.Errorf("this is a JSON %s, want an object for each figure", mistyped.Value)
	}
	return fmt.Errorf("%s cannot be a JSON %s", mistyped.Field, mistyped.Value)
}

// check tells what would not be scored as the annotator means it: a slip in a
// word of which there are few would count against the tool.
func (g *Annotation) check() error {
	if g.Raw == "" {
		return errors.New("raw is missing: it is the quantity as the file has it")
	}
	for _, field := range [...]string{"bound", "kind"} {
		given, words := g.text(field), extract.Words(field)
		if given == "" || slices.Contains(words, given) {
			continue
		}
		hint := ""
		if meant := near.Word(given, words); meant != "" {
			hint = "; did you mean " + meant + "?"
		}
		return fmt.Errorf("%s is %q, want one of %s%s", field, given, strings.Join(words, ", "), hint)
	}
	return nil
}

// locate finds the figure's place in the file.
func (g *Annotation) locate(source *normalize.Source) error {
	at, err := Occurrence(source.DecodedText(), g.Raw, g.Nth)
	if err != nil {
		return err
	}
	raw := source.RawSpan(normalize.Span{Start: at, End: at + len(g.Raw)})
	g.start, g.end = raw.Start, raw.End
	g.line, g.column = source.Position(at)
	return nil
}

// Occurrence is where raw stands in text for the nth time, from 1, which is
// also what 0 means; places may overlap.
func Occurrence(text, raw string, nth int) (int, error) {
	at := -1
	for range max(1, nth) {
		next := strings.Index(text[at+1:], raw)
		if raw == "" || next < 0 {
			return 0, fmt.Errorf("%q occurrence %d is not in the document", raw, max(1, nth))
		}
		at += 1 + next
	}
	return at, nil
}

// original is the group of the nearest earlier figure of the same value, unit
// and indicator that g, a repetition, joins; a group of its own where there is
// none.
func original(rows []Annotation, g *Annotation) int {
	for i := len(rows) - 1; i >= 0; i-- {
		q := &rows[i]
		if same(string(q.Value), string(g.Value)) && canonical(q.Unit) == canonical(g.Unit) && overlap(q.Indicator, g.Indicator) >= enough {
			return q.group
		}
	}
	return len(rows)
}

// require makes a figure required that one of its copies requires.
func require(rows []Annotation) {
	must := make([]bool, len(rows))
	for _, g := range rows {
		must[g.group] = must[g.group] || !g.Optional
	}
	for i := range rows {
		rows[i].Optional = !must[rows[i].group]
	}
}

func (g *Annotation) sameQuantity(p *Prediction) bool {
	return same(string(g.Value), string(p.Value)) && same(string(g.Max), string(p.Max)) &&
		g.reads("bound", func(s string) bool { return s == cmp.Or(p.Bound, "exact") }) &&
		g.reads("unit", func(s string) bool { return canonical(s) == canonical(p.Unit) })
}

// Answered is the required annotation that a record answers: it lies on the
// same bytes and has the quantity; nil where it answers none.
func Answered(gold []Annotation, p *Prediction) *Annotation {
	for i := range gold {
		if g := &gold[i]; !g.Optional && g.start == p.Start && g.end == p.End && g.sameQuantity(p) {
			return g
		}
	}
	return nil
}

// Agrees reports whether got is a right reading of the field, one of
// indicator, action, period and org.
func (g *Annotation) Agrees(field, got string) bool {
	return g.reads(field, func(s string) bool { return SameText(s, got) })
}

// near reports whether got shares most of its characters with a right reading.
func (g *Annotation) near(field, got string) bool {
	return g.reads(field, func(s string) bool { return overlap(s, got) >= enough })
}

// reads reports whether ok holds for the annotator's own reading of the field
// or for another right one.
func (g *Annotation) reads(field string, ok func(string) bool) bool {
	if ok(g.text(field)) {
		return true
	}
	for _, s := range g.Alt[field] {
		if ok(s) {
			return true
		}
	}
	return false
}

// text is the annotator's own reading of a field.
func (g *Annotation) text(field string) string {
	switch field {
	case "bound":
		return g.Bound
	case "unit":
		return g.Unit
	case "kind":
		return g.Kind
	case "indicator":
		return g.Indicator
	case "action":
		return g.Action
	case "org":
		return g.Org
	case "period":
		return g.Period
	}
	return ""
}

func (g *Annotation) quantity() string {
	return shown(string(g.Value), string(g.Max), g.Bound, g.Unit)
}

func shown(value, max, bound, unit string) string {
	if max != "" {
		value += "-" + max
	}
	return bound + " " + value + unit
}
