package cli

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/diff"
	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/records"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
)

type diffOptions struct {
	format string
	output string
	ignore []string
}

func newDiff(s Streams) *cobra.Command {
	o := diffOptions{format: diff.Formats()[0]}
	cmd := &cobra.Command{
		Use:   "diff [flags] OLD NEW",
		Short: "Compare the records of two runs",
		Long: `Compare two files of records by id: which records were added (+), which are gone
(-), and which fields of the others changed (~), from what to what. The id is of
the document's bytes and of the place in it: where a report changes, all of its
records do.

OLD and NEW are JSON Lines, a JSON array, or tables with the column id, as
extract writes them; - is JSON Lines from standard input. Columns that a table
leaves out are not compared. The exit code is 0 where nothing changed and 1
where something did.`,
		Example: `  unionrep diff old.jsonl new.jsonl
  unionrep diff --ignore file,rule old.csv new.csv
  unionrep extract reports/ | unionrep diff --format jsonl expected.jsonl -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("name two runs, the old and the new one (%d given); - is standard input", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) < 2 {
				return records.Formats(), cobra.ShellCompDirectiveFilterFileExt
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return runDiff(s, o, args[0], args[1]) },
	}
	addChoice(cmd, &o.format, "format", diff.Formats(), "`NAME` of the output format: text, or jsonl (one change a line)")
	addOutput(cmd, &o.output, "")
	cmd.Flags().Var(fieldList{&o.ignore}, "ignore", "do not compare the fields `NAMES`, with commas between")
	cmd.RegisterFlagCompletionFunc("ignore", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return behind(typed, ",", field.Names()), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	return cmd
}

// fieldList is a flag that takes the names of fields.
type fieldList struct{ names *[]string }

func (f fieldList) String() string { return strings.Join(*f.names, ",") }
func (f fieldList) Type() string   { return "NAMES" }

func (f fieldList) Set(s string) error {
	known := append(field.Names(), "meta")
	for name := range strings.SplitSeq(s, ",") {
		if name = strings.TrimSpace(name); !slices.Contains(known, name) {
			return fmt.Errorf("%q is no field: %w", name, unknown("fields are", name, known))
		}
		*f.names = append(*f.names, name)
	}
	return nil
}

func runDiff(s Streams, o diffOptions, oldPath, newPath string) error {
	if oldPath == source.Stdin && newPath == source.Stdin {
		return errStdinTwice
	}
	before, after := readRun(s, oldPath), readRun(s, newPath)
	if before == nil || after == nil {
		return errInput
	}
	changes := diff.Compare(before, after, o.ignore)
	err := output(s, o.output, func(out *sink.Output) error {
		if err := s.unfinished.spare(oldPath, newPath); err != nil {
			return err
		}
		if err := diff.Write(out, changes, o.format, out.IsStdout() && inColour(s.Out)); err != nil {
			return outputError{err}
		}
		return nil
	})
	if err != nil || len(changes) == 0 {
		return err
	}
	count := map[string]int{}
	for _, c := range changes {
		count[c.Kind]++
	}
	return checkError(fmt.Sprintf("%d added, %d gone, %d changed", count[diff.Added], count[diff.Gone], count[diff.Changed]))
}

// inColour tells whether what is written to w is shown in colours.
func inColour(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// readRun reads the records of a file. What it cannot read it tells, and
// returns nil.
func readRun(s Streams, path string) *diff.Run {
	all, format, err := readRecords(s, path, "")
	if err != nil {
		s.note(path, err.Error())
		return nil
	}
	run, faults := diff.NewRun(all, format)
	for _, f := range faults {
		s.note(fmt.Sprintf("%s:%d", path, f.Line), f.Cause)
	}
	return run
}
