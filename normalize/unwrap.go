package normalize

import "slices"

// Wrapped lines made whole: a region of a text whose lines break at a margin is
// told by the width that most of its lines have, and its paragraphs by blank
// lines, by indentation and by the short line at their end.

const (
	widest    = 130 // columns: a line wider than this was not wrapped for print
	ragged    = 4   // columns that a full line may lack, where a mark or a word did not fit
	narrowest = 16  // columns of the narrowest margin that is looked for
)

// unwrap groups lines into the paragraphs that they are the lines of.
func unwrap(s string, lines []line) []draft {
	var drafts []draft
	for at := 0; at < len(lines); {
		end := at
		for end < len(lines) && lines[end].width <= widest {
			end++
		}
		drafts = region(s, lines[at:end], drafts)
		for at = end; at < len(lines) && lines[at].width > widest; at++ {
			drafts = append(drafts, paragraph(lines[at]))
		}
	}
	return drafts
}

func paragraph(l line) draft {
	return draft{parts: []Span{l.Span}, gap: l.gap, indented: l.indent > 0}
}

// region adds the paragraphs of lines that are narrow enough for print.
func region(s string, lines []line, drafts []draft) []draft {
	m := measure(s, lines)
	for i, l := range lines {
		if i > 0 && m.width > 0 && m.wraps(s, lines[i-1], l) {
			d := &drafts[len(drafts)-1]
			d.parts = append(d.parts, l.Span)
			continue
		}
		drafts = append(drafts, paragraph(l))
	}
	return drafts
}

// A margin is how the lines of a region break.
type margin struct {
	width    int  // of a full line, indentation included, 0 where no margin was found
	spacing  int  // blank lines between the lines of one paragraph
	indented bool // a paragraph's first line is set in
	common   int  // indentation of the other lines
}

// measure finds the margin of a region: the width that many lines have and
// hardly any goes beyond, while most of the lines that wide end in
// mid-sentence, which lines that end by themselves do not.
func measure(s string, lines []line) margin {
	var m margin
	if len(lines) < 3 {
		return m
	}
	var count [widest + 40]int
	for _, l := range lines {
		count[min(l.indent+l.width, len(count)-1)]++
	}
	best, sum := 0, 0
	for w := range count {
		sum += count[w]
		if w > ragged {
			sum -= count[w-ragged-1]
		}
		if sum >= best {
			best, m.width = sum, w
		}
	}
	for count[m.width] == 0 {
		m.width--
	}
	var full, open, beyond, packed, setIn int
	indents := make([]int, 0, len(lines))
	for i, l := range lines {
		w := l.indent + l.width
		if w > m.width+2 {
			beyond++
		}
		if i+1 < len(lines) && m.full(l) {
			full++
			if !ends(s[l.Start:l.End]) {
				open++
			}
			if lines[i+1].gap == 0 {
				packed++
			}
		}
		indents = append(indents, l.indent)
	}
	if m.width < narrowest || full < 2 || full*3 < len(lines) || open*2 < full || beyond*20 > len(lines) {
		return margin{}
	}
	if packed*2 < full {
		m.spacing = 1
	}
	slices.Sort(indents)
	m.common = indents[len(indents)/4]
	for _, l := range lines {
		if l.indent >= m.common+2 && l.indent <= m.common+8 {
			setIn++
		}
	}
	m.indented = setIn > 0
	return m
}

// full tells whether l reaches the margin.
func (m margin) full(l line) bool { return l.indent+l.width >= m.width-ragged }

// wraps tells whether the paragraph of line a goes on in line b.
func (m margin) wraps(s string, a, b line) bool {
	if b.gap > m.spacing || !m.full(a) || b.indent >= m.common+2 {
		return false
	}
	text := s[a.Start:a.End]
	return !rowLine(text) && !rowLine(s[b.Start:b.End]) && markup(s[b.Start:b.End]) == 0 && markup(text) == 0
}
