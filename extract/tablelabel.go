package extract

// The labels of tables: of columns, of rows, and of a table as a whole.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize"
)

// A column is what the label of a column says.
type column struct {
	label   string // without unit and time
	when    dating
	unit    quantity.CellUnit
	hasUnit bool
}

// counts says that the numbers of a column are figures even without a unit.
func (kb *Knowledge) counts(c column) bool {
	return c.label == "" && c.when.word != "" || kb.isLabel("measure", c.label)
}

// A caption is the line above a table.
type caption struct {
	noun    string // what it names
	when    dating
	unit    quantity.CellUnit
	hasUnit bool
}

// isLabel says that a label is a word of a kind.
func (kb *Knowledge) isLabel(kind, label string) bool {
	return slices.Contains(kb.tables.of(kind), label)
}

// hasLabel says that a label holds a word of a kind: 学校名称.
func (kb *Knowledge) hasLabel(kind, label string) bool {
	return slices.ContainsFunc(kb.tables.of(kind), func(w string) bool { return strings.Contains(label, w) })
}

// labels says that cells label columns: two or more, none a number, and no
// label with what it tells behind a colon.
func (x *extractor) labels(cells []normalize.Span) bool {
	if len(cells) == 2 && strings.ContainsAny(x.clean[cells[0].End:cells[1].Start], "：:") {
		return false
	}
	for _, cell := range cells {
		if _, ok := x.scanner.ReadCell(x.clean, cell.Start, cell.End, quantity.CellUnit{}); ok {
			return false
		}
	}
	return len(cells) > 1 && !numberedTable(x.clean[cells[0].Start:cells[0].End]) && oneOf(x.clean[cells[0].Start:], unitWords...) == 0
}

// numberedTable says that a line that begins with this cell names a table: 表3.
func numberedTable(cell string) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(cell, "附"), "续")
	rest, found := strings.CutPrefix(rest, "表")
	return found && strings.Trim(rest, "0123456789-一二三四五六七八九十：: ") == ""
}

// header reads the labels of the columns.
func (x *extractor) header(c *context, cells []normalize.Span) []column {
	var columns []column
	for _, cell := range cells {
		var col column
		for {
			col.when, col.label = x.timed(c, cell)
			if col.label == "" || period.Find(nil, col.label, 0, len(col.label)) == nil || col.when.word == "" {
				break
			}
			// 2018年2019年: two columns whose blank is lost.
			columns = append(columns, column{when: col.when})
			cell.Start = cell.End - len(col.label)
		}
		col.unit, col.hasUnit = x.unitOf(col.label)
		col.label = x.withoutUnit(col.label)
		columns = append(columns, col)
	}
	return columns
}

// unitLine takes a line below the labels that holds nothing but units for the
// units of the columns.
func (x *extractor) unitLine(cells []normalize.Span, columns []column) bool {
	shift := len(columns) - len(cells)
	if shift < 0 || shift > 1 {
		return false
	}
	units := make([]quantity.CellUnit, len(cells))
	for i, cell := range cells {
		u, ok := x.unitOf("（" + strings.Trim(x.clean[cell.Start:cell.End], "（）()") + "）")
		if !ok {
			return false
		}
		units[i] = u
	}
	for i, u := range units {
		columns[shift+i].unit, columns[shift+i].hasUnit = u, true
	}
	return true
}

// timed is the time word that a label begins with, and the label without it.
func (x *extractor) timed(c *context, label normalize.Span) (dating, string) {
	text := x.clean[label.Start:label.End]
	times := period.Find(nil, x.clean, label.Start, label.End)
	if len(times) == 0 || times[0].Start != label.Start {
		return dating{}, text
	}
	dates := c.resolve(nil, x.clean, times[:1])
	word := x.clean[times[0].Start:times[0].End]
	return dated(word, basisSentence, dates[0]), strings.TrimLeft(x.clean[times[0].End:label.End], " 　")
}

// captionReach is how many lines above a table may name its unit.
const captionReach = 4

// caption reads what stands above the table at blocks[at]: the line right
// above, and farther up the next one that says 单位.
func (x *extractor) caption(c *context, blocks []normalize.Block, at int) caption {
	var found caption
	right := true // nothing but a unit stands between line and table
	for i := at - 1; i >= 0 && i >= at-captionReach; i-- {
		b := blocks[i]
		line := strings.TrimRight(x.clean[b.Start:b.End], "：: 　")
		said := lastOf(line, unitWords...)
		if !found.hasUnit && (said >= 0 || right && (strings.HasSuffix(line, "）") || strings.HasSuffix(line, ")"))) {
			found.unit, found.hasUnit = x.unitOf(line)
		}
		if right && said != 0 {
			right = false
			if b.Kind != normalize.Paragraph && (b.Kind != normalize.Row || x.names(b)) {
				found.when, found.noun = x.titled(c, b.Span)
			}
		}
		if b.Kind == normalize.Heading || b.Kind == normalize.Title {
			break
		}
	}
	return found
}

// unitWords introduce the unit of a table.
var unitWords = []string{"单位：", "单位:", "單位："}

// names says that a line among the rows names a table.
func (x *extractor) names(b normalize.Block) bool {
	cells := x.cells(b)
	return len(cells) < 2 || numberedTable(x.clean[cells[0].Start:cells[0].End])
}

// titled is the time that the title of a table names, and what it names.
func (x *extractor) titled(c *context, line normalize.Span) (dating, string) {
	var when dating
	noun := x.clean[line.Start:line.End]
	if k := strings.IndexAny(noun, " 　"); k > 0 && numberedTable(noun[:k]) {
		line.Start += k
		noun = strings.TrimLeft(noun[k:], " 　")
	}
	if times := period.Find(nil, x.clean, line.Start, line.End); len(times) > 0 {
		word := x.clean[times[0].Start:times[0].End]
		when = dated(word, basisLead, c.resolve(nil, x.clean, times[:1])[0])
		noun = strings.TrimPrefix(noun, word)
	}
	noun = x.withoutUnit(withoutNumber(noun))
	for _, end := range [...]string{"一览表", "统计表", "情况表", "情况", "一览", "如下"} {
		noun = strings.TrimSuffix(noun, end)
	}
	return when, noun
}

func lastOf(s string, words ...string) int {
	at := -1
	for _, w := range words {
		at = max(at, strings.LastIndex(s, w))
	}
	return at
}

// unitOf is the unit that a label names: in brackets, behind 单位, as the % at
// its end, or as 人数.
func (kb *Knowledge) unitOf(label string) (quantity.CellUnit, bool) {
	if strings.HasSuffix(label, "%") {
		label += "（%）"
	}
	if u, ok := kb.scanner.LabelUnit(label); ok {
		return u, true
	}
	for _, unit := range [...]struct{ kind, name string }{{"people", "（人）"}, {"households", "（户）"}, {"cases", "（件）"}} {
		for _, w := range kb.tables.of(unit.kind) {
			if strings.HasSuffix(label, w) {
				return kb.scanner.LabelUnit(unit.name)
			}
		}
	}
	return quantity.CellUnit{}, false
}

// withoutUnit is a label without its unit and without blanks: 地　区, 金额（万元）.
func (kb *Knowledge) withoutUnit(label string) string {
	label = strings.NewReplacer(" ", "", "　", "", "\t", "").Replace(label)
	if _, ok := kb.scanner.LabelUnit(label); ok {
		for _, mark := range [...]string{"（", "(", "单位：", "单位:", "單位：", "/"} {
			if k := strings.LastIndex(label, mark); k >= 0 {
				return label[:k]
			}
		}
	}
	return strings.TrimSuffix(label, "%")
}

// withoutNumber is a label without its number or bullet: 1.上级补助, （二）支出.
func withoutNumber(label string) string {
	label = strings.TrimLeft(label, "●■◆★▲◇○·•※-— 　")
	for _, c := range [...]struct{ open, digits, close string }{
		{"（", "0123456789一二三四五六七八九十", "）"}, {"(", "0123456789一二三四五六七八九十", ")"},
		{"", "0123456789", "."}, {"", "0123456789", "、"}, {"", "0123456789", "．"}, {"", "一二三四五六七八九十", "、"},
	} {
		rest, ok := strings.CutPrefix(label, c.open)
		if !ok {
			continue
		}
		number := strings.TrimLeft(rest, c.digits)
		if tail, ok := strings.CutPrefix(number, c.close); ok && number != rest {
			label = strings.TrimLeft(tail, " 　")
			break
		}
	}
	for _, word := range [...]string{"其中：", "其中:", "#"} {
		label = strings.TrimPrefix(label, word)
	}
	return label
}

// isRank says that a cell numbers its row.
func isRank(cell string) bool {
	return len(cell) <= 3 && strings.Trim(cell, "0123456789") == ""
}

// longestLabel is in bytes.
const longestLabel = 90

// labelText says that a cell can label its row: words without a sentence.
func labelText(cell string) bool {
	if len(cell) > longestLabel || strings.ContainsAny(cell, "，。；！？") {
		return false
	}
	return strings.IndexFunc(cell, func(r rune) bool { return r >= utf8.RuneSelf && r != '　' }) >= 0
}

// blankCell says that a cell is left open: — or …
func blankCell(cell string) bool { return strings.Trim(cell, "-—–…/\\*.") == "" }
