package extract

// Lists of labels and numbers in running text, whose unit stands in brackets
// behind a label and holds for the items that follow: 会员（人）：402、专职干部57;
// 各县新建站点数量：甲县（个）21、乙县18; 历年收入（万元）：2016年120.5，2017年138.8.

import (
	"cmp"
	"slices"
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/numeral"
	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize"
)

// An item is a number of such a list, and what it counts.
type item struct {
	quantity                   quantity.Quantity
	indicator, action, subject string
}

// listed adds the numbers of label lists in a block to its quantities.
func (x *extractor) listed(b normalize.Span) {
	x.items = x.items[:0]
	for i := b.Start; i < b.End; {
		n := closingBracket(x.clean[i:b.End])
		if n == 0 {
			i++
			continue
		}
		i = x.list(b, i, i+n)
	}
	if len(x.items) == 0 {
		return
	}
	for _, it := range x.items {
		x.quantities = append(x.quantities, it.quantity)
	}
	slices.SortFunc(x.quantities, func(a, b quantity.Quantity) int { return cmp.Compare(a.Start, b.Start) })
}

// closingBracket is the length of the closing bracket that s begins with.
func closingBracket(s string) int {
	switch {
	case s[0] == ')':
		return 1
	case s[0] == 0xEF && strings.HasPrefix(s, "）"):
		return len("）")
	}
	return 0
}

// list reads the list whose unit ends with the bracket at close, and returns
// how far it reaches: end, behind the bracket, where there is none.
func (x *extractor) list(b normalize.Span, close, end int) int {
	label, unit, ok := x.bracketed(b, close)
	if !ok {
		return end
	}
	first := len(x.items)
	at := end + oneOf(x.clean[end:b.End], "：", ":", " ")
	name := x.withoutScope(x.clean[label.Start:label.End])
	if next, found := x.number(b, at, unit); found {
		x.items[first].indicator = name
		parts, next := x.follow(b, next, unit)
		if lead := x.lead(b, label.Start); parts && lead != "" {
			x.share(first, lead, unit)
		}
		return next
	}
	parts, next := x.follow(b, at, unit)
	if parts && len(x.items) == first+1 {
		x.items = x.items[:first] // 标准（元）：每人300
		return end
	}
	for k := range x.items[first:] {
		it := &x.items[first+k]
		it.indicator, it.subject = name, it.indicator
	}
	return max(next, end)
}

// share gives the items from first on what the phrase before them says that
// they are parts of.
func (x *extractor) share(first int, lead string, unit quantity.CellUnit) {
	for _, end := range [...]string{"如下", "分别为", "分别", "情况", "数量"} {
		lead = strings.TrimSuffix(lead, end)
	}
	indicator, action := x.counted(x.withoutScope(lead), "2"+unit.Name)
	for k := range x.items[first:] {
		it := &x.items[first+k]
		it.subject, it.indicator, it.action = it.indicator, indicator, action
	}
}

// longestItem is how many bytes the label of an item may have.
const longestItem = 60

// bracketed finds the label before the unit in the brackets that close at
// close.
func (x *extractor) bracketed(b normalize.Span, close int) (label normalize.Span, unit quantity.CellUnit, ok bool) {
	from := max(b.Start, close-longestItem)
	open := max(strings.LastIndex(x.clean[from:close], "（"), strings.LastIndex(x.clean[from:close], "("))
	if open < 0 {
		return label, unit, false
	}
	open += from
	unit, ok = x.scanner.LabelUnit(x.clean[open:close] + "）")
	if !ok || !x.beforeNumber(close, b.End) {
		return label, unit, false
	}
	start := x.itemStart(b.Start, open)
	return normalize.Span{Start: start, End: open}, unit, open > start && labelText(x.clean[start:open])
}

// beforeNumber says that a number or a colon stands behind the bracket at close.
func (x *extractor) beforeNumber(close, to int) bool {
	rest := strings.TrimLeft(strings.TrimLeft(x.clean[close:min(to, close+8)], "）)"), " ")
	return rest != "" && (rest[0] >= '0' && rest[0] <= '9' || rest[0] == ':' || strings.HasPrefix(rest, "："))
}

// itemStart is where the label that ends at end begins: behind the last mark.
func (x *extractor) itemStart(from, end int) int {
	low := max(from, end-longestItem)
	start := low
	for _, mark := range [...]string{"，", "、", "；", "。", "：", "！", "？", ",", ";", ":", "\n"} {
		if k := strings.LastIndex(x.clean[start:end], mark); k >= 0 {
			start += k + len(mark)
		}
	}
	if start == low && low > from {
		return end // too long for a label
	}
	return x.trim(normalize.Span{Start: start, End: end}).Start
}

// lead is the phrase before the colon at end, which says what a list is of.
func (x *extractor) lead(b normalize.Span, end int) string {
	rest, found := strings.CutSuffix(x.clean[b.Start:end], "：")
	if !found {
		return ""
	}
	colon := b.Start + len(rest)
	return x.clean[x.itemStart(b.Start, colon):colon]
}

// number reads the number at byte at, which stands for itself, as an item. It
// returns where it ends.
func (x *extractor) number(b normalize.Span, at int, unit quantity.CellUnit) (int, bool) {
	if _, taken := x.covering(at); taken || at >= b.End || x.clean[at] < '0' || x.clean[at] > '9' {
		return at, false
	}
	n, ok := numeral.Read(x.clean[:b.End], at)
	if !ok || n.End < b.End && oneOf(x.clean[n.End:b.End], itemMarks...) == 0 {
		return at, false
	}
	q, ok := x.scanner.ReadCell(x.clean, at, n.End, unit)
	if !ok {
		return at, false
	}
	x.items = append(x.items, item{quantity: q})
	return n.End, true
}

// itemMarks end an item of a list.
var itemMarks = []string{"、", "，", "；", "。", ",", ";", " ", "　", "）", "\n"}

// covering is the quantity that byte at lies in.
func (x *extractor) covering(at int) (quantity.Quantity, bool) {
	k, _ := slices.BinarySearchFunc(x.quantities, at, func(q quantity.Quantity, at int) int { return cmp.Compare(q.End, at+1) })
	if k == len(x.quantities) || x.quantities[k].Start > at {
		return quantity.Quantity{}, false
	}
	return x.quantities[k], true
}

// follow reads the items from byte at on that name no unit of their own, and
// reports whether they are parts of something, not years.
func (x *extractor) follow(b normalize.Span, at int, unit quantity.CellUnit) (parts bool, end int) {
	for {
		start := at + oneOf(x.clean[at:b.End], "、", "，", "；", " ")
		name, digit := start, x.nextNumber(start, b.End)
		if e := yearEnd(x.clean, start, b.End); e > start {
			name, digit = e, e
		}
		next, ok := x.number(b, digit, unit)
		if !ok || digit == start {
			return parts, at
		}
		it := &x.items[len(x.items)-1]
		if name < digit {
			it.indicator = x.withoutScope(x.clean[name:digit])
			parts = true
		}
		at = next
	}
}

// nextNumber is where the number begins that the label at byte at ends with:
// the next digit outside a quantity, before any mark.
func (x *extractor) nextNumber(at, to int) int {
	to = min(to, at+longestItem)
	for at < to {
		k := strings.IndexAny(x.clean[at:to], "0123456789（(，、；。：")
		if k < 0 {
			return to
		}
		at += k
		q, taken := x.covering(at)
		if !taken {
			return at
		}
		at = q.End // 其余6市合计331
	}
	return at
}

// yearEnd is where the year ends that begins at byte at, at where none does.
func yearEnd(text string, at, to int) int {
	if at < to && text[at] >= '0' && text[at] <= '9' {
		if times := period.Find(nil, text, at, min(to, at+len("2016年度"))); len(times) > 0 && times[0].Start == at && times[0].Year {
			return times[0].End
		}
	}
	return at
}

// counted is what label counts and which verb governs it, read as a clause
// that ends with a quantity.
func (x *extractor) counted(label, number string) (indicator, action string) {
	clause := label + number
	qs := x.scanner.Scan(nil, clause, 0, len(clause))
	if len(qs) == 0 || qs[len(qs)-1].End != len(clause) {
		return label, ""
	}
	fs := x.reader.Read(clause, attach.Sentence{End: len(clause), Quantities: qs})
	f := fs[len(fs)-1]
	return f.Indicator, f.Action
}

// withoutScope is a label without the words before it that only say where.
func (kb *Knowledge) withoutScope(label string) string {
	label = strings.Trim(label, " 　：:")
	for _, w := range kb.tables.of("scope") {
		if rest, found := strings.CutPrefix(label, w); found && rest != "" {
			return rest
		}
	}
	return label
}

// tell sets what the figure of a listed number counts.
func (x *extractor) tell(f *attach.Figure, q quantity.Quantity) {
	k, found := slices.BinarySearchFunc(x.items, q.Start, func(it item, at int) int { return cmp.Compare(it.quantity.Start, at) })
	if !found {
		return
	}
	it := x.items[k]
	f.Indicator, f.Action, f.Subject = it.indicator, it.action, it.subject
}

// oneOf is the length of the first of words that s begins with.
func oneOf(s string, words ...string) int {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}
