package extract

import (
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
)

// period is the time word that dates a quantity: the nearest before it in its
// sentence, else the lead-in that holds.
func (x *extractor) period(c *context, s attach.Sentence, q quantity.Quantity) string {
	word := c.lead
	for _, t := range s.Times {
		if t.Start >= q.Start {
			break
		}
		if dates(x.clean[s.Start:t.Start], x.clean[t.End:q.Start]) {
			word = x.clean[t.Start:t.End]
		}
	}
	return strings.NewReplacer(" ", "", "　", "").Replace(word)
}

// dates says that a time word between before, its sentence up to it, and
// after, what follows up to the quantity, dates the quantity. What a figure is
// compared with does not, 比上年增长; a time that describes a noun dates that
// noun alone, 2015年的30个, 由去年的8万元; one within a statement of its own,
// 始建于1952年, dates its clause.
func dates(before, after string) bool {
	if endsIn(before, "比", "较", "同", "与", "超过", "相比") {
		return false
	}
	if rest, ok := strings.CutPrefix(after, "的"); ok {
		return rest == "" && !endsIn(before, "是", "为", "相当于", "达到")
	}
	if endsIn(before, "于", "是", "系", "自", "从") {
		return !strings.ContainsAny(after, "，,；;")
	}
	return true
}

func endsIn(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// leadIn is the lead-in that holds behind time word t, where lead held before
// it. A stretch of years holds wherever it opens a sentence, 五年来; a year
// where it opens the paragraph that begins at block. A day begins an episode:
// no lead-in holds there.
func (x *extractor) leadIn(lead string, t period.Expression, block int) string {
	word := x.clean[t.Start:t.End]
	year := t.Year || strings.HasPrefix(word, "今年") || strings.HasPrefix(word, "去年")
	switch {
	case t.Holds && !year, (t.Holds || t.Year) && t.Start == block:
		return word
	case t.Day:
		return ""
	}
	return lead
}
