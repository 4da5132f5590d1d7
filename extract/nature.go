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
// before is its clause up to the quantity.
func nature(q quantity.Quantity, f attach.Figure, when dating, before string) string {
	switch {
	case f.Target:
		return natureTarget
	case f.Change, compared(before):
		return natureChange
	case sets(before, f.Indicator):
		return natureLimit
	case q.Kind == quantity.Ratio, strings.Contains(q.Unit, "/"), containsAny(before, wordsOf(natures(), "average")):
		return natureRate
	case q.Kind == quantity.Duration:
		return ""
	case stands(f.Action) && (f.Action != "" || atTime(when.word) || has(before) || endsIn(f.Indicator, wordsOf(natures(), "stock")...)):
		return natureStock
	case f.Action != "":
		return natureFlow
	case endsIn(f.Indicator, wordsOf(natures(), "flow")...), within(when):
		return natureFlow
	}
	return ""
}

// compared says that words of growth or decline stand before the quantity:
// 比上年多, 同比减少.
func compared(before string) bool {
	return endsIn(before, wordsOf(natures(), "change")...)
}

// sets says that a figure is a standard or a limit: 每人最高, 补助标准.
func sets(before, indicator string) bool {
	return endsIn(before, wordsOf(natures(), "limit")...) || strings.Contains(before, "最高可") || endsIn(indicator, wordsOf(natures(), "standard")...)
}

// stands says that a verb tells what there is, not what is done; no verb at all
// may.
func stands(verb string) bool {
	return verb == "" || slices.Contains(wordsOf(natures(), "being"), verb)
}

// has says that the clause tells what there is: 现有, 共有.
func has(before string) bool { return containsAny(before, wordsOf(natures(), "has")) }

// atTime says that a time word means a moment: 目前, 截至6月底, 2007年末.
func atTime(word string) bool {
	for _, w := range wordsOf(natures(), "moment") {
		if strings.HasPrefix(word, w) || strings.HasSuffix(word, w) {
			return true
		}
	}
	return false
}

// within says that a time word means a stretch of months or years.
func within(when dating) bool {
	return !atTime(when.word) && (when.start != "" && when.end != "" || strings.HasSuffix(when.word, "来"))
}
