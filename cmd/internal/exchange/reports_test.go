package exchange

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unionrep/cmd/internal/reporttest"
	"unionrep/extract"
	"unionrep/normalize"
)

// The annotations and the records of noisy reports, one in GB18030, come back
// from everywhere as they were.
func TestReportsRoundTrip(t *testing.T) {
	know := extract.BuiltIn()
	for name, text := range reporttest.Texts(t, normalize.Options{}, reporttest.Names(t, "reports")) {
		lines, err := os.ReadFile(filepath.Join(filepath.Dir(name), "gold", filepath.Base(name)[:2]+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		annotated := gold(t, text.Source, string(lines))
		figures, err := OfRecords(text.Source, know.Extract(name, text))
		if err != nil {
			t.Fatal(err)
		}
		read := &Document{File: name, Text: text.DecodedText(), Figures: figures}
		records := func(d *Document) string {
			var b bytes.Buffer
			if err := Write(&b, []*Document{d}, Records, "", func(*Document) *normalize.Source { return text.Source }); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		if n := strings.Count(records(read), "\n"); n < 30 || n != len(figures) {
			t.Errorf("%s: %d records of %d", name, n, len(figures))
		}
		for _, format := range []Format{Doccano, LabelStudio, Table} {
			if got, want := Annotation(away(t, annotated, text.Source, format, "")), Annotation(annotated); !bytes.Equal(got, want) {
				t.Errorf("%s by %s: the annotation is another", name, format)
			}
			if records(away(t, read, text.Source, format, "")) != records(read) {
				t.Errorf("%s by %s: the records are others", name, format)
			}
		}
	}
}
