package quantity

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"testing/fstest"
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

// The examples of each unit hold a quantity of that unit, its
// counter-examples none.
func TestUnitExamples(t *testing.T) {
	for _, row := range table(t, "units.csv") {
		name, yes, no := row[0], strings.Fields(row[4]), strings.Fields(row[5])
		for _, text := range yes {
			found := false
			for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
				found = found || q.Unit == name && q.Kind.String() == row[1]
			}
			if !found {
				t.Errorf("%s: no such quantity in %s, which has %q", name, text, showAll(text))
			}
		}
		for _, text := range no {
			for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
				if q.Unit == name {
					t.Errorf("%s: found in %s: %s", name, text, show(text, q))
				}
			}
		}
	}
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

func TestNounExamples(t *testing.T) {
	for _, row := range table(t, "nouns.csv") {
		text := row[4]
		found := false
		for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
			found = found || q.Unit == "" && q.Kind.String() == row[1] && strings.HasPrefix(text[q.End:], row[0])
		}
		if !found {
			t.Errorf("%s: no bare number in %s, which has %q", row[0], text, showAll(text))
		}
	}
}

// The examples of each bound word hold a quantity so bounded, its
// counter-examples none.
func TestBoundExamples(t *testing.T) {
	for _, row := range table(t, "bounds.csv") {
		for i, want := range []bool{true, false} {
			for _, text := range strings.Fields(row[4+i]) {
				found := false
				for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
					found = found || q.Bound.String() == row[2]
				}
				if found != want {
					t.Errorf("%s: %s in %s is %v, want %v: %s", row[0], row[2], text, found, want, showAll(text))
				}
			}
		}
	}
}

// The examples of each context hold a quantity of the unit, its
// counter-examples none.
func TestContextExamples(t *testing.T) {
	for _, row := range table(t, "contexts.csv") {
		for i, want := range []bool{true, false} {
			for _, text := range strings.Fields(row[6+i]) {
				found := false
				for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
					found = found || strings.Contains(" "+row[1]+" ", " "+q.Unit+" ")
				}
				if found != want {
					t.Errorf("%s: a figure in %s is %v, want %v: %s", row[0], text, found, want, showAll(text))
				}
			}
		}
	}
}

// No set phrase holds a figure that must be reported.
func TestSetPhrases(t *testing.T) {
	rows := table(t, "setphrases.csv")
	for _, row := range rows {
		text := "，" + row[0] + "，"
		for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
			if !q.Optional {
				t.Errorf("%s: %s", row[0], show(text, q))
			}
		}
	}
	t.Logf("%d set phrases", len(rows))
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
		files := fstest.MapFS{}
		for _, name := range []string{"units.csv", "nouns.csv", "bounds.csv", "setphrases.csv", "points.csv", "contexts.csv"} {
			content, err := data.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: content}
		}
		files[c.name] = &fstest.MapFile{Data: []byte(c.content)}
		if _, err := newLexicon(files, nil); err == nil || !strings.HasPrefix(err.Error(), "extract/internal/quantity/"+c.want) {
			t.Errorf("%s with %q: error %v, want %s…", c.name, c.content, err, c.want)
		}
	}
}
