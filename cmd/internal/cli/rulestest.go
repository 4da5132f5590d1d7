package cli

// Rules put to the test: whether a file is one, and whether its rules do what
// they say.

import (
	"fmt"
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
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			k, err := knowledge.Load(files)
			if err != nil {
				return err
			}
			added, off := k.Own()
			if _, err := fmt.Fprintf(s.Out, "rules added or changed: %d; switched off: %d\n", added, off); err != nil {
				return outputError{err}
			}
			return nil
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
			return testRules(s, k, entries)
		},
	}
	files.addFlag(cmd)
	return cmd
}

func testRules(s Streams, k *knowledge.Knowledge, entries []rules.Entry) error {
	examples, failed := 0, 0
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
			if _, err := fmt.Fprintf(s.Out, "%s: %s: it %s apply to %s (%s): %s\n", e.Place, e.Name(), must, f.Example, f.Column, f.Got); err != nil {
				return outputError{err}
			}
		}
	}
	if _, err := fmt.Fprintf(s.Out, "rules: %d; examples: %d; failed: %d\n", len(entries), examples, failed); err != nil {
		return outputError{err}
	}
	if failed > 0 {
		return checkError(fmt.Sprintf("examples of rules that fail: %d", failed))
	}
	return nil
}
