package sink

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"unionrep/cmd/internal/field"
	"unionrep/extract"
	"unionrep/normalize"
)

// figures are those of a text.
func figures(t *testing.T, text string) []extract.Record {
	t.Helper()
	clean, err := normalize.Clean([]byte(text), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	records := extract.Extract("报告.txt", clean)
	if len(records) == 0 {
		t.Fatal("no figures")
	}
	return records
}

const report = `青石县总工会2019年工作总结

一年来，全县各级工会筹集帮扶资金6559.59万元，其中1280余万元用于慰问困难职工5600人次。
工会组建率达到92.5%，温度下降到-1.5度，发放慰问金300至500元。
`

// A hostile record: text that a spreadsheet may run, or show otherwise.
func hostile(r extract.Record) extract.Record {
	r.Indicator, r.Action, r.Unit, r.Org = "=1+1", "@SUM(A1)", "-5", "\t=cmd"
	r.Period, r.PeriodStart, r.PeriodEnd = "2015", "2015", "2015-03"
	r.Text, r.Source, r.ID = "a\nb<&>\"_x000D_ ", "+86 10", "1e5"
	return r
}

func TestWorkbook(t *testing.T) {
	records := figures(t, report)
	records = append(records, hostile(records[0]))
	book, err := excelize.OpenReader(strings.NewReader(written(t, Options{Format: "xlsx", Columns: field.Names()}, records...)))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(records)+1 || !slices.Equal(rows[0], field.Names()) {
		t.Fatalf("%d rows, header %v", len(rows), rows[0])
	}
	for i, r := range records {
		for k, f := range field.All() {
			name, _ := excelize.CoordinatesToCellName(k+1, i+2)
			got, err := book.GetCellValue(sheet, name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			kind, want := excelize.CellTypeInlineString, f.Cell(&r)
			switch f.Kind {
			case field.Number, field.Integer:
				kind = excelize.CellTypeUnset // a number
			case field.Boolean:
				kind, want = excelize.CellTypeBool, map[string]string{"true": "1", "false": "0"}[want]
			}
			if is, _ := book.GetCellType(sheet, name); got != want || is != kind {
				t.Errorf("%s, %s, holds %q of type %d, want %q of type %d", name, f.Name, got, is, want, kind)
			}
			if formula, _ := book.GetCellFormula(sheet, name); formula != "" {
				t.Errorf("%s is a formula", name)
			}
		}
	}
	panes, err := book.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header is not frozen: %+v, %v", panes, err)
	}
	if names := book.GetDefinedName(); len(names) != 1 || !strings.HasSuffix(names[0].RefersTo, fmt.Sprintf("$%d", len(records)+1)) {
		t.Errorf("the filter covers %+v", names)
	}
	if wide, _ := book.GetColWidth(sheet, "X"); wide != 60 {
		t.Errorf("the text is %v wide", wide)
	}
}

// Excel keeps 15 digits of a number: one of more is text, and whole.
func TestTyped(t *testing.T) {
	number := field.Field{Kind: field.Number}
	for cell, want := range map[string]any{
		"":                    nil,
		"0":                   0.0,
		"-1.5":                -1.5,
		"0.333333333333":      0.333333333333,
		"123456789012345":     123456789012345.0,
		"1234567890123456":    "1234567890123456",
		"123456789012345000":  123456789012345000.0,
		"0.1234567890123456":  "0.1234567890123456",
		"-12345678.901234567": "-12345678.901234567",
	} {
		if got, err := typed(number, cell); err != nil || got != want {
			t.Errorf("%s is %v (%T), want %v", cell, got, got, want)
		}
	}
	long := strings.Repeat("字", excelize.TotalCellChars)
	if got, err := typed(field.Field{}, long); err != nil || got != long {
		t.Error("a cell does not hold what it has room for")
	}
	if _, err := typed(field.Field{}, long+"字"); err == nil {
		t.Error("a text that is too long is cut without a word")
	}
}

func TestWorkbookIsTheSameEveryTime(t *testing.T) {
	records := figures(t, report)
	first := written(t, Options{Format: "xlsx"}, records...)
	for range 5 {
		if written(t, Options{Format: "xlsx"}, records...) != first {
			t.Fatal("the same records give another file")
		}
	}
	if bare := written(t, Options{Format: "xlsx"}); bare == "" {
		t.Error("no workbook without records")
	}
}

// A workbook that is given up leaves no file behind, however large it was.
func TestWorkbookGivenUp(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	out, err := Create(filepath.Join(t.TempDir(), "out.xlsx"), nil)
	if err != nil {
		t.Fatal(err)
	}
	w, err := New(out, Options{Format: "xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	r := extract.Record{Text: strings.Repeat("字", 10000)}
	kept := func() int {
		entries, err := os.ReadDir(os.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	for kept() == 0 {
		if err := w.Write(&Document{Records: []extract.Record{r}}); err != nil {
			t.Fatal(err)
		}
	}
	out.Discard()
	if kept() != 0 {
		t.Error("a temporary file is left")
	}
}

// LibreOffice reads the workbook as it is meant: text as text, numbers as
// numbers.
func TestWorkbookInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("needs LibreOffice (soffice), which is not there")
	}
	records := figures(t, report)
	records = append(records, hostile(records[0]))
	columns := []string{"indicator", "action", "unit", "period_start", "period_end", "source", "id", "value", "max", "start", "line"}
	dir := t.TempDir()
	path := filepath.Join(dir, "figures.xlsx")
	if err := os.WriteFile(path, []byte(written(t, Options{Format: "xlsx", Columns: columns}, records...)), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless",
		"--convert-to", `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false`, "--outdir", dir, path)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	converted, err := os.Open(filepath.Join(dir, "figures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer converted.Close()
	rows, err := csv.NewReader(converted).ReadAll()
	if err != nil || len(rows) != len(records)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, r := range records {
		for k, name := range columns {
			f, _ := field.Named(name)
			if got, want := rows[i+1][k], f.Cell(&r); got != want {
				t.Errorf("row %d: %s is %q, want %q", i+2, f.Name, got, want)
			}
		}
	}
}
