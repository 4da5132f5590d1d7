package quantity

// Ranges: 5至8人, 60%-70%, 十八至三十万, 2——3万.

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// dashes are what stands between the ends of a range, longer ones first.
var dashes = [...]string{"——", "--", "-", "－", "–", "—", "~", "～", "〜", "∼", "至", "到"}

// dashBegins reports whether a dash may begin at byte i of text.
func dashBegins(text string, i int) bool {
	if i < len(text) && text[i] < utf8.RuneSelf {
		return text[i] == '-' || text[i] == '~'
	}
	switch charAt(text, i) {
	case "－", "–", "—", "～", "〜", "∼", "至", "到":
		return true
	}
	return false
}

// upperEnd reads a dash and a second number behind the first number, or behind
// its unit u, and returns the unit of the range.
func (p *parser) upperEnd(u unit) (unit, bool) {
	at := p.first.End
	if u.ok() {
		at = u.end
	}
	at = skipSpace(p.text, at)
	if !dashBegins(p.text, at) {
		return u, false
	}
	for _, dash := range dashes {
		if !strings.HasPrefix(p.text[at:], dash) {
			continue
		}
		second := skipSpace(p.text, at+len(dash))
		n, ok := numeral.Read(p.text, second)
		if !ok || n.Bare || n.Vague || n.Digits || n.Range || p.first.Bare || p.first.Vague || p.first.Range {
			return u, false
		}
		right := p.unit(n.End)
		if at, bound := p.innerBound(n.End); !right.ok() && bound == Over {
			right = p.unit(at) // 20至30余人
		}
		if u.ok() && !right.extends(u) || u.ok() && p.fromTo() {
			return u, false
		}
		low := p.first.Value
		if !u.ok() && p.first.Exponent < n.Exponent {
			low = p.shared(n)
		}
		if low.Cmp(n.Value) >= 0 {
			return u, false
		}
		p.ranged, p.last = true, n
		p.q.Value, p.q.Max, p.q.NumEnd = low, n.Value, n.End
		return right, true
	}
	return u, false
}

// extends reports whether u is the unit v, or v per something: 元/人 behind 元.
func (u unit) extends(v unit) bool {
	rest, found := strings.CutPrefix(u.name, v.name)
	return found && (rest == "" || rest[0] == '/')
}

// shared is the first number under the multiplier of n, where that makes it
// the smaller of the two: 十八至三十万.
func (p *parser) shared(n numeral.Number) numeral.Decimal {
	if n.Exponent < 2 {
		return p.first.Value
	}
	low, ok := p.first.Value.Shift(n.Exponent)
	if !ok || low.Cmp(n.Value) >= 0 {
		return p.first.Value
	}
	return low
}

// fromTo reports whether 从, 由 or 自 stands before the first number: then the
// two ends are two figures, a change.
func (p *parser) fromTo() bool {
	before := p.text[:p.q.Start]
	return strings.HasSuffix(before, "从") || strings.HasSuffix(before, "由") || strings.HasSuffix(before, "自") || strings.HasSuffix(before, "從")
}
