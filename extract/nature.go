package extract

// What sort of statement a figure makes: over a period, at a time, a change, a
// target, a rate, a limit.

import (
	"slices"
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/quantity"
)

// The natures of a figure.
const (
	natureFlow   = "flow"
	natureStock  = "stock"
	natureChange = "change"
	natureTarget = "target"
	natureRate   = "rate"
	natureLimit  = "limit"
)

// nature says what sort of statement a figure makes, "" where nothing tells.
// before is its clause up to the number.
func (kb *Knowledge) nature(q quantity.Quantity, f attach.Figure, when dating, before string) string {
	switch {
	case f.Target:
		return natureTarget
	case f.Change, f.FromTo, kb.compared(before):
		return natureChange
	case kb.sets(before, f.Indicator):
		return natureLimit
	case q.Kind == quantity.Ratio, strings.Contains(q.Unit, "/"), containsAny(before, kb.natures.of("average")):
		return natureRate
	case q.Kind == quantity.Duration:
		return ""
	case kb.stands(f.Action) && (f.Action != "" || kb.atTime(when.word) || kb.has(before) || endsIn(f.Indicator, kb.natures.of("stock")...)):
		return natureStock
	case f.Action != "":
		return natureFlow
	case endsIn(f.Indicator, kb.natures.of("flow")...), kb.within(when):
		return natureFlow
	}
	return ""
}

// compared says that words of growth or decline stand before the quantity:
// 比上年多, 同比减少.
func (kb *Knowledge) compared(before string) bool {
	return endsIn(before, kb.natures.of("change")...)
}

// sets says that a figure is a standard or a limit: 每人最高, 补助标准.
func (kb *Knowledge) sets(before, indicator string) bool {
	return endsIn(before, kb.natures.of("limit")...) || strings.Contains(before, "最高可") || endsIn(indicator, kb.natures.of("standard")...)
}

// stands says that a verb tells what there is, not what is done; no verb at all
// may.
func (kb *Knowledge) stands(verb string) bool {
	return verb == "" || slices.Contains(kb.natures.of("being"), verb)
}

// has says that the clause tells what there is: 现有, 共有.
func (kb *Knowledge) has(before string) bool { return containsAny(before, kb.natures.of("has")) }

// atTime says that a time word means a moment: 目前, 截至6月底, 2007年末.
func (kb *Knowledge) atTime(word string) bool {
	for _, w := range kb.natures.of("moment") {
		if strings.HasPrefix(word, w) || strings.HasSuffix(word, w) {
			return true
		}
	}
	return false
}

// within says that a time word means a stretch of months or years.
func (kb *Knowledge) within(when dating) bool {
	return !kb.atTime(when.word) && (when.start != "" && when.end != "" || strings.HasSuffix(when.word, "来"))
}
