// Package repair finds out what stood on a page before a program injected
// readings into its bytes.
//
// The program replaced bytes of GBK, so it also met characters of its list
// across two others: what follows is out of step until a byte of ASCII ends
// the shift. The search goes through the page unit by unit with all bytes that
// the lost ones can have been, and keeps the report that is likeliest as text.
package repair

import (
	"math"
	"strings"

	"unionrep/normalize/internal/pinyin"
)

// A Spot is what stood where the page shows text Start to End.
type Spot struct {
	Start, End int
	To         string
	Sure       float64 // the probability that To is right, as the search sees it
	Kind       Kind
}

// A Kind says what came of a damaged place.
type Kind uint8

// The kinds of spots.
const (
	Repaired Kind = iota
	Lost          // the damage swallowed a character that no method can know, mostly a digit; To is what is left
	Unsolved      // damage without a reading that makes sense; To is what the page shows
)

// Find returns the damaged places of a text in order, repaired. Text without the signs of
// injected readings has none.
func Find(text string) []Spot {
	var repairs []Spot
	var p *page
	for i := 0; i < len(text); {
		k := strings.IndexByte(text[i:], '?')
		if k < 0 {
			break
		}
		i += k
		u := at(text, i)
		if u.kind == question && !(u.end < len(text) && isMark(at(text, u.end).char)) {
			i = u.end
			continue
		}
		if p == nil {
			p = study(text)
		}
		if !p.annotated() && !(u.kind == orphan && pinyin.HasTone(u.reading)) {
			i = u.end
			continue
		}
		if len(repairs) >= most {
			repairs = append(repairs, Spot{u.start, u.end, text[u.start:u.end], 0, Unsolved})
			i = u.end
			continue
		}
		found, end := p.spot(text, i)
		repairs = append(repairs, found...)
		i = end
	}
	return repairs
}

// most is how many places of one text are repaired, some ten milliseconds each;
// a page has a dozen. What lies behind is marked as unsolved.
const most = 4000

// longest is how many units a shift may take.
const longest = 80

// spot repairs the damage that begins at byte i, and what lies so close behind
// it that one cannot be read without the other. end is where it went to.
func (p *page) spot(text string, i int) (repairs []Spot, end int) {
	first := p.context(text, i)
	s := &search{page: p, layer: []*state{first}}
	var units []unit
	for calm := 0; i < len(text) && len(units) < longest; {
		u := at(text, i)
		var more unit
		if u.end < len(text) {
			more = at(text, u.end)
		}
		if calm > 0 && (calm > 2 || u.kind == question || u.kind == orphan || u.char == '\n') {
			break
		}
		before := s.layer
		if s.step(u, more); len(s.layer) == 0 {
			s.layer = before
			break
		}
		units = append(units, u)
		i = u.end
		if s.inStep() {
			calm++
		} else {
			calm = 0
		}
	}
	best, sure := s.best()
	if best == nil {
		end := units[0].end
		return []Spot{{units[0].start, end, text[units[0].start:end], 0, Unsolved}}, end
	}
	return p.repairs(text, units, best.path(), sure), i
}

// context is the state before byte i. Readings in between are not looked at.
func (p *page) context(text string, i int) *state {
	start := max(0, i-40)
	for start > 0 && text[start]&0xC0 == 0x80 {
		start--
	}
	n := &state{began: 0.5}
	for k := start; k < i; {
		u := at(text, k)
		if k = u.end; u.kind != inserted {
			char := p.plain(u.char)
			_, n.began = p.next(n.char, n.began, char)
			n.char, n.last = char, u.bytes[max(u.n, 1)-1]
		}
	}
	return n
}

func (s *search) inStep() bool {
	for _, n := range s.layer {
		if n.pending != 0 {
			return false
		}
	}
	return true
}

// best is the likeliest state in step with the page, with its share of the
// weight of all such states; nil where there is none.
func (s *search) best() (best *state, sure float64) {
	all := math.Inf(-1)
	for _, n := range s.layer {
		if n.pending != 0 {
			continue
		}
		if best == nil || n.best > best.best {
			best = n
		}
		all = logSum(all, n.all)
	}
	if best == nil {
		return nil, 0
	}
	return best, math.Exp(best.best - all)
}

// path is the way to a state: for each unit the states that belong to it.
func (n *state) path() []*state {
	var path []*state
	for ; n.before != nil; n = n.before {
		path = append(path, n)
	}
	for i, k := 0, len(path)-1; i < k; i, k = i+1, k-1 {
		path[i], path[k] = path[k], path[i]
	}
	return path
}

// repairs cuts out the stretches of a path that are out of step.
func (p *page) repairs(text string, units []unit, path []*state, sure float64) []Spot {
	var repairs []Spot
	var open *Spot
	for k := 0; k < len(units); k++ {
		u, n := units[k], path[0]
		var said []rune
		for ; n.hidden; path, n = path[1:], path[1] {
			said = append(said, n.said[:n.n]...)
		}
		path = path[1:]
		said = append(said, n.said[:n.n]...)
		switch {
		case open == nil && n.orphan:
			open = &Spot{Start: u.start, Sure: sure}
		case open == nil && u.kind == orphan:
			repairs = append(repairs, Spot{u.start, u.end, text[u.start:u.end], 0, Unsolved})
			continue
		case open == nil:
			continue
		}
		open.To += string(said)
		open.End = u.end
		if n.pending != 0 {
			continue
		}
		for k+1 < len(units) && units[k+1].kind == inserted {
			k++
			path = path[1:]
			open.End = units[k].end
		}
		if n.lost {
			open.End = u.start
		}
		repairs = append(repairs, *open)
		open = nil
		if n.lost {
			repairs = append(repairs, lost(text, u, sure))
		}
	}
	return repairs
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// lost is the repair of a `?` that swallowed a character of its own. Digits
// behind it are what is left of a number; without them the `?` stays, as a
// sign that something is missing.
func lost(text string, u unit, sure float64) Spot {
	end := u.end
	if end+1 < len(text) && (text[end] == '.' || text[end] == ',') && isDigit(text[end+1]) {
		end++ // the digit before a point or a comma was lost
	}
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	if end == u.end {
		return Spot{u.start, u.end, text[u.start:u.end], sure, Lost}
	}
	return Spot{u.start, end, text[u.end:end], sure, Lost}
}
