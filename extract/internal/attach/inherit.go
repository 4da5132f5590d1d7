package attach

// What a figure takes from the one before it and from the clause before.

import (
	"strings"

	"cmp"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

// inherit fills from the figure or the clause before what the phrase leaves
// unsaid: 实现技术革新3项、发明创造5项; 同比增长8%.
func (p *phrase) inherit(f *Figure, before *Figure, clauseBefore func() (verb, noun string)) {
	bare := p.verb.empty() && p.after.empty() && !p.light && !p.fresh
	if before == nil || !p.inList && f.Indicator == "" && !f.Change && p.q.Kind != quantity.Ratio {
		if verb, noun := clauseBefore(); noun != "" && f.Indicator == "" && p.takesObject(f, noun) {
			f.Indicator = noun
			if f.Action == "" {
				f.Action = verb
			}
			return
		}
	}
	defer p.nameVerb(f)
	if before == nil {
		return
	}
	if p.described && p.q.Kind == quantity.Ratio && before.Indicator != "" {
		f.Indicator = before.Indicator
		return
	}
	if p.adjacent() && !p.behind.empty() && p.verb.empty() && before.Action != "" {
		f.Action, f.Inherited = before.Action, true // 组织5批136名劳模外出
		return
	}
	if p.adjacent() && p.behind.empty() {
		// 3127户13540人, 37期2890人次: one statement in two measures.
		f.Indicator, f.Action, f.Inherited = cmp.Or(f.Indicator, before.Indicator), before.Action, true
		return
	}
	if p.q.Kind == quantity.Count && p.q.Unit == before.unit && p.noun.to-p.noun.from == 1 && p.noun.from == p.verb.to && p.class(p.noun.from) == lexicon.VerbNoun && p.behind.empty() {
		// 取得成果12项，推广应用8项
		f.Action, f.Indicator = p.r.verb(p.words[p.verb.from:p.noun.to]), before.Indicator
		return
	}
	if verb := p.r.join(p.words[p.verb.from:p.verb.to]); verb != "" && p.q.Kind == quantity.Count && p.q.Unit == before.unit && !p.subject.empty() && strings.HasSuffix(before.Indicator, verb) {
		// 获得省级表彰12项，市级表彰9项: a noun, as before.
		f.Indicator, f.Action, f.Subject = p.r.noun(p.words[p.subject.from:p.verb.to]), before.Action, ""
		return
	}
	if f.Action == "" && bare && p.carries(f, before) {
		f.Action, f.Inherited = before.Action, true
		if f.Subject == "" {
			f.Subject = before.Subject
		}
	}
	switch {
	case f.Indicator != "" || p.q.Kind == quantity.Duration:
	case f.Change, p.share, p.light, p.q.Kind == quantity.Ratio, p.at-p.low <= 1 && p.q.Kind == before.kind && p.verb.empty() && p.behind.empty() && p.after.empty():
		f.Indicator = before.Indicator
	case p.noun.to-p.noun.from == 1 && p.plays(p.noun.from, grade):
		f.Indicator = regrade(before.Indicator, p.text(p.noun.from))
	case p.each && p.q.Kind == before.kind:
		f.Indicator = before.Indicator
	case p.q.Unit != "" && p.q.Unit == before.unit && p.behind.empty() && p.q.Kind != quantity.Money:
		// 受理120件，办结118件
		f.Indicator = before.Indicator
	}
}

// glued says that a word that bounds the number stands before it: 利润突破1亿元
// is a statement of its own.
func (p *phrase) glued() bool { return p.q.Start < p.q.NumStart && p.q.Bound == quantity.Over }

// nameVerb takes the verb-noun that a noun phrase ends in for its verb where
// nothing else governs the figure: 心理疏导738例.
func (p *phrase) nameVerb(f *Figure) {
	if f.Action != "" || p.light || p.fresh || p.noun.empty() || !p.behind.empty() || p.q.Kind != quantity.People && p.q.Kind != quantity.Count {
		return
	}
	if last := p.noun.to - 1; p.class(last) == lexicon.VerbNoun && last > p.noun.from && !p.countsEvents() {
		f.Action = p.text(last)
	}
}

// adjacent says that a quantity stands right before this one.
func (p *phrase) adjacent() bool { return p.at > 0 && p.class(p.at-1) == lexicon.Quantity }

// carries says that the verb of the figure before governs this one too. Within
// a clause a list goes on; over a comma only figures of one kind do, or honours,
// whose lists hold people and things.
func (p *phrase) carries(f, before *Figure) bool {
	switch {
	case p.q.Kind == quantity.Ratio, !p.inList && (before.topic || before.Change || p.glued()):
		return false
	case p.inList, p.q.Kind == before.kind, p.part, p.at == 0 && !p.behind.empty() && p.behind.to == len(p.words):
		return true
	}
	return p.r.frames.plays(f.Indicator, honour) && p.r.frames.plays(before.Indicator, honour)
}

// takesObject says that the object of the clause before can be what this
// figure counts.
func (p *phrase) takesObject(f *Figure, noun string) bool {
	graded := p.noun.to-p.noun.from == 1 && p.plays(p.noun.from, grade) // 职工之家：省级12个
	return p.verb.empty() && (p.light || p.at == p.low || graded) || f.Change
}

// regrade is what the figure before counts, of another grade: behind
// 省级模范职工之家3个 a 市级11个 counts 市级模范职工之家; behind a noun that names
// no grade, what it names.
func regrade(noun, to string) string {
	const longest = len("县区级及以上")
	if base, ok := strings.CutPrefix(noun, "全国"); ok {
		return to + base
	}
	if i := strings.Index(noun[:min(len(noun), longest)], "级"); i > 0 {
		base := noun[i+len("级"):]
		base = strings.TrimPrefix(strings.TrimPrefix(base, "及"), "以上")
		return to + base
	}
	return noun
}
