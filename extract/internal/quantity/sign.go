package quantity

// Signs before a number, of currencies and of less than nothing, and the small
// money behind 元.

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// sign reads a currency sign before the number: ￥3000, US$ 3000. A word
// (人民币500万) names the currency as well but stays outside of the quantity.
func (p *parser) sign() {
	name, start := p.currencySign(p.q.Start)
	if start == p.q.Start {
		return
	}
	p.currency = name
	v, _ := p.signs.LongestBefore(p.text, start+len(strings.TrimRight(p.text[start:p.q.Start], " ")))
	p.currencyBy = p.entries[v].by
	if r, _ := utf8.DecodeRuneInString(p.text[start:]); r < 0x4E00 || r > 0x9FFF {
		p.q.Start = start
	}
}

// currencySign is the currency that the word before byte i names, and where
// that word begins, or i.
func (p *parser) currencySign(i int) (name string, start int) {
	end := len(strings.TrimRight(p.text[p.from:i], " ")) + p.from
	v, start := p.signs.LongestBefore(p.text, end)
	if v == 0 || start < p.from || start > 0 && isLetter(p.text[start]) && isLetter(p.text[start-1]) {
		return "", i
	}
	return p.entries[v].name, start
}

// negative applies a minus sign to money, shares and measures. It reports
// whether the number is one.
func (p *parser) negative(before string) bool {
	start := len(before)
	switch c := charBefore(before, start); {
	case c == "－" || c == "−" || c == "负" || c == "負" || c == "下":
	case start == 0 || before[start-1] != '-':
		return true
	}
	for _, minus := range [...]string{"-", "－", "−", "负", "負", "零下"} {
		head, found := strings.CutSuffix(before, minus)
		if found && strings.HasSuffix(minus, "负") && hasSuffixAny(head, "减", "自", "担", "背", "承", "欠", "抱", "胜", "肩", "辜", "增", "降", "清", "轻") {
			return true // 减负1.1万元
		}
		if !found || p.first.Chinese && minus == "-" {
			continue
		}
		r, size := utf8.DecodeLastRuneInString(head)
		if r >= '0' && r <= '9' || r == '%' || r == '-' || size > 0 && r < utf8.RuneSelf && isLetter(byte(r)) {
			return true
		}
		switch p.q.Kind {
		case Money, Ratio, Measure, Other:
			p.q.Value = p.q.Value.Neg()
			p.q.Start = start - len(minus)
			p.q.NumStart = p.q.Start
		}
		return true
	}
	return true
}

// smallMoney reads the 角 and 分 behind 元: 3元5角, 12块4毛.
func (p *parser) smallMoney() {
	for scale, words := range [...][2]string{{"角", "毛"}, {"分", "分"}} {
		n, ok := numeral.Read(p.text, p.q.End)
		if !ok || !hasAny(p.text[n.End:], words[:]...) || n.Value.Cmp(numeral.New(10, 0)) >= 0 {
			continue
		}
		p.addPart(n.Value, 1+scale, n.End+len(words[0]))
	}
}

// spokenPart reads the decimals that speech puts behind the unit: 一米七, 1米83,
// 两块五. Nothing that they could count follows.
func (p *parser) spokenPart() {
	n, ok := numeral.Read(p.text, p.q.End)
	if !ok || n.Range || n.Exponent > 0 || n.Value.Sign() == 0 {
		return
	}
	places := n.Plain
	if n.Chinese {
		places = 1
		if m, ok := numeral.Read(p.text, n.End); ok && m.End-m.Start == len("三") && n.Value.Cmp(numeral.New(10, 0)) < 0 {
			tens, _ := n.Value.Times(10)
			places, n.Value, n.End = 2, plus(tens, m.Value), m.End
		}
	}
	if places > 2 || n.End-n.Start > places*len("一") || p.unitBegins(p.text[n.End:]) {
		return
	}
	if hasAny(p.text[n.End:], "、", "年", "月", "日", "号", "时", "点") {
		return // 路宽6米8月通车
	}
	if v, _ := p.nouns.Longest(p.text, n.End); v == 0 || p.nounInfo[v].size == 0 {
		p.addPart(n.Value, places, n.End)
	}
}

// addPart adds value, in units of the last of these decimal places, to the
// quantity, which then ends at end.
func (p *parser) addPart(value numeral.Decimal, places, end int) {
	q := &p.q
	part, _ := value.Shift(-places)
	q.Value, q.End = plus(q.Value, part), end
	q.Low, q.High = q.Value, q.Value
}
