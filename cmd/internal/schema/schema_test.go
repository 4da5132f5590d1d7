package schema

import (
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/meta"
	"unionrep/cmd/internal/reporttest"
	"unionrep/extract"
	"unionrep/normalize"
)

const testdata = "../../../testdata/"

// parsed is a schema as far as the tests look at it.
type parsed struct {
	Required   []string
	Properties map[string]struct {
		Type  any
		Enum  []string
		Items struct{ Enum []string }
	}
}

func parse(t *testing.T, name string) parsed {
	t.Helper()
	text, err := Text(name)
	if err != nil {
		t.Fatal(err)
	}
	var p parsed
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// The schema names the fields that the record has, in its order, with their
// types and words.
func TestSchemaIsThatOfTheRecord(t *testing.T) {
	p := parse(t, "record")
	if !slices.Equal(p.Required, field.Names()) {
		t.Errorf("the schema requires\n%v, the record has\n%v", p.Required, field.Names())
	}
	if got, want := slices.Sorted(maps.Keys(p.Properties)), slices.Sorted(slices.Values(append(field.Names(), "meta"))); !slices.Equal(got, want) {
		t.Errorf("the schema describes\n%v, want\n%v", got, want)
	}
	types := map[field.Kind]string{field.Text: "string", field.Number: "number", field.Integer: "integer", field.Boolean: "boolean", field.List: "array"}
	for _, f := range field.All() {
		is := p.Properties[f.Name]
		words := slices.DeleteFunc(slices.Concat(is.Enum, is.Items.Enum), func(w string) bool { return w == "" })
		if !slices.Equal(slices.Sorted(slices.Values(words)), slices.Sorted(slices.Values(f.Words()))) {
			t.Errorf("%s is one of %v, want %v", f.Name, words, f.Words())
		}
		if is.Type == nil { // an enumeration, or defined elsewhere
			continue
		}
		want := any(types[f.Kind])
		if f.Name == "max" || f.Name == "low" || f.Name == "high" {
			want = []any{"number", "null"}
		}
		if !reflect.DeepEqual(is.Type, want) {
			t.Errorf("%s is of type %v, want %v", f.Name, is.Type, want)
		}
	}
}

// figures are the records of every report that the tests have, but the
// held-out ones.
func figures(t *testing.T) []extract.Record {
	t.Helper()
	folders := []string{"reports", "corpus/dev", "golden"}
	if testing.Short() {
		folders = folders[:1]
	}
	var all []extract.Record
	for name, text := range reporttest.Texts(t, normalize.Options{}, reporttest.Names(t, folders...)) {
		all = append(all, extract.Extract(name, text)...)
	}
	return all
}

func checker(t *testing.T, name string) *Checker {
	t.Helper()
	c, err := NewChecker(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every record is as the schema says, and as the table's cells.
func TestRecords(t *testing.T) {
	c := checker(t, "record")
	table, err := Table(field.Names())
	if err != nil {
		t.Fatal(err)
	}
	var schema tableSchema
	if err := json.Unmarshal(table, &schema); err != nil {
		t.Fatal(err)
	}
	for _, r := range figures(t) {
		r.Flags, r.Copies = append([]string{}, r.Flags...), append([]extract.Place{}, r.Copies...)
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if wrong := c.Check(text); len(wrong) > 0 {
			t.Errorf("%s:%d: %q\n%s", r.File, r.Line, wrong, text)
		}
		for i, f := range field.All() {
			if why := misfit(schema.Fields[i], f.Cell(&r)); why != "" {
				t.Errorf("%s:%d: %s: %s", r.File, r.Line, f.Name, why)
			}
		}
	}
}

// misfit says why a cell is not what a field of a Table Schema holds, "" where
// it is.
func misfit(f tableField, cell string) string {
	if cell == "" {
		if f.Constraints.Required {
			return "missing"
		}
		return ""
	}
	types := map[string]string{"string": `(?s).*`, "number": `-?\d+(\.\d+)?`, "integer": `-?\d+`, "boolean": "true|false"}
	switch {
	case !regexp.MustCompile("^(" + types[f.Type] + ")$").MatchString(cell):
		return cell + " is no " + f.Type
	case f.Constraints.Pattern != "" && !regexp.MustCompile("^("+f.Constraints.Pattern+")$").MatchString(cell):
		return cell + " does not match " + f.Constraints.Pattern
	case f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, cell):
		return cell + " is not in " + strings.Join(f.Constraints.Enum, " ")
	}
	return ""
}

func TestMisfit(t *testing.T) {
	table, err := Table([]string{"bound", "value", "start", "optional", "flags", "copies", "period_start", "id", "max", "meta.published"})
	if err != nil {
		t.Fatal(err)
	}
	var schema tableSchema
	if err := json.Unmarshal(table, &schema); err != nil {
		t.Fatal(err)
	}
	right := []string{"over", "-1.5", "0", "false", "ocr;joined", "5-9;20-24", "2019-03", "f0123456789abcde", "", "2019"}
	broken := []string{"", "1e5", "1.5", "no", "ocr,joined", "5-9;", "2019-3", "1e5", "many", "2019-13"}
	for i, f := range schema.Fields {
		if why := misfit(f, right[i]); why != "" {
			t.Errorf("%s: %s", f.Name, why)
		}
		if misfit(f, broken[i]) == "" {
			t.Errorf("%s may hold %q", f.Name, broken[i])
		}
	}
	if _, err := Table([]string{"vlaue"}); err == nil {
		t.Error("a table of a field that there is not")
	}
}

// figure is the record of a small report.
func figure(t *testing.T) extract.Record {
	t.Helper()
	text, err := normalize.Clean([]byte("青石县总工会2019年工作总结\n一年来，全县筹集帮扶资金1280余万元。\n"), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	records := extract.Extract("report.txt", text)
	if len(records) != 1 {
		t.Fatalf("%d records", len(records))
	}
	r := records[0]
	r.Flags, r.Copies = []string{}, []extract.Place{} // as they are printed
	return r
}

// A record that is broken in one way is not as the schema says, for that
// reason.
func TestBrokenRecords(t *testing.T) {
	c := checker(t, "record")
	whole, err := json.Marshal(figure(t))
	if err != nil {
		t.Fatal(err)
	}
	if wrong := c.Check(whole); len(wrong) > 0 {
		t.Fatalf("the whole record: %q", wrong)
	}
	for _, b := range broken(t, "broken-records.jsonl") {
		wrong := strings.Join(c.Check(b.of(t, whole)), "; ")
		if !strings.Contains(wrong, b.Says) {
			t.Errorf("%s: %q, want %q", b.Why, wrong, b.Says)
		}
	}
	for _, text := range []string{`{`, `[]`, `7`, `null`, string(whole) + `{}`} {
		if len(c.Check([]byte(text))) == 0 {
			t.Errorf("%s is a record", text)
		}
	}
	if wrong := c.Check([]byte(strings.Replace(string(whole), `"value":12800000`, `"value":1.28e7`, 1))); len(wrong) != 1 {
		t.Errorf("a number with an exponent: %q", wrong)
	}
}

// A breakage is a way to break a record or an edit, and what is said of it.
type breakage struct {
	Why  string
	Drop []string
	Set  map[string]json.RawMessage
	Says string
}

func broken(t *testing.T, file string) []breakage {
	t.Helper()
	data, err := os.ReadFile(testdata + "spec/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var all []breakage
	for line := range strings.Lines(string(data)) {
		var b breakage
		if err := json.Unmarshal([]byte(line), &b); err != nil || b.Says == "" {
			t.Fatalf("%s: %v", line, err)
		}
		all = append(all, b)
	}
	return all
}

func (b breakage) of(t *testing.T, whole []byte) []byte {
	t.Helper()
	var object map[string]json.RawMessage
	if err := json.Unmarshal(whole, &object); err != nil {
		t.Fatal(err)
	}
	for _, name := range b.Drop {
		delete(object, name)
	}
	maps.Copy(object, b.Set)
	text, err := json.Marshal(object)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestBrokenEdits(t *testing.T) {
	c := checker(t, "edit")
	const whole = `{"file":"a.txt","pass":"width","reason":"digit","start":5,"end":8,"line":1,"column":3,"from":"１","to":"1","sure":1}`
	if wrong := c.Check([]byte(whole)); len(wrong) > 0 {
		t.Fatalf("the whole edit: %q", wrong)
	}
	for _, b := range broken(t, "broken-edits.jsonl") {
		wrong := strings.Join(c.Check(b.of(t, []byte(whole))), "; ")
		if !strings.Contains(wrong, b.Says) {
			t.Errorf("%s: %q, want %q", b.Why, wrong, b.Says)
		}
	}
}

// What is known of a document is described as it is printed.
func TestMeta(t *testing.T) {
	c := checker(t, "record")
	r := figure(t)
	for _, row := range []*meta.Row{nil, {}, {URL: "https://example.org", Published: "2019-03"}} {
		text, err := json.Marshal(struct {
			extract.Record
			Meta *meta.Row `json:"meta"`
		}{r, row})
		if err != nil {
			t.Fatal(err)
		}
		if wrong := c.Check(text); len(wrong) > 0 {
			t.Errorf("%+v: %q", row, wrong)
		}
	}
}
