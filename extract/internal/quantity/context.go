package quantity

// Whether a number and its unit count something where they stand, or tell a
// period, a grade, a unit of account, a pair.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// countable reports whether number and unit together count something.
func (p *parser) countable() bool {
	q, n := &p.q, p.first
	before, rest := p.text[:q.Start], p.text[q.End:]
	switch {
	case p.title && p.bars(ruleTitle):
		return false
	case p.single() && p.bars(ruleSingle):
		return false
	case p.rank(before) && p.bars(ruleRank):
		return false
	case p.distributes(rest) && p.bars(rulePair):
		return false
	case n.Bare && !p.bareCounts() && p.bars(ruleAccount):
		return false
	case n.Digits && q.Unit == "" && p.bars(ruleNoUnit):
		return false
	case q.Unit == "人" && p.isHotline(n, q.UnitStart) && p.bars(ruleHotline):
		return false
	case n.Chinese && q.Kind == Count && p.isBareTwo() && q.Unit != "个" && q.Unit != "" && p.bars(ruleSecond):
		return false
	case q.Unit == "个" && rest != "" && isDigit(rest[0]) && p.bars(ruleGoals): // 两个100%
		return false
	case q.Kind == Duration && p.datesClause(before, rest) && p.bars(ruleDating):
		return false
	case p.inAddress(rest) && p.bars(ruleAddress):
		return false
	}
	return p.fitsContext(before, rest) && p.negative(before)
}

// datesClause reports whether a number of years opens its clause, or goes on
// with months, and so dates it.
func (p *parser) datesClause(before, rest string) bool {
	switch p.q.Unit {
	case "年", "载", "周年", "年头", "个年头":
	default:
		return false
	}
	if p.first.Digits {
		return true
	}
	if m, ok := numeral.Read(rest, 0); ok && hasAny(rest[m.End:], "月") {
		return true
	}
	r, size := utf8.DecodeLastRuneInString(before)
	return size == 0 || isStop(r)
}

// inAddress reports whether a building is one of an address: 1栋2单元.
func (p *parser) inAddress(rest string) bool {
	switch p.q.Unit {
	case "栋", "幢", "座":
		m, ok := numeral.Read(rest, 0)
		return ok && hasAny(rest[m.End:], "单元", "室", "号", "层", "楼")
	}
	return false
}

// distributes reports whether 一 and a unit begin a pair such as 一户一档案 or
// 一项一项, which counts nothing.
func (p *parser) distributes(rest string) bool {
	if p.text[p.first.Start:p.first.End] != "一" || p.ranged || p.q.Kind == Money {
		return false
	}
	if head, found := strings.CutSuffix(p.text[:p.q.Start], p.text[p.q.UnitStart:p.q.UnitEnd]); found && strings.HasSuffix(head, "一") {
		return true
	}
	return strings.HasPrefix(rest, "一") && !hasAny(rest, "一些", "一起", "一定", "一样", "一般", "一直", "一同", "一致", "一下", "一律", "一共")
}

// isBareTwo reports whether the number is 二 alone, which counts nothing that
// takes a classifier (两个, but 二期 is the second).
func (p *parser) isBareTwo() bool {
	return !p.ranged && p.text[p.first.Start:p.first.End] == "二"
}

// bareCounts reports whether a multiplier without a digit (百场, 近万人, 上百万元)
// stands for a number: money and measures need a bound word, or else the words
// are a unit of account (单位：万元).
func (p *parser) bareCounts() bool {
	q := &p.q
	if p.first.More || p.more != Exact || p.frontBound(q.Start) != Exact {
		return true
	}
	if v, end := p.behind.Longest(p.text, q.End); v != 0 && v != notBound && p.fits(p.text[q.End:end]) && q.Kind != Money && q.Kind != Measure {
		return true
	}
	if q.Kind == Measure && q.Unit != "里" {
		return p.first.Exponent < 4 && hasAny(p.text[q.End:], "以上", "之上") // 千斤以上
	}
	if ofRate(p.text[q.End:]) {
		return false // 千人负伤率
	}
	if p.first.Exponent >= 8 || q.Kind == Money || q.Kind == Ratio || q.Kind == Duration || q.Unit == "" || q.Unit == "大" || q.Unit == "级" {
		return false
	}
	return !hasSuffixAny(p.text[:q.Start], "(", "（", ":", "：", "/", "每") && !hasAny(p.text[q.End:], ")", "）", "/") && !hasSuffixAny(p.text[:q.Start], "元、", "人、", "户、", "吨、", "亩、")
}

// ofRate reports whether text begins with the name of a rate, 负伤率, that the
// round number before it is a part of.
func ofRate(text string) bool {
	const longest = 6 // characters of one
	n := 0
	for _, r := range text {
		if r == '率' {
			return n > 0
		}
		if n++; n > longest || !unicode.Is(unicode.Han, r) || strings.ContainsRune("的参入满及", r) {
			return false
		}
	}
	return false
}

// isStop reports whether r ends a clause.
func isStop(r rune) bool { return strings.ContainsRune("，。；！？、：,;!?:\n“‘（(", r) }
