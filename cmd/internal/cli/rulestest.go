package cli

// Rules put to the test: whether a file is one, and whether its rules do what
// they say.

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/knowledge"
	"unionrep/normalize/rules"
)

func newRulesCheck(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Say whether files are rules files",
		Long: `Read the rules files and tell all that is wrong with them, each with file, line
and column and with what was expected; the exit code is then 2.`,
		Example: `  unionrep rules check own.yaml`,
		Args:    atLeastOne("a rules file"),
		RunE: func(_ *cobra.Command, files []string) error {
			k, err := knowledge.Load(files)
			if err != nil {
				return err
			}
			added, off := k.Own()
			return say(s, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "rules added or changed: %d; switched off: %d\n", added, off)
				return err
			})
		},
	}
}

func newRulesTest(s Streams) *cobra.Command {
	var files ruleFiles
	cmd := &cobra.Command{
		Use:   "test [FILE]...",
		Short: "Run the examples and counter-examples of the rules",
		Long: `Run the examples (yes) and counter-examples (no) of all rules, the built-in ones
and those of the files, as the files leave them. Each that fails is told with
its place, and the exit code is then 1.`,
		Example: `  unionrep rules test
  unionrep rules test own.yaml`,
		RunE: func(_ *cobra.Command, args []string) error {
			k, err := knowledge.Load(slices.Concat(files, args))
			if err != nil {
				return err
			}
			entries, err := k.Entries()
			if err != nil {
				return err
			}
			failed := 0
			err = say(s, func(w io.Writer) error {
				failed, err = testRules(w, k, entries)
				return err
			})
			if err == nil && failed > 0 {
				err = checkError(fmt.Sprintf("examples of rules that fail: %d", failed))
			}
			return err
		},
	}
	files.addFlag(cmd)
	return cmd
}

// testRules tells the examples that fail, and counts them.
func testRules(w io.Writer, k *knowledge.Knowledge, entries []rules.Entry) (failed int, err error) {
	examples := 0
	for i := range entries {
		e := &entries[i]
		for _, column := range [...]string{rules.Yes, rules.No} {
			if e.Kind.Column(column) >= 0 {
				examples += len(e.Words(column))
			}
		}
		for _, f := range k.Test(e) {
			failed++
			must := "must"
			if f.Column == rules.No {
				must = "must not"
			}
			if _, err := fmt.Fprintf(w, "%s: %s: it %s apply to %s (%s): %s\n", e.Place, e.Name(), must, f.Example, f.Column, f.Got); err != nil {
				return failed, err
			}
		}
	}
	_, err = fmt.Fprintf(w, "rules: %d; examples: %d; failed: %d\n", len(entries), examples, failed)
	return failed, err
}
