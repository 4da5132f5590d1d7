package normalize

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGoldenPages compares the blocks of whole reports, their copies and the
// places where sentences were joined with testdata/golden.
func TestGoldenPages(t *testing.T) {
	for _, pattern := range []string{"0[1-5]*.txt", "10*.txt"} {
		names, err := filepath.Glob(filepath.Join("../testdata/reports", pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: no reports (%v)", pattern, err)
		}
		for _, name := range names {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text := clean(t, string(raw))
			lines := described(text)
			for _, c := range text.Copies() {
				lines = append(lines, "again: "+strings.ReplaceAll(text.DecodedText()[c.Again.Start:c.Again.End], "\n", "⏎"))
			}
			for _, e := range text.Edits() {
				if e.Reason == moved || e.Reason == movedMaybe || e.Reason == movedUnit {
					lines = append(lines, "joined behind: "+text.DecodedText()[max(0, e.Start-12):e.End])
				}
			}
			got := strings.Join(lines, "\n") + "\n"
			golden := filepath.Join("../testdata/golden", filepath.Base(name))
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				at := differ(got, string(want))
				t.Errorf("%s differs from byte %d: %.300q, want %.300q", name, at, got[at:], want[at:])
			}
		}
	}
}
