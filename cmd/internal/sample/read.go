package sample

// A sheet that was filled in, as spreadsheets save it: with commas, semicolons
// or tabs, or as JSON Lines, in any encoding that reports have.

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"unionrep/normalize"
)

// An Answer is one row of a sheet that was filled in.
type Answer struct {
	Type       string
	Stratum    string
	Population int
	Right      bool // the record is right
	Figure     bool // the record stands for a figure, be it right or not
	Missed     int  // figures of the sentence that no record reports
	Records    int  // of the sentence

	line  int    // of the sheet
	place string // of the sentence
}

// A SheetError is one fault of a sheet.
type SheetError struct {
	Line  int // of the sheet; of JSON Lines and of a table alike
	Cause error
}

func (e *SheetError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Cause) }
func (e *SheetError) Unwrap() error { return e.Cause }

// Read reads a sheet that was filled in. The error joins a *SheetError for each
// row that cannot be used.
func Read(raw []byte) ([]Answer, error) {
	source, err := normalize.Decode(raw, "")
	if err != nil {
		return nil, err
	}
	lines, err := table(source.DecodedText())
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, errors.New("the sheet has no rows")
	}
	var answers []Answer
	var faults []error
	missed := map[string]string{} // by sentence, where one of its rows says
	for _, l := range lines {
		if said := l.cell("missed"); said != "" {
			missed[l.place()] = said
		}
	}
	seen := map[string]int{}
	for _, l := range lines {
		a, err := l.answer(missed[l.place()])
		if id := l.cell("id"); err == nil && id != "" {
			if seen[id] > 0 {
				err = fmt.Errorf("the record %s stands on line %d already", id, seen[id])
			}
			seen[id] = l.number
		}
		if err != nil {
			faults = append(faults, &SheetError{l.number, err})
			continue
		}
		answers = append(answers, a)
	}
	if len(faults) == 0 {
		faults = append(faults, whole(lines, answers)...)
	}
	return answers, errors.Join(faults...)
}

// A sheetLine is one row of a sheet, by column.
type sheetLine struct {
	number int
	cells  map[string]string
}

func (l sheetLine) cell(name string) string {
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l.cells[name]), "'"))
}

// place names the sentence of the row.
func (l sheetLine) place() string {
	return l.cell("file") + ":" + l.cell("line") + ":" + l.cell("column")
}

// answer reads one row; missed is what a row of its sentence says.
func (l sheetLine) answer(missed string) (Answer, error) {
	a := Answer{Type: l.cell("type"), Stratum: l.cell("stratum"), line: l.number, place: l.place()}
	for _, number := range []struct {
		name  string
		value *int
	}{{"population", &a.Population}, {"records", &a.Records}} {
		var err error
		if *number.value, err = strconv.Atoi(l.cell(number.name)); err != nil || *number.value < 0 {
			return a, fmt.Errorf("%s is %q, not the number that sample wrote", number.name, l.cell(number.name))
		}
	}
	if !slices.ContainsFunc(strata(), func(s stratum) bool { return s.name == a.Stratum }) || !strings.HasPrefix(a.Stratum, a.Type+"/") {
		return a, fmt.Errorf("type %q and stratum %q are not what sample wrote", a.Type, a.Stratum)
	}
	if (a.Records > 0) != (a.Type == Record) {
		return a, fmt.Errorf("records is %d, not the number that sample wrote", a.Records)
	}
	right := strings.ToLower(l.cell("right"))
	switch {
	case a.Type == Sentence && right != "":
		return a, fmt.Errorf("right is %q, but is for records: leave it empty for a sentence", right)
	case a.Type == Sentence:
	case right == "y" || right == "yes":
		a.Right, a.Figure = true, true
	case right == "n" || right == "no":
		a.Figure = true
	case right == "none":
	case right == "":
		return a, errors.New("right is empty: y where the record is right, n where it is wrong, none where it stands for no figure")
	default:
		return a, fmt.Errorf("right is %q: y where the record is right, n where it is wrong, none where it stands for no figure", right)
	}
	if missed == "" {
		return a, errors.New("missed is empty: how many figures of the sentence no record reports, 0 for none")
	}
	n, err := strconv.Atoi(missed)
	if err != nil || n < 0 {
		return a, fmt.Errorf("missed is %q: a whole number is needed, 0 for none", missed)
	}
	a.Missed = n
	if said := l.cell("missed"); said != "" && said != missed {
		return a, fmt.Errorf("missed is %s, another row of this sentence says %s", said, missed)
	}
	return a, nil
}

// whole checks that no row was lost: of each stratum there must be as many as
// its probability says.
func whole(lines []sheetLine, answers []Answer) []error {
	var faults []error
	count := map[string]int{}
	for _, a := range answers {
		count[a.Stratum]++
	}
	told := map[string]bool{}
	for i, a := range answers {
		drawn, err := strconv.ParseFloat(strings.Replace(lines[i].cell("probability"), ",", ".", 1), 64)
		want := int(math.Round(drawn * float64(a.Population)))
		switch {
		case told[a.Stratum]:
		case err != nil || drawn <= 0 || drawn > 1:
			faults = append(faults, &SheetError{a.line, fmt.Errorf("probability is %q, not the number that sample wrote", lines[i].cell("probability"))})
		case want != count[a.Stratum]:
			faults = append(faults, &SheetError{a.line, fmt.Errorf("the sheet has %d rows of %s, %d were drawn: rows must not be taken out or put in", count[a.Stratum], a.Stratum, want)})
		default:
			continue
		}
		told[a.Stratum] = true
	}
	return faults
}

// table reads the rows of a sheet.
func table(text string) ([]sheetLine, error) {
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		return objects(text)
	}
	header, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	for _, comma := range ",;\t" {
		if strings.Count(header, string(comma)) > strings.Count(header, string(r.Comma)) {
			r.Comma = comma
		}
	}
	names, err := r.Read()
	if err == io.EOF {
		return nil, errors.New("an empty file; the sheet must keep the columns that sample wrote")
	}
	if err != nil {
		return nil, err
	}
	for i := range names {
		names[i] = strings.ToLower(strings.TrimSpace(names[i]))
	}
	for _, need := range []string{"right", "missed", "file", "line", "column", "records", "type", "stratum", "population", "probability"} {
		if !slices.Contains(names, need) {
			return nil, &SheetError{1, fmt.Errorf("no column %s: the sheet must keep the columns that sample wrote", need)}
		}
	}
	var lines []sheetLine
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return lines, nil
		}
		if err != nil {
			return nil, err
		}
		number, _ := r.FieldPos(0)
		l := sheetLine{number, map[string]string{}}
		for i, cell := range cells[:min(len(cells), len(names))] {
			l.cells[names[i]] = cell
		}
		if strings.Join(cells, "") != "" { // a spreadsheet may leave empty rows at the end
			lines = append(lines, l)
		}
	}
}

// objects reads a sheet of JSON Lines.
func objects(text string) ([]sheetLine, error) {
	var lines []sheetLine
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		d := json.NewDecoder(bytes.NewReader([]byte(line)))
		d.UseNumber()
		var values map[string]any
		if err := d.Decode(&values); err != nil {
			return nil, &SheetError{i + 1, err}
		}
		l := sheetLine{i + 1, map[string]string{}}
		for name, value := range values {
			if value != nil {
				l.cells[name] = fmt.Sprint(value)
			}
		}
		lines = append(lines, l)
	}
	return lines, nil
}
