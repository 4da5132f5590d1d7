package quantity

// The rules of the grammar by their names: what each does stands in
// grammar.csv, how it does it is code. A rules file can switch them off.

import "unionrep/normalize/rules"

var grammarKind = rules.Kind{
	Name: "grammar", Does: "a rule of the grammar of numbers",
	Folder: "extract/internal/quantity", Files: []string{"grammar.csv"}, Key: []string{"rule"},
	Columns: rules.Coded(),
}

// The rules that keep a number from being a quantity.
const (
	ruleDate     = "grammar/date"
	ruleClock    = "grammar/clock"
	ruleScore    = "grammar/score"
	rulePhone    = "grammar/phone"
	ruleSum      = "grammar/sum"
	ruleCode     = "grammar/code"
	ruleSession  = "grammar/session"
	ruleOrdinal  = "grammar/ordinal"
	ruleNoUnit   = "grammar/nounit"
	ruleTitle    = "grammar/title"
	ruleSingle   = "grammar/single"
	ruleRank     = "grammar/rank"
	rulePair     = "grammar/pair"
	ruleAccount  = "grammar/account"
	ruleHotline  = "grammar/hotline"
	ruleSecond   = "grammar/second"
	ruleGoals    = "grammar/goals"
	ruleDating   = "grammar/dating"
	ruleAddress  = "grammar/address"
	ruleHalfWord = "grammar/halfword"
)

// The rules that read a quantity without a unit of units.csv.
const (
	ruleFraction  = "grammar/fraction"
	rulePercent   = "grammar/percent"
	ruleShared    = "grammar/sharedunit"
	ruleLarge     = "grammar/large"
	ruleSpoken    = "grammar/spoken"
	ruleRate      = "grammar/rate"
	ruleMultitude = "grammar/multitude"
	RuleCell      = "layout/cell" // named to packages that lay tables out
)

// bars reports whether a rule, which applies, keeps the number from being a
// quantity. Where it is switched off no other rule does: the number counts,
// whatever it looks like.
func (p *parser) bars(rule string) bool {
	switch {
	case p.free:
		return false
	case p.own.Off(rule), rule == p.ignored:
		p.free = true
		return false
	}
	p.by = rule
	return true
}

// ruledOut notes a word that only begins like a unit or a noun: 元件.
func (p *parser) ruledOut(word string) {
	if p.lookalike == "" {
		p.lookalike = word
	}
	p.note(word, "the word behind the number only begins like one")
}

// noteShorter notes the units that begin at byte i as well and end before end.
func (p *parser) noteShorter(i, end int) {
	if !p.explains {
		return
	}
	for to := i + 1; to < end; to++ {
		if v, stop := p.units.Longest(p.text[:to], i); stop == to && p.entries[v].name != "" {
			p.note(p.entries[v].by, "a longer unit begins there")
		}
	}
}

// withoutUnit is the rule that bars a number for which nothing does the work of
// a unit: the word that is no unit, where there is one.
func (p *parser) withoutUnit() string {
	if p.lookalike != "" {
		return p.lookalike
	}
	return ruleNoUnit
}

// reads reports whether a rule may read a quantity: it is not switched off.
func (p *parser) reads(rule string) bool {
	if p.own.Off(rule) {
		return false
	}
	p.by = rule
	return true
}
