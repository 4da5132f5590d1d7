package sample

import (
	"bufio"
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

// report is a report with a heading, a sentence of two figures, one of none and
// one with a figure that is not read.
const report = "县总工会工作总结\n\n县总工会走访职工300户，慰问病员12名。工会组织学习。投入资金五十万元。\n"

func reportRows(t *testing.T) []Row {
	t.Helper()
	text, err := normalize.Clean([]byte(report), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var records []extract.Record
	for _, source := range []string{"300户", "12名"} {
		at := strings.Index(report, source)
		records = append(records, extract.Record{ID: "f" + source, Start: at, End: at + len(source), Quantity: source, Kind: "people"})
	}
	records[1].Flags = []string{"ocr"}
	return Rows("a.txt", text, records)
}

func TestRows(t *testing.T) {
	type row struct {
		kind, stratum, sentence string
		records, line, column   int
	}
	var got []row
	for _, r := range reportRows(t) {
		got = append(got, row{r.Type, r.Stratum, r.Sentence, r.Records, r.Line, r.Column})
	}
	want := []row{
		{Sentence, "sentence/plain", "县总工会工作总结", 0, 1, 1},
		{Record, "record/people", "县总工会走访职工300户，慰问病员12名。", 2, 3, 1},
		{Record, "record/flagged", "县总工会走访职工300户，慰问病员12名。", 2, 3, 1},
		{Sentence, "sentence/plain", "工会组织学习。", 0, 3, 22},
		{Sentence, "sentence/numeral", "投入资金五十万元。", 0, 3, 29},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("rows\n%v, want\n%v", got, want)
	}
}

// population is a hundred sentences and fifty records, in turn.
func population() []Row {
	var rows []Row
	for i := range 150 {
		r := Row{Type: Sentence, Stratum: "sentence/digit", Line: i}
		if i%3 == 0 {
			r = Row{Type: Record, Stratum: "record/count", Line: i, Records: 1}
		}
		rows = append(rows, r)
	}
	return rows
}

// Over many seeds each row is drawn as often as its probability says, and the
// sample stands in the order of the text.
func TestDraw(t *testing.T) {
	times := map[int]int{}
	const seeds = 2000
	var probability = map[string]float64{}
	for seed := range uint64(seeds) {
		drawn, err := Draw(population(), 30, seed)
		if err != nil || len(drawn) != 30 {
			t.Fatalf("%d rows, %v", len(drawn), err)
		}
		for i, r := range drawn {
			times[r.Line]++
			probability[r.Stratum] = r.Probability
			if i > 0 && drawn[i-1].Line >= r.Line {
				t.Fatal("the sample is out of order")
			}
		}
	}
	if p := probability; math.Abs(100*p["sentence/digit"]+50*p["record/count"]-30) > 1e-9 {
		t.Errorf("the probabilities are %v", p)
	}
	for _, r := range population() {
		p := probability[r.Stratum]
		if share := float64(times[r.Line]) / seeds; math.Abs(share-p) > 5*math.Sqrt(p*(1-p)/seeds) {
			t.Errorf("row %d: drawn in %.3f of the samples, want %.3f", r.Line, share, p)
		}
	}
}

func TestDrawEdges(t *testing.T) {
	if _, err := Draw(population(), 3, 1); err == nil || !strings.Contains(err.Error(), "at least 4") {
		t.Errorf("three rows of two strata: %v", err)
	}
	if drawn, err := Draw(population(), 1000, 1); err != nil || len(drawn) != 150 || drawn[0].Probability != 1 {
		t.Errorf("more than there are: %d rows, %v", len(drawn), err)
	}
	if drawn, err := Draw(nil, 10, 1); err != nil || len(drawn) != 0 {
		t.Errorf("of nothing: %d rows, %v", len(drawn), err)
	}
}

// Each format is read back as it was filled in.
func TestFormats(t *testing.T) {
	rows := reportRows(t)
	drawn, err := Draw(rows, 10, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range drawn {
		if drawn[i].Type == Record {
			drawn[i].Right = []string{"y", "none"}[i%2]
		}
		drawn[i].Missed = "0"
		drawn[i].File = "=a\n,\t'b;.txt"
	}
	var first []Answer
	for _, format := range Formats() {
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		if err := Write(w, drawn, format); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		answers, err := Read(b.Bytes())
		if err != nil {
			t.Fatalf("%s: %v\n%s", format, err, b.String())
		}
		for i := range answers {
			answers[i].line, answers[i].place = 0, ""
		}
		if first == nil {
			first = answers
		}
		if len(answers) != 5 || !reflect.DeepEqual(answers, first) {
			t.Errorf("%s: %+v, want\n%+v", format, answers, first)
		}
	}
	if a := first[2]; !a.Right || !a.Figure || a.Records != 2 {
		t.Errorf("%+v", a)
	}
	if a := first[1]; a.Right || a.Figure {
		t.Errorf("%+v", a)
	}
}
