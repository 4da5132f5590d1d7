package quantity

// The words around a unit that say whether it counts, from contexts.csv:
// 得分95分 is a figure, 8时30分 and 十分满意 are none.

import (
	"fmt"

	"unionrep/extract/internal/numeral"
	"unionrep/normalize/rules"
)

// A unitContext is a row of contexts.csv. Of the rows of a unit the first that
// fits decides; where none fits the unit counts.
type unitContext struct {
	name    string // of the entry
	numeral string // any, arabic, chinese, digits, range, year, or a number as written
	before  []string
	behind  []string
	figure  bool
}

func (l *Lexicon) addContext(e *rules.Entry) error {
	c := unitContext{
		name:    e.Name(),
		numeral: e.Text("numeral"),
		before:  e.Words("before"),
		behind:  e.Words("behind"),
		figure:  e.Text("verdict") == "figure",
	}
	switch c.numeral {
	case "any", "arabic", "chinese", "digits", "range", "year":
	default:
		if _, ok := numeral.Read(c.numeral, 0); !ok {
			return fmt.Errorf("numeral is %q, want any, arabic, chinese, digits, range, year or a number", c.numeral)
		}
	}
	for _, unit := range e.Words("unit") {
		l.contexts[unit] = append(l.contexts[unit], c)
	}
	return nil
}

// fitsContext reports whether the unit counts between the text before and
// behind the quantity.
func (p *parser) fitsContext(before, rest string) bool {
	if p.free {
		return true
	}
	for _, c := range p.contexts[p.q.Unit] {
		if p.isNumeral(c.numeral) && (len(c.before) == 0 || hasSuffixAny(before, c.before...)) && (len(c.behind) == 0 || hasAny(rest, c.behind...)) {
			if !c.figure {
				return !p.bars(c.name)
			}
			p.note(c.name, "the words around the unit make it count")
			return true
		}
		p.note(c.name, "it does not apply")
	}
	return true
}

// isNumeral reports whether the number is of a sort that contexts.csv names.
func (p *parser) isNumeral(sort string) bool {
	n := p.first
	switch sort {
	case "any":
		return true
	case "arabic":
		return n.Plain > 0
	case "chinese":
		return n.Chinese
	case "digits":
		return n.Digits
	case "range":
		return n.Range
	case "year":
		return n.Plain == 4 && n.Exponent == 0 && p.more == Exact && !p.ranged
	}
	return !p.ranged && p.text[n.Start:n.End] == sort
}
