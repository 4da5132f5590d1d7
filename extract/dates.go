package extract

// What the time words of a sentence mean in its article.

import (
	"strings"

	"unionrep/extract/internal/period"
)

// A dating is the time word of a figure and the dates that it means.
type dating struct {
	word, start, end, basis string
}

// The basis of a dating.
const (
	basisSentence = "sentence" // the word of the sentence names the dates
	basisLead     = "lead"     // the lead-in names them
	basisArticle  = "article"  // they were counted from the years of the article
	basisMetadata = "metadata" // they were counted from when the document was published
)

// dated is a time word with the dates that it means; the zero dates where they
// are open.
func dated(word, basis string, dates period.Range) dating {
	if dates == (period.Range{}) {
		basis = ""
	} else if dates.Published {
		basis = basisMetadata
	} else if dates.Counted {
		basis = basisArticle
	}
	return dating{strings.NewReplacer(" ", "", "　", "").Replace(word), dates.Start, dates.End, basis}
}

// resolve appends what the time words of a sentence mean.
func (c *context) resolve(dst []period.Range, clean string, times []period.Expression) []period.Range {
	ref := c.article.reference
	home := ref.Year
	if ref.To > 0 {
		home = ref.To
	}
	for _, y := range [...]int{c.headed, year(c.lead.start), c.year} {
		ref.Elsewhere = ref.Elsewhere || y > 0 && y != home
	}
	for _, t := range times {
		dates, ok := period.Resolve(clean[t.Start:t.End], ref)
		if !ok {
			dates, ok = c.published(clean[t.Start:t.End], ref)
		}
		if y := year(dates.Start); ok && y > 0 && y == year(dates.End) {
			ref.Near, ref.NearCounted = y, dates.Counted
			c.year = y
		}
		dst = append(dst, dates)
	}
	return dst
}

// published resolves a word against the date of publication, where the article
// tells no date of its own.
func (c *context) published(word string, ref period.Reference) (period.Range, bool) {
	p := c.article.published
	if p.Year == 0 || ref.Year > 0 || ref.To > 0 {
		return period.Range{}, false
	}
	ref.Year, ref.Month, ref.Published = p.Year, p.Month, true
	ref.Elsewhere = false
	for _, y := range [...]int{c.headed, year(c.lead.start), c.year} {
		ref.Elsewhere = ref.Elsewhere || y > 0 && y != p.Year
	}
	return period.Resolve(word, ref)
}

// heading notes the year that a heading names: what stands under it may be of
// that year.
func (c *context) heading(text string) {
	dates, _ := period.Named(text)
	c.headed = year(dates.Start)
}
