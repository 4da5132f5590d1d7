package cli

// Why each number of a report is read as it is, or is no figure.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
	"unionrep/extract"
	"unionrep/normalize"
)

type explainOptions struct {
	inputOptions
	format string
	output string
	off    []string
	rules  ruleFiles
}

func newExplain(s Streams) *cobra.Command {
	o := explainOptions{format: "text"}
	cmd := &cobra.Command{
		Use:   "explain [flags] FILE[:LINE[:COLUMN]]|-...",
		Short: "Say why each number is read as it is, or is no figure",
		Long: `Say of each number of a report, of one line or at one place of it, what became
of it: its clause and the words of that with their parts of speech; the number
with its parts; the rule that decided and what else was looked at; what is
counted, the verb and the period, and where those were found; or why it is no
figure.

The rule that decided can be switched off, in a rules file or with --off, to see
what would be read without it.`,
		Example: `  unionrep explain 报告.txt:12
  unionrep explain --format json 报告.txt:12:8
  unionrep explain --off grammar/date 报告.txt:1`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), s, o, args)
		},
	}
	addChoice(cmd, &o.format, "format", []string{"text", "json"}, "`NAME` of the output format: text, or json (one explanation a line)")
	addOutput(cmd, &o.output, "")
	cmd.Flags().StringArrayVar(&o.off, "off", nil, "read as if the rule of `NAME` were switched off; repeatable")
	cmd.RegisterFlagCompletionFunc("off", completeRules)
	o.rules.addFlag(cmd)
	o.addFlags(cmd)
	return cmd
}

func runExplain(ctx context.Context, s Streams, o explainOptions, args []string) error {
	know, err := knowledge.Load(o.rules, o.off...)
	if err != nil {
		return err
	}
	does, err := whatRulesDo(know)
	if err != nil {
		return err
	}
	names, places, err := placesOf(args)
	if err != nil {
		return err
	}
	read := func(name string, raw []byte) ([]extract.Explanation, error) {
		text, err := normalize.Clean(raw, o.options(name, know, false))
		if err != nil {
			return nil, err
		}
		return know.Figures.Explain(name, text, ""), nil
	}
	var astray []error // places where no number stands
	err = output(s, o.output, func(out *sink.Output) error {
		return each(ctx, s, o.inputOptions, names, read, func(name string, all []extract.Explanation) error {
			asked := places[name]
			if name == o.files.StdinName {
				asked = append(asked, places[source.Stdin]...)
			}
			chosen, missing := choose(all, asked)
			for _, p := range missing {
				astray = append(astray, fmt.Errorf("%s%s: no number stands there", printable(name), p))
			}
			for i := range chosen {
				if err := writeExplanation(out, o.format, name, &chosen[i], does); err != nil {
					return err
				}
			}
			return out.Flush()
		})
	})
	if err == nil || errors.Is(err, errInput) {
		err = errors.Join(append(astray, err)...)
	}
	return err
}

// A place is a line of a document, or a character of it; the zero place is all
// of it.
type place struct{ line, column int }

// String is a place as it stands behind the name of a file.
func (p place) String() string {
	switch {
	case p.line == 0:
		return ""
	case p.column == 0:
		return fmt.Sprintf(":%d", p.line)
	}
	return fmt.Sprintf(":%d:%d", p.line, p.column)
}

// placesOf parts arguments into names, each once, and the places asked of each.
// A file whose name has a colon in it is taken by that name.
func placesOf(args []string) (names []string, places map[string][]place, err error) {
	places = make(map[string][]place)
	for _, arg := range args {
		name, p := arg, place{}
		if _, err := os.Stat(arg); err != nil {
			if name, p, err = splitPlace(arg); err != nil {
				return nil, nil, err
			}
		}
		if _, known := places[name]; !known {
			names = append(names, name)
		}
		places[name] = append(places[name], p)
	}
	return names, places, nil
}

// splitPlace cuts the line and the column off an argument that ends in them.
func splitPlace(arg string) (name string, p place, err error) {
	var numbers []int
	for name = arg; len(numbers) < 2; {
		k := strings.LastIndexByte(name, ':')
		if k < 0 {
			break
		}
		n, err := strconv.Atoi(name[k+1:])
		if err != nil || n < 0 {
			break
		}
		if n == 0 {
			return "", place{}, fmt.Errorf("%s: lines and columns count from 1", printable(arg))
		}
		numbers, name = append(numbers, n), name[:k]
	}
	switch len(numbers) {
	case 1:
		p.line = numbers[0]
	case 2:
		p.line, p.column = numbers[1], numbers[0]
	}
	return name, p, nil
}

// choose is the explanations at the places, all where one of them is the whole
// document, and the places where there is none.
func choose(all []extract.Explanation, places []place) (chosen []extract.Explanation, missing []place) {
	if len(places) == 0 || slices.Contains(places, place{}) {
		return all, nil // a file of a folder has none
	}
	taken := make([]bool, len(all))
	for _, p := range places {
		found := false
		for i, e := range all {
			if e.Line == p.line && (p.column == 0 || e.Column <= p.column && p.column < e.Column+utf8.RuneCountInString(e.Source)) {
				taken[i], found = true, true
			}
		}
		if !found {
			missing = append(missing, p)
		}
	}
	for i, e := range all {
		if taken[i] {
			chosen = append(chosen, e)
		}
	}
	return chosen, missing
}

// whatRulesDo says of each rule what it does, by name.
func whatRulesDo(k *knowledge.Knowledge) (map[string]string, error) {
	entries, err := k.Entries()
	if err != nil {
		return nil, err
	}
	does := make(map[string]string, len(entries))
	for i := range entries {
		e := &entries[i]
		does[e.Name()] = e.Kind.Does
		if e.Kind.Column("does") >= 0 {
			does[e.Name()] = e.Text("does")
		}
	}
	return does, nil
}
