package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"unionrep/extract"
)

// What speaks for the right readings comes to weigh more than what speaks for
// the others, as the weights are stored too.
func TestFitLearnsWhatIsRight(t *testing.T) {
	const shared, good, bad = 1, 2, 3
	var cases []figure
	for range 50 {
		readings := []reading{
			{text: "a", cues: []extract.Cue{shared, bad}},
			{text: "b", cues: []extract.Cue{shared, good}, right: true},
			{text: "c", cues: []extract.Cue{shared}},
		}
		cases = append(cases, figure{readings: [len(fields)][]reading{readings, readings}})
	}
	m := fit(cases, 0).rounded()
	if m[good] <= m[shared] || m[shared] <= m[bad] {
		t.Errorf("weights %v, %v and %v of a good cue, one that all share and a bad one", m[good], m[shared], m[bad])
	}
	if got := m.best(cases[0].readings[0]); got != 1 {
		t.Errorf("reading %d weighs most, want 1", got)
	}
}

// A row without a right reading among the proposals teaches nothing, and does
// not spoil the others.
func TestFitPassesOverWhatIsNotProposed(t *testing.T) {
	hopeless := []reading{{text: "a", cues: []extract.Cue{1}}}
	m := fit([]figure{{readings: [len(fields)][]reading{hopeless, hopeless}}}, 1)
	if m[1] != 0 {
		t.Errorf("a cue weighs %v, want 0", m[1])
	}
}

// Rows of one text are its figures in turn, those of one quantity too; each has
// the readings that a cell lists marked as right.
func TestSentences(t *testing.T) {
	const rows = `text,quantity,indicator,action
# two figures of one quantity
新建书屋8家、驿站8家。,8家,书屋,新建
新建书屋8家、驿站8家。,8家,驿站,新建|
走访农户120户。,120户,农户,走访
`
	name := filepath.Join(t.TempDir(), "rows.csv")
	if err := os.WriteFile(name, []byte(rows), 0o666); err != nil {
		t.Fatal(err)
	}
	cases, err := sentences(name, strings.Repeat("\x00", 2*extract.WeightTable))
	if err != nil {
		t.Fatal(err)
	}
	var nouns, verbs []string
	for _, c := range cases {
		nouns = append(nouns, right(c.readings[0])...)
		verbs = append(verbs, strings.Join(right(c.readings[1]), "|"))
	}
	if want := []string{"书屋", "驿站", "农户"}; !slices.Equal(nouns, want) {
		t.Errorf("right nouns %q, want %q", nouns, want)
	}
	if want := []string{"新建", "新建|", "走访"}; !slices.Equal(verbs, want) {
		t.Errorf("right verbs %q, want %q", verbs, want)
	}
}

// right are the texts of the readings that are right, each once.
func right(readings []reading) []string {
	var texts []string
	for _, r := range readings {
		if r.right && !slices.Contains(texts, r.text) {
			texts = append(texts, r.text)
		}
	}
	return texts
}
