package quantity

// What makes a number part of a name: ordinals, ranks, lines to call, words
// that only look like numbers.

import (
	"strings"

	"unionrep/extract/internal/numeral"
)

// ordinal reports whether the word before the number at byte i makes it an
// ordinal.
func (p *parser) ordinal(i int) bool {
	before := strings.TrimRight(p.text[:i], " ")
	if hasSuffixAny(before, "第", "农历", "農曆", "正月", "星期", "礼拜", "№", "编号", "号码") || hasSuffixFold(before, "no.") {
		return true
	}
	if !p.first.Chinese {
		return false
	}
	if hasSuffixAny(before, "初", "老", "高", "大", "小", "研") && p.first.End-i == len("一") && !hasSuffixAny(before, "最大", "最小", "最高") {
		return !p.unit(p.first.End).ok()
	}
	if hasSuffixAny(before, "周", "週") && !hasSuffixAny(before, "每周", "一周", "本周") {
		return p.first.End-i == len("一")
	}
	return false
}

// skipOrdinals is behind the further numbers of a list of ordinals: 第一、二名.
func (p *parser) skipOrdinals(end int) int {
	for {
		next := end
		for _, sep := range [...]string{"、", "-", "－", "—", "~", "～", "至", "到"} {
			if strings.HasPrefix(p.text[end:], sep) {
				if n, ok := numeral.Read(p.text, end+len(sep)); ok {
					next = n.End
				}
			}
		}
		if next == end {
			return end
		}
		end = next
	}
}

// inTitle reports whether byte i of text stands within 《》, in the name of a
// work.
func inTitle(text string, i int) bool {
	const reach = 150
	before := text[max(0, i-reach):i]
	open := strings.LastIndex(before, "《")
	return open >= 0 && open > strings.LastIndex(before, "》") && open > strings.LastIndexByte(before, '\n')
}

// rank reports whether 前 makes the number a rank or a period: 前3名, 前三年.
func (p *parser) rank(before string) bool {
	switch charBefore(before, len(before)) {
	case "前", "後", "后", "头":
	case "数":
		if !strings.HasSuffix(before, "倒数") {
			return false
		}
	default:
		return false
	}
	if hasSuffixAny(before, "目前", "以前", "之前", "此前", "日前", "年前", "午前", "会前", "提前", "当前", "先前", "生前", "空前", "以后", "之后", "此后", "会后", "先后", "年后", "博士后", "背后", "最后", "前后", "落后", "事后", "牵头", "带头", "街头", "码头", "龙头", "源头", "年头", "前头") {
		return false
	}
	switch p.q.Unit {
	case "名", "位", "强", "个月", "年", "天", "周", "个季度", "小时", "批", "轮", "期", "届":
		return true
	}
	return false
}

// isName reports whether the number n is a name or a number to call: the year
// of 2015职工运动会, 12351职工服务热线.
func (p *parser) isName(n numeral.Number, at int) bool {
	if n.Plain == 0 || n.Plain != n.End-n.Start || n.Exponent != 0 || p.more != Exact {
		return false
	}
	v, ok := n.Value.Int64()
	if !ok {
		return true
	}
	if n.Plain == 4 && v >= 1900 && v < 2100 && p.frontBound(n.Start) == Exact && !hasSuffixAny(p.text[:n.Start], "有", "达", "计", "对", "给", "为", "到", "名", "人") {
		return true
	}
	if n.Plain == 5 && v/100 == 123 && !hasSuffixAny(p.text[:n.Start], "有", "达", "计", "为") {
		return true
	}
	if hasSuffixAny(p.text[:n.Start], "图", "表", "附件") {
		return true
	}
	return p.isHotline(n, at)
}

// isHotline reports whether the number n is one to call, which the words at
// byte i then say: 12333人社热线.
func (p *parser) isHotline(n numeral.Number, i int) bool {
	v, _ := n.Value.Int64()
	if n.Plain != n.End-n.Start || (n.Plain != 5 || v/1000 != 12) && (n.Plain != 3 || v < 110 || v > 122) {
		return false
	}
	head := p.text[i:min(len(p.text), i+36)]
	for _, word := range [...]string{"热线", "专线", "电话", "平台", "服务台"} {
		if at := strings.Index(head, word); at >= 0 {
			return !strings.ContainsAny(head[:at], "，。；、,;")
		}
	}
	return false
}

// single reports whether the number is one financial character or 零 alone,
// which is a name or a word unless it counts money or a share: 陆家嘴, 零件.
func (p *parser) single() bool {
	if p.first.End-p.first.Start != len("零") || p.ranged || p.q.Kind == Money || p.q.Kind == Ratio {
		return false
	}
	return strings.ContainsAny(p.text[p.first.Start:p.first.End], "零〇壹弌贰貳弍叁參叄肆伍陆陸柒捌玖拾佰仟")
}
