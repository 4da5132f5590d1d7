package normalize

import (
	"math"
	"strings"
)

// Putting a text together out of blocks that a pass has found, joined, moved
// or left out.

// A draft is a block in the making: stretches of the old text, in the order in
// which they are read.
type draft struct {
	parts []Span
	kind  Kind
	level int
	mark  int // bytes of markup before a heading
	gap   int // blank lines before it
	// joins are the parts that go on with a sentence of another block.
	joins []seamAt
	// indented is set where the block's first line is set in from the others.
	indented bool
}

// A seamAt is the part of a draft at which a sentence was put together, and the
// evidence for it.
type seamAt struct {
	part     int
	evidence float64
}

// text is the block's text with its lines joined.
func (d *draft) text(s string) string {
	if len(d.parts) == 1 {
		return s[d.parts[0].Start:d.parts[0].End]
	}
	var b strings.Builder
	for i, p := range d.parts {
		if i > 0 {
			b.WriteString(seam(s, d.parts[i-1], p))
		}
		b.WriteString(s[p.Start:p.End])
	}
	return b.String()
}

// seam is what stands between two stretches when they are joined: a blank
// between two words of letters, else nothing.
func seam(s string, a, b Span) string {
	if latin(last(s[a.Start:a.End])) && latin(first(s[b.Start:b.End])) {
		return " "
	}
	return ""
}

var (
	brokenLine = &Reason{Pass: "layout", Name: "lines joined", Bulk: true}
	blockEnd   = &Reason{Pass: "layout", Name: "blocks told apart", Bulk: true}
	moved      = &Reason{Pass: "copies", Name: "halves of a sentence joined", Bulk: true}
	movedMaybe = &Reason{Pass: "copies", Name: "pieces that may be halves of a sentence joined", Flag: "joined", Wide: true}
	movedUnit  = &Reason{Pass: "copies", Name: "halves of a quantity joined", Flag: "joined"}
	twice      = &Reason{Pass: "copies", Name: "repeated text", Bulk: true}
)

// assemble makes the text that consists of these blocks, one a line. The
// stretches in out are left out of it as copies.
func assemble(old *Text, o Options, drafts []draft, out []Span) *Text {
	e := edit(old, o)
	e.out.Grow(len(old.clean))
	blocks := make([]Block, 0, len(drafts))
	rejoined := old.rejoined || len(out) > 0
	for i := range drafts {
		d := &drafts[i]
		rejoined = rejoined || len(d.parts) > 1
		if i == 0 {
			e.skip(d.parts[0].Start)
		} else {
			e.part(d.parts[0].Start, "\n", blockEnd)
		}
		start := e.length()
		for k, p := range d.parts {
			if k > 0 {
				e.part(p.Start, seam(old.clean, d.parts[k-1], p), brokenLine)
			}
			e.keep(p.End)
		}
		for _, j := range d.joins {
			e.noteJoin(d.parts[j.part-1], d.parts[j.part], j.evidence)
		}
		blocks = append(blocks, Block{Span{start + d.mark, e.length()}, d.kind, d.level})
	}
	if strings.TrimSpace(old.clean[e.at:]) == "" {
		e.skip(len(old.clean))
	} else {
		e.jump(len(old.clean)) // what is there was moved or left out
	}
	for _, s := range out {
		e.note(old.Decoded(s.Start, s.End)[0], "", twice, 1)
	}
	t := *e.done()
	t.blocks, t.rejoined = blocks, rejoined
	return &t
}

// length is how much of the new text there is.
func (e *editor) length() int { return e.out.Len() }

// skip leaves out what lies between the editor and i, which must be blank.
func (e *editor) skip(i int) {
	if i > e.at {
		e.replace(e.at, i, "", blockEnd, 1)
	}
}

// part goes on at i with text between that stands for what lies between.
func (e *editor) part(i int, between string, why *Reason) {
	switch {
	case i < e.at || strings.TrimSpace(e.old.clean[e.at:i]) != "":
		if between != "" {
			e.replace(e.at, e.at, between, why, 1)
		}
		e.jump(i)
	case e.old.clean[e.at:i] == between:
		e.keep(i)
	default:
		e.replace(e.at, i, between, why, 1)
	}
}

// noteJoin notes that a sentence was put together out of a and b, and what a
// figure whose number and unit were apart must know of it.
func (e *editor) noteJoin(a, b Span, evidence float64) {
	sure := 1 - math.Exp(-evidence/2)
	left := e.old.clean[a.Start:a.End]
	if cutNumber(left, e.old.clean[b.Start:b.End]) != noCut {
		e.doubt(a.Start+quantityTail(left), a.End, movedUnit, sure)
		return
	}
	_, n := runeAt(left, len(left)-len(lastCharacters(left, 1)))
	whole, _, _ := e.stretch(a.End-n, a.End)
	why := moved
	if evidence < convincing {
		why = movedMaybe
	}
	e.note(whole, left[len(left)-n:], why, sure)
}
