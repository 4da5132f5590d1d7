package attach

// The words behind a quantity: the noun it counts and what is told of it.

import (
	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

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
	people := p.q.Kind == quantity.People && !(from > p.at+1 && (p.q.Unit == "人" || p.q.Unit == "名")) // 2万人的队伍
	to := p.nounRun(from, people)
	if rel := p.relative(from, to, people); rel > to {
		to = rel
	}
	if from > p.at+1 && (to == from || p.q.Kind == quantity.People && p.class(to-1) == lexicon.Noun) {
		to = max(to, p.modified(from))
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
	if sum := p.sumBehind(from, to); sum > from {
		to = sum
	}
	p.behind = group{from, to}
	p.used = to
}

// sumBehind is where a noun phrase behind a number of people or organisations
// ends if a sort of money follows that the next quantity counts:
// 返还40家企业 工会经费80万元; from where none does.
func (p *phrase) sumBehind(from, to int) int {
	if to != p.next || p.next == len(p.words) || !p.isMoney(to-1) || p.q.Kind == quantity.Money {
		return from
	}
	for i := to - 1; i > from; i-- {
		if p.class(i-1) == lexicon.Person || p.class(i-1) == lexicon.Place && p.class(i) != lexicon.Place {
			return i
		}
	}
	return from
}

// nounRun is the end of the noun phrase that begins at words[from] behind the
// quantity; from where none does.
func (p *phrase) nounRun(from int, people bool) int {
	switch p.class(from) {
	case lexicon.Noun, lexicon.Person, lexicon.Place, lexicon.Adjective, lexicon.Quoted, lexicon.Scope, lexicon.Other:
	case lexicon.Adverb:
		if p.isShort(from) || from+1 >= p.next || !isName(p.words[from+1]) {
			return from // 250家重点企业, but 250家已建会
		}
		from++
	case lexicon.Verb:
		// 5座跨河大桥
		if from+2 < p.next && p.isShort(from) && p.isShort(from+1) && isName(p.words[from+1]) && isName(p.words[from+2]) {
			return p.run(from + 1)
		}
		return from
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
	for to < p.next && p.r.isNominal(p.words, to, p.next) {
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
	case lexicon.Quoted:
		return true // 80名同志“模范”称号
	case lexicon.Attributive:
		return before == lexicon.Person || i+1 == p.next || !isHead(p.words[i+1])
	case lexicon.VerbNoun:
		return i+1 == p.next || !p.r.isNominal(p.words, i+1, p.next) || before == lexicon.Person && p.class(i+1) == lexicon.Person
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

// modified is the end of the clause from words[from] on, behind a quantity's 的,
// if a noun ends it: 60人的 防汛抢险突击队; from where none does.
func (p *phrase) modified(from int) int {
	const longest = 6
	to := from
	for to < p.next && p.class(to) != lexicon.Mark {
		to++
	}
	if to-from > longest || !isHead(p.words[to-1]) {
		return from
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
// do or what is done to them. A verb that reports counts where no other does.
func (p *phrase) verbFrom(i int) group {
	const furthest = 10
	var weak group
	for k := i; k < len(p.words) && k-i < furthest; k++ {
		switch p.class(k) {
		case lexicon.Verb, lexicon.CommonVerb, lexicon.Attributive:
			switch next := k + 1; {
			case p.plays(k, report): // 42%受访者表示被削减工时
				weak = group{k, next}
			case p.plays(k, passive) && next < len(p.words) && p.isVerbal(next): // 遭拖欠, 得到采纳
			case p.class(k) == lexicon.Attributive && k > i && next < len(p.words) && isHead(p.words[next]): // 参赛选手
			case p.isShort(k) && next < len(p.words) && p.isShort(next) && (isName(p.words[next]) || isVerb(p.class(next))): // 14条产线, 喜领工资
			default:
				return p.verbGroupFrom(k)
			}
		case lexicon.VerbNoun:
			if p.actsBehind(k, i) {
				return p.verbGroupFrom(k)
			}
		case lexicon.Prep:
			if k+1 < len(p.words) && p.class(k+1) == lexicon.Particle {
				return group{k, k + 1} // 通过了验收
			}
			if p.plays(k, both) {
				weak = group{k, k + 1}
			}
		case lexicon.Light, lexicon.Mark:
			return weak
		}
	}
	return weak
}

// actsBehind says that the verb-noun words[k], behind a quantity whose words
// end before words[i], is what is done: 被司法拘留, 投入运营.
func (p *phrase) actsBehind(k, i int) bool {
	for m := k - 1; m >= i && m > k-3; m-- {
		if p.plays(m, passive) {
			return true
		}
	}
	if k > i && isHead(p.words[k-1]) {
		return false
	}
	next := k + 1
	return next == len(p.words) || !isHead(p.words[next]) || k == i && p.frame != "" || p.class(next) == lexicon.VerbNoun && next+1 == len(p.words)
}

// verbGroupFrom is the verb at words[from] with those coordinated behind it.
func (p *phrase) verbGroupFrom(from int) group {
	to := from + 1
	for to < len(p.words) && !p.isShort(from) && !p.plays(from, taker) && p.class(to) == lexicon.Verb && (to+1 == len(p.words) || !isHead(p.words[to+1])) {
		to++
	}
	return group{from, to}
}
