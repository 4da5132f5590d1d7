package attach

// What has a rate or a share.

import (
	"slices"

	"unionrep/extract/internal/lexicon"
)

// hasDe says that a noun that a clause describes stands before words[end].
func (p *phrase) hasDe(end int) bool {
	return slices.ContainsFunc(p.words[p.low:end], func(t lexicon.Token) bool { return t.Class == lexicon.De })
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
		// 因病致贫的占44%: of whom, the figure before tells, or nothing.
		p.noun = group{p.clauseHead(end), end}
		return
	}
	if p.share {
		p.noun = p.nominal(end)
		p.noun.from = p.skip(p.noun)
		return
	}
	for i := end - 1; i > p.low && i > end-3; i-- {
		if p.plays(i, rate) {
			end = i + 1 // 覆盖率动态保持在80%
			break
		}
	}
	p.noun = group{p.clauseHead(end), end}
	for p.noun.from < end && p.class(p.noun.from) == lexicon.Conj {
		p.noun.from++
	}
	if head := p.noun.from; head > p.low && p.plays(head-1, topic) {
		for i := end - 1; i > head; i-- {
			if p.class(i) == lexicon.De {
				p.noun.from = i + 1 // 群众对工作的认可度
				break
			}
		}
	}
	if !p.r.restricts(p.words[p.noun.from:end]) {
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

// isRate says that a noun phrase names a rate.
func (r *Reader) isRate(words []lexicon.Token) bool {
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return r.plays(last, rate)
}

// changesBehind says that a verb of change, or one with 到 or 为, stands right
// behind the quantity.
func (p *phrase) changesBehind() bool {
	for i := p.at + 1; i < p.next && i < p.at+3; i++ {
		if p.plays(i, change) || isVerb(p.class(i)) && p.plays(i, direction) || p.isVerbal(i) && p.plays(i+1, goal) {
			return true
		}
	}
	return false
}

// leadsOn says that the quantity is the first end of 从12家发展到88家.
func (p *phrase) leadsOn() bool { return p.r.frames.plays(p.frame, source) && p.changesBehind() }
