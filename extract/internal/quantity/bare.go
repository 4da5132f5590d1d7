package quantity

// Numbers without a unit of their own: one of a list that shares the unit of
// its last, one that stands on a noun, a large one, a rate, a multitude.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// sharesUnit reads a number of a list whose last number carries the unit of
// all, where 分别 shares them out or a decimal shows that it counts: 分别救助35、48
// 和61户, 提高1.5和3.1个百分点.
func (p *parser) sharesUnit() bool {
	q := &p.q
	if !p.reads(ruleShared) || p.ranged || p.more != Exact || p.first.Bare || p.first.Vague || p.first.Digits || !p.dealt() {
		return false
	}
	const most = 8
	at := q.NumEnd
	for range most {
		next := listMark(p.text[at:])
		if next == 0 {
			return false
		}
		n, ok := numeral.Read(p.text, skipSpace(p.text, at+next))
		if !ok || n.Chinese != p.first.Chinese || n.Bare || n.Vague || n.Digits {
			return false
		}
		if u := p.unit(n.End); u.ok() {
			if u.kind == Duration || u.half || u.more {
				return false
			}
			if p.first.Exponent < n.Exponent {
				q.Value = p.shared(n)
			}
			q.Unit, q.Kind, q.Rule = u.name, u.kind, kindRules[u.kind]
			q.UnitStart, q.UnitEnd, q.End = q.NumEnd, q.NumEnd, q.NumEnd
			return true
		}
		at = n.End
	}
	return false
}

// dealt reports whether the clause before the number deals a list out, or the
// number is a decimal, which numbers nothing.
func (p *parser) dealt() bool {
	if p.first.Plain > 0 && strings.Contains(p.text[p.first.Start:p.first.End], ".") {
		return true
	}
	const reach = 90 // bytes
	clause := p.text[max(0, p.q.Start-reach):p.q.Start]
	if k := strings.LastIndexAny(clause, "，。；：！？,;!?\n"); k >= 0 {
		clause = clause[k:]
	}
	return strings.Contains(clause, "分别") || strings.Contains(clause, "分別")
}

// listMark is the length of the mark or word between two numbers of a list
// that text begins with, or 0.
func listMark(text string) int {
	for _, mark := range [...]string{"、", "和", "与", "與", "及", "以及"} {
		if strings.HasPrefix(text, mark) {
			return len(mark)
		}
	}
	return 0
}

// rateNames are what a number without a unit gives the rate of.
var rateNames = [...]string{"率", "系数", "係數", "指数", "指數", "比值", "均值", "容积率"}

// rateLinks may stand between a rate and its number, or between its two numbers.
var rateLinks = [...]string{"提高到", "提升到", "上升到", "增加到", "下降到", "降低到", "减少到", "控制在", "保持在", "稳定在", "维持在", "提高至", "提升至", "上升至", "下降至", "降低至", "达到", "仅为", "约为", "降到", "降至", "升到", "升至", "增至", "减至", "为", "达", "是", "由", "从", "仅", "至", "到", "：", ":"}

// bareRate reads a decimal that stands for a rate and has no unit:
// 百万吨死亡率降至0.021, 恩格尔系数由0.42降到0.36.
func (p *parser) bareRate() bool {
	q := &p.q
	decimal := strings.Contains(p.text[p.first.Start:p.first.End], ".")
	if !p.reads(ruleRate) || p.first.Plain == 0 || p.first.Exponent != 0 || !decimal || !endsRate(p.text[q.NumEnd:]) {
		return false
	}
	start := q.Start
	if bound, at := p.frontWord(start); bound != Exact && bound != notBound {
		start = at
	}
	before := strings.TrimRight(p.text[:start], " ")
	for _, link := range rateLinks {
		if head, found := strings.CutSuffix(before, link); found {
			before = head
			break
		}
	}
	// The second number of a change follows the first: 由0.42降至0.36.
	if head := strings.TrimRight(before, "0123456789."); head != before && head != "" {
		before = strings.TrimSuffix(strings.TrimSuffix(head, "由"), "从")
	}
	if !hasSuffixAny(before, rateNames[:]...) {
		return false
	}
	q.Kind, q.Rule = Ratio, "quantity.rate"
	q.UnitStart, q.UnitEnd, q.End = q.NumEnd, q.NumEnd, q.NumEnd
	return true
}

// endsRate reports whether nothing behind a number names what it counts.
func endsRate(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if size == 0 || unicode.IsPunct(r) && r != '.' && r != '-' && r != '/' && r != '%' || r == '\n' {
		return true
	}
	if hasAny(rest, "以下", "以上", "以内", "左右", "之内", "之间") {
		return true
	}
	for _, link := range rateLinks {
		if strings.HasPrefix(rest, link) {
			return true
		}
	}
	return false
}

// countless reads 数以万计 at byte i, which tells of more than it says. It
// returns i where there is none.
func (p *parser) countless(i int) (end int, ok bool) {
	rest, found := strings.CutPrefix(p.text[i:], "数以")
	if !found {
		if rest, found = strings.CutPrefix(p.text[i:], "數以"); !found {
			return i, false
		}
	}
	n, ok := numeral.Read(p.text, len(p.text)-len(rest))
	if !ok || !n.Chinese || !hasAny(p.text[n.End:], "计", "計") || !p.reads(ruleMultitude) {
		return i, false
	}
	end = n.End + len("计")
	p.first = n
	p.q = Quantity{Start: i, NumStart: i, End: end, NumEnd: end, UnitStart: end, UnitEnd: end, Value: n.Value, Low: n.Value, High: n.Value,
		HighOpen: true, Bound: Over, Kind: Count, Optional: true, Rule: "quantity.bare"}
	if v, _ := p.nouns.Longest(strings.TrimPrefix(p.text[end:], "的"), 0); v != 0 && p.nounInfo[v].size > 0 {
		p.q.Kind = p.nounInfo[v].kind
	}
	return end, true
}

// bareNoun reads a number that stands straight on what it counts (近20万职工,
// 三县), or that is too large or too clearly bounded to be a name.
func (p *parser) bareNoun(at int) bool {
	q := &p.q
	q.UnitStart, q.UnitEnd, q.End = at, at, at
	q.Rule = "quantity.bare"
	n := p.last
	if !p.ranged {
		n = p.first
	}
	if v, end := p.nouns.Longest(p.text, skipSpace(p.text, at)); v != 0 {
		info := p.nounInfo[v]
		if info.size == 0 {
			p.ruledOut(info.by)
		}
		if info.size > 0 && (n.Plain > 0 || p.chineseCounts(n, info.chinese)) && !p.isName(n, end) {
			q.Kind = info.kind
			p.by = info.by
			return true
		}
	}
	q.Kind = Count
	if n.Digits || n.Bare || p.isName(n, at) {
		return false
	}
	if p.more == Over && n.Value.Cmp(numeral.New(100, 0)) >= 0 {
		if r, size := utf8.DecodeRuneInString(p.text[at:]); size == 0 || unicode.Is(unicode.Han, r) || isStop(r) {
			return p.reads(ruleLarge)
		}
	}
	if p.roughly(n) {
		return p.reads(ruleSpoken)
	}
	return p.reads(ruleLarge) && n.Exponent >= 4 && (n.Plain > 0 || p.frontBound(q.Start) != Exact || n.Value.Cmp(numeral.New(100000, 0)) > 0)
}

// roughly reports whether a number is one of speech, which ends its clause
// without a unit: 三万八, 3万8, 三五万.
func (p *parser) roughly(n numeral.Number) bool {
	if n.Value.Cmp(numeral.New(1000, 0)) < 0 {
		return false
	}
	short := n.Exponent == 0 && n.Step >= 2
	if n.Chinese {
		short = short && hasAny(p.text[n.End-len("八"):], "一", "二", "三", "四", "五", "六", "七", "八", "九")
	} else {
		short = short && hasSuffixAny(p.text[:n.End-1], "千", "万", "萬", "亿", "億")
	}
	r, size := utf8.DecodeRuneInString(p.text[n.End:])
	return (short || n.Range) && (size == 0 || isStop(r) || r == '”')
}

// chineseCounts reports whether a Chinese number may stand straight on a noun:
// 三百职工, 百余企业. Only some nouns (those with one set) take a number under
// ten, 三县, but 一县 only behind another such number (三县一区), and 二区 is a
// name.
func (p *parser) chineseCounts(n numeral.Number, one bool) bool {
	if n.Bare || n.Vague || p.more != Exact || n.More {
		return p.more != Exact || n.More || n.Vague || p.frontBound(p.q.Start) != Exact
	}
	if n.Digits || p.isBareTwo() || p.single() {
		return false
	}
	if before := p.text[:n.Start]; one && len(before) >= 6 && n.End-n.Start == len("三") {
		// 一城三区 is a plan, 三县一区 are four places.
		if first, ok := numeral.Read(before, len(before)-6); ok && first.End == len(before)-3 {
			if v, end := p.nouns.Longest(p.text, first.End); p.nounInfo[v].size == 0 || end != n.Start {
				return false
			}
		}
	}
	if !one {
		return n.Value.Cmp(numeral.New(10, 0)) >= 0
	}
	if p.text[n.Start:n.End] != "一" {
		return true
	}
	_, end := p.nouns.Longest(p.text, p.from)
	return end == n.Start && end > p.from
}
