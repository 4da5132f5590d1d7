// Package period finds the time words of a text, as a sentence writes them:
// 五年来, 2012年, “十二五”期间, 截至目前.
package period

import (
	"strings"
	"unicode/utf8"
)

// An Expression is one time word.
type Expression struct {
	Start, End int
	// Holds says that the word, where it opens a sentence, dates what follows
	// too: 五年来 does, 3月10日 dates its own sentence only.
	Holds bool
	// Day says that the word names a day: where it opens a sentence it begins an
	// episode, and the lead-in before it holds no longer.
	Day bool
	// Year says that the word names whole years.
	Year bool
	// Open says that the word dates a sentence only where it opens a clause:
	// a bare 五年 elsewhere is a duration.
	Open bool
}

// Find appends the time words of text[from:to], one sentence, to dst, in order.
func Find(dst []Expression, text string, from, to int) []Expression {
	open := true // at the beginning of a clause
	for i := from; i < to; {
		c := text[i]
		if c < utf8.RuneSelf && (c < '0' || c > '9') {
			open = c == ',' || c == ';' || c == ':' || c == '(' || (open && c == ' ')
			i++
			continue
		}
		if !starts(text[i:to]) {
			_, size := utf8.DecodeRuneInString(text[i:to])
			open = isBreak(text[i : i+size])
			i += size
			continue
		}
		if e, ok := at(text, i, to, open); ok {
			dst = append(dst, e)
			i, open = e.End, false
			continue
		}
		i += skip(text[i:to])
		open = false
	}
	return dst
}

// starts says by its first character whether a time word can begin here.
func starts(s string) bool {
	if s[0] >= '0' && s[0] <= '9' {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("“\"近过去今前明当本上下同自从截目这最未年历多几两一二三四五六七八九十廿全入春夏秋冬民改建换成任开期至迄月疫汛节暑寒头首第新", r)
}

func isBreak(s string) bool {
	switch s {
	case "，", "；", "：", "。", "！", "？", "（", "、", "—", "●", "■", "◆", "　":
		return true
	}
	return false
}

// skip is the number of bytes to the next place where a time word can begin:
// a number is passed as a whole.
func skip(s string) int {
	if n := number(s); n > 0 {
		return n
	}
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// number is the length of a number at the beginning of s.
func number(s string) int {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i > 0 {
		return i
	}
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("一二两三四五六七八九十廿卅百几数多〇零", r) {
			break
		}
		i += size
	}
	return i
}

// digits is the length of the Arabic digits at the beginning of s.
func digits(s string) int {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

// one returns the length of the first of the words that s begins with.
func one(s string, words ...string) int {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// at reads the time word that begins at i.
func at(text string, i, to int, open bool) (Expression, bool) {
	s := text[i:to]
	e := Expression{Start: i}
	if n := since(s); n > 0 && open {
		e.End, e.Holds = i+n, true
		return e, true
	}
	if n := until(s); n > 0 {
		e.End = i + n
		return e, true
	}
	if n := plan(s); n > 0 {
		e.End, e.Holds = i+n, open
		return e, true
	}
	if n, bare := span(s); n > 0 && (open || !bare) {
		e.End, e.Holds, e.Open = i+n, open && !bare, bare
		return e, true
	}
	if n, year := date(s); n > 0 {
		if m := second(s[n:]); m > 0 {
			n += m
		}
		e.End = i + n
		e.Year = year
		e.Day = open && (strings.HasSuffix(s[:n], "日") || strings.HasSuffix(s[:n], "号"))
		e.Holds = open && year && one(text[e.End:to], "，", ",") > 0
		return e, true
	}
	if n := word(s); n > 0 {
		e.End = i + n
		e.Holds = open && one(s, "近年来", "多年来", "几年来", "历年来", "近年", "全年", "上半年", "下半年") > 0 && one(text[e.End:to], "，", ",") > 0
		return e, true
	}
	if n := named(s); n > 0 {
		e.End = i + n
		return e, true
	}
	return e, false
}

// since reads 自2015年第八次工代会以来的5年, 换届以来, 今年以来, 入冬以来.
func since(s string) int {
	const longest = 90 // bytes
	head := s[:min(len(s), longest)]
	for cut, r := range head {
		if strings.ContainsRune("，。；：,;:!！？\n", r) {
			head = head[:cut]
			break
		}
	}
	k := strings.Index(head, "以来")
	if k < 0 {
		return 0
	}
	from := one(head, "自从", "自", "从")
	if from == 0 && utf8.RuneCountInString(head[:k]) > 10 {
		return 0
	}
	if from == 0 {
		// Without 自 the words before 以来 must be an event or a time, not a
		// clause that happens to end in it.
		if r, _ := utf8.DecodeRuneInString(head); strings.ContainsRune("长一", r) && number(head) == 0 {
			return 0
		}
	}
	n := k + len("以来")
	if m := one(head[n:], "的"); m > 0 {
		if d, _ := span(head[n+m:]); d > 0 {
			return n + m + d
		}
	}
	return n
}

// until reads 截至2015年底, 截至目前.
func until(s string) int {
	n := one(s, "截至到", "截止到", "截至", "截止")
	if n == 0 {
		return 0
	}
	if m, _ := date(s[n:]); m > 0 {
		return n + m
	}
	if m := word(s[n:]); m > 0 {
		return n + m
	}
	return 0
}

// plan reads “十二五”期间 and 十三五时期.
func plan(s string) int {
	quote := one(s, "“", "\"", "「")
	n := quote
	m := one(s[n:], "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五")
	if m == 0 {
		return 0
	}
	n += m
	if quote > 0 {
		m = one(s[n:], "”", "\"", "」")
		if m == 0 {
			return 0
		}
		n += m
	}
	m = one(s[n:], "规划期间", "规划以来", "期间", "时期", "以来", "期末", "末", "前四年", "前三年", "前两年", "开局之年", "收官之年")
	if m == 0 {
		return 0
	}
	return n + m
}

// span reads a stretch of time counted back or ahead: 五年来, 近五年来, 过去5年,
// 今后五年, 近三年, 5年间. bare says that nothing but its place tells it from a
// duration: 五年.
func span(s string) (n int, bare bool) {
	front := one(s, "在过去的", "过去的", "过去", "最近的", "最近", "近", "这", "今后", "未来的", "未来", "前", "头", "上一个", "上", "下一个")
	n = front
	count := number(s[n:])
	if count == 0 {
		return 0, false
	}
	n += count
	if digits(s[front:]) > 2 {
		return 0, false
	}
	n += one(s[n:], "个")
	n += one(s[n:], "多", "余", "来")
	unit := one(s[n:], "年", "月", "天", "日", "周", "星期", "季度")
	if unit == 0 {
		return 0, false
	}
	if strings.HasPrefix(s[n:], "年级") || strings.HasPrefix(s[n:], "年制") || strings.HasPrefix(s[n:], "年期") || strings.HasPrefix(s[n:], "天内") && front == 0 {
		return 0, false
	}
	if front == 0 && one(s[n:], "月", "日", "季度") > 0 && !strings.Contains(s[:n], "个") {
		return 0, false // 3月 is a month, 3日 a day
	}
	n += unit
	n += one(s[n:], "多")
	back := one(s[n:], "以来", "来", "之间", "间", "期间", "里", "中", "之中", "时间里", "时间")
	if strings.HasPrefix(s[n:], "中期") || strings.HasPrefix(s[n:], "来自") || strings.HasPrefix(s[n:], "来到") || strings.HasPrefix(s[n:], "中共") {
		back = 0
	}
	if front > 0 && one(s, "前", "上", "头") > 0 && back == 0 {
		return n, false
	}
	return n + back, front == 0 && back == 0
}

// date reads a calendar date, as precise as it is given: 2012年, 去年9月,
// 2014年12月16日, 3月10日, 今年上半年, 2012-2016年. year says that it names a
// year and no day.
func date(s string) (n int, year bool) {
	n = yearOf(s)
	year = n > 0
	month := 0
	if d := digits(s[n:]); d == 1 || d == 2 {
		month = one(s[n+d:], "月份", "月")
		if month > 0 {
			month += d
		}
	} else if d := number(s[n:]); d > 0 && digits(s[n:]) == 0 && d <= 6 {
		month = one(s[n+d:], "月份", "月")
		if month > 0 {
			month += d
		}
	}
	if month > 0 {
		n += month
		day := 0
		if d := digits(s[n:]); d > 0 {
			if m := one(s[n+d:], "-", "～", "~", "—", "－", "至", "、"); m > 0 {
				if d2 := digits(s[n+d+m:]); d2 > 0 && one(s[n+d+m+d2:], "日") > 0 {
					return n + d + m + d2 + len("日"), false
				}
			}
		}
		if d := number(s[n:]); d > 0 {
			day = one(s[n+d:], "日", "号")
			if day > 0 {
				day += d
			}
		}
		n += day
		n += one(s[n:], "上旬", "中旬", "下旬", "底", "初", "末", "以来", "起")
		return n, false
	}
	if !year {
		return 0, false
	}
	if m := one(s[n:], "前"); m > 0 {
		if d, _ := span(s[n:]); d > 0 {
			return n + d, false
		}
	}
	if m := one(s[n:], "年底", "年初", "底", "末", "初", "年末"); m > 0 {
		return n + m, false
	}
	n += one(s[n:], "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "前三季度", "全年", "度", "春节期间", "春节", "春季", "夏季", "秋季", "冬季", "间", "期间", "起")
	n += one(s[n:], "以来")
	return n, true
}

// yearOf reads a year: 2012年, 二〇一二年, 民国102年, 今年.
func yearOf(s string) int {
	if n := one(s, "今年", "去年", "前年", "上年", "当年", "本年度", "本年", "明年", "同年", "上一年", "上年度", "次年", "后年"); n > 0 {
		return n
	}
	roc := one(s, "民国", "中华民国")
	if n := digits(s[roc:]); (n == 4 && (s[0] == '1' || s[0] == '2')) || (roc > 0 && n > 0) {
		n += roc
		if m := one(s[n:], "年"); m > 0 {
			return n + m
		}
		if m := one(s[n:], "-", "—", "－", "–", "~", "至", "到", "～"); m > 0 && digits(s[n+m:]) == 4 {
			if y := one(s[n+m+4:], "年"); y > 0 {
				return n + m + 4 + y
			}
		}
		return 0
	}
	n, count := 0, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune("〇零○一二三四五六七八九", r) {
			break
		}
		n, count = n+size, count+1
	}
	if count == 4 {
		if m := one(s[n:], "年"); m > 0 {
			return n + m
		}
	}
	return 0
}

// second reads the second half of a range of dates: 至11月, 到2016年.
func second(s string) int {
	m := one(s, "至", "到", "-", "—", "－", "–", "~", "～")
	if m == 0 {
		return 0
	}
	if n, _ := date(s[m:]); n > 0 {
		return m + n
	}
	if d := digits(s[m:]); d > 0 && d <= 2 {
		if u := one(s[m+d:], "日", "号"); u > 0 {
			return m + d + u
		}
	}
	return 0
}

// word reads a time word that carries no number.
func word(s string) int {
	return one(s, "目前", "今年以来", "去年以来", "近年来", "近年", "近些年来", "近几年来", "近几年", "多年来", "几年来", "历年来", "几十年来",
		"今天", "昨天", "今日", "昨日", "当天", "当日", "当晚", "本月", "上月", "当月", "本周", "上周",
		"上半年", "下半年", "全年", "年初", "年底", "年末", "年内", "前三季度", "一季度", "二季度", "三季度", "四季度",
		"第一季度", "第二季度", "第三季度", "第四季度", "迄今为止", "迄今", "至今", "期末")
}

// named reads a time named by an event: 春节期间, “五一”前夕.
func named(s string) int {
	for _, w := range []string{"期间", "前夕", "前后"} {
		k := strings.Index(s[:min(len(s), 36)], w)
		if k <= 0 {
			continue
		}
		for _, event := range events {
			if head := strings.Trim(s[:k], "“”\""); head == event {
				return k + len(w)
			}
		}
	}
	return 0
}

// events are the feasts and seasons that date a sentence.
var events = [...]string{"春节", "元旦", "两节", "元旦春节", "元旦、春节", "五一", "五四", "六一", "七一", "八一", "十一", "国庆", "国庆节", "中秋", "中秋节",
	"端午", "清明", "重阳", "暑假", "寒假", "暑期", "寒暑假", "疫情", "疫情防控", "汛期", "防汛", "春运", "两会", "全国两会", "会议", "大会", "高温", "开学",
	"任期", "抗战", "文革", "节日", "假期", "三八", "国庆中秋", "双节"}
