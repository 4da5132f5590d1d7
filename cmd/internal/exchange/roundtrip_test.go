package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"unionrep/normalize"
)

// report has emoji, traditional script, an ideograph beyond U+FFFF, CRLF, a
// figure across a break and one twice.
const report = "青石縣總工會📉工作總結\r\n\r\n一年來，籌集幫扶資金1280余萬元👍🏻，慰問困難職工近56\r\n00人(次)。𠮷林分會舉辦競賽32場，又舉辦競賽32場。\r\n"

const goldLines = `{"raw":"1280余萬元","nth":1,"context":"資金1280余萬元","value":12800000,"bound":"over","unit":"元","kind":"money","indicator":"帮扶资金","action":"筹集","org":"青石县总工会","period":"一年来","alt":{"indicator":["帮扶\"投入\"",""]}}
{"raw":"近56\r\n00人(次)","nth":1,"context":"近56","value":5600,"bound":"nearly","unit":"人次","kind":"people","indicator":"困难职工","action":"慰问","org":"青石县总工会","period":"一年来","mine":"<b>&"}
{"raw":"32場","nth":2,"context":"又舉辦競賽32場","value":32.0,"max":35,"bound":"range","unit":"场","kind":"count","indicator":"=竞赛","action":"'举办","org":"","period":"","optional":true,"dup":true}
`

const recordLines = `{"file":"a.txt","doc":"d0","id":"f0","title":"青石","org":"青石县总工会","subject":"","section":"","topic":"","period":"一年来","period_start":"","period_end":"","period_basis":"","action":"筹集","indicator":"帮扶资金","value":12800000,"max":null,"bound":"over","low":12800000,"high":12900000,"unit":"元","kind":"money","nature":"flow","quantity":"1280余万元","text":"筹集\\帮扶资金1280余万元","source":"1280余萬元","start":68,"end":81,"line":3,"column":11,"copies":[{"start":3,"end":6},{"start":9,"end":12}],"flags":["joined","ocr"],"part_of":"","fact":"f1","optional":false,"rule":"quantity.money"}
`

func decoded(t *testing.T, text string) *normalize.Source {
	t.Helper()
	source, err := normalize.Decode([]byte(text), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// gold is the annotation of the report, located.
func gold(t *testing.T, source *normalize.Source, lines string) *Document {
	t.Helper()
	d, err := ReadGold("a.txt", []byte(lines))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Locate(source); err != nil {
		t.Fatal(err)
	}
	return d
}

// away writes the document in a format and reads it back.
func away(t *testing.T, d *Document, source *normalize.Source, format Format, unit Unit) *Document {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, []*Document{d}, format, unit, func(*Document) *normalize.Source { return source }); err != nil {
		t.Fatal(err)
	}
	back, err := Read(b.Bytes(), format, unit)
	if err != nil {
		t.Fatalf("%s: %v\n%s", format, err, b.String())
	}
	if len(back) != 1 || back[0].File != d.File {
		t.Fatalf("%s: %d documents", format, len(back))
	}
	if err := back[0].Locate(source); err != nil {
		t.Fatalf("%s: %v\n%s", format, err, b.String())
	}
	return back[0]
}

// An annotation comes back from everywhere as it was, to the byte; from a table
// without the fields that are nobody's but the user's.
func TestGoldRoundTrip(t *testing.T) {
	for _, text := range []string{report, strings.ReplaceAll(report, "\r\n", "\n"), report + "一行\n"} {
		source := decoded(t, text)
		lines := goldLines
		if !strings.Contains(text, "56\r\n") {
			lines = strings.ReplaceAll(lines, `\r\n`, `\n`)
		}
		d := gold(t, source, lines)
		if got := Annotation(d); string(got) != lines {
			t.Errorf("written at once\n%s, want\n%s", got, lines)
		}
		for _, format := range []Format{Doccano, LabelStudio, Table} {
			for _, unit := range []Unit{"", CodePoints, UTF16} {
				want := lines
				if format == Table {
					want = strings.Replace(lines, `,"mine":"<b>&"`, "", 1)
				}
				if got := Annotation(away(t, d, source, format, unit)); string(got) != want {
					t.Errorf("%s %s: \n%s, want\n%s", format, unit, got, want)
				}
			}
		}
	}
}

// What an annotation of the user's own lacks is filled in, and what it has
// beside stays.
func TestSparseGold(t *testing.T) {
	source := decoded(t, report)
	got := string(Annotation(gold(t, source, `{"raw":"32場","value":32,"context":"mine","source":"page 3"}`)))
	want := `{"raw":"32場","nth":1,"context":"mine","value":32,"bound":"exact","unit":"","kind":"","indicator":"","action":"","org":"","period":"","source":"page 3"}` + "\n"
	if got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
}

// Python tools write other characters than ASCII as escapes, and blanks between
// values.
func TestEscapedRoundTrip(t *testing.T) {
	source := decoded(t, report)
	d := gold(t, source, goldLines)
	want := Annotation(d)
	for _, format := range []Format{Doccano, LabelStudio} {
		var b, spaced bytes.Buffer
		if err := Write(&b, []*Document{d}, format, "", nil); err != nil {
			t.Fatal(err)
		}
		if err := json.Indent(&spaced, b.Bytes(), "", " "); err != nil {
			t.Fatal(err)
		}
		var escaped strings.Builder
		for _, unit := range utf16.Encode([]rune(strings.ReplaceAll(spaced.String(), "\n", ""))) {
			if unit < 0x80 {
				escaped.WriteByte(byte(unit))
			} else {
				fmt.Fprintf(&escaped, `\u%04x`, unit)
			}
		}
		back, err := Read([]byte(escaped.String()), format, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := Annotation(back[0]); !bytes.Equal(got, want) {
			t.Errorf("%s:\n%s, want\n%s", format, got, want)
		}
	}
}

// Records come back from everywhere as they were, to the byte.
func TestRecordRoundTrip(t *testing.T) {
	source := decoded(t, report)
	documents, err := Read([]byte(recordLines), Records, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := documents[0].Locate(source); err != nil {
		t.Fatal(err)
	}
	write := func(d *Document) string {
		var b bytes.Buffer
		if err := Write(&b, []*Document{d}, Records, "", func(*Document) *normalize.Source { return source }); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	want := write(documents[0])
	var was, is map[string]any
	json.Unmarshal([]byte(recordLines), &was)
	json.Unmarshal([]byte(want), &is)
	for name := range was {
		if name != "doc" && name != "id" && fmt.Sprint(was[name]) != fmt.Sprint(is[name]) {
			t.Errorf("%s was %v and is %v", name, was[name], is[name])
		}
	}
	for _, format := range []Format{Doccano, LabelStudio, Table, Records} {
		if got := write(away(t, documents[0], source, format, "")); got != want {
			t.Errorf("%s:\n%s, want\n%s", format, got, want)
		}
	}
}

// An annotation becomes records that say what it says, and no more.
func TestGoldToRecords(t *testing.T) {
	source := decoded(t, report)
	var b bytes.Buffer
	if err := Write(&b, []*Document{gold(t, source, goldLines)}, Records, "", func(*Document) *normalize.Source { return source }); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{
		`12800000 over 12800000 <nil> 1280余萬元 68 81 3 11 false annotation`,
		`5600 nearly <nil> 5600 近56` + "\r\n" + `00人(次) 110 127 3 27 false annotation`,
		`32 range 32 35 32場 178 183 4 25 true annotation`,
	} {
		var r map[string]any
		if err := json.Unmarshal([]byte(strings.Split(b.String(), "\n")[i]), &r); err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(r["value"], " ", r["bound"], " ", r["low"], " ", r["high"], " ", r["source"], " ", r["start"], " ", r["end"], " ", r["line"], " ", r["column"], " ", r["optional"], " ", r["rule"])
		if got = strings.Replace(got, "1.28e+07", "12800000", 2); got != want {
			t.Errorf("record %d is\n%s, want\n%s", i, got, want)
		}
		if at := int(r["start"].(float64)); report[at:int(r["end"].(float64))] != r["source"] {
			t.Errorf("record %d does not lie on %q", i, r["source"])
		}
	}
}

// What doccano is given fits the text in UTF-16 code units, as JavaScript cuts
// it; what Label Studio is given fits it in code points, as Python does.
func TestOffsets(t *testing.T) {
	source := decoded(t, report)
	d := gold(t, source, goldLines)
	var b bytes.Buffer
	if err := Write(&b, []*Document{d}, Doccano, "", nil); err != nil {
		t.Fatal(err)
	}
	var doccano struct {
		Text  string
		Label [][3]any
	}
	if err := json.Unmarshal(b.Bytes(), &doccano); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(doccano.Text, "\r") {
		t.Error("the text has CR")
	}
	units := utf16.Encode([]rune(doccano.Text))
	for i, want := range []string{"1280余萬元", "近56 \n00人(次)", "32場"} {
		l := doccano.Label[i]
		if got := string(utf16.Decode(units[int(l[0].(float64)):int(l[1].(float64))])); got != want {
			t.Errorf("doccano: %q, want %q", got, want)
		}
	}
	b.Reset()
	if err := Write(&b, []*Document{d}, LabelStudio, "", nil); err != nil {
		t.Fatal(err)
	}
	var tasks []studioTask
	if err := json.Unmarshal(b.Bytes(), &tasks); err != nil {
		t.Fatal(err)
	}
	points := []rune(tasks[0].Data.Text)
	for _, item := range tasks[0].Annotations[0].Result {
		if item.Type == "labels" {
			var covered string
			json.Unmarshal(item.Value.Text, &covered)
			if got := string(points[item.Value.Start:item.Value.End]); got != covered {
				t.Errorf("Label Studio: %q, want %q", got, covered)
			}
		}
	}
	// R's substr takes the last two figures out of the file itself.
	b.Reset()
	if err := Write(&b, []*Document{d}, Table, "", nil); err != nil {
		t.Fatal(err)
	}
	file := []rune(report)
	for i, want := range []string{"1280余萬元", "近56\r\n00人(次)", "32場"} {
		cells := strings.Split(strings.Split(b.String(), "\n")[i+1], ",")
		var first, last int
		fmt.Sscan(cells[1], &first)
		fmt.Sscan(cells[2], &last)
		if got := string(file[first-1 : last]); got != want {
			t.Errorf("table: %q, want %q", got, want)
		}
	}
}

// Any spans of any text come back where they were.
func TestRandomRoundTrips(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	pieces := []string{"工", "會", "3", "場", "👍🏻", "𠮷", "\r\n", " ", "\n", "，", "\t", "'", "\\n", "\"", "é", "é"}
	for n := range 300 {
		count := len(pieces)
		if n%2 == 0 {
			count = 8 // no lone LF, so that all breaks are CRLF
		}
		var text strings.Builder
		var starts []int
		for range 5 + random.IntN(40) {
			starts = append(starts, text.Len())
			text.WriteString(pieces[random.IntN(count)])
		}
		starts = append(starts, text.Len())
		source := decoded(t, text.String())
		d := &Document{File: "a.txt", Text: text.String()}
		for i := range 1 + random.IntN(5) {
			from := random.IntN(len(starts) - 1)
			to := from + 1 + random.IntN(len(starts)-1-from)
			f := Figure{Start: starts[from], End: starts[to], Fields: Fields{}}
			f.Fields.setText("kind", []string{"money", "people"}[i%2])
			f.Fields.setInt("value", i)
			f.Fields.setText("indicator", text.String()[f.Start:f.End])
			d.Figures = append(d.Figures, f)
		}
		d.sortFigures()
		want := Annotation(d)
		for _, format := range []Format{Doccano, LabelStudio, Table} {
			if got := Annotation(away(t, d, source, format, "")); !bytes.Equal(got, want) {
				t.Fatalf("%s of %q:\n%s, want\n%s", format, text.String(), got, want)
			}
		}
	}
}
