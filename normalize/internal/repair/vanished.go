package repair

import (
	"cmp"
	"slices"
	"sync"

	"unionrep/normalize/internal/bigram"
	"unionrep/normalize/internal/gbk"
)

// Pairs of bytes that a shift made and that have no character in GBK: the page
// shows nothing where they stood.

// vanished are the states in which one or two pairs without a character lie
// before the next unit.
func (s *search) vanished() []*state {
	var pending []*state
	for _, n := range s.layer {
		if n.pending != 0 && !n.mark && len(pending) < deep {
			pending = append(pending, n)
		}
	}
	one, likely := s.vanish(pending)
	two, _ := s.vanish(one[:likely])
	return append(one, two...)
}

// vanish puts a pair without a character behind each state. Its first byte
// ends a character, its second is a guess. The first few of the new states are
// the likely ones.
func (s *search) vanish(states []*state) (more []*state, likely int) {
	var begun []state
	for _, before := range states {
		for _, b := range enders(before.pending) {
			n := follow(before)
			n.bet(betVanished)
			if s.take(&n, b) {
				begun = append(begun, n)
			}
		}
	}
	slices.SortFunc(begun, func(a, b state) int { return cmp.Compare(b.best, a.best) })
	for i, n := range begun[:min(wide, len(begun))] {
		if i == narrow {
			likely = len(more)
		}
		for _, b := range withoutCharacter(n.last) {
			n := n
			n.pending, n.last, n.guess, n.hidden = b, b, true, true
			more = append(more, &n)
		}
	}
	if len(begun) <= narrow {
		likely = len(more)
	}
	return more, likely
}

// withoutCharacter are the bytes that make a pair without a character of a
// lead byte and can themselves begin a character.
func withoutCharacter(lead byte) []byte { return barren().trails[lead-gbk.MinLead] }

// enders are the bytes that end a character of some frequency with a lead byte
// and can themselves be the first of a pair without a character.
func enders(lead byte) []byte { return barren().enders[lead-gbk.MinLead] }

type barrenPairs struct {
	trails, enders [gbk.MaxLead - gbk.MinLead + 1][]byte
}

var barren = sync.OnceValue(func() *barrenPairs {
	const seldom = 1e-5 // characters below this share of all are not thought of
	var p barrenPairs
	for lead := range p.trails {
		for b := gbk.MinLead; b <= gbk.MaxLead; b++ {
			if gbk.Rune(byte(lead+gbk.MinLead), byte(b)) == 0 {
				p.trails[lead] = append(p.trails[lead], byte(b))
			}
		}
	}
	m := bigram.Load()
	for lead := range p.enders {
		for b, trails := range p.trails {
			r := gbk.Rune(byte(lead+gbk.MinLead), byte(b+gbk.MinLead))
			if len(trails) > 0 && (m.Share(m.Simple(r)) > seldom || isMark(r) || r == '。' || r == '“' || r == '”') {
				p.enders[lead] = append(p.enders[lead], byte(b+gbk.MinLead))
			}
		}
	}
	return &p
})
