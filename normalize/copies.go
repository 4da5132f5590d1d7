package normalize

import (
	"slices"
	"sort"
)

// Blocks that came out twice: which repeats are accidents, and which of the two
// copies stays.

// A Copy is a stretch of the file that repeats another by an accident of
// extraction. Only one of the two is in the clean text.
type Copy struct {
	Kept  Span   // in the clean text, within one block
	Again Span   // in the decoded text
	pairs repeat // from the clean text to the text before
	prior *Text  // the text that still held both
	text  string // the clean text
	reach int    // the furthest end of this Kept and those before it
}

// Place maps i to j, a stretch of the kept text, to the same stretch of the
// copy in the decoded text; false where the copy does not have it, or has it in
// other words.
func (c Copy) Place(i, j int) (Span, bool) {
	k := sort.Search(len(c.pairs), func(k int) bool { return c.pairs[k].kept+c.pairs[k].n > i })
	if k == len(c.pairs) || i >= j || c.pairs[k].kept > i {
		return Span{}, false
	}
	start := c.pairs[k].again + i - c.pairs[k].kept
	for ; k < len(c.pairs) && c.pairs[k].kept+c.pairs[k].n < j; k++ {
		if k+1 == len(c.pairs) || !c.sameGap(c.pairs[k], c.pairs[k+1]) {
			return Span{}, false
		}
	}
	if k == len(c.pairs) || c.pairs[k].kept >= j {
		return Span{}, false
	}
	return hull(c.prior.Decoded(start, c.pairs[k].again+j-c.pairs[k].kept))
}

// sameGap tells whether nothing that counts stands between two pairs, on either
// side.
func (c Copy) sameGap(a, b pair) bool {
	return empty(c.text, a.kept+a.n, b.kept) && empty(c.prior.clean, a.again+a.n, b.again)
}

// empty tells whether s[i:j] is short and has nothing that counts.
func empty(s string, i, j int) bool {
	if i > j {
		return false
	}
	at, _, _ := significant(s[:j], i)
	return at == j && j-i <= maxGap
}

// maxGap is how many bytes of marks and breaks may stand within a figure.
const maxGap = 8

// hull is the one span from the first to the last of spans that follow each
// other.
func hull(spans []Span) (Span, bool) {
	for k := 1; k < len(spans); k++ {
		if spans[k].Start < spans[k-1].End {
			return Span{}, false
		}
	}
	return Span{spans[0].Start, spans[len(spans)-1].End}, true
}

// CopiesOf are the places in the decoded text where the file has clean text i
// to j once more, in order.
func (t *Text) CopiesOf(i, j int) []Span {
	k := sort.Search(len(t.copies), func(k int) bool { return t.copies[k].Kept.Start >= j })
	var again []Span
	for k--; k >= 0 && t.copies[k].reach > i; k-- {
		if s, ok := t.copies[k].Place(i, j); ok {
			again = append(again, s)
		}
	}
	slices.SortFunc(again, func(a, b Span) int { return a.Start - b.Start })
	return again
}

// copies takes out what the file holds twice by accident, and joins the
// sentences that a column, a caption or such a block had cut in two. The two
// depend on each other: a copy that completes a sentence is the one that stays.
//
// What was joined can show what else belongs together, so the text is looked at
// again, as if it came from a file, until it stays as it is.
func copies(t *Text, o Options) *Text {
	found := t
	if t = single(t, o); t == found && !unsettled(t) {
		return t
	}
	for range maxRounds {
		again := single(layout(t, o), o)
		if again.clean == t.clean {
			break
		}
		inherit(again, t)
		t = again
	}
	return t
}

// unsettled tells whether a text could be laid out otherwise if it came from a
// file as it stands: a sentence breaks off, or lines look as if they were
// wrapped.
func unsettled(t *Text) bool {
	var narrow []line
	for i, b := range t.blocks {
		text := t.clean[b.Start:b.End]
		if (b.Kind == Paragraph || b.Kind == Caption) && torn(text) {
			return true
		}
		if w := columns(text); len(text) <= 3*widest && w <= widest {
			narrow = append(narrow, line{Span: b.Span, width: w, chars: characters(text)})
			if i+1 < len(t.blocks) {
				continue
			}
		}
		if measure(t.clean, narrow).width > 0 {
			return true
		}
		narrow = narrow[:0]
	}
	return false
}

// inherit gives the blocks of t that read as they did before the kinds that they
// had when the blank lines around them were still there.
func inherit(t, before *Text) {
	kinds := make(map[string]Block, len(before.blocks))
	for _, b := range before.blocks {
		kinds[before.clean[b.Start:b.End]] = b
	}
	for i, b := range t.blocks {
		if was, ok := kinds[t.clean[b.Start:b.End]]; ok {
			t.blocks[i].Kind, t.blocks[i].Level = was.Kind, was.Level
		}
	}
}

// maxRounds is how often a text is looked at again.
const maxRounds = 4

// single is one round of copies.
func single(t *Text, o Options) *Text {
	p := newPage(t)
	for _, r := range repeats(t.clean) {
		p.settle(r)
	}
	drafts, joined := reorder(t.clean, p.remaining())
	if len(p.dropped) == 0 && !joined {
		return t
	}
	return p.assemble(o, drafts)
}
