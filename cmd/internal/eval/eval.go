// Package eval compares records with an annotation of the same report and
// says how many figures were found, and which were not.
//
// A record, or another prediction, answers an annotated figure when it lies on it (the shared part is
// at least half of both together). On what else the two must agree is a Level.
// A figure that an accident of extraction repeated counts once; figures that
// the annotation calls optional, and durations, count neither way.
package eval

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

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

// Compare scores the predictions for one report against its annotation.
func Compare(source *normalize.Source, gold []Annotation, predictions []Prediction) (Counts, []Miss) {
	c := comparison{
		source: source, gold: gold,
		used: make([]bool, len(gold)), taken: make([]bool, len(gold)), strict: make([]bool, len(gold)),
	}
	predictions = slices.Clone(predictions)
	slices.SortStableFunc(predictions, func(a, b Prediction) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	for i := range predictions {
		c.prediction(&predictions[i])
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

// prediction compares one prediction.
func (c *comparison) prediction(p *Prediction) {
	place, ok := c.place(p)
	if !ok {
		c.counts.BadSpans++
		c.counts.Spurious++
		line, column := c.source.Position(place.Start)
		c.misses = append(c.misses, Miss{Sort: "bad span", Line: line, Column: column, Got: fmt.Sprintf("%d to %d", p.Start, p.End)})
		return
	}
	var over, touched, exact []int
	for i, g := range c.gold {
		both := min(g.end, p.End) - max(g.start, p.Start)
		if both <= 0 {
			continue
		}
		touched = append(touched, i)
		if 2*both < max(g.end, p.End)-min(g.start, p.Start) {
			continue
		}
		over = append(over, i)
		if !c.used[i] && g.sameQuantity(p) {
			exact = append(exact, i)
		}
	}
	if len(over) == 0 {
		c.astray(p, place, touched)
		return
	}
	i := c.best(p, over)
	if len(exact) > 0 {
		i = c.best(p, exact)
	}
	switch g := &c.gold[i]; {
	case g.Optional:
	case len(exact) == 0:
		c.counts.Spurious++
		if len(p.Flags) == 0 {
			c.counts.Silent++
		}
		c.wrong(place, "quantity", g.quantity(), p.quantity())
	case c.taken[g.group]:
		c.counts.Spurious++
		c.wrong(place, "", "counted once", "a repeated copy")
	default:
		c.used[i], c.taken[g.group] = true, true
		c.strict[g.group] = !p.Optional
		c.found(g, p, place)
	}
}

// place is where the prediction lies in the decoded text, as near as can be
// told, and whether it lies in the file and cuts no character.
func (c *comparison) place(p *Prediction) (normalize.Span, bool) {
	start, ok := c.source.DecodedOffset(p.Start)
	end, too := c.source.DecodedOffset(p.End)
	return normalize.Span{Start: start, End: end}, ok && too && p.Start < p.End
}

// astray counts a prediction that lies on no figure.
func (c *comparison) astray(p *Prediction, place normalize.Span, touched []int) {
	if len(touched) == 0 && p.Kind == "duration" {
		return
	}
	if len(touched) > 0 && !slices.ContainsFunc(touched, func(i int) bool { return !c.gold[i].Optional }) {
		return
	}
	c.counts.Spurious++
	if len(touched) > 0 {
		c.wrong(place, "span", c.gold[touched[0]].Raw, c.text(place))
	} else {
		c.wrong(place, "", "no figure", p.quantity())
	}
}

// best is the annotation that the prediction is most fairly compared with.
func (c *comparison) best(p *Prediction, of []int) int {
	return slices.MinFunc(of, func(i, j int) int {
		a, b := &c.gold[i], &c.gold[j]
		return cmp.Or(
			falseFirst(a.Optional, b.Optional),
			falseFirst(c.taken[a.group], c.taken[b.group]),
			falseFirst(!a.Agrees("indicator", p.Indicator), !b.Agrees("indicator", p.Indicator)),
		)
	})
}

// found counts a prediction with the right quantity.
func (c *comparison) found(g *Annotation, p *Prediction, place normalize.Span) {
	c.counts.Found[Quantity]++
	indicator := g.Agrees("indicator", p.Indicator)
	if indicator {
		c.counts.Found[Figure]++
	} else {
		c.wrong(place, "indicator", g.text("indicator"), p.Indicator)
	}
	if indicator || g.near("indicator", p.Indicator) {
		c.counts.Found[Loose]++
	}
	if p.Start == g.start && p.End == g.end {
		c.counts.Agree[0]++
	}
	whole := indicator
	for i, got := range []string{p.Action, p.Kind, p.Period, p.Org} {
		field := Fields()[i+1]
		if g.Agrees(field, got) {
			c.counts.Agree[i+1]++
			continue
		}
		c.wrong(place, field, g.text(field), got)
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

func (c *comparison) wrong(place normalize.Span, field, want, got string) {
	line, column := c.source.Position(place.Start)
	c.misses = append(c.misses, Miss{Sort: "wrong", Line: line, Column: column, Source: c.text(place), Field: field, Want: want, Got: got})
}

func (c *comparison) text(place normalize.Span) string {
	return c.source.DecodedText()[place.Start:place.End]
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
	if !okX || !okY { // no number at all
		return a == b
	}
	return x.Cmp(y) == 0
}
