package normalize

import "strings"

// Captions: the short texts under pictures, told from headings and from
// sentences by their words and by where they stand.

// longestCaption is in characters.
const longestCaption = 45

// nameCaptions finds the captions: lines that say that they are a picture's, and
// short blocks that stand further apart than the others, under other captions or
// in a group at the end of an article.
func nameCaptions(texts []string, drafts []draft) {
	p := albumOf(texts, drafts)
	running := false    // there is text before
	body := len(drafts) // the last block of it
	for i := range drafts {
		d := &drafts[i]
		if d.kind == Paragraph && !captionText(texts[i]) {
			running, body = true, i
		}
		switch {
		case d.kind != undecided && d.kind != Paragraph, d.mark > 0:
		case pictureLine(texts[i]):
			d.kind = Caption
		case !captionText(texts[i]), tells("note", texts[i]), numbering(texts[i]) > 0:
		case body < i && (oneSentence(texts[i]) || d.gap == 0 && body == i-1) && torn(texts[body]) && junction(texts[body], texts[i]) > ofMark:
			// It goes on with the text before.
		case i > 0 && drafts[i-1].kind == Byline && d.gap > p.usual, running && p.caption(i):
			d.kind = Caption
		}
	}
}

// An album is how a file lays out its short blocks, which tells its captions
// from its headings.
type album struct {
	texts   []string
	drafts  []draft
	usual   int  // blank lines between most blocks
	marked  bool // headings carry marks, so what carries none is no heading
	close   bool // headings stand as close to the text as paragraphs do
	tail    int  // from here on nothing but short blocks follows
	several bool // of them
}

func albumOf(texts []string, drafts []draft) album {
	p := album{texts: texts, drafts: drafts, usual: usualGap(drafts), tail: len(drafts)}
	short := 0
	for p.tail > 0 && drafts[p.tail-1].mark == 0 && (captionText(texts[p.tail-1]) || trailing(drafts[p.tail-1].kind)) {
		p.tail--
		if !trailing(drafts[p.tail].kind) {
			short++
		}
	}
	p.several = short > 1
	near := 0
	for i := range drafts[:p.tail] {
		p.marked = p.marked || drafts[i].mark > 0 && drafts[i].kind == Heading
		switch {
		case drafts[i].kind != undecided:
		case drafts[i].gap <= p.usual:
			near++
		default:
			near--
		}
	}
	p.close = near > 0
	return p
}

// caption tells whether the short block i, which stands behind running text, is
// a caption by its place.
func (p *album) caption(i int) bool {
	sentence := oneSentence(p.texts[i])
	if p.marked && !sentence {
		return true
	}
	if counting(p.texts[i]) {
		return false
	}
	last := i+1 == len(p.drafts)
	switch {
	case p.drafts[i].gap > p.usual && (sentence || p.close || !last && p.drafts[i+1].gap > p.usual):
		return true
	case sentence && p.drafts[i-1].kind == Caption && (last || p.drafts[i+1].kind != Paragraph || captionText(p.texts[i+1])):
		return true
	}
	return i >= p.tail && (p.several || !sentence)
}

// captionText tells whether a text can stand under a picture by its form.
func captionText(text string) bool {
	if len(text) > 4*longestCaption || characters(text) > longestCaption {
		return false
	}
	marks := 0
	for _, r := range text {
		if finalMark(r) {
			marks++
		}
	}
	return marks == 0 && headingText(text) || marks == 1 && oneSentence(text) && balance(text) == (quotes{})
}

// pictureLine tells whether a line says that it is a picture's.
func pictureLine(text string) bool {
	return len(text) < 4*longestByline && tells("picture", text) && !tells("note", text)
}

// oneSentence tells whether a text ends with a sentence's mark, a remark in
// brackets behind it apart.
func oneSentence(text string) bool {
	if k := strings.LastIndexAny(text, "（("); k > 0 && (strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")")) {
		text = text[:k]
	}
	return finalMark(last(trimClosers(text)))
}

// counting tells whether a text has a figure, which captions hardly have: a
// number that is no date, ordinal or age.
func counting(text string) bool {
	for i := 0; i < len(text); i++ {
		if !digit(rune(text[i])) {
			continue
		}
		ordinal := strings.HasSuffix(text[:i], "第")
		for i < len(text) && (digit(rune(text[i])) || text[i] == '.' || text[i] == ',') {
			i++
		}
		unit := first(text[i:])
		if (han(unit) || unit == '%' || unit == '‰') && !ordinal && !strings.ContainsRune("年月日届岁", unit) {
			return true
		}
	}
	return false
}

// trailing tells whether blocks of a kind stand among the captions at an end.
func trailing(k Kind) bool { return k == Byline || k == Furniture }

// usualGap is how many blank lines stand between most blocks.
func usualGap(drafts []draft) int {
	var count [8]int
	for i := range drafts {
		if i > 0 {
			count[min(drafts[i].gap, 7)]++
		}
	}
	best := 0
	for gap, n := range count {
		if n > count[best] {
			best = gap
		}
	}
	return best
}
