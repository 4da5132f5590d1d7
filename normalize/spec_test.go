package normalize

import (
	"encoding/csv"
	"os"
	"testing"
)

// runSpec checks a pass against testdata/spec/NAME.csv: an input, what the
// pass makes of it, and a note. What is clean must stay as it is.
func runSpec(t *testing.T, name string, p pass) {
	t.Helper()
	f, err := os.Open("../testdata/spec/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	r.FieldsPerRecord = 3
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		in, want, note := row[0], row[1], row[2]
		text := p(newText(&Source{raw: []byte(in), decoded: in}), Options{})
		if text.Clean() != want {
			t.Errorf("%s: %q becomes %q, want %q", note, in, text.Clean(), want)
		}
		again := p(newText(&Source{raw: []byte(want), decoded: want}), Options{})
		if again.Clean() != want {
			t.Errorf("%s: %q is clean but becomes %q", note, want, again.Clean())
		}
	}
}
