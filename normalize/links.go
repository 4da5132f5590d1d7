package normalize

import (
	"cmp"
	"slices"
	"sort"
)

// The way from the text that stays to the copies that left it.

// assemble makes the text that consists of the drafts, with its copies: those
// that leave it now and those that left it before.
func (p *page) assemble(o Options, drafts []draft) *Text {
	var out []Span
	for _, gone := range p.gone {
		out = append(out, gone...)
	}
	t := assemble(p.t, o, drafts, out)
	l := linker{t: t, moves: movesOf(p.t.clean, drafts, t.blocks), dropped: p.dropped}
	slices.SortFunc(l.dropped, func(a, b repeat) int { return cmp.Compare(a.again().Start, b.again().Start) })
	t.copies = nil
	for _, r := range l.dropped {
		l.link(r, p.t)
	}
	for _, c := range p.t.copies {
		l.link(c.pairs, c.prior)
	}
	l.order()
	return t
}

// A linker leads from a text to what left it.
type linker struct {
	t       *Text
	moves   repeat   // from the text before to t
	dropped []repeat // what left the text before, in order
}

// link adds the copies that r leads to, one for each block that holds a part of
// its kept side; again is the side in prior. Where the kept side was dropped
// itself, in favour of a third, the third is it.
func (l *linker) link(r repeat, prior *Text) {
	placed := r.through(l.moves)
	kept := r.kept()
	k := sort.Search(len(l.dropped), func(k int) bool { return l.dropped[k].again().End > kept.Start })
	for ; k < len(l.dropped) && l.dropped[k].again().Start < kept.End; k++ {
		placed = append(placed, r.through(l.dropped[k].turned()).through(l.moves)...)
	}
	slices.SortFunc(placed, func(a, b pair) int { return cmp.Compare(a.kept, b.kept) })
	blocks := l.t.blocks
	for len(placed) > 0 {
		k := sort.Search(len(blocks), func(k int) bool { return blocks[k].End > placed[0].kept })
		n := 1
		for n < len(placed) && placed[n].kept < blocks[k].End {
			n++
		}
		part := placed[:n:n]
		placed = placed[n:]
		lo, hi := part[0].again, part[0].again+part[0].n
		for _, q := range part {
			lo, hi = min(lo, q.again), max(hi, q.again+q.n)
		}
		if again, ok := hull(prior.Decoded(lo, hi)); ok {
			l.t.copies = append(l.t.copies, Copy{Kept: part.kept(), Again: again, pairs: part, prior: prior, text: l.t.clean})
		}
	}
}

// order sorts the copies once all are linked.
func (l *linker) order() {
	copies := l.t.copies
	slices.SortFunc(copies, func(a, b Copy) int {
		return cmp.Or(cmp.Compare(a.Kept.Start, b.Kept.Start), cmp.Compare(a.Again.Start, b.Again.Start))
	})
	reach := 0
	for i := range copies {
		reach = max(reach, copies[i].Kept.End)
		copies[i].reach = reach
	}
}

// movesOf says where the stretches of the old text (kept) stand in the new
// (again), in order of the old.
func movesOf(s string, drafts []draft, blocks []Block) repeat {
	var moves repeat
	for i := range drafts {
		d := &drafts[i]
		at := blocks[i].Start - d.mark
		for k, part := range d.parts {
			if k > 0 {
				at += len(seam(s, d.parts[k-1], part))
			}
			moves = append(moves, pair{part.Start, at, part.Len()})
			at += part.Len()
		}
	}
	slices.SortFunc(moves, func(a, b pair) int { return cmp.Compare(a.kept, b.kept) })
	return moves
}

// through maps the kept side of r by moves; what moves lacks is left out.
func (r repeat) through(moves repeat) repeat {
	var out repeat
	for _, p := range r {
		k := sort.Search(len(moves), func(k int) bool { return moves[k].kept+moves[k].n > p.kept })
		for ; k < len(moves) && moves[k].kept < p.kept+p.n; k++ {
			lo, hi := max(p.kept, moves[k].kept), min(p.kept+p.n, moves[k].kept+moves[k].n)
			out = append(out, pair{moves[k].again + lo - moves[k].kept, p.again + lo - p.kept, hi - lo})
		}
	}
	return out
}
