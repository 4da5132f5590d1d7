package normalize

import (
	"cmp"
	"slices"
	"sort"
)

// The blocks of a text while its copies are looked at.

// A page is a text of blocks, some of which are to leave it.
type page struct {
	t       *Text
	lines   []Span   // the blocks with their marks
	gone    [][]Span // of each line, what is to leave it, in order
	dropped []repeat // what leaves, as the again side
}

func newPage(t *Text) *page {
	p := &page{t: t, lines: make([]Span, len(t.blocks)), gone: make([][]Span, len(t.blocks))}
	at := 0
	for i, b := range t.blocks {
		p.lines[i] = Span{at, b.End}
		at = b.End + 1
	}
	return p
}

// line is the line that holds byte i.
func (p *page) line(i int) int {
	return sort.Search(len(p.lines), func(k int) bool { return p.lines[k].Start > i }) - 1
}

// What a repeat covers of one of its sides.
type cover struct {
	spans  []Span // whole lines, and whole sentences at the edge of a line
	weight int    // characters in them
	whole  bool   // nothing but whole lines
}

const (
	minCopy  = 32 // characters of a copied block
	minPart  = 72 // characters of copied sentences within a block
	minShare = 80 // percent of a sentence's characters that must be the same
	minPlain = 50 // the same of a sentence without numbers
)

// settle decides about a repeat: whether it is an accident, and which side
// leaves the text.
func (p *page) settle(r repeat) {
	again, kept := p.covers(r), p.covers(r.turned())
	if p.left(r.kept()) {
		kept = cover{}
	}
	switch {
	case again.weight < minCopy && kept.weight < minCopy:
		return
	case again.weight < minCopy, kept.weight >= minCopy && again.whole && kept.whole && p.seams(kept, again) > p.seams(again, kept):
		p.drop(r.turned(), kept)
	default:
		p.drop(r, again)
	}
}

// left tells whether a part of s is to leave the text already.
func (p *page) left(s Span) bool {
	for i := p.line(s.Start); i < len(p.lines) && p.lines[i].Start < s.End; i++ {
		for _, g := range p.gone[i] {
			if g.Start < s.End && s.Start < g.End {
				return true
			}
		}
	}
	return false
}

// drop takes what c covers of r's again side out of the text.
func (p *page) drop(r repeat, c cover) {
	var out repeat
	for _, s := range c.spans {
		i := p.line(s.Start)
		p.gone[i] = append(p.gone[i], s)
		out = append(out, r.within(s)...)
	}
	if len(out) > 0 {
		p.dropped = append(p.dropped, out)
	}
}

// within is what of r has its again side in s.
func (r repeat) within(s Span) repeat {
	var part repeat
	for _, p := range r {
		lo, hi := max(p.again, s.Start), min(p.again+p.n, s.End)
		if lo < hi {
			part = append(part, pair{p.kept + lo - p.again, lo, hi - lo})
		}
	}
	return part
}

// covers finds the lines and sentences of r's again side that say the same as
// its other side. A sentence whose numbers differ is not covered, and where
// half of the sentences with numbers differ in them, the two are two fillings
// of one form, and nothing is.
func (p *page) covers(r repeat) cover {
	var c cover
	var partial []cover
	side := r.again()
	clashes := p.clashes(r)
	numbers, differing := 0, 0
	c.whole = true
	for i := p.line(side.Start); i < len(p.lines) && p.lines[i].Start < side.End; i++ {
		l := p.lines[i]
		var run cover
		runLen, covered, total := 0, 0, 0
		flush := func() {
			if runLen > 1 || run.weight >= minPart {
				partial = append(partial, run)
			}
			run, runLen = cover{}, 0
		}
		for _, s := range sentences(p.t.clean, l) {
			v := p.compare(r, s, clashes)
			total++
			if v.numbers {
				numbers++
			}
			if v.differs {
				differing++
			}
			if !v.same {
				flush()
				continue
			}
			covered++
			if runLen == 0 {
				run.spans = []Span{s}
			}
			run.spans[0].End = s.End
			run.weight += v.weight
			runLen++
		}
		switch {
		case total > 0 && covered == total:
			c.spans = append(c.spans, l)
			if p.t.blocks[i].Kind != Row {
				c.weight += run.weight
			}
		case l.Start >= side.Start && l.End <= side.End && covered == 0:
			// A line that stands in between on this side only.
		default:
			flush()
			c.whole = false
		}
	}
	if differing*2 >= numbers && differing > 0 {
		return cover{}
	}
	for _, part := range partial {
		if part.weight >= minPart {
			c.spans = append(c.spans, part.spans...)
			c.weight += part.weight
		}
	}
	slices.SortFunc(c.spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	return c
}

// A verdict is how a sentence compares with the other side of a repeat.
type verdict struct {
	same    bool
	differs bool // in a number, and is much the same otherwise
	numbers bool // it has digits
	weight  int  // characters
}

// compare looks at sentence s of r's again side.
func (p *page) compare(r repeat, s Span, clashes []Span) verdict {
	var v verdict
	k := sort.Search(len(r), func(k int) bool { return r[k].again+r[k].n > s.Start })
	equal, lost := 0, false
	for i := s.Start; i < s.End; {
		at, c, next := significant(p.t.clean[:s.End], i)
		if at >= s.End {
			break
		}
		for k < len(r) && r[k].again+r[k].n <= at {
			k++
		}
		v.weight++
		v.numbers = v.numbers || digit(c)
		if k < len(r) && r[k].again <= at {
			equal++
		} else if numeralAt(p.t.clean, at, c) {
			lost = true
		}
		i = next
	}
	if k := sort.Search(len(clashes), func(k int) bool { return clashes[k].End >= s.Start }); k < len(clashes) && clashes[k].Start <= s.End {
		lost = true
	}
	share := minPlain
	if v.numbers {
		share = minShare
	}
	v.same = v.weight > 0 && !lost && equal*100 >= v.weight*share
	v.differs = lost && equal*2 >= v.weight
	return v
}

// clashes are the places of r's again side where the other side has a number
// more, in order.
func (p *page) clashes(r repeat) []Span {
	var list []Span
	for k := 1; k < len(r); k++ {
		from, to := r[k-1].kept+r[k-1].n, r[k].kept
		n, number := 0, false
		for i := from; i < to; n++ {
			at, c, next := significant(p.t.clean[:to], i)
			if at >= to {
				break
			}
			number = number || numeralAt(p.t.clean, at, c)
			i = next
		}
		if number && n <= farthest {
			list = append(list, Span{r[k-1].again + r[k-1].n, r[k].again})
		}
	}
	return list
}

// sentences cuts a line into its sentences.
func sentences(s string, l Span) []Span {
	var list []Span
	start := l.Start
	for i := l.Start; i < l.End; {
		r, n := runeAt(s, i)
		i += n
		if !finalMark(r) && r != ';' && r != '；' {
			continue
		}
		for i < l.End {
			r, n := runeAt(s, i)
			if !closer(r) && !finalMark(r) {
				break
			}
			i += n
		}
		list = append(list, Span{start, i})
		start = i
	}
	if start < l.End {
		list = append(list, Span{start, l.End})
	}
	return list
}

// seams is how well the text reads on at the edges of the copies when the one
// side is taken out and the other stays.
func (p *page) seams(out, stays cover) float64 {
	lo, hi := p.line(out.spans[0].Start), p.line(out.spans[len(out.spans)-1].Start)
	a, b := p.line(stays.spans[0].Start), p.line(stays.spans[len(stays.spans)-1].Start)
	return p.junction(p.before(lo), p.after(hi)) + p.junction(p.before(a), a) + p.junction(b, p.after(b))
}

// before and after are the next lines of running text in the two directions,
// -1 where a heading or the end of the file comes first.
func (p *page) before(i int) int { return p.beside(i, -1) }
func (p *page) after(i int) int  { return p.beside(i, 1) }

func (p *page) beside(i, step int) int {
	for i += step; i >= 0 && i < len(p.lines); i += step {
		switch p.t.blocks[i].Kind {
		case Paragraph:
			return i
		case Caption, Furniture, Byline:
		default:
			return -1
		}
	}
	return -1
}

// junction is how well line b reads on after line a, 0 where it does not.
func (p *page) junction(a, b int) float64 {
	if a < 0 || b < 0 {
		return 0
	}
	return max(0, junction(p.text(a), p.text(b)))
}

func (p *page) text(i int) string { return p.t.clean[p.lines[i].Start:p.lines[i].End] }

// remaining are the blocks that stay, without what leaves them.
func (p *page) remaining() []draft {
	drafts := make([]draft, 0, len(p.lines))
	for i, l := range p.lines {
		b := p.t.blocks[i]
		d := draft{kind: b.Kind, level: b.Level, mark: b.Start - l.Start}
		slices.SortFunc(p.gone[i], func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
		at := l.Start
		for _, g := range p.gone[i] {
			if g.Start > at {
				d.parts = append(d.parts, Span{at, g.Start})
			}
			at = max(at, g.End)
		}
		if at < l.End {
			d.parts = append(d.parts, Span{at, l.End})
		}
		if len(d.parts) > 0 {
			drafts = append(drafts, d)
		}
	}
	return drafts
}
