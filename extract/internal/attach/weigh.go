package attach

// Which of several readings of a figure is the likeliest.
//
// The grammar reads a figure one way. The other nouns and verbs around the
// quantity, and those of the figures before it, are proposals as well. What
// speaks for and against each (where it stands, what stands around it, what it
// ends in, whether the grammar chose it) is weighed, and the heaviest wins.
// Together the weights are a log-linear model (Berger, Della Pietra and Della
// Pietra, A Maximum Entropy Approach to Natural Language Processing, 1996).

import (
	"slices"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

// A side is where a proposal comes from, seen from the quantity.
type side uint32

// The sides.
const (
	fromNothing side = iota + 1 // nothing is named
	fromGrammar                 // what the grammar reads
	fromBefore                  // the clause, before the quantity
	fromBeyond                  // the clause, before an earlier quantity
	fromBehind                  // the clause, behind the quantity
	fromEarlier                 // the clause before
	fromWithin                  // the word before the quantity, a verb and its object: 养猪, 植树
	fromFigure                  // the figure before; + n, the n-th before that
)

// farthest is how many figures back one can take what it leaves unsaid.
const farthest = 4

// A passage is a stretch of a clause, with the words around it.
type passage struct {
	side   side
	words  []lexicon.Token // of the whole clause
	facts  []fact          // of words
	lo, hi int             // the stretch
}

// fact is that of words[i]; the edge's beyond them.
func (p *passage) fact(i int) fact {
	if i < 0 || i >= len(p.facts) {
		return edge
	}
	return p.facts[i]
}

// A scene is a quantity with what stands around it.
type scene struct {
	reader   *Reader
	phrase   *phrase // as the grammar reads it
	kind     uint32
	unit     uint32 // kind and unit in one
	around   uint32 // the classes of the words right beside the quantity
	left     fact
	right    fact
	at       int // the quantity among the words of the clause
	row      uint32
	passages []passage
	before   []Figure // of the sentence, before this one
}

// weigh lets the proposals around each figure of clause cs[at] compete with
// what the grammar reads; figures[head] is the first of the clause.
func (r *Reader) weigh(figures []Figure, head int, s Sentence, cs []clause, at int) {
	words := r.words(s, &cs[at])
	r.near = factsOf(r.near[:0], r.text, words)
	var earlier passage
	if at > 0 && cs[at-1].first < cs[at-1].last { // else it has not been cut into words
		earlier = passage{side: fromEarlier, words: r.words(s, &cs[at-1])}
		r.far = factsOf(r.far[:0], r.text, earlier.words)
		earlier.facts, earlier.hi = r.far, len(earlier.words)
	}
	first := head
	for i, w := range words {
		if w.Class != lexicon.Quantity && w.Class != lexicon.Loose {
			continue
		}
		f := &figures[head]
		if q := s.Quantities[w.Index]; !q.Optional {
			sc := r.scene(words, i, q, s.Row)
			sc.phrase = &r.phrases[head-first]
			sc.passages = append(sc.passages, earlier)
			sc.before = figures[max(0, head-farthest):head]
			nouns := sc.nouns(f)
			f.Indicator = heaviest(nouns)
			verbs := sc.verbs(f)
			f.Action = heaviest(verbs)
			if r.keep {
				f.Nouns, f.Verbs = slices.Clone(nouns), slices.Clone(verbs)
			}
		}
		head++
	}
}

// lead is by how much a proposal must outweigh the grammar's reading to take
// its place: one and a quarter nats, so that it is more than three times as likely.
// The grammar was held against real reports case by case, so in doubt it stands.
const lead = 20

// heaviest is the text of the proposal that weighs most, the first of equals;
// the first of all, which is the grammar's, where none leads it far enough.
func heaviest(ps []Proposal) string {
	best := 0
	for i := range ps {
		if ps[i].Weight > ps[best].Weight {
			best = i
		}
	}
	if ps[best].Weight < ps[0].Weight+lead {
		best = 0
	}
	return ps[best].Text
}

// scene is what stands around the quantity words[at].
func (r *Reader) scene(words []lexicon.Token, at int, q quantity.Quantity, row bool) scene {
	sc := scene{reader: r, kind: uint32(q.Kind), unit: hashOf(q.Unit) ^ uint32(q.Kind), at: at, passages: r.passages[:0]}
	if row {
		sc.row = 1
	}
	clause := passage{words: words, facts: r.near}
	sc.left, sc.right = clause.fact(at-1), clause.fact(at+1)
	sc.around = sc.left.class<<8 | sc.right.class
	stretch := func(from side, lo, hi int) {
		if lo < hi {
			sc.passages = append(sc.passages, passage{from, words, r.near, lo, hi})
		}
	}
	hi, from := at, fromBefore
	for i := at - 1; i >= 0; i-- {
		if words[i].Class == lexicon.Quantity {
			stretch(from, i+1, hi)
			hi, from = i, fromBeyond
		}
	}
	stretch(from, 0, hi)
	end := at + 1
	for end < len(words) && words[end].Class != lexicon.Quantity {
		end++
	}
	stretch(fromBehind, at+1, end)
	if halves := r.halves(words[:at]); halves != nil {
		sc.passages = append(sc.passages, passage{fromWithin, halves, r.within, 0, len(halves)})
	}
	r.passages = sc.passages
	return sc
}

// halves are the two characters of the last of words as a verb and its object,
// nil where it has another length.
func (r *Reader) halves(words []lexicon.Token) []lexicon.Token {
	const char = len("一")
	if len(words) == 0 {
		return nil
	}
	w := words[len(words)-1]
	switch w.Class {
	case lexicon.Noun, lexicon.Verb, lexicon.CommonVerb, lexicon.VerbNoun, lexicon.Attributive:
	default:
		return nil
	}
	if w.End-w.Start != 2*char {
		return nil
	}
	halves := []lexicon.Token{{Start: w.Start, End: w.Start + char, Class: lexicon.Verb}, {Start: w.Start + char, End: w.End, Class: lexicon.Noun}}
	r.within = factsOf(r.within[:0], r.text, halves)
	return halves
}
