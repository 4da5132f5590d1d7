package quantity

// Shares: 百分之七十三点三, 三分之一, 3分之2, 一半, 两成五, 八五折, 半年.

import (
	"strings"

	"unionrep/extract/internal/numeral"
)

// fraction reads what is written with 分之 at byte i, where the number bottom
// stands if ok is true. It returns i where there is no 分之.
func (p *parser) fraction(i int, bottom numeral.Number, ok bool) (end int, whole bool) {
	if charAt(p.text, i+3) == "分" {
		if end, ok := p.base(i); end > i {
			return end, ok
		}
	}
	for _, short := range [...]struct {
		word        string
		top, bottom int64
	}{{"三分一", 1, 3}, {"三分二", 2, 3}, {"四分一", 1, 4}, {"四分三", 3, 4}, {"五分一", 1, 5}} {
		if charAt(p.text, i+3) == "分" && strings.HasPrefix(p.text[i:], short.word) {
			value, _ := numeral.New(short.top, 0).Quo(numeral.New(short.bottom, 0))
			return p.share(i, i+len(short.word), value)
		}
	}
	if hasAny(p.text[i:], "一半", "半数", "半數") && !hasAny(p.text[i:], "半数额", "半数字", "半数据") {
		return p.share(i, i+len("一半"), numeral.New(5, 1))
	}
	if isDigit(p.text[i]) && strings.HasPrefix(p.text[digitsAt(p.text, i).end:], "/") {
		return p.slashed(i)
	}
	if !ok || charAt(p.text, bottom.End) != "分" {
		return i, false
	}
	rest, found := strings.CutPrefix(p.text[bottom.End:], "分之")
	if !found {
		return i, false
	}
	top, ok := numeral.Read(p.text, len(p.text)-len(rest))
	if !ok {
		return len(p.text) - len(rest), false
	}
	value, ok := top.Value.Quo(bottom.Value)
	if !ok {
		return top.End, false
	}
	return p.share(i, top.End, value)
}

// slashed reads a proper fraction with a slash, at byte i, that stands for a
// share: 1/3的职工. Without such a sign it may be a date.
func (p *parser) slashed(i int) (end int, ok bool) {
	top := digitsAt(p.text, i)
	bottom := p.partBehind(top, "/")
	if bottom.end == 0 || top.value == 0 || top.value >= bottom.value || bottom.count > 3 {
		return i, false
	}
	behind := p.text[bottom.end:]
	if !hasAny(behind, "的", "以上", "左右", "以下", "强", "弱", "来自", "为", "是", "由", "都", "均") && p.frontBound(i) == Exact && !hasSuffixAny(p.text[:i], "占", "的", "达", "有", "其中", "近", "约") {
		if v, _ := p.nouns.Longest(behind, 0); p.nounInfo[v].kind != People {
			return i, false
		}
	}
	value, _ := numeral.New(int64(top.value), 0).Quo(numeral.New(int64(bottom.value), 0))
	return p.share(i, bottom.end, value)
}

// share completes a fraction that needs no unit.
func (p *parser) share(start, end int, value numeral.Decimal) (int, bool) {
	if phrase := p.phrase(p.text, start); phrase >= end && p.barsPhrase(start, phrase) {
		return phrase, false
	}
	if !p.reads(ruleFraction) {
		return start, false
	}
	p.first = numeral.Number{Start: start, End: end, Value: value, Step: -1, Bare: charAt(p.text, start) == "半"}
	p.q = Quantity{Start: start, NumStart: start, End: end, NumEnd: end, UnitStart: end, UnitEnd: end, Value: value, Kind: Ratio, Rule: "quantity.fraction"}
	p.bounds()
	p.interval()
	return p.q.End, true
}

// base reads 百分之 and the like at byte i. It returns i where there is none.
func (p *parser) base(i int) (end int, ok bool) {
	for _, base := range [...]struct{ word, unit string }{{"百分之", "%"}, {"千分之", "‰"}, {"万分之", "‱"}, {"萬分之", "‱"}} {
		if rest, found := strings.CutPrefix(p.text[i:], base.word); found {
			return p.percent(i, skipSpace(p.text, len(p.text)-len(rest)), base.unit)
		}
	}
	return i, false
}

// percent reads the number behind 百分之, or a range of two.
func (p *parser) percent(i, at int, unit string) (end int, ok bool) {
	n, ok := numeral.Read(p.text, at)
	if !ok {
		return at, false
	}
	if !p.reads(rulePercent) {
		return i, false
	}
	p.first = n
	p.q = Quantity{Start: i, NumStart: i, End: n.End, NumEnd: n.End, Value: n.Value, Unit: unit, Kind: Ratio, Rule: "quantity.percent"}
	for _, dash := range dashes {
		rest, found := strings.CutPrefix(p.text[n.End:], dash)
		if !found {
			continue
		}
		rest = strings.TrimPrefix(rest, p.text[i:at])
		if upper, ok := numeral.Read(p.text, len(p.text)-len(rest)); ok && upper.Value.Cmp(n.Value) > 0 {
			p.ranged, p.last = true, upper
			p.q.Max, p.q.End, p.q.NumEnd = upper.Value, upper.End, upper.End
		}
		break
	}
	p.q.UnitStart, p.q.UnitEnd = p.q.End, p.q.End
	if at, bound := p.innerBound(p.q.End); bound != Exact {
		p.more, p.q.End = bound, at
	}
	p.bounds()
	p.interval()
	p.form()
	return p.q.End, true
}

// half reads 半 before a unit, at byte i: 半年, 半个月, 半斤.
func (p *parser) half(i int) (end int, ok bool) {
	end = i + len("半")
	if phrase := p.phrase(p.text, i); phrase > i && p.barsPhrase(i, phrase) {
		return phrase, false
	}
	if near := hasSuffixAny(p.text[:i], "近", "约", "逾", "超", "超过", "不足", "不到", "将近", "过", "過") && !hasSuffixAny(p.text[:i], "通过", "经过", "通過", "經過"); near && !p.unit(end).ok() && charAt(p.text, end) != "数" {
		return p.share(i, end, numeral.New(5, 1))
	}
	for _, word := range [...]string{"上", "下", "前", "后", "大", "小", "多", "各", "对", "折", "事", "过", "夜", "一"} {
		if strings.HasSuffix(p.text[:i], word) && p.bars(ruleHalfWord) {
			return end, false
		}
	}
	half := numeral.New(5, 1)
	p.first = numeral.Number{Start: i, End: end, Value: half, Chinese: true, Step: -1}
	p.q = Quantity{Start: i, NumStart: i, End: end, NumEnd: end, Value: half}
	u := p.unit(end)
	if (!u.ok() || u.kind == People || u.name == "大" || u.name == "级") && p.bars(p.withoutUnit()) {
		return end, false
	}
	if !u.ok() {
		return p.share(i, end, half)
	}
	p.setUnit(u)
	if u.kind == Duration && !p.fitsContext(p.text[:i], p.text[u.end:]) {
		return u.end, false
	}
	p.bounds()
	p.interval()
	p.q.Optional = true
	return p.q.End, true
}

// discount reads the two digits of 八五折.
func (p *parser) discount(n numeral.Number) numeral.Number {
	if !n.Chinese || n.End-n.Start != len("八") {
		return n
	}
	tenth, ok := numeral.Read(p.text, n.End)
	if !ok || tenth.End-tenth.Start != len("五") || !strings.HasPrefix(p.text[tenth.End:], "折") {
		return n
	}
	digit, _ := tenth.Value.Shift(-1)
	n.Value, n.End, n.Step = plus(n.Value, digit), tenth.End, -1
	return n
}

// tenths reads the five of 两成五 and the half of 近六成半.
func (p *parser) tenths() {
	q := &p.q
	if q.Unit != "成" || p.ranged {
		return
	}
	rest := p.text[q.End:]
	if strings.HasPrefix(rest, "半") {
		q.Value, q.End = halved(q.Value), q.End+len("半")
		return
	}
	n, ok := numeral.Read(p.text, q.End)
	if !ok || !n.Chinese || n.Value.Cmp(numeral.New(0, 0)) == 0 || n.Value.Cmp(numeral.New(10, 0)) >= 0 || n.Range || n.Vague || n.End-n.Start != len("五") {
		return
	}
	if p.unit(n.End).ok() || hasAny(p.text[n.End:], "线", "般", "级", "类", "带", "农", "新", "险") {
		return // 近六成 一线职工, 四成 三农项目
	}
	tenth, _ := n.Value.Shift(-1)
	if sum, ok := q.Value.Add(tenth); ok {
		q.Value, q.End = sum, n.End
	}
}
