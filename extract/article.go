package extract

import (
	"strings"

	"unionrep/extract/internal/period"
	"unionrep/normalize"
)

// An article is one of the texts that a file holds: its title and the blocks
// under it.
type article struct {
	title     string
	titles    []string // the lines of the title
	org       string
	blocks    []normalize.Block
	told      string           // the day that it was written, in ISO 8601, as far as it tells
	reference period.Reference // what its time words are counted from
	published period.Reference // what they are counted from where the text tells no date
}

// articles splits a text at its titles.
func (kb *Knowledge) articles(t *normalize.Text) []article {
	clean := t.Clean()
	var as []article
	body := true // the article that is being read has text under its title
	for _, b := range t.Blocks() {
		line := strings.TrimSpace(clean[b.Start:b.End])
		if b.Kind == normalize.Title && (b.Level <= 1 || len(as) == 0) && body {
			as = append(as, article{title: line, titles: []string{line}})
			body = false
		} else if b.Kind == normalize.Title && len(as) > 0 && !body {
			last := &as[len(as)-1]
			last.title += line
			last.titles = append(last.titles, line)
		} else {
			if len(as) == 0 {
				as = append(as, article{})
			}
			body = body || b.Kind == normalize.Paragraph
		}
		a := &as[len(as)-1]
		a.blocks = append(a.blocks, b)
	}
	var page []normalize.Block
	if len(as) > 0 && as[0].title == "" {
		page = as[0].blocks
	}
	for i := range as {
		as[i].reference, as[i].told = reference(clean, &as[i], page)
		as[i].org = kb.organisation(clean, &as[i], page)
	}
	return as
}
