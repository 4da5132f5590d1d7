package period

// Calendar dates in time words: years, halves, quarters, months and days.

import "time"

// A moment is a date as precise as it is known: month and day may be 0.
type moment struct{ y, m, d int }

// A stretch is the dates from one moment to another, both included. The zero
// moment is an open end.
type stretch struct{ from, to moment }

// iso is the moment in ISO 8601, "" for an open end.
func (t moment) iso() string {
	if t.y == 0 {
		return ""
	}
	b := append(make([]byte, 0, len("2006-01-02")), byte('0'+t.y/1000%10), byte('0'+t.y/100%10), byte('0'+t.y/10%10), byte('0'+t.y%10))
	for _, n := range [...]int{t.m, t.d} {
		if n == 0 {
			break
		}
		b = append(b, '-', byte('0'+n/10), byte('0'+n%10))
	}
	return string(b)
}

// before says that t ends before u begins.
func (t moment) before(u moment) bool {
	if t.y != u.y {
		return t.y < u.y
	}
	if t.m == 0 || u.m == 0 || t.m != u.m {
		return t.m != 0 && t.m < u.m
	}
	return t.d != 0 && t.d < u.d
}

// valid says that the moment is on the calendar.
func (t moment) valid() bool {
	return t.m <= 12 && (t.d == 0 || t.m > 0 && t.d <= time.Date(t.y, time.Month(t.m)+1, 0, 0, 0, 0, 0, time.UTC).Day())
}

// dates reads one date or two with a mark between them.
func (r *resolver) dates() (stretch, bool) {
	a, ok := r.date(moment{})
	if !ok {
		return a, false
	}
	if one(r.rest, "至今") == 0 && r.dash() {
		b, ok := r.date(a.from)
		if !ok {
			return a, false
		}
		a.to = b.to
	}
	r.take("期间", "间", "这一年", "一年")
	return a, a.from.valid() && a.to.valid()
}

// dash passes a mark between the ends of a range.
func (r *resolver) dash() bool {
	return r.take("——", "—", "－", "–", "-", "～", "~", "至", "到")
}

// date reads a date. What it leaves unsaid is taken from the date before it:
// 7月9日至13日.
func (r *resolver) date(before moment) (stretch, bool) {
	years, named := r.year(before)
	if named && years.from.y != years.to.y {
		return years, years.from.y > 0
	}
	if s, ok := r.numeric(); !named && ok {
		return s, true
	}
	s, ok := r.part(named, before.m)
	switch {
	case named && !ok:
		s = stretch{}
		fallthrough
	case named:
		s.from.y, s.to.y = years.from.y, years.to.y
	case !ok:
		return s, false
	case before.y > 0:
		s.from.y, s.to.y = before.y, before.y
	default:
		y := r.unnamed(s)
		s.from.y, s.to.y = y, y
	}
	return s, s.from.y > 0
}

// numeric reads 2024-01-08, 2024.1.8 and 2024/1/8.
func (r *resolver) numeric() (stretch, bool) {
	rest := r.rest
	for _, mark := range [...]string{"-", ".", "/"} {
		y, ok := r.four()
		if ok && r.take(mark) {
			m, ok := r.count()
			if ok && r.take(mark) {
				if d, ok := r.count(); ok && m > 0 && d > 0 {
					t := moment{y, m, d}
					return stretch{t, t}, t.valid()
				}
			}
		}
		r.rest = rest
	}
	return stretch{}, false
}

// unnamed is the year of a part of a year that the word does not name, 0 where
// it may be of one year or another.
func (r *resolver) unnamed(s stretch) int {
	if r.ref.Near > 0 {
		r.counted = r.ref.NearCounted
		return r.ref.Near
	}
	if r.ref.Elsewhere {
		return 0
	}
	r.counted = true
	if y := r.reported(); y > 0 {
		if r.ref.Year == y+1 && s.to.m > 0 && s.to.m <= r.ref.Month {
			return 0
		}
		return y
	}
	if s.to.m > 0 && s.to.m <= r.ref.Month {
		return r.ref.Year
	}
	return 0
}

// A base is the year that a word for a year is counted from.
type base uint8

const (
	told base = iota // in which the article was written
	year             // on which it reports
	near             // which the text has named last
)

// yearWords are the words for years; a longer word stands before one that
// begins it.
var yearWords = [...]struct {
	word   string
	from   base
	offset int
}{
	{"今年度", told, 0}, {"今年", told, 0}, {"去年", told, -1}, {"前年", told, -2}, {"明年", told, 1}, {"后年", told, 2},
	{"本年度", year, 0}, {"本年", year, 0}, {"上一年度", year, -1}, {"上一年", year, -1}, {"上年度", year, -1}, {"上年", year, -1},
	{"当年", near, 0}, {"同年", near, 0}, {"次年", near, 1}, {"翌年", near, 1},
}

// year reads a year or a range of years.
func (r *resolver) year(before moment) (stretch, bool) {
	for _, w := range yearWords {
		if !r.take(w.word) {
			continue
		}
		y := 0
		switch w.from {
		case told:
			y = r.told()
			r.counted = true
		case year:
			y = r.reported()
			if y == 0 && r.ref.To == 0 && r.ref.Month > early {
				y = r.ref.Year
			}
			r.counted = true
		case near:
			y = before.y
			if y == 0 && !r.ref.NearCounted {
				y = r.ref.Near // not of 今年, behind which 当年 looks back
			}
		}
		if y > 0 {
			y += w.offset
		}
		return stretch{moment{y: y}, moment{y: y}}, true
	}
	rest := r.rest
	if minguo(rest) > 0 {
		if n, ok := r.figures(); ok && r.take("年度", "年") {
			return stretch{moment{y: n + 1911}, moment{y: n + 1911}}, true
		}
	}
	if r.take("中华民国", "民国") {
		if n, ok := r.count(); ok && r.take("年度", "年") {
			return stretch{moment{y: n + 1911}, moment{y: n + 1911}}, true
		}
		r.rest = rest
		return stretch{}, false
	}
	if from, ok := r.four(); ok {
		to := from
		if r.take("年度", "学年", "赛季", "财年", "年") {
			return stretch{moment{y: from}, moment{y: to}}, true
		}
		if r.dash() || r.take("/") {
			if to, ok = r.four(); !ok {
				n, ok := r.count()
				if !ok || n >= 100 {
					r.rest = rest
					return stretch{}, false
				}
				to = from/100*100 + n
			}
			if r.take("年度", "学年", "赛季", "财年", "年") {
				return stretch{moment{y: from}, moment{y: to}}, true
			}
		}
	}
	r.rest = rest
	return stretch{}, false
}

// four reads the four digits of a year.
func (r *resolver) four() (int, bool) {
	if digits(r.rest) == 4 {
		n, _ := r.count()
		return n, n >= 1000 && n < 2200
	}
	n, rest := 0, r.rest
	for range 4 {
		d := digit(rest)
		if d < 0 {
			return 0, false
		}
		n, rest = n*10+d, rest[len("零"):]
	}
	if digit(rest) >= 0 {
		return 0, false
	}
	r.rest = rest
	return n, n >= 1000 && n < 2200
}

// part reads a part of a year, without its year: 上半年, 第三季度, 9月, 12月16日,
// 底. named says that the year stands before it, month is the month that a
// bare day belongs to, or 0.
func (r *resolver) part(named bool, month int) (stretch, bool) {
	if n := event(r.rest); named && n > 0 {
		r.rest = r.rest[n:]
		return stretch{}, true
	}
	switch {
	case r.take("上半年"):
		return months(1, 6), true
	case r.take("下半年"):
		return months(7, 12), true
	case r.take("年底", "年末"), named && r.take("底", "末"):
		return months(12, 12), true
	case r.take("全年度", "全年", "年内", "年初"), named && r.take("初", "春节", "春季", "春天", "春", "夏季", "夏天", "夏", "秋季", "秋后", "秋天", "秋"):
		return stretch{}, true
	}
	rest := r.rest
	if r.take("前", "头") {
		if n, ok := r.count(); ok && n > 0 {
			switch {
			case r.take("个月") && n <= 12:
				return months(1, n), true
			case (r.take("个季度") || r.take("季度")) && n <= 4:
				return months(1, 3*n), true
			}
		}
		r.rest = rest
		return stretch{}, false
	}
	r.take("第")
	from, ok := r.count()
	if !ok {
		r.rest = rest
		return stretch{}, false
	}
	to := from
	if mark := r.rest; r.dash() {
		r.take("第")
		if to, ok = r.count(); !ok {
			r.rest, to = mark, from
		}
	}
	switch {
	case r.take("季度") && 1 <= from && from <= to && to <= 4:
		if r.take("末", "底") {
			return months(3*to, 3*to), true
		}
		return months(3*from-2, 3*to), true
	case r.take("月份", "月") && 1 <= from && to <= 12:
		if from != to {
			return months(from, to), true
		}
		return r.day(from), true
	case month > 0 && r.take("日", "号"):
		return stretch{moment{m: month, d: from}, moment{m: month, d: to}}, true
	}
	r.rest = rest
	return stretch{}, false
}

// months is the stretch from one month to another.
func months(from, to int) stretch { return stretch{moment{m: from}, moment{m: to}} }

// day reads what follows a month: a day, days, a third of the month or nothing.
func (r *resolver) day(month int) stretch {
	s := months(month, month)
	rest := r.rest
	switch {
	case r.take("上旬"):
		s.from.d, s.to.d = 1, 10
		return s
	case r.take("中旬"):
		s.from.d, s.to.d = 11, 20
		return s
	case r.take("下旬"):
		s.from.d = 21
		return s
	case r.take("底", "末", "初", "中"):
		return s
	}
	from, ok := r.count()
	if !ok {
		r.rest = rest
		return s
	}
	to := from
	if mark := r.rest; r.dash() {
		if to, ok = r.count(); !ok {
			r.rest, to = mark, from
		}
	}
	if !r.take("日", "号") || from == 0 {
		r.rest = rest
		return s
	}
	s.from.d, s.to.d = from, to
	return s
}
