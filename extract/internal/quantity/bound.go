package quantity

// Bound words, glued and not, and the interval that they allow.

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// BoundBefore is the bound word that ends at byte i of text and where it
// begins: 超过 at the end of 超过. The bound is Exact, and the place i, where
// there is none. It is for bound words that stand apart from their number
// (超过职工总数的60%).
func (l *Lexicon) BoundBefore(text string, i int) (Bound, int) {
	p := parser{Lexicon: l, text: text, to: len(text)}
	return p.frontWord(i)
}

// innerBound reads a word between number and unit (余, 多, 几, 来) at byte i and
// returns where it ends.
func (p *parser) innerBound(i int) (end int, b Bound) {
	if p.first.Bare && charAt(p.text, i) == "把" && p.unit(i+len("把")).ok() {
		return i + len("把"), About // 百把名
	}
	v, end := p.inner.Longest(p.text, skipSpace(p.text, i))
	if v == 0 || v == notBound {
		return i, Exact
	}
	p.noteBound("inner", end-len(strings.TrimLeft(p.text[i:end], " ")), end)
	return end, Bound(v)
}

// noteBound notes the bound word in text[start:end].
func (p *parser) noteBound(place string, start, end int) {
	if p.explains {
		p.note("bound/"+place+"-"+p.text[start:end], "the word bounds the number")
	}
}

// frontBound is the bound word that ends at byte i of the text, where the
// quantity before does not hold it.
func (p *parser) frontBound(i int) Bound {
	b, _ := p.frontWord(i)
	return b
}

func (p *parser) frontWord(i int) (Bound, int) {
	end := i
	if p.first.Plain > 0 {
		for n := 0; n < 2 && end > p.from && p.text[end-1] == ' '; n++ {
			end--
		}
	}
	if v, start := p.front.LongestBefore(p.text, end); v != 0 && v != notBound && start >= p.from {
		return Bound(v % bounded), start + int(v/bounded)
	}
	// 上 and 过 bound round numbers alone: 上百, 过万.
	if p.first.Bare || p.first.Vague {
		r, size := utf8.DecodeLastRuneInString(p.text[p.from:end])
		before, _ := utf8.DecodeLastRuneInString(p.text[p.from : end-size])
		switch {
		case r == '上' && !strings.ContainsRune("会路街网线场以身手晚早马", before):
			return Over, end - size
		case (r == '过' || r == '過') && !strings.ContainsRune("通经超不难走度經難", before):
			return Over, end - size
		case r == '破' && p.first.Bare && before != '突' && before != '打':
			return Over, end - size // 首破千亿元
		case r == '好' && p.first.Vague:
			return Over, end - size
		case r == '成' && p.first.Bare && p.more == Exact:
			return Over, end - size
		}
	}
	return Exact, i
}

// linkWords may stand between a bound word and its number: 约有2万名.
var linkWords = [...]string{"达到了", "达到", "有了", "有", "达", "为", "是", "占", "了", "到", "计", "共", "合", "需", "用", "在"}

// links reports whether a link word ends with the character c.
func links(c string) bool {
	switch c {
	case "了", "到", "有", "达", "为", "是", "占", "计", "共", "合", "需", "用", "在":
		return true
	}
	return false
}

// bounds finds the words that bound the number. Of two the front one counts.
func (p *parser) bounds() {
	q := &p.q
	front, start := p.frontWord(q.Start)
	if front == notBound || p.isRecent(front, start) {
		front, start = Exact, q.Start
	}
	if front != Exact {
		p.noteBound("front", start, q.Start)
		q.Start = start
	} else if p.currency != "" { // 约新台币3000万元
		_, sign := p.currencySign(q.Start)
		if front, _ = p.frontWord(sign); front == notBound {
			front = Exact
		}
	}
	if front == Exact && links(charBefore(p.text, q.Start)) {
		for _, word := range linkWords {
			if strings.HasSuffix(p.text[p.from:q.Start], word) {
				front, _ = p.frontWord(q.Start - len(word))
				break
			}
		}
	}
	at := q.End
	if p.first.Plain > 0 {
		at = skipSpace(p.text, at)
	}
	behind := Exact
	if v, end := p.behind.Longest(p.text, at); v != 0 && v != notBound && p.fits(p.text[at:end]) {
		behind, q.End = Bound(v), end
		p.noteBound("behind", at, end)
	}
	switch {
	case p.ranged || p.first.Range:
		q.Bound = Range
		if p.first.Range && !p.ranged {
			q.Max = p.first.Max
		}
	case front != Exact:
		q.Bound = front
	case p.first.More || p.first.Vague:
		q.Bound = Over
	case p.more != Exact:
		q.Bound = p.more
	default:
		q.Bound = behind
	}
}

// isRecent reports whether the 近 of a bound is that of the last few of what
// comes one after another: 近三届冠军.
func (p *parser) isRecent(front Bound, start int) bool {
	if front != Nearly || p.text[start:p.q.Start] != "近" || p.first.Value.Cmp(numeral.New(10, 0)) >= 0 {
		return false
	}
	switch p.q.Unit {
	case "届", "期", "任", "轮", "季", "次":
		return true
	}
	return false
}

// fits reports whether a bound word of one character may stand behind this
// unit: 多 and 余 behind time, money and measures, 内 behind time and measures,
// 强 and 弱 behind shares.
func (p *parser) fits(word string) bool {
	switch word {
	case "多", "余":
		return p.q.Kind == Duration || p.q.Kind == Measure || p.q.Kind == Money || p.q.Unit == "倍" || p.q.Unit == "成" || p.q.Unit == "番"
	case "内":
		return p.q.Kind == Duration || p.q.Kind == Measure
	case "强", "強", "弱":
		return p.q.Unit == "成" || p.q.Rule == "quantity.fraction"
	}
	return true
}

// interval sets Low and High by the convention that Bound documents.
func (p *parser) interval() {
	q := &p.q
	q.Low, q.High = q.Value, q.Value
	n := p.first
	if p.ranged {
		n = p.last
	}
	step, ok := numeral.New(1, 0).Shift(n.Step)
	if !ok {
		return
	}
	switch q.Bound {
	case Over:
		if p.first.More || p.more != Exact {
			q.High = plus(q.Value, step)
		} else if p.first.Vague {
			q.High = p.vagueEnd(step)
		} else {
			q.HighOpen = true
		}
	case Nearly:
		q.Low = plus(q.Value, step.Neg())
		if q.Low.Sign() <= 0 && q.Value.Sign() > 0 {
			tenth, _ := step.Shift(-1)
			q.Low = plus(q.Value, tenth.Neg())
		}
	case About:
		half, _ := step.Times(5)
		half, _ = half.Shift(-1)
		q.Low, q.High = plus(q.Value, half.Neg()), plus(q.Value, half)
	case AtMost:
		if q.Value.Sign() > 0 {
			q.Low = numeral.Decimal{}
		}
	case Range:
		q.High = q.Max
	}
}

// vagueEnd is the upper end of 数百 (1000) and of 十几 (20).
func (p *parser) vagueEnd(step numeral.Decimal) numeral.Decimal {
	if p.q.Value == step {
		if hasAny(p.text[p.first.Start:], "几", "幾", "数", "數") {
			ten, _ := step.Shift(1)
			return ten
		}
	}
	return plus(p.q.Value, step)
}

// plus is a + b, or a where the sum has no room.
func plus(a, b numeral.Decimal) numeral.Decimal {
	if sum, ok := a.Add(b); ok {
		return sum
	}
	return a
}
