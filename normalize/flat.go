package normalize

import "strings"

// Flattened pages: a page whose breaks became blanks. A blank behind the end
// of a sentence was a break, and so were the blanks around the short pieces,
// the headings, between the end of one sentence and the beginning of the next.

// minFlat is how many bytes a line has at least that is taken for a page.
const minFlat = 240

// unflatten cuts the drafts that are flattened pages into their blocks.
func unflatten(s string, drafts []draft) []draft {
	var out []draft // nil as long as nothing is cut
	for i, d := range drafts {
		cuts := breaks(s, d)
		if len(cuts) == 0 {
			if out != nil {
				out = append(out, d)
			}
			continue
		}
		if out == nil {
			out = append(make([]draft, 0, len(drafts)+len(cuts)), drafts[:i]...)
		}
		at := d.parts[0].Start
		for _, c := range cuts {
			out = append(out, draft{parts: []Span{{at, c.Start}}, gap: d.gap, indented: d.indented})
			at, d.gap, d.indented = c.End, 0, false
		}
		out = append(out, draft{parts: []Span{{at, d.parts[0].End}}})
	}
	if out == nil {
		return drafts
	}
	return out
}

// A piece of a flattened page is what stands between two of its blanks.
type pagePiece struct {
	Span
	closed bool // ends a sentence
	short  bool // can be a heading, or part of one
}

// breaks are the blanks of a flattened page that were breaks, in order; none
// where d is no such page.
func breaks(s string, d draft) []Span {
	if len(d.parts) > 1 || d.parts[0].Len() < minFlat {
		return nil
	}
	if text := s[d.parts[0].Start:d.parts[0].End]; strings.IndexByte(text, ' ') < 0 && !strings.Contains(text, "\u3000") {
		return nil // as nearly every line
	}
	pieces := pagePieces(s, d.parts[0])
	if !flattened(s, pieces) {
		return nil
	}
	var cuts []Span
	for i := 0; i+1 < len(pieces); {
		cut := Span{pieces[i].End, pieces[i+1].Start}
		switch {
		case pieces[i].closed:
			cuts = append(cuts, cut)
			i++
			// The short pieces before the next sentence are its heading.
			k := i
			for k+1 < len(pieces) && pieces[k].short {
				k++
			}
			if k > i && k-i <= 3 {
				cuts = append(cuts, Span{pieces[k-1].End, pieces[k].Start})
			}
			i = k
		case i == 0 && pieces[i].short:
			k := i
			for k+1 < len(pieces) && pieces[k].short {
				if k > i && strings.HasPrefix(s[pieces[k].Start:], "—") { // the line under the title
					cuts = append(cuts, Span{pieces[k-1].End, pieces[k].Start})
				}
				k++
			}
			if k <= 4 {
				cuts = append(cuts, Span{pieces[k-1].End, pieces[k].Start})
			}
			i = k
		default:
			i++
		}
	}
	return cuts
}

// flattened tells whether blanks stand for breaks in a page of these pieces:
// there are some behind ended sentences, and fewer than there are sentences,
// unless the writer puts a blank behind every mark.
func flattened(s string, pieces []pagePiece) bool {
	if len(pieces) < 2 {
		return false
	}
	behind, sentences := 0, 0
	for i, p := range pieces {
		for k, r := range s[p.Start:p.End] {
			if finalMark(r) && k > 0 {
				sentences++
			}
		}
		if p.closed && i+1 < len(pieces) {
			behind++
		}
	}
	return behind > 0 && (behind < 6 || behind*10 < sentences*9)
}

// pagePieces cuts a line at its blanks.
func pagePieces(s string, l Span) []pagePiece {
	var pieces []pagePiece
	start := l.Start
	for i := l.Start; i < l.End; {
		n := blankAt(s, i)
		if n == 0 {
			i++
			continue
		}
		end := i
		for i < l.End && n > 0 {
			i += n
			if i < l.End {
				n = blankAt(s, i)
			}
		}
		// A blank between two words of letters is no break.
		if latin(last(s[:end])) && latin(first(s[i:])) {
			continue
		}
		pieces = append(pieces, pagePieceOf(s, Span{start, end}))
		start = i
	}
	return append(pieces, pagePieceOf(s, Span{start, l.End}))
}

func pagePieceOf(s string, p Span) pagePiece {
	text := s[p.Start:p.End]
	return pagePiece{p, finalMark(last(trimClosers(text))), headingText(text)}
}
