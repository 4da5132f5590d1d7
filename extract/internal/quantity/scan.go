package quantity

// The scan itself: find where a number may begin, let the grammar try there,
// and go on behind what it read.

import (
	"strings"
	"sync"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// starters are the characters, besides Arabic digits, that a number begins with.
const starters = "零〇○一壹弌二贰貳弍两兩三叁參叄四肆五伍六陆陸七柒八捌九玖廿卅卌十拾百佰千仟万萬亿億几幾数數半"

// starterBits has the bit of each starter set, by code point, and those of the
// brackets of titles, which hold no figures.
var starterBits = sync.OnceValue(func() *[1 << 10]uint64 {
	bits := new([1 << 10]uint64)
	for _, r := range starters + "《》" {
		bits[r>>6] |= 1 << (r & 63)
	}
	return bits
})

// starts reports whether a number can begin with r.
func starts(r rune) bool {
	if r == '《' || r == '》' || r >= 1<<16 {
		return false
	}
	return starterBits()[r>>6]>>(r&63)&1 != 0 || '0' <= r && r <= '9'
}

// Scan appends the quantities of text[from:to] to dst, in order, without
// overlap. Context outside from and to is looked at but not reported. Both
// must lie on the edge of a character.
func (l *Lexicon) Scan(dst []Quantity, text string, from, to int) []Quantity {
	return l.scan(dst, nil, text, from, to)
}

// scan is Scan that appends to readings, unless that is nil, what became of
// each number.
func (l *Lexicon) scan(dst []Quantity, readings *[]Reading, text string, from, to int) []Quantity {
	bits := starterBits()
	floor, title := from, inTitle(text, from)
	for i := from; i < to; {
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			if c < '0' || c > '9' {
				title = title && c != '\n'
				i++
				continue
			}
		case c < 0xE0:
			i += 2
			continue
		case c < 0xF0:
			if i+3 > len(text) {
				return dst
			}
			r := uint(c&0x0F)<<12 | uint(text[i+1]&0x3F)<<6 | uint(text[i+2]&0x3F)
			if bits[r>>6]>>(r&63)&1 == 0 {
				i += 3
				continue
			}
			if r == '《' || r == '》' {
				title = r == '《'
				i += 3
				continue
			}
		default:
			i += 4
			continue
		}
		p := parser{Lexicon: l, text: text, from: floor, to: to, title: title, explains: readings != nil}
		end, ok := p.read(i)
		ok = ok && p.q.End <= to
		if ok {
			dst = append(dst, p.q)
			floor = p.q.End
		}
		if p.explains && p.by != "" {
			*readings = append(*readings, p.reading(i, end, ok))
			if !ok {
				(*readings)[len(*readings)-1].without(parser{Lexicon: l, text: text, from: floor, to: to, title: title, ignored: p.by}, i)
			}
		}
		i = max(end, i+1)
	}
	return dst
}

// A parser reads one quantity of the text.
type parser struct {
	*Lexicon
	text       string
	from, to   int // the quantity lies between
	q          Quantity
	first      numeral.Number // the number, or the lower end of a range
	last       numeral.Number // the upper end of a range
	ranged     bool
	title      bool   // the number stands within 《》
	more       Bound  // what a word between number and unit says: 余, 多, 来
	by         string // the entry or the rule of the grammar that decided
	lookalike  string // a word behind the number that only begins like a unit
	free       bool   // a rule that is switched off would have barred it, see bars
	currency   string // what a sign before the number says: ￥, US$
	currencyBy string // the entry that has the sign

	explains bool   // note steps
	ignored  string // a rule to read as if it were switched off
	steps    []Step
}

// read tries the grammar at byte i. It returns where the scan goes on, and
// whether p.q is a quantity.
func (p *parser) read(i int) (end int, ok bool) {
	n, ok := numeral.Read(p.text, i)
	if end, rule := p.notNumber(i, n, ok); end > i && p.bars(rule) {
		return end, false
	}
	if end, ok := p.fraction(i, n, ok); end > i {
		return end, ok
	}
	if charAt(p.text, i) == "半" {
		return p.half(i)
	}
	if end := p.phrase(p.text, i); end > i && end < n.End {
		p.notePhrase(i, end)
	} else if end > i && p.barsPhrase(i, end) {
		if !ok {
			p.by = "" // 数据 and 几乎 are no numbers
		}
		return end, false
	}
	if !ok {
		if end, ok := p.countless(i); end > i {
			return end, ok
		}
		return p.skipDigits(i), false
	}
	n = p.discount(p.hundredMillions(p.listedNeighbours(n)))
	p.first = n
	p.q = Quantity{Start: i, End: n.End, NumStart: i, NumEnd: n.End, Value: n.Value}
	if p.ordinal(i) && p.bars(ruleOrdinal) {
		return p.skipOrdinals(n.End), false
	}
	p.sign()
	if !p.unitOrRange() {
		if p.bars(p.withoutUnit()) {
			return p.resume(), false
		}
		p.by = ruleNoUnit
	}
	if !p.countable() {
		return p.q.End, false
	}
	p.tenths()
	p.bounds()
	p.interval()
	p.form()
	return p.q.End, true
}

// hundredMillions reads the 个亿 of 2个亿 as the multiplier of n.
func (p *parser) hundredMillions(n numeral.Number) numeral.Number {
	for _, word := range [...]string{"个亿", "個億"} {
		if n.Exponent >= 4 || !strings.HasPrefix(p.text[n.End:], word) {
			continue
		}
		if value, ok := n.Value.Shift(8); ok {
			n.Value, n.Exponent, n.Step, n.End = value, 8, n.Step+8, n.End+len(word)
		}
	}
	return n
}

// listedNeighbours reads 三、四 as the range 三四, where no third one follows.
func (p *parser) listedNeighbours(n numeral.Number) numeral.Number {
	if !n.Chinese || n.End-n.Start != len("三") || charAt(p.text, n.End) != "、" || charBefore(p.text, n.Start) == "、" {
		return n
	}
	second, ok := numeral.Read(p.text, n.End+len("、"))
	if !ok || second.End-second.Start != len("四") || plus(n.Value, numeral.New(1, 0)) != second.Value || !p.unitBegins(p.text[second.End:]) {
		return n
	}
	n.Range, n.Max, n.End = true, second.Value, second.End
	return n
}

// resume is where the scan goes on behind a number that is no quantity.
func (p *parser) resume() int {
	return p.skipDigits(p.q.NumEnd)
}

// skipDigits is behind the Arabic digits at byte i, which may be more than a
// number holds.
func (p *parser) skipDigits(i int) int {
	for i < len(p.text) && isDigit(p.text[i]) {
		i++
	}
	return i
}

// unitOrRange reads what follows the number: more of a range, the words
// between number and unit, and the unit. It reports whether what was read
// counts something.
func (p *parser) unitOrRange() bool {
	at, bound := p.innerBound(p.first.End)
	u := p.unit(at)
	if r, ok := p.upperEnd(u); ok {
		return p.setUnit(r)
	}
	if u.ok() {
		p.more = bound
	}
	if !u.ok() && bound != Exact {
		if u = p.unit(p.first.End); !u.ok() {
			p.more = bound
			u = unit{start: at, end: at}
		}
	}
	return p.setUnit(u)
}

// setUnit completes the quantity with the unit u, or with the noun or the
// currency sign that does its work, and reports whether there is any.
func (p *parser) setUnit(u unit) bool {
	q := &p.q
	if !u.ok() {
		if p.currency != "" {
			q.Unit, q.Kind, q.Rule = p.currency, Money, "quantity.money"
			p.by = p.currencyBy
			q.End = max(u.end, q.NumEnd)
			q.UnitStart, q.UnitEnd = q.End, q.End
			return true
		}
		return p.sharesUnit() || p.bareNoun(u.end) || p.bareRate()
	}
	q.Unit, q.Kind = u.name, u.kind
	if u.more {
		p.more = Over
	}
	if u.half && !p.ranged {
		q.Value = halved(q.Value)
		p.first.Step = -1
	}
	q.UnitStart, q.UnitEnd, q.End = u.start, u.end, u.end
	q.Rule = kindRules[u.kind]
	p.by = u.by
	return true
}

// kindRules names what reads a unit of each kind.
var kindRules = [...]string{
	Other: "quantity.other", Money: "quantity.money", People: "quantity.people", Count: "quantity.count",
	Ratio: "quantity.ratio", Measure: "quantity.measure", Duration: "quantity.duration",
}

// skipSpace is i behind at most two blanks.
func skipSpace(text string, i int) int {
	for n := 0; n < 2 && i < len(text) && text[i] == ' '; n++ {
		i++
	}
	// A byte that was no text stands where a digit may have been; the figure
	// is read and its reader told.
	for strings.HasPrefix(text[i:], "\ufffd") {
		i += len("\ufffd")
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
