package repair

import (
	"cmp"
	"math"
	"slices"

	"unionrep/normalize/internal/gbk"
	"unionrep/normalize/internal/pinyin"
)

// A state is one reading of the page up to a unit: the bytes as they were
// before the program put its own in.
type state struct {
	before  *state
	said    [3]rune // what this unit adds to the report
	n       int
	pending byte    // a lead byte that waits for its trail byte; 0 in step with the page
	last    byte    // the last byte of the report, 0 for none with the high bit set
	char    rune    // the last character of the report, plain
	began   float64 // the probability that it began a word
	best    float64 // the logarithm of the probability of the best way here
	all     float64 // of all ways here
	guess   bool    // pending is a guess that nothing has weighed yet
	mark    bool    // pending is an orphan that only a mark can have made
	orphan  bool    // the unit is an orphan
	lost    bool    // the unit swallowed a byte that nobody knows
	hidden  bool    // a vanished pair before the next unit, which the page does not show
}

// What the search bets, as natural logarithms.
const (
	betOrphan   = -7.0  // a mark made an orphan here, against a real question mark
	betVanished = -0.5  // a pair without a character vanished
	betSwallow  = -3.0  // an orphan swallowed a character of the report
	betFolded   = -2.0  // a letter was a full-width one
	betLiteral  = -30.0 // a `?` with a reading is no orphan at all
	betAgainst  = -5.0  // the page elsewhere treats the character otherwise
	betNew      = -2.0  // the character is annotated nowhere else on the page
	betSimple   = -2.0  // the annotated character is no traditional one
	betAlso     = -2.5  // a rare reading of the character
	betTone     = -5.0  // a wrong tone
)

const (
	beam   = 48 // states kept after each unit
	margin = 22 // below the best one, in logarithms
	deep   = 6  // states in which a vanished pair is tried
	wide   = 24 // states in which a vanished pair has begun
	narrow = 4  // those of them in which a second one is tried
)

type search struct {
	*page
	layer []*state
	next  []*state
	index map[key]int
}

type annotatedKey struct {
	lead    byte
	reading string
}

type key struct {
	pending, last byte
	char          rune
	mark          bool
}

// add puts a state into the next layer; of two that go on alike only the
// better one stays, with the weight of both.
func (s *search) add(n state) {
	k := key{n.pending, n.last, n.char, n.mark}
	i, met := s.index[k]
	if !met {
		s.index[k] = len(s.next)
		s.next = append(s.next, &n)
		return
	}
	old := s.next[i]
	all := logSum(old.all, n.all)
	if n.best > old.best {
		*old = n
	}
	old.all = all
}

func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// follow begins a state after another one.
func follow(before *state) state {
	return state{before: before, pending: before.pending, last: before.last, char: before.char, began: before.began, best: before.best, all: before.all}
}

func (n *state) bet(log float64) {
	n.best += log
	n.all += log
}

// say adds a character to the report.
func (s *search) say(n *state, r rune) {
	p := s.plain(r)
	log, begins := s.page.next(n.char, n.began, p)
	n.bet(log)
	n.char, n.began = p, begins
	n.said[n.n] = r
	n.n++
}

// take adds a byte of the report. It returns false where no character has it.
func (s *search) take(n *state, b byte) bool {
	lead := n.pending
	n.last, n.pending = b, 0
	switch {
	case lead != 0:
		r := gbk.Rune(lead, b)
		if r == 0 {
			return false
		}
		s.say(n, r)
	case b < 0x80:
		s.say(n, rune(b))
	case gbk.IsLead(b):
		n.pending = b
	default:
		return false
	}
	return true
}

// step reads one unit in every state; more is what comes behind it.
func (s *search) step(u, more unit) {
	s.next, s.index = nil, map[key]int{}
	states := s.layer
	if u.kind == plain || u.kind == orphan {
		states = slices.Concat(states, s.vanished())
	}
	for _, before := range states {
		switch {
		case u.kind == inserted:
			n := follow(before)
			n.guess, n.mark = before.guess, before.mark
			s.add(n)
		case u.kind == orphan:
			s.orphan(before, u)
		case u.kind == question && before.pending == 0:
			s.questionInStep(before, more)
		case u.kind == question:
			s.questionOutOfStep(before, more)
		case before.pending == 0:
			n := follow(before)
			s.say(&n, u.char)
			n.last = u.bytes[max(u.n, 1)-1]
			s.add(n)
		default:
			s.shifted(before, u)
		}
	}
	s.prune()
}

// shifted reads a character that the page shows out of step.
func (s *search) shifted(before *state, u unit) {
	if n := follow(before); u.n > 0 && s.takeAll(&n, u.bytes[:u.n]) {
		s.add(n)
	}
	if u.n == 1 && u.char > ' ' && u.char < 0x7F {
		n := follow(before)
		if u.char >= gbk.MinTrail {
			n.bet(betFolded)
		}
		if s.takeAll(&n, []byte{0xA3, byte(u.char) + 0x80}) {
			s.add(n)
		}
	}
}

func (s *search) takeAll(n *state, bytes []byte) bool {
	for _, b := range bytes {
		if !s.take(n, b) {
			return false
		}
	}
	return true
}

// orphan reads a `?` that swallowed the bracket of a reading: the last byte
// before it and the byte that was lost are a character with that reading.
func (s *search) orphan(before *state, u unit) {
	if before.mark {
		return
	}
	for _, c := range s.annotated(before.last, u.reading) {
		n := follow(before)
		n.bet(c.bet)
		if !s.take(&n, c.trail) {
			continue
		}
		n.orphan, n.guess = true, n.pending != 0
		s.add(n)
	}
	if before.pending == 0 {
		n := follow(before)
		n.bet(betLiteral)
		n.last = 0
		s.add(n)
	}
}

// An annotation is a trail byte that makes a character with the reading at
// hand, with the bet that the program has it on its list.
type annotation struct {
	trail byte
	bet   float64
}

// annotated are the trail bytes that the program can have annotated behind a
// lead byte.
func (s *search) annotated(lead byte, reading string) []annotation {
	k := annotatedKey{lead, reading}
	found, met := s.readings[k]
	if met {
		return found
	}
	for b := gbk.MinLead; b <= gbk.MaxLead; b++ {
		char := gbk.Rune(lead, byte(b))
		if char == 0 {
			continue
		}
		if fit := pinyin.Of(char, reading); fit != pinyin.None {
			found = append(found, annotation{byte(b), s.onList(char, fit)})
		}
	}
	s.readings[k] = found
	return found
}

// onList is the bet that the program has a character on its list.
func (s *search) onList(char rune, fit pinyin.Fit) float64 {
	bet := 0.0
	switch fit {
	case pinyin.Also:
		bet += betAlso
	case pinyin.OtherTone:
		bet += betTone
	}
	switch {
	case s.list[char]:
		return bet
	case s.bare[char] > 0:
		bet += betAgainst
	default:
		bet += betNew
	}
	if s.model.Simple(char) == char {
		bet += betSimple
	}
	return bet
}

// questionInStep reads a `?` in step with the page: a question mark, or the
// orphan that is left where a mark was found across two characters.
func (s *search) questionInStep(before *state, more unit) {
	n := follow(before)
	s.say(&n, '?')
	n.last = 0
	s.add(n)
	if more.kind != plain && more.kind != question || !isMark(more.char) {
		return
	}
	for b := gbk.MinLead; b <= gbk.MaxLead; b++ {
		n := follow(before)
		n.bet(betOrphan)
		n.pending, n.last = byte(b), byte(b)
		n.orphan, n.guess, n.mark = true, true, true
		s.add(n)
	}
}

// questionOutOfStep reads a `?` out of step: the orphan that ends the shift,
// or two bytes that looked like a question mark.
func (s *search) questionOutOfStep(before *state, more unit) {
	n := follow(before)
	if s.takeAll(&n, []byte{0xA3, 0xBF}) {
		s.add(n)
	}
	unseen := more.end == 0 || more.kind == plain && isMark(more.char)
	for b := gbk.MinLead; b <= gbk.MaxLead && !before.mark; b++ {
		n := follow(before)
		if !s.take(&n, byte(b)) {
			continue
		}
		if s.list[n.said[0]] {
			n.bet(betAgainst) // it would carry its reading
		}
		if !unseen {
			n.bet(betSwallow)
		}
		n.orphan, n.lost = true, !unseen
		s.add(n)
	}
}

// prune keeps the best states of the next layer, best first. A guess is not
// weighed before its character is whole.
func (s *search) prune() {
	slices.SortStableFunc(s.next, func(a, b *state) int { return cmp.Compare(b.best, a.best) })
	s.layer = s.layer[:0:0]
	weighed := 0
	for _, n := range s.next {
		if !n.guess {
			if weighed++; weighed > beam || n.best < s.next[0].best-margin {
				continue
			}
		}
		s.layer = append(s.layer, n)
	}
}
