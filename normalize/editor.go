package normalize

import (
	"slices"
	"strings"
)

// An editor makes one Text out of another. It moves forward through the old
// text: replace and rewrite copy what lies before them as it is, jump goes on
// from another place. Nothing is copied before the first edit, so a pass that
// finds nothing costs nothing.
//
// Blocks and copies are carried over as they are, with their old offsets: a
// pass that edits after blocks were told apart sets them anew.
type editor struct {
	old      *Text
	log      bool // keep bulk edits too
	at       int  // the old text up to here is copied or left out
	near     int  // the segment of old that was copied last
	out      strings.Builder
	segments []segment
	edits    []Edit
	jumped   bool // the next segment continues nothing
	touched  bool
}

func edit(old *Text, o Options) *editor {
	return &editor{old: old, log: o.AllEdits}
}

// keep copies the old text from where the editor stands up to i.
func (e *editor) keep(i int) {
	if i > e.at {
		e.copyAs(i, e.old.clean[e.at:i])
	}
}

// copyAs copies the old text from where the editor stands up to i, with clean
// in its place, which corresponds to it byte by byte.
func (e *editor) copyAs(i int, clean string) {
	start := e.at
	for k := e.segment(e.at); e.at < i; k++ {
		e.near = k
		end := min(i, e.old.end(k))
		old := e.old.segments[k]
		p := e.old.piece(k, e.at, end)
		e.put(segment{from: p.Start, to: p.End, even: old.even, jump: old.jump && e.at == old.clean}, clean[e.at-start:end-start])
		e.at = end
	}
}

// segment is the segment of old that holds clean byte i; it is mostly the one
// that was used last or the next.
func (e *editor) segment(i int) int {
	for k := e.near; k < min(e.near+2, len(e.old.segments)); k++ {
		if e.old.segments[k].clean <= i && i < e.old.end(k) {
			return k
		}
	}
	return e.old.at(i)
}

// put appends clean text that stands for seg's piece of the decoded text.
func (e *editor) put(seg segment, clean string) {
	if e.out.Cap() == 0 {
		e.out.Grow(len(e.old.clean))
	}
	if e.segments == nil {
		e.out.Grow(len(e.old.clean))
		e.segments = make([]segment, 0, len(e.old.segments)+8)
	}
	seg.clean = e.out.Len()
	seg.jump = (seg.jump || e.jumped) && seg.clean > 0
	e.jumped = false
	e.out.WriteString(clean)
	if n := len(e.segments); n > 0 && seg.even && e.segments[n-1].even && e.segments[n-1].to == seg.from {
		e.segments[n-1].to = seg.to
		return
	}
	e.segments = append(e.segments, seg)
}

// replace puts to where the old text has i to j. With j == i it puts something
// in, with to == "" it takes something out; what stays then still maps over
// the gap. What is put in belongs to the text before it, on whichever side of
// a jump it stands.
func (e *editor) replace(i, j int, to string, why *Reason, sure float64) {
	e.keep(i)
	e.touched = true
	if i == j {
		at := e.old.point(i)
		if n := len(e.segments); n > 0 {
			at = e.segments[n-1].to
		}
		jumped := e.jumped
		e.jumped = false
		if to != "" {
			e.put(segment{from: at, to: at}, to)
		}
		e.jumped = jumped
		e.note(Span{at, at}, to, why, sure)
		return
	}
	whole, before, within := e.stretch(i, j)
	if to != "" {
		e.put(segment{from: whole.Start, to: whole.End, jump: before}, to)
		before = false
	}
	e.jumped = e.jumped || before || within
	e.note(whole, to, why, sure)
	e.at = j
}

// rewrite puts to, which is as long as the old text i to j and corresponds to
// it byte by byte.
func (e *editor) rewrite(i, j int, to string, why *Reason, sure float64) {
	e.keep(i)
	if i == j {
		return
	}
	e.touched = true
	whole, _, _ := e.stretch(i, j)
	e.copyAs(j, to)
	e.note(whole, to, why, sure)
}

// doubt keeps a note on old text i to j and leaves the text as it is.
func (e *editor) doubt(i, j int, why *Reason, sure float64) {
	whole, _, _ := e.stretch(i, j)
	e.note(whole, e.old.clean[i:j], why, sure)
}

// jump goes on copying from i, before or behind the place where the editor
// stands: to leave out a block, or to move it.
func (e *editor) jump(i int) {
	if i != e.at {
		e.at, e.jumped, e.touched = i, true, true
	}
}

// stretch is the decoded text behind old text i to j, up to the first jump
// within, and whether there are jumps before its first byte and within.
func (e *editor) stretch(i, j int) (whole Span, before, within bool) {
	first := e.segment(i)
	whole = e.old.piece(first, i, min(j, e.old.end(first)))
	before = e.old.segments[first].jump && e.old.segments[first].clean == i
	for k := first + 1; k < len(e.old.segments) && e.old.segments[k].clean < j; k++ {
		if within = within || e.old.segments[k].jump; !within {
			whole.End = max(whole.End, e.old.piece(k, e.old.segments[k].clean, min(j, e.old.end(k))).End)
		}
	}
	return whole, before, within
}

// note keeps an edit of decoded text s for the log.
func (e *editor) note(s Span, to string, why *Reason, sure float64) {
	if !why.Bulk || e.log {
		e.edits = append(e.edits, Edit{Reason: why, Start: s.Start, End: s.End, To: to, Sure: sure})
	}
}

// done copies the rest and returns the new text; the old one where nothing
// was edited.
func (e *editor) done() *Text {
	if !e.touched {
		if len(e.edits) == 0 {
			return e.old
		}
		noted := *e.old
		noted.edits = slices.Concat(e.old.edits, e.edits)
		return &noted
	}
	e.keep(len(e.old.clean))
	return e.cut()
}

// cut returns the new text without what the editor has not reached.
func (e *editor) cut() *Text {
	return &Text{
		Source:   e.old.Source,
		clean:    e.out.String(),
		segments: e.segments,
		edits:    slices.Concat(e.old.edits, e.edits),
		blocks:   e.old.blocks,
		copies:   e.old.copies,
	}
}
