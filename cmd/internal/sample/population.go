// Package sample draws records and sentences for checking by hand, and turns
// the sheet that was filled in into estimates of precision and recall.
//
// Records are drawn to see whether they are right. A figure can be missed in a
// sentence that has no record, and in one that has others; so sentences without
// records are drawn as well, and beside each drawn record the figures missed in
// its sentence are counted. Each row carries the probability with which it was
// drawn, which is what makes a total out of a sample.
package sample

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"unionrep/extract"
	"unionrep/normalize"
)

// The types of rows.
const (
	Record   = "record"
	Sentence = "sentence"
)

// A Row is one row of the sheet: a record with the sentence that it stands in,
// or a sentence without a record.
type Row struct {
	// To be filled in.
	Right  string // of a record: y, n or none
	Missed string // figures of the sentence that no record reports
	Note   string

	Sentence string // clean text
	Read     string // the quantities of all records of the sentence, in clean text
	Record   extract.Record

	File        string
	Line        int // where the sentence begins
	Column      int
	Records     int    // of the sentence
	Type        string // Record or Sentence
	Stratum     string
	Population  int     // rows of the stratum in all
	Probability float64 // of the row to be drawn
}

// Rows are the records of a report, each as a row, and its sentences without
// records, in the order of the text.
func Rows(name string, text *normalize.Text, records []extract.Record) []Row {
	sentences := extract.Sentences(text)
	held := make([][]extract.Record, len(sentences))
	home := homes(text, sentences)
	for _, r := range records {
		i := home(r.Start)
		held[i] = append(held[i], r)
	}
	var rows []Row
	for i, s := range sentences {
		row := Row{
			Sentence: strings.TrimSpace(text.Clean()[s.Start:s.End]), File: name, Records: len(held[i]), Type: Sentence,
		}
		if row.Records == 0 && !strings.ContainsFunc(row.Sentence, readable) {
			continue
		}
		row.Line, row.Column = text.Position(text.Decoded(s.Start, s.End)[0].Start)
		if row.Records == 0 {
			row.Stratum = sentenceStratum(row.Sentence)
			rows = append(rows, row)
			continue
		}
		var read []string
		for _, r := range held[i] {
			read = append(read, r.Quantity)
		}
		row.Type, row.Read = Record, strings.Join(read, "; ")
		for _, r := range held[i] {
			row.Record, row.Stratum = r, recordStratum(&r)
			rows = append(rows, row)
		}
	}
	return rows
}

func readable(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// homes returns what tells the index of the sentence that a byte of the file
// belongs to: the one with the last piece that begins there or before.
func homes(text *normalize.Text, sentences []normalize.Span) func(at int) int {
	type piece struct{ start, sentence int }
	var pieces []piece
	for i, s := range sentences {
		for _, d := range text.Decoded(s.Start, s.End) {
			pieces = append(pieces, piece{text.RawSpan(d).Start, i})
		}
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return a.start - b.start })
	return func(at int) int {
		k := sort.Search(len(pieces), func(k int) bool { return pieces[k].start > at })
		return pieces[max(0, k-1)].sentence
	}
}

// A stratum is a set of rows that are drawn with one probability.
type stratum struct {
	name   string
	spread float64 // what the standard deviation of its answers may be, to share out the rows
}

// strata are the strata in the order of the sheet's summary: records by why
// one may doubt them and by kind, sentences by the numbers in them. The spreads
// are a guess from reports with annotations; a wrong one makes intervals wider,
// not wrong.
func strata() []stratum {
	return []stratum{
		{"record/flagged", 0.5},
		{"record/optional", 0.45},
		{"record/money", 0.4},
		{"record/people", 0.4},
		{"record/count", 0.4},
		{"record/ratio", 0.4},
		{"record/other", 0.5},
		{"sentence/digit", 0.5},
		{"sentence/numeral", 0.2},
		{"sentence/plain", 0.05},
	}
}

func recordStratum(r *extract.Record) string {
	switch {
	case len(r.Flags) > 0:
		return "record/flagged"
	case r.Optional:
		return "record/optional"
	}
	switch r.Kind {
	case "money", "people", "count", "ratio":
		return "record/" + r.Kind
	}
	return "record/other"
}

func sentenceStratum(sentence string) string {
	switch {
	case strings.ContainsAny(sentence, "0123456789"):
		return "sentence/digit"
	case strings.ContainsAny(sentence, "〇零一二两三四五六七八九十百千万亿半"):
		return "sentence/numeral"
	}
	return "sentence/plain"
}
