package quantity

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"unionrep/normalize/rules"
)

// table reads a data file of the package with its header.
func table(t *testing.T, name string) (rows [][]string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err = r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestBuiltInLexicon(t *testing.T) {
	l, err := newLexicon(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d spellings of units and words like them, %d nouns", len(l.entries)-1, len(l.nounInfo)-1)
}

// The examples of each entry are read as it says, its counter-examples are not.
// Each has both, but a set phrase, which is an example itself.
func TestExamples(t *testing.T) {
	for _, kind := range Kinds() {
		entries, err := Entries(kind)
		if err != nil {
			t.Fatal(err)
		}
		for i := range entries {
			e := &entries[i]
			if kind != &phraseKind && (len(e.Words(rules.Yes)) == 0 || len(e.Words(rules.No)) == 0) {
				t.Errorf("%s: %s has no example or no counter-example", e.Place, e.Name())
			}
			for _, f := range BuiltIn().Test(e) {
				t.Errorf("%s: %s: %s (%s): %s", e.Place, e.Name(), f.Example, f.Column, f.Got)
			}
		}
	}
}

// A unit or a set phrase is added in one data file.
func TestOneFileMore(t *testing.T) {
	for _, c := range []struct{ name, row, text, before, after string }{
		{"units.csv", "诊次,people,,,接诊300诊次,\n", "接诊300诊次", "", "300诊次"},
		{"setphrases.csv", "四区一中心,name\n", "建成四区一中心", "四", ""},
	} {
		if got := showAll(c.text); !strings.Contains(got, c.before) || c.before == "" && got != "" {
			t.Errorf("%s has %s without the row, want %s", c.text, got, c.before)
		}
		content, err := data.ReadFile(c.name)
		if err != nil {
			t.Fatal(err)
		}
		l, err := newLexicon(filesWith(t, c.name, string(content)+c.row), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range l.Scan(nil, c.text, 0, len(c.text)) {
			got = append(got, c.text[q.Start:q.End])
		}
		if strings.Join(got, " ") != c.after {
			t.Errorf("%s has %q with the row, want %q", c.text, got, c.after)
		}
	}
}

// filesWith are the data files with the content of one of them replaced.
func filesWith(t *testing.T, name, content string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, kind := range Kinds() {
		for _, name := range kind.Files {
			content, err := data.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: content}
		}
	}
	files[name] = &fstest.MapFile{Data: []byte(content)}
	return files
}

// Each further spelling of a unit is read as that unit.
func TestUnitSpellings(t *testing.T) {
	for _, row := range table(t, "units.csv") {
		for _, spelling := range strings.Fields(row[2]) {
			text := "共计25" + spelling + "。"
			switch row[0] {
			case "点":
				text = "提出三" + spelling + "建议。"
			case "级":
				text = "形成三" + spelling + "网络。"
			}
			q := BuiltIn().Scan(nil, text, 0, len(text))
			if len(q) != 1 || q[0].Unit != row[0] {
				t.Errorf("%s is no %s: %s", text, row[0], showAll(text))
			}
		}
	}
}

// A word that only begins like a unit does not make a number a quantity of it.
func TestUnitLookalikes(t *testing.T) {
	for _, row := range table(t, "units.csv") {
		for _, word := range strings.Fields(row[3]) {
			text := "共计25" + word + "。"
			positive := strings.HasPrefix(word, "+")
			text = strings.ReplaceAll(text, "+", "")
			found := false
			for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
				found = found || q.Unit == row[0]
			}
			if found != positive {
				t.Errorf("%s: a quantity in %s is %v, want %v: %s", row[0], text, found, positive, showAll(text))
			}
		}
	}
}

// A broken data file is refused with its place.
func TestBrokenTables(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"units.csv", "unit,kind\n", "units.csv:1:1: the columns are"},
		{"units.csv", "unit,kind,forms,not,yes,no\n元,gold,,,,\n", "units.csv:2:5: kind is \"gold\""},
		{"units.csv", "unit,kind,forms,not,yes,no\n元,money\n", "units.csv:2:"},
		{"nouns.csv", "noun,kind,chinese,not,yes,no\n县,count,maybe,,,\n", "nouns.csv:2:11: chinese is"},
		{"bounds.csv", "word,place,bound,not,yes,no\n约,above,about,,,\n", "bounds.csv:2:5: place is"},
		{"bounds.csv", "word,place,bound,not,yes,no\n约,front,vague,,,\n", "bounds.csv:2:11: bound is"},
		{"contexts.csv", "name,unit,numeral,before,behind,verdict,yes,no\n楼,层,any,楼,,maybe,,\n", "contexts.csv:2:18: verdict is"},
		{"contexts.csv", "name,unit,numeral,before,behind,verdict,yes,no\n楼,层,many,楼,,none,,\n", "contexts.csv:2:1: numeral is"},
		{"setphrases.csv", "phrase,class\n大家,word\n", "setphrases.csv:2:1: 大家 holds no numeral"},
	} {
		if _, err := newLexicon(filesWith(t, c.name, c.content), nil); err == nil || !strings.HasPrefix(err.Error(), "extract/internal/quantity/"+c.want) {
			t.Errorf("%s with %q: error %v, want %s…", c.name, c.content, err, c.want)
		}
	}
}
