// Package normalize turns a report as it lies on disk into the text that its
// author wrote, and keeps the way back: every span of the clean text maps to
// exact bytes of the file.
//
// Two layers lie between the two. Decode reads the file's bytes into UTF-8 and
// remembers how wide each character was (Source). Every later pass takes a
// Text and edits it through one mechanism, the editor, into the next Text,
// which maps each of its spans to the decoded file.
package normalize

import (
	"slices"
	"sort"
)

// Text is the clean text of one file together with its way back to the file.
// It is not changed after Clean has returned it and is safe for concurrent use.
type Text struct {
	*Source
	clean    string
	segments []segment // in clean order, together they cover clean
	edits    []Edit    // in order of Start once Clean has returned
	reach    []int     // how far the edits up to each one reach, for EditsIn
	blocks   []Block
	copies   []Copy
	traits   trait // of clean, once a pass has asked
	rejoined bool  // the blocks are not the lines of the text before: some were joined, moved or left out
}

// A segment says where a stretch of clean text comes from: clean text from
// clean up to the next segment's clean stands for decoded text from..to.
type segment struct {
	clean    int
	from, to int
	even     bool // byte i of the one is byte i of the other; otherwise the whole stands for the whole
	jump     bool // does not continue the segment before it: text between the two was moved or left out whole
}

// Span is a half-open range of byte offsets.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// An Edit is one change that a pass made on the way from the file to the clean
// text.
type Edit struct {
	Reason *Reason
	Start  int     // what was replaced, in the decoded text
	End    int     // Start where something was put in
	To     string  // what stands there now, "" where it was taken out
	Sure   float64 // what the tool would bet that the edit is right, 0 to 1
}

// A Reason names why a pass edits. Reasons are compared by address; each pass
// declares its own beside its code.
type Reason struct {
	Pass string // decode, damage, readings, width, script, ocr, layout, copies
	Name string // what it is that was edited, in a word or two
	Flag string // the record flag that a touched figure carries, "" for none
	Wide bool   // the figures of the whole clause carry the flag, not only those that were touched
	Bulk bool   // too frequent and too certain to be kept unless all edits are asked for
}

// newText is the decoded text before any edit.
func newText(s *Source) *Text {
	return &Text{
		Source:   s,
		clean:    s.decoded,
		segments: []segment{{clean: 0, from: 0, to: len(s.decoded), even: true}},
		edits:    s.invalidEdits(),
	}
}

// Clean is the clean text, UTF-8 in simplified script, one block a line.
func (t *Text) Clean() string { return t.clean }

// Blocks are the lines of the clean text with what each of them is.
func (t *Text) Blocks() []Block { return t.blocks }

// Copies are the places that the file holds twice and the clean text once.
func (t *Text) Copies() []Copy { return t.copies }

// Edits are the edits that were kept, by position in the decoded text. Edits
// that change no figure's standing are kept only with Options.AllEdits.
func (t *Text) Edits() []Edit { return t.edits }

// at is the index of the segment that holds byte i of the clean text.
func (t *Text) at(i int) int {
	return sort.Search(len(t.segments), func(k int) bool { return t.segments[k].clean > i }) - 1
}

// end is where segment k ends in the clean text.
func (t *Text) end(k int) int {
	if k+1 < len(t.segments) {
		return t.segments[k+1].clean
	}
	return len(t.clean)
}

// piece is the decoded text behind clean bytes i to j, both within segment k.
func (t *Text) piece(k, i, j int) Span {
	s := t.segments[k]
	if !s.even {
		return Span{s.from, s.to}
	}
	return Span{s.from + i - s.clean, s.from + j - s.clean}
}

// point is the place in the decoded text that clean offset i stands for.
func (t *Text) point(i int) int {
	switch {
	case len(t.segments) == 0:
		return len(t.decoded)
	case i < len(t.clean):
		k := t.at(i)
		return t.piece(k, i, i).Start
	}
	return t.segments[len(t.segments)-1].to
}

// Decoded maps clean text i to j to the decoded text it was made of: one span
// where it stands in one piece, several where a pass moved its parts together.
// What an edit took out between two parts belongs to the span; what an edit
// put in adds nothing to it.
func (t *Text) Decoded(i, j int) []Span {
	if i >= j {
		at := t.point(i)
		return []Span{{at, at}}
	}
	spans := make([]Span, 0, 1)
	jumped := false
	for k := t.at(i); k < len(t.segments) && t.segments[k].clean < j; k++ {
		p := t.piece(k, max(i, t.segments[k].clean), min(j, t.end(k)))
		n := len(spans)
		jumped = jumped || t.segments[k].jump
		switch {
		case n > 0 && p.Len() == 0:
			continue
		case n > 0 && spans[n-1].Len() == 0:
			spans[n-1] = p
		case n > 0 && !jumped:
			spans[n-1].End = max(spans[n-1].End, p.End)
		default:
			spans = append(spans, p)
		}
		jumped = false
	}
	return spans
}

// EditsIn yields the kept edits that touch decoded text s.
func (t *Text) EditsIn(s Span) []Edit {
	k := sort.Search(len(t.edits), func(k int) bool { return t.edits[k].Start >= s.End })
	first := k
	for first > 0 && (t.edits[first-1].Start >= s.Start || t.reach[first-1] > s.Start) {
		first--
	}
	var in []Edit
	for _, e := range t.edits[first:k] {
		if e.End > s.Start || e.Start >= s.Start {
			in = append(in, e)
		}
	}
	return in
}

// settle sorts the edits once all passes are through.
func (t *Text) settle() {
	slices.SortStableFunc(t.edits, func(a, b Edit) int { return a.Start - b.Start })
	t.edits = slices.Compact(t.edits) // a doubt of the second look as well
	t.reach = make([]int, len(t.edits))
	end := 0
	for k, e := range t.edits {
		end = max(end, e.End)
		t.reach[k] = end
	}
}
