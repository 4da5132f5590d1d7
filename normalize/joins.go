package normalize

import (
	"cmp"
	"slices"
	"strings"
)

// Reading order: the halves of sentences that a column, a caption or another
// block had cut apart are brought together again.

const (
	adjacent     = 2.0 // evidence of standing next to each other
	interrupted  = 0.5 // evidence of a caption that stands between
	enoughNear   = 2.0 // evidence that a join needs
	enoughAfar   = 2.5 // the same between halves that stand apart
	enoughForBit = 3.6 // the same for a piece that is short or may be a caption
	bit          = 40  // bytes of a piece too short to be the rest of a paragraph
	window       = 40  // blocks between halves that stand apart
	perBlock     = 0.05
	convincing   = 3.5     // evidence of a join that figures need no flag for
	known        = 1.0     // evidence of the same words elsewhere in the file
	nearby       = 1 << 14 // bytes on each side that are searched for them
)

// A chain is the order of blocks: which block reads on in which.
type chain struct {
	s      string
	drafts []draft
	texts  []string
	next   []int // the block that goes on with the sentence of this one, -1 for none
	prev   []int
	sure   []float64 // of the join to next, the evidence for it
}

// reorder joins the halves of sentences. What stood between them follows them.
func reorder(s string, drafts []draft) ([]draft, bool) {
	c := &chain{s: s, drafts: drafts, texts: make([]string, len(drafts)), next: make([]int, len(drafts)), prev: make([]int, len(drafts)), sure: make([]float64, len(drafts))}
	for i := range drafts {
		c.next[i], c.prev[i] = -1, -1
		c.texts[i] = drafts[i].text(s)[drafts[i].mark:]
	}
	list := c.candidates()
	if len(list) == 0 {
		return drafts, false
	}
	slices.SortStableFunc(list, func(a, b join) int { return cmp.Compare(b.rank(), a.rank()) })
	joined := false
	for _, j := range list {
		joined = c.link(j) || joined
	}
	joined = c.closeUp() || joined
	if !joined {
		return drafts, false
	}
	return c.ordered(), true
}

// A join is two blocks of which the second may go on with the first.
type join struct {
	a, b  int
	score float64
	close bool // nothing but captions and furniture stands between them
	weak  bool // nothing but a verb without a subject speaks for it, or a number for a number
}

// rank puts what stands together below what the words tell.
func (j join) rank() float64 {
	if j.close {
		return j.score - adjacent/4
	}
	return j.score
}

// candidates are the joins that have enough for them.
func (c *chain) candidates() []join {
	var list []join
	oddStart := make([]int8, len(c.drafts)) // 1 odd, -1 not, 0 not known yet
	for a := range c.drafts {
		if !c.broken(a) {
			continue
		}
		beside := c.beside(a)
		if beside >= 0 {
			j, ok := c.weigh(a, beside, true)
			if !ok && mayBeCaption(c.texts[beside]) {
				// What does not go on with the sentence and is as short as a
				// caption may be one: the block behind it may go on.
				if beside = c.beside(beside); beside >= 0 {
					j, ok = c.weigh(a, beside, true)
				}
			}
			if ok {
				list = append(list, j)
			}
		}
		if c.drafts[a].kind == Heading {
			continue // only what stands next to it can show that it is none
		}
		for b := max(0, a-window); b < min(len(c.drafts), a+window+1); b++ {
			if b == a || b == beside || c.drafts[b].kind != Paragraph {
				continue
			}
			if oddStart[b] == 0 {
				oddStart[b] = -1
				if odd(c.texts[b]) {
					oddStart[b] = 1
				}
			}
			if oddStart[b] < 0 && !completes(c.texts[a], c.texts[b]) {
				continue
			}
			if j, ok := c.weigh(a, b, false); ok {
				list = append(list, j)
			}
		}
	}
	return unrivalled(list)
}

// unrivalled drops the weak joins of a block that has several.
func unrivalled(list []join) []join {
	weak := map[int]int{}
	for _, j := range list {
		if j.weak {
			weak[j.a]++
		}
	}
	return slices.DeleteFunc(list, func(j join) bool { return j.weak && weak[j.a] > 1 })
}

// broken tells whether block i breaks off in mid-sentence. A line that looks
// like a heading can be the beginning of a paragraph of one line.
func (c *chain) broken(i int) bool {
	d := &c.drafts[i]
	return (d.kind == Paragraph || d.kind == Heading && d.mark == 0 && d.level == 1 && !numbered(c.texts[i])) && torn(c.texts[i]) && !telephone(c.texts[i]) && !counter(c.texts[i])
}

// counter tells whether a text is the number of a section that stands alone
// above it: 01.
func counter(text string) bool {
	const longest = 2 // digits of one
	number := strings.TrimSpace(text)
	return number != "" && len(number) <= longest && strings.Trim(number, "0123456789") == ""
}

// telephone tells whether a text ends in a telephone number, which no unit
// follows: seven digits or more, in groups or behind a word such as 电话.
func telephone(text string) bool {
	number := text[len(strings.TrimRight(text, "0123456789-() ")):]
	digits := 0
	for _, r := range number {
		if digit(r) {
			digits++
		}
	}
	return digits >= 7 && (strings.ContainsAny(strings.TrimSpace(number), "- ") || tells("note", text))
}

func numbered(text string) bool { return numbering(text) > 0 }

// beside is the next block of running text after i, -1 where something else
// than captions and furniture comes first.
func (c *chain) beside(i int) int {
	for k := i + 1; k < len(c.drafts); k++ {
		switch c.drafts[k].kind {
		case Paragraph:
			return k
		case Caption, Furniture, Byline:
		default:
			return -1
		}
	}
	return -1
}

// weigh tells whether enough speaks for a join.
func (c *chain) weigh(a, b int, close bool) (join, bool) {
	score := evidence(c.texts[a], c.texts[b])
	need := enoughAfar
	if close {
		score += adjacent
		if b > a+1 {
			score += interrupted
		}
		need = enoughNear
	} else {
		score -= perBlock * float64(max(a-b, b-a))
	}
	if b := c.texts[b]; close && (len(b) < bit || mayBeCaption(b)) {
		need = enoughForBit
	}
	if c.drafts[a].kind == Heading && !begins("opens", c.texts[a]) {
		need = adjacent + ofWord
	}
	if score+known+ofVerb < need {
		return join{}, false // as nearly always
	}
	score -= opening(c.texts[a], c.texts[b])
	if score < need && score+known >= need && c.heard(a, b) {
		score += known
	}
	weak := !close && cutNumber(c.texts[a], c.texts[b]) == nearCut
	if !close && b > a && score < need && openEnded(last(c.texts[a])) && begins("carries", c.texts[b]) {
		score += ofVerb
		weak = true
	}
	return join{a, b, score, close, weak}, score >= need
}

// mayBeCaption tells whether a block of text can be a caption by its form.
func mayBeCaption(text string) bool { return captionText(text) && !counting(text) }

// heard tells whether the words across the break stand elsewhere nearby.
func (c *chain) heard(a, b int) bool {
	end := lastCharacters(c.texts[a], 2)
	start := firstCharacters(c.texts[b], 2)
	if end == "" || start == "" {
		return false
	}
	one, two := end+firstCharacters(start, 1), lastCharacters(end, 1)+start
	if strings.ContainsAny(one+two, "，。、；：,;:“”（）《》") {
		return false
	}
	at := c.drafts[a].parts[0].Start
	near := c.s[max(0, at-nearby):min(len(c.s), at+nearby)]
	return strings.Contains(near, one) || strings.Contains(near, two)
}

func firstCharacters(s string, n int) string {
	i := 0
	for range n {
		if i == len(s) {
			return ""
		}
		_, w := runeAt(s, i)
		i += w
	}
	return s[:i]
}

func lastCharacters(s string, n int) string {
	i := len(s)
	for range n {
		if i == 0 {
			return ""
		}
		i--
		for i > 0 && s[i]&0xC0 == 0x80 {
			i--
		}
	}
	return s[i:]
}

// link makes a join unless one of the halves is taken or it would close a ring.
func (c *chain) link(j join) bool {
	if c.next[j.a] >= 0 || c.prev[j.b] >= 0 || c.head(j.a) == j.b {
		return false
	}
	c.next[j.a], c.prev[j.b], c.sure[j.a] = j.b, j.a, j.score
	return true
}

// head is the first block of the chain that i is in.
func (c *chain) head(i int) int {
	for c.prev[i] >= 0 {
		i = c.prev[i]
	}
	return i
}

// closeUp goes on with the blocks that break off before a block that turned
// out to belong to another: the two come to stand there together.
func (c *chain) closeUp() bool {
	joined := false
	for a := range c.drafts {
		if c.next[a] >= 0 || !c.broken(a) {
			continue
		}
		b := c.beside(a)
		if b < 0 || c.prev[b] < 0 {
			continue
		}
		if h := c.head(b); h != a && c.drafts[h].kind == Paragraph && c.head(a) != h {
			if j, ok := c.weigh(a, h, true); ok {
				joined = c.link(j) || joined
			}
		}
	}
	return joined
}

// ordered are the blocks in reading order, the chains at the place of their
// heads.
func (c *chain) ordered() []draft {
	out := make([]draft, 0, len(c.drafts))
	for i := range c.drafts {
		if c.prev[i] >= 0 {
			continue
		}
		d := c.drafts[i]
		for k := i; c.next[k] >= 0; k = c.next[k] {
			d.parts = append(slices.Clip(d.parts), c.drafts[c.next[k]].parts...)
			d.joins = append(d.joins, seamAt{len(d.parts) - len(c.drafts[c.next[k]].parts), c.sure[k]})
			d.kind, d.level = Paragraph, 0
		}
		out = append(out, d)
	}
	return c.titleFirst(out)
}

// titleFirst moves a title with its by-line that had cut a sentence of its own
// article to the front, where the article has no other.
func (c *chain) titleFirst(out []draft) []draft {
	crossed := false
	first, end := -1, -1
	for i := range out {
		if out[i].kind == Title {
			first = i
			break
		}
		crossed = i < len(out)-1 && out[i+1].kind == Title && out[i].joins != nil && c.spans(out[i], out[i+1])
	}
	if first < 0 || !crossed {
		return out
	}
	for end = first; end < len(out) && (out[end].kind == Title || out[end].kind == Byline); end++ {
	}
	at := 0
	for at < first && out[at].kind == Furniture {
		at++
	}
	head := slices.Clone(out[first:end])
	copy(out[at+len(head):end], out[at:first])
	copy(out[at:], head)
	return out
}

// spans tells whether a joined block has parts on both sides of another.
func (c *chain) spans(d, other draft) bool {
	return d.parts[0].Start < other.parts[0].Start && d.parts[len(d.parts)-1].Start > other.parts[0].Start
}
