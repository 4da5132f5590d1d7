// Package exchange turns figures, annotated ones and records, into what other
// tools read and back: doccano and Label Studio, in which people correct them,
// and a flat table for R.
//
// A figure is a span of its document with fields. The fields travel as they
// are, so that what comes back untouched is what was given away. A document
// travels as the decoded text of its report, so that spans can be cut from it;
// how a tool counts characters is its own (Unit).
package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unionrep/cmd/internal/eval"
	"unionrep/normalize"
)

// A Format is one way to write figures.
type Format string

// The formats.
const (
	Gold        Format = "gold"        // the annotation that eval reads: a folder, one file a report
	Records     Format = "records"     // what extract prints, as JSON Lines
	Doccano     Format = "doccano"     // JSON Lines of a sequence labelling project
	LabelStudio Format = "labelstudio" // JSON tasks
	Table       Format = "csv"         // one figure a row
)

// Formats are the names of the formats.
func Formats() []string {
	return []string{string(Gold), string(Records), string(Doccano), string(LabelStudio), string(Table)}
}

// A Document is a report with its figures.
type Document struct {
	File    string // the path of the report
	Text    string // decoded; "" until the report was read, where the format does not hold it
	Figures []Figure
}

// A Figure is a span of the document's text with what is said of it.
type Figure struct {
	Start, End int    // bytes of the text
	Fields     Fields // by name

	Changed bool // the fields were said of a span that is a little different

	find  finder // how to find the span once the text is there; nil where it is known
	place string // where in the input it stands, for errors
}

// Fields are the fields of a figure as JSON: those of an annotation or of a
// record.
type Fields map[string]json.RawMessage

// A finder finds the span of a figure in a report.
type finder func(source *normalize.Source) (normalize.Span, error)

// byText finds the nth occurrence of raw.
func byText(raw string, nth int) finder {
	return func(source *normalize.Source) (normalize.Span, error) {
		at, err := eval.Occurrence(source.DecodedText(), raw, nth)
		return normalize.Span{Start: at, End: at + len(raw)}, err
	}
}

// byBytes finds what lies at these bytes of the file.
func byBytes(start, end int) finder {
	return func(source *normalize.Source) (normalize.Span, error) {
		from, ok := source.DecodedOffset(start)
		to, too := source.DecodedOffset(end)
		if !ok || !too || start >= end {
			return normalize.Span{}, fmt.Errorf("%d to %d is outside the file, or cuts a character", start, end)
		}
		return normalize.Span{Start: from, End: to}, nil
	}
}

// byCharacters finds the characters from first to last, both included and from
// 1.
func byCharacters(first, last int) finder {
	return func(source *normalize.Source) (normalize.Span, error) {
		text := source.DecodedText()
		span := normalize.Span{Start: -1, End: -1}
		if utf8.RuneCountInString(text) == last {
			span.End = len(text)
		}
		n := 0
		for i := range text {
			if n == first-1 {
				span.Start = i
			}
			if n == last {
				span.End = i
				break
			}
			n++
		}
		if span.Start < 0 || span.End <= span.Start {
			return span, fmt.Errorf("first %d and last %d are no characters of the report", first, last)
		}
		return span, nil
	}
}

// NeedsReports reports whether the format says where figures are, but does not
// hold the text.
func (f Format) NeedsReports() bool { return f == Gold || f == Records || f == Table }

// Locate finds the figures of the document in its report. A document that holds
// a text must have that of the report, but for blanks and breaks at the end, which
// a tool may have cut off. The error joins one for each figure that is not there.
func (d *Document) Locate(source *normalize.Source) error {
	if d.Text != "" && strings.TrimRightFunc(d.Text, unicode.IsSpace) != strings.TrimRightFunc(source.DecodedText(), unicode.IsSpace) {
		return errors.New("its text is not that of the report; name the report that was handed out, as it was then")
	}
	d.Text = source.DecodedText()
	var faults []error
	for i := range d.Figures {
		f := &d.Figures[i]
		if f.find == nil {
			continue
		}
		span, err := f.find(source)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", f.place, err))
			continue
		}
		f.Start, f.End = span.Start, span.End
	}
	return errors.Join(faults...)
}

// sortFigures puts the figures in the order of their places.
func (d *Document) sortFigures() {
	slices.SortStableFunc(d.Figures, func(a, b Figure) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
}

// documentOf is the document of that name, which is put at the end where there
// is none yet.
func documentOf(documents *[]*Document, file string) *Document {
	for _, d := range *documents {
		if d.File == file {
			return d
		}
	}
	d := &Document{File: file}
	*documents = append(*documents, d)
	return d
}

// line is a line of JSON Lines with its number.
type line struct {
	number int
	text   string
}

// lines are the lines of JSON Lines that hold something.
func lines(data string) []line {
	var ls []line
	for i, text := range strings.Split(data, "\n") {
		if strings.TrimSpace(text) != "" {
			ls = append(ls, line{i + 1, text})
		}
	}
	return ls
}
