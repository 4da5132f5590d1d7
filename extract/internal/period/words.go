package period

// Time words that carry no number: 目前, 上半年, 如今.

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"

	"unionrep/extract/internal/trie"
)

//go:embed words.csv
var wordData string

// The classes of these words, by what they date.
const (
	classLead    = "lead"    // what follows, where the word opens a sentence and a comma parts it off
	classStretch = "stretch" // the rest of the paragraph that the word opens, else its sentence
	classMoment  = "moment"  // its sentence alone
)

// words are the words of words.csv, each with the index of its class.
var words = sync.OnceValue(func() *trie.Trie {
	rows, err := readWords()
	if err != nil {
		panic(err) // embedded, and read by the tests
	}
	t := trie.New()
	for class, row := range rows {
		for _, w := range strings.Fields(row[1]) {
			t.Add(w, int32(1+class))
		}
	}
	return t
})

// classes are the classes in the order of words.csv.
var classes = [...]string{classLead, classStretch, classMoment}

// readWords are the rows of words.csv: a class, its words, a text that begins
// with one of them and one that does not.
func readWords() ([][]string, error) {
	r := csv.NewReader(strings.NewReader(wordData))
	r.FieldsPerRecord = 4
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("words.csv: %w", err)
	}
	if header := strings.Join(rows[0], ","); header != "class,words,example,counterexample" {
		return nil, fmt.Errorf("words.csv:1:1: header %q", header)
	}
	rows = rows[1:]
	for i, class := range classes {
		if i >= len(rows) || rows[i][0] != class {
			return nil, fmt.Errorf("words.csv:%d:1: want the class %s", i+2, class)
		}
	}
	if len(rows) > len(classes) {
		return nil, fmt.Errorf("words.csv:%d:1: there is no class %q", len(classes)+2, rows[len(classes)][0])
	}
	return rows, nil
}

// word reads a time word that carries no number, and its class.
func word(s string) (n int, class string) {
	v, end := words().Longest(s, 0)
	if v == 0 {
		return 0, ""
	}
	return end, classes[v-1]
}
