package normalize

import (
	"slices"
	"strings"
)

// Wrapped lines made whole: a region of a text whose lines break at a margin is
// told by the width that most of its lines have, and its paragraphs by blank
// lines, by indentation and by the short line at their end.

const (
	widest           = 130 // columns: a line wider than this was not wrapped for print
	narrowest        = 12  // the narrowest margin that is looked for
	raggedColumns    = 4   // what a full line may lack, where a mark or a word did not fit
	raggedCharacters = 2
	tallestHead      = 4 // lines of a page's foot and the next one's head
)

// unwrap groups lines into the paragraphs that they are the lines of.
func unwrap(s string, lines []line) []draft {
	var drafts []draft
	for at := 0; at < len(lines); {
		end := at
		for end < len(lines) && lines[end].width <= widest && !(end > at && lines[end].edge) {
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
	for at := 0; at < len(lines); {
		end := at + 1
		if head := s[lines[at].Start:lines[at].End]; printedHead(head) {
			if end < len(lines) && headGoesOn(head, s[lines[end].Start:lines[end].End], lines[end].gap) {
				end++
			}
			drafts = append(drafts, joined(lines[at:end]))
			at = end
			continue
		}
		own, between, end := m.paragraph(s, lines, at)
		drafts = append(drafts, own)
		for _, l := range between {
			drafts = append(drafts, paragraph(l))
		}
		at = end
	}
	return drafts
}

// paragraph collects the lines of the paragraph that begins at line at, and the
// lines up to end that stand by themselves: the page furniture that cuts a
// quantity in it, or all the others where they hold no running text.
func (m margin) paragraph(s string, lines []line, at int) (d draft, between []line, end int) {
	own := lines[at : at+1 : at+1]
	for end = at + 1; end < len(lines); {
		before, next := own[len(own)-1], end
		if end > at+1 && lines[end-1] != before || m.width == 0 || !m.wraps(s, before, lines[end]) {
			for next < len(lines) && next-end < tallestHead && onPage(s[lines[next].Start:lines[next].End]) {
				next++
			}
			if next == len(lines) || !cutLines(s, before, lines[next]) {
				break
			}
			d.joins = append(d.joins, seamAt{len(own), ofNumber}) // nothing but the quantity tells it
			between = append(between, lines[end:next]...)
		}
		own = append(own, lines[next])
		end = next + 1
	}
	if len(own) > 1 && !running(s, own) {
		return paragraph(lines[at]), lines[at+1 : end], end
	}
	cuts := d.joins
	d = joined(own)
	d.joins = cuts
	return d, between, end
}

// onPage tells whether a line belongs to the page by its form alone.
func onPage(text string) bool { return furnitureLine(text) || pictureLine(text) }

// joined is the paragraph that consists of these lines.
func joined(lines []line) draft {
	d := paragraph(lines[0])
	for _, l := range lines[1:] {
		d.parts = append(d.parts, l.Span)
	}
	return d
}

// running tells whether lines hold running text: the lines of a title and of a
// list, which may be as long as each other, hold no sentence.
func running(s string, lines []line) bool {
	for _, l := range lines {
		if strings.ContainsAny(s[l.Start:l.End], "，。；！？,;!?") {
			return true
		}
	}
	return false
}

// A margin is how the lines of a region break.
type margin struct {
	width   int  // of a full line with its indentation, 0 where no margin was found
	counted bool // width is in characters, not in columns
	spacing int  // blank lines between the lines of one paragraph
	common  int  // columns of indentation of the lines that begin no paragraph
	plain   bool // nothing but its last line shows where a paragraph ends
}

// of is the width of a line in the unit of the margin.
func (m margin) of(l line) int {
	if m.counted {
		return l.chars
	}
	return l.width + l.indent
}

// ragged is how much a full line may lack.
func (m margin) ragged() int {
	if m.counted {
		return raggedCharacters
	}
	return raggedColumns
}

// full tells whether l reaches the margin.
func (m margin) full(l line) bool { return m.of(l) >= m.width-m.ragged() }

// measure finds the margin of a region, in columns or, where the lines agree
// better in it, in characters: there are machines that break a line after so
// many of them.
func measure(s string, lines []line) margin {
	if len(lines) < 3 {
		return margin{}
	}
	byColumns, n := modal(lines, margin{})
	byCharacters, k := modal(lines, margin{counted: true})
	m := byColumns
	if k > n {
		m = byCharacters
	}
	if !m.holds(s, lines) {
		return margin{}
	}
	indents := make([]int, len(lines))
	packed, full := 0, 0
	for i, l := range lines {
		indents[i] = l.indent
		if i+1 < len(lines) && m.full(l) {
			full++
			if lines[i+1].gap == 0 {
				packed++
			}
		}
	}
	if packed*2 < full {
		m.spacing = 1
	}
	slices.Sort(indents)
	m.common = indents[len(indents)/4]
	m.plain = m.spacing == 0 && indents[len(indents)-1] < m.common+2 && !slices.ContainsFunc(lines[1:], func(l line) bool { return l.gap > 0 })
	return m
}

// modal sets the width of m to the one that most lines have or nearly have, and
// tells how many these are.
func modal(lines []line, m margin) (margin, int) {
	var count [widest + 40]int
	for _, l := range lines {
		count[min(m.of(l), len(count)-1)]++
	}
	best, sum := 0, 0
	for w := range count {
		sum += count[w]
		if k := w - m.ragged() - 1; k >= 0 {
			sum -= count[k]
		}
		if sum >= best {
			best, m.width = sum, w
		}
	}
	for m.width > 0 && count[m.width] == 0 {
		m.width--
	}
	return m, best
}

// holds tells whether lines were wrapped at m: many lines reach it, hardly any
// goes beyond, and most of those that reach it end in mid-sentence, which lines
// that end by themselves do not.
func (m margin) holds(s string, lines []line) bool {
	full, open, beyond := 0, 0, 0
	for i, l := range lines {
		if m.of(l) > m.width+2 {
			beyond++
		}
		if i+1 < len(lines) && m.full(l) {
			full++
			if !ends(s[l.Start:l.End]) {
				open++
			}
		}
	}
	return m.width >= narrowest && full >= 2 && (full > 2 || m.width >= 2*narrowest) && full*3 >= len(lines) && open*2 >= full && beyond*20 <= len(lines)
}

// wraps tells whether the paragraph of line a goes on in line b.
func (m margin) wraps(s string, a, b line) bool {
	if b.gap > m.spacing || !m.full(a) || b.indent >= m.common+2 {
		return false
	}
	x, y := s[a.Start:a.End], s[b.Start:b.End]
	if m.plain && finalMark(last(trimClosers(x))) && (m.of(a) < m.width-1 || opensSentence(y)) {
		return false
	}
	return !guttered(s, a) && !guttered(s, b) && !printedHead(y) && !furnitureLine(y) && !bylineLine(y) && !rowLine(x) && !rowLine(y) && markup(x) == 0 && markup(y) == 0
}
