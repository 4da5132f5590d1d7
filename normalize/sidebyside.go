package normalize

import "strings"

// Columns that a program copied side by side: each line of the file holds a
// line of the left column, a gutter of blanks and a line of the right one. The
// columns are read one after the other.

const (
	gutter       = 3 // columns of blanks that part two columns at least
	crooked      = 3 // columns by which the right one may begin earlier or later
	fewestBeside = 4 // lines of two columns
)

// A pairOfLines is a line cut at its gutter.
type pairOfLines struct {
	left, right Span
	at          int // columns before the right one
}

// sideBySide gives the lines of columns that stand side by side one column
// after the other.
func sideBySide(s string, lines []line) []line {
	var out []line // nil as long as nothing is cut
	for i := 0; i < len(lines); {
		pairs := besides(s, lines[i:])
		if pairs == nil {
			if out != nil {
				out = append(out, lines[i])
			}
			i++
			continue
		}
		if out == nil {
			out = append(make([]line, 0, len(lines)+len(pairs)), lines[:i]...)
		}
		out = append(out, column(s, lines[i:], pairs, func(p pairOfLines) Span { return p.left }, 0)...)
		out = append(out, column(s, lines[i:], pairs, func(p pairOfLines) Span { return p.right }, pairs[0].at)...)
		if i += len(pairs); i < len(lines) {
			lines[i].edge = true
		}
	}
	if out == nil {
		return lines
	}
	return out
}

// column is one column of lines that were cut, which begins behind so many
// columns. A blank line parts it from what stands before it.
func column(s string, lines []line, pairs []pairOfLines, side func(pairOfLines) Span, begin int) []line {
	var out []line
	gap := 1
	for k, p := range pairs {
		l := lines[k]
		gap = max(gap, l.gap)
		part := side(p)
		if part.Len() == 0 {
			continue
		}
		indent := max(0, columns(s[l.Start:part.Start])+l.indent-begin)
		if begin > 0 && indent <= crooked {
			indent = 0
		}
		text := s[part.Start:part.End]
		out = append(out, line{part, gap, indent, columns(text), characters(text), len(out) == 0})
		gap = 0
	}
	return out
}

// besides are the lines at the front that hold two columns of running text, nil
// where they do not.
func besides(s string, lines []line) []pairOfLines {
	var pairs []pairOfLines
	both := 0
	for _, l := range lines {
		p, ok := besideAt(s, l)
		switch {
		case ok && (both == 0 || abs(p.at-pairs[0].at) <= crooked):
			both++
		case both > 0 && !ok && l.indent+l.width <= pairs[0].at:
			p = pairOfLines{left: l.Span, right: Span{l.End, l.End}}
		case both > 0 && abs(l.indent-pairs[0].at) <= crooked:
			p = pairOfLines{left: Span{l.Start, l.Start}, right: l.Span}
		default:
			return runningBesides(s, lines, pairs, both)
		}
		pairs = append(pairs, p)
	}
	return runningBesides(s, lines, pairs, both)
}

// runningBesides are the pairs, if both columns are running text: the cells of a
// table hold no sentences, and the lines of a list end where they end. What
// stands in one column alone at the end goes on with it if no blank line parts
// the two.
func runningBesides(s string, lines []line, pairs []pairOfLines, both int) []pairOfLines {
	if both < fewestBeside {
		return nil
	}
	end := len(pairs)
	for pairs[end-1].left.Len() == 0 || pairs[end-1].right.Len() == 0 {
		end--
	}
	for end < len(pairs) && lines[end].gap == 0 {
		end++
	}
	pairs = pairs[:end]
	var left, right flow
	for _, p := range pairs {
		left.add(s[p.left.Start:p.left.End])
		right.add(s[p.right.Start:p.right.End])
	}
	if !left.runs() || !right.runs() {
		return nil
	}
	return pairs
}

// A flow counts what tells running text from cells.
type flow struct{ lines, open, marks int }

func (f *flow) add(text string) {
	if text == "" {
		return
	}
	f.lines++
	if !ends(text) {
		f.open++
	}
	for _, mark := range []string{"，", "。", "；", "、"} {
		f.marks += strings.Count(text, mark)
	}
}

func (f *flow) runs() bool {
	return f.lines >= fewestBeside && f.open*2 >= f.lines && f.marks*2 >= f.lines
}

// guttered tells whether a line has a gutter: what stands on its sides is no
// running text unless other lines have it too.
func guttered(s string, l line) bool {
	_, ok := besideAt(s, l)
	return ok
}

// besideAt cuts a line at its gutter; false where it has none, or several.
func besideAt(s string, l line) (p pairOfLines, ok bool) {
	for i := l.Start; i < l.End; {
		n := blankAt(s, i)
		if n == 0 {
			i += charWidth(s[i])
			continue
		}
		end := i
		for end < l.End && blankAt(s, end) > 0 {
			end += blankAt(s, end)
		}
		if columns(s[i:end]) >= gutter {
			if ok {
				return p, false
			}
			p = pairOfLines{Span{l.Start, i}, Span{end, l.End}, l.indent + columns(s[l.Start:end])}
			ok = true
		}
		i = end
	}
	return p, ok
}
