package knowledge

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

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
