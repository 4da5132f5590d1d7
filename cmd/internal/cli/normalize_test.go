package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unionrep/normalize"
)

// What an edit says it changed is what the file has there.
func TestEditsStandInTheFile(t *testing.T) {
	reports, _ := filepath.Glob("../../../testdata/reports/*.txt")
	if len(reports) == 0 {
		t.Fatal("no reports")
	}
	for _, name := range reports {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := normalize.Clean(raw, normalize.Options{AllEdits: true})
		if err != nil {
			t.Fatal(err)
		}
		lines, err := edits(name, text)
		if err != nil {
			t.Fatal(err)
		}
		before := 0
		for line := range strings.Lines(string(lines)) {
			var e edit
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Fatal(err)
			}
			part, err := normalize.Decode(raw[e.Start:e.End], text.Encoding())
			if err != nil || part.DecodedText() != e.From {
				t.Errorf("%s: bytes %d to %d are not %q (%v)", name, e.Start, e.End, e.From, err)
			}
			if e.Start < before || e.Sure < 0 || e.Sure > 1 || e.Pass == "" || e.Reason == "" || e.Line < 1 || e.Column < 1 {
				t.Errorf("%s: %s", name, line)
			}
			before = e.Start
		}
	}
}
