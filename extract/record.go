// Package extract reads the figures of a clean text and prints nothing: it
// turns a normalize.Text into records.
package extract

import (
	"cmp"
	"slices"

	"unionrep/extract/internal/numeral"
)

// A Record is one figure with everything that the text says of it. Fields are
// in the order in which they are printed.
type Record struct {
	File        string           `json:"file"`         // the path as it was given
	Doc         string           `json:"doc"`          // of the document's bytes: SHA-256, shortened
	ID          string           `json:"id"`           // of Doc, Start and End alone
	Title       string           `json:"title"`        // of the article
	Org         string           `json:"org"`          // the organisation that the article reports on
	Subject     string           `json:"subject"`      // who acts in the clause, as written
	Section     string           `json:"section"`      // the heading that the figure stands under
	Topic       string           `json:"topic"`        // from the topic list
	Period      string           `json:"period"`       // the time word, as written
	PeriodStart string           `json:"period_start"` // ISO 8601, as precise as the text
	PeriodEnd   string           `json:"period_end"`   // ISO 8601, included
	PeriodBasis string           `json:"period_basis"` // sentence, lead, article, metadata or empty
	Action      string           `json:"action"`       // the governing verb
	Indicator   string           `json:"indicator"`    // what is counted or measured
	Value       numeral.Decimal  `json:"value"`        // in Unit, 万 and 亿 multiplied out
	Max         *numeral.Decimal `json:"max"`          // the upper end of a range
	Bound       string           `json:"bound"`        // exact over nearly about at_most range
	Low         *numeral.Decimal `json:"low"`          // the interval that the words allow
	High        *numeral.Decimal `json:"high"`         //
	Unit        string           `json:"unit"`         // as written, canonical form
	Kind        string           `json:"kind"`         // money people count ratio measure duration other
	Nature      string           `json:"nature"`       // flow stock change target rate limit or empty
	Quantity    string           `json:"quantity"`     // in clean text
	Text        string           `json:"text"`         // its clause in clean text
	Source      string           `json:"source"`       // the quantity in the file, noise and all
	Start       int              `json:"start"`        // byte offset of Source in the file
	End         int              `json:"end"`          // byte offset behind Source
	Line        int              `json:"line"`         // from 1
	Column      int              `json:"column"`       // from 1, in code points
	Copies      []Place          `json:"copies"`       // where the file repeats this figure by accident
	Flags       []string         `json:"flags"`        // why to be careful
	PartOf      string           `json:"part_of"`      // id of the figure that this one is a part of
	Fact        string           `json:"fact"`         // the same for every telling of one fact
	Optional    bool             `json:"optional"`     // GUIDE.md calls the figure optional
	Rule        string           `json:"rule"`         // what found it
}

// A Place is a span of bytes in the file.
type Place struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// sortRecords puts records into the order of their places in the file.
func sortRecords(rs []Record) {
	slices.SortStableFunc(rs, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
}
