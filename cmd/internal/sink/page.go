package sink

// The review page, see package review.

import (
	"bufio"

	"unionrep/cmd/internal/meta"
	"unionrep/cmd/internal/review"
)

type page struct{ *review.Page }

func newPage(w *bufio.Writer) (page, error) {
	p, err := review.New(w)
	return page{p}, err
}

func (p page) Write(d *Document) error {
	var known []string
	if d.Meta != nil {
		for _, column := range meta.Columns() {
			if value := d.Meta.Value(column); value != "" {
				known = append(known, value)
			}
		}
	}
	return p.Add(review.Document{File: d.File, Text: d.Text, Records: d.Records, Known: known})
}
