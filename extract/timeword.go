package extract

import (
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
)

// dating is the time word that dates a quantity and what it means: the nearest
// before it in its sentence, else the lead-in that holds.
func (x *extractor) dating(c *context, s attach.Sentence, q quantity.Quantity) dating {
	for i := len(s.Times) - 1; i >= 0; i-- {
		if t := s.Times[i]; t.Start < q.Start && dates(x.clean[s.Start:t.Start], x.clean[t.Start:t.End], x.clean[t.End:q.Start]) {
			return dated(x.clean[t.Start:t.End], basisSentence, x.dates[i])
		}
	}
	if c.local.word != "" {
		return c.local
	}
	return c.lead
}

// dates says that a time word between before, its sentence up to it, and
// after, what follows up to the quantity, dates the quantity. What a figure is
// compared with does not, 比上年增长; a time that describes a noun dates that
// noun alone, 2015年的30个, 由去年的8万元; one within a statement of its own,
// 始建于1952年, dates its clause, and so does 每年, which in 每人每年80元 is a part of
// the price.
func dates(before, word, after string) bool {
	if strings.HasPrefix(word, "每") && (strings.ContainsAny(after, "，,；;。") || endsIn(before, "每人", "每户", "每家", "每名", "的", "从", "由")) {
		return false
	}
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

// leadIn takes time word t of sentence s, which means means, for a lead-in
// where it is one. A stretch of years holds wherever it opens a sentence, until
// the next one or a heading, 五年来; so does a year that opens the paragraph, which
// begins at block. Other words hold to the end of the paragraph that they open,
// 截至2015年底. A day begins an episode: of the lead-ins only the year that it
// lies in holds there.
func (x *extractor) leadIn(c *context, s attach.Sentence, t period.Expression, means period.Range, block int) {
	word := x.clean[t.Start:t.End]
	year := t.Year || strings.HasPrefix(word, "今年") || strings.HasPrefix(word, "去年") ||
		strings.HasSuffix(word, "以来") && !endsIn(word, "年以来", "大以来", "会以来", "届以来") && !strings.HasPrefix(word, "自")
	switch {
	case t.Holds && !year, (t.Holds || t.Year) && t.Start == block:
		c.lead, c.local = dated(word, basisLead, means), dating{}
	case t.Day:
		if !endsIn(c.lead.word, "年", "年度", "上半年", "下半年", "季度") {
			c.lead = dating{}
		}
		c.local = dating{}
	case strings.HasPrefix(word, "今天"), strings.HasPrefix(word, "昨天"):
	case (s.Start == block || t.Start == s.Start && strings.HasSuffix(word, "以来")) && opens(x.clean[s.Start:t.Start]) && !strings.HasPrefix(word, "每"):
		c.local = dated(word, basisLead, means)
	}
}

// opens says that nothing but marks and the number of a point stands in head.
func opens(head string) bool {
	return strings.Trim(head, " 　“”\"●■◆▲【】（）()0123456789.、一二三四五六七八九十是") == ""
}
