package cli

// Figures to and from doccano, Label Studio and a table for R.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/eval"
	"unionrep/cmd/internal/exchange"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
)

type convertOptions struct {
	inputOptions
	rules     ruleFiles
	from, to  string
	unit      string
	setup     string
	output    string
	overwrite bool
}

func newConvert(s Streams) *cobra.Command {
	var o convertOptions
	o.files.StdinName = source.Stdin
	cmd := &cobra.Command{
		Use:   "convert --from FORMAT --to FORMAT SOURCE [FILE|FOLDER|PATTERN]...",
		Short: "Take annotations and records to doccano, Label Studio or R, and back",
		Long: `Turn annotations and records into what other tools read, and back:

  gold         the annotation that eval reads: a folder, one file a report
  records      what extract prints as JSON Lines
  doccano      JSON Lines of a sequence labelling project
  labelstudio  JSON tasks of Label Studio
  csv          a table, one figure a row, for R

SOURCE is the file to convert (the folder, of gold; - is standard input). Behind
it come the reports; where none are named, they are those that lie beside the
annotation, or those that the source names. doccano and Label Studio hold the
text, so that from there reports are only needed for records.

In doccano people mark figures and say their kind; the other fields come back as
they were. In Label Studio all fields can be corrected. What is marked anew, and
not said more of, takes its fields from what the tool reads there, and is told.

Set the project up with what --setup prints: the labels of doccano, or the
labelling interface of Label Studio. A doccano project must not count grapheme
clusters as one character.`,
		Example: `  unionrep convert --setup labelstudio
  unionrep extract reports/ > records.jsonl
  unionrep convert --from records --to labelstudio -o tasks.json records.jsonl
  unionrep convert --from labelstudio --to gold -o gold export.json
  unionrep eval --gold gold reports/
  unionrep convert --from gold --to csv -o gold.csv gold/ reports/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.setup != "" {
				return runSetup(s, o, args)
			}
			if err := o.check(args); err != nil {
				return err
			}
			return runConvert(cmd.Context(), s, o, args[0], args[1:])
		},
	}
	addChoice(cmd, &o.from, "from", exchange.Formats(), "`FORMAT` of the source: gold, records, doccano, labelstudio or csv")
	addChoice(cmd, &o.to, "to", exchange.Formats(), "`FORMAT` to write")
	addChoice(cmd, &o.unit, "offsets", exchange.Units(), "what doccano or Label Studio counts positions in: `NAME` is codepoints or utf16 (by default what their present versions do)")
	addChoice(cmd, &o.setup, "setup", []string{string(exchange.Doccano), string(exchange.LabelStudio)}, "print what a project of doccano or labelstudio is set up with: `NAME` is one of the two")
	addOutput(cmd, &o.output, "; a folder, of gold")
	cmd.Flags().BoolVar(&o.overwrite, "overwrite", false, "replace annotations that are in the folder already")
	o.rules.addFlag(cmd)
	o.addReadFlags(cmd)
	return cmd
}

// check returns an error where the command line is not complete.
func (o *convertOptions) check(args []string) error {
	switch {
	case o.from == "" || o.to == "":
		return errors.New("name the formats with --from and --to (one of them is gold, records, doccano, labelstudio, csv)")
	case len(args) == 0:
		return errors.New("nothing to convert: name the source, and behind it the reports")
	case o.to == string(exchange.Gold) && (o.output == "" || o.output == "-"):
		return errors.New("gold is a folder: name it with -o")
	case args[0] == source.Stdin && (o.filesFrom == source.Stdin || slices.Contains(args[1:], source.Stdin)):
		return errStdinTwice
	}
	return nil
}

func runSetup(s Streams, o convertOptions, args []string) error {
	if len(args) > 0 || o.from != "" || o.to != "" {
		return errors.New("--setup converts nothing: use it by itself")
	}
	return output(s, o.output, func(out *sink.Output) error {
		if err := exchange.Setup(out, exchange.Format(o.setup)); err != nil {
			return outputError{err}
		}
		return nil
	})
}

func runConvert(ctx context.Context, s Streams, o convertOptions, from string, args []string) error {
	documents, err := o.read(s, from)
	if err != nil {
		return err
	}
	c, err := o.newConversion(ctx, s, from, args, documents)
	if err != nil && !errors.Is(err, errInput) {
		return err
	}
	failed := err
	var ready []*exchange.Document
	for _, d := range documents {
		if err := c.prepare(d); err != nil {
			failed = errInput
			continue
		}
		ready = append(ready, d)
	}
	if c.left {
		failed = errInput
	}
	if len(ready) == 0 && failed != nil {
		return failed
	}
	if o.to == string(exchange.Gold) {
		if err := o.writeGold(ready); err != nil {
			return err
		}
		return failed
	}
	return output(s, o.output, func(out *sink.Output) error {
		if err := s.unfinished.spare(append(args, from)...); err != nil {
			return err
		}
		if err := exchange.Write(out, ready, exchange.Format(o.to), exchange.Unit(o.unit), c.source); err != nil {
			return outputError{err}
		}
		return failed
	})
}

// read reads the source.
func (o *convertOptions) read(s Streams, path string) ([]*exchange.Document, error) {
	if o.from == string(exchange.Gold) {
		return o.readGold(s, path)
	}
	data, err := source.ReadFile(path, s.In)
	var documents []*exchange.Document
	if err == nil {
		documents, err = exchange.Read(data, exchange.Format(o.from), exchange.Unit(o.unit))
	}
	if err != nil {
		o.complain(s, path, err)
		return nil, errInput
	}
	return documents, nil
}

// readGold reads the annotations of a folder.
func (o *convertOptions) readGold(s Streams, path string) ([]*exchange.Document, error) {
	names, err := eval.Folder(path).Names()
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no annotation (NNN.jsonl) in this folder", printable(path))
	}
	var documents []*exchange.Document
	for _, name := range names {
		file := eval.Folder(path).Path(name)
		data, err := os.ReadFile(file)
		var d *exchange.Document
		if err == nil {
			d, err = exchange.ReadGold(name, data)
		}
		if err != nil {
			o.complain(s, file, err)
			return nil, errInput
		}
		documents = append(documents, d)
	}
	return documents, nil
}

// writeGold writes the annotations into a folder, none where one of them is
// there already.
func (o *convertOptions) writeGold(documents []*exchange.Document) error {
	paths := make([]string, len(documents))
	for i, d := range documents {
		paths[i] = eval.Folder(o.output).Path(exchange.AnnotationName(d))
		if k := slices.Index(paths[:i], paths[i]); k >= 0 {
			return outputError{fmt.Errorf("%s is the annotation of both %s and %s; convert them one by one", paths[i], documents[k].File, d.File)}
		}
		if _, err := os.Lstat(paths[i]); err == nil && !o.overwrite {
			return outputError{fmt.Errorf("%s is there already; name another folder, or replace it with --overwrite", paths[i])}
		}
	}
	if err := os.MkdirAll(o.output, 0o777); err != nil {
		return outputError{err}
	}
	for i, d := range documents {
		out, err := sink.Create(paths[i], nil)
		if err != nil {
			return outputError{err}
		}
		out.Write(exchange.Annotation(d)) // an error stays and is returned by Commit
		if err := out.Commit(); err != nil {
			return outputError{err}
		}
	}
	return nil
}
