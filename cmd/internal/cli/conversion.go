package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"unionrep/cmd/internal/eval"
	"unionrep/cmd/internal/exchange"
	"unionrep/cmd/internal/knowledge"
	"unionrep/normalize"
)

// A conversion is what convert knows while documents are made ready: the
// reports that were read, and what the tool reads by.
type conversion struct {
	o       *convertOptions
	s       Streams
	know    *knowledge.Knowledge
	names   []string // of the reports
	texts   map[string]*normalize.Text
	sources map[*exchange.Document]*normalize.Source
	left    bool // a figure was left out
}

// newConversion reads the reports that args name, or else those that there are
// of the documents. The error is errInput where some could not be read.
func (o *convertOptions) newConversion(ctx context.Context, s Streams, from string, args []string, documents []*exchange.Document) (*conversion, error) {
	know, err := knowledge.Load(o.rules)
	if err != nil {
		return nil, err
	}
	c := &conversion{o: o, s: s, know: know, texts: map[string]*normalize.Text{}, sources: map[*exchange.Document]*normalize.Source{}}
	if len(args) == 0 && o.filesFrom == "" {
		if args, err = o.reportsOf(from, documents); err != nil {
			return nil, err
		}
	}
	if len(args) == 0 && o.filesFrom == "" {
		return c, nil
	}
	clean := func(name string, raw []byte) (*normalize.Text, error) {
		return normalize.Clean(raw, o.options(name, know, false))
	}
	return c, each(ctx, s, o.inputOptions, args, clean, func(name string, text *normalize.Text) error {
		o.tell(s, name, "%s", readAs(text))
		c.names = append(c.names, name)
		c.texts[name] = text
		return nil
	})
}

// reportsOf are the reports that lie beside the annotation, or those of the
// documents that are there.
func (o *convertOptions) reportsOf(from string, documents []*exchange.Document) ([]string, error) {
	if o.from == string(exchange.Gold) {
		return eval.Folder(from).Reports()
	}
	var reports []string
	for _, d := range documents {
		if info, err := os.Stat(d.File); err == nil && info.Mode().IsRegular() {
			reports = append(reports, d.File)
		}
	}
	return reports, nil
}

// source is the report of a document that was made ready.
func (c *conversion) source(d *exchange.Document) *normalize.Source { return c.sources[d] }

// prepare finds the figures of a document in its report, and fills in the
// fields of those that somebody has marked anew. What is wrong is told.
func (c *conversion) prepare(d *exchange.Document) error {
	text, err := c.textOf(d)
	if err == nil {
		err = d.Locate(text.Source)
	}
	if err != nil {
		for _, fault := range parts(err) {
			c.o.complain(c.s, d.File, fault)
		}
		return err
	}
	c.sources[d] = text.Source
	for _, f := range d.Moved() {
		c.note(d, f, "its place was changed; its fields are those of the old place, check them")
	}
	if unknown := d.Unknown(); len(unknown) > 0 {
		read, err := exchange.OfRecords(text.Source, c.know.Figures.Extract(d.File, text))
		if err != nil {
			return err
		}
		d.Fill(read)
		for _, f := range unknown {
			if f.HasValue() {
				c.note(d, f, "marked anew; its fields are what the tool reads here, check them")
			} else {
				c.note(d, f, "marked anew, and not read by the tool; fill in its value and the other fields")
			}
		}
	}
	if c.o.to == string(exchange.Records) {
		c.needValues(d)
	}
	return nil
}

// textOf is the report of a document, or where it holds its text and there is
// no report that text.
func (c *conversion) textOf(d *exchange.Document) (*normalize.Text, error) {
	i := slices.Index(c.names, d.File)
	if i < 0 {
		i = slices.IndexFunc(c.names, func(name string) bool { return eval.SameReport(d.File, name) })
	}
	switch {
	case i >= 0:
		d.File = c.names[i]
		return c.texts[d.File], nil
	case exchange.Format(c.o.from).NeedsReports():
		return nil, errors.New("no report of this name; name it behind the source")
	case c.o.to == string(exchange.Records):
		return nil, errors.New("no report of this name, which records need for their offsets; name it behind the source")
	}
	return normalize.Clean([]byte(d.Text), normalize.Options{Encoding: "utf-8", Lookalikes: c.know.Lookalikes, Markup: normalize.PlainText})
}

// needValues leaves out the figures that have no value, each told.
func (c *conversion) needValues(d *exchange.Document) {
	d.Figures = slices.DeleteFunc(d.Figures, func(f exchange.Figure) bool {
		if !f.HasValue() {
			c.note(d, &f, "left out: a record needs a value")
			c.left = true
		}
		return !f.HasValue()
	})
}

// note tells something of a figure.
func (c *conversion) note(d *exchange.Document, f *exchange.Figure, what string) {
	line, column := c.sources[d].Position(f.Start)
	c.o.complain(c.s, fmt.Sprintf("%s:%d:%d", d.File, line, column), fmt.Errorf("%q: %s", d.Text[f.Start:f.End], what))
}
