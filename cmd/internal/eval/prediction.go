package eval

// What is held against an annotation: the records that were just read, or
// those of a file.

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"unionrep/cmd/internal/records"
	"unionrep/extract"
	"unionrep/normalize"
)

// A Prediction is what a record says of one figure, as far as it is compared.
type Prediction struct {
	Start     int      `json:"start"` // byte offset of the figure in the file
	End       int      `json:"end"`   // byte offset behind it
	Value     number   `json:"value"`
	Max       number   `json:"max"`
	Bound     string   `json:"bound"` // "" is exact
	Unit      string   `json:"unit"`
	Kind      string   `json:"kind"`
	Indicator string   `json:"indicator"`
	Action    string   `json:"action"`
	Org       string   `json:"org"`
	Period    string   `json:"period"`
	Flags     []string `json:"flags"`
	Optional  bool     `json:"optional"`
}

// A number is its decimal digits, "" for none; JSON has it as a number, as
// text, or as null.
type number string

func (n *number) UnmarshalJSON(b []byte) error {
	switch {
	case string(b) == "null":
		return nil
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(n))
	}
	var digits json.Number
	if err := json.Unmarshal(b, &digits); err != nil {
		return errors.New("a number is a number, a text or null")
	}
	*n = number(digits)
	return nil
}

// Predict are the predictions of records.
func Predict(read []extract.Record) []Prediction {
	predictions := make([]Prediction, len(read))
	for i := range read {
		r := &read[i]
		predictions[i] = Prediction{
			Start: r.Start, End: r.End, Value: number(r.Value.String()), Bound: r.Bound, Unit: r.Unit, Kind: r.Kind,
			Indicator: r.Indicator, Action: r.Action, Org: r.Org, Period: r.Period, Flags: r.Flags, Optional: r.Optional,
		}
		if r.Max != nil {
			predictions[i].Max = number(r.Max.String())
		}
	}
	return predictions
}

func (p *Prediction) quantity() string {
	return shown(string(p.Value), string(p.Max), p.Bound, p.Unit)
}

// RecordFile holds the predictions of a file of records, by the report that
// each names.
type RecordFile struct {
	files  []string // in order of their first record
	byFile map[string][]Prediction
}

// ReadRecords reads a file of records, in one of records.Formats: what extract
// has printed, corrected by hand or printed by another tool. Each needs file,
// start and end; what else a record lacks is empty. An error names the line.
func ReadRecords(data []byte, format string) (*RecordFile, error) {
	decoded, err := normalize.Decode(data, "") // a spreadsheet may have saved it in the encoding of its country
	if err != nil {
		return nil, err
	}
	f := &RecordFile{byFile: map[string][]Prediction{}}
	for _, r := range records.Parse([]byte(decoded.DecodedText()), format) {
		err := r.Err
		if err == nil {
			err = f.add(r.JSON)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", r.Line, err)
		}
	}
	return f, nil
}

// add reads one record.
func (f *RecordFile) add(line []byte) error {
	var r struct {
		File  *string `json:"file"`
		Start *int    `json:"start"` // hides that of the prediction, which cannot be absent
		End   *int    `json:"end"`
		Prediction
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return err
	}
	if r.File == nil || r.Start == nil || r.End == nil {
		return errors.New("a record needs file, start and end")
	}
	r.Prediction.Start, r.Prediction.End = *r.Start, *r.End
	if _, ok := f.byFile[*r.File]; !ok {
		f.files = append(f.files, *r.File)
	}
	f.byFile[*r.File] = append(f.byFile[*r.File], r.Prediction)
	return nil
}

// Files are the reports that the records name, in order of their first record.
func (f *RecordFile) Files() []string { return f.files }

// Of are the predictions for the report called name: those of the records that
// name it so, or else those of the reports that belong to the same annotation
// whatever folder they name.
func (f *RecordFile) Of(name string) []Prediction {
	if own, ok := f.byFile[name]; ok {
		return own
	}
	var found []Prediction
	for _, file := range f.files {
		if SameReport(file, name) {
			found = append(found, f.byFile[file]...)
		}
	}
	return found
}

// Others are the reports that the records name and names does not.
func (f *RecordFile) Others(names []string) []string {
	var others []string
	for _, file := range f.files {
		if !slices.ContainsFunc(names, func(name string) bool { return name == file || SameReport(file, name) }) {
			others = append(others, file)
		}
	}
	return others
}

// SameReport reports whether two paths can mean one report: the same name, or
// one is the number that the other begins with.
func SameReport(a, b string) bool {
	as, bs := keys(strings.ReplaceAll(a, `\`, "/")), keys(b)
	return slices.Contains(bs, as[0]) || slices.Contains(as, bs[0])
}
