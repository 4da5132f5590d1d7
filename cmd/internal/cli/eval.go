package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/eval"
	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/records"
	"unionrep/cmd/internal/sample"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
	"unionrep/normalize"
)

type evalOptions struct {
	inputOptions
	gold    []string
	records string
	sample  string
	format  string
	output  string
	misses  int
	minF1   floors
	rules   ruleFiles
}

func newEval(s Streams) *cobra.Command {
	o := evalOptions{format: "text"}
	o.files.StdinName = source.Stdin // has no annotation
	cmd := &cobra.Command{
		Use:   "eval [flags] --gold FOLDER|--sample SHEET [FILE|FOLDER|PATTERN]...",
		Short: "Score the tool on reports that you have annotated",
		Long: `Read the figures of the reports and compare them with an annotation of your own:
one JSON object a line for each figure, in a file NNN.jsonl for the report
NNN.txt (or any report whose name begins with that number). Without a FILE, the
reports are those that lie beside their annotation.

It prints precision, recall and F1 at four levels, each with its 95 % interval
(bootstrap over the reports, from three on):

  quantity   value, max, bound and unit agree
  figure     and the indicator, to the letter
  loose      or most of the indicator's characters
  record     quantity, indicator, action, org and period agree

then, of the quantities found, on how many each field agrees; silent: wrong
quantities without a flag, as a share of all records; strict recall: that of the
records that are not optional; and by report precision/recall/F1 at each level.
--format json has all of it by report.

With --records, the records are not read anew but taken from a file of them:
what extract has printed, corrected by hand, or what another tool prints.

With --gold twice, two annotations of the same reports are compared: on how many
figures the two agree, and for each field of those the raw agreement, Cohen's
kappa and Krippendorff's alpha. Where the reports do not lie beside the first
annotation and are not named, figures are the same where raw and nth are.

With --sample, a sheet of 'unionrep sample' that was filled in is turned into
estimates for all reports that it was drawn from.`,
		Example: `  unionrep eval --gold annotated/
  unionrep eval --gold gold/ --misses 20 reports/*.txt
  unionrep eval --gold gold/ --min-f1 quantity=0.97 --min-f1 record=0.6 reports/
  unionrep eval --gold gold/ --records corrected.jsonl reports/
  unionrep eval --gold anna/ --gold bo/ --format markdown reports/
  unionrep eval --sample sheet.csv --min-f1 0.9`,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case o.sample != "":
				return runEstimate(s, o, args)
			case len(o.gold) == 2:
				return runAgreement(cmd.Context(), s, o, args)
			}
			return runEval(cmd.Context(), s, o, args)
		},
		PreRunE: func(*cobra.Command, []string) error { return o.check() },
	}
	cmd.Flags().StringArrayVar(&o.gold, "gold", nil, "`FOLDER` of the annotations; two of them are compared with each other")
	cmd.MarkFlagDirname("gold")
	cmd.Flags().StringVar(&o.sample, "sample", "", "estimate from `SHEET`, a sample that was checked by hand (- is standard input)")
	cmd.Flags().StringVar(&o.records, "records", "", "score the records of `FILE` (jsonl, json, csv or tsv by its ending; - is JSON Lines from standard input) instead of reading the reports")
	addChoice(cmd, &o.format, "format", eval.Formats(), "`NAME` of the output format: text, json or markdown")
	addOutput(cmd, &o.output, "")
	cmd.Flags().IntVar(&o.misses, "misses", 0, "list up to `N` figures missed, records wrong and spans bad, or places where annotators differ")
	cmd.Flags().Var(&o.minF1, "min-f1", "end with code 1 where the F1 of a level is lower: `LEVEL=X`, X from 0 to 1; repeatable; with --sample X alone")
	cmd.MarkFlagFilename("records", records.Formats()...)
	cmd.MarkFlagFilename("sample", sample.Formats()...)
	o.rules.addFlag(cmd)
	o.addReadFlags(cmd)
	cmd.MarkFlagsMutuallyExclusive("gold", "sample")
	cmd.MarkFlagsMutuallyExclusive("records", "sample")
	return cmd
}

// check returns an error where the flags do not go together, or name no folder.
func (o *evalOptions) check() error {
	switch {
	case len(o.gold) == 0 && o.sample == "":
		return errors.New("nothing to score by: name your annotation with --gold FOLDER, or a sheet that you filled in with --sample SHEET")
	case len(o.gold) > 2:
		return errors.New("--gold more than twice: two annotations are compared at a time")
	case len(o.gold) == 2 && o.records != "":
		return errors.New("--records with two annotations: it is scored against one")
	case o.records == source.Stdin && o.filesFrom == source.Stdin:
		return errStdinTwice
	case len(o.gold) == 2 && len(o.minF1) > 0:
		return errors.New("--min-f1 with two annotations: it is for records against one")
	}
	if o.misses < 0 {
		return fmt.Errorf("--misses %d: at least 0 are listed", o.misses)
	}
	for _, floor := range o.minF1 {
		switch {
		case o.sample != "" && floor.level != sampled:
			return errors.New("--min-f1 with a sample is a number alone: the sheet knows no levels")
		case o.sample == "" && floor.level == sampled:
			return fmt.Errorf("--min-f1 %g: name the level, as in figure=%g", floor.f1, floor.f1)
		}
	}
	for _, folder := range o.gold {
		if info, err := os.Stat(folder); err != nil {
			return fmt.Errorf("--gold: %w", source.Named(printable(folder), err))
		} else if !info.IsDir() {
			return fmt.Errorf("--gold: %s: a file; name the folder that it lies in", printable(folder))
		}
	}
	return nil
}

func runEval(ctx context.Context, s Streams, o evalOptions, args []string) error {
	gold := eval.Folder(o.gold[0])
	know, err := knowledge.Load(o.rules)
	if err != nil {
		return err
	}
	given, err := o.readRecords(s)
	if err != nil {
		return err
	}
	if len(args) == 0 && o.filesFrom == "" {
		if args, err = gold.Reports(); err != nil {
			return err
		}
		if len(args) == 0 && given != nil {
			args = given.Files()
		}
		if len(args) == 0 {
			return fmt.Errorf("%s: no annotated report (NNN.txt beside NNN.jsonl); name the reports", o.gold[0])
		}
	}
	compare := func(name string, raw []byte) (*eval.Report, error) {
		text, err := normalize.Clean(raw, o.options(name, know, false))
		if err != nil {
			return nil, err
		}
		annotations, err := gold.Annotations(name, text.Source)
		if errors.Is(err, eval.ErrNoGold) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return eval.NewReport(name, text.Source, annotations, predict(know, given, name, text)), nil
	}
	return output(s, o.output, func(out *sink.Output) error {
		if err := s.unfinished.spare(o.records); err != nil {
			return err
		}
		var reports []*eval.Report
		var names []string
		failed := each(ctx, s, o.inputOptions, args, compare, func(name string, r *eval.Report) error {
			names = append(names, name)
			if r == nil {
				o.complain(s, name, eval.ErrNoGold)
				return nil
			}
			o.tell(s, name, "figures annotated: %d; quantities found: %d", r.Gold, r.Found[eval.Quantity])
			reports = append(reports, r)
			return nil
		})
		if failed != nil && !errors.Is(failed, errInput) {
			return failed
		}
		if len(reports) == 0 {
			return cmp.Or(failed, fmt.Errorf("no report has an annotation in %s", o.gold[0]))
		}
		if given != nil {
			for _, other := range given.Others(names) {
				o.complain(s, o.records, fmt.Errorf("records of %s, which is not among the reports, are not scored", other))
			}
		}
		result := eval.Summarize(reports, o.misses)
		if err := result.Write(out, o.format); err != nil {
			return outputError{err}
		}
		if failed != nil {
			return failed
		}
		return o.minF1.check(result)
	})
}

// readRecords reads the file of records, nil where none is given.
func (o *evalOptions) readRecords(s Streams) (*eval.RecordFile, error) {
	if o.records == "" {
		return nil, nil
	}
	format, err := recordFormat(o.records)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", printable(o.records), err)
	}
	raw, err := source.ReadFile(o.records, s.In)
	var file *eval.RecordFile
	if err == nil {
		file, err = eval.ReadRecords(raw, format)
	}
	if err != nil {
		o.complain(s, o.records, err)
		return nil, errInput
	}
	return file, nil
}

// predict are the predictions for a report: those of the file of records, or
// where there is none those that are read from it now.
func predict(know *knowledge.Knowledge, given *eval.RecordFile, name string, text *normalize.Text) []eval.Prediction {
	if given != nil {
		return given.Of(name)
	}
	return eval.Predict(know.Figures.Extract(name, text))
}

// floors are the lowest F1 to accept, by level.
type floors []floor

type floor struct {
	level eval.Level // or sampled
	f1    float64
}

// sampled is in place of a level where a floor names none.
const sampled eval.Level = -1

func (f *floors) Type() string   { return "LEVEL=X" }
func (f *floors) String() string { return "" }

func (f *floors) Set(s string) error {
	name, number, leveled := strings.Cut(s, "=")
	level := slices.Index(eval.Levels(), name)
	if !leveled {
		level, number = int(sampled), s
	} else if level < 0 {
		return unknown("the level must be one of", name, eval.Levels())
	}
	f1, err := strconv.ParseFloat(number, 64)
	if err != nil || f1 < 0 || f1 > 1 {
		return fmt.Errorf("%q is no number from 0 to 1", number)
	}
	*f = append(*f, floor{eval.Level(level), f1})
	return nil
}

// check returns an error that names the levels that are too low.
func (f floors) check(result *eval.Result) error {
	var low []string
	for _, floor := range f {
		if got := result.All.Level(floor.level).F1; float64(got) < floor.f1 {
			low = append(low, fmt.Sprintf("%s F1 %.4f is below %g", eval.Levels()[floor.level], got, floor.f1))
		}
	}
	if len(low) > 0 {
		return checkError(strings.Join(low, ", "))
	}
	return nil
}

// checkSample returns an error where the F1 of a sample is too low.
func (f floors) checkSample(f1 float64) error {
	for _, floor := range f {
		if f1 < floor.f1 {
			return checkError(fmt.Sprintf("F1 %.4f is below %g", f1, floor.f1))
		}
	}
	return nil
}
