package period

// How calendar dates are written: the length of each form at the beginning of
// a string, 0 where it does not begin with one.

import (
	"strings"
	"unicode/utf8"
)

// date reads a calendar date, as precise as it is given: 2012年, 去年9月,
// 2014年12月16日, 3月10日, 今年上半年, 2012-2016年. year says that it names a
// year and no day.
func date(s string) (n int, year bool) {
	n = yearOf(s)
	if n == 0 {
		if n = decade(s); n > 0 {
			return n, true
		}
	}
	year = n > 0
	if m := monthOf(s[n:]); m > 0 {
		return n + m, false
	}
	if m := quarter(s[n:]); m > 0 {
		return n + m, year
	}
	if !year {
		return 0, false
	}
	rest := s[n:]
	if one(rest, "前") > 0 {
		if d, _ := span(rest); d > 0 {
			return n + d, false
		}
	}
	if m := one(rest, "年底", "年初", "底", "末", "初", "年末"); m > 0 {
		return n + m + before(rest[m:]), false
	}
	if m := one(rest, "同期", "前后"); m > 0 {
		return n + m, false
	}
	if m := event(rest); m > 0 {
		return n + m, false
	}
	if m := one(rest, "开春", "入春", "入夏", "入秋", "入冬", "入汛", "入伏", "开年", "开学"); m > 0 {
		return n + m + one(rest[m:], "以来", "以后", "后"), false
	}
	if m := eventName(rest); m > 0 && ends(rest[m:]) {
		return n + m, false // 今年春运，
	}
	if m := season(rest); m > 0 {
		return n + m, true
	}
	n += one(rest, "上半年", "下半年", "全年", "度", "春节", "间", "期间", "起")
	n += one(s[n:], "以来")
	return n, true
}

// before reads a 前 behind the end of a year, but not the one of 前后 and 前三个月.
func before(s string) int {
	m := one(s, "前")
	if one(s, "前后") > 0 || m > 0 && number(s[m:]) > 0 {
		return 0
	}
	return m
}

// monthOf reads a month or months, with what narrows them down: 9月, 1-9月,
// 12月16日, 7月9～13日, 6月底.
func monthOf(s string) int {
	n := small(s)
	if n == 0 {
		return 0
	}
	if m := dash(s[n:]); m > 0 {
		if k := small(s[n+m:]); k > 0 && one(s[n+m+k:], "月") > 0 {
			n += m + k
		}
	}
	m := one(s[n:], "月份", "月")
	if m == 0 {
		return 0
	}
	n += m
	if d := small(s[n:]); d > 0 {
		if m := dash(s[n+d:]) + one(s[n+d:], "、"); m > 0 {
			if k := small(s[n+d+m:]); k > 0 && one(s[n+d+m+k:], "日", "号") > 0 {
				return n + d + m + k + len("日")
			}
		}
		if one(s[n+d:], "日", "号") > 0 {
			n += d + len("日")
		}
	}
	if one(s[n:], "中") > 0 && dash(s[n+len("中"):]) > 0 {
		return n + len("中") // 2月中至3月底
	}
	return n + one(s[n:], "上旬", "中旬", "下旬", "底", "初", "末", "以来", "起")
}

// small reads a number of one or two digits.
func small(s string) int {
	if d := digits(s); d > 0 {
		if d > 2 {
			return 0
		}
		return d
	}
	if one(s, "元月") > 0 {
		return len("元")
	}
	n := number(s)
	if n > 3*len("一") {
		return 0
	}
	return n
}

// dash reads a mark between the ends of a range.
func dash(s string) int { return one(s, "——", "—", "－", "–", "-", "～", "~", "至", "到") }

// quarter reads 第一季度, 二季度末, 前三季度, 一至四季度.
func quarter(s string) int {
	n := one(s, "前三个季度", "前两个季度", "前三季度", "前两季度")
	if n > 0 {
		return n
	}
	n = one(s, "第")
	k := small(s[n:])
	if k == 0 {
		return 0
	}
	n += k
	if m := dash(s[n:]); m > 0 {
		m += one(s[n+m:], "第")
		if k := small(s[n+m:]); k > 0 {
			n += m + k
		}
	}
	m := one(s[n:], "季度")
	if m == 0 && one(s, "第") > 0 {
		m = one(s[n:], "季")
	}
	if m == 0 {
		return 0
	}
	n += m
	return n + one(s[n:], "末", "底")
}

// season reads the season behind a year: 春季, 秋后, and 冬 where nothing is
// behind it that it may belong to.
func season(s string) int {
	n := one(s, "春", "夏", "秋", "冬")
	if n == 0 {
		return 0
	}
	if m := one(s[n:], "季", "天", "后"); m > 0 {
		return n + m
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || isBreak(r, true) {
		return n
	}
	return 0
}

// decade reads 上世纪五十年代, 20世纪80年代末, 七十年代.
func decade(s string) int {
	n := one(s, "上世纪", "上个世纪", "本世纪", "20世纪", "二十世纪", "21世纪", "二十一世纪")
	k := number(s[n:])
	if k == 0 || one(s[n+k:], "年代") == 0 || digits(s[n:]) > 2 {
		return 0
	}
	n += k + len("年代")
	n += one(s[n:], "初期", "初", "中后期", "中期", "中", "末期", "末", "后期")
	return n + one(s[n:], "以来", "起")
}

// yearOf reads a year or years: 2012年, 二〇一二年, 民国102年, 今年, 2012-2016年,
// 2018赛季.
func yearOf(s string) int {
	if n := one(s, "今年", "去年", "前年", "上年", "当年", "本年度", "本年", "明年", "同年", "上一年", "上年度", "次年", "后年"); n > 0 {
		return n
	}
	if n := one(s, "民国", "中华民国"); n > 0 {
		d := number(s[n:])
		m := one(s[n+d:], "年")
		if d == 0 || m == 0 {
			return 0
		}
		return n + d + m
	}
	n := four(s)
	if n == 0 {
		return minguo(s)
	}
	if m := one(s[n:], "年", "赛季", "学年", "财年", "财政年度"); m > 0 {
		return n + m
	}
	if m := dash(s[n:]) + one(s[n:], "/"); m > 0 {
		n += m
		k := four(s[n:])
		if k == 0 && digits(s[n:]) == 2 {
			k = 2
		}
		if m := one(s[n+k:], "年", "赛季", "学年", "财年"); k > 0 && m > 0 {
			return n + k + m
		}
	}
	return 0
}

// minguo reads a year of the Republic that nothing but what follows tells from
// a number of years: 112年度, 一一二年度, 113年第三季, 114年1月.
func minguo(s string) int {
	count := len("112")
	switch {
	case digits(s) == count && s[0] == '1':
	case one(s, "一〇", "一○", "一零", "一一") > 0 && number(s) == len("一一二"):
		count = len("一一二")
	default:
		return 0
	}
	m := one(s[count:], "年")
	if m == 0 {
		return 0
	}
	rest := s[count+m:]
	if one(rest, "度", "第", "底", "末", "上半年", "下半年") > 0 || digits(rest) > 0 && monthOf(rest) > 0 {
		return count + m
	}
	return 0
}

// four reads the four digits of a year.
func four(s string) int {
	if d := digits(s); d > 0 {
		if d == 4 && (s[0] == '1' || s[0] == '2') {
			return d
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
	if count != 4 {
		return 0
	}
	return n
}

// second reads the second half of a range of dates: 至11月, 到2016年.
func second(s string) int {
	if m := one(s, "至今", "迄今"); m > 0 {
		return m
	}
	m := dash(s)
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

// onward reads a date with the words around it that make it the beginning of a
// stretch: 自2018年起, 从今年3月开始.
func onward(s string) int {
	n := one(s, "自从", "自", "从")
	if n == 0 {
		return 0
	}
	d, _ := date(s[n:])
	if d == 0 {
		return 0
	}
	n += d
	if strings.HasSuffix(s[:n], "起") {
		return n + second(s[n:])
	}
	if m := one(s[n:], "起", "开始"); m > 0 {
		return n + m + second(s[n+m:])
	}
	return 0
}
