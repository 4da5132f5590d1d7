package quantity

// Units and what is put together from them: 人(次), 元/人, 个多月, 年半.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unionrep/extract/internal/numeral"
)

// A unit is what stands behind a number.
type unit struct {
	name       string // canonical, "" where there is none
	kind       Kind
	start, end int
	more       bool   // 多 inside: 2个多月
	half       bool   // 半 inside or behind: 两个半月, 3年半
	by         string // the entry that has it
}

func (u unit) ok() bool { return u.name != "" }

// unit reads the longest unit at byte i of the text, behind blanks where the
// number is Arabic.
func (p *parser) unit(i int) unit {
	start := i
	if p.first.Plain > 0 {
		start = skipSpace(p.text, i)
	}
	u := p.simpleUnit(start)
	if !u.ok() {
		return unit{start: i, end: i}
	}
	if strings.HasSuffix(u.name, "次") && u.name != "次" && strings.HasPrefix(p.text[u.end:], "之") {
		u.name, u.end = strings.TrimSuffix(u.name, "次"), u.end-len("次") // 工资争议67件次之
	}
	switch charAt(p.text, u.end) {
	case "多", "半", "余":
		u = p.split(u)
	case "次":
		u = p.times(u)
	}
	if u.end < len(p.text) && (p.text[u.end] == '(' || charAt(p.text, u.end) == "（") {
		u = p.bracket(u)
	}
	if u.end < len(p.text) && (p.text[u.end] == '/' || charAt(p.text, u.end) == "每") {
		u = p.rate(u)
	}
	return u
}

// simpleUnit reads one entry of units.csv.
func (p *parser) simpleUnit(i int) unit {
	v, end := p.units.Longest(p.text, i)
	e := p.entries[v]
	if e.name == "" || isLetter(p.text[i+e.size-1]) && i+e.size < len(p.text) && isLetter(p.text[i+e.size]) {
		if v != 0 {
			p.ruledOut(e.by)
		}
		return unit{start: i, end: i}
	}
	p.free = p.free || hasAny(p.text[i:], p.letIn...)
	p.noteShorter(i, i+e.size)
	return unit{name: e.name, kind: e.kind, start: i, end: end - (end - i) + e.size, by: e.by}
}

// split reads a 多 or 半 in the midst of a unit of time (2个多月, 两个半小时) and
// a 半 behind one or behind a measure (3年半).
func (p *parser) split(u unit) unit {
	for _, word := range [...]string{"多", "半", "余"} {
		rest, found := strings.CutPrefix(p.text[u.end:], word)
		if !found {
			continue
		}
		behind := len(p.text) - len(rest)
		if u.name == "个" {
			for _, part := range [...]string{"月", "小时", "星期", "礼拜", "季度", "学期", "工作日", "百分点", "钟头", "基点", "工日", "时辰"} {
				if strings.HasPrefix(rest, part) {
					whole := p.entries[p.unitValue("个"+part)]
					return unit{name: whole.name, kind: whole.kind, by: whole.by, start: u.start, end: behind + len(part), more: word != "半", half: word == "半"}
				}
			}
		}
		if word != "半" || halfWord(rest) {
			continue
		}
		if u.kind == Duration || u.kind == Measure || u.name == "倍" || u.name == "番" || u.kind == Count && p.first.Chinese && endsClause(rest) {
			u.end, u.half = behind, true
			return u
		}
	}
	return u
}

// times reads a 次 behind the unit of what took part in an event, 15万亩次,
// 40门次, but not the one of a word that it begins: 80条次品.
func (p *parser) times(u unit) unit {
	v, end := p.units.Longest(p.text, u.end)
	if p.entries[v].name != "次" || strings.HasPrefix(p.text[end:], "之") || u.name == "个" || u.name == "次" || u.kind != Count && u.kind != Measure {
		return u
	}
	if name := u.name + "次"; !p.unitOff(name) {
		u.name, u.end = name, end
	}
	return u
}

// endsClause reports whether rest begins with what ends a clause or goes on
// with its quantity, and with no noun.
func endsClause(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	return size == 0 || !unicode.Is(unicode.Han, r) || hasAny(rest, "的", "多", "左右", "以上", "以下")
}

// unitValue is the entry of a whole spelling.
func (p *parser) unitValue(spelling string) int32 {
	v, _ := p.units.Longest(spelling, 0)
	return v
}

// halfWord reports whether the text behind a 半 makes a word of its own with it.
func halfWord(rest string) bool {
	for _, word := range [...]string{"数", "年", "天", "价", "径", "日", "个", "岛", "月", "成"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// bracket folds 次 and other units in brackets into the unit: 人(次).
func (p *parser) bracket(u unit) unit {
	rest := p.text[u.end:]
	open := len("(")
	switch {
	case strings.HasPrefix(rest, "("):
	case strings.HasPrefix(rest, "（"):
		open = len("（")
	default:
		return u
	}
	inner := p.simpleUnit(u.end + open)
	if !inner.ok() || inner.end-inner.start > 2*len("次") || u.kind != People && u.kind != Count {
		return u
	}
	for _, end := range [...]string{")", "）"} {
		if strings.HasPrefix(p.text[inner.end:], end) {
			if name := p.joined(u.name, inner.name); !p.unitOff(name) {
				u.name, u.end = name, inner.end+len(end)
			}
			return u
		}
	}
	return u
}

// unitOff reports whether the unit of that name is switched off, which must not
// be put together of others then.
func (p *parser) unitOff(name string) bool { return p.own != nil && p.own.Off("unit/"+name) }

// joined is the canonical form of two units in one, without an allocation
// where units.csv has it.
func (p *parser) joined(a, b string) string {
	if b == "次" {
		switch a {
		case "人":
			return "人次"
		case "场":
			return "场次"
		case "户":
			return "户次"
		}
	}
	return a + b
}

// rate reads a unit per another one: 元/人, 元/平方米, 元每月.
func (p *parser) rate(u unit) unit {
	for {
		rest := p.text[u.end:]
		slash := strings.HasPrefix(rest, "/")
		size := 1
		if !slash {
			if u.kind != Money || !strings.HasPrefix(rest, "每") {
				return u
			}
			size = len("每")
		}
		v, end := p.units.Longest(p.text, u.end+size)
		per := p.entries[v]
		name := per.name
		if name == "" {
			for _, word := range [...]string{"月", "日", "时", "次"} {
				if strings.HasPrefix(p.text[u.end+size:], word) {
					name, end = word, u.end+size+len(word)
				}
			}
		}
		if name == "" {
			return u
		}
		if !slash {
			// 补助500元每人 is a rate only where nothing is said of that 人.
			r, _ := utf8.DecodeRuneInString(p.text[end:])
			if r >= 0x4E00 && r != '每' && r != '的' && r != '标' {
				return u
			}
		}
		if p.unitOff(p.text[u.start:end]) {
			return u
		}
		u.name, u.end = p.text[u.start:end], end
	}
}

// halved is n units and a half.
func halved(n numeral.Decimal) numeral.Decimal {
	sum, ok := n.Add(numeral.New(5, 1))
	if !ok {
		return n
	}
	return sum
}
