package attach

// The words before a quantity: who acts, the verb, the noun.

import (
	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

// left reads the words before the quantity: who acts, the verb, the noun.
func (p *phrase) left() {
	end := p.trim()
	p.opening(end)
	if p.q.Kind == quantity.Ratio && (p.light || p.r.isRate(p.words[p.low:end]) || p.sharesBefore(end) >= 0 || p.equates(end) >= 0) || p.light && p.hasDe(end) {
		p.rate(end)
		return
	}
	if p.q.Kind == quantity.Ratio && end-2 >= p.low && p.plays(end-1, change) && p.plays(end-2, rate) {
		// 住院费用报销比例提高到76%
		p.verb = group{end - 1, end}
		p.noun = group{p.skip(group{p.clauseHead(end - 1), end - 1}), end - 1}
		return
	}
	if p.leadsOn() {
		// 审批事项由187项精简为64项: the verb stands behind.
		p.noun = group{p.skip(group{p.clauseHead(end), end}), end}
		return
	}
	if p.preposed(end) {
		return
	}
	v := p.governor(end)
	if v >= 0 && p.described {
		// 结对帮扶的43户贫困户脱贫, 完成上级下达的9项任务: the verb before 的
		// describes them, one before it governs.
		end = max(v, p.low)
		v = p.governor(end)
		if v < 0 {
			end = p.low
		}
	}
	if v < 0 {
		p.noun = p.nominal(end)
		p.noun.from = p.skip(p.noun)
		p.fresh = p.fresh || !p.inList && p.describes()
		if p.noun.to-p.noun.from == 1 && p.plays(p.noun.from, perCapita) {
			p.each, p.fresh, p.noun = true, true, group{} // 人均3000元
		}
		return
	}
	if p.class(v) == lexicon.Light {
		p.light, p.fresh = true, true
		p.noun = p.object(v+1, end)
		return
	}
	if p.names(v, end) {
		p.noun = group{v, end}
		return
	}
	p.verb = p.verbGroup(v, end)
	p.subject = p.subjectBefore(p.verb.from)
	p.noun = p.object(p.verb.to, end)
	switch {
	case p.noun.empty() && p.q.Kind == quantity.Money && v == p.low && p.plays(v, statement):
		// 支出21万元: the sum of it
		p.noun = p.verb
		p.verb, p.fresh = group{}, true
	case p.noun.empty() && p.q.Kind == quantity.Money && p.verb.from == p.verb.to-1 && p.donates():
		// 企业捐款850万元, 社会捐赠27万元: who gives names the sum.
		p.noun = group{p.subject.from, p.verb.to}
		p.verb, p.subject = group{}, group{}
	case p.q.Kind == quantity.Money && p.isShort(v) && p.noun.to-p.noun.from == 1 && p.isShort(p.noun.from):
		// 创效8万元, 带徒: a verb with its own object is the action.
		p.verb.to = p.noun.to
		p.noun = group{p.noun.to, p.noun.to}
	case p.noun.empty() && p.class(v) == lexicon.VerbNoun && p.countsEvents():
		// 演出120场: the events are what is counted.
		p.noun = p.verb
		p.verb, p.subject = group{}, group{}
	case p.noun.empty():
		p.objectless()
	case p.q.Kind == quantity.Money && p.plays(p.verb.to-1, whole) && !p.plays(p.noun.to-1, money):
		p.noun = group{} // 让利职工75万元
	case p.verb.to-p.verb.from == 1 && p.class(v) == lexicon.VerbNoun && p.allVerbNouns() && p.q.Kind == quantity.Money:
		// 帮扶投入8703万元: a compound that names itself.
		p.noun.from = p.verb.from
		p.verb, p.fresh = group{}, true
	}
}

// isShort says that words[i] is a single character.
func (p *phrase) isShort(i int) bool { return p.words[i].End-p.words[i].Start <= 3 }

// trim passes the words between the noun and the number, from the right, and
// returns where the noun ends.
func (p *phrase) trim() int {
	end := p.at
	for end > p.low {
		i := end - 1
		switch p.class(i) {
		case lexicon.Light:
			p.light = p.light || !p.plays(i, total)
			p.share = p.share || p.plays(i, share)
		case lexicon.Scope:
			p.each = p.each || p.plays(i, each)
		case lexicon.Adverb, lexicon.Mark, lexicon.Time, lexicon.Conj, lexicon.Loose:
		case lexicon.Particle:
			if p.plays(i, listEnd) || i > p.low && p.isVerbal(i-1) {
				return end
			}
		case lexicon.Prep:
			if !p.plays(i, goal) {
				p.frame = p.text(i)
			}
		case lexicon.De:
			// 占总数的35%: what the 的 hangs on is not the figure's noun.
			if k := p.shareBefore(i); k >= 0 {
				p.share, p.light = true, true
				end = k
				continue
			}
			if i > p.low && p.class(i-1) != lexicon.Time && p.class(i-1) != lexicon.Localizer {
				if p.q.Kind == quantity.Ratio && !p.light {
					break // 完成任务的77%
				}
				p.described = true
				return i
			}
		default:
			if p.class(i) != lexicon.Noun || i == p.low || !p.plays(i, currency) {
				return end
			}
		}
		end--
	}
	return end
}

func (p *phrase) text(i int) string { return p.r.text[p.words[i].Start:p.words[i].End] }

// opening notes what opens the phrase: a scope or time word begins a statement
// of its own, 其中 a part of the one before.
func (p *phrase) opening(end int) {
	for i := p.low; i < end; i++ {
		switch {
		case p.class(i) == lexicon.Scope && i == p.low, p.class(i) == lexicon.Time:
			p.fresh = true
		case p.plays(i, part):
			p.part = true
		}
	}
}

// nominal is the longest noun phrase that ends before words[end].
func (p *phrase) nominal(end int) group {
	from := end
	for from > p.low && (p.r.isNominal(p.words, from-1, end) || isVerb(p.class(from-1)) && from < end && isHead(p.words[from])) {
		from--
	}
	return group{from, end}
}

// skip is where a noun phrase begins without the words that quantify it; an
// adverb that restricts it belongs to it: 直接受益职工.
func (p *phrase) skip(g group) int {
	if g.from > p.low && p.r.restricts(p.words[g.from-1:g.to]) {
		return g.from - 1
	}
	return skipLeading(p.words, g.from, g.to)
}

// describes says that the noun phrase begins with a verb that describes it:
// 受益职工5000人 and 参赛企业120家 tell of them, whatever the verb before was.
func (p *phrase) describes() bool {
	return p.noun.to-p.noun.from > 1 && p.class(p.noun.from) == lexicon.Attributive && isHead(p.words[p.noun.from+1])
}

// object is the noun phrase from words[from] to words[end] behind a verb.
func (p *phrase) object(from, end int) group {
	for from < end && p.class(from) == lexicon.Particle && !p.plays(from, listEnd) {
		from++
	}
	// A word that no noun holds cuts what stands before it off, unless a 的
	// ties both together.
	for i := end - 1; i >= from; i-- {
		if p.class(i) == lexicon.De {
			break
		}
		switch p.class(i) {
		case lexicon.Adverb:
			if i+1 == end || !p.isVerbal(i+1) || p.r.restricts(p.words[i:end]) {
				continue // 建成集中安置点
			}
			from = i + 1
		case lexicon.Prep, lexicon.Mark, lexicon.Time, lexicon.Light:
			from = i + 1
		}
	}
	if from < end-1 && p.q.Kind == quantity.Money && p.plays(end-1, worth) && isName(p.words[end-2]) {
		end-- // 发放慰问品价值32万元
	}
	g := group{skipLeading(p.words, from, end), end}
	if p.q.Kind == quantity.People {
		g = p.people(g)
	}
	return g
}

// people keeps of a noun phrase that holds people what ends in them: the clause
// that describes them goes, 参与活动的职工, and what they do behind them,
// 干部培训.
func (p *phrase) people(g group) group {
	last := -1
	for i := g.from; i < g.to; i++ {
		if p.class(i) == lexicon.Person {
			last = i
		}
	}
	if last < 0 {
		return g
	}
	if last+1 < g.to && (p.class(last+1) == lexicon.VerbNoun || p.class(last+1) == lexicon.CommonVerb || p.class(last+1) == lexicon.Adverb) {
		g.to = last + 1
	}
	for i := g.from + 1; i < last; i++ {
		if p.class(i) == lexicon.De && !isVerb(p.class(i-1)) && p.class(i-1) != lexicon.Adjective {
			return group{i + 1, g.to}
		}
	}
	return g
}

// allVerbNouns says that the noun phrase is made of verb-nouns alone.
func (p *phrase) allVerbNouns() bool {
	for i := p.noun.from; i < p.noun.to; i++ {
		if p.class(i) != lexicon.VerbNoun {
			return false
		}
	}
	return true
}
