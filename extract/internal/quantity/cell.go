package quantity

// Cells of tables, whose unit stands in the label of the row or column:
// 金额（万元）, 参加人数, 占比(%).

import (
	"strings"

	"unionrep/extract/internal/numeral"
)

// A CellUnit is the unit that the numbers of a row or a column have.
type CellUnit struct {
	Name     string // canonical, as in Quantity.Unit
	Kind     Kind
	Exponent int // power of ten of the multiplier in the label: 4 for 万元
}

// LabelUnit finds the unit in the label of a row or column, or in a line such
// as 单位：万元: the last one in brackets, else the one behind 单位 and a colon.
// It reports whether there is one.
func (l *Lexicon) LabelUnit(label string) (CellUnit, bool) {
	at := -1
	for _, mark := range [...]string{"(", "（", "单位：", "单位:", "單位：", "單位:"} {
		if i := strings.LastIndex(label, mark); i >= 0 {
			at = max(at, i+len(mark))
		}
	}
	if at < 0 {
		at = strings.LastIndexByte(label, '/') + 1 // 经费/万元
		if at == 0 {
			return CellUnit{}, false
		}
	}
	for _, word := range [...]string{"单位：", "单位:", "單位：", "單位:", " "} {
		if rest, found := strings.CutPrefix(label[at:], word); found {
			at = len(label) - len(rest)
		}
	}
	exponent := 0
	if n, ok := numeral.Read(label, at); ok && n.Bare {
		exponent, at = n.Exponent, n.End
	}
	p := parser{Lexicon: l, text: label, to: len(label)}
	u := p.unit(at)
	if rest := label[u.end:]; rest != "" && !hasAny(rest, ")", "）", " ", "，", ",", "、") {
		return CellUnit{}, false
	}
	return CellUnit{u.name, u.kind, exponent}, u.ok()
}

// ReadCell reads text[from:to] as one number, with bound words and perhaps a
// unit of its own, whose unit is u otherwise. It reports whether the cell holds
// nothing else.
func (l *Lexicon) ReadCell(text string, from, to int, u CellUnit) (Quantity, bool) {
	for from < to && text[from] == ' ' {
		from++
	}
	for from < to && text[to-1] == ' ' {
		to--
	}
	if whole := l.Scan(nil, text, from, to); len(whole) == 1 && whole[0].Start == from && whole[0].End == to && whole[0].Unit != "" {
		return whole[0], true
	}
	start := from
	if start < to && text[start] == '-' {
		start++
	}
	n, ok := numeral.Read(text[:to], start)
	if !ok || l.own.Off(RuleCell) || n.Bare || n.Vague || n.End != to || n.Plain == 0 && n.Digits {
		return Quantity{}, false
	}
	value, ok := n.Value.Shift(u.Exponent)
	if !ok {
		return Quantity{}, false
	}
	if start > from {
		value = value.Neg()
	}
	return Quantity{
		Start: from, End: to, NumStart: from, NumEnd: to, UnitStart: to, UnitEnd: to,
		Value: value, Low: value, High: value, Unit: u.Name, Kind: u.Kind, Rule: "quantity.cell",
	}, true
}
