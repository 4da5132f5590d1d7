package rules

import (
	"strings"
	"testing"
)

// testCatalog has a unit with words that it rules out, and a topic.
func testCatalog(t *testing.T) *Catalog {
	t.Helper()
	unit := &Kind{Name: "unit", Section: "units", Key: []string{"unit"}, Columns: []Column{
		{Name: "unit", Needed: true}, {Name: "kind", Needed: true, Values: []string{"money", "count"}}, {Name: Not, Many: true}, {Name: Yes, Many: true}}}
	topic := &Kind{Name: "topic", Section: "topics", Key: []string{"topic"}, Columns: []Column{{Name: "topic", Needed: true}, {Name: "words", Many: true, Needed: true}}}
	c, err := NewCatalog([]*Kind{unit, topic}, []Entry{
		{Kind: unit, Key: "元", Cells: [][]string{{"元"}, {"money"}, {"元件", "元旦"}, nil}},
		{Kind: unit, Key: "个", Cells: [][]string{{"个"}, {"count"}, nil, nil}},
		{Kind: topic, Key: "健康", Cells: [][]string{{"健康"}, {"医院", "门诊"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What is wrong with a rules file is told with its place and what was expected.
func TestWrongFiles(t *testing.T) {
	for file, want := range map[string]string{
		"units: [":                              `own.yaml:1:1: no YAML: `,
		"units: []\n# \xd6\xd0":                 `own.yaml:2:3: this is no UTF-8, which a YAML file must be`,
		"a: 1\nb: [":                            `own.yaml:`,
		"- units":                               `own.yaml:1:1: this is a list, want sections: units, topics, off`,
		"unit: []":                              `own.yaml:1:1: there is no section "unit", want units, topics or off`,
		"units: []\nunits: []":                  `own.yaml:2:1: the section units is there twice`,
		"units: 元":                              `own.yaml:1:8: units is "元", want a list of entries`,
		"units:":                                `own.yaml:1:7: units is empty, want a list of entries`,
		"units:\n  - 元":                         `own.yaml:2:5: an entry of units is "元", want keys and values: unit, kind, not or yes`,
		"units:\n  - {unit: 诊次, knd: count}":    `own.yaml:2:16: units have no "knd", want unit, kind, not or yes`,
		"units:\n  - {unit: 诊次, kind: many}":    `own.yaml:2:22: kind is "many", want money or count`,
		"units:\n  - {unit: 诊次}":                `own.yaml:2:5: kind is missing`,
		"units:\n  - {kind: count}":             `own.yaml:2:5: unit is missing`,
		"units:\n  - {unit: , kind: count}":     `own.yaml:2:12: unit is empty`,
		"units:\n  - {unit: [诊次], kind: count}": `own.yaml:2:12: unit is a list, want one word`,
		"units:\n  - {unit: 诊次, kind: count, kind: money}":                 `own.yaml:`,
		"units:\n  - {unit: 诊次, kind: count, not: {a: b}}":                 `own.yaml:2:34: not is a mapping, want a list of words`,
		"units:\n  - {unit: 诊次, kind: count, not: [a, '']}":                `own.yaml:2:38: not has empty in its list, want a word`,
		"units:\n  - {unit: 诊次, kind: count, not: [-诊次数]}":                 `own.yaml:2:34: not takes away 诊次数, but there is no entry unit/诊次 yet`,
		"units:\n  - {unit: 诊次, kind: count}\n  - {unit: 诊次, kind: count}": `own.yaml:3:5: unit/诊次 stands in own.yaml:2:5 already`,
		"off: unit/元":               `own.yaml:1:6: off is "unit/元", want a list of names, such as unit/元`,
		"off: [[unit/元]]":           `own.yaml:1:7: off has a list in its list`,
		"off: [unit/圆]":             `own.yaml:1:7: there is no entry "unit/圆" to switch off`,
		"off: [topic/元]":            `own.yaml:1:7: there is no entry "topic/元" to switch off, see unionrep rules list; did you mean unit/元?`,
		"off: [unit/元/元素]":          `own.yaml:1:7: there is no entry "unit/元/元素" to switch off`,
		"units: []\n---\nunits: []": `own.yaml:`,
	} {
		_, err := testCatalog(t).Parse("own.yaml", []byte(file), nil)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %s…", file, err, want)
		}
	}
}

// All that is wrong is told, not the first mistake alone.
func TestAllThatIsWrong(t *testing.T) {
	_, err := testCatalog(t).Parse("own.yaml", []byte("units:\n  - {unit: a}\n  - {unit: b, kind: c}\nx: 1\noff: [y]\n"), nil)
	if err == nil || strings.Count(err.Error(), "own.yaml:") != 4 {
		t.Errorf("%v, want four errors", err)
	}
}

// Entries of the same name change the built-in ones: single values are
// replaced, lists grow or lose words; others are added, and names switched off.
func TestLaidOver(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"", "unit/元 money 元件,元旦 | unit/个 count  | topic/健康 医院,门诊"},
		{"# nothing but a comment", "unit/元 money 元件,元旦 | unit/个 count  | topic/健康 医院,门诊"},
		{"units: [{unit: 诊次, kind: count}]", "unit/元 money 元件,元旦 | unit/个 count  | unit/诊次 count  | topic/健康 医院,门诊"},
		{"units: [{unit: 元, not: [-元旦, 元宵]}]", "unit/元 money 元件,元宵 | unit/个 count  | topic/健康 医院,门诊"},
		{"units: [{unit: 个, kind: money}]", "unit/元 money 元件,元旦 | unit/个 money  | topic/健康 医院,门诊"},
		{"topics: [{topic: 健康, words: 门诊 疫苗}]", "unit/元 money 元件,元旦 | unit/个 count  | topic/健康 医院,门诊,疫苗"},
		{"off: [unit/个, unit/元/元旦]", "unit/元 money 元件 | topic/健康 医院,门诊"},
		{"units: [{unit: 诊次, kind: count}]\noff: [unit/诊次]", "unit/元 money 元件,元旦 | unit/个 count  | topic/健康 医院,门诊"},
		{"topics: &t [{topic: 健康, words: [疫苗]}]", "unit/元 money 元件,元旦 | unit/个 count  | topic/健康 医院,门诊,疫苗"},
	} {
		catalog := testCatalog(t)
		set, err := catalog.Parse("own.yaml", []byte(c.file), nil)
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		if got := tell(catalog.Over(set)); got != c.want {
			t.Errorf("%s: %s, want %s", c.file, got, c.want)
		}
		if got := tell(catalog.Over(nil)); got != "unit/元 money 元件,元旦 | unit/个 count  | topic/健康 医院,门诊" {
			t.Errorf("%s changes the built-in entries to %s", c.file, got)
		}
	}
}

// Of several files a later one changes what an earlier one says.
func TestJoin(t *testing.T) {
	catalog := testCatalog(t)
	var all *Set
	for _, file := range []string{"units: [{unit: 诊次, kind: count, not: [a]}]", "units: [{unit: 诊次, kind: money, not: [b]}]\noff: [unit/个]", "units: [{unit: 诊次, not: [c]}]"} {
		set, err := catalog.Parse("own.yaml", []byte(file), all)
		if err != nil {
			t.Fatal(err)
		}
		all = Join(all, set)
	}
	want := "unit/元 money 元件,元旦 | unit/诊次 money a,b,c | topic/健康 医院,门诊"
	if got := tell(catalog.Over(all)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// tell is the entries without their examples, in one line.
func tell(entries []Entry) string {
	var all []string
	for _, e := range entries {
		words := []string{e.Name()}
		for i := range e.Kind.Columns[1:] {
			if e.Kind.Columns[i+1].Name != Yes {
				words = append(words, strings.Join(e.Cells[i+1], ","))
			}
		}
		all = append(all, strings.Join(words, " "))
	}
	return strings.Join(all, " | ")
}

// Entries printed as YAML are read again as the same entries.
func TestShownEntriesAreRead(t *testing.T) {
	catalog := testCatalog(t)
	text, err := YAML(catalog.Over(nil))
	if err != nil {
		t.Fatal(err)
	}
	set, err := catalog.Parse("own.yaml", []byte(text), nil)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if got, want := tell(catalog.Over(set)), tell(catalog.Over(nil)); got != want {
		t.Errorf("%s: %s, want %s", text, got, want)
	}
	if n, _ := set.Len(); n != 3 {
		t.Errorf("%s: %d entries, want 3", text, n)
	}
}

// Whatever a file holds, it is read or refused with a place.
func FuzzParse(f *testing.F) {
	f.Add("units: [{unit: 诊次, kind: count}]\noff: [unit/个]")
	f.Add("a: &x [*x]")
	f.Add("units: [{unit: *a}]")
	f.Add("? [a]: b")
	f.Fuzz(func(t *testing.T, text string) {
		set, err := testCatalog(t).Parse("own.yaml", []byte(text), nil)
		if err != nil && !strings.HasPrefix(err.Error(), "own.yaml:") {
			t.Errorf("%q: %v", text, err)
		}
		if err == nil {
			testCatalog(t).Over(set)
		}
	})
}
