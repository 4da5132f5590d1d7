package extract

// Tables in running text: lines whose cells stand apart. A cell's number takes
// its unit from the labels of its row and column or from the line above the
// table, and what it counts from the labels.

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize"
)

// A table is what stands above the rows of one.
type table struct {
	caption caption
	columns []column // of the line of labels, none where there is none
}

// table reads the table that begins at blocks[at] and returns how many blocks
// it has, 0 where none begins there.
func (x *extractor) table(c *context, blocks []normalize.Block, at int) int {
	if blocks[at].Kind != normalize.Row || x.own.Off(ruleTable) {
		return 0
	}
	next := at
	var t table
	cells := x.cells(blocks[next])
	if next+2 < len(blocks) && x.ruled(blocks[next+1]) {
		next++
	}
	if x.labels(cells) && next+1 < len(blocks) && blocks[next+1].Kind == normalize.Row {
		t.columns = x.header(c, cells)
		next++
		cells = x.cells(blocks[next])
		if x.unitLine(cells, t.columns) && next+1 < len(blocks) {
			next++
			cells = x.cells(blocks[next])
		}
	}
	first := next
	for blocks[next].Kind == normalize.Row {
		if next == first {
			t.caption = x.caption(c, blocks, at)
		}
		if !x.row(c, &t, blocks[next], cells) {
			break
		}
		if next++; next == len(blocks) {
			break
		}
		cells = x.cells(blocks[next])
	}
	if next == first {
		return 0
	}
	return next - at
}

// row reads the figures of one row of t, and reports whether the line is one.
func (x *extractor) row(c *context, t *table, b normalize.Block, cells []normalize.Span) bool {
	r, ok := x.parseRow(c, t, cells)
	if !ok {
		return false
	}
	s := attach.Sentence{Start: b.Start, End: b.End, Row: true}
	for k, cell := range r.numbers {
		col := t.column(cell.index, len(cells))
		unit, known := r.unit, r.hasUnit
		switch {
		case col.hasUnit && (col.unit.Kind == quantity.Ratio || !known):
			unit, known = col.unit, true
		case !known && t.caption.hasUnit:
			unit, known = t.caption.unit, true
		}
		q := r.quantities[k]
		if q.Rule == ruleCell {
			if !known && !x.counts(col) {
				continue
			}
			if q, ok = x.scanner.ReadCell(x.clean, cell.span.Start, cell.span.End, unit); !ok {
				continue
			}
			if !known {
				q.Kind = quantity.Count
			}
		}
		here := *c
		here.local = firstDating(col.when, r.when, t.caption.when, c.intro)
		f := attach.Figure{Start: b.Start, End: b.End}
		f.Indicator, f.Subject = x.indicator(t, r, col)
		x.record(&here, s, q, f)
	}
	return true
}

// ruleCell is the rule of a number that its cell gives no unit.
const ruleCell = "quantity.cell"

// firstDating is the first that names a time.
func firstDating(ds ...dating) dating {
	for _, d := range ds {
		if d.word != "" {
			return d
		}
	}
	return dating{}
}

// A row is one line of a table: its label and its numbers.
type row struct {
	label      string
	when       dating
	unit       quantity.CellUnit
	hasUnit    bool
	numbers    []numberCell
	quantities []quantity.Quantity // of numbers
}

// A numberCell is a cell that holds a number.
type numberCell struct {
	index int // among the cells of its row
	span  normalize.Span
}

// parseRow takes cells as a row: perhaps a rank, a label, perhaps the unit,
// then nothing but numbers. Where columns are named, words may stand between.
func (x *extractor) parseRow(c *context, t *table, cells []normalize.Span) (row, bool) {
	var r row
	named := len(cells) == len(t.columns)
	for i, cell := range cells {
		text := x.clean[cell.Start:cell.End]
		if i == 0 && len(cells) > 2 && isRank(text) {
			if _, number := x.scanner.ReadCell(x.clean, cells[1].Start, cells[1].End, quantity.CellUnit{}); !number {
				continue
			}
		}
		if len(r.numbers) == 0 && !r.hasUnit && r.label != "" && roundUnit(text) && x.unitCell(text, &r) {
			continue
		}
		if q, ok := x.scanner.ReadCell(x.clean, cell.Start, cell.End, quantity.CellUnit{}); ok && (r.label != "" || r.when.word != "") {
			r.numbers = append(r.numbers, numberCell{i, cell})
			r.quantities = append(r.quantities, q)
			continue
		}
		switch {
		case r.label == "" && r.when.word == "" && labelText(text):
			r.when, r.label = x.timed(c, cell)
			r.unit, r.hasUnit = x.unitOf(r.label)
			r.label = x.withoutUnit(withoutNumber(r.label))
		case blankCell(text):
		case len(r.numbers) == 0 && !r.hasUnit && x.unitCell(text, &r):
		case named:
		default:
			return row{}, false
		}
	}
	return r, len(r.numbers) > 0
}

// roundUnit says that a cell may be a unit with its multiplier, 万人, which by
// itself reads as a number.
func roundUnit(text string) bool {
	rest := strings.TrimLeft(text, "百千万亿")
	return rest != text && rest != ""
}

// unitCell takes a cell for the unit of its row.
func (x *extractor) unitCell(text string, r *row) bool {
	r.unit, r.hasUnit = x.unitOf("（" + text + "）")
	return r.hasUnit
}

// column is the column of cell i of n: cells are counted from the right, where
// the label of the labels may be missing.
func (t *table) column(i, n int) column {
	if k := len(t.columns) - n + i; k >= 0 && k < len(t.columns) && len(t.columns) >= n-1 && len(t.columns) <= n+1 {
		return t.columns[k]
	}
	return column{}
}

// indicator is what a cell counts, and whom the row names where the columns
// say what is counted.
func (x *extractor) indicator(t *table, r row, col column) (indicator, subject string) {
	named := col.label != "" && !x.isLabel("measure", col.label)
	rate := x.isLabel("rate", col.label)
	stub := ""
	if len(t.columns) > 0 {
		stub = t.columns[0].label
		if x.isLabel("rank", stub) && len(t.columns) > 1 {
			stub = t.columns[1].label
		}
	}
	switch {
	case r.label == "" && col.label != "":
		return col.label, ""
	case r.label == "":
		return t.caption.noun, ""
	case x.hasLabel("holder", stub) && col.label != "":
		return col.label, r.label
	case !named || rate:
		return r.label, ""
	case x.hasLabel("item", stub):
		return r.label + col.label, ""
	case col.hasUnit:
		return col.label, r.label
	}
	return r.label, ""
}

// cells cuts a line at its tabs, bars and wide blanks, else at every blank,
// else before the number behind a colon.
func (x *extractor) cells(b normalize.Block) []normalize.Span {
	line := x.clean[b.Start:b.End]
	var cells []normalize.Span
	switch {
	case strings.HasPrefix(line, "|"):
		cells = x.cut(b.Span, func(s string) int { return prefix(s, "|") })
	case strings.Contains(line, "\t"):
		cells = x.cut(b.Span, func(s string) int { return prefix(s, "\t") })
	default:
		if cells = x.cut(b.Span, wideBlank); len(cells) == 1 {
			cells = x.cut(b.Span, blank)
		}
	}
	if len(cells) == 1 {
		for _, colon := range [...]string{"：", ":"} {
			if k := strings.LastIndex(line, colon); k > 0 {
				return []normalize.Span{{Start: b.Start, End: b.Start + k}, x.trim(normalize.Span{Start: b.Start + k + len(colon), End: b.End})}
			}
		}
	}
	return x.spread(cells)
}

// cut cuts a line at what edge finds the length of. Empty cells between tabs
// and bars are cells; those at the ends of the line are none.
func (x *extractor) cut(line normalize.Span, edge func(string) int) []normalize.Span {
	var cells []normalize.Span
	from := line.Start
	for i := line.Start; i < line.End; {
		n := edge(x.clean[i:line.End])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(x.clean[i:])
			i += size
			continue
		}
		if i > line.Start {
			cells = append(cells, x.trim(normalize.Span{Start: from, End: i}))
		}
		i += n
		from = i
	}
	if from < line.End {
		cells = append(cells, x.trim(normalize.Span{Start: from, End: line.End}))
	}
	return cells
}

// trim is a span without the blanks around it.
func (x *extractor) trim(s normalize.Span) normalize.Span {
	s.End = s.Start + len(strings.TrimRight(x.clean[s.Start:s.End], " \t　"))
	s.Start = s.End - len(strings.TrimLeft(x.clean[s.Start:s.End], " \t　"))
	return s
}

// spread joins cells of one character, which are a label that was spread out
// over its column: 合　　计.
func (x *extractor) spread(cells []normalize.Span) []normalize.Span {
	kept := cells[:0]
	joining := false
	for _, cell := range cells {
		single := cell.End-cell.Start == 3 && x.clean[cell.Start] >= 0xE4 && x.clean[cell.Start] <= 0xE9
		if single && joining {
			kept[len(kept)-1].End = cell.End
			continue
		}
		kept = append(kept, cell)
		joining = single
	}
	return kept
}

// ruled says that a line is drawn, not written: |---|---|.
func (x *extractor) ruled(b normalize.Block) bool {
	return strings.Trim(x.clean[b.Start:b.End], "|-: +—─") == ""
}

func prefix(s, mark string) int {
	if strings.HasPrefix(s, mark) {
		return len(mark)
	}
	return 0
}

// blank is the length of the blanks that s begins with.
func blank(s string) int { return len(s) - len(strings.TrimLeft(s, " 　")) }

// wideBlank is blank where they are wider than one between two words.
func wideBlank(s string) int {
	n := blank(s)
	if n == 1 {
		return 0
	}
	return n
}
