package sample

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

// On noisy reports, with text that was moved, joined and left out as a copy,
// each record is a row of the sentence that its quantity stands in.
func TestRowsOfReports(t *testing.T) {
	var names []string
	for _, folder := range []string{"reports", "corpus/dev"} {
		found, err := filepath.Glob(filepath.Join("../../../testdata", folder, "*.txt"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no reports in %s", folder)
		}
		names = append(names, found...)
	}
	know := extract.BuiltIn()
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := normalize.Clean(raw, normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		records := know.Extract(name, text)
		seen := map[string]bool{}
		for _, r := range Rows(name, text, records) {
			if r.Type == Sentence {
				if r.Records != 0 || r.Read != "" {
					t.Errorf("%s:%d: a sentence without records has %d", name, r.Line, r.Records)
				}
				continue
			}
			seen[r.Record.ID] = true
			if !strings.Contains(r.Sentence, r.Record.Quantity) {
				t.Errorf("%s:%d: %q is put into %q", name, r.Record.Line, r.Record.Quantity, r.Sentence)
			}
			if !strings.Contains(r.Read, r.Record.Quantity) {
				t.Errorf("%s:%d: read is %q, without %q", name, r.Record.Line, r.Read, r.Record.Quantity)
			}
		}
		if len(seen) != len(records) {
			t.Errorf("%s: rows for %d of %d records", name, len(seen), len(records))
		}
	}
}
