package extract

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"unionrep/normalize"
)

// attachmentFloors is the share of rows, in percent, that each file of
// testdata/spec/attachment*.csv must have right. A floor may only rise; a new
// file starts at the share that it has when it comes in.
var attachmentFloors = map[string]int{
	"attachment-adjacent.csv":     89,
	"attachment-bulletins.csv":    95,
	"attachment-change.csv":       85,
	"attachment-distribution.csv": 95,
	"attachment-edges.csv":        76,
	"attachment-frames.csv":       98,
	"attachment-headlines.csv":    92,
	"attachment-hongkong.csv":     87,
	"attachment-lists.csv":        97,
	"attachment-money.csv":        89,
	"attachment-phrasings.csv":    97,
	"attachment-rates.csv":        96,
	"attachment-readings.csv":     86,
	"attachment-subjects.csv":     96,
	"attachment-tables.csv":       100,
	"attachment.csv":              100,
}

// testdata/spec/attachment*.csv hold one figure a row: a sentence, the quantity
// in it, and what it counts and which verb governs it by the annotation guide.
// A cell lists several right readings with | between them, of which one may be
// empty. The second row of a sentence with the same quantity is its second
// figure of that quantity. Lines that begin with # name the phrasing.
//
// The files hold what the sentences mean, not what the extractor says of them;
// run with -v to see the rows that it gets wrong.
func TestAttachment(t *testing.T) {
	files, err := filepath.Glob("../testdata/spec/attachment*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			floor, ok := attachmentFloors[name]
			if !ok {
				t.Fatal("the file has no floor in attachmentFloors")
			}
			rows := readAttachments(t, file)
			right := attachmentsRight(t, rows)
			share := right * 100 / len(rows)
			t.Logf("%d of %d rows right: %d %%, floor %d", right, len(rows), share, floor)
			if share < floor {
				t.Errorf("%d %% of the rows are right, the floor is %d; run with -v to see the others", share, floor)
			}
		})
	}
}

// attachmentsRight counts the rows that the extractor has right, and logs the
// others.
func attachmentsRight(t *testing.T, rows [][]string) int {
	right := 0
	nth := map[[2]string]int{} // of a sentence and a quantity, the rows seen
	for _, row := range rows {
		text, err := normalize.Clean([]byte(row[0]), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		quantities := strings.Split(row[1], "|")
		var with []Record
		for _, r := range Extract("spec", text) {
			if slices.Contains(quantities, r.Quantity) {
				with = append(with, r)
			}
		}
		key := [2]string{row[0], row[1]}
		n := nth[key]
		nth[key]++
		switch {
		case n >= len(with):
			t.Logf("%s\n\t%s is no record", row[0], row[1])
		case !rightReading(row[2], with[n].Indicator, sameWords) || !rightReading(row[3], with[n].Action, sameVerb):
			t.Logf("%s\n\t%s: %s / %s, want %s / %s", row[0], row[1], with[n].Indicator, with[n].Action, row[2], row[3])
		default:
			right++
		}
	}
	return right
}

// rightReading reports whether got is one of the readings that a cell lists.
func rightReading(cell, got string, same func(a, b string) bool) bool {
	return slices.ContainsFunc(strings.Split(cell, "|"), func(want string) bool { return same(want, got) })
}

// sameWords compares without punctuation, which says nothing of the meaning.
func sameWords(a, b string) bool { return lettersOf(a) == lettersOf(b) }

// sameVerb compares like sameWords, and takes a verb with a directional or
// resultative complement for the verb.
func sameVerb(a, b string) bool {
	a, b = lettersOf(a), lettersOf(b)
	return a == b || a != "" && b != "" && (a == withoutComplement(b) || b == withoutComplement(a))
}

func withoutComplement(verb string) string {
	end, size := utf8.DecodeLastRuneInString(verb)
	if len(verb) > size && strings.ContainsRune("到至出去来入上下起给成", end) {
		return verb[:len(verb)-size]
	}
	return verb
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("%‰℃+-", r) {
			return r
		}
		return -1
	}, s)
}

func readAttachments(t *testing.T, file string) [][]string {
	f, err := os.Open(file)
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
	if len(rows) < 2 || strings.Join(rows[0], ",") != "text,quantity,indicator,action" {
		t.Fatalf("%s: header must be text,quantity,indicator,action, and rows must follow", file)
	}
	return rows[1:]
}
