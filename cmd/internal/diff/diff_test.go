package diff

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"unionrep/cmd/internal/records"
)

func run(t *testing.T, data, format string) *Run {
	t.Helper()
	r, faults := NewRun(records.Parse([]byte(data), format), format)
	if len(faults) > 0 {
		t.Fatalf("%+v", faults)
	}
	return r
}

// text are the changes as they are printed.
func text(t *testing.T, changes []Change, format string, coloured bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, changes, format, coloured); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const before = `{"file":"a.txt","id":"f1","line":3,"column":1,"action":"慰问","indicator":"职工","value":5,"flags":[],"quantity":"5人"}
{"file":"a.txt","id":"f2","line":4,"column":1,"indicator":"书屋","value":18,"flags":[],"quantity":"18家"}
{"file":"a.txt","id":"f3","line":5,"column":7,"indicator":"职工","value":230,"flags":["ocr"],"quantity":"230名"}
`

const after = `[{"id":"f4","file":"b.txt","line":1,"column":2,"indicator":"<b>\u001b[0m","value":7,"flags":[],"quantity":"7个"},
{"id":"f3","flags":["ocr"],"file":"a.txt","line":5,"column":7,"indicator":"困难职工","value":231.5,"quantity":"230名","nature":"flow"},
{"id":"f2","file":"a.txt","line":4,"column":1,"indicator":"\u4e66\u5c4b","value":18,"flags":[],"quantity":"18家"}]`

func TestText(t *testing.T) {
	got := text(t, Compare(run(t, before, "jsonl"), run(t, after, "json"), nil), "text", false)
	const want = `- f1 a.txt:3:1 慰问 职工 5人
~ f3 a.txt:5:7 困难职工 230名
    indicator: "职工" → "困难职工"
    value: 230 → 231.5
    nature: (no such field) → "flow"
+ f4 b.txt:1:2 "<b>\u001b[0m" 7个
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	changes := Compare(run(t, before, "jsonl"), run(t, before, "jsonl"), nil)
	if text(t, changes, "text", true) != "" || text(t, changes, "jsonl", true) != "" {
		t.Error("a run differs from itself")
	}
	coloured := text(t, Compare(run(t, before, "jsonl"), run(t, after, "json"), nil), "text", true)
	if strings.Count(coloured, "\x1b[0m\n") != 3 || !strings.HasPrefix(coloured, "\x1b[31m- f1") {
		t.Errorf("in colours %q", coloured)
	}
}

func TestJSONLines(t *testing.T) {
	got := text(t, Compare(run(t, before, "jsonl"), run(t, after, "json"), []string{"nature", "value"}), "jsonl", false)
	const want = `{"change":"gone","id":"f1","record":{"file":"a.txt","id":"f1","line":3,"column":1,"action":"慰问","indicator":"职工","value":5,"flags":[],"quantity":"5人"}}
{"change":"changed","id":"f3","fields":[{"field":"indicator","from":"职工","to":"困难职工"}]}
{"change":"added","id":"f4","record":{"id":"f4","file":"b.txt","line":1,"column":2,"indicator":"<b>\u001b[0m","value":7,"flags":[],"quantity":"7个"}}
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for line := range strings.Lines(got) {
		if !json.Valid([]byte(line)) {
			t.Error(line)
		}
	}
}

// What a table cannot say is no change.
func TestTables(t *testing.T) {
	const lines = `{"id":"f1","value":5,"max":null,"source":"5\r\n人","indicator":"=1","flags":["ocr","joined"],"optional":true,"rule":"a"}` + "\n"
	const comma = "id,value,max,source,indicator,flags,optional\nf1,5,,\"5\r\n人\",'=1,ocr;joined,true\n"
	const tabs = "id\tvalue\tsource\nf1\t5\t5 人\n"
	for _, c := range []struct{ a, aFormat, b, bFormat string }{
		{lines, "jsonl", comma, "csv"}, {comma, "csv", lines, "jsonl"}, {lines, "jsonl", tabs, "tsv"}, {comma, "csv", tabs, "tsv"},
	} {
		if got := text(t, Compare(run(t, c.a, c.aFormat), run(t, c.b, c.bFormat), nil), "text", false); got != "" {
			t.Errorf("%s and %s differ:\n%s", c.aFormat, c.bFormat, got)
		}
	}
	const other = "id,value\nf1,6\n"
	if got := text(t, Compare(run(t, lines, "jsonl"), run(t, other, "csv"), nil), "text", false); !strings.Contains(got, "value: 5 → 6") {
		t.Errorf("%q", got)
	}
}

func TestFaults(t *testing.T) {
	const bad = `{"id":"f1","file":"a.txt"}
{"id":"f1","file":"b.txt"}
{"id":7}
{"file":"a.txt"}
{"id":
{"id":"f1","file":"a.txt"}
`
	_, faults := NewRun(records.Parse([]byte(bad), "jsonl"), "jsonl")
	wants := []Fault{
		{2, `the id f1 stands in line 1 already; "a.txt" and "b.txt" are the same document, read twice: leave one out`},
		{3, "the record has no id"},
		{4, "the record has no id"},
		{5, "no JSON: unexpected end of JSON input"},
		{6, "the id f1 stands in line 1 already"},
	}
	if len(faults) != len(wants) {
		t.Fatalf("%+v", faults)
	}
	for i, want := range wants {
		if faults[i] != want {
			t.Errorf("%+v, want %+v", faults[i], want)
		}
	}
}

// Compared the other way round, what was added is gone, and what changed
// changes back.
func TestCompareIsSymmetric(t *testing.T) {
	a, b := run(t, before, "jsonl"), run(t, after, "json")
	forth, back := map[string]Change{}, map[string]Change{}
	for _, c := range Compare(a, b, nil) {
		forth[c.ID] = c
	}
	for _, c := range Compare(b, a, nil) {
		back[c.ID] = c
	}
	opposite := map[string]string{Added: Gone, Gone: Added, Changed: Changed}
	if len(forth) != 3 || len(back) != len(forth) {
		t.Fatalf("%d changes, %d back", len(forth), len(back))
	}
	for id, c := range forth {
		if back[id].Kind != opposite[c.Kind] || len(back[id].Fields) != len(c.Fields) {
			t.Errorf("%s: %s, back %s", id, c.Kind, back[id].Kind)
			continue
		}
		for i, f := range c.Fields {
			if r := back[id].Fields[i]; r.Field != f.Field || !bytes.Equal(r.From, f.To) || !bytes.Equal(r.To, f.From) {
				t.Errorf("%s: %+v, back %+v", id, f, r)
			}
		}
	}
}
