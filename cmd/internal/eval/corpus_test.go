package eval

import (
	"os"
	"path/filepath"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

// The annotated reports of the project are read as well as these floors say.
// A floor is moved up when the reading gets better, never down.
func TestCorpora(t *testing.T) {
	corpora := []struct {
		folder                         string
		quantity, figure, record, span Rate
	}{
		{"../../../testdata/reports", 0.98, 0.88, 0.84, 0.99},
		{"../../../testdata/corpus/dev", 0.99, 0.94, 0.84, 0.99},
		{"../../../../shared/seeds", 0.99, 0.98, 0.95, 0.97},
	}
	for _, c := range corpora {
		t.Run(filepath.Base(c.folder), func(t *testing.T) {
			gold := Folder(filepath.Join(c.folder, "gold"))
			if _, err := os.Stat(string(gold)); err != nil {
				gold = Folder(filepath.Join(c.folder, "..", "gold"))
			}
			r := score(t, c.folder, gold)
			for level, floor := range map[Level]Rate{Quantity: c.quantity, Figure: c.figure, Whole: c.record} {
				if got := r.All.Level(level).F1; got < floor {
					t.Errorf("level %d: F1 %.4f, below %.2f", level, got, floor)
				}
			}
			if got := r.All.Fields["span"]; got < c.span {
				t.Errorf("span %.4f, below %.2f", got, c.span)
			}
			t.Logf("quantity %.4f figure %.4f record %.4f span %.4f silent %.4f of %d", r.All.Quantity.F1, r.All.Figure.F1, r.All.Record.F1, r.All.Fields["span"], r.All.Silent, r.All.Gold)
			if r.All.BadSpans > 0 {
				t.Errorf("%d bad spans", r.All.BadSpans)
			}
		})
	}
}

// score reads the reports of a folder and holds them against their annotation.
func score(t *testing.T, folder string, gold Folder) *Result {
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Skipf("no reports in %s", folder)
	}
	var reports []*Report
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := normalize.Clean(raw, normalize.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		annotations, err := gold.Annotations(name, text.Source)
		if err == ErrNoGold {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, NewReport(name, text.Source, annotations, Predict(extract.Extract(name, text))))
	}
	return Summarize(reports, 0)
}
