package main

// The sentences of testdata/spec as figures to fit to.

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"

	"unionrep/cmd/internal/eval"
	"unionrep/extract"
	"unionrep/normalize"
)

// sentences reads a file of sentences, one figure a row: the text, and its
// quantity, indicator and action with | between several.
func sentences(name, weights string) ([]figure, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	r.FieldsPerRecord = 4
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var cases []figure
	for from := 1; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to][0] == rows[from][0] {
			to++
		}
		text, err := normalize.Clean([]byte(rows[from][0]), normalize.Options{})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		studies := extract.BuiltIn().Study(name, text, weights)
		for i := from; i < to; i++ {
			if s := nthWith(studies, rows[i][1], repeats(rows[from:i], rows[i])); s != nil && len(s.Indicators) > 0 {
				cases = append(cases, figure{readings: [...][]reading{
					proposed(s.Indicators, strings.Split(rows[i][2], "|")), proposed(s.Actions, strings.Split(rows[i][3], "|")),
				}})
			}
		}
		from = to
	}
	return cases, nil
}

// repeats is how many of rows are of the quantity of row.
func repeats(rows [][]string, row []string) int {
	n := 0
	for _, r := range rows {
		if r[1] == row[1] {
			n++
		}
	}
	return n
}

// nthWith is the n-th figure, from 0, that has one of the quantities.
func nthWith(studies []extract.Study, quantities string, n int) *extract.Study {
	for i := range studies {
		if !slices.Contains(strings.Split(quantities, "|"), studies[i].Record.Quantity) {
			continue
		}
		if n == 0 {
			return &studies[i]
		}
		n--
	}
	return nil
}

// proposed are proposals as readings, right where they say one of texts.
func proposed(proposals []extract.Proposal, texts []string) []reading {
	var readings []reading
	for _, p := range proposals {
		right := slices.ContainsFunc(texts, func(text string) bool { return eval.SameText(text, p.Text) })
		readings = append(readings, reading{p.Text, p.Cues, right})
	}
	return readings
}
