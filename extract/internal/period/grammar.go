package period

// How time words are written: the length of each form at the beginning of a
// string, 0 where it does not begin with one.

import (
	"strings"
	"unicode/utf8"
)

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

// until reads 截至2015年底, 截至目前, and where it opens a clause 到2020年.
func until(s string, open bool) int {
	n := one(s, "截至到", "截止到", "截至", "截止")
	if n == 0 {
		n = one(s, "到")
		if m := yearOf(s[n:]); n > 0 && m > 0 && open {
			return n + m + one(s[n+m:], "底", "末")
		}
		return 0
	}
	if m, _ := date(s[n:]); m > 0 {
		return n + m
	}
	if m, _ := word(s[n:]); m > 0 {
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
	if digits(s[front:]) > 2 || four(s[front:]) > 0 {
		return 0, false // a year
	}
	n += one(s[n:], "个")
	n += one(s[n:], "多", "余", "来")
	unit := one(s[n:], "年", "月", "天", "日", "周", "星期", "季度")
	if unit == 0 {
		return 0, false
	}
	if strings.HasPrefix(s[n:], "年代") || strings.HasPrefix(s[n:], "年级") || strings.HasPrefix(s[n:], "年制") || strings.HasPrefix(s[n:], "年期") || strings.HasPrefix(s[n:], "天内") && front == 0 {
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
	if front > 0 && back == 0 {
		back = one(s[n:], "之内", "内")
	}
	if m := one(s[n:], "前"); front == 0 && back == 0 && m > 0 && strings.HasSuffix(s[:n], "年") && one(s[n:], "前后") == 0 {
		return n + m, false // 五年前
	}
	if front > 0 && one(s, "前", "上", "头") > 0 && back == 0 {
		return n, false
	}
	return n + back, front == 0 && back == 0
}
