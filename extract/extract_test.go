package extract

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"unionrep/normalize"
)

// reports are the texts of the project and, where they are there, the real
// ones beside it.
func reports(t testing.TB) map[string][]byte {
	texts := make(map[string][]byte)
	for _, pattern := range []string{"../testdata/reports/*.txt", "../testdata/corpus/*/*.txt", "../../shared/seeds/*.txt"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = raw
		}
	}
	return texts
}

// check holds records against what every record must be.
func check(t *testing.T, name string, text *normalize.Text, records []Record) {
	ids := make(map[string]bool)
	last := -1
	for _, r := range records {
		if r.Start < last || r.Start < 0 || r.End <= r.Start || r.End > len(text.Raw()) {
			t.Fatalf("%s: span %d to %d behind one that begins at %d, in a file of %d bytes", name, r.Start, r.End, last, len(text.Raw()))
		}
		last = r.Start
		piece, err := normalize.Decode(text.Raw()[r.Start:r.End], text.Encoding())
		if err == nil && text.Encoding() == "utf-8" && piece.DecodedText() != r.Source {
			t.Errorf("%s: the file holds %q at %d, the record says %q", name, piece.DecodedText(), r.Start, r.Source)
		}
		if r.Source == "" || r.Quantity == "" || r.Rule == "" || r.Bound == "" || r.Kind == "" {
			t.Errorf("%s: at %d: an empty field in %+v", name, r.Start, r)
		}
		if r.ID[0] == 'e' || r.ID[0] < 'a' || r.ID[0] > 'z' || ids[r.ID] {
			t.Errorf("%s: at %d: id %s", name, r.Start, r.ID)
		}
		ids[r.ID] = true
		if (r.Bound == "range") != (r.Max != nil) {
			t.Errorf("%s: at %d: bound %s and max %v", name, r.Start, r.Bound, r.Max)
		}
		for _, s := range []string{r.Indicator, r.Action, r.Period, r.Org, r.Text, r.Quantity} {
			if !utf8.ValidString(s) {
				t.Errorf("%s: at %d: %q is no UTF-8", name, r.Start, s)
			}
		}
	}
}

// Records stand in the order of the file, are cut from it, and come out the
// same on every run.
func TestRecordsOfReports(t *testing.T) {
	for name, raw := range reports(t) {
		text, err := normalize.Clean(raw, normalize.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		records := Extract(name, text)
		check(t, name, text, records)
		once, err := json.Marshal(records)
		if err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(Extract(name, text))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(once, again) {
			t.Errorf("%s: a second run gives other records", name)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, seed := range []string{
		"", "五年来，争取帮扶资金3000余万元。", "为8000余名困难职工发放慰问金50万元", "組建率、入會(huì)率分別達95%和98%",
		"其中3人；（其中5人", "从6万元提高到15万元", "“三个转变”1,100万—2亿", "会员：12万\n\n人", "\xff\xfe3\x00", "占35%的的的", "等等78个、和及",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := normalize.Clean(raw, normalize.Options{})
		if err != nil {
			return
		}
		check(t, "fuzz", text, Extract("fuzz", text))
	})
}

// A byte that is no text beside a number may have been a digit of it: the
// figure is read, and its reader told.
func TestBrokenBytesBesideNumbers(t *testing.T) {
	for _, raw := range []string{"慰问职工3\xff0名。", "慰问职工300\xff名。", "慰问职工\xff30名。"} {
		text, err := normalize.Clean([]byte(raw), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		records := Extract("test", text)
		if len(records) != 1 || !slices.Contains(records[0].Flags, "digit_lost") {
			t.Errorf("%q: %+v, want one figure flagged digit_lost", raw, records)
		}
	}
}

// A list that has lost its commas is read figure by figure, not as one clause
// that every record quotes whole.
func TestClauseWithoutEnd(t *testing.T) {
	const times = 2000
	text, err := normalize.Clean([]byte(strings.Repeat("慰问职工100人、", times)), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	records := Extract("list.txt", text)
	if len(records) != times {
		t.Fatalf("%d records, want %d", len(records), times)
	}
	const longest = 2000
	for i, r := range records {
		if r.Indicator != "职工" || r.Action != "慰问" || len(r.Text) > longest {
			t.Errorf("record %d: %s %s in a clause of %d bytes", i, r.Action, r.Indicator, len(r.Text))
		}
	}
}
