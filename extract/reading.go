package extract

// What was read of a document: its figures, and the articles that they stand
// in, those without figures too.

import (
	"unicode/utf8"

	"unionrep/normalize"
)

// A Reading is what was read of a document.
type Reading struct {
	Articles []Article // in the order of the clean text
	Records  []Record  // of all articles, in the order of their places in the file
}

// An Article is one of the texts that a document holds.
type Article struct {
	Title      string
	Org        string   // the organisation that it reports on
	Published  string   // ISO 8601: the day that it tells itself, else when the document was published
	Characters int      // of its clean text, without line breaks
	Repairs    int      // places where damaged bytes were put back, or could not be
	Figures    []string // the ids of its records
}

// summary is what there is to say of an article with these records.
func (x *extractor) summary(a *article, records []Record) Article {
	s := Article{Title: a.title, Org: a.org, Published: a.told}
	for _, b := range a.blocks {
		s.Characters += utf8.RuneCountInString(x.clean[b.Start:b.End])
		s.Repairs += x.repairs(b)
	}
	for i := range records {
		s.Figures = append(s.Figures, records[i].ID)
	}
	return s
}

// withoutPageHead leaves out what stands above the first title of a file, where
// it holds no figure: a date, the name of a site.
func withoutPageHead(articles []Article) []Article {
	if len(articles) > 1 && articles[0].Title == "" && len(articles[0].Figures) == 0 {
		return articles[1:]
	}
	return articles
}

// repairs counts the repairs that begin in a block.
func (x *extractor) repairs(b normalize.Block) int {
	n := 0
	for _, s := range x.text.Decoded(b.Start, b.End) {
		for _, e := range x.text.EditsIn(s) {
			if e.Reason.Pass == "damage" && s.Start <= e.Start && e.Start < s.End {
				n++
			}
		}
	}
	return n
}
