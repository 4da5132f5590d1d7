package attach

// A quantity among the words of its clause.

import (
	"slices"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

// A phrase is one quantity among the words of its clause, and what reading
// them finds: the noun before and behind it, the verb before and behind it.
type phrase struct {
	r        *Reader
	q        quantity.Quantity
	words    []lexicon.Token
	low      int // the first word that is not an earlier figure's
	at, next int // the quantity, and the next one or the end of the clause
	inList   bool

	noun      group  // the noun before the quantity
	behind    group  // the noun behind it
	verb      group  // the verb before it
	after     group  // the verb behind it
	subject   group  // who acts
	light     bool   // 达, 为, 占, 有 stand between the noun and the number
	share     bool   // 占 … 的 60%
	each      bool   // 每人: the sum is one of many
	frame     string // 为, 对, 向, 把, 将 … right before the quantity or the noun
	part      bool   // 其中
	described bool   // a clause before 的 describes what is counted
	topic     bool   // the noun stands before its verb: 案件办结58件
	fresh     bool   // a scope, time or subject opens it: nothing carries over
	used      int    // words up to here belong to this figure
}

// A group is a stretch of the words of a clause.
type group struct{ from, to int }

func (g group) empty() bool { return g.from >= g.to }

func (p *phrase) class(i int) lexicon.Class { return p.words[i].Class }

// plays says that words[i] is there and plays the role.
func (p *phrase) plays(i int, r role) bool {
	return i >= 0 && i < len(p.words) && p.r.plays(p.words[i], r)
}

// read finds the parts of the phrase.
func (p *phrase) read() {
	p.left()
	p.right()
	if p.verb.empty() || p.frame != "" {
		p.after = p.verbFrom(max(p.at+1, p.behind.to))
		if p.behind.empty() && p.after.from == p.at+1 && p.next < len(p.words) {
			// 36人晋升高级工、18人晋升技师: what is told of the first is not the
			// noun of the second.
			for i := p.next - 1; i > p.after.from; i-- {
				if p.class(i) == lexicon.Conj {
					p.used = i
					break
				}
			}
		}
	}
}

// figure is what the parts of the phrase say.
func (p *phrase) figure() Figure {
	f := Figure{Part: p.part, topic: p.topic}
	r := p.r
	switch {
	case !p.behind.empty():
		f.Indicator = r.noun(p.words[p.behind.from:p.behind.to])
	case p.noun.to-p.noun.from == 1 && p.plays(p.noun.from, more):
		f.Change = true // 比上年多5项
	case p.noun.to-p.noun.from == 1 && p.plays(p.noun.from, grade):
		// 省级4个、市级9个
	case p.noun.to-p.noun.from == 1 && p.plays(p.noun.from, sum):
		// 创建工作室12家，总数达到57家: of what, the figure before tells.
	case !p.noun.empty():
		f.Indicator = r.noun(p.words[p.noun.from:p.noun.to])
	}
	switch {
	case !p.verb.empty():
		f.Action = r.verb(p.words[p.verb.from:p.verb.to])
	case p.light && p.q.Kind == quantity.Ratio && p.behind.empty():
	case !p.after.empty() && (!p.behind.empty() || p.noun.empty() || p.frame != "" || !p.light && p.close(p.after.from)):
		f.Action = r.verb(p.words[p.after.from:p.after.to])
	}
	f.Subject = p.actor()
	f.Change = f.Change || p.r.frames.plays(f.Action, change)
	return f
}

// actor is who acts, as written; "" where the words before the verb name
// nobody: a scope alone (全市建成), a plan (计划新建), what a preposition opens
// (向女工赠送, but 由县财政拨付).
func (p *phrase) actor() string {
	g := p.subject
	if g.empty() || g.from > p.low && p.class(g.from-1) == lexicon.Prep && !p.plays(g.from-1, agent) {
		return ""
	}
	for g.from < g.to && opensSubject(p.class(g.from)) {
		g.from++ // 其中市总工会
	}
	for g.from < g.to && p.class(g.to-1) == lexicon.Scope && !p.plays(g.to-1, ours) {
		g.to-- // 党员每月
	}
	if g.empty() {
		return ""
	}
	words := p.words[g.from:g.to]
	if len(words) == 1 && p.plays(g.from, container) || !slices.ContainsFunc(words, func(t lexicon.Token) bool {
		return isName(t) || t.Class == lexicon.Quoted || t.Class == lexicon.Pronoun || t.Class == lexicon.Scope && p.r.plays(t, ours)
	}) {
		return ""
	}
	return p.r.join(words)
}

// opensSubject says that a word of class c before a subject is no part of it.
func opensSubject(c lexicon.Class) bool {
	switch c {
	case lexicon.Other, lexicon.Conj, lexicon.De, lexicon.Particle, lexicon.Localizer, lexicon.Mark, lexicon.Bracket, lexicon.Number:
		return true
	}
	return false
}

// close says that only adverbs stand between the quantity and words[i].
func (p *phrase) close(i int) bool {
	for k := p.at + 1; k < i; k++ {
		if p.class(k) != lexicon.Adverb {
			return false
		}
	}
	return true
}
