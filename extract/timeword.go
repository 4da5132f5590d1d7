package extract

import (
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize"
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
	if endsIn(before, "比", "较", "同", "与", "超过", "相比", "视", "跟") || isCompared(after) || isAge(after) {
		return false
	}
	if rest, ok := strings.CutPrefix(after, "的"); ok {
		return rest == "" && !endsIn(before, "是", "为", "相当于", "达到")
	}
	if endsIn(before, "是", "系", "自", "从") || strings.HasSuffix(before, "于") && founds(before) {
		return !strings.ContainsAny(after, "，,；;")
	}
	return true
}

// founds says that before ends in a verb that tells when something began or
// ended, 始建于, and is no clause that goes on behind its time, 该会于2019年开展.
func founds(before string) bool {
	return endsIn(strings.TrimSuffix(before, "于"), "建", "成立", "创", "创办", "创立", "组建", "设立", "诞生", "生", "毕业", "开业", "投产", "竣工", "开工", "落成",
		"启用", "挂牌", "改制", "起", "始", "源", "入伍", "入党", "入厂", "入职", "参加工作", "退休", "逝世", "辞世", "牺牲", "获批", "开馆", "通车", "开通", "建成", "合并", "完工", "创刊", "立项")
}

// spans says that dates are the years that the article looks back on, which its
// figures are of where nothing else dates them.
func (a *article) spans(dates period.Range) bool {
	years := year(dates.End) - year(dates.Start) + 1
	if dates.Start == "" || dates.End == "" || years < 2 {
		return false
	}
	if a.reference.From > 0 {
		return years == a.reference.To-a.reference.From+1
	}
	return years == a.reference.Span
}

// isCompared says that what a time word belongs to is what the clause compares
// with: 与去年同期相比.
func isCompared(after string) bool {
	clause, _, _ := strings.Cut(after, "，")
	const longest = 36 // bytes of what is compared
	k := strings.Index(clause, "相比")
	return k >= 0 && k <= longest
}

// isAge says that the time word only tells when an age is reached: 今年51岁的.
func isAge(after string) bool {
	rest := strings.TrimLeft(after, "已年近满 0123456789一二三四五六七八九十")
	return rest != after && strings.HasPrefix(rest, "岁")
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
// the next one or a heading, 五年来; so does a year that opens the paragraph, whose
// body begins at body. Other words hold to the end of the paragraph that they
// open, 截至2015年底. A day begins an episode: of the lead-ins only the year that
// it lies in holds there.
func (x *extractor) leadIn(c *context, s attach.Sentence, t period.Expression, means period.Range, body int) {
	word := x.clean[t.Start:t.End]
	after := x.clean[t.End:s.End]
	if isAge(after) || isCompared(after) || strings.Trim(after, " 　）)】。") == "" {
		return // nothing is told of that time: （2019年三季度）
	}
	first := t.Start >= body && opens(x.clean[body:t.Start])
	year := t.Year || within(word) || strings.HasPrefix(word, "今年") || strings.HasPrefix(word, "去年") ||
		strings.HasSuffix(word, "以来") && !endsIn(word, "年以来", "大以来", "会以来", "届以来") && !strings.HasPrefix(word, "自")
	stands := opens(x.clean[s.Start:t.Start]) || strings.HasPrefix(after, "，") || c.article.spans(means)
	switch {
	case t.Holds && !year && stands, (t.Holds || t.Year) && first:
		c.lead, c.local = dated(word, basisLead, means), dating{}
	case t.Day, first && endsIn(word, "日", "号"):
		if !endsIn(c.lead.word, "年", "年度", "上半年", "下半年", "季度") {
			c.lead = dating{}
		}
		c.local = dating{}
	case t.Moment, strings.HasSuffix(word, "当天"):
	case (first || t.Start == s.Start && strings.HasSuffix(word, "以来")) && !strings.HasPrefix(word, "每"):
		c.local = dated(word, basisLead, means)
	}
}

// within says that a word names a part of what is told, others beside it:
// 前三季度, 头一年. Such a word dates what follows only where it opens a paragraph.
func within(word string) bool {
	return endsIn(word, "季度", "半年", "月份", "学期", "学年", "赛季") || strings.HasPrefix(word, "前") || strings.HasPrefix(word, "头")
}

// opens says that nothing stands in head but marks, the number of a point and
// who tells what follows: 统计显示，.
func opens(head string) bool {
	head = strings.Trim(head, " 　“”\"●■◆▲（）()0123456789.、一二三四五六七八九十是")
	if head == "" {
		return true
	}
	const longest = 48 // bytes of such a clause
	source := strings.TrimRight(head, "，,：:")
	return source != head && len(source) <= longest && !strings.ContainsAny(source, "，,：:。；") &&
		(endsIn(source, "显示", "指出", "表明", "介绍", "了解", "统计", "悉", "透露", "说", "称", "表示", "强调", "认为", "记载") || source == "同志们")
}

// bodyOf is where the text of a block begins, behind a label or a short heading
// that runs into it and holds no figure: 【概况】, 二是健全机制。, 1.狠抓组建，扩大覆盖。
func (x *extractor) bodyOf(b normalize.Block) int {
	const (
		longestLabel   = 90 // bytes
		longestHeading = 66
	)
	start := b.End - len(strings.TrimLeft(x.clean[b.Start:b.End], " 　●■◆▲"))
	start += dateline(x.clean[start:b.End])
	end := start
	switch text := x.clean[start:b.End]; {
	case strings.HasPrefix(text, "【"):
		if k := strings.Index(text, "】"); k > 0 && k <= longestLabel {
			end += k + len("】")
		}
	case numberOfPoint(text) > 0:
		if e := sentenceEnd(x.clean, start, b.End); e < b.End && e-start <= longestHeading {
			end = e
		}
	}
	if len(x.quantities) > 0 && x.quantities[0].Start < end {
		return start
	}
	return end + len(x.clean[end:b.End]) - len(strings.TrimLeft(x.clean[end:b.End], " 　"))
}

// dateline is the length of what stands before the first sentence of news:
// 本报讯（记者 张三）.
func dateline(text string) int {
	rest := text
	for _, word := range [...]string{"本报讯", "本刊讯", "本网讯", "本站讯", "本台讯", "本社讯", "本会讯", "本會訊"} {
		rest = strings.TrimPrefix(rest, word)
	}
	rest = strings.TrimLeft(rest, " 　")
	const longest = 120 // bytes of a bracket
	if head := rest[:min(len(rest), longest)]; strings.HasPrefix(head, "（") || strings.HasPrefix(head, "(") {
		if k := strings.IndexAny(head, "）)"); k > 0 && containsAny(head[:k], []string{"记者", "通讯员", "实习生", "报道", "供稿", "摄影", "记 者"}) {
			rest = strings.TrimLeft(strings.TrimLeft(rest[k:], "）)"), " 　")
		}
	}
	return len(text) - len(rest)
}

// numberOfPoint is the length of the number of a point at the beginning of
// text, 二是, （三）, 1., or 0.
func numberOfPoint(text string) int {
	rest := strings.TrimLeft(text, "（(第")
	number := strings.TrimLeft(rest, "0123456789一二三四五六七八九十")
	if number == rest {
		return 0
	}
	for _, mark := range [...]string{"是", "、", "）", ")", ".", "．", "，"} {
		if strings.HasPrefix(number, mark) {
			return len(text) - len(number) + len(mark)
		}
	}
	return 0
}
