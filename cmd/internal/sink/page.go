package sink

// The review page, see package review.

import (
	"bufio"

	"unionrep/cmd/internal/review"
)

type page struct{ *review.Page }

func newPage(w *bufio.Writer) (page, error) {
	p, err := review.New(w)
	return page{p}, err
}

func (p page) Write(d *Document) error { return p.Add(d.File, d.Text, d.Records) }
