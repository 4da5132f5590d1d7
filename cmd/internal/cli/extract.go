package cli

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/where"
)

type extractOptions struct {
	inputOptions
	sink.Options
	output    string
	documents string
	meta      string
	strict    bool
	where     []where.Condition
	rules     ruleFiles
}

func newExtract(s Streams) *cobra.Command {
	var o extractOptions
	cmd := &cobra.Command{
		Use:   "extract [flags] FILE|FOLDER|PATTERN|-...",
		Short: "Print the figures of reports as records",
		Long: `Print every figure of the reports as a record: its value, bound and unit, what
is counted, the verb, the period, the organisation, and where in the file it
stands (file, byte offsets, line and column).

An input is a text file or an HTML page, as it is or packed with gzip, a folder
(its .txt and .html files, also in the folders within it), a pattern such as
'reports/*.txt', or - for standard input; with --input jsonl, documents as JSON
Lines. An input that cannot be read is told on standard error; the others are
read all the same, and the exit code is then 3.`,
		Example: `  unionrep extract 报告.txt
  unionrep extract --format csv --excel -o figures.csv reports/
  unionrep extract --columns file,indicator,value,unit -o figures.csv 报告.txt
  unionrep extract --where kind=money,people --where 'flags!=ocr' 报告.txt
  unionrep extract -o review.html reports/
  unionrep extract --documents documents.csv -o figures.csv reports/
  unionrep extract --meta sources.csv --columns default,meta.url -o figures.csv reports/
  curl -s https://example.org/报告.html | unionrep extract --stdin-name 报告.html -
  zcat 网页.jsonl.gz | unionrep extract --input jsonl --text-field body --id-field url -`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.complete(cmd); err != nil {
				return err
			}
			if o.Format == "xlsx" && (o.output == "" || o.output == "-") && isTerminal(s.Out) {
				return errors.New("a workbook is nothing for a terminal: name a file with -o FILE.xlsx")
			}
			x, err := newExtraction(s, o)
			if err != nil {
				return err
			}
			return x.run(cmd.Context(), args)
		},
	}
	addChoice(cmd, &o.Format, "format", sink.Formats(), "`NAME` of the output format: jsonl (the default; one record a line), json, csv, tsv, md (a Markdown table), xlsx or html (a page to review the records in)")
	addOutput(cmd, &o.output, "; its ending tells the format")
	cmd.MarkFlagFilename("output", sink.Endings()...)
	addColumns(cmd, &o.Columns)
	addExcel(cmd, &o.Excel)
	cmd.Flags().BoolVar(&o.strict, "strict", false, "leave out figures that a fair reader could leave out (optional: true)")
	addWhere(cmd, &o.where)
	cmd.Flags().StringVar(&o.documents, "documents", "", "write a row for each article, and for each input that could not be read, to `FILE` (.csv or .jsonl)")
	cmd.MarkFlagFilename("documents", "csv", "jsonl")
	cmd.Flags().StringVar(&o.meta, "meta", "", "CSV `FILE` of what is known of the documents: file or sha256, url, publisher, published, retrieved, region; time words are counted from published where a text tells no date")
	cmd.MarkFlagFilename("meta", "csv")
	o.rules.addFlag(cmd)
	o.addFlags(cmd)
	return cmd
}

// complete settles the format and checks that the flags agree.
func (o *extractOptions) complete(cmd *cobra.Command) error {
	given := cmd.Flags().Changed // on the command line, so before what the project file says
	ending := sink.FormatOf(o.output)
	if !given("format") && (o.Format == "" || o.output != "" && ending != "") {
		o.Format = ending
	}
	if o.Format == "" {
		return fmt.Errorf("%s: the ending tells no format; add one with --format", printable(o.output))
	}
	if o.documents != "" && filepath.Clean(o.documents) == filepath.Clean(o.output) {
		return fmt.Errorf("--documents and --output name the same file: %s", printable(o.output))
	}
	o.Meta = o.meta != ""
	if !sink.IsTable(o.Format) {
		if given("columns") {
			return errors.New("--columns is for tables: add --format csv, tsv, md or xlsx")
		}
		o.Columns = nil
	}
	if err := checkMetaColumns(o.meta, o.Columns, o.where); err != nil {
		return err
	}
	if o.Format != "csv" && o.Format != "tsv" && given("excel") && o.Excel {
		return errors.New("--excel is for csv and tsv: add --format csv, or --format xlsx in its place")
	}
	return nil
}
