package normalize

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unionrep/normalize/internal/opencc"
)

// pageMeta is what an annotation says about a report's page.
type pageMeta struct {
	Title      string
	Sections   []string
	Captions   []string
	Duplicates []struct{ First, Again string }
	Joins      []struct{ Left, Right string } `json:"broken_joins"`
}

// TestAnnotatedPages checks whole reports against their annotations: the joins,
// the copies, the headings and the captions.
func TestAnnotatedPages(t *testing.T) {
	var metas []string
	for _, pattern := range []string{"../../shared/gold/*.meta.json", "../testdata/reports/gold/*.meta.json", "../testdata/corpus/dev/gold/*.meta.json"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			t.Logf("%s: nothing there, left out", pattern)
		}
		metas = append(metas, found...)
	}
	var made, joins, linked, copied, headed, sections, captioned, captions int
	for _, name := range metas {
		var meta pageMeta
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &meta); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		number := strings.TrimSuffix(filepath.Base(name), ".meta.json")
		report := reportOf(t, filepath.Dir(filepath.Dir(name)), number)
		if report == "" {
			continue
		}
		raw, err = os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		text, err := Clean(raw, Options{})
		if err != nil {
			t.Logf("%s: %v", report, err)
			continue
		}
		for _, j := range meta.Joins {
			found := j.Right == "" || strings.Contains(text.Clean(), j.Left+j.Right)
			if strings.Contains(report, "seeds") {
				if !found {
					t.Errorf("%s: %q and %q are not joined", report, j.Left, j.Right)
				}
				continue
			}
			joins++
			if found {
				made++
			} else {
				t.Logf("%s: %q and %q are not joined", report, j.Left, j.Right)
			}
		}
		for _, d := range meta.Duplicates {
			copied++
			if n := strings.Count(counted(text.Clean()), firstCharacters(counted(d.First), 12)); n == 1 && len(text.Copies()) > 0 {
				linked++
			} else {
				t.Errorf("%s: %q is there %d times", report, d.First, n)
			}
		}
		if len(meta.Duplicates) == 0 && len(text.Copies()) > 0 {
			c := text.Copies()[0]
			t.Errorf("%s: %q is taken for a copy", report, text.DecodedText()[c.Again.Start:c.Again.End])
		}
		kinds := map[string]Kind{}
		for _, b := range text.Blocks() {
			kinds[counted(text.Clean()[b.Start:b.End])] = b.Kind
		}
		for _, s := range meta.Sections {
			sections++
			// An annotator may count the title among the headings.
			if k, ok := kinds[counted(inSimplified(s))]; ok && (k == Heading || k == Title) {
				headed++
			} else {
				t.Logf("%s: the section %q is of kind %v", report, s, k)
			}
		}
		for _, c := range meta.Captions {
			captions++
			if k, ok := kinds[counted(inSimplified(c))]; ok && k == Caption {
				captioned++
			} else {
				t.Logf("%s: the caption %q is of kind %v", report, c, k)
			}
		}
	}
	t.Logf("%d of %d joins of our own reports, %d of %d copies, %d of %d headings, %d of %d captions", made, joins, linked, copied, headed, sections, captioned, captions)
	if headed*100 < sections*90 || captioned*100 < captions*90 {
		t.Errorf("want 90%% of the headings and captions")
	}
	if made*100 < joins*65 {
		t.Errorf("want 65%% of the joins of our own reports")
	}
}

// reportOf is the report that an annotation belongs to, "" where it is not
// there.
func reportOf(t *testing.T, dir, number string) string {
	t.Helper()
	for _, pattern := range []string{number + "-*.txt", "seeds/" + number + ".txt"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) > 0 {
			return found[0]
		}
	}
	return ""
}

// inSimplified is a line of an annotation in the script of the clean text.
func inSimplified(line string) string {
	return opencc.TraditionalToSimplified().Convert(line)
}
