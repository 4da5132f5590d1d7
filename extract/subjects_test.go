package extract

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"
)

// naturesFloor is how many rows of natures.csv must be right, in percent.
const naturesFloor = 97

// testdata/spec/natures.csv holds one figure a row: a sentence, the quantity in
// it, who acts, and what sort of statement it makes. A subject cell lists
// several right readings with | between them, of which one may be empty. The
// rows hold what the sentences mean; run with -v to see those that fail.
func TestSubjectsAndNatures(t *testing.T) {
	f, err := os.Open("../testdata/spec/natures.csv")
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
	right := 0
	for _, row := range rows[1:] {
		text, quantity, subjects, nature := row[0], row[1], strings.Split(row[2], "|"), row[3]
		records := recordsOf(t, text)
		i := slices.IndexFunc(records, func(r Record) bool { return r.Quantity == quantity })
		switch {
		case i < 0:
			t.Logf("%s: no record of %s", text, quantity)
		case records[i].Nature != nature || !slices.Contains(subjects, records[i].Subject):
			t.Logf("%s: %s has subject %q and nature %q, want %q and %q", text, quantity, records[i].Subject, records[i].Nature, row[2], nature)
		default:
			right++
		}
	}
	share := right * 100 / (len(rows) - 1)
	t.Logf("%d of %d rows right: %d %%, floor %d", right, len(rows)-1, share, naturesFloor)
	if share < naturesFloor {
		t.Errorf("%d %% of the rows are right, the floor is %d; run with -v to see the others", share, naturesFloor)
	}
}
