// Package eval compares records with an annotation of the same report and
// says how many figures were found, and which were not.
//
// A record answers an annotated figure when it lies on it (the shared part is
// at least half of both together). On what else the two must agree is a Level.
// A figure that an accident of extraction repeated counts once; figures that
// the annotation calls optional, and durations, count neither way.
package eval

import (
	"cmp"
	"math/big"
	"slices"
	"sort"
	"unicode/utf8"

	"unionrep/extract"
	"unionrep/normalize"
)

// A Level says how much of a record must agree.
type Level int

// The levels, from the number alone to the whole concept.
const (
	Quantity Level = iota // value, max, bound and unit
	Figure                // and the indicator, to the letter
	Loose                 // or the indicator's characters, with F1 of 0.75
	Whole                 // quantity, indicator, action, org and period
)

// Levels are the names of the levels, by Level.
func Levels() []string { return []string{"quantity", "figure", "loose", "record"} }

// Fields are the names of the fields whose agreement is counted, by index of
// Counts.Agree.
func Fields() []string { return []string{"span", "action", "kind", "period", "org"} }

// Counts are what the comparison of one or several reports counted.
type Counts struct {
	Gold     int    // required figures
	Found    [4]int // records that agree, by Level
	Agree    [5]int // quantities found on which the field agrees, by Fields
	Spurious int    // records that answer no figure
	Silent   int    // records on a figure with a wrong quantity and no flag
	Strict   int    // required figures answered by a record that is not optional
	BadSpans int    // records whose span is outside the file or cuts a character
}

// Add adds d to c.
func (c *Counts) Add(d Counts) {
	c.Gold += d.Gold
	c.Spurious += d.Spurious
	c.Silent += d.Silent
	c.Strict += d.Strict
	c.BadSpans += d.BadSpans
	for i := range c.Found {
		c.Found[i] += d.Found[i]
	}
	for i := range c.Agree {
		c.Agree[i] += d.Agree[i]
	}
}

// A Miss is one disagreement.
type Miss struct {
	Sort   string `json:"sort"` // missed, wrong or bad span
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Source string `json:"source"` // the annotated quantity, or the record's
	Field  string `json:"field"`  // on which the two disagree, "" for the record as a whole
	Want   string `json:"want"`
	Got    string `json:"got"`
}

// Compare scores the records of one report against its annotation.
func Compare(source *normalize.Source, gold []Annotation, records []extract.Record) (Counts, []Miss) {
	c := comparison{
		source: source, gold: gold,
		used: make([]bool, len(gold)), taken: make([]bool, len(gold)), strict: make([]bool, len(gold)),
	}
	records = slices.Clone(records)
	slices.SortStableFunc(records, func(a, b extract.Record) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	for i := range records {
		c.record(&records[i])
	}
	c.close()
	return c.counts, c.misses
}

type comparison struct {
	source *normalize.Source
	gold   []Annotation
	counts Counts
	misses []Miss
	used   []bool // annotations that a record answers
	taken  []bool // groups that a record answers
	strict []bool // groups that a record answers that is not optional
}

// record compares one record.
func (c *comparison) record(r *extract.Record) {
	if !c.whole(r) {
		c.counts.BadSpans++
		c.counts.Spurious++
		c.wrong("bad span", r, "", "", "")
		return
	}
	var over, touched, exact []int
	for i, g := range c.gold {
		both := min(g.end, r.End) - max(g.start, r.Start)
		if both <= 0 {
			continue
		}
		touched = append(touched, i)
		if 2*both < max(g.end, r.End)-min(g.start, r.Start) {
			continue
		}
		over = append(over, i)
		if !c.used[i] && g.sameQuantity(r) {
			exact = append(exact, i)
		}
	}
	if len(over) == 0 {
		c.astray(r, touched)
		return
	}
	i := c.best(r, over)
	if len(exact) > 0 {
		i = c.best(r, exact)
	}
	switch g := &c.gold[i]; {
	case g.Optional:
	case len(exact) == 0:
		c.counts.Spurious++
		if len(r.Flags) == 0 {
			c.counts.Silent++
		}
		c.wrong("wrong", r, "quantity", g.quantity(), quantity(r))
	case c.taken[g.group]:
		c.counts.Spurious++
		c.wrong("wrong", r, "", "counted once", "a repeated copy")
	default:
		c.used[i], c.taken[g.group] = true, true
		c.strict[g.group] = !r.Optional
		c.found(g, r)
	}
}

// whole reports whether the record's span lies in the file and cuts no
// character.
func (c *comparison) whole(r *extract.Record) bool {
	return 0 <= r.Start && r.Start < r.End && r.End <= len(c.source.Raw()) && c.boundary(r.Start) && c.boundary(r.End)
}

// boundary reports whether a character begins at byte at of the file, or the
// file ends there.
func (c *comparison) boundary(at int) bool {
	text := c.source.DecodedText()
	character := func(i int) normalize.Span { // the bytes in the file of the character that holds byte i of the text
		for i > 0 && !utf8.RuneStart(text[i]) {
			i--
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		return c.source.RawSpan(normalize.Span{Start: i, End: i + n})
	}
	i := sort.Search(len(text), func(i int) bool { return character(i).Start >= at })
	return i == len(text) && at == len(c.source.Raw()) || i < len(text) && character(i).Start == at
}

// astray counts a record that lies on no figure.
func (c *comparison) astray(r *extract.Record, touched []int) {
	if len(touched) == 0 && r.Kind == "duration" {
		return
	}
	if len(touched) > 0 && !slices.ContainsFunc(touched, func(i int) bool { return !c.gold[i].Optional }) {
		return
	}
	c.counts.Spurious++
	if len(touched) > 0 {
		c.wrong("wrong", r, "span", c.gold[touched[0]].Raw, r.Source)
	} else {
		c.wrong("wrong", r, "", "no figure", quantity(r))
	}
}

// best is the annotation that the record is most fairly compared with.
func (c *comparison) best(r *extract.Record, of []int) int {
	return slices.MinFunc(of, func(i, j int) int {
		a, b := &c.gold[i], &c.gold[j]
		return cmp.Or(
			falseFirst(a.Optional, b.Optional),
			falseFirst(c.taken[a.group], c.taken[b.group]),
			falseFirst(!a.agrees("indicator", r.Indicator), !b.agrees("indicator", r.Indicator)),
		)
	})
}

// found counts a record with the right quantity.
func (c *comparison) found(g *Annotation, r *extract.Record) {
	c.counts.Found[Quantity]++
	indicator := g.agrees("indicator", r.Indicator)
	if indicator {
		c.counts.Found[Figure]++
	} else {
		c.wrong("wrong", r, "indicator", g.text("indicator"), r.Indicator)
	}
	if indicator || g.near("indicator", r.Indicator) {
		c.counts.Found[Loose]++
	}
	if r.Start == g.start && r.End == g.end {
		c.counts.Agree[0]++
	}
	whole := indicator
	for i, got := range []string{r.Action, r.Kind, r.Period, r.Org} {
		field := Fields()[i+1]
		if g.agrees(field, got) {
			c.counts.Agree[i+1]++
			continue
		}
		c.wrong("wrong", r, field, g.text(field), got)
		whole = whole && field == "kind"
	}
	if whole {
		c.counts.Found[Whole]++
	}
}

// close counts the required figures and tells those that no record answers.
func (c *comparison) close() {
	need := make([]bool, len(c.gold))
	for i := range c.gold {
		g := &c.gold[i]
		if g.Optional {
			continue
		}
		if !need[g.group] {
			need[g.group] = true
			c.counts.Gold++
			if c.strict[g.group] {
				c.counts.Strict++
			}
		}
		if !c.taken[g.group] && (!g.Dup || g.group == i) {
			c.misses = append(c.misses, Miss{Sort: "missed", Line: g.line, Column: g.column, Source: g.Raw, Want: g.quantity() + " " + g.text("indicator")})
		}
	}
}

func (c *comparison) wrong(sort string, r *extract.Record, field, want, got string) {
	c.misses = append(c.misses, Miss{Sort: sort, Line: r.Line, Column: r.Column, Source: r.Source, Field: field, Want: want, Got: got})
}

func falseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// same reports whether two numbers in decimal digits are equal; "" is none.
func same(a, b string) bool {
	if a == "" || b == "" {
		return a == b
	}
	x, okX := new(big.Rat).SetString(a)
	y, okY := new(big.Rat).SetString(b)
	return okX && okY && x.Cmp(y) == 0
}
