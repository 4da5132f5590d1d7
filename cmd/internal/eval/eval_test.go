package eval

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

const text = "县总工会投入资金50余万元，走访职工300户、病员12名，职工300户满意。\n培训职工5至8期，工会走访职工300户。\n"

func decoded(t *testing.T, text string) *normalize.Source {
	t.Helper()
	source, err := normalize.Decode([]byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func annotated(t *testing.T, source *normalize.Source, rows string) []Annotation {
	t.Helper()
	gold, err := Annotations([]byte(rows), source)
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// record is a record of the nth raw in the text, with the fields given as JSON.
func record(t *testing.T, text, raw string, nth int, fields string) extract.Record {
	t.Helper()
	at := -1
	for range nth {
		at += 1 + strings.Index(text[at+1:], raw)
	}
	var r extract.Record
	if err := json.Unmarshal([]byte(fields), &r); err != nil {
		t.Fatal(err)
	}
	r.Start, r.End, r.Source = at, at+len(raw), raw
	return r
}

const (
	money = `{"raw": "50余万元", "nth": 1, "value": 500000, "bound": "over", "unit": "元", "kind": "money", "indicator": "资金", "action": "投入", "org": "县总工会", "period": "", "alt": {"indicator": ["投入资金", null]}}`
	visit = `{"raw": "300户", "nth": 1, "value": 300, "bound": "exact", "unit": "户", "kind": "people", "indicator": "职工", "action": "走访", "org": "县总工会", "period": ""}`
	again = `{"raw": "300户", "nth": 3, "value": 300.0, "bound": "exact", "unit": "户", "kind": "people", "indicator": "职工", "action": "走访", "org": "县总工会", "period": "", "dup": true, "optional": true}`
	terms = `{"raw": "5至8期", "nth": 1, "value": 5, "max": 8, "bound": "range", "unit": "期", "kind": "count", "indicator": "职工", "action": "培训", "org": "县总工会", "period": "", "optional": true}`

	moneyRead = `{"value": 500000, "bound": "over", "unit": "元", "kind": "money", "indicator": "资金", "action": "投入", "org": "县总工会"}`
	visitRead = `{"value": 300, "bound": "exact", "unit": "户", "kind": "people", "indicator": "职工", "action": "走访", "org": "县总工会"}`
)

func TestCompare(t *testing.T) {
	source := decoded(t, text)
	one := [4]int{1, 1, 1, 1}
	all := [5]int{1, 1, 1, 1, 1}
	for _, c := range []struct {
		name    string
		gold    string
		records []extract.Record
		want    Counts
	}{
		{"nothing read", money, nil, Counts{Gold: 1}},
		{"all right", money, []extract.Record{record(t, text, "50余万元", 1, moneyRead)}, Counts{Gold: 1, Found: one, Agree: all, Strict: 1}},
		{"another right indicator", money,
			[]extract.Record{record(t, text, "50余万元", 1, strings.Replace(moneyRead, "资金", "投入资金", 1))}, Counts{Gold: 1, Found: one, Agree: all, Strict: 1}},
		{"no indicator is right too", money,
			[]extract.Record{record(t, text, "50余万元", 1, strings.Replace(moneyRead, "资金", "", 1))}, Counts{Gold: 1, Found: one, Agree: all, Strict: 1}},
		{"wrong indicator", money,
			[]extract.Record{record(t, text, "50余万元", 1, strings.Replace(moneyRead, "资金", "病员", 1))},
			Counts{Gold: 1, Found: [4]int{1, 0, 0, 0}, Agree: all, Strict: 1}},
		{"nearly the indicator", visit,
			[]extract.Record{record(t, text, "300户", 1, strings.Replace(visitRead, `"职工"`, `"老职工"`, 1))},
			Counts{Gold: 1, Found: [4]int{1, 0, 1, 0}, Agree: all, Strict: 1}},
		{"a wrong kind spoils no record", money,
			[]extract.Record{record(t, text, "50余万元", 1, strings.Replace(moneyRead, "money", "count", 1))},
			Counts{Gold: 1, Found: one, Agree: [5]int{1, 1, 0, 1, 1}, Strict: 1}},
		{"half the span", money,
			[]extract.Record{record(t, text, "50余万", 1, moneyRead)},
			Counts{Gold: 1, Found: one, Agree: [5]int{0, 1, 1, 1, 1}, Strict: 1}},
		{"less than half the span", money,
			[]extract.Record{record(t, text, "万", 1, moneyRead)}, Counts{Gold: 1, Spurious: 1}},
		{"wrong value in silence", money,
			[]extract.Record{record(t, text, "50余万元", 1, strings.Replace(moneyRead, "500000", "50", 1))}, Counts{Gold: 1, Spurious: 1, Silent: 1}},
		{"wrong value with a flag", money,
			[]extract.Record{record(t, text, "50余万元", 1, strings.Replace(moneyRead, "500000,", `50, "flags": ["ocr"],`, 1))}, Counts{Gold: 1, Spurious: 1}},
		{"an optional record is not strict", money,
			[]extract.Record{record(t, text, "50余万元", 1, strings.Replace(moneyRead, "{", `{"optional": true, `, 1))}, Counts{Gold: 1, Found: one, Agree: all}},
		{"a copy counts once", visit + "\n" + again,
			[]extract.Record{record(t, text, "300户", 1, visitRead), record(t, text, "300户", 3, visitRead)},
			Counts{Gold: 1, Found: one, Agree: all, Strict: 1, Spurious: 1}},
		{"the other copy does too", visit + "\n" + again,
			[]extract.Record{record(t, text, "300户", 3, visitRead)}, Counts{Gold: 1, Found: one, Agree: all, Strict: 1}},
		{"optional figures count neither way", terms,
			[]extract.Record{record(t, text, "5至8期", 1, `{"value": 1, "bound": "exact"}`)}, Counts{}},
		{"nor do durations", visit,
			[]extract.Record{record(t, text, "培训", 1, `{"value": 1, "bound": "exact", "kind": "duration"}`)}, Counts{Gold: 1}},
		{"a record on no figure", visit,
			[]extract.Record{record(t, text, "12名", 1, `{"value": 12, "bound": "exact", "unit": "名"}`)}, Counts{Gold: 1, Spurious: 1}},
		{"outside the file", visit,
			[]extract.Record{{Start: 0, End: 1000}, {Start: 9, End: 9}, {Start: -3, End: 3}}, Counts{Gold: 1, Spurious: 3, BadSpans: 3}},
		{"cutting a character", visit, []extract.Record{{Start: 1, End: 3}}, Counts{Gold: 1, Spurious: 1, BadSpans: 1}},
	} {
		got, misses := Compare(source, annotated(t, source, c.gold), Predict(c.records))
		if got != c.want {
			t.Errorf("%s\n%+v, want\n%+v\n%+v", c.name, got, c.want, misses)
		}
		if (got.Spurious > 0 || got.Found[Whole] < got.Gold) != (len(misses) > 0) && c.name != "a wrong kind spoils no record" {
			t.Errorf("%s: misses are %+v", c.name, misses)
		}
	}
}

// In another encoding the same figure lies on other bytes.
func TestCompareInAnotherEncoding(t *testing.T) {
	raw := []byte("\xb9\xa4\xbb\xe1\xd7\xdf\xb7\xc3\xd6\xb0\xb9\xa4300\xbb\xa7\xa1\xa3\xb9\xa4\xbb\xe1\xc5\xe0\xd1\xb5\xd6\xb0\xb9\xa4\xa1\xa3") // 工会走访职工300户。工会培训职工。
	source, err := normalize.Decode(raw, "gb18030")
	if err != nil {
		t.Fatal(err)
	}
	gold := annotated(t, source, visit)
	r := record(t, string(raw), "300\xbb\xa7", 1, visitRead)
	r.Source = "300户"
	if counts, misses := Compare(source, gold, Predict([]extract.Record{r})); counts.Found[Whole] != 1 || counts.Agree[0] != 1 {
		t.Errorf("%+v %+v", counts, misses)
	}
	r.End--
	if counts, _ := Compare(source, gold, Predict([]extract.Record{r})); counts.BadSpans != 1 {
		t.Errorf("a cut character is no bad span: %+v", counts)
	}
}

func TestTexts(t *testing.T) {
	for a, b := range map[string]string{"人(次)": "人次", "场（次）": "场次", "％": "%", "圆": "元", "百分点": "个百分点", " 户 ": "户"} {
		if canonical(a) != b {
			t.Errorf("canonical(%q) = %q, want %q", a, canonical(a), b)
		}
	}
	for a, b := range map[string]string{"“金秋 助学”资金": "金秋助学资金", "ＧＤＰ": "GDP", "增长-5%": "增长-5%", "、。": ""} {
		if squash(a) != b {
			t.Errorf("squash(%q) = %q, want %q", a, squash(a), b)
		}
	}
	for _, c := range []struct {
		a, b string
		want float64
	}{{"", "", 1}, {"职工", "", 0}, {"职工", "工职", 1}, {"困难职工", "职工", 2. / 3}, {"职职", "职", 2. / 3}} {
		if got := overlap(c.a, c.b); got != c.want {
			t.Errorf("overlap(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestOtherReadings reads what an annotation gives under alt.
func TestOtherReadings(t *testing.T) {
	source := decoded(t, "三成四受访者同意")
	const row = `{"raw": "三成四", "value": 3.4, "bound": "exact", "unit": "成", "alt": `
	gold := annotated(t, source, row+`{"value": [34], "unit": "%", "indicator": ["受访者", null]}}`)
	for field, want := range map[string]readings{"value": {"34"}, "unit": {"%"}, "indicator": {"受访者", ""}} {
		if got := gold[0].Alt[field]; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
	if _, err := Annotations([]byte(row+`{"unit": [["%"]]}}`), source); err == nil {
		t.Error("a list in a list is no reading")
	}
}

// The interval holds the score, is as wide as the reports differ, and is the
// same on every run.
func TestInterval(t *testing.T) {
	good := &Report{Counts: Counts{Gold: 10, Found: [4]int{10, 10, 10, 10}}}
	bad := &Report{Counts: Counts{Gold: 10, Found: [4]int{5, 2, 3, 1}, Spurious: 5}}
	if s := Summarize([]*Report{good, bad}, 0); s.All.Quantity.CI != nil {
		t.Error("two reports have an interval")
	}
	same := Summarize([]*Report{good, good, good}, 0).All.Quantity
	if same.CI == nil || *same.CI != [2]Rate{1, 1} {
		t.Errorf("reports that do not differ have the interval %v", same.CI)
	}
	mixed := []*Report{good, bad, good, bad, good, bad}
	s := Summarize(mixed, 0).All.Quantity
	if s.CI[0] >= s.F1 || s.CI[1] <= s.F1 || s.CI[0] < 0.5 || s.CI[1] > 1 {
		t.Errorf("F1 %v has the interval %v", s.F1, *s.CI)
	}
	if again := Summarize(mixed, 0).All.Quantity; *again.CI != *s.CI {
		t.Errorf("the interval is %v, then %v", *s.CI, *again.CI)
	}
}
