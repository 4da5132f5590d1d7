package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/records"
	"unionrep/cmd/internal/schema"
)

type schemaOptions struct {
	check   []string
	format  string
	table   bool
	columns []string
}

func newSchema(s Streams) *cobra.Command {
	o := schemaOptions{columns: field.Names()}
	cmd := &cobra.Command{
		Use:   "schema [flags] [record|edit]",
		Short: "Print the JSON Schema of the output, or check files against it",
		Long: `Print the JSON Schema (2020-12) of a record, which extract prints, or of an edit,
which normalize --edits prints.

With --check, check the records (or edits) of files against it, and what no
schema can say: that a record's start lies before its end, its value between low
and high, and its period's start not behind the end. What is wrong is told with
file and line, and the exit code is then 1.

With --table, print the Table Schema (Frictionless Data) of the CSV table that
extract writes with the same --columns.`,
		Example: `  unionrep schema > record.schema.json
  unionrep schema edit
  unionrep schema --check figures.jsonl --check more.json
  unionrep normalize --edits 报告.txt | unionrep schema edit --check -
  unionrep schema --table --columns file,indicator,value,unit`,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), onlySchemas),
		ValidArgs: schema.Names(),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "record"
			if len(args) > 0 {
				name = args[0]
			}
			if err := o.complete(cmd, name); err != nil {
				return err
			}
			return runSchema(cmd.Context(), s, o, name)
		},
	}
	cmd.Flags().StringArrayVar(&o.check, "check", nil, "check the records or edits of `FILE`; - is standard input; repeatable")
	cmd.MarkFlagFilename("check", records.Formats()...)
	addChoice(cmd, &o.format, "format", records.Formats(), "`NAME` of the format of the files to check: jsonl, json, csv or tsv (told by the ending without this flag)")
	cmd.Flags().BoolVar(&o.table, "table", false, "print the Table Schema of the CSV table")
	addColumns(cmd, &o.columns)
	cmd.MarkFlagsMutuallyExclusive("check", "table")
	return cmd
}

func onlySchemas(_ *cobra.Command, args []string) error {
	if len(args) > 0 && !slices.Contains(schema.Names(), args[0]) {
		return fmt.Errorf("%q is no schema: %w", args[0], unknown("there are", args[0], schema.Names()))
	}
	return nil
}

// complete checks that the flags agree.
func (o *schemaOptions) complete(cmd *cobra.Command, name string) error {
	switch {
	case o.table && name != "record":
		return errors.New("--table is of records: leave out edit")
	case cmd.Flags().Changed("columns") && !o.table:
		return errors.New("--columns is for --table")
	case o.format != "" && len(o.check) == 0:
		return errors.New("--format is for --check")
	}
	return nil
}

func runSchema(ctx context.Context, s Streams, o schemaOptions, name string) error {
	if len(o.check) > 0 {
		return checkFiles(ctx, s, o, name)
	}
	text, err := schema.Text(name)
	if o.table {
		text, err = schema.Table(o.columns)
	}
	if err != nil {
		return err
	}
	return say(s, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// shownWrong is of how many records of a file it is told what is wrong.
const shownWrong = 20

// checkFiles tells what is wrong in the files. One that cannot be read is
// told too, and the others are checked all the same.
func checkFiles(ctx context.Context, s Streams, o schemaOptions, name string) error {
	checker, err := schema.NewChecker(name)
	if err != nil {
		return err
	}
	var failed error
	wrong := 0
	for _, path := range o.check {
		all, _, err := readRecords(s, path, o.format)
		if err != nil {
			s.note(path, err.Error())
			failed = errInput
			continue
		}
		here := 0
		for _, r := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			causes := wrongIn(checker, r)
			here += min(1, len(causes))
			if here > shownWrong {
				continue
			}
			for _, cause := range causes {
				s.note(fmt.Sprintf("%s:%d", path, r.Line), cause)
			}
		}
		if here > shownWrong {
			s.note(path, fmt.Sprintf("and %d more", here-shownWrong))
		}
		wrong += here
	}
	if failed == nil && wrong > 0 {
		return checkError(fmt.Sprintf("not as the schema of the %s says: %d", name, wrong))
	}
	return failed
}

func wrongIn(checker *schema.Checker, r records.Record) []string {
	if r.Err != nil {
		return []string{r.Err.Error()}
	}
	return checker.Check(r.JSON)
}
