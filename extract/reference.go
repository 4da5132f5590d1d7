package extract

// When an article was written and which years it reports on: what its time
// words are counted from.

import (
	"cmp"
	"strconv"
	"strings"

	"unionrep/extract/internal/period"
	"unionrep/normalize"
)

// reference is what the time words of an article are counted from, as far as
// its title, date line, headings, first words and signature tell. page are the
// blocks before the first title of the file, whose date holds for all articles.
// told is the day that the article was written, in ISO 8601, "" where it does
// not tell.
func reference(clean string, a *article, page []normalize.Block) (ref period.Reference, told string) {
	told = cmp.Or(written(clean, a.blocks), written(clean, page))
	dates, named := period.Named(a.title)
	if named && len(dates.Start) == len("2006-01-02") {
		told = dates.Start
	}
	ref.Year, ref.Month = yearMonth(told)
	if named && told != dates.Start {
		ref.From, ref.To = year(dates.Start), year(dates.End)
	}
	if ref.To == 0 {
		if y := reported(clean, a.blocks); ref.Year <= y+1 {
			ref.From, ref.To = y, y
		}
	}
	ref.Span = period.Span(a.title)
	for i := 0; ref.Span == 0 && i < len(a.blocks); i++ {
		ref.Span = period.LooksBack(clean[a.blocks[i].Start:a.blocks[i].End])
	}
	ref.Until = until(clean, a.blocks)
	return ref, told
}

// year is the year of an ISO date, 0 of "".
func year(iso string) int {
	const digits = len("2006")
	if len(iso) < digits {
		return 0
	}
	y, _ := strconv.Atoi(iso[:digits])
	return y
}

// yearMonth is the year and month of an ISO date, 0 where it does not say.
func yearMonth(iso string) (y, month int) {
	if len(iso) >= len("2006-01") {
		month, _ = strconv.Atoi(iso[len("2006-"):len("2006-01")])
	}
	return year(iso), month
}

// written is the day that an article was written, in ISO 8601: the date in the lines around its
// title, on its page, or under its text.
func written(clean string, blocks []normalize.Block) string {
	const (
		longest   = 200 // bytes of a line that can be a date line
		paragraph = 120 // bytes of a line that is text
		last      = 4   // lines under a text
		signature = 60  // bytes of a line under a text
	)
	for _, b := range blocks {
		if b.Kind == normalize.Title {
			continue
		}
		if b.Kind == normalize.Paragraph && b.Len() > paragraph {
			break
		}
		if day := dateIn(clean, b, longest); day != "" {
			return day
		}
	}
	for _, b := range blocks {
		if b.Kind == normalize.Furniture || b.Kind == normalize.Byline {
			if day := dateIn(clean, b, longest); day != "" {
				return day
			}
		}
	}
	for i := len(blocks) - 1; i >= max(0, len(blocks)-last); i-- {
		if day := dateIn(clean, blocks[i], signature); day != "" {
			return day
		}
	}
	return ""
}

// dateIn is the day of a line of up to longest bytes that names a day.
func dateIn(clean string, b normalize.Block, longest int) string {
	if b.Len() > longest {
		return ""
	}
	dates, ok := period.Named(clean[b.Start:b.End])
	if !ok || len(dates.Start) != len("2006-01-02") || dates.Start != dates.End {
		return ""
	}
	return dates.Start
}

// reported is the year that an article reports on: the one of the heading over
// its review, or the one that it opens with, where it names no later year but
// the next.
func reported(clean string, blocks []normalize.Block) int {
	first := true
	for _, b := range blocks {
		text := clean[b.Start:b.End]
		switch {
		case b.Kind == normalize.Heading && reviews(text), b.Kind == normalize.Paragraph && first && opensWithYear(text):
			if dates, ok := period.Named(text); ok && len(dates.Start) == len("2006") && dates.Start == dates.End {
				if y := year(dates.Start); latest(clean, blocks) <= y+1 {
					return y
				}
			}
		}
		first = first && b.Kind != normalize.Paragraph
	}
	return 0
}

// reviews says that a heading announces a report on a year.
func reviews(heading string) bool {
	for _, w := range [...]string{"回顾", "总结", "报告", "决算", "工作", "情况"} {
		if strings.Contains(heading, w) {
			return true
		}
	}
	return false
}

// opensWithYear says that a text begins with a year and a comma.
func opensWithYear(text string) bool {
	times := period.Find(nil, text, 0, min(len(text), sentenceEnd(text, 0, len(text))))
	return len(times) > 0 && times[0].Start == 0 && times[0].Year && times[0].Holds
}

// latest is the last year that the blocks name in Arabic digits.
func latest(clean string, blocks []normalize.Block) int {
	last := 0
	for _, b := range blocks {
		for text := clean[b.Start:b.End]; ; {
			k := strings.Index(text, "年")
			if k < 0 {
				break
			}
			if y, err := strconv.Atoi(text[max(0, k-len("2006")):k]); err == nil && 1900 <= y && y < 2100 {
				last = max(last, y)
			}
			text = text[k+len("年"):]
		}
	}
	return last
}

// until is the last year up to which an article gives figures: 截至2015年底.
func until(clean string, blocks []normalize.Block) int {
	last := 0
	for _, b := range blocks {
		for text := clean[b.Start:b.End]; ; {
			k := strings.Index(text, "截至")
			if k < 0 {
				break
			}
			text = text[k:]
			times := period.Find(nil, text, 0, min(len(text), sentenceEnd(text, 0, len(text))))
			if len(times) > 0 && times[0].Start == 0 {
				if dates, ok := period.Resolve(text[:times[0].End], period.Reference{}); ok {
					last = max(last, year(dates.End))
				}
			}
			text = text[len("截至"):]
		}
	}
	return last
}
