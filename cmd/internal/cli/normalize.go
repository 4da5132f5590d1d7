package cli

import (
	"bytes"
	"context"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/sink"
	"unionrep/normalize"
)

type normalizeOptions struct {
	inputOptions
	output string
	edits  bool
	rules  ruleFiles
}

func newNormalize(s Streams) *cobra.Command {
	var o normalizeOptions
	cmd := &cobra.Command{
		Use:   "normalize [flags] FILE|FOLDER|PATTERN|-...",
		Short: "Print reports as their authors wrote them",
		Long: `Print the clean text of the reports, which is what the figures are read from:
UTF-8, simplified script, without injected readings, digits and letters at half
width, wrapped lines joined, what came out twice once.

With --edits, print in its place what was changed, one edit a line as JSON, by
place in the file: the pass that made it, its reason, start and end (bytes of
the file), line and column, the text it changed (from) and what stands there now
(to), and how sure the tool is that the edit is right (0 to 1).`,
		Example: `  unionrep normalize 报告.txt
  unionrep normalize --encoding big5 -o clean.txt 報告.txt
  unionrep normalize --edits 报告.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runNormalize(cmd.Context(), s, o, args)
		},
	}
	cmd.Flags().BoolVar(&o.edits, "edits", false, "print the edits in place of the text, one a line as JSON")
	addOutput(cmd, &o.output, "")
	o.rules.addFlag(cmd)
	o.addFlags(cmd)
	return cmd
}

// page is what is printed of one report.
type page struct {
	text   []byte
	readAs string
	edits  int
	source *normalize.Source
}

func runNormalize(ctx context.Context, s Streams, o normalizeOptions, args []string) error {
	know, err := knowledge.Load(o.rules)
	if err != nil {
		return err
	}
	read := func(name string, raw []byte) (page, error) {
		text, err := normalize.Clean(raw, o.options(name, know, o.edits || o.verbose))
		if err != nil {
			return page{}, err
		}
		p := page{readAs: readAs(text), edits: len(text.Edits()), source: text.Source}
		if o.edits {
			p.text, err = edits(name, text)
		} else {
			p.text = lines(text.Clean())
		}
		return p, err
	}
	return output(s, o.output, func(out *sink.Output) error {
		return each(ctx, s, o.inputOptions, args, read, func(name string, p page) error {
			o.doubt(s, name, p.source)
			o.tell(s, name, "%s; edits: %d", p.readAs, p.edits)
			out.Write(p.text) // Flush returns its error
			return out.Flush()
		})
	})
}

// lines is text with a break at its end, so that the next one begins a line.
func lines(text string) []byte {
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return []byte(text)
}

// edit is an edit as it is printed; the file tells several inputs apart.
type edit struct {
	File   string  `json:"file"`
	Pass   string  `json:"pass"`
	Reason string  `json:"reason"`
	Start  int     `json:"start"` // bytes of the file
	End    int     `json:"end"`
	Line   int     `json:"line"`
	Column int     `json:"column"`
	From   string  `json:"from"` // decoded
	To     string  `json:"to"`
	Sure   float64 `json:"sure"`
}

func edits(name string, text *normalize.Text) ([]byte, error) {
	var b bytes.Buffer
	encoder := sink.Encoder(&b)
	for _, e := range text.Edits() {
		raw := text.RawSpan(normalize.Span{Start: e.Start, End: e.End})
		line, column := text.Position(e.Start)
		err := encoder.Encode(edit{
			File: name, Pass: e.Reason.Pass, Reason: e.Reason.Name,
			Start: raw.Start, End: raw.End, Line: line, Column: column,
			From: text.DecodedText()[e.Start:e.End], To: e.To, Sure: math.Round(e.Sure*1000) / 1000,
		})
		if err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
