package quantity

// Why a number is read as it is, or is no quantity.

import "unionrep/extract/internal/numeral"

// A Reading is what became of one number of a text.
type Reading struct {
	Quantity                  // what was read; of a number that does not count, as far as that went
	Counts     bool           // it is a quantity
	Start, End int            // bytes of the text: the quantity, or what the scan passed over
	Rule       string         // the entry or the rule of the grammar that decided
	Number     numeral.Number // the number, of a range its lower end
	Considered []Step         // what was looked at besides, in order
}

// A Step is something that was looked at on the way to a Reading.
type Step struct {
	Rule string `json:"rule"` // the entry or the rule of the grammar
	What string `json:"what"` // what came of it
}

// Explain reads text[from:to] as Scan does and says of every number what became
// of it.
func (l *Lexicon) Explain(text string, from, to int) []Reading {
	all := []Reading{}
	l.scan(nil, &all, text, from, to)
	kept := all[:0]
	for _, r := range all {
		for r.Counts && len(kept) > 0 && kept[len(kept)-1].Start >= r.Start {
			kept = kept[:len(kept)-1] // the 零 of 零下3度
		}
		kept = append(kept, r)
	}
	return kept
}

// reading is what became of the number at byte i, behind which the scan goes on
// at end.
func (p *parser) reading(i, end int, counts bool) Reading {
	r := Reading{Quantity: p.q, Counts: counts, Start: i, End: max(end, i+1), Rule: p.by, Number: p.first, Considered: p.steps}
	if counts {
		r.Start, r.End = p.q.Start, p.q.End
	}
	return r
}

// without adds what p, which ignores the rule that decided, reads at byte i. A
// word that only begins like a unit leaves the unit where it is off, which p
// does not know.
func (r *Reading) without(p parser, i int) {
	if _, ok := p.read(i); ok && p.q.End <= p.to && p.lookalike != r.Rule {
		r.Considered = append(r.Considered, Step{p.by, "without " + r.Rule + " it would count: " + p.text[p.q.Start:p.q.End]})
	}
}

// note adds a step where the scan is to be explained.
func (p *parser) note(rule, what string) {
	if p.explains {
		p.steps = append(p.steps, Step{rule, what})
	}
}
