package quantity

// What GUIDE.md calls optional by its form: durations, 一 and a classifier,
// figures of speech, counts of listed points.

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// form marks what GUIDE.md calls optional by its form, and reads what only some
// units take behind them.
func (p *parser) form() {
	q, n := &p.q, p.first
	switch q.Unit {
	case "级":
		q.Optional = true
	case "岁", "周岁":
		q.Optional = q.Bound != Exact
	case "度":
		if q.Value.Cmp(numeral.New(1000, 0)) >= 0 {
			q.Kind, q.Rule = Measure, kindRules[Measure] // of electricity
		} else if n.Chinese && q.Value.Cmp(numeral.New(10, 0)) < 0 {
			q.Kind, q.Rule, q.Optional = Count, kindRules[Count], true // times
		}
	case "分":
		if n.Chinese && hasSuffixAny(strings.TrimRight(p.text[:n.Start], "不到足仅只有"), "地", "田") {
			q.Kind, q.Rule = Measure, kindRules[Measure]
		}
	case "块":
		if p.isMoney() || p.hasChange() {
			q.Kind, q.Rule = Money, kindRules[Money]
		}
	case "":
		if q.Kind == Count && q.Value.Cmp(numeral.New(1000, 0)) >= 0 && p.isMoney() {
			q.Kind = Money // 卖了三百七十多万
		}
	case "口":
		if p.ofFamily() {
			q.Kind, q.Rule = People, kindRules[People]
		}
	case "队", "班", "组", "站":
		q.Optional = n.Chinese && n.Value.Cmp(numeral.New(10, 0)) < 0
	}
	if q.Kind == Duration {
		q.Optional = true
	}
	if !p.ranged && q.Bound == Exact && n.Exponent < 4 {
		switch unitEnd := q.End; {
		case q.Kind == Money && (q.Unit == "元" || q.Unit == "块"):
			p.smallMoney()
			if q.Unit == "块" && q.End == unitEnd {
				p.spokenPart()
			}
		case q.Unit == "米":
			p.spokenPart()
		}
		q.UnitEnd = min(q.UnitEnd, q.End)
	}
	if !n.Chinese || n.Exponent >= 4 && !n.Bare && !n.Vague {
		return
	}
	one := n.Value == numeral.New(1, 0) && !n.Range && !p.ranged
	switch {
	case one && q.Kind != Ratio && (q.Kind != Money && q.Kind != Measure || q.Bound == Exact && q.Value == n.Value):
		q.Optional = true
		p.oneByOne()
	case n.Vague && hasAny(p.text[n.Start:], "数", "數", "几", "幾"):
		q.Optional = true
	case n.Bare && q.Bound == Exact && q.Kind != Ratio:
		q.Optional = true
	case q.Unit == "大" || q.Unit == "大类" || q.Unit == "大项" || q.Unit == "大块" || q.Unit == "点" || q.Unit == "系列" || q.Unit == "步":
		q.Optional = true
	case q.Kind == Count && p.listed():
		q.Optional = true
	}
}

// earns are the words before 块 that make it money.
var earns = [...]string{"挣", "挣了", "花", "花了", "赚", "赚了", "净赚", "拿", "拿到", "付", "付了", "交", "交了", "缴", "收", "收了", "补", "补了", "补贴", "赔", "赔了", "省", "省了", "省下", "掏", "掏了",
	"值", "欠", "欠了", "借", "借了", "还", "还了", "发", "发了", "奖", "奖励", "凑", "凑了", "凑出", "捐", "捐了", "要", "卖", "卖了", "卖出", "亏了", "净亏", "买", "领", "领到", "涨到", "涨了", "降到", "每人", "每月", "每天", "每斤", "一天", "一个月",
	"一年", "一斤", "底薪", "工资", "月薪", "日薪", "时薪", "房租", "成本", "打底", "才", "得"}

// isMoney reports whether 块, or a large number without a unit, counts yuan:
// behind a word of earning or paying, and before no noun.
func (p *parser) isMoney() bool {
	if !endsClause(p.text[p.q.End:]) && !hasAny(p.text[p.q.End:], "一", "起", "不", "出头") {
		return false
	}
	return hasSuffixAny(p.text[:p.q.Start], earns[:]...)
}

// hasChange reports whether tenths of a yuan follow: 3块4毛.
func (p *parser) hasChange() bool {
	n, ok := numeral.Read(p.text, p.q.End)
	return ok && hasAny(p.text[n.End:], "毛", "角")
}

// ofFamily reports whether 口 counts the members of families: 一家六口.
func (p *parser) ofFamily() bool {
	before := p.text[max(0, p.q.Start-30):p.q.Start]
	return hasSuffixAny(before, "家", "户", "戶", "全家") || strings.Contains(before, "户，") || strings.Contains(before, "戶，") || strings.Contains(before, "人口")
}

// oneByOne reads 一个又一个 and 一个个 as one quantity.
func (p *parser) oneByOne() {
	q := &p.q
	word := p.text[q.UnitStart:q.UnitEnd]
	rest := p.text[q.End:]
	if strings.HasPrefix(rest, word) && q.Kind == Count {
		q.End += len(word)
		return
	}
	if again, found := strings.CutPrefix(rest, "又一"); found && strings.HasPrefix(again, word) {
		q.End += len("又一") + len(word)
	}
}

// listed reports whether the number counts points of a list and not things:
// “三个转变”.
func (p *parser) listed() bool {
	q := &p.q
	if v, _ := p.points.Longest(p.text, q.End); v != 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(p.text[:q.Start])
	if strings.ContainsRune("“‘「『\"", r) {
		for at, steps := q.End, 0; at < len(p.text) && steps < 8; steps++ {
			r, size := utf8.DecodeRuneInString(p.text[at:])
			if strings.ContainsRune("”’」』\"", r) {
				return true
			}
			at += size
		}
	}
	return false
}
