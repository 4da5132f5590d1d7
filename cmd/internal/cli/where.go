package cli

// The flag --where, its completion, and the hint at values that no figure had.

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/near"
	"unionrep/cmd/internal/where"
	"unionrep/extract"
)

const conditionsType = "FIELD=VALUE"

// conditionList is a flag that takes conditions, all of which must hold.
type conditionList struct{ conditions *[]where.Condition }

func (c conditionList) String() string { return "" }
func (c conditionList) Type() string   { return conditionsType }

func (c conditionList) Set(s string) error {
	condition, err := where.Parse(s)
	var unknownWord *where.UnknownError
	if errors.As(err, &unknownWord) {
		return fmt.Errorf("%w: %w", err, unknown("there are", unknownWord.Word, unknownWord.Words))
	}
	if err != nil {
		return err
	}
	*c.conditions = append(*c.conditions, condition)
	return nil
}

func addWhere(cmd *cobra.Command, conditions *[]where.Condition) {
	cmd.Flags().Var(conditionList{conditions}, "where", "only figures whose field is one of the values: `FIELD=VALUE,VALUE`, or none of them: FIELD!=VALUE; repeatable, all must hold")
	cmd.RegisterFlagCompletionFunc("where", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return whereWords(typed), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// whereWords are what typed can become: a field's name, or a value behind the
// last comma.
func whereWords(typed string) []string {
	name, _, found := strings.Cut(typed, "=")
	if !found {
		names := where.Names()
		for i := range names {
			names[i] += "="
		}
		return names
	}
	known, ok := field.Named(strings.TrimSuffix(name, "!"))
	if !ok {
		return nil
	}
	return behind(typed, "=,", whereValues(known))
}

// whereValues are values of a field that are worth offering.
func whereValues(f field.Field) []string {
	switch f.Name {
	case "unit":
		return extract.BuiltIn().Units()
	case "topic":
		return extract.BuiltIn().Topics()
	}
	return where.Words(f)
}

// shownValues is how many values of a field a hint names.
const shownValues = 12

// hintUnmet tells the values of --where that no figure had.
func hintUnmet(w io.Writer, unmet []*where.UnknownError) {
	for _, u := range unmet {
		fmt.Fprintf(w, "unionrep: --where: no figure has the %s %s", u.What, printable(u.Word))
		switch meant := near.Word(u.Word, u.Words); {
		case meant != "":
			fmt.Fprintf(w, "; did you mean %s?\n", printable(meant))
		case len(u.Words) > shownValues:
			fmt.Fprintf(w, "; figures have %s, …\n", printable(strings.Join(u.Words[:shownValues], ", ")))
		case len(u.Words) > 0:
			fmt.Fprintf(w, "; figures have %s\n", printable(strings.Join(u.Words, ", ")))
		default:
			fmt.Fprintln(w)
		}
	}
}
