package cli

// The table of documents that extract writes beside the records.

import (
	"errors"
	"fmt"

	"unionrep/cmd/internal/sink"
	"unionrep/extract"
)

// withDocuments runs write with the table of documents at path, which is kept
// where write succeeds, or fails for some inputs alone. Without a path there is
// none: it gets nil.
func withDocuments(s Streams, path string, write func(*sink.Documents) error) error {
	if path == "" {
		return write(nil)
	}
	if path == "-" {
		return errors.New("--documents -: standard output is for the records; name a .csv or a .jsonl file")
	}
	format := sink.DocumentFormat(path)
	if format == "" {
		return fmt.Errorf("--documents %s: the ending tells no format; name a .csv or a .jsonl file", printable(path))
	}
	return output(s, path, func(out *sink.Output) error {
		documents, err := sink.NewDocuments(out, format)
		if err != nil {
			return outputError{err}
		}
		failed := write(documents)
		if failed != nil && !errors.Is(failed, errInput) {
			return failed
		}
		if err := documents.Close(); err != nil {
			return outputError{err}
		}
		return failed
	})
}

// listArticles writes the rows of a document: one for each of its articles, one
// too where it has none. The records of d are those that are written.
func listArticles(documents *sink.Documents, d *sink.Document, articles []extract.Article) error {
	if len(articles) == 0 {
		articles = []extract.Article{{}}
	}
	written := map[string]bool{}
	for i := range d.Records {
		written[d.Records[i].ID] = true
	}
	for _, a := range articles {
		figures, kept := len(a.Figures), 0
		for _, id := range a.Figures {
			if written[id] {
				kept++
			}
		}
		err := documents.Write(sink.DocumentRow{
			Doc: extract.DocumentID(d.Text.Raw()), File: d.File, Title: a.Title, Org: a.Org, Published: a.Published,
			Encoding: d.Text.Encoding(), Characters: &a.Characters, Repairs: &a.Repairs, Figures: &figures, Written: &kept,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
