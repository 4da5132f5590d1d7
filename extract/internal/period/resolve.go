package period

// Which dates a time word means.

import (
	"strings"
	"unicode/utf8"
)

// A Range is the dates that a time word means, in ISO 8601 as precise as the
// word (2014, 2014-12, 2014-12-16), both included. An end that the word leaves
// open is "".
type Range struct {
	Start, End string
	Counted    bool // counted from the years of the article: 今年, 五年来
	Published  bool // counted from the date of publication, which the article does not tell
}

// A Reference is what time words are counted from. What is unknown is 0.
type Reference struct {
	Year, Month int  // when the article was written
	From, To    int  // the years that it reports on
	Span        int  // the number of years that it looks back on: 五年工作回眸
	Until       int  // the last year that its figures go up to
	Near        int  // the year that the sentence has named before the word
	NearCounted bool // by a word that is itself counted: 去年
	Published   bool // Year and Month are those of publication, not of the article
	Elsewhere   bool // the sentences before tell of another year, so a month without a year may be of either
}

// Resolve says which dates word means. It reports false where the word leaves
// that open, or where the reference lacks what the word is counted from.
//
// A stretch of n years (五年来, 近五年, 过去5年) that is told in year Y is Y-n+1 to
// Y, the n years to come (今后五年) are Y+1 to Y+n. What is told in the first
// months of a year may count that year or not, and is left open.
func Resolve(word string, ref Reference) (Range, bool) {
	r := resolver{rest: bare(word), ref: ref}
	s, ok := r.word()
	if !ok || r.rest != "" || s.from.y != 0 && s.to.y != 0 && s.to.before(s.from) {
		return Range{}, false
	}
	return Range{s.from.iso(), s.to.iso(), r.counted, r.counted && ref.Published}, true
}

// Named is the first dates in text that text itself names, as a title or a date
// line does. A plan that is announced, “十四五”规划, is none.
func Named(text string) (Range, bool) {
	for i := 0; i < len(text); i += skip(text[i:]) {
		r := resolver{rest: text[i:]}
		if s, ok := r.plan(); ok {
			quoted := one(r.rest, "”", "\"", "」")
			said := strings.HasSuffix(text[:len(text)-len(r.rest)], "期间") || strings.HasSuffix(text[:len(text)-len(r.rest)], "时期")
			if said || quoted > 0 && one(r.rest[quoted:], "规划", "发展规划", "计划", "纲要") == 0 {
				return Range{Start: s.from.iso(), End: s.to.iso()}, true
			}
			continue
		}
		r = resolver{rest: text[i:]}
		if s, ok := r.dates(); ok && !r.counted {
			return Range{Start: s.from.iso(), End: s.to.iso()}, true
		}
		r = resolver{rest: text[i:]}
		if y, ok := r.four(); ok && one(r.rest, "，", ",", "：", ":", "|", " |") > 0 && digits(text[i:]) > 0 {
			return Range{Start: moment{y: y}.iso(), End: moment{y: y}.iso()}, true
		}
	}
	return Range{}, false
}

// Span is the number of years that a title looks back on, 五年工作回眸, or 0.
func Span(title string) int {
	for i := 0; i < len(title); i += skip(title[i:]) {
		r := resolver{rest: title[i:]}
		if n, ok := r.count(); ok && 1 < n && n <= longest && r.take("年") && one(r.rest, "级", "制", "期", "计划", "规划", "行动") == 0 {
			return n
		}
	}
	return 0
}

// LooksBack is the number of years in the first 五年来 of a text, or 0.
func LooksBack(text string) int {
	for at := 0; ; {
		k := strings.Index(text[at:], "年来")
		if k < 0 {
			return 0
		}
		from := at + k
		for from > 0 && (text[from-1] >= '0' && text[from-1] <= '9' || from >= len("一") && digit(text[from-len("一"):]) >= 0 || strings.HasSuffix(text[:from], "十")) {
			if text[from-1] < utf8.RuneSelf {
				from--
			} else {
				from -= len("一")
			}
		}
		r := resolver{rest: text[from : at+k]}
		if n, ok := r.count(); ok && r.rest == "" && 1 < n && n <= longest {
			return n
		}
		at += k + len("年来")
	}
}

// bare is a time word without blanks and quotation marks.
func bare(word string) string {
	if !strings.ContainsAny(word, " 　“”\"「」") {
		return word
	}
	return strings.NewReplacer(" ", "", "　", "", "“", "", "”", "", "\"", "", "「", "", "」", "").Replace(word)
}

// A resolver reads a time word from left to right.
type resolver struct {
	rest    string
	ref     Reference
	counted bool
}

// take passes the first of the words that the rest begins with.
func (r *resolver) take(words ...string) bool {
	n := one(r.rest, words...)
	r.rest = r.rest[n:]
	return n > 0
}

// word reads the whole word.
func (r *resolver) word() (stretch, bool) {
	if r.take("截至到", "截止到", "截至", "截止", "到", "至") {
		s, ok := r.dates()
		return stretch{to: s.to}, ok
	}
	r.take("自从", "自", "从", "在")
	for _, read := range [...]func() (stretch, bool){r.plan, r.decade, r.years, r.dates} {
		before := *r
		if s, ok := read(); ok {
			return r.since(s), true
		}
		*r = before
	}
	return stretch{}, false
}

// since reads what makes a date the beginning of a stretch: 以来, 起. Its end is
// the year of the article, or open.
func (r *resolver) since(s stretch) stretch {
	if r.take("起至", "开始至", "起到", "开始到") {
		if end, ok := r.dates(); ok {
			s.to = end.to
		}
		return s
	}
	if !r.take("起", "开始", "至今", "以后") {
		k := strings.Index(r.rest, "以来")
		if k < 0 || k > 0 && s.from.y == 0 {
			return s
		}
		r.rest = r.rest[k+len("以来"):]
		if r.take("的") {
			if _, ok := r.count(); !ok || !r.take("年多时间", "年时间", "年多", "年间", "年") {
				return s
			}
		}
	}
	s.to = moment{}
	if told := r.told(); told >= s.from.y {
		s.to.y = told
		r.counted = true
	}
	return s
}

// told is the year that 今年 means, 0 where the article leaves it open: a report
// on one year that is dated in the next may mean either.
func (r *resolver) told() int {
	switch {
	case r.ref.Year > 0 && r.ref.Year == r.ref.To+1:
		return 0
	case r.ref.Year > 0:
		return r.ref.Year
	}
	return r.reported()
}

// reported is the one year that the article reports on, or 0.
func (r *resolver) reported() int {
	if r.ref.From == r.ref.To {
		return r.ref.To
	}
	return 0
}

// longest is the number of years of the longest stretch that is counted to the
// year; longer ones are round numbers.
const longest = 10

// early is the last month of a year in which a report still looks back on the
// year before.
const early = 3

// years reads years counted back or ahead: 五年来, 近三年, 今后五年.
func (r *resolver) years() (stretch, bool) {
	ahead := r.take("今后的", "今后", "未来的", "未来", "接下来的", "下一个")
	recent := !ahead && r.take("最近的", "最近", "近") // 近一年 is no calendar year
	back := recent || !ahead && r.take("过去的", "过去", "这")
	n, ok := r.count()
	if !ok || n < 1 || n > longest {
		return stretch{}, false
	}
	r.take("个")
	if !r.take("年") {
		return stretch{}, false
	}
	named := r.take("以来", "来") || back // as a stretch that ends now, which 五年间 need not
	r.take("之间", "间", "期间", "里", "之中", "中", "时间里", "时间", "内")
	r.counted = true
	end := r.end()
	switch {
	case ahead:
		return stretch{moment{y: end + 1}, moment{y: end + n}}, end > 0
	case n == 1 && recent, !named && (n == 1 || n != r.ref.Span && n != r.ref.To-r.ref.From+1):
		return stretch{}, false
	case r.ref.To > 0 && n == r.ref.To-r.ref.From+1:
		return stretch{moment{y: r.ref.From}, moment{y: r.ref.To}}, true
	case n == 1:
		end = r.lastYear()
	}
	return stretch{moment{y: end - n + 1}, moment{y: end}}, end > 0
}

// lastYear is the year that 一年来 means: one that is just over, or 0.
func (r *resolver) lastYear() int {
	switch {
	case r.ref.Month == 12:
		return r.ref.Year
	case r.ref.Month > 0 && r.ref.Month <= early:
		return r.ref.Year - 1
	}
	return 0
}

// end is the year in which stretches that are counted back end.
func (r *resolver) end() int {
	if r.ref.To > 0 && r.ref.Year <= r.ref.To+1 {
		return r.ref.To
	}
	if r.ref.Until > 0 && r.ref.Year <= r.ref.Until+1 {
		return r.ref.Until
	}
	if r.ref.Month > 0 && r.ref.Month <= early {
		return 0
	}
	return r.ref.Year
}
