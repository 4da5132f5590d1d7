package normalize

import (
	"slices"
	"strings"
)

// An editor makes one Text out of another. It moves forward through the old
// text: replace and rewrite copy what lies before them as it is, jump goes on
// from another place. Nothing is copied before the first edit, so a pass that
// finds nothing costs nothing.
type editor struct {
	old      *Text
	log      bool // keep bulk edits too
	at       int  // the old text up to here is copied or left out
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
	if i <= e.at {
		return
	}
	for k := e.old.at(e.at); e.at < i; k++ {
		end := min(i, e.old.end(k))
		p := e.old.piece(k, e.at, end)
		e.put(segment{from: p.Start, to: p.End, even: e.old.segments[k].even, jump: e.old.segments[k].jump && e.at == e.old.segments[k].clean}, e.old.clean[e.at:end])
		e.at = end
	}
}

// put appends clean text that stands for seg's piece of the decoded text.
func (e *editor) put(seg segment, clean string) {
	seg.clean = e.out.Len()
	seg.jump = seg.jump || e.jumped
	e.jumped = false
	e.out.WriteString(clean)
	if n := len(e.segments); n > 0 && seg.even && !seg.jump && e.segments[n-1].even && e.segments[n-1].to == seg.from {
		e.segments[n-1].to = seg.to
		return
	}
	e.segments = append(e.segments, seg)
}

// replace puts to where the old text has i to j. With j == i it puts something
// in, with to == "" it takes something out; what stays then still maps over
// the gap.
func (e *editor) replace(i, j int, to string, why *Reason, sure float64) {
	e.keep(i)
	e.touched = true
	spans := e.old.Decoded(i, j)
	if to != "" {
		e.put(segment{from: spans[0].Start, to: spans[0].End}, to)
	}
	e.note(spans[0], to, why, sure)
	e.jumped = e.jumped || len(spans) > 1
	e.at = j
}

// rewrite puts to, which is as long as the old text i to j and corresponds to
// it byte by byte.
func (e *editor) rewrite(i, j int, to string, why *Reason, sure float64) {
	e.keep(i)
	e.touched = true
	for k := e.old.at(i); e.at < j; k++ {
		end := min(j, e.old.end(k))
		p := e.old.piece(k, e.at, end)
		e.put(segment{from: p.Start, to: p.End, even: e.old.segments[k].even, jump: e.old.segments[k].jump && e.at == e.old.segments[k].clean}, to[e.at-i:end-i])
		e.at = end
	}
	e.note(e.old.Decoded(i, j)[0], to, why, sure)
}

// jump goes on copying from i, before or behind the place where the editor
// stands: to leave out a block, or to move it.
func (e *editor) jump(i int) {
	if i != e.at {
		e.at, e.jumped, e.touched = i, true, true
	}
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
		return e.old
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
