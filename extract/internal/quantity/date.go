package quantity

// Digits that count nothing by their shape: dates, times of day, scores,
// telephone numbers, 1+17.

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// notNumber is where the scan goes on behind such a shape at byte i, where the
// number n stands if ok is true, and the rule that knows the shape; i where
// there is none.
func (p *parser) notNumber(i int, n numeral.Number, ok bool) (end int, rule string) {
	if isDigit(p.text[i]) {
		if i > 0 && p.foreign(i) {
			return p.skipRun(i), ruleCode
		}
		return p.arabicShape(i)
	}
	if !ok {
		return i, ""
	}
	if !joins(p.text, n.End) && charAt(p.text, n.End) != "届" {
		return i, ""
	}
	rest := p.text[n.End:]
	switch {
	case countsPeople(rest):
		return i, ""
	case hasAny(rest, "月", "号", "號"), strings.HasPrefix(rest, "日") && !hasAny(rest, "日内", "日以内", "日之内"), n.Digits && hasAny(rest, "年", "—", "-", "至", "～"):
		return n.End + len("月"), ruleDate
	case n.Digits || n.Bare || n.Range:
		return i, ""
	}
	if strings.HasPrefix(rest, "届") {
		if end := p.session(n.End + len("届")); end > 0 {
			return end, ruleSession
		}
	}
	if clock, found := strings.CutPrefix(rest, "点"); found {
		if clock == "" || hasAny(clock, "半", "钟", "整", "许", "左右", "前", "后", "至", "到", "，", "。", "一刻", "三刻") {
			return n.End + len("点"), ruleClock
		}
		if m, ok := numeral.Read(clock, 0); ok && hasAny(clock[m.End:], "分", "刻") {
			return n.End + len("点") + m.End + len("分"), ruleClock
		}
	}
	for _, plus := range [...]string{"+", "＋", "比", "：", ":"} {
		if behind, found := strings.CutPrefix(rest, plus); found {
			if m, ok := numeral.Read(behind, 0); ok && !p.unitBegins(behind[m.End:]) {
				return n.End + len(plus) + m.End, ruleScore
			}
		}
	}
	return i, ""
}

// session is where the meetings end that are counted behind a 届 that ends at
// byte i (八届五次、六次全会), or 0.
func (p *parser) session(i int) int {
	end := 0
	for {
		n, ok := numeral.Read(p.text, i)
		if !ok || !hasAny(p.text[n.End:], "次", "中", "大") {
			return end
		}
		end = n.End + len("次")
		i = end
		for _, sep := range [...]string{"、", "和", "至", "到", "及"} {
			if strings.HasPrefix(p.text[end:], sep) {
				i = end + len(sep)
			}
		}
		if i == end {
			return end
		}
	}
}

// unitBegins reports whether a unit begins text.
func (p *parser) unitBegins(text string) bool {
	v, _ := p.units.Longest(text, 0)
	return p.entries[v].name != ""
}

// foreign reports whether the Arabic digits at byte i belong to a word in
// letters (A4, G20, PM2.5) or to a sum (1+17). A currency code is no such word.
func (p *parser) foreign(i int) bool {
	c := p.text[i-1]
	if c >= utf8.RuneSelf && charBefore(p.text, i) != "＋" {
		return false
	}
	if c == '+' || strings.HasSuffix(p.text[:i], "＋") {
		return i > 1 && (isDigit(p.text[i-2]) || isLetter(p.text[i-2]))
	}
	if c == '_' || c == '#' || c == '@' || c == '/' && i > 1 && isLetter(p.text[i-2]) {
		return true
	}
	if !isLetter(c) && (c != '-' || i < 2 || !isLetter(p.text[i-2])) {
		return c == '.' && (hasSuffixFold(p.text[:i], "no.") || i > 1 && isLetter(p.text[i-2]))
	}
	if _, start := p.currencySign(i); start < i {
		return false
	}
	// GDP2000亿元 and AED60台 are figures, but PM2.5 and G20峰会 are none.
	n, ok := numeral.Read(p.text, i)
	if !ok || i < 2 || !isLetter(p.text[i-2]) {
		return true
	}
	p.first = n
	u := p.unit(n.End)
	return n.Exponent < 4 && (!u.ok() || isLetter(p.text[u.start]) || u.kind == Duration)
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// skipRun is behind the digits, letters and joiners at byte i.
func (p *parser) skipRun(i int) int {
	for i < len(p.text) && (isDigit(p.text[i]) || isLetter(p.text[i]) || p.text[i] == '.' || p.text[i] == '-' || p.text[i] == '+') {
		i++
	}
	return i
}

// arabicShape is notNumber for Arabic digits.
func (p *parser) arabicShape(i int) (end int, rule string) {
	a := digitsAt(p.text, i)
	if !joins(p.text, a.end) {
		if a.zero && a.count > 1 {
			return a.end, rulePhone
		}
		return i, ""
	}
	rest := p.text[a.end:]
	if hasAny(rest, "+", "＋") && len(rest) > 3 {
		next := strings.TrimPrefix(strings.TrimPrefix(rest, "+"), "＋")
		if m, ok := numeral.Read(next, 0); ok || isLetter(next[0]) {
			return p.skipRun(len(p.text) - len(next) + m.End), ruleSum
		}
	}
	if end := p.dateAt(a); end > i {
		return end, ruleDate
	}
	for _, colon := range [...]string{":", "：", "∶", "比"} {
		if b := p.partBehind(a, colon); b.end > 0 {
			if colon == "比" && p.unitBegins(p.text[b.end:]) && !hasAny(p.text[b.end:], "分") {
				return i, ""
			}
			for c := b; c.end > 0; c = p.partBehind(c, colon) {
				b = c
			}
			return b.end, ruleScore
		}
	}
	if a.zero || a.value == 400 || a.value == 800 {
		if b := p.partBehind(a, "-"); b.end > 0 && b.count >= 3 {
			for c := b; c.end > 0; c = p.partBehind(c, "-") {
				b = c
			}
			return b.end, rulePhone
		}
	}
	if a.zero && a.count > 1 && !hasAny(rest, ".", "．") {
		return a.end, rulePhone
	}
	return i, ""
}

// countsPeople reports whether rest begins with the 号人 of 四五百号人.
func countsPeople(rest string) bool {
	return hasAny(rest, "号人", "號人") && !hasAny(rest, "号人物", "号人选", "号人员", "号人民", "号人大", "号人社", "号人们")
}

// joins reports whether the character at byte i of text may stand between or
// behind the digits of a date, a score or another such shape.
func joins(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := text[i]; c < utf8.RuneSelf {
		return c == '+' || c == '-' || c == '.' || c == '/' || c == ':' || c == '~' || c == ' '
	}
	switch charAt(text, i) {
	case "＋", "－", "—", "．", "：", "∶", "～", "、", "至", "到", "比", "年", "月", "日", "号", "號", "时", "時", "点", "點":
		return true
	}
	return false
}

// charAt is the character of three bytes at byte i of text, or nothing.
func charAt(text string, i int) string {
	if i+3 > len(text) {
		return ""
	}
	return text[i : i+3]
}

// charBefore is the character of three bytes that ends at byte i of text, or
// nothing.
func charBefore(text string, i int) string {
	if i < 3 {
		return ""
	}
	return text[i-3 : i]
}

// dateAt is the end of the date, the years or the time of day that begin with
// the digits a, or 0.
func (p *parser) dateAt(a digits) int {
	rest := p.text[a.end:]
	year := a.count == 4 && a.value >= 1000 && a.value < 3000
	for _, sep := range [...]string{".", "-", "/", "－", "—", "．"} {
		if b := p.partBehind(a, sep); b.end > 0 {
			if c := p.partBehind(b, sep); c.end > 0 && (year || sep == ".") && b.count <= 2 {
				for d := c; d.end > 0; d = p.partBehind(d, sep) {
					c = d
				}
				return c.end
			}
			amount := hasAny(p.text[b.end:], "万", "亿", "萬", "億", "千", "百", "余", "餘", "多") || p.unitBegins(p.text[b.end:])
			if year && b.value <= 12 && b.count == 2 && b.zero && !amount {
				return b.end
			}
		}
	}
	if year {
		if hasAny(rest, "年") {
			return a.end + len("年")
		}
		for _, dash := range [...]string{"——", "--", "-", "－", "–", "—", "~", "～", "〜", "∼", "至", "到", "/"} {
			if b := p.partBehind(a, dash); b.end > 0 && (b.count == 4 && b.value >= a.value && b.value < 2100 || b.count == 2) && hasAny(p.text[b.end:], "年", "学年", "學年", "年度", "届", "屆", "赛季", ")", "）") {
				return b.end
			}
		}
	}
	if a.count <= 3 && hasAny(rest, "年") && (a.zero || hasSuffixAny(p.text[:a.start], "民国", "民國", "公元", "公元前", "西元", "光绪", "康熙", "乾隆", "昭和", "平成", "令和", "’", "'")) {
		return a.end + len("年")
	}
	if a.count <= 3 && hasAny(rest, "年") {
		if b := p.partBehind(a, "年"); b.end > 0 && hasAny(p.text[b.end:], "月") {
			return b.end
		}
	}
	if a.count <= 2 {
		for _, word := range [...]string{"月", "号", "號", "时", "時", "点", "點"} {
			if hasAny(rest, word) && !countsPeople(rest) {
				if b := p.partBehind(a, word); b.end > 0 && hasAny(p.text[b.end:], "分") {
					return b.end + len("分")
				}
				return a.end + len(word)
			}
			for _, dash := range [...]string{"-", "—", "－", "至", "~", "～", "、", "到"} {
				if b := p.partBehind(a, dash); b.end > 0 && b.count <= 2 && hasAny(p.text[b.end:], word) {
					return b.end + len(word)
				}
			}
		}
		if hasAny(rest, "日") && !hasAny(rest, "日内", "日以内", "日之内", "日元", "日圆", "日圓", "日币") {
			return a.end + len("日")
		}
		for _, dash := range [...]string{"-", "—", "－", "至", "~", "～", "、"} {
			if b := p.partBehind(a, dash); b.end > 0 && b.count <= 2 && hasAny(p.text[b.end:], "日") && !hasAny(p.text[b.end:], "日内") {
				return b.end + len("日")
			}
		}
	}
	return 0
}

// digits is a run of Arabic digits.
type digits struct {
	start, end, count, value int
	zero                     bool // begins with 0
}

func digitsAt(text string, i int) digits {
	d := digits{start: i, end: i}
	for d.end < len(text) && isDigit(text[d.end]) {
		if d.count < 9 {
			d.value = d.value*10 + int(text[d.end]-'0')
		}
		d.end++
		d.count++
	}
	d.zero = d.count > 0 && text[i] == '0'
	return d
}

// partBehind is the run of digits behind a and the separator sep. Its end is 0
// where there is none.
func (p *parser) partBehind(a digits, sep string) digits {
	if !strings.HasPrefix(p.text[a.end:], sep) {
		return digits{}
	}
	b := digitsAt(p.text, a.end+len(sep))
	if b.count == 0 {
		return digits{}
	}
	return b
}

func hasAny(s string, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}

func hasSuffixAny(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
