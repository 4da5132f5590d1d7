package quantity

// What the words around a number make of it: an ordinal, a rank, a period, a
// grade, a name, or a figure that a fair reader could leave out.

import (
	"strings"
	"unicode/utf8"

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

// sign reads a currency sign before the number: ￥3000, US$ 3000. A word
// (人民币500万) names the currency as well but stays outside of the quantity.
func (p *parser) sign() {
	name, start := p.currencySign(p.q.Start)
	if start == p.q.Start {
		return
	}
	p.currency = name
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

// countable reports whether number and unit together count something.
func (p *parser) countable() bool {
	q, n := &p.q, p.first
	before, rest := p.text[:q.Start], p.text[q.End:]
	if n.Bare && !p.bareCounts() {
		return false
	}
	if n.Digits && (q.Unit == "年" || q.Unit == "") || p.single() {
		return false
	}
	if q.Unit == "人" && p.isHotline(n, q.UnitStart) {
		return false
	}
	if p.rank(before) {
		return false
	}
	switch q.Unit {
	case "年", "载", "周年", "个年头":
		return p.yearCounts(before, rest)
	case "日":
		return hasAny(rest, "内", "以内", "之内")
	case "个月", "天", "周", "星期", "个星期", "个季度", "昼夜":
		return !p.period(before, rest) && !hasSuffixAny(before, "上", "下")
	case "级":
		return p.levelCounts(rest)
	case "层":
		return !hasSuffixAny(before, "楼", "厦", "座", "栋", "地下", "负")
	case "手", "方":
		return n.Plain > 0
	case "类", "档":
		if n.Chinese && (hasSuffixAny(before, ")", "）") || n.Value == numeral.New(1, 0)) {
			return false
		}
	case "栋", "幢", "座":
		if m, ok := numeral.Read(rest, 0); ok && hasAny(rest[m.End:], "单元", "室", "号", "层", "楼") {
			return false
		}
	case "角":
		return n.Plain > 0 || p.text[q.UnitStart:q.UnitEnd] != "角" || hasSuffixAny(before, "元", "块")
	case "届", "期", "次", "轮", "批", "代", "等", "线", "号", "版", "部":
		if n.Plain == 4 && n.Exponent == 0 && (q.Unit == "届" || q.Unit == "级") {
			return false
		}
		if n.Chinese && !n.Range {
			if q.Unit == "次" && hasAny(rest, "全会", "全体会议", "全委", "党代会", "代表大会", "会议精神") && !hasSuffixAny(before, "开", "行", "开了", "行了") {
				return false
			}
			if q.Unit == "次" && hasAny(rest, "会议") && hasSuffixAny(before, "人大", "政协", "大会", "职代会", "常委会", "委员会", "届") {
				return false
			}
			if q.Unit == "届" && hasAny(rest, "全国", "人大", "政协", "中央", "全委", "理事", "委员", "常委", "省委", "市委", "县委", "省", "市", "县", "代表大会", "全会") {
				return false
			}
		}
	case "点":
		return n.Chinese && hasAny(rest, "意见", "建议", "要求", "希望", "体会", "启示", "做法", "经验", "想法", "看法", "思考", "共识")
	case "条", "款", "章", "节", "页":
		if n.Plain > 0 && hasSuffixAny(before, "》", "〉") {
			return false
		}
	case "分":
		return n.Plain > 0 && !hasSuffixAny(before, "时", "点", "時", "點", ":", "：")
	case "两":
		return !n.Range && !(n.Chinese && hasAny(rest, "个", "名", "位", "件"))
	case "大":
		if n.Digits || hasSuffixAny(before, "党的", "中共", "共产党", "工会", "团", "妇女") && hasAny(rest, "以来", "精神", "召开", "报告", "会议", "上", "提出", "后", "前", "闭幕", "开幕", "代表", "之后", "胜利") {
			return false
		}
	}
	if p.distributes(rest) || p.title {
		return false
	}
	if n.Chinese && q.Kind == Count && p.isBareTwo() && q.Unit != "个" && q.Unit != "" {
		return false
	}
	return p.negative(before)
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

// inTitle reports whether byte i of text stands within 《》, in the name of a
// work.
func inTitle(text string, i int) bool {
	const reach = 150
	before := text[max(0, i-reach):i]
	open := strings.LastIndex(before, "《")
	return open >= 0 && open > strings.LastIndex(before, "》") && open > strings.LastIndexByte(before, '\n')
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
	if v, end := p.behind.longest(p.text, q.End); v != 0 && v != notBound && p.fits(p.text[q.End:end]) && q.Kind != Money && q.Kind != Measure {
		return true
	}
	if q.Kind == Measure && q.Unit != "里" {
		return false
	}
	if p.first.Exponent >= 8 || q.Kind == Money || q.Kind == Ratio || q.Kind == Duration || q.Unit == "" || q.Unit == "大" || q.Unit == "级" {
		return false
	}
	return !hasSuffixAny(p.text[:q.Start], "(", "（", ":", "：", "/", "每") && !hasAny(p.text[q.End:], ")", "）", "/") && !hasSuffixAny(p.text[:q.Start], "元、", "人、", "户、", "吨、", "亩、")
}

// rank reports whether 前 makes the number a rank or a period: 前3名, 前三年.
func (p *parser) rank(before string) bool {
	if !hasSuffixAny(before, "前", "後", "后", "头", "倒数") {
		return false
	}
	if hasSuffixAny(before, "目前", "以前", "之前", "此前", "日前", "年前", "午前", "会前", "提前", "当前", "先前", "生前", "空前", "以后", "之后", "此后", "会后", "先后", "年后", "背后", "最后", "前后", "落后", "事后", "牵头", "带头", "街头", "码头", "龙头", "源头", "年头", "前头") {
		return false
	}
	switch p.q.Unit {
	case "名", "位", "强", "个月", "年", "天", "周", "个季度", "小时", "批", "轮", "期", "届":
		return true
	}
	return false
}

// yearCounts reports whether a number of years is told of something and does
// not only date the sentence.
func (p *parser) yearCounts(before, rest string) bool {
	n := p.first
	if n.Plain == 4 && n.Exponent == 0 && p.more == Exact && !p.ranged {
		return false
	}
	if m, ok := numeral.Read(rest, 0); ok && hasAny(rest[m.End:], "月") {
		return false
	}
	if hasSuffixAny(before, "民国", "民國", "公元", "清", "光绪", "乾隆", "康熙") {
		return false
	}
	if p.period(before, rest) || hasAny(rest, "中", "里", "工作", "规划", "计划", "行动", "累计", "共", "发展", "如一日", "，", ",", "期间", "春", "夏", "秋", "冬", "上半", "下半", "一") {
		return hasSuffixAny(before, "连续", "为期", "历时", "长达", "满", "任期", "工龄", "从业", "坚持", "坚守", "奋战", "超过", "达", "不少于")
	}
	r, size := utf8.DecodeLastRuneInString(before)
	return size > 0 && !isStop(r) && !hasSuffixAny(before, "的", "几")
}

// period reports whether the words around a duration make it a time word
// (近三年, 过去5天, 五年来), which dates a sentence.
func (p *parser) period(before, rest string) bool {
	return hasAny(rest, "来", "以来", "间", "前", "后", "之前", "之后", "以前", "以后", "之间", "來", "後") && !hasAny(rest, "后勤", "前沿", "间隔", "来自") ||
		hasSuffixAny(before, "过去", "今后", "未来", "最近", "这", "前", "后", "头", "近这", "本", "该", "过去的", "未来的", "今", "近来", "這", "此") ||
		hasSuffixAny(before, "近") && !hasSuffixAny(before, "将近", "接近", "几近")
}

// levelCounts reports whether 级 counts levels (市县乡三级工会) and is no grade
// (一级企业, 5级地震).
func (p *parser) levelCounts(rest string) bool {
	n := p.first
	if !n.Chinese || n.Value.Cmp(numeral.New(2, 0)) < 0 || n.Value.Cmp(numeral.New(6, 0)) > 0 || p.isBareTwo() {
		return false
	}
	if strings.HasPrefix(p.text[n.Start:], "两") || strings.HasPrefix(p.text[n.Start:], "兩") {
		return true
	}
	return hasAny(rest, "工会", "联动", "网络", "帮扶", "服务", "组织", "体系", "书记", "联创", "管理", "干部", "政府", "党组织", "平台", "责任", "党委", "团组织", "妇联", "协调", "联席", "维权", "调解", "工作", "职代会", "领导", "机构", "河长", "林长", "架构", "人大", "法院", "医疗卫生", "机关")
}

// negative applies a minus sign to money, shares and measures. It reports
// whether the number is one.
func (p *parser) negative(before string) bool {
	start := len(before)
	for _, minus := range [...]string{"-", "－", "−", "负", "負", "零下"} {
		head, found := strings.CutSuffix(before, minus)
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

// form marks what GUIDE.md calls optional by its form, and reads what only some
// units take behind them.
func (p *parser) form() {
	q, n := &p.q, p.first
	switch q.Unit {
	case "级":
		q.Optional = true
	case "岁", "周岁":
		q.Optional = q.Bound != Exact
	case "度":
		if q.Value.Cmp(numeral.New(1000, 0)) >= 0 {
			q.Kind, q.Rule = Measure, rules[Measure] // of electricity
		} else if n.Chinese && q.Value.Cmp(numeral.New(10, 0)) < 0 {
			q.Kind, q.Rule, q.Optional = Count, rules[Count], true // times
		}
	case "口":
		if p.ofFamily() {
			q.Kind, q.Rule = People, rules[People]
		}
	case "队", "班", "组", "站":
		q.Optional = n.Chinese && n.Value.Cmp(numeral.New(10, 0)) < 0
	}
	if q.Kind == Duration {
		q.Optional = true
	}
	if q.Unit == "元" {
		p.smallMoney()
	}
	if !n.Chinese || n.Exponent >= 4 && !n.Bare && !n.Vague {
		return
	}
	one := n.Value == numeral.New(1, 0) && !n.Range && !p.ranged
	switch {
	case one && q.Kind != Ratio && (q.Kind != Money && q.Kind != Measure || q.Bound == Exact && q.Value == n.Value):
		q.Optional = true
		p.oneByOne()
	case n.Vague && hasAny(p.text[n.Start:], "数", "數", "几", "幾"):
		q.Optional = true
	case n.Bare && q.Bound == Exact && q.Kind != Ratio:
		q.Optional = true
	case q.Unit == "大" || q.Unit == "大类" || q.Unit == "大项" || q.Unit == "大块" || q.Unit == "点" || q.Unit == "系列" || q.Unit == "步":
		q.Optional = true
	case q.Kind == Count && p.listed():
		q.Optional = true
	}
}

// ofFamily reports whether 口 counts the members of families: 一家六口.
func (p *parser) ofFamily() bool {
	before := p.text[max(0, p.q.Start-30):p.q.Start]
	return hasSuffixAny(before, "家", "户", "戶", "全家") || strings.Contains(before, "户，") || strings.Contains(before, "戶，") || strings.Contains(before, "人口")
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

// oneByOne reads 一个又一个 and 一个个 as one quantity.
func (p *parser) oneByOne() {
	q := &p.q
	word := p.text[q.UnitStart:q.UnitEnd]
	rest := p.text[q.End:]
	if strings.HasPrefix(rest, word) && q.Kind == Count {
		q.End += len(word)
		return
	}
	if again, found := strings.CutPrefix(rest, "又一"); found && strings.HasPrefix(again, word) {
		q.End += len("又一") + len(word)
	}
}

// listed reports whether the number counts points of a list and not things:
// “三个转变”.
func (p *parser) listed() bool {
	q := &p.q
	if v, _ := p.points.longest(p.text, q.End); v != 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(p.text[:q.Start])
	if strings.ContainsRune("“‘「『\"", r) {
		for at, steps := q.End, 0; at < len(p.text) && steps < 8; steps++ {
			r, size := utf8.DecodeRuneInString(p.text[at:])
			if strings.ContainsRune("”’」』\"", r) {
				return true
			}
			at += size
		}
	}
	return false
}

// isStop reports whether r ends a clause.
func isStop(r rune) bool { return strings.ContainsRune("，。；！？、：,;!?:\n“‘（(", r) }
