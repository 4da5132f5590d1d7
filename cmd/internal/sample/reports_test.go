package sample

import (
	"strings"
	"testing"

	"unionrep/cmd/internal/reporttest"
	"unionrep/extract"
	"unionrep/normalize"
)

// On noisy reports, with text that was moved, joined and left out as a copy,
// each record is a row of the sentence that its quantity stands in.
func TestRowsOfReports(t *testing.T) {
	know := extract.BuiltIn()
	for name, text := range reporttest.Texts(t, normalize.Options{}, reporttest.Names(t, "reports", "corpus/dev")) {
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
