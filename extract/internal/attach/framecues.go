package attach

// The cues of what the grammar found around a quantity: its frame, its verb,
// and what a proposal leaves of the grammar's own reading.

import "unionrep/extract/internal/lexicon"

// frameCues are what the grammar found of the quantity's frame, with how far a
// proposal is from its reading.
func (sc *scene) frameCues(s *scale, from side, unlike uint32) {
	p := sc.phrase
	s.add(cueFrame, uint32(from), unlike, flags(p.light, p.described, p.inList, sc.row == 1))
	s.add(cueManner, uint32(from), unlike, sc.kind, flags(p.share, p.fresh, p.topic, p.each))
	s.add(cueFrameWord, uint32(from), unlike, hashOf(p.frame))
}

// governed are the cues of where a noun phrase stands to the verb that the
// grammar found, and of what it cuts off the noun that the grammar read.
func (sc *scene) governed(s *scale, p *passage, from, to int) {
	own, verb := sc.phrase.noun, sc.phrase.verb
	switch p.side {
	case fromBefore, fromBeyond:
	case fromBehind:
		own = sc.phrase.behind
	default:
		return
	}
	at := uint32(p.side)
	stands := uint32(0)
	switch {
	case verb.empty():
	case from == verb.to:
		stands = 1
	case to == verb.from:
		stands = 2
	case from < verb.to && to > verb.from:
		stands = 3
	case from > verb.to:
		stands = 4 + steps(from-verb.to)
	default:
		stands = 15
	}
	s.add(cueGovernor, at, sc.kind, stands)
	s.add(cueGovernor, stands, p.fact(from).class, p.fact(to-1).class)
	if !verb.empty() {
		s.add(cueGovernorWord, stands, p.fact(verb.to-1).word)
	}
	if !own.empty() {
		s.add(cueCutBefore, at, p.between(from, own.from))
		s.add(cueCutBehind, at, p.between(to, own.to))
	}
	if from > p.lo+1 && p.words[from-1].Class == lexicon.Conj {
		s.add(cueCutList, at, sc.kind, p.fact(from-2).class)
	}
	s.add(cueWhole, at, flag(from == p.lo), flag(to == p.hi), sc.row)
}

// between says on which side of words[own] words[i] lies, and which words that
// part noun phrases lie between them.
func (p *passage) between(i, own int) uint32 {
	held := uint32(0)
	for _, t := range p.words[min(i, own):max(i, own)] {
		switch t.Class {
		case lexicon.Conj:
			held |= 1
		case lexicon.De:
			held |= 2
		case lexicon.Verb, lexicon.CommonVerb, lexicon.Light:
			held |= 4
		case lexicon.Person, lexicon.Place:
			held |= 8
		case lexicon.Adverb, lexicon.Prep, lexicon.Particle:
			held |= 16
		}
	}
	return held<<2 | flag(i < own)<<1 | flag(i > own)
}

// flags are some truths as one number.
func flags(bs ...bool) uint32 {
	n := uint32(0)
	for _, b := range bs {
		n = n<<1 | flag(b)
	}
	return n
}

// leftClasses are the classes of the words before the quantity that no earlier
// figure has, hashed.
func (sc *scene) leftClasses() uint32 {
	h := uint32(2166136261)
	for _, t := range sc.phrase.words[sc.phrase.low:sc.phrase.at] {
		h = (h ^ uint32(t.Class)) * 16777619
	}
	return h
}
