// Package period finds the time words of a text, as a sentence writes them:
// 五年来, 2012年, “十二五”期间, 截至目前.
package period

import (
	"strings"
	"sync"
	"unicode"
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
	// Moment says that the word dates its own sentence and nothing behind it:
	// 如今.
	Moment bool
	// Year says that the word names whole years.
	Year bool
	// Open says that the word dates a sentence only where it opens a clause:
	// a bare 五年 elsewhere is a duration.
	Open bool
}

// Find appends the time words of text[from:to], one sentence, to dst, in order.
func Find(dst []Expression, text string, from, to int) []Expression {
	forms := firsts()
	open := true // at the beginning of a clause
	first := len(dst)
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:to])
		can := forms[r&0xffff]
		if can == 0 {
			open = isBreak(r, open)
			i += size
			continue
		}
		if e, ok := at(text, i, to, open, can); ok {
			if len(dst) == first || one(text[e.Start:e.End], "每年") == 0 {
				dst = append(dst, e) // 每年 dates a sentence that nothing else does
			}
			i, open = e.End, false
			continue
		}
		i += skip(text[i:to])
		open = false
	}
	return dst
}

// A form is a way in which time words are written, one bit each.
type form uint8

// The forms, in the order in which they are tried.
const (
	formSince form = 1 << iota
	formOnward
	formUntil
	formPlan
	formSpan
	formDate
	formWord
	formEvent
)

// A first tells in which forms a time word can begin with a character of the
// basic plane.
type first [1 << 16]form

func (f *first) add(forms form, characters string) {
	for _, r := range characters {
		f[r&0xffff] |= forms
	}
}

// firsts is read for each character of the text, so that the forms are tried
// only where one can begin.
var firsts = sync.OnceValue(func() *first {
	f := new(first)
	const numerals = "0123456789一二两三四五六七八九十廿卅百几数多〇零○"
	f.add(formSince, numerals+"“\"近过去今前明当本上下同自从截目这最未年历全入春夏秋冬民中改建换成任开期至迄月头首第新在次昨疫汛")
	f.add(formOnward, "自从")
	f.add(formUntil, "截到")
	f.add(formPlan, "“\"「七八九十")
	f.add(formSpan, numerals+"在过最近这今未前头上下")
	f.add(formDate, numerals+"今去前上当本明同次后民中元第二")
	for r := range words().Begins() {
		f.add(formWord, string(r))
	}
	f.add(formWord, "当")
	f.add(formEvent, "“\"「")
	for r := range events().Begins() {
		f.add(formEvent|formSince, string(r))
	}
	return f
})

// isBreak says that a clause begins behind r, where open says that one begins
// before it.
func isBreak(r rune, open bool) bool {
	switch r {
	case ',', ';', ':', '(', '，', '；', '：', '。', '！', '？', '（', '、', '—', '●', '■', '◆', '　':
		return true
	case ' ':
		return open
	}
	return false
}

// within says that a stretch of time is told as what something lies in: 三年里.
func within(stretch string) bool {
	return strings.HasSuffix(stretch, "里") || strings.HasSuffix(stretch, "中") || strings.HasSuffix(stretch, "内")
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

// at reads the time word that begins at i, in one of the forms that its first
// character can begin.
func at(text string, i, to int, open bool, can form) (Expression, bool) {
	s := text[i:to]
	e := Expression{Start: i}
	if can&formSince != 0 && open {
		if n := since(s); n > 0 {
			e.End, e.Holds = i+n, true
			return e, true
		}
	}
	if can&formOnward != 0 {
		if n := onward(s); n > 0 {
			e.End = i + n
			return e, true
		}
	}
	if can&formUntil != 0 {
		if n := until(s, open); n > 0 {
			e.End = i + n
			return e, true
		}
	}
	if can&formPlan != 0 {
		if n := plan(s); n > 0 {
			e.End, e.Holds = i+n, open
			return e, true
		}
	}
	if can&formSpan != 0 {
		if n, bare := span(s); n > 0 && (open || !bare) && dates(text[:i], s, n, open, bare) {
			e.End, e.Open = i+n, bare
			e.Holds = open && !bare && !within(s[:n]) && !strings.HasSuffix(s[:n], "前") && (!strings.HasSuffix(s[:n], "间") || one(text[e.End:to], "，", ",") > 0)
			return e, true
		}
	}
	if can&formDate != 0 {
		if n, year := date(s); n > 0 && (year || !withinName(text[:i], s)) {
			n += second(s[n:])
			e.End = i + n
			e.Year = year
			e.Day = open && (strings.HasSuffix(s[:n], "日") || strings.HasSuffix(s[:n], "号"))
			e.Holds = open && year && one(text[e.End:to], "，", ",") > 0
			return e, true
		}
	}
	if can&formWord != 0 {
		if n := one(s, "当天"); n > 0 && open {
			e.End = i + n
			return e, true
		}
		if n, class := word(s); n > 0 && one(s[n:], "任务", "目标", "计划", "指标") == 0 {
			e.End = i + n
			e.Holds = open && class == classLead && one(text[e.End:to], "，", ",") > 0
			e.Moment = class == classMoment
			return e, true
		}
	}
	if can&formEvent != 0 {
		if n := event(s); n > 0 {
			e.End = i + n
			return e, true
		}
		if n := eventName(s); n > 0 && open && one(s[n:], "，", ",") > 0 {
			e.End = i + n
			return e, true // 寒假，
		}
	}
	return e, false
}

// withinName says that a month in Chinese numerals at the beginning of s is a
// part of the name that before ends in: 红五月.
func withinName(before, s string) bool {
	if number(s) == 0 || digits(s) > 0 {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(before)
	return size > 0 && unicode.Is(unicode.Han, r) && !strings.ContainsRune("年于在从到自至去今明本上下底初的是及和与", r)
}

// dates says that a stretch of time, the n bytes that s begins with, dates its
// sentence and is no duration: 五年 does before 累计 or a comma, 近60年 does not
// behind 有, and 前三年 does only where it opens a clause.
func dates(before, s string, n int, open, bare bool) bool {
	after := s[n:]
	switch {
	case bare:
		return one(s, "一", "1") == 0 || one(after, "，", ",", "累计", "共", "总", "先后") > 0
	case open:
		return true
	case one(s, "前", "上", "头") > 0:
		return false
	}
	for _, w := range [...]string{"有", "达", "时", "过", "了", "着", "约", "为"} {
		if strings.HasSuffix(before, w) {
			return false
		}
	}
	return true
}
