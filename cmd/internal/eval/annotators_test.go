package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder is a folder of one annotation, of the report 1.txt.
func folder(t *testing.T, rows ...string) Folder {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "1.jsonl"), []byte(strings.Join(rows, "\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	return Folder(dir)
}

// Two annotators of one report: on one of four figures they differ in the
// unit, one they bound differently, and each has one that the other lacks.
func TestAgree(t *testing.T) {
	text := "走访职工近300户，病员12名，投入资金50万元，培训5期，评比3次，座谈2场。"
	source := decoded(t, text)
	visit := `{"raw": "近300户", "value": 300, "bound": "nearly", "unit": "户", "indicator": "职工"}`
	visitShort := `{"raw": "300户", "value": 300.0, "bound": "exact", "unit": "户", "indicator": "职 工", "alt": {"bound": "nearly"}}`
	ill := `{"raw": "12名", "value": 12, "bound": "exact", "unit": "名", "indicator": "病员"}`
	money := `{"raw": "50万元", "value": 500000, "bound": "exact", "unit": "元", "indicator": "资金"}`
	moneyRead := `{"raw": "50万元", "value": 50, "bound": "exact", "unit": "万元", "indicator": "资金"}`
	terms := `{"raw": "5期", "value": 5, "bound": "exact", "unit": "期"}`
	contest := `{"raw": "3次", "value": 3, "bound": "exact", "unit": "次"}`
	talks := `{"raw": "2场", "value": 2, "bound": "exact", "unit": "场"}`
	a, b := folder(t, visit, ill, money, terms, contest), folder(t, visitShort, ill, moneyRead, terms, talks)

	pair, err := NewPair("1.txt", source, a, b)
	if err != nil {
		t.Fatal(err)
	}
	got := Agree([]*Pair{pair}, 100)
	if f := got.Figures; f.A != 5 || f.B != 5 || f.Both != 4 || f.F1 != 0.8 {
		t.Errorf("figures: %+v", f)
	}
	// bound: first nearly exact exact exact, second all exact. Chance is 3/4, as is what is seen.
	// By coincidences: 7 times exact, once nearly; observed 1/4, expected 2*7/(8*7) = 1/4.
	// value: one of four differs, each value is its own label; kappa 1 - (1/4)/(1 - 3/16) = 9/13.
	for field, want := range map[string]struct{ raw, kappa, alpha Rate }{
		"value":     {0.75, 0.6923, 0.7200},
		"bound":     {0.75, 0, 0},
		"indicator": {1, 1, 1},
		"unit":      {0.75, 0.6923, 0.7200},
	} {
		f := got.field(t, field)
		if f.Raw != want.raw || f.Kappa == nil || *f.Kappa != want.kappa || f.Alpha == nil || *f.Alpha != want.alpha {
			t.Errorf("%s: raw %v kappa %v alpha %v, want %+v", field, f.Raw, known(f.Kappa), known(f.Alpha), want)
		}
	}
	if f := got.field(t, "max"); f.Kappa != nil || f.Alpha != nil || f.Raw != 1 {
		t.Errorf("max has one value only: %+v", f)
	}
	var places []string
	for _, d := range got.Disagreements {
		places = append(places, d.Source+" "+d.Field)
	}
	if s := strings.Join(places, ", "); s != "近300户 bound, 50万元 value, 50万元 unit, 3次 , 2场 " {
		t.Errorf("they differ in %s", s)
	}
	if d := got.Disagreements[1]; d.Line != 1 || d.Column != 21 {
		t.Errorf("50万元 is at %d:%d", d.Line, d.Column)
	}

	// Without the report, 近300户 and 300户 are two figures.
	pair, err = NewPair("1", nil, a, b)
	if err != nil {
		t.Fatal(err)
	}
	if f := Agree([]*Pair{pair}, 0).Figures; f.Both != 3 {
		t.Errorf("by their text alone: %+v", f)
	}
}

func (a *Agreement) field(t *testing.T, name string) FieldAgreement {
	t.Helper()
	for _, f := range a.Fields {
		if f.Field == name {
			return f
		}
	}
	t.Fatalf("no field %s", name)
	return FieldAgreement{}
}

// Where one figure of the one lies on two of the other, the one that shares
// most is the same.
func TestAlign(t *testing.T) {
	source := decoded(t, "共5万至8万元")
	whole := `{"raw": "5万至8万元", "value": 50000, "max": 80000}`
	end := `{"raw": "至8万元", "value": 80000}`
	begin := `{"raw": "5万", "value": 50000}`
	pair, err := NewPair("1.txt", source, folder(t, whole), folder(t, begin, end))
	if err != nil {
		t.Fatal(err)
	}
	if len(pair.both) != 1 || pair.both[0][1].Raw != "至8万元" {
		t.Errorf("%+v", pair)
	}
}

func TestReadRecords(t *testing.T) {
	const row = `{"file": "reports/1-county.txt", "start": 0, "end": 3, `
	f, err := ReadRecords([]byte(row+`"value": "12.50", "max": null}`+"\r\n\n"+
		`{"file": "b.txt", "start": 1, "end": 2, "value": 7, "bound": null, "unknown": [1]}`), "jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"reports/1-county.txt": 1, "elsewhere/1-county.txt.gz": 1, "1.txt": 1, "1-city.txt": 0, "10.txt": 0, "x/b.txt": 1} {
		if got := f.Of(name); len(got) != want {
			t.Errorf("%s has %d records, want %d", name, len(got), want)
		}
	}
	if p := f.Of("b.txt")[0]; p.Value != "7" || p.Bound != "" || p.Start != 1 {
		t.Errorf("%+v", p)
	}
	if others := f.Others([]string{"1.txt"}); len(others) != 1 || others[0] != "b.txt" {
		t.Errorf("others are %q", others)
	}
	for bad, want := range map[string]string{
		row + `"value": 1`:                      "line 1: ",
		"\n" + `{"start": 0, "end": 1}`:         "line 2: a record needs file, start and end",
		`{"file": "a", "start": 1.5, "end": 2}`: "line 1: ",
		row + `"value": [1]}`:                   "a number is a number, a text or null",
	} {
		if _, err := ReadRecords([]byte(bad), "jsonl"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", bad, err, want)
		}
	}
}

// A table that a spreadsheet has saved is read as well.
func TestReadTable(t *testing.T) {
	f, err := ReadRecords([]byte("\ufefffile,start,end,value,max,indicator,flags,optional\r\na.txt,3,9,300,,'=职工,ocr;joined,false\r\n"), "csv")
	if err != nil {
		t.Fatal(err)
	}
	p := f.Of("a.txt")[0]
	if p.Start != 3 || p.End != 9 || p.Value != "300" || p.Max != "" || p.Indicator != "=职工" || len(p.Flags) != 2 {
		t.Errorf("%+v", p)
	}
	if _, err := ReadRecords([]byte("file,start,end\na.txt,3,x\n"), "csv"); err == nil || !strings.Contains(err.Error(), "line 2: ") {
		t.Errorf("a place that is no number: %v", err)
	}
}

// A record without a bound is exact, one without a value answers no figure.
func TestMissingFields(t *testing.T) {
	source := decoded(t, text)
	gold := annotated(t, source, visit)
	at := strings.Index(text, "300户")
	read := Prediction{Start: at, End: at + len("300户"), Value: "3e2", Unit: "户"}
	if counts, _ := Compare(source, gold, []Prediction{read}); counts.Found[Quantity] != 1 {
		t.Errorf("%+v", counts)
	}
	read.Value = ""
	if counts, _ := Compare(source, gold, []Prediction{read}); counts.Found[Quantity] != 0 || counts.Silent != 1 {
		t.Errorf("%+v", counts)
	}
}

// A span that is bad is told at its place as far as there is one.
func TestBadSpanHasPlace(t *testing.T) {
	source := decoded(t, "一\n二三")
	_, misses := Compare(source, nil, []Prediction{{Start: 5, End: 7}, {Start: 400, End: 500}})
	if len(misses) != 2 || misses[0].Line != 2 || misses[1].Line != 2 || !strings.Contains(misses[1].what(), "400 to 500") {
		t.Errorf("%+v", misses)
	}
}
