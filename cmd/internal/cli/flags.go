package cli

// Flag values that are one or several of a list, and the hint at what was
// meant.

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"unionrep/cmd/internal/field"
)

// choice is a flag that takes one of a list of words.
type choice struct {
	value *string
	words []string
}

func (c choice) String() string { return *c.value }
func (c choice) Type() string   { return "NAME" }

func (c choice) Set(s string) error {
	word := strings.ToLower(s)
	if !slices.Contains(c.words, word) {
		return unknown("must be one of", word, c.words)
	}
	*c.value = word
	return nil
}

// addChoice adds a flag that takes one of words, with their completion.
func addChoice(cmd *cobra.Command, value *string, name string, words []string, usage string) {
	cmd.Flags().Var(choice{value, words}, name, usage)
	cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// columnList is a flag that takes the names of columns.
type columnList struct{ names *[]string }

func (c columnList) String() string { return strings.Join(*c.names, ",") }
func (c columnList) Type() string   { return "NAMES" }

func (c columnList) Set(s string) error {
	switch s {
	case "all":
		*c.names = field.Names()
		return nil
	case "default":
		*c.names = field.Default()
		return nil
	}
	*c.names = nil
	for name := range strings.SplitSeq(s, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(field.Names(), name) {
			return fmt.Errorf("%q is no column: %w", name, unknown("columns are", name, field.Names()))
		}
		*c.names = append(*c.names, name)
	}
	return nil
}

// addColumns adds the flag of the columns, with the completion of the name
// behind the last comma.
func addColumns(cmd *cobra.Command, names *[]string) {
	cmd.Flags().Var(columnList{names}, "columns", "columns of a table: all, default, or `NAMES` of fields with commas between")
	cmd.RegisterFlagCompletionFunc("columns", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		words := field.Names()
		if before == "" {
			words = append([]string{"all", "default"}, words...)
		}
		for i := range words {
			words[i] = before + words[i]
		}
		return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// unknown says which words there are and which one may have been meant.
func unknown(say, word string, words []string) error {
	if near := nearest(word, words); near != "" {
		return fmt.Errorf("%s %s; did you mean %s?", say, strings.Join(words, ", "), near)
	}
	return fmt.Errorf("%s %s", say, strings.Join(words, ", "))
}

// flagError adds to pflag's message the flag that may have been meant, and
// where help is.
func flagError(cmd *cobra.Command, err error) error {
	message := err.Error()
	var missing *pflag.NotExistError
	if errors.As(err, &missing) {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := nearest(missing.GetSpecifiedName(), names); near != "" {
			message += "; did you mean --" + near + "?"
		}
	}
	return fmt.Errorf("%s\nSee '%s --help'", message, cmd.CommandPath())
}

// nearest is the word that word can be a slip of, "" where there is none.
func nearest(word string, words []string) string {
	size := utf8.RuneCountInString(word)
	best, limit := "", 1+size/4
	for _, w := range words {
		if d := distance([]rune(word), []rune(w)); d <= limit && d < size && w != word {
			best, limit = w, d-1
		}
	}
	return best
}

// distance counts the characters to put in, take out, change or swap to turn a
// into b (optimal string alignment).
func distance(a, b []rune) int {
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := row[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			next[j] = min(row[j]+1, next[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
