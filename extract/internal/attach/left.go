package attach

import (
	"slices"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

// left reads the words before the quantity: who acts, the verb, the noun.
func (p *phrase) left() {
	end := p.trim()
	p.opening(end)
	if p.q.Kind == quantity.Ratio && (p.light || isRate(p.r.text, p.words[p.low:end]) || p.sharesBefore(end) >= 0) || p.light && p.hasDe(end) {
		p.rate(end)
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
		p.fresh = p.fresh || p.describes()
		return
	}
	if p.class(v) == lexicon.Light {
		p.light, p.fresh = true, true
		p.noun = p.object(v+1, end)
		return
	}
	if p.class(v) == lexicon.VerbNoun && p.names(v, end) {
		p.noun = group{v, end}
		return
	}
	p.verb = p.verbGroup(v, end)
	p.subject = p.subjectBefore(p.verb.from)
	p.noun = p.object(p.verb.to, end)
	switch {
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

// hasDe says that a noun that a clause describes stands before words[end].
func (p *phrase) hasDe(end int) bool {
	return slices.ContainsFunc(p.words[p.low:end], func(t lexicon.Token) bool { return t.Class == lexicon.De })
}

// names says that the verb-noun words[v] names the noun behind it: 服务项目 and
// 宣传资料 are things, 服务企业 is done.
func (p *phrase) names(v, end int) bool {
	if v+2 != end || v > p.low && p.class(v-1) != lexicon.Scope && p.class(v-1) != lexicon.Time {
		return false
	}
	return p.plays(v+1, container)
}

// donates says that the verb right before a sum is a noun with the giver
// before it.
func (p *phrase) donates() bool {
	g := p.subject
	return g.to == p.verb.from && g.to-g.from == 1 && p.plays(p.verb.from, donate)
}

// isShort says that words[i] is a single character.
func (p *phrase) isShort(i int) bool { return p.words[i].End-p.words[i].Start <= 3 }

// countsEvents says that the unit counts events.
func (p *phrase) countsEvents() bool {
	return plays(p.q.Unit, event)
}

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
		case lexicon.Adverb, lexicon.Mark, lexicon.Time, lexicon.Conj:
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
			return end
		}
		end--
	}
	return end
}

func (p *phrase) text(i int) string { return p.r.text[p.words[i].Start:p.words[i].End] }

func (p *phrase) isVerbal(i int) bool {
	return isVerb(p.class(i)) || p.class(i) == lexicon.VerbNoun || p.class(i) == lexicon.Attributive
}

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

// shareBefore finds the 占 of 占…的35% before words[de], or -1.
func (p *phrase) shareBefore(de int) int {
	for i := de - 1; i >= p.low && de-i < 8; i-- {
		if p.plays(i, share) {
			return i
		}
	}
	return -1
}

// rate reads the subject of a rate, which may hold verbs:
// 已建职代会的企业达90%.
func (p *phrase) rate(end int) {
	if i := p.sharesBefore(end); i >= 0 {
		// 女职工占总数35%: what has the share is before 占.
		p.share, end = true, i
	}
	if i := p.equates(end); i >= 0 {
		// 支出是上年的1.8倍
		p.noun = p.nominal(i)
		p.noun.from = p.skip(p.noun)
		p.fresh = true
		return
	}
	if p.described {
		return // 来自一线的占六成: of whom, the figure before tells
	}
	if p.share {
		p.noun = p.nominal(end)
		p.noun.from = p.skip(p.noun)
		return
	}
	p.noun = group{p.clauseHead(end), end}
	if head := p.noun.from; head > p.low && p.plays(head-1, topic) {
		for i := end - 1; i > head; i-- {
			if p.class(i) == lexicon.De {
				p.noun.from = i + 1 // 群众对工作的认可度
				break
			}
		}
	}
	if !restricts(p.r.text, p.words[p.noun.from:end]) {
		p.noun.from = p.skip(p.noun)
	}
	p.fresh = true
}

// sharesBefore is where a 占 stands before words[end], or -1.
func (p *phrase) sharesBefore(end int) int {
	for i := p.low; i < end; i++ {
		if p.plays(i, share) {
			return i
		}
	}
	return -1
}

// equates is where 是 or 相当于 stands before the 的 of a multiple, or -1.
func (p *phrase) equates(end int) int {
	if p.q.Unit != "倍" || !p.hasDe(p.at) {
		return -1
	}
	for i := p.low; i < end; i++ {
		if p.class(i) == lexicon.Light {
			return i
		}
	}
	return -1
}

// clauseHead is where the subject of a rate begins: behind the time and scope
// words, the frames and the verbs that only say that a rate was reached.
func (p *phrase) clauseHead(end int) int {
	head := end
	for head > p.low {
		i := head - 1
		switch p.class(i) {
		case lexicon.Prep:
			if !p.plays(i, place) || i == p.low || !isHead(p.words[i-1]) {
				return head
			}
		case lexicon.Time, lexicon.Mark, lexicon.Light:
			return head
		case lexicon.Scope:
			if head < end && p.class(head) != lexicon.De {
				return head
			}
		case lexicon.Adverb:
			within := head < end && i > p.low && isName(p.words[i-1]) && !p.isShort(i) // 费用实际报销比例
			if !within && !p.plays(i, done) {
				return head
			}
		case lexicon.Verb, lexicon.CommonVerb:
			if p.plays(i, reach) {
				return head
			}
		}
		head--
	}
	return head
}

// nominal is the longest noun phrase that ends before words[end].
func (p *phrase) nominal(end int) group {
	from := end
	for from > p.low && (isNominal(p.r.text, p.words, from-1, end) || isVerb(p.class(from-1)) && from < end && isHead(p.words[from])) {
		from--
	}
	return group{from, end}
}

// skip is where a noun phrase begins without the words that quantify it; an
// adverb that restricts it belongs to it: 直接受益职工.
func (p *phrase) skip(g group) int {
	if g.from > p.low && restricts(p.r.text, p.words[g.from-1:g.to]) {
		return g.from - 1
	}
	return skipLeading(p.words, g.from, g.to)
}

// describes says that the noun phrase begins with a verb that describes people:
// 受益职工5000人 tells of them, whatever the verb before was.
func (p *phrase) describes() bool {
	return p.noun.to-p.noun.from > 1 && p.class(p.noun.from) == lexicon.Attributive && p.class(p.noun.from+1) == lexicon.Person
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
		if p.inFrame(i) {
			return 2
		}
		return -1
	case lexicon.Quoted:
		if isVerb(p.class(i)) {
			return 0
		}
		if i-1 == p.low && i+1 < len(p.words) && (p.class(i+1) == lexicon.Person || p.class(i+1) == lexicon.Scope) {
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
	for from > p.low && isNominal(p.r.text, p.words, from-1, i) {
		from--
	}
	return from > p.low && p.class(from-1) == lexicon.Prep
}

// behindOf judges what stands behind a verb.
func (p *phrase) behindOf(i, end int, seen bool) int {
	if i+1 >= end {
		// Right before the number: 案件办结58件, 市总工会培训3000人次.
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
		if isVerb(p.class(i)) || p.class(i) == lexicon.VerbNoun && (i == p.low || !isHead(p.words[i-1])) {
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
		case p.class(to) == lexicon.Verb, p.class(to) == lexicon.VerbNoun && p.plays(v, paired) && p.plays(to, paired):
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
			if i+1 == end || !p.isVerbal(i+1) || restricts(p.r.text, p.words[i:end]) {
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

// objectless reads a verb that stands right before the number. What it counts
// may stand before the verb, 案件办结58件, 参与率提高5个百分点; an organisation
// there is who acts.
func (p *phrase) objectless() {
	g := p.subject
	if g.empty() {
		return
	}
	if p.plays(p.verb.from, change) || p.plays(p.verb.to, goal) {
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
	if last := p.class(g.to - 1); last == lexicon.Noun || last == lexicon.VerbNoun || last == lexicon.Quoted || last == lexicon.Place && !p.isActor(g.to-1) {
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

// isRate says that a noun phrase names a rate.
func isRate(text string, words []lexicon.Token) bool {
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return plays(text[last.Start:last.End], rate)
}
