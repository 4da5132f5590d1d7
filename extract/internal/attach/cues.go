package attach

// The cues: what holds of a proposal and may speak for or against it. Each
// line of these functions is one sort; how much it weighs was fitted.

import (
	"strings"

	"unionrep/extract/internal/lexicon"
)

type cueSort uint32

// The sorts of cues.
const (
	cueSide cueSort = iota + 1
	cueSideKind
	cueSideUnit
	cueGrammar
	cueDistance
	cueBetween
	cueLength
	cueClasses
	cueFirst
	cueLast
	cueLastUnit
	cueLastChar
	cueLastCharUnit
	cueLastCharNext
	cueEdgeBefore
	cueEdgeBehind
	cueWordBefore
	cueWordBehind
	cueTwoBefore
	cueTwoBehind
	cueHolds
	cueVerbs
	cueAround
	cueRow
	cueLeft
	cueNothing
	cueHanded
	cueHandedUnit
	cueHandedWord
	cueWord
	cueWordUnit
	cueWordKind
	cueInNoun
	cueNounBetween
	cueCounted
	cueFrame
	cueManner
	cueFrameWord
	cueGovernor
	cueGovernorWord
	cueCutBefore
	cueCutBehind
	cueCutList
	cueWhole
	cueLeftWords
	cueNounFollows
)

// nothing are the cues of a figure that names none.
func (sc *scene) nothing(s *scale) {
	s.add(cueSideUnit, uint32(fromNothing), sc.unit)
	s.add(cueNothing, sc.around)
	s.add(cueNothing, sc.left.closed)
	s.add(cueNothing, sc.right.closed, 1)
	s.add(cueNothing, sc.left.closed, sc.right.closed)
	p := sc.phrase
	s.add(cueLeftWords, sc.kind, sc.leftClasses())
	s.add(cueLeftWords, sc.right.class, sc.leftClasses(), 1)
	if !p.verb.empty() {
		s.add(cueGovernorWord, 20, hashOf(sc.reader.text[p.words[p.verb.to-1].Start:p.words[p.verb.to-1].End]))
	}
}

// handedOn are the cues of what the figure before says, n figures back.
func (sc *scene) handedOn(s *scale, before *Figure, n int) {
	from := uint32(n)
	alike := uint32(0)
	if uint32(before.kind) == sc.kind {
		alike |= 1
	}
	if hashOf(before.unit)^uint32(before.kind) == sc.unit {
		alike |= 2
	}
	s.add(cueSideUnit, uint32(fromFigure)+from, sc.unit)
	s.add(cueHanded, from, alike)
	s.add(cueHanded, from, alike, sc.around)
	s.add(cueAround, uint32(fromFigure)+from, sc.around)
	s.add(cueHandedUnit, hashOf(before.unit), sc.unit)
	s.add(cueLeftWords, sc.kind, sc.leftClasses(), 2+from)
	s.add(cueLeftWords, alike, sc.leftClasses(), 9+from)
}

// nounCues are the cues of the noun phrase p.words[from:to].
func (sc *scene) nounCues(s *scale, p *passage, from, to int) {
	at := uint32(p.side)
	first, last := p.fact(from), p.fact(to-1)
	before, behind := p.fact(from-1), p.fact(to)
	distance, between, verbs := sc.gap(p, from, to)
	s.add(cueSideUnit, at, sc.unit)
	s.add(cueDistance, at, distance)
	s.add(cueDistance, at, distance, sc.kind)
	s.add(cueBetween, at, between)
	s.add(cueBetween, at, between, sc.kind)
	s.add(cueLength, at, steps(to-from))
	s.add(cueClasses, p.classes(from, to))
	s.add(cueFirst, first.word)
	s.add(cueFirst, first.class, before.class)
	s.add(cueLast, last.word)
	s.add(cueLast, last.class, sc.kind)
	s.add(cueLastUnit, last.word, sc.unit)
	s.add(cueLastChar, last.last)
	s.add(cueLastCharUnit, last.last, sc.unit)
	s.add(cueLastCharNext, last.last, behind.class)
	s.add(cueEdgeBefore, before.class, first.class)
	s.add(cueEdgeBehind, last.class, behind.class)
	s.add(cueWordBefore, before.closed)
	s.add(cueWordBefore, before.closed, first.class)
	s.add(cueWordBehind, behind.closed)
	s.add(cueWordBehind, last.class, behind.closed)
	s.add(cueTwoBefore, p.fact(from-2).class, before.class, first.class)
	s.add(cueHolds, at, p.holds(from, to))
	s.add(cueVerbs, at, steps(verbs))
	s.add(cueAround, at, sc.around)
	s.add(cueAround, at, last.class, sc.kind, sc.left.class)
	s.add(cueRow, at, sc.row)
	sc.governed(s, p, from, to)
	if p.side == fromBehind {
		s.add(cueLeft, sc.left.closed)
	}
}

// verbCues are the cues of the verb p.words[from:to].
func (sc *scene) verbCues(s *scale, p *passage, from, to int, verb string, f *Figure) {
	at := uint32(p.side)
	word := hashOf(verb)
	classes := p.classes(from, to)
	first, last := p.fact(from), p.fact(to-1)
	before, behind := p.fact(from-1), p.fact(to)
	distance, between, verbs := sc.gap(p, from, to)
	s.add(cueSideUnit, at, sc.unit)
	s.add(cueDistance, at, distance)
	s.add(cueBetween, at, between)
	s.add(cueLength, at, steps(len(verb)/len("一")))
	s.add(cueClasses, classes)
	s.add(cueClasses, at, classes)
	s.add(cueWord, word)
	s.add(cueWordKind, word, sc.kind)
	s.add(cueWordUnit, word, sc.unit)
	s.add(cueWord, word, before.class)
	s.add(cueWord, word, behind.class, 1)
	s.add(cueFirst, first.word)
	s.add(cueLast, last.word)
	s.add(cueEdgeBefore, before.class, first.class)
	s.add(cueEdgeBehind, last.class, behind.class)
	s.add(cueWordBefore, before.closed, first.class)
	s.add(cueWordBehind, last.class, behind.closed)
	s.add(cueTwoBefore, p.fact(from-2).class, before.class, first.class)
	s.add(cueTwoBehind, last.class, behind.class, p.fact(to+1).class)
	s.add(cueVerbs, at, steps(verbs), classes)
	s.add(cueAround, at, sc.around)
	s.add(cueInNoun, at, flag(verb != "" && strings.Contains(f.Indicator, verb)))
	s.add(cueNounBetween, at, flag(sc.nounBetween(p, to, f)), classes)
	s.add(cueNounFollows, at, flag(f.Indicator == ""), flag(f.Indicator != "" && strings.HasPrefix(sc.reader.text[p.words[to-1].End:], f.Indicator)), classes)
	if own := sc.phrase.verb; p.side == fromBefore && !own.empty() {
		s.add(cueCutBefore, p.between(from, own.from), classes)
		s.add(cueCutBehind, p.between(to, own.to), classes)
	}
}

// counted are the cues of what is counted where no verb is named.
func (sc *scene) counted(s *scale, f *Figure) {
	last := uint32(0)
	for _, c := range f.Indicator {
		last = uint32(c)
	}
	s.add(cueCounted, last)
	s.add(cueCounted, last, sc.unit)
}

// governs are the cues of a verb that the figure before hands on.
func (sc *scene) governs(s *scale, before, f *Figure, n int) {
	s.add(cueHandedWord, uint32(n), hashOf(before.Action))
	s.add(cueHandedWord, uint32(n), flag(before.Indicator == f.Indicator), 1)
}

// gap is what lies between the quantity and p.words[from:to]: how many words,
// their classes hashed, and how many of them are verbs.
func (sc *scene) gap(p *passage, from, to int) (distance, classes uint32, verbs int) {
	lo, hi := to, sc.at
	switch p.side {
	case fromBehind:
		lo, hi = sc.at+1, from
	case fromEarlier:
		hi = len(p.words)
	case fromWithin:
		hi = lo
	}
	for _, t := range p.words[lo:hi] {
		if isVerb(t.Class) {
			verbs++
		}
	}
	const most = 5
	return steps(hi - lo), p.classes(lo, min(hi, lo+most)), verbs
}

// classes are the classes of p.words[from:to], hashed.
func (p *passage) classes(from, to int) uint32 {
	h := uint32(2166136261)
	for _, f := range p.facts[from:to] {
		h = (h ^ f.class) * 16777619
	}
	return h
}

// holds says what a noun phrase holds before its last word: a verb, 的, a
// conjunction.
func (p *passage) holds(from, to int) uint32 {
	held := uint32(0)
	for _, t := range p.words[from : to-1] {
		switch t.Class {
		case lexicon.Verb, lexicon.CommonVerb:
			held |= 1
		case lexicon.De:
			held |= 2
		case lexicon.Conj:
			held |= 4
		}
	}
	return held
}

// nounBetween says that what the figure counts stands between the verb that
// ends before p.words[to] and the quantity.
func (sc *scene) nounBetween(p *passage, to int, f *Figure) bool {
	if p.side != fromBefore || f.Indicator == "" || to >= sc.at {
		return false
	}
	return strings.Contains(sc.reader.join(p.words[to:sc.at]), f.Indicator)
}

// steps is n in coarser steps the larger it is.
func steps(n int) uint32 {
	switch {
	case n < 4:
		return uint32(n)
	case n < 6:
		return 4
	case n < 9:
		return 6
	}
	return 9
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
