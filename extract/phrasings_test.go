package extract

// How widely the spec files tell of the phrasings that reports use.

import (
	"bufio"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fewestSentences is how many sentences tell of a phrasing at least.
const fewestSentences = 5

// testdata/spec/phrasings.csv lists the phrasings that the extractor must read.
// Sections of the other files whose comment begins with the phrasing in square
// brackets, # [较上年增长x%], hold sentences of it.
func TestPhrasingsAreCovered(t *testing.T) {
	f, err := os.Open("../testdata/spec/phrasings.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	listed, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sentences := make(map[string]map[string]bool)
	for _, row := range listed[1:] {
		sentences[row[0]] = make(map[string]bool)
	}
	files, err := filepath.Glob("../testdata/spec/attachment*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, "../testdata/spec/quantities.csv") {
		addSentences(t, file, sentences)
	}
	for _, row := range listed[1:] {
		if n := len(sentences[row[0]]); n < fewestSentences {
			t.Errorf("%s: %d sentences, want at least %d; begin a section with # [%s]", row[0], n, fewestSentences, row[0])
		}
	}
}

// addSentences adds the sentences of file to those of the phrasing that their
// section names, where it is among those listed.
func addSentences(t *testing.T, file string, sentences map[string]map[string]bool) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var section map[string]bool
	var rows strings.Builder
	flush := func() {
		r := csv.NewReader(strings.NewReader(rows.String()))
		read, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, row := range read {
			if section != nil {
				section[row[0]] = true
			}
		}
		rows.Reset()
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		heading, ok := strings.CutPrefix(lines.Text(), "# ")
		if !ok {
			rows.WriteString(lines.Text() + "\n")
			continue
		}
		flush()
		section = nil
		if label, named := strings.CutPrefix(heading, "["); named {
			label, _, _ = strings.Cut(label, "]")
			if section = sentences[label]; section == nil {
				t.Errorf("%s: phrasings.csv does not list %s", file, label)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	flush()
}
