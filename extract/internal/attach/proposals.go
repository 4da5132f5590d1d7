package attach

// What the words around a quantity propose as its noun and its verb.

import (
	"slices"
	"strings"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

// nouns are the proposals for what the figure counts, the grammar's first.
func (sc *scene) nouns(f *Figure) []Proposal {
	t := tender{scene: sc, table: sc.reader.weights[:TableSize], grammar: f.Indicator, proposals: sc.reader.nouns[:0]}
	t.propose(f.Indicator, fromGrammar, func(*scale) {})
	t.propose("", fromNothing, func(s *scale) { sc.nothing(s) })
	for n := range sc.before {
		before := &sc.before[len(sc.before)-1-n]
		t.propose(before.Indicator, fromFigure+side(n), func(s *scale) { sc.handedOn(s, before, n) })
	}
	for i := range sc.passages {
		p := &sc.passages[i]
		for from, to := range p.nouns {
			if !sc.cutsList(p, from, to) {
				t.propose(sc.reader.join(p.words[from:to]), p.side, func(s *scale) { sc.nounCues(s, p, from, to) })
			}
		}
	}
	sc.reader.nouns = t.proposals
	return t.proposals
}

// verbs are the proposals for what governs the figure, the grammar's first.
func (sc *scene) verbs(f *Figure) []Proposal {
	t := tender{scene: sc, table: sc.reader.weights[TableSize:], grammar: f.Action, proposals: sc.reader.verbs[:0]}
	t.propose(f.Action, fromGrammar, func(*scale) {})
	t.propose("", fromNothing, func(s *scale) { sc.nothing(s); sc.counted(s, f) })
	for n := range sc.before {
		before := &sc.before[len(sc.before)-1-n]
		t.propose(before.Action, fromFigure+side(n), func(s *scale) { sc.handedOn(s, before, n); sc.governs(s, before, f, n) })
	}
	for i := range sc.passages {
		p := &sc.passages[i]
		for from, to := range p.verbs {
			verb := sc.reader.verb(p.words[from:to])
			if verb != f.Action && sc.phrase.q.Kind != quantity.People && sc.namedTwice(verb, f) {
				continue
			}
			t.propose(verb, p.side, func(s *scale) { sc.verbCues(s, p, from, to, verb, f) })
		}
	}
	sc.reader.verbs = t.proposals
	return t.proposals
}

// namedTwice says that what the figure and the one before it count ends in
// verb, which is a noun then: 获得省级表彰2项，市级表彰7项.
func (sc *scene) namedTwice(verb string, f *Figure) bool {
	n := len(sc.before)
	return n > 0 && strings.HasSuffix(f.Indicator, verb) && strings.HasSuffix(sc.before[n-1].Indicator, verb)
}

// A tender collects the proposals for one field of a figure.
type tender struct {
	scene     *scene
	table     string
	grammar   string // what the grammar reads
	proposals []Proposal
}

// propose weighs a text by the cues of its own and by how it differs from what
// the grammar reads.
func (t *tender) propose(text string, from side, cues func(*scale)) {
	s := scale{table: t.table, keep: t.scene.reader.keep}
	s.add(cueSide, uint32(from))
	s.add(cueSideKind, uint32(from), t.scene.kind)
	cues(&s)
	unlike := uint32(differs(text, t.grammar))
	s.add(cueGrammar, uint32(from), unlike)
	t.scene.frameCues(&s, from, unlike)
	t.proposals = append(t.proposals, Proposal{text, s.weight, s.cues})
}

// A difference is how a text differs from another one.
type difference uint32

// The differences.
const (
	same difference = iota + 1
	longerBefore
	longerBehind
	shorterBefore
	shorterBehind
	within
	unlike
	unsaid // the other one is empty
	silent // this one is
)

func differs(text, other string) difference {
	switch {
	case text == other:
		return same
	case other == "":
		return unsaid
	case text == "":
		return silent
	case strings.HasSuffix(text, other):
		return longerBefore
	case strings.HasPrefix(text, other):
		return longerBehind
	case strings.HasSuffix(other, text):
		return shorterBefore
	case strings.HasPrefix(other, text):
		return shorterBehind
	case strings.Contains(other, text):
		return within
	}
	return unlike
}

const (
	longestNoun = 24 // words that a noun phrase has at most
	nearestNoun = 8  // words between a quantity and the noun behind it, at most
)

// nouns yields the stretches of p that can be a noun phrase.
func (p *passage) nouns(yield func(from, to int) bool) {
	if p.side == fromWithin {
		yield(1, 2)
		return
	}
	for to := p.hi; to > p.lo; to-- {
		if !endsNoun(p.words[to-1].Class) {
			continue
		}
		for from := to - 1; from >= max(p.lo, to-longestNoun) && p.words[from].Class != lexicon.Quantity; from-- {
			if p.side == fromBehind && from-p.lo >= nearestNoun || !beginsNoun(p.words[from].Class) {
				continue
			}
			if !yield(from, to) {
				return
			}
		}
	}
}

func beginsNoun(c lexicon.Class) bool {
	switch c {
	case lexicon.Conj, lexicon.De, lexicon.Particle, lexicon.Mark:
		return false
	}
	return true
}

func endsNoun(c lexicon.Class) bool {
	return beginsNoun(c) && c != lexicon.Adverb && c != lexicon.Quantity && c != lexicon.Loose
}

// verbs yields the stretches of p that can be a verb: one word, several in a
// row, two with a conjunction between, or a short one with its object (办实事).
func (p *passage) verbs(yield func(from, to int) bool) {
	if p.side == fromWithin {
		yield(0, 1)
		return
	}
	verbal := func(i int) bool { return i < p.hi && (isVerbal(p.words[i].Class) || p.mayAct(i)) }
	for i := p.lo; i < p.hi; i++ {
		if !verbal(i) {
			continue
		}
		if !yield(i, i+1) {
			return
		}
		to := 0
		switch {
		case verbal(i + 1):
			to = i + 2
		case i+2 < p.hi && p.words[i+1].Class == lexicon.Conj && verbal(i+2):
			to = i + 3
		case i+1 < p.hi && p.words[i+1].Class == lexicon.Noun && p.words[i].End-p.words[i].Start == 3:
			to = i + 2
		}
		if to > 0 && !yield(i, to) || verbal(i+1) && verbal(i+2) && !yield(i, i+3) {
			return
		}
	}
}

// mayAct says that the noun words[i] stands where a verb that the vocabulary
// takes for a noun can stand: right before a quantity, or at the head of a
// clause or of what an adverb or a time word opens.
func (p *passage) mayAct(i int) bool {
	if p.words[i].Class != lexicon.Noun || p.words[i].End-p.words[i].Start > 3*len("一") {
		return false
	}
	if i+1 == p.hi && p.side != fromBehind || i == p.lo {
		return true
	}
	switch p.words[i-1].Class {
	case lexicon.Adverb, lexicon.Time, lexicon.Scope, lexicon.Mark, lexicon.Prep, lexicon.Particle:
		return true
	}
	return false
}

func isVerbal(c lexicon.Class) bool {
	switch c {
	case lexicon.Verb, lexicon.CommonVerb, lexicon.VerbNoun, lexicon.Attributive, lexicon.Light, lexicon.Prep:
		return true
	}
	return false
}

// cutsList says that the noun phrase p.words[from:to] leaves out members of a
// list that the grammar read as one noun: a list that shares a number keeps its
// whole, 书屋、驿站等阵地26个 too. What describes the noun, 作风过硬、群众公认的, is no member.
func (sc *scene) cutsList(p *passage, from, to int) bool {
	own := sc.phrase.noun
	switch p.side {
	case fromBefore:
	case fromBehind:
		own = sc.phrase.behind
	default:
		return false
	}
	joins := func(t lexicon.Token) bool { return t.Class == lexicon.Conj }
	if to > own.from && to < own.to && slices.ContainsFunc(p.words[to:own.to], joins) {
		return true
	}
	if from <= own.from || from >= own.to {
		return false
	}
	first := slices.IndexFunc(p.words[own.from:from], joins)
	switch p.words[from-1].Class {
	case lexicon.Particle:
		return p.side == fromBefore && sc.reader.plays(p.words[from-1], listEnd)
	case lexicon.De:
		return first > 0 && isName(p.words[own.from+first-1]) && !isVerbal(p.words[own.from].Class)
	}
	return first >= 0
}
