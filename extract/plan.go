package extract

// Plans that a heading or a time word announces for all that stands under it.

import (
	"slices"
	"strings"

	"unionrep/extract/internal/period"
	"unionrep/normalize"
)

// A planScope says whether what is read stands under a heading that announces
// a plan.
type planScope struct {
	level int // of that heading, 0 where there is none
}

// heading notes a heading of a level: a plan ends at the next heading that is
// not under it.
func (p *planScope) heading(kb *Knowledge, b normalize.Block, text string, ref period.Reference) {
	level := depth(b, text)
	if p.level > 0 && level > p.level {
		return
	}
	p.level = 0
	if kb.announcesPlan(text, ref) {
		p.level = level
	}
}

// depth is the level of a heading as its numbering shows it, 一、 （一） 1., else
// as the page does.
func depth(b normalize.Block, text string) int {
	inner := strings.TrimLeft(text, "（(")
	behind := strings.TrimLeft(inner, "一二三四五六七八九十")
	if behind != inner && len(inner) < len(text) {
		return 2
	}
	if behind != inner && strings.HasPrefix(behind, "、") {
		return 1
	}
	if behind = strings.TrimLeft(text, "0123456789"); behind != text && (strings.HasPrefix(behind, ".") || strings.HasPrefix(behind, "、")) {
		return 3
	}
	return max(b.Level, 1)
}

// announcesPlan says that a heading announces a plan: 下一步打算, 今后五年的目标任务,
// 2020年工作要点 in a report on 2019. One that says what has come of a plan does
// not, 目标任务完成情况, nor one that tells of problems first, 缺点和今后打算.
func (kb *Knowledge) announcesPlan(heading string, ref period.Reference) bool {
	if containsAny(heading, kb.headings.of("review")) || containsAny(heading, kb.headings.of("problem")) {
		return false
	}
	if containsAny(heading, kb.headings.of("plan")) {
		return true
	}
	dates, ok := period.Named(heading)
	return ok && isFuture(dates.Start, ref)
}

// isFuture says that a whole year is behind those that an article can report
// on.
func isFuture(start string, ref period.Reference) bool {
	return len(start) == len("2006") && home(ref) > 0 && year(start) > home(ref)
}

// home is the last year that an article can report on as a whole, 0 where that
// is unknown.
func home(ref period.Reference) int {
	if ref.To > 0 && ref.Year == ref.To+1 {
		return ref.To // dated in the first months of the year to come
	}
	return max(ref.Year, ref.To)
}

// planned says that a figure is announced and not reported: by its clause, the
// heading above it or its time word. What has been done by then is reported.
func (c *context) planned(clause string, when dating, announced bool) bool {
	if announced {
		return true
	}
	past := when.basis == basisSentence && year(when.end) > 0 && year(when.end) <= home(c.article.reference)
	if past || containsAny(clause, c.kb.headings.of("done")) {
		return false
	}
	start := when.start
	if start == "" && strings.HasPrefix(when.word, "到") {
		start = when.end
	}
	return c.plan.level > 0 || c.kb.ahead(when.word) || isFuture(start, c.article.reference)
}

// ahead says that a time word means what is to come, whatever the year.
func (kb *Knowledge) ahead(word string) bool {
	return slices.ContainsFunc(kb.headings.of("ahead"), func(w string) bool { return strings.HasPrefix(word, w) })
}
