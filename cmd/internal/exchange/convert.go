package exchange

import (
	"fmt"
	"io"

	"unionrep/cmd/internal/source"
	"unionrep/normalize"
)

// Read reads figures in one of the formats that are one file, with the name of
// each document's report as the file has it. Where unit is "", positions are in
// the unit that the tool counts in. An error names the line or the task.
func Read(data []byte, format Format, unit Unit) ([]*Document, error) {
	decoded, err := normalize.Decode(data, "")
	if err != nil {
		return nil, err
	}
	text := decoded.DecodedText()
	switch format {
	case Records:
		return readRecords(text)
	case Doccano:
		return readDoccano(text, unit)
	case LabelStudio:
		return readLabelStudio(text, unit)
	case Table:
		return readTable(text)
	}
	return nil, fmt.Errorf("%s is not one file", format)
}

// A Report is the report of a document.
type Report func(*Document) *normalize.Source

// Write writes documents in one of the formats that are one file. Where unit is
// "", positions are in the unit that the tool counts in.
func Write(w io.Writer, documents []*Document, format Format, unit Unit, report Report) error {
	if unit == "" {
		unit = UnitOf(format)
	}
	switch format {
	case Records:
		for _, d := range documents {
			if err := writeRecords(w, d, report(d)); err != nil {
				return err
			}
		}
		return nil
	case Doccano:
		for _, d := range documents {
			if err := writeDoccano(w, d, unit); err != nil {
				return err
			}
		}
		return nil
	case LabelStudio:
		return writeLabelStudio(w, documents, unit)
	case Table:
		return writeTable(w, documents)
	}
	return fmt.Errorf("%s is not one file", format)
}

// AnnotationName is the name that the annotation of a document has, without its
// ending.
func AnnotationName(d *Document) string { return source.Stem(d.File) }
