package cli

// What extract does: documents in, records out, and beside them the table of
// documents.

import (
	"context"
	"errors"
	"slices"

	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/where"
	"unionrep/extract"
	"unionrep/normalize"
)

// An extraction is one run of extract.
type extraction struct {
	extractOptions
	streams   Streams
	know      *knowledge.Knowledge
	meta      *metadata
	filter    *where.Filter
	records   sink.Writer
	documents *sink.Documents // nil where nobody asks for them
}

// A reading is what was read of one document.
type reading struct {
	sink.Document
	articles []extract.Article
}

func newExtraction(s Streams, o extractOptions) (*extraction, error) {
	know, err := knowledge.Load(o.rules)
	if err != nil {
		return nil, err
	}
	known, err := loadMeta(o.meta)
	if err != nil {
		return nil, err
	}
	return &extraction{extractOptions: o, streams: s, know: know, meta: known, filter: where.New(o.where)}, nil
}

// run reads the documents that args name and writes what was read.
func (x *extraction) run(ctx context.Context, args []string) error {
	return withDocuments(x.streams, x.extractOptions.documents, func(documents *sink.Documents) error {
		x.documents = documents
		return output(x.streams, x.output, func(out *sink.Output) error {
			defer context.AfterFunc(ctx, func() { out.Interrupt(ctx.Err()) })()
			return x.write(ctx, out, args)
		})
	})
}

// write writes the records to out.
func (x *extraction) write(ctx context.Context, out *sink.Output, args []string) error {
	err := x.streams.unfinished.spare(append(slices.Clone(x.rules), x.extractOptions.meta)...)
	if err != nil {
		return err
	}
	if x.records, err = sink.New(out, x.Options); err != nil {
		return outputError{err}
	}
	x.failed = x.fail
	failed := each(ctx, x.streams, x.inputOptions, args, x.read, func(name string, r *reading) error {
		if err := x.add(name, r); err != nil {
			return err
		}
		return out.Flush()
	})
	if failed != nil && !errors.Is(failed, errInput) {
		return failed
	}
	if err := x.records.Close(); err != nil {
		return outputError{err}
	}
	if !x.quiet {
		hintUnmet(x.streams.Err, x.filter.Unmet())
	}
	x.meta.unused(x.streams, x.inputOptions)
	return failed
}

// read reads a document.
func (x *extraction) read(name string, raw []byte) (*reading, error) {
	text, err := normalize.Clean(raw, x.options(name, x.know, sink.ShowsEdits(x.Format)))
	if err != nil {
		return nil, err
	}
	row := x.meta.row(name, extract.DocumentID(raw))
	r := x.know.Figures.Read(name, text, row.Value("published"))
	return &reading{sink.Document{File: name, Text: text, Records: r.Records, Meta: row}, r.Articles}, nil
}

// add writes what was read of a document.
func (x *extraction) add(name string, r *reading) error {
	x.doubt(x.streams, name, r.Text.Source)
	x.tell(x.streams, name, "%s; figures: %d", readAs(r.Text), len(r.Records))
	x.meta.use(r.Meta)
	r.Records = slices.DeleteFunc(r.Records, func(f extract.Record) bool {
		return x.strict && f.Optional || !x.filter.Keep(&f, r.Meta)
	})
	if err := x.records.Write(&r.Document); err != nil {
		return err
	}
	return listArticles(x.documents, &r.Document, r.articles)
}

// fail writes the row of an input that could not be read.
func (x *extraction) fail(place string, cause error) error {
	x.meta.use(x.meta.row(place, ""))
	return x.documents.Write(sink.DocumentRow{File: place, Error: cause.Error()})
}
