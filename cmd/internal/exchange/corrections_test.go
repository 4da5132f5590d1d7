package exchange

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"unionrep/normalize"
)

const simple = "工会慰问职工近300户，培训12名，筹资50万元。"

const simpleGold = `{"raw":"300户","nth":1,"context":"职工近300户","value":300,"bound":"exact","unit":"户","kind":"people","indicator":"职工","action":"慰问","org":"工会","period":""}
{"raw":"12名","nth":1,"context":"培训12名","value":12,"bound":"exact","unit":"名","kind":"people","indicator":"职工","action":"培训","org":"工会","period":""}
`

// written is the document in a format.
func written(t *testing.T, d *Document, format Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, []*Document{d}, format, "", func(*Document) *normalize.Source { return decoded(t, d.Text) }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// readBack reads one document.
func readBack(t *testing.T, data string, format Format) *Document {
	t.Helper()
	documents, err := Read([]byte(data), format, "")
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if err := documents[0].Locate(decoded(t, documents[0].Text)); err != nil {
		t.Fatal(err)
	}
	return documents[0]
}

// said is what is said of each figure, in order.
func said(d *Document) string {
	var s []string
	for _, f := range d.Figures {
		s = append(s, d.Text[f.Start:f.End]+" "+f.Fields.text("kind")+" "+f.Fields.text("value")+" "+f.Fields.text("indicator"))
	}
	return strings.Join(s, ", ")
}

// Somebody moves a border in doccano, takes a label away, changes one and sets a
// new one.
func TestCorrectedInDoccano(t *testing.T) {
	line := written(t, gold(t, decoded(t, simple), simpleGold), Doccano)
	if !strings.Contains(line, `"label":[[7,11,"people"],[14,17,"people"]]`) {
		t.Fatal(line)
	}
	for _, c := range []struct{ label, want string }{
		{`[[7,11,"people"],[14,17,"people"]]`, "300户 people 300 职工, 12名 people 12 职工"},
		{`[[14,17,"people"]]`, "12名 people 12 职工"},
		{`[[6,11,"people"],[14,17,"count"]]`, "近300户 people 300 职工, 12名 count 12 职工"},
		{`[[14,17,"people"],[20,24,"money"],[7,11,"people"]]`, "300户 people 300 职工, 12名 people 12 职工, 50万元 money  "},
		{`[]`, ""},
	} {
		export := strings.Replace(line, `[[7,11,"people"],[14,17,"people"]]`, c.label, 1)
		if got := said(readBack(t, export, Doccano)); got != c.want {
			t.Errorf("%s: %s, want %s", c.label, got, c.want)
		}
	}
	moved := readBack(t, strings.Replace(line, "[7,11,", "[6,11,", 1), Doccano)
	if m := moved.Moved(); len(m) != 1 || m[0].Start != len("工会慰问职工") {
		t.Errorf("moved are %+v", m)
	}
}

// Exports of other versions of doccano name the labels otherwise, or keep what
// was handed out apart.
func TestDoccanoVersions(t *testing.T) {
	line := strings.TrimSpace(written(t, gold(t, decoded(t, simple), simpleGold), Doccano))
	var all map[string]json.RawMessage
	if err := json.Unmarshal([]byte(line), &all); err != nil {
		t.Fatal(err)
	}
	apart := map[string]json.RawMessage{"id": []byte("7"), "text": all["text"], "label": all["label"]}
	delete(all, "text")
	delete(all, "label")
	apart["meta"], _ = json.Marshal(all)
	meta, _ := json.Marshal(apart)
	for name, export := range map[string]string{
		"labels":   strings.Replace(line, `"label":[`, `"labels":[`, 1),
		"meta":     string(meta),
		"metadata": strings.Replace(string(meta), `"meta"`, `"metadata"`, 1),
		"entities": strings.Replace(line, `"label":[[7,11,"people"],[14,17,"people"]]`,
			`"entities":[{"id":3,"start_offset":7,"end_offset":11,"label":"people"},{"id":4,"start_offset":14,"end_offset":17,"label":"people"}],"relations":[]`, 1),
	} {
		d := readBack(t, export+"\n", Doccano)
		if got, want := said(d), "300户 people 300 职工, 12名 people 12 职工"; got != want || d.File != "a.txt" {
			t.Errorf("%s: %s: %s, want %s", name, d.File, got, want)
		}
	}
}

// studio is a Label Studio export of the simple report, with what somebody has
// changed in it.
func studio(t *testing.T, change func(result []map[string]any) []map[string]any) string {
	t.Helper()
	var tasks []map[string]any
	if err := json.Unmarshal([]byte(written(t, gold(t, decoded(t, simple), simpleGold), LabelStudio)), &tasks); err != nil {
		t.Fatal(err)
	}
	made := tasks[0]["annotations"].([]any)[0].(map[string]any)
	var result []map[string]any
	for _, item := range made["result"].([]any) {
		result = append(result, item.(map[string]any))
	}
	made["result"] = change(result)
	line, err := json.Marshal(tasks)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}

func TestCorrectedInLabelStudio(t *testing.T) {
	set := func(id, from string, text any) func([]map[string]any) []map[string]any {
		return func(result []map[string]any) []map[string]any {
			for _, item := range result {
				if item["id"] == id && item["from_name"] == from {
					item["value"].(map[string]any)["text"] = text
				}
			}
			return result
		}
	}
	drop := func(id, from string) func([]map[string]any) []map[string]any {
		return func(result []map[string]any) []map[string]any {
			var kept []map[string]any
			for _, item := range result {
				if item["id"] != id || from != "" && item["from_name"] != from {
					kept = append(kept, item)
				}
			}
			return kept
		}
	}
	region := func(items ...string) func([]map[string]any) []map[string]any {
		return func(result []map[string]any) []map[string]any {
			for _, item := range items {
				var more map[string]any
				if err := json.Unmarshal([]byte(item), &more); err != nil {
					t.Fatal(err)
				}
				result = append(result, more)
			}
			return result
		}
	}
	const money = `{"id":"x1","from_name":"kind","to_name":"text","type":"labels","value":{"start":20,"end":24,"text":"50万元","labels":["money"]}}`
	for _, c := range []struct {
		name   string
		change func([]map[string]any) []map[string]any
		want   string
	}{
		{"nothing", region(), "300户 people 300 职工, 12名 people 12 职工"},
		{"a value", set("figure1", "value", []string{"301"}), "300户 people 301 职工, 12名 people 12 职工"},
		{"a value submitted again", set("figure1", "value", []string{"300", "302"}), "300户 people 302 职工, 12名 people 12 职工"},
		{"a field emptied", drop("figure2", "indicator"), "300户 people 300 职工, 12名 people 12 "},
		{"a region taken away", drop("figure1", ""), "12名 people 12 职工"},
		{"a region drawn", region(money), "300户 people 300 职工, 12名 people 12 职工, 50万元 money  "},
		{"a region drawn and filled in", region(money,
			`{"id":"x1","from_name":"value","to_name":"text","type":"textarea","value":{"start":20,"end":24,"text":["500000"]}}`,
			`{"id":"x1","from_name":"bound","to_name":"text","type":"choices","value":{"start":20,"end":24,"choices":["exact"]}}`,
		), "300户 people 300 职工, 12名 people 12 职工, 50万元 money 500000 "},
		{"a relation", region(`{"type":"relation","from_id":"figure1","to_id":"figure2","direction":"right"}`), "300户 people 300 职工, 12名 people 12 职工"},
	} {
		d := readBack(t, studio(t, c.change), LabelStudio)
		if got := said(d); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if c.name == "a region drawn" && len(d.Unknown()) != 1 || c.name == "a region drawn and filled in" && len(d.Unknown()) != 0 {
			t.Errorf("%s: of %d figures nothing is known", c.name, len(d.Unknown()))
		}
	}
}

// Of several annotations of a task the last that was not cancelled counts; where
// there is none, the prediction.
func TestLabelStudioAnnotations(t *testing.T) {
	export := func(annotations string) string {
		return `[{"data":{"text":"培训12名"},"predictions":[{"result":[{"id":"p","from_name":"kind","type":"labels","value":{"start":0,"end":2,"labels":["other"]}}]}],"annotations":[` + annotations + `]}]`
	}
	item := func(kind, more string) string {
		return `{"result":[{"id":"p","from_name":"kind","type":"labels","value":{"start":2,"end":5,"text":"12名","labels":["` + kind + `"]}}]` + more + `}`
	}
	for annotations, want := range map[string]string{
		"":                 "培训 other  ",
		item("people", ""): "12名 people  ",
		`{"result":[]}`:    "",
		item("count", "") + "," + item("people", ""):                      "12名 people  ",
		item("count", "") + "," + item("people", `,"was_cancelled":true`): "12名 count  ",
	} {
		if got := said(readBack(t, export(annotations), LabelStudio)); got != want {
			t.Errorf("%s: %s, want %s", annotations, got, want)
		}
	}
}

// A version of Label Studio that counts UTF-16 code units is found out by the
// texts that the labels cover.
func TestLabelStudioUnit(t *testing.T) {
	for _, span := range []string{`"start":3,"end":6`, `"start":4,"end":7`} {
		d := readBack(t, `[{"data":{"text":"👍培训12名"},"annotations":[{"result":[{"id":"a","from_name":"kind","type":"labels","value":{`+span+`,"text":"12名","labels":["people"]}}]}]}]`, LabelStudio)
		if got := said(d); got != "12名 people  " {
			t.Errorf("%s: %s", span, got)
		}
	}
}

// Fill prefers the same place over the nearest, and gives nothing twice.
func TestFill(t *testing.T) {
	known := gold(t, decoded(t, simple), simpleGold).Figures
	mark := func(raw string) Figure {
		at := strings.Index(simple, raw)
		f := Figure{Start: at, End: at + len(raw), Fields: Fields{}}
		f.Fields.setText("kind", "people")
		return f
	}
	d := &Document{Text: simple, Figures: []Figure{mark("近300户"), mark("300户"), mark("训12名"), mark("50万元")}}
	d.Fill(known)
	if got, want := said(d), "近300户 people  , 300户 people 300 职工, 训12名 people 12 职工, 50万元 people  "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A table as R and spreadsheets write it back.
func TestEditedTable(t *testing.T) {
	source := decoded(t, simple)
	for _, c := range []struct{ name, table, want string }{
		{"as it is", "file,first,last,kind,value,indicator\na.txt,8,11,people,300,职工\n", "300户 people 300 职工"},
		{"R's words", "\"file\",\"first\",\"last\",\"kind\",\"value\",\"max\",\"optional\"\n\"a.txt\",8,11,\"people\",3e+05,NA,TRUE\n", "300户 people 300000 "},
		{"columns moved, one more", "mine,kind,last,first,file,value\nx,people,11,8,a.txt,300\n", "300户 people 300 "},
		{"CRLF and BOM", "\ufefffile,first,last,kind,value\r\na.txt,8,11,people,1.50\r\n", "300户 people 1.50 "},
		{"a formula", "file,first,last,kind,value,indicator\na.txt,8,11,people,1,'=职工\n", "300户 people 1 =职工"},
	} {
		documents, err := Read([]byte(c.table), Table, "")
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if err := documents[0].Locate(source); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := said(documents[0]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What is malformed is told with its place.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		format     Format
		data, want string
	}{
		{Records, "{\"file\":\"a\",\"start\":1}", "line 1: a record needs file, start and end"},
		{Records, "\n{", "line 2: "},
		{Records, "null", "line 1: an object is needed"},
		{Doccano, `{"label":[]}`, "line 1: no text"},
		{Doccano, `{"text":"工会","label":[[0,3,"people"]]}`, "line 1: 0 to 3 is outside the text"},
		{Doccano, `{"text":"👍会","label":[[1,3,"people"]]}`, "line 1: 1 to 3 is outside the text, or cuts a character"},
		{Doccano, `{"text":"工会","label":[[0,1]]}`, "a label is [start, end, name]"},
		{Doccano, `{"text":"工会","label":[],"figures":[{"start":0,"end":9}]}`, "a figure that was handed out"},
		{LabelStudio, `{"id":1}`, "no list of tasks (export as JSON"},
		{LabelStudio, `[{"data":{}}]`, "task 1: no data.text"},
		{LabelStudio, `[{"data":{"text":"工会"},"annotations":[{"result":[{"id":"r","type":"labels","value":{"start":0,"end":1,"text":"会","labels":["people"]}}]}]}]`, `task 1: region r: "工" stands where its text is "会"`},
		{LabelStudio, `[{"data":{"text":"工会"},"annotations":[{"result":[{"id":"r","from_name":"value","type":"textarea","value":{"start":0,"end":1,"text":["3万"]}}]}]}]`, `region r: value is "3万": a number in digits is needed`},
		{LabelStudio, `[{"data":{"text":"工会"},"annotations":[{"result":[{"id":"r","from_name":"unit","type":"textarea","value":{"start":0,"end":1,"text":3}}]}]}]`, "a text area holds text"},
		{Table, "first,last\n", "no column file"},
		{Table, "", "no header"},
		{Table, "file,first,last\na,1\n", "line 2: 2 cells, where the header has 3"},
		{Table, "file,first,last\na,x,1\n", "line 2: first and last are"},
		{Table, "file,first,last,value\na,1,2,12万\n", `line 2: value is "12万"`},
		{Table, "file,first,last,value\na,1,2,1e99999\n", `line 2: value is "1e99999"`},
		{Table, "file,first,last,optional\na,1,2,ja\n", `line 2: optional is "ja"`},
		{Table, "file,first,last,alt\na,1,2,{\n", "line 2: alt is"},
		{Table, "file,first,last,copies\na,1,2,3\n", `line 2: copies holds "3"`},
		{Gold, "", "not one file"},
	} {
		if _, err := Read([]byte(c.data), c.format, ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %q: %v, want %q", c.format, c.data, err, c.want)
		}
	}
	for lines, want := range map[string]string{
		"{":                            "line 1: ",
		`{"raw":"12名","nth":"two"}`:    `line 1: nth is "two"`,
		"\n" + `{"raw":"12名","nth":2}`: `line 2: "12名" occurrence 2 is not in the document`,
		`{"raw":"13名"}` + "\n" + `{"raw":"14名"}`: `line 2: "14名"`,
	} {
		d, err := ReadGold("a", []byte(lines))
		if err == nil {
			err = d.Locate(decoded(t, simple))
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", lines, err, want)
		}
	}
	cut := &Document{File: "a", Text: strings.TrimSpace(simple)}
	if err := cut.Locate(decoded(t, simple+" \n\n")); err != nil || cut.Text != simple+" \n\n" {
		t.Errorf("a text whose end was cut off: %v", err)
	}
	d := &Document{File: "a", Text: "另一"}
	if err := d.Locate(decoded(t, simple)); err == nil || !strings.Contains(err.Error(), "not that of the report") {
		t.Errorf("another report: %v", err)
	}
}

// Both projects are set up with the kinds that records have.
func TestSetup(t *testing.T) {
	for _, format := range []Format{Doccano, LabelStudio} {
		var b bytes.Buffer
		if err := Setup(&b, format); err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{`"money"`, `"people"`, `"duration"`} {
			if !strings.Contains(b.String(), word) {
				t.Errorf("%s has no %s", format, word)
			}
		}
	}
}

// Whatever comes back, it is read, or told why not; what was read can be
// written.
func FuzzRead(f *testing.F) {
	source, err := normalize.Decode([]byte(report), "utf-8")
	if err != nil {
		f.Fatal(err)
	}
	d, err := ReadGold("a.txt", []byte(goldLines))
	if err != nil {
		f.Fatal(err)
	}
	if err := d.Locate(source); err != nil {
		f.Fatal(err)
	}
	for i, format := range []Format{Doccano, LabelStudio, Table} {
		var b bytes.Buffer
		if err := Write(&b, []*Document{d}, format, "", nil); err != nil {
			f.Fatal(err)
		}
		f.Add(uint8(i), b.String())
	}
	f.Add(uint8(3), recordLines)
	f.Fuzz(func(t *testing.T, which uint8, data string) {
		format := []Format{Doccano, LabelStudio, Table, Records}[which%4]
		documents, err := Read([]byte(data), format, "")
		if err != nil {
			return
		}
		for _, d := range documents {
			if format.NeedsReports() && d.Locate(source) != nil {
				continue
			}
			Annotation(d)
			for _, to := range []Format{Doccano, LabelStudio, Table} {
				if err := Write(io.Discard, []*Document{d}, to, "", nil); err != nil {
					t.Errorf("%s: %v", to, err)
				}
			}
		}
	})
}
