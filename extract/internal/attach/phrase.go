package attach

import (
	"cmp"

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
	}
}

// right reads the noun behind the quantity.
func (p *phrase) right() {
	p.used = p.at + 1
	from := p.at + 1
	if from < p.next && p.class(from) == lexicon.De {
		from++
		// 海拔4200米的垭口 is as high; 按600元的标准 counts no standards.
		if p.q.Kind == quantity.Measure && !p.noun.empty() || p.plays(from, standard) {
			return
		}
	}
	if from >= p.next {
		return
	}
	people := p.q.Kind == quantity.People
	to := p.nounRun(from, people)
	if rel := p.relative(from, to, people); rel > to {
		to = rel
	}
	if to == from && p.q.Kind != quantity.Money {
		return
	}
	if people && !hasPerson(p.words[from:to]) && hasPerson(p.words[p.noun.from:p.noun.to]) {
		return // 资助学生218名助学款43万元
	}
	if p.q.Kind == quantity.Money && (to == from || !p.moneyNoun(from, to)) {
		// 注资100万元设立助学基金: the sum is the fund.
		if to == from && p.noun.empty() && isVerb(p.class(from)) {
			if end := p.run(from + 1); end > from+1 && p.isMoney(end-1) {
				p.behind = group{from + 1, end}
				p.used = end
			}
		}
		return
	}
	p.behind = group{from, to}
	p.used = to
}

// nounRun is the end of the noun phrase that begins at words[from] behind the
// quantity; from where none does.
func (p *phrase) nounRun(from int, people bool) int {
	switch p.class(from) {
	case lexicon.Noun, lexicon.Person, lexicon.Place, lexicon.Adjective, lexicon.Quoted, lexicon.Scope, lexicon.Other:
	case lexicon.CommonVerb:
		// 18项安检项目, 56名改制职工
		if from+1 >= p.next || !isHead(p.words[from+1]) || people && !hasPerson(p.words[from+1:from+2]) || p.isShort(from) {
			return from
		}
		if to := p.run(from + 1); people || to == p.next || p.class(to) == lexicon.Mark {
			return to
		}
		return from
	case lexicon.VerbNoun, lexicon.Attributive:
		if p.q.Unit == "人" || p.q.Unit == "人次" {
			return from // 4318人晋升高级工
		}
		// 300个招聘摊位, but 200人就业.
		if from+1 >= p.next || !isHead(p.words[from+1]) && p.class(from) == lexicon.Attributive {
			if p.class(from) == lexicon.Attributive || people {
				return from
			}
		}
		if people && !hasPerson(p.words[from:p.run(from)]) {
			return from
		}
	default:
		return from
	}
	to := p.run(from)
	if p.q.Kind == quantity.Ratio && hasPerson(p.words[from:to]) {
		return lastPerson(p.words, from, to) // 四成二受访者工时被削减
	}
	if people {
		last := lastPerson(p.words, from, to)
		if last == from {
			// 6800余人 意向性就业协议: not people; a unit of people with a noun
			// right behind it counts that noun only where it is a classifier.
			if p.q.Unit == "人" || p.q.Unit == "人次" {
				return from
			}
			return to
		}
		if last < p.next && p.class(last) == lexicon.Bracket {
			last++
		}
		return last
	}
	// The verb-noun at the end of a run that a noun phrase follows is its verb:
	// 385家企业 招聘 员工.
	for to > from+1 && (p.class(to-1) == lexicon.Adjective && to < p.next || p.class(to-1) == lexicon.Localizer || p.class(to-1) == lexicon.Scope) {
		to--
	}
	return to
}

// run is the end of the words from words[from] on that can make up one noun
// phrase.
func (p *phrase) run(from int) int {
	to := from
	for to < p.next && isNominal(p.r.text, p.words, to, p.next) {
		if to > from && p.predicates(to) {
			break
		}
		if p.class(to) == lexicon.Conj && !isHead(p.words[to+1]) && p.class(to+1) != lexicon.Scope {
			break
		}
		if p.class(to) == lexicon.Conj && to+1 < p.next && p.class(to+1) == lexicon.VerbNoun && to+2 < p.next && p.class(to+2) == lexicon.Particle {
			break
		}
		if p.class(to) == lexicon.De && to > from && p.class(to-1) != lexicon.Adjective && p.class(to-1) != lexicon.VerbNoun {
			// 1200家企业的职工 counts companies, 12条改进的建议 suggestions.
			break
		}
		to++
	}
	for to > from && (p.class(to-1) == lexicon.Conj || p.class(to-1) == lexicon.De) {
		to--
	}
	return to
}

// predicates says that words[i], behind a noun, begins what is told of it:
// 200名职工退休, 2家企业帮扶, 30户农户户均增收.
func (p *phrase) predicates(i int) bool {
	before := p.class(i - 1)
	if p.class(i) == lexicon.Scope && before != lexicon.Conj || p.plays(i, perCapita) {
		return true
	}
	if before != lexicon.Person && before != lexicon.Place {
		return false
	}
	switch p.class(i) {
	case lexicon.Attributive:
		return before == lexicon.Person || i+1 == p.next || !isHead(p.words[i+1])
	case lexicon.VerbNoun:
		return i+1 == p.next || !isNominal(p.r.text, p.words, i+1, p.next) || before == lexicon.Person && p.class(i+1) == lexicon.Person
	}
	return false
}

// relative is the end of a noun that a clause before it describes:
// 2名因公牺牲的队员, 30项职工反映的问题; to where there is none.
func (p *phrase) relative(from, to int, people bool) int {
	classifier := p.q.UnitEnd > p.q.UnitStart && p.q.Kind != quantity.Money && p.q.Kind != quantity.Ratio && p.q.Unit != "人次"
	if !classifier || to > from && (people && hasPerson(p.words[from:to]) && !p.isDe(to)) {
		return to
	}
	const longest = 16
	for i := max(from, to); i < p.next && i-from < longest; i++ {
		if p.class(i) == lexicon.De {
			verb := i > from && (isVerb(p.class(i-1)) || p.class(i-1) == lexicon.VerbNoun || p.class(i-1) == lexicon.Attributive || p.class(i-1) == lexicon.Adjective)
			framed := p.class(from) == lexicon.Prep || isVerb(p.class(from)) || p.class(from) == lexicon.Adverb || p.class(from) == lexicon.Attributive
			if !verb && !framed && !(people && to > from && !hasPerson(p.words[from:to])) {
				return to
			}
			end := p.run(i + 1)
			if people {
				end = lastPerson(p.words, i+1, end)
			}
			if end == i+1 {
				continue
			}
			return end
		}
	}
	return to
}

func (p *phrase) isDe(i int) bool { return i < p.next && p.class(i) == lexicon.De }

// moneyNoun says that a noun behind a sum is what the sum is: 500元慰问金, but
// not 100万元设立基金 or 拨款30万元职工受益.
func (p *phrase) moneyNoun(from, to int) bool {
	if p.class(from) == lexicon.Person || p.class(from) == lexicon.Place {
		return false
	}
	return p.class(to-1) == lexicon.Noun || p.class(to-1) == lexicon.VerbNoun || p.class(to-1) == lexicon.Quoted
}

// isMoney says that words[i] names a sort of money.
func (p *phrase) isMoney(i int) bool {
	return p.plays(i, money)
}

// verbFrom is the first verb from words[i] on that tells what those counted
// do or what is done to them.
func (p *phrase) verbFrom(i int) group {
	const furthest = 10
	reported := group{}
	for k := i; k < len(p.words) && k-i < furthest; k++ {
		switch p.class(k) {
		case lexicon.Verb, lexicon.CommonVerb, lexicon.Attributive:
			if p.plays(k, report) {
				reported = group{k, k + 1}
				continue // 42%受访者表示被削减工时
			}
			if p.isShort(k) && k+1 < len(p.words) && p.isShort(k+1) && isName(p.words[k+1]) {
				continue // 14条产线: a part of a noun
			}
			return p.verbGroupFrom(k)
		case lexicon.VerbNoun:
			if (k == i || !isHead(p.words[k-1])) && (k+1 == len(p.words) || !isHead(p.words[k+1]) || k == i && p.frame != "") {
				return p.verbGroupFrom(k)
			}
		case lexicon.Prep:
			if k+1 < len(p.words) && p.class(k+1) == lexicon.Particle {
				return group{k, k + 1} // 通过了验收
			}
		case lexicon.Light:
			return reported
		case lexicon.Mark:
			return reported
		}
	}
	return reported
}

// verbGroupFrom is the verb at words[from] with those coordinated behind it.
func (p *phrase) verbGroupFrom(from int) group {
	to := from + 1
	for to < len(p.words) && !p.isShort(from) && p.class(to) == lexicon.Verb && (to+1 == len(p.words) || !isHead(p.words[to+1])) {
		to++
	}
	return group{from, to}
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
	if !p.subject.empty() {
		f.Subject = r.join(p.words[p.subject.from:p.subject.to])
	}
	f.Change = f.Change || plays(f.Action, change)
	return f
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
	if p.adjacent() && !p.behind.empty() && p.verb.empty() && before.Action != "" {
		f.Action, f.Inherited = before.Action, true // 组织5批136名劳模外出
		return
	}
	if p.adjacent() && p.behind.empty() {
		// 3127户13540人, 37期2890人次: one statement in two measures.
		f.Indicator, f.Action, f.Inherited = cmp.Or(f.Indicator, before.Indicator), before.Action, true
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
	case f.Change, p.share, p.light, p.q.Kind == quantity.Ratio, p.at-p.low <= 1 && p.q.Kind == before.kind && p.behind.empty() && p.after.empty():
		f.Indicator = before.Indicator
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
	return plays(f.Indicator, honour) && plays(before.Indicator, honour)
}

// takesObject says that the object of the clause before can be what this
// figure counts.
func (p *phrase) takesObject(f *Figure, noun string) bool {
	return p.verb.empty() && (p.light || p.at == p.low) || f.Change
}
