package knowledge

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"unionrep/cmd/internal/reporttest"
	"unionrep/extract"
	"unionrep/normalize"
)

// outcomes reads the table of numbers, with the rule that decides on each and
// what is read of the text without that rule.
func outcomes(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("../../../testdata/rules/explain.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// The rule that explain names decides: with it off, the outcome is another one.
func TestNamedRuleDecides(t *testing.T) {
	count := map[string]int{}
	for _, row := range outcomes(t) {
		text, number, verdict, rule, without := row[0], row[1], row[2], row[3], row[4]
		count[verdict]++
		x := explained(t, text, number)
		if x == nil {
			t.Errorf("%s: %s is not explained", text, number)
			continue
		}
		if x.Rule != rule || x.Figure != (verdict == "figure") {
			t.Errorf("%s: %s is a figure: %t, by %s, want %s by %s", text, number, x.Figure, x.Rule, verdict, rule)
			continue
		}
		with, off := read(t, text), read(t, text, rule)
		if off != without || off == with {
			t.Errorf("%s: without %s %q is read, want %q, with it %q", text, rule, off, without, with)
		}
	}
	if count["figure"] < 40 || count["none"] < 40 {
		t.Errorf("%d figures and %d other numbers, want 40 of each", count["figure"], count["none"])
	}
}

// explained is what is said of a number of a text.
func explained(t *testing.T, text, number string) *extract.Explanation {
	t.Helper()
	k, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	clean, err := normalize.Clean([]byte(text), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range k.Figures.Explain("", clean, "") {
		if x.Number == number {
			return &x
		}
	}
	return nil
}

// read is the quantities of a text with their units, without some rules.
func read(t *testing.T, text string, off ...string) string {
	t.Helper()
	k, err := Load(nil, off...)
	if err != nil {
		t.Fatal(err)
	}
	clean, err := normalize.Clean([]byte(text), normalize.Options{Lookalikes: k.Lookalikes})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range k.Figures.Extract("", clean) {
		all = append(all, r.Quantity+":"+r.Unit)
	}
	return strings.Join(all, " ")
}

// Every record is explained, and nothing else is said to be a figure.
func TestEveryRecordIsExplained(t *testing.T) {
	k, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range reporttest.Texts(t, normalize.Options{}, reporttest.Names(t, "reports")) {
		missing := make(map[string]bool)
		for _, r := range k.Figures.Extract(name, text) {
			missing[r.ID] = true
		}
		for _, x := range k.Figures.Explain(name, text, "") {
			if x.Rule == "" || len(x.Words) == 0 {
				t.Errorf("%s:%d:%d: %s has no rule or no words: %+v", name, x.Line, x.Column, x.Number, x)
			}
			if x.Figure {
				if !missing[x.Record.ID] {
					t.Errorf("%s:%d:%d: %s is explained as a figure that is none, or twice", name, x.Line, x.Column, x.Number)
				}
				delete(missing, x.Record.ID)
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s: %d records are not explained", name, len(missing))
		}
	}
}
