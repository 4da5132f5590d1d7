package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/sample"
	"unionrep/cmd/internal/sink"
	"unionrep/normalize"
)

type sampleOptions struct {
	inputOptions
	rules  ruleFiles
	n      int
	seed   uint64
	format string
	output string
	excel  bool
}

func newSample(s Streams) *cobra.Command {
	o := sampleOptions{}
	cmd := &cobra.Command{
		Use:   "sample [flags] FILE|FOLDER|PATTERN|-...",
		Short: "Draw records and sentences to check by hand",
		Long: `Draw a stratified sample of the records of the reports, and of their sentences
that have no record, as a sheet to fill in:

  right    of a record: y where it is right; n where it stands for a figure but
           is wrong; none where there is no figure
  missed   how many figures of the sentence no record reports, 0 for none; one
           row of a sentence is enough. What a record has wrong is not missed
  note     for yourself

What right means is yours to say, for all rows alike: that value, bound and unit
are right, or also what is counted, or all fields that you need. The column read
holds what all records of the sentence have read.

Records are drawn by kind, flag and whether they are optional, sentences by
whether they hold digits, Chinese numerals or neither. Each row carries the
probability with which it was drawn; 'unionrep eval --sample SHEET' makes
estimates of precision, recall and F1 of it. Leave rows and the other columns as
they are. The same seed and reports give the same sheet.`,
		Example: `  unionrep sample --n 200 --seed 1 -o sheet.csv reports/
  unionrep sample --n 200 --seed 1 --excel -o sheet.csv reports/
  unionrep eval --sample sheet.csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.complete(); err != nil {
				return err
			}
			return runSample(cmd.Context(), s, o, args)
		},
	}
	cmd.Flags().IntVar(&o.n, "n", 200, "draw `N` rows; all where there are no more")
	cmd.Flags().Uint64Var(&o.seed, "seed", 1, "`NUMBER` that chooses the sample")
	addChoice(cmd, &o.format, "format", sample.Formats(), "`NAME` of the output format: csv (the default), tsv or jsonl")
	addOutput(cmd, &o.output, "; its ending tells the format")
	cmd.MarkFlagFilename("output", sample.Formats()...)
	addExcel(cmd, &o.excel)
	o.rules.addFlag(cmd)
	o.addFlags(cmd)
	return cmd
}

// complete settles the format.
func (o *sampleOptions) complete() error {
	switch {
	case o.format != "":
	case o.output == "" || o.output == "-":
		o.format = "csv"
	default:
		o.format = sink.FormatOf(o.output)
	}
	if !slices.Contains(sample.Formats(), o.format) {
		return fmt.Errorf("%s: the ending tells no format of a sheet; add one with --format", printable(o.output))
	}
	return nil
}

func runSample(ctx context.Context, s Streams, o sampleOptions, args []string) error {
	know, err := knowledge.Load(o.rules)
	if err != nil {
		return err
	}
	read := func(name string, raw []byte) ([]sample.Row, error) {
		text, err := normalize.Clean(raw, o.options(name, know, false))
		if err != nil {
			return nil, err
		}
		return sample.Rows(name, text, know.Figures.Extract(name, text)), nil
	}
	return output(s, o.output, func(out *sink.Output) error {
		var rows []sample.Row
		failed := each(ctx, s, o.inputOptions, args, read, func(name string, r []sample.Row) error {
			o.tell(s, name, "records, and sentences without one: %d", len(r))
			rows = append(rows, r...)
			return nil
		})
		if failed != nil && !errors.Is(failed, errInput) {
			return failed
		}
		drawn, err := sample.Draw(rows, o.n, o.seed)
		if err != nil {
			return err
		}
		if o.excel && o.format != "jsonl" {
			out.WriteString("\ufeff") // an error stays and is returned by the next write
		}
		if err := sample.Write(out.Writer, drawn, o.format); err != nil {
			return outputError{err}
		}
		return failed
	})
}
