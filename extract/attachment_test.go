package extract

import (
	"encoding/csv"
	"os"
	"testing"

	"unionrep/normalize"
)

// testdata/spec/attachment.csv holds one figure a row: a sentence, the
// quantity in it, and what it counts and which verb governs it by the
// annotation guide. An action that also stands with its complement is right
// without it.
func TestAttachment(t *testing.T) {
	f, err := os.Open("../testdata/spec/attachment.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		text, err := normalize.Clean([]byte(row[0]), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, r := range Extract("spec", text) {
			if r.Quantity != row[1] {
				continue
			}
			found = true
			if r.Indicator != row[2] || r.Action != row[3] && r.Action != row[3]+"到" {
				t.Errorf("%s\n\t%s: %s | %s, want %s | %s", row[0], row[1], r.Indicator, r.Action, row[2], row[3])
			}
		}
		if !found {
			t.Errorf("%s\n\t%s is no record", row[0], row[1])
		}
	}
}
