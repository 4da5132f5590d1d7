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
	v, _ := p.signs.longestBefore(p.text, start+len(strings.TrimRight(p.text[start:p.q.Start], " ")))
	p.currencyBy = p.entries[v].by
	if r, _ := utf8.DecodeRuneInString(p.text[start:]); r < 0x4E00 || r > 0x9FFF {
		p.q.Start = start
	}
}

// currencySign is the currency that the word before byte i names, and where
// that word begins, or i.
func (p *parser) currencySign(i int) (name string, start int) {
	end := len(strings.TrimRight(p.text[p.from:i], " ")) + p.from
	v, start := p.signs.longestBefore(p.text, end)
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

// smallMoney reads the 角 and 分 behind 元: 3元5角.
func (p *parser) smallMoney() {
	q := &p.q
	if p.ranged || q.Bound != Exact || p.first.Exponent >= 4 {
		return
	}
	for scale, word := range [...]string{"角", "分"} {
		n, ok := numeral.Read(p.text, q.End)
		if !ok || !strings.HasPrefix(p.text[n.End:], word) || n.Value.Cmp(numeral.New(10, 0)) >= 0 {
			continue
		}
		part, _ := n.Value.Shift(-1 - scale)
		q.Value, q.End = plus(q.Value, part), n.End+len(word)
		q.Low, q.High = q.Value, q.Value
	}
	q.UnitEnd = min(q.UnitEnd, q.End)
}
