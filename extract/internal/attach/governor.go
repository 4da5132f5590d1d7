package attach

// The verb that governs a quantity, among the words before it, and who acts.

import (
	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

// names says that the verb words[v] names the noun behind it: 服务项目 and
// 宣传资料 are things, 服务企业 is done; 赔付金额 is a sum, whatever the verb.
func (p *phrase) names(v, end int) bool {
	if v+2 != end || v > p.low && p.class(v-1) != lexicon.Scope && p.class(v-1) != lexicon.Time {
		return false
	}
	return p.plays(v+1, amount) || p.class(v) == lexicon.VerbNoun && p.plays(v+1, container)
}

// donates says that the verb right before a sum is a noun with the giver
// before it.
func (p *phrase) donates() bool {
	g := p.subject
	return g.to == p.verb.from && g.to-g.from == 1 && p.plays(p.verb.from, donate) &&
		(g.from == p.low || p.class(g.from-1) != lexicon.Prep) // but 向灾区捐款
}

// countsEvents says that the unit counts events.
func (p *phrase) countsEvents() bool {
	return p.r.frames.plays(p.q.Unit, event)
}

func (p *phrase) isVerbal(i int) bool {
	return isVerb(p.class(i)) || p.class(i) == lexicon.VerbNoun || p.class(i) == lexicon.Attributive
}

// preposed reads an object that 将 or 把 puts before its verb:
// 将专项经费从8万元提高到20万元.
func (p *phrase) preposed(end int) bool {
	for i := p.low; i < end; i++ {
		if !p.plays(i, object) {
			continue
		}
		if i+1 < end && (isVerb(p.class(i+1)) || p.class(i+1) == lexicon.VerbNoun && p.frame == "") {
			return false // 将新建幼儿园24所 is a plan
		}
		for k := i + 1; k < end; k++ {
			if isVerb(p.class(k)) && (k+1 == end || p.class(k+1) == lexicon.Particle) {
				return false // 将物资送到 300户: the verb has been said
			}
		}
		g := p.nominal(end)
		if g.from != i+1 {
			return false
		}
		p.noun = group{skipLeading(p.words, g.from, g.to), g.to}
		p.frame = p.text(i)
		return true
	}
	return false
}

// governor finds the verb that governs the quantity among the words before
// words[end], or -1. Each word that can be a verb is judged by its class and
// by its neighbours: a verb stands at the head of the clause or behind a
// subject, an adverb or a frame, and before its object or 了; a noun's part
// stands behind another noun's part or before 的.
func (p *phrase) governor(end int) int {
	const enough = 2
	best, most := -1, enough-1
	seen := false // a verb stands before
	for i := p.low; i < end; i++ {
		score, ok := p.verbness(i, end, seen)
		if !ok {
			continue
		}
		if score > most || best >= 0 && score == most && p.before(best, false) < 0 && p.class(i-1) != lexicon.Verb {
			best, most = i, score
		}
		seen = seen || score >= enough
	}
	// 帮助销售农产品, 推动落实实事: the verb behind says what is done.
	for best >= 0 && p.plays(best, control) && best+2 < end && p.isVerbal(best+1) &&
		(isVerb(p.class(best+1)) || p.class(best+2) != lexicon.Person) && (isHead(p.words[best+2]) || p.class(best+2) == lexicon.Scope) {
		best++
	}
	return best
}

// verbness judges how likely words[i] is the verb of the clause.
func (p *phrase) verbness(i, end int, seen bool) (score int, ok bool) {
	single := p.isShort(i)
	switch p.class(i) {
	case lexicon.Verb:
		score = 3
		if single {
			score = 2
		}
	case lexicon.CommonVerb:
		score = 1
		if single {
			score = -2 // one character is as likely a part of a name
		}
	case lexicon.VerbNoun:
		if single {
			score = -2
		}
		if i == p.low+1 && p.class(p.low) == lexicon.Conj && (i+1 == end || p.class(i+1) != lexicon.Person) {
			score = -2 // 岗位5个、用工需求8个
		}
	case lexicon.Light:
		return 5 + p.behindOf(i, end, seen), true
	case lexicon.Attributive:
		if i+1 < end && p.class(i+1) != lexicon.Particle {
			return 0, false
		}
		score = 1
	default:
		return 0, false
	}
	return score + p.before(i, seen) + p.behindOf(i, end, seen), true
}

// before judges what stands before a verb.
func (p *phrase) before(i int, seen bool) int {
	if i == p.low || i == p.low+1 && p.class(p.low) == lexicon.Conj {
		return 2
	}
	subject := 1
	if seen && p.class(i) == lexicon.Verb && !p.isShort(i) {
		subject = 4 // 帮助企业解决困难: who is helped does the rest
	}
	switch p.class(i - 1) {
	case lexicon.Adverb, lexicon.Particle, lexicon.Time, lexicon.Scope, lexicon.Mark, lexicon.Localizer, lexicon.Other, lexicon.Pronoun:
		return 2
	case lexicon.Person, lexicon.Place:
		if p.inFrame(i) {
			return 2
		}
		if p.class(i) == lexicon.VerbNoun && seen {
			return 1
		}
		return subject
	case lexicon.Noun:
		if p.isMoney(i - 1) {
			return subject
		}
		if i-2 == p.low && p.class(i-2) == lexicon.Quoted {
			return 2 // “金秋助学”活动资助
		}
		if p.inFrame(i) {
			return 2
		}
		return -1
	case lexicon.Quoted:
		if isVerb(p.class(i)) {
			return 0
		}
		if i-1 == p.low && i+1 < len(p.words) && (hasPerson(p.words[i+1:p.at]) || p.class(i+1) == lexicon.Scope) {
			return 1 // “金秋助学”资助困难职工
		}
		return -2
	case lexicon.VerbNoun, lexicon.Adjective:
		if p.plays(i-1, perCapita) {
			return 2
		}
		return -2
	case lexicon.Prep:
		if p.plays(i-1, object) {
			return 2 // 将新建
		}
		return -4
	case lexicon.De:
		return -4
	case lexicon.Conj:
		if i-1 > p.low && p.isVerbal(i-2) {
			return 0
		}
		return -1
	}
	return 0
}

// inFrame says that a preposition opens the noun phrase before words[i]:
// 为职工 办 实事.
func (p *phrase) inFrame(i int) bool {
	from := i
	for from > p.low && p.r.isNominal(p.words, from-1, i) {
		from--
	}
	return from > p.low && p.class(from-1) == lexicon.Prep
}

// behindOf judges what stands behind a verb.
func (p *phrase) behindOf(i, end int, seen bool) int {
	if i+1 >= end {
		// Right before the number: 案件办结58件, 市总工会培训3000人次.
		if p.plays(i, change) {
			return 2 // 服务时长增长近五成
		}
		if p.class(i) == lexicon.Verb && p.q.UnitEnd > p.q.UnitStart && p.at+1 < p.next && isName(p.words[p.at+1]) {
			return 2 // 小分队走进43所学校
		}
		if !seen && p.class(i) == lexicon.Verb || !seen && i > p.low && (p.class(i-1) == lexicon.Place || p.class(i-1) == lexicon.Person) {
			return 1
		}
		return 0
	}
	switch c := p.class(i + 1); c {
	case lexicon.Particle:
		if p.plays(i+1, listEnd) {
			return -2
		}
		return 2
	case lexicon.De:
		return -5
	case lexicon.Conj:
		if i+2 < end && p.isVerbal(i+2) {
			return 0
		}
		return -2
	case lexicon.Adverb, lexicon.Prep, lexicon.Light, lexicon.Localizer:
		return -1
	default:
		if isHead(p.words[i+1]) || c == lexicon.Scope || c == lexicon.Number || c == lexicon.Pronoun {
			return 1
		}
	}
	return 0
}

// verbGroup is the verb at words[v] with those coordinated with it: 走访慰问,
// 节约和创造, 评选表彰.
func (p *phrase) verbGroup(v, end int) group {
	from, to := v, v+1
	for from > p.low && !p.plays(v, change) {
		i := from - 1
		if p.class(i) == lexicon.CommonVerb && p.isShort(i) || p.plays(i, control) {
			break
		}
		if isVerb(p.class(i)) || p.class(i) == lexicon.VerbNoun && p.plays(i, paired) && (i == p.low || !isHead(p.words[i-1])) {
			from = i
			continue
		}
		if p.class(i) == lexicon.Conj && i-1 >= p.low && (isVerb(p.class(i-1)) || p.class(i-1) == lexicon.VerbNoun && (i-1 == p.low || !isHead(p.words[i-2]))) {
			from = i - 1
			continue
		}
		break
	}
	for to < end {
		switch {
		case p.class(to) == lexicon.Verb && !(to+2 == end && p.plays(to+1, container)), p.class(to) == lexicon.VerbNoun && p.plays(v, paired) && p.plays(to, paired):
			to++
			continue
		case p.class(to) == lexicon.Conj && to+1 < end && (p.class(to+1) == lexicon.Verb || p.class(to+1) == lexicon.VerbNoun && p.class(v) == lexicon.VerbNoun && to+2 < end):
			to += 2
			continue
		}
		break
	}
	return group{from, to}
}

// objectless reads a verb that stands right before the number. What it counts
// may stand before the verb, 案件办结58件, 参与率提高5个百分点; an organisation
// there is who acts.
func (p *phrase) objectless() {
	g := p.subject
	if g.empty() {
		return
	}
	if p.plays(p.verb.from, change) && !p.plays(p.verb.from, whole) || p.plays(p.verb.to, goal) {
		p.noun = group{skipLeading(p.words, g.from, g.to), g.to}
		p.subject = group{}
		return
	}
	p.topic = true
	if p.q.Kind == quantity.Money && (p.plays(p.verb.to-1, whole) || !p.plays(g.to-1, money)) {
		return // 合作社创收186万元, 义卖筹得3万元: who earns is no sum
	}
	if p.q.Kind == quantity.People {
		for i := g.to - 1; i >= g.from; i-- {
			if p.class(i) == lexicon.Person {
				p.noun = group{skipLeading(p.words, g.from, g.to), i + 1}
				p.subject = group{}
				return
			}
		}
		return
	}
	told := p.class(p.verb.to-1) == lexicon.Attributive // 企业建会41家
	if last := p.class(g.to - 1); told || last == lexicon.Noun || last == lexicon.VerbNoun || last == lexicon.Quoted || last == lexicon.Place && !p.isActor(g.to-1) {
		p.noun = group{skipLeading(p.words, g.from, g.to), g.to}
		p.subject = group{}
	}
}

// isActor says that an organisation acts rather than being built or counted:
// 工会 and 公司, not 书屋 and 驿站.
func (p *phrase) isActor(i int) bool {
	return p.plays(i, actor)
}

// subjectBefore is the noun phrase before a verb, adverbs and time words
// passed. What 为, 对, 向 open is no subject, but 对困难职工救助300人次 counts it.
func (p *phrase) subjectBefore(verb int) group {
	end := verb
	for end > p.low {
		switch p.class(end - 1) {
		case lexicon.Adverb, lexicon.Time, lexicon.Particle:
			end--
			continue
		}
		if p.plays(end-1, perCapita) {
			end--
			continue
		}
		break
	}
	g := p.nominal(end)
	if g.from > p.low && (p.plays(g.from-1, place) || p.plays(g.from-1, compare) || p.class(g.from-1) == lexicon.Light) {
		return p.subjectBefore(g.from - 1)
	}
	for g.from < g.to && (p.class(g.from) == lexicon.Conj || p.class(g.from) == lexicon.De) {
		g.from++
	}
	return g
}
