package exchange

// The annotation: a folder with a file of JSON Lines for each report, a figure
// by its raw text and which occurrence of it it is.

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"unionrep/cmd/internal/eval"
)

// ReadGold reads the annotation called name, without its ending. An error names
// the line.
func ReadGold(name string, data []byte) (*Document, error) {
	d := &Document{File: name}
	for _, l := range lines(string(data)) {
		f, err := parseFields([]byte(l.text))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", l.number, err)
		}
		nth := 1
		if given := f.text("nth"); given != "" {
			if nth, err = strconv.Atoi(given); err != nil {
				return nil, fmt.Errorf("line %d: nth is %q, not a whole number", l.number, given)
			}
		}
		d.Figures = append(d.Figures, Figure{Fields: f, find: byText(f.text("raw"), nth), place: fmt.Sprintf("line %d", l.number)})
	}
	return d, nil
}

// Annotation is the annotation of a document, as JSON Lines.
func Annotation(d *Document) []byte {
	var b bytes.Buffer
	for i := range d.Figures {
		line, _ := annotation(d.Text, &d.Figures[i]).MarshalJSON() // writes what it is given
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// annotation is a figure as a line of an annotation: of a record the fields
// that an annotation has, with the place by its text.
func annotation(text string, f *Figure) Fields {
	a := f.Fields.clone()
	if f.Fields.isRecord() {
		a = Fields{}
		for _, name := range goldFields() {
			if value, ok := f.Fields[name]; ok {
				a[name] = value
			}
		}
	}
	if a.text("max") == "" {
		delete(a, "max")
	}
	for _, name := range []string{"optional", "dup"} {
		if !a.is(name) {
			delete(a, name)
		}
	}
	for _, name := range []string{"unit", "kind", "indicator", "action", "org", "period"} {
		if _, ok := a[name]; !ok {
			a.setText(name, "")
		}
	}
	if _, ok := a["value"]; !ok {
		a["value"] = []byte("null")
	}
	if a.text("bound") == "" {
		a.setText("bound", "exact")
	}
	raw, nth := text[f.Start:f.End], occurrence(text, f)
	if a.text("raw") != raw || cmp.Or(a.text("nth"), "1") != strconv.Itoa(nth) {
		a.setText("context", around(text, f))
	}
	a.setText("raw", raw)
	a.setInt("nth", nth)
	return a
}

// occurrence is which occurrence of its raw text a figure is.
func occurrence(text string, f *Figure) int {
	raw := text[f.Start:f.End]
	for nth := 1; ; nth++ {
		if at, err := eval.Occurrence(text, raw, nth); err != nil || at >= f.Start {
			return nth
		}
	}
}

// beside is how many characters on either side are shown as context.
const beside = 12

// around is a figure with the characters beside it.
func around(text string, f *Figure) string {
	start, end := f.Start, f.End
	for range beside {
		_, n := utf8.DecodeLastRuneInString(text[:start])
		_, m := utf8.DecodeRuneInString(text[end:])
		start, end = start-n, end+m
	}
	return strings.TrimSpace(text[start:end])
}
