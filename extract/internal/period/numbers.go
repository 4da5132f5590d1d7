package period

// What a time word counts: the years of a plan and of a decade, and the numbers
// that stand in it.

import (
	"strings"
)

// plan reads a five-year plan: “十二五”期间, “十三五”以来, “十二五”末.
func (r *resolver) plan() (stretch, bool) {
	from := 0
	for _, p := range plans {
		if r.take(p.name) {
			from = p.from
			break
		}
	}
	if from == 0 {
		return stretch{}, false
	}
	s := stretch{moment{y: from}, moment{y: from + 4}}
	r.take("规划")
	switch {
	case r.take("开局之年", "初期", "初"):
		s.to = s.from
	case r.take("收官之年", "期末", "末期", "末"):
		s.from = s.to
	case r.take("前"):
		n, ok := r.count()
		if !ok || n > 4 || !r.take("年") {
			return stretch{}, false
		}
		s.to.y = from + n - 1
	default:
		r.take("期间", "时期")
	}
	return s, true
}

// plans are the five-year plans; a longer name stands before one that begins
// it or ends it.
var plans = [...]struct {
	name string
	from int
}{
	{"十一五", 2006}, {"十二五", 2011}, {"十三五", 2016}, {"十四五", 2021}, {"十五五", 2026}, {"十五", 2001},
	{"一五", 1953}, {"二五", 1958}, {"三五", 1966}, {"四五", 1971}, {"五五", 1976}, {"六五", 1981}, {"七五", 1986}, {"八五", 1991}, {"九五", 1996},
}

// decade reads 上世纪五十年代, 20世纪80年代, 七十年代.
func (r *resolver) decade() (stretch, bool) {
	century := 0
	switch {
	case r.take("上个世纪", "上世纪"):
		if told := r.told(); told > 0 && told <= 2000 {
			return stretch{}, false
		}
		century = 1900
	case r.take("二十世纪", "20世纪"):
		century = 1900
	case r.take("本世纪", "二十一世纪", "21世纪"):
		century = 2000
	}
	n, ok := r.count()
	if !ok || n%10 != 0 || n > 90 || !r.take("年代") {
		return stretch{}, false
	}
	if century == 0 {
		if n < 30 || r.told() > 0 && r.told() < 1900+n {
			return stretch{}, false
		}
		century = 1900
	}
	r.take("初期", "初", "中期", "中后期", "后期", "末期", "末", "中")
	return stretch{moment{y: century + n}, moment{y: century + n + 9}}, true
}

// count reads a number up to 9999 in Arabic digits, or up to 99 in Chinese ones.
func (r *resolver) count() (int, bool) {
	if d := digits(r.rest); d > 0 {
		n := 0
		for _, c := range r.rest[:min(d, 4)] {
			n = n*10 + int(c-'0')
		}
		r.rest = r.rest[d:]
		return n, d <= 4
	}
	n, read := 0, false
	for {
		d := digit(r.rest)
		switch {
		case d >= 0 && (!read || n >= 10 && n%10 == 0 && d > 0):
			r.rest = r.rest[len("一"):]
			n += d
		case n < 10 && r.take("十"):
			n = max(n, 1) * 10
		case !read && r.take("廿"):
			n = 20
		default:
			return n, read
		}
		read = true
	}
}

// figures reads a number that gives each of its digits: 112, 一一二.
func (r *resolver) figures() (int, bool) {
	if digits(r.rest) > 0 {
		return r.count()
	}
	n, before := 0, r.rest
	for d := digit(r.rest); d >= 0; d = digit(r.rest) {
		n = n*10 + d
		r.rest = r.rest[len("一"):]
	}
	return n, r.rest != before
}

// digit is the value of the Chinese digit at the beginning of s, or -1.
func digit(s string) int {
	const digits = "零一二三四五六七八九"
	if len(s) < len("零") {
		return -1
	}
	switch c := s[:len("零")]; c {
	case "〇", "○":
		return 0
	case "两":
		return 2
	case "元": // 元月
		if strings.HasPrefix(s, "元月") {
			return 1
		}
	default:
		if k := strings.Index(digits, c); k >= 0 && k%len("零") == 0 {
			return k / len("零")
		}
	}
	return -1
}
