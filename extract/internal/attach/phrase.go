package attach

import (
	"strings"

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

	noun    group  // the noun before the quantity
	behind  group  // the noun behind it
	verb    group  // the verb before it
	after   group  // the verb behind it
	subject group  // who acts
	light   bool   // 达, 为, 占, 有 stand between the noun and the number
	share   bool   // 占 … 的 60%
	frame   string // 为, 对, 向, 把, 将 … right before the quantity or the noun
	part    bool   // 其中
	fresh   bool   // a scope, time or subject opens it: nothing carries over
	used    int    // words up to here belong to this figure
}

// A group is a stretch of the words of a clause.
type group struct{ from, to int }

func (g group) empty() bool { return g.from >= g.to }

func (p *phrase) class(i int) lexicon.Class { return p.words[i].Class }

func (p *phrase) is(i int, words ...string) bool {
	return i >= 0 && i < len(p.words) && isWord(p.r.text, p.words[i], words...)
}

// read finds the parts of the phrase.
func (p *phrase) read() {
	p.left()
	p.right()
	if p.verb.empty() || p.frame != "" {
		p.after = p.verbFrom(max(p.at+1, p.behind.to))
	}
}

// left reads the words before the quantity: subject, verb, noun.
func (p *phrase) left() {
	end := p.trim()
	from := end
	for from > p.low && isNominal(p.r.text, p.words, from-1, end) {
		from--
	}
	p.noun = group{from, end}
	if from > p.low && p.is(from-1, "占", "约占", "占到") {
		// 女职工占总数35%: what has the share is before 占.
		p.share, p.light = true, true
		p.noun = p.beforeShare(from)
		return
	}
	if from > p.low {
		switch p.class(from - 1) {
		case lexicon.Verb, lexicon.Attributive:
			p.governed(from)
			return
		case lexicon.Prep:
			p.frame = p.r.text[p.words[from-1].Start:p.words[from-1].End]
		case lexicon.Particle:
			// 送去了 …, 评出 …: complements stand between verb and noun.
			v := from - 1
			for v > p.low && p.class(v-1) == lexicon.Particle {
				v--
			}
			if v > p.low && (p.class(v-1) == lexicon.Verb || p.class(v-1) == lexicon.VerbNoun || p.class(v-1) == lexicon.Attributive) {
				p.verb = p.verbGroup(v)
				p.subject = p.subjectBefore(p.verb.from)
				return
			}
		}
	}
	p.verbless()
}

// trim passes the words between the noun and the number, from the right, and
// returns where the noun ends.
func (p *phrase) trim() int {
	end := p.at
	for end > p.low {
		i := end - 1
		switch p.class(i) {
		case lexicon.Light:
			p.light = true
			if p.is(i, "占", "约占", "占到") {
				p.share = true
			}
		case lexicon.Adverb, lexicon.Mark, lexicon.Time, lexicon.Scope:
		case lexicon.Particle:
			if p.is(i, "了", "着", "过", "出", "起", "到", "上", "下", "之") {
				if v := i - 1; v >= p.low && (p.class(v) == lexicon.Verb || p.class(v) == lexicon.VerbNoun || p.class(v) == lexicon.Attributive) {
					return i
				}
			}
			if p.is(i, "等") {
				return i
			}
		case lexicon.Prep, lexicon.Conj:
			if p.class(i) == lexicon.Prep {
				p.frame = p.r.text[p.words[i].Start:p.words[i].End]
			}
		case lexicon.De:
			// 占总数的35%, 由2015年的30个: what the 的 hangs on is no noun of
			// the figure.
			if k := p.shareBefore(i); k >= 0 {
				p.share, p.light = true, true
				end = k
				continue
			}
			if i > p.low && (p.class(i-1) == lexicon.Time || p.class(i-1) == lexicon.Localizer) {
				break
			}
			return i
		default:
			return end
		}
		end--
	}
	return end
}

// shareBefore finds the 占 of 占…的35% before words[de], or -1.
func (p *phrase) shareBefore(de int) int {
	for i := de - 1; i >= p.low && de-i < 8; i-- {
		if p.is(i, "占", "约占", "占到") {
			return i
		}
	}
	return -1
}

// beforeShare is the noun phrase that ends before words[end].
func (p *phrase) beforeShare(end int) group {
	for end > p.low && (p.class(end-1) == lexicon.Light || p.class(end-1) == lexicon.Adverb) {
		end--
	}
	from := end
	for from > p.low && isNominal(p.r.text, p.words, from-1, end) {
		from--
	}
	return group{from, end}
}

// governed reads a noun phrase from words[from] on that a verb stands before.
func (p *phrase) governed(from int) {
	if p.q.Kind == quantity.Ratio && p.light {
		// The subject of a rate may hold verbs: 已建职代会的企业达90%.
		p.noun.from = p.clauseHead()
		p.fresh = true
		return
	}
	verb := from - 1
	if k := p.compound(verb); k >= 0 {
		p.noun.from = k + 1
		verb = k
	} else if de := p.lastDe(); de >= 0 {
		// [表彰] 获得省级荣誉 的 职工: the verb right before may belong to the
		// clause that describes the noun.
		if k := p.verbBefore(verb); k >= 0 && k < verb {
			p.noun.from = k + 1
			verb = k
		} else if p.q.Kind == quantity.People && hasPerson(p.words[de+1:p.noun.to]) {
			p.noun.from = de + 1
		} else if p.light {
			p.noun.from = p.clauseHead()
			p.fresh = true
			return
		}
	}
	p.verb = p.verbGroup(verb + 1)
	p.subject = p.subjectBefore(p.verb.from)
	if p.noun.empty() {
		p.objectless()
	}
}

// compound finds the verb that governs words[i] as a part of its object,
// 开展 in 开展技能提升培训 and 建立 in 建立职工教育培育示范点; or -1. A verb
// behind people, an organisation or money has them as its subject or means:
// 帮助企业解决困难, 投入资金新建书屋.
func (p *phrase) compound(i int) int {
	if i-1 <= p.low || p.noun.empty() || !isHead(p.words[i-1]) {
		return -1
	}
	nominal := p.class(i-1) == lexicon.VerbNoun || p.class(i-1) == lexicon.Adjective ||
		p.class(i-1) == lexicon.Noun && p.class(p.noun.to-1) == lexicon.VerbNoun
	if !nominal {
		return -1
	}
	k := i - 1
	for k > p.low && isNominal(p.r.text, p.words, k-1, i) {
		k--
	}
	if k > p.low && p.class(k-1) == lexicon.Verb {
		return k - 1
	}
	return -1
}

// lastDe is the last 的 of the noun phrase that has a noun behind it, or -1.
func (p *phrase) lastDe() int {
	for i := p.noun.to - 2; i >= p.noun.from; i-- {
		if p.class(i) == lexicon.De {
			return i
		}
	}
	return -1
}

// verbBefore is a verb among the words right before words[i], adverbs and
// nouns passed, or -1.
func (p *phrase) verbBefore(i int) int {
	for k := i - 1; k >= p.low; k-- {
		switch p.class(k) {
		case lexicon.Verb:
			return k
		case lexicon.Adverb, lexicon.Noun, lexicon.Person, lexicon.Particle, lexicon.Quoted:
			continue
		}
		break
	}
	return -1
}

// clauseHead is where the subject of a rate begins: behind the time and scope
// words, the frames and the verbs that only say that a rate was reached.
func (p *phrase) clauseHead() int {
	head := p.noun.to
	for head > p.low {
		i := head - 1
		switch p.class(i) {
		case lexicon.Time, lexicon.Mark, lexicon.Prep:
			return head
		case lexicon.Scope:
			if head < p.noun.to && p.class(head) != lexicon.De {
				return head
			}
		case lexicon.Adverb:
			if !p.is(i, "已", "未", "已经") {
				return head
			}
		case lexicon.Verb:
			if p.is(i, "实现", "确保", "保证", "力争", "保持", "推动", "促进", "带动", "使得", "提高", "提升") {
				return head
			}
		}
		head--
	}
	return head
}

// objectless reads a verb that stands right before the number: 培训3000人次.
// People whom it counts may stand before the verb.
func (p *phrase) objectless() {
	if p.q.Kind != quantity.People || p.subject.empty() {
		return
	}
	if last := p.words[p.subject.to-1]; last.Class == lexicon.Person {
		p.noun = p.subject
		p.subject = group{}
	}
}

// verbless reads a noun phrase before which no verb stands: a verb-noun at its
// head may be the verb, 培训工会干部1.2万人次; a scope word opens a statement
// of its own.
func (p *phrase) verbless() {
	for i := p.low; i < p.noun.to; i++ {
		switch p.class(i) {
		case lexicon.Scope, lexicon.Time:
			p.fresh = true
		}
		if p.is(i, "其中", "含", "包括") {
			p.part = true
		}
	}
	from := p.noun.from
	if from > p.low && restricts(p.r.text, p.words[from-1:p.noun.to]) {
		p.noun.from--
		p.fresh = true
		return
	}
	from = skipLeading(p.words, from, p.noun.to)
	p.noun.from = from
	if from < p.noun.to && p.class(from) == lexicon.Attributive {
		p.fresh = true
		return
	}
	if p.framed() {
		return
	}
	if p.light && p.q.Kind == quantity.Ratio {
		p.noun.from = skipLeading(p.words, p.clauseHead(), p.noun.to)
		p.fresh = true
		return
	}
	if isRate(p.r.text, p.words[from:p.noun.to]) {
		return
	}
	k := p.verbNounAt(from)
	if k < 0 {
		return
	}
	to := k + 1
	for to < p.noun.to && (p.class(to) == lexicon.VerbNoun || p.class(to) == lexicon.Conj && to+1 < p.noun.to && p.class(to+1) == lexicon.VerbNoun) {
		to++
	}
	switch {
	case to < p.noun.to: // 帮扶救助 困难劳模
		p.verb = group{k, to}
		if k > from {
			p.subject = group{from, k}
		}
		p.noun.from = to
	case k == from && to-k > 1: // 帮扶投入 8703万元: a compound that names itself
		p.fresh = true
	case k == from: // 补助 15.5万元
		p.verb = group{k, to}
		p.noun = group{to, to}
	case k > from && p.q.Kind == quantity.People && hasPerson(p.words[from:k]): // 农民工 培训 300人次
		p.verb = group{k, to}
		p.noun = group{from, k}
	}
}

// framed reads a noun phrase behind a preposition: 将专项经费从8万元…,
// 对困难职工救助300人次, 干部到村帮扶1680人次. It says that this was one.
func (p *phrase) framed() bool {
	prep := p.noun.from - 1
	if prep < p.low || p.noun.empty() || p.class(prep) != lexicon.Prep && !p.is(prep, "到", "在") {
		return false
	}
	last := p.noun.to - 1
	if p.class(last) != lexicon.VerbNoun || p.is(prep, "将", "把", "由", "从") {
		return true
	}
	p.verb = group{last, last + 1}
	p.noun.to = last
	p.frame = ""
	if p.is(prep, "到", "在", "赴", "往", "向") {
		p.noun = group{}
		p.subject = p.subjectBefore(prep)
		p.objectless()
	}
	return true
}

// isRate says that a noun phrase names a rate.
func isRate(text string, words []lexicon.Token) bool {
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	w := text[last.Start:last.End]
	for _, end := range [...]string{"率", "比例", "比重", "占比", "覆盖面", "满意度", "知晓度", "增速", "增幅"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// verbNounAt finds the verb-noun of a noun phrase that acts as its verb: the
// first word, or one between an organisation and people.
func (p *phrase) verbNounAt(from int) int {
	for i := from; i < p.noun.to; i++ {
		if p.class(i) != lexicon.VerbNoun {
			continue
		}
		if i == from {
			// 服务 中心 12个: followed by a word for a place it is a name.
			if i+1 < p.noun.to && p.class(i+1) == lexicon.Place || p.lastDe() >= 0 && p.light {
				return -1
			}
			return i
		}
		if p.class(i-1) == lexicon.Place && i+1 < p.noun.to && p.class(i+1) == lexicon.Person {
			return i
		}
		if p.class(i-1) == lexicon.Person && i+1 == p.noun.to && p.q.Kind == quantity.People {
			return i
		}
	}
	return -1
}

// verbGroup is the verb that ends before words[end] with those coordinated
// with it: 走访慰问, 节约和创造.
func (p *phrase) verbGroup(end int) group {
	from := end - 1
	for from > p.low {
		i := from - 1
		switch p.class(i) {
		case lexicon.Verb, lexicon.VerbNoun:
			if p.class(i) == lexicon.VerbNoun && i > p.low && isHead(p.words[i-1]) {
				return group{from, end}
			}
			from = i
			continue
		case lexicon.Conj:
			if i > p.low && (p.class(i-1) == lexicon.Verb || p.class(i-1) == lexicon.VerbNoun && (i-1 == p.low || !isHead(p.words[i-2]))) {
				from = i - 1
				continue
			}
		}
		break
	}
	return group{from, end}
}

// subjectBefore is the noun phrase before a verb, adverbs and time words
// passed.
func (p *phrase) subjectBefore(verb int) group {
	end := verb
	for end > p.low {
		switch p.class(end - 1) {
		case lexicon.Adverb, lexicon.Time, lexicon.Particle:
			end--
			continue
		}
		break
	}
	from := end
	for from > p.low && isNominal(p.r.text, p.words, from-1, end) {
		from--
	}
	if from > p.low && p.class(from-1) == lexicon.Prep {
		return group{}
	}
	for from < end && (p.class(from) == lexicon.Conj || p.class(from) == lexicon.De) {
		from++
	}
	return group{from, end}
}

// right reads the noun behind the quantity.
func (p *phrase) right() {
	p.used = p.at + 1
	from := p.at + 1
	if from < p.next && p.class(from) == lexicon.De {
		from++
	}
	if from >= p.next {
		return
	}
	people := p.q.Kind == quantity.People && p.q.Unit != "户"
	to := p.nounRun(from, people)
	if rel := p.relative(from, to, people); rel > to {
		to = rel
	}
	if to == from && p.q.Kind != quantity.Money {
		return
	}
	if p.q.Kind == quantity.Money && (to == from || !p.moneyNoun(from, to)) {
		// 注资100万元设立助学基金: the sum is the fund.
		if to == from && p.noun.empty() && p.class(from) == lexicon.Verb {
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
	case lexicon.VerbNoun, lexicon.Attributive:
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
	if people {
		last := from - 1
		for i := from; i < to; i++ {
			if p.class(i) == lexicon.Person {
				last = i
			}
		}
		if last < from {
			// 6800余人 意向性就业协议: not people; a unit of people with a noun
			// right behind it counts that noun only where it is a classifier.
			if p.q.Unit == "人" || p.q.Unit == "人次" {
				return from
			}
			return to
		}
		to = last + 1
		if to < p.next && p.class(to) == lexicon.Bracket {
			to++
		}
		return to
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
		if p.class(to) == lexicon.Attributive && to > from && p.class(to-1) == lexicon.Person {
			break // 200名职工退休
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
			verb := i > from && (p.class(i-1) == lexicon.Verb || p.class(i-1) == lexicon.VerbNoun || p.class(i-1) == lexicon.Attributive || p.class(i-1) == lexicon.Adjective)
			framed := p.class(from) == lexicon.Prep || p.class(from) == lexicon.Verb || p.class(from) == lexicon.Adverb || p.class(from) == lexicon.Attributive
			if !verb && !framed && !(people && to > from && !hasPerson(p.words[from:to])) {
				return to
			}
			end := p.run(i + 1)
			if end == i+1 || people && !hasPerson(p.words[i+1:end]) {
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
	w := p.r.text[p.words[i].Start:p.words[i].End]
	for _, end := range [...]string{"金", "款", "费", "基金", "经费", "资金"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// verbFrom is the first verb from words[i] on that tells what those counted
// do or what is done to them.
func (p *phrase) verbFrom(i int) group {
	const furthest = 10
	for k := i; k < len(p.words) && k-i < furthest; k++ {
		switch p.class(k) {
		case lexicon.Verb, lexicon.Attributive:
			return p.verbGroupFrom(k)
		case lexicon.VerbNoun:
			if (k == i || !isHead(p.words[k-1])) && (k+1 == len(p.words) || !isHead(p.words[k+1])) {
				return p.verbGroupFrom(k)
			}
		case lexicon.Light:
			return group{}
		case lexicon.Mark:
			return group{}
		}
	}
	return group{}
}

// verbGroupFrom is the verb at words[from] with those coordinated behind it.
func (p *phrase) verbGroupFrom(from int) group {
	to := from + 1
	for to < len(p.words) {
		if p.class(to) == lexicon.Verb {
			to++
			continue
		}
		break
	}
	return group{from, to}
}

// figure is what the parts of the phrase say.
func (p *phrase) figure() Figure {
	f := Figure{Part: p.part}
	r := p.r
	switch {
	case !p.behind.empty():
		f.Indicator = r.noun(p.words[p.behind.from:p.behind.to])
	case !p.noun.empty():
		f.Indicator = r.noun(p.words[p.noun.from:p.noun.to])
	}
	switch {
	case !p.verb.empty():
		f.Action = r.verb(p.words[p.verb.from:p.verb.to])
	case p.light && p.q.Kind == quantity.Ratio:
	case !p.after.empty() && (!p.behind.empty() || p.noun.empty() || p.frame != ""):
		f.Action = r.verb(p.words[p.after.from:p.after.to])
	}
	if !p.subject.empty() {
		f.Subject = r.join(p.words[p.subject.from:p.subject.to])
	}
	f.Change = changes(f.Action)
	return f
}

// changes says that a verb tells growth or decline.
func changes(verb string) bool {
	for _, w := range [...]string{"增", "减", "降", "提高", "提升", "上升", "扩大", "缩", "下滑", "上涨", "攀升", "回落", "翻"} {
		if strings.HasPrefix(verb, w) {
			return true
		}
	}
	return false
}

// inherit fills from the figure or the clause before what the phrase leaves
// unsaid: 实现技术革新3项、发明创造5项; 同比增长8%.
func (p *phrase) inherit(f *Figure, before *Figure, clauseBefore func() (verb, noun string)) {
	bare := p.verb.empty() && p.after.empty() && !p.light && !p.fresh
	if before == nil || !p.inList && f.Indicator == "" {
		if verb, noun := clauseBefore(); noun != "" && f.Indicator == "" && p.takesObject(f, noun) {
			f.Indicator = noun
			if f.Action == "" {
				f.Action = verb
			}
			return
		}
	}
	if before == nil {
		return
	}
	if f.Action == "" && bare && p.q.Kind != quantity.Ratio {
		f.Action, f.Inherited = before.Action, true
		if f.Subject == "" {
			f.Subject = before.Subject
		}
	}
	if f.Indicator == "" && (f.Change || p.share || p.q.Kind == quantity.Ratio) {
		f.Indicator = before.Indicator
	}
}

// takesObject says that the object of the clause before can be what this
// figure counts.
func (p *phrase) takesObject(f *Figure, noun string) bool {
	return p.verb.empty() && (p.light || p.at == p.low) || f.Change
}
