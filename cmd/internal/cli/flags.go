package cli

// Flags that several commands have, and flag values that are one or several of a
// list, with the hint at what was meant.

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/meta"
	"unionrep/cmd/internal/near"
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

const columnsType = "NAMES"

// columnList is a flag that takes the names of columns.
type columnList struct{ names *[]string }

func (c columnList) String() string { return strings.Join(*c.names, ",") }
func (c columnList) Type() string   { return columnsType }

func (c columnList) Set(s string) error {
	*c.names = nil
	for name := range strings.SplitSeq(s, ",") {
		names := []string{strings.TrimSpace(name)}
		switch {
		case names[0] == "all":
			names = field.Names()
		case names[0] == "default":
			names = field.Default()
		case !slices.Contains(columnNames(), names[0]):
			return fmt.Errorf("%q is no column: %w", names[0], unknown("columns are", names[0], columnNames()))
		}
		for _, name := range names {
			if !slices.Contains(*c.names, name) { // default,value names one twice
				*c.names = append(*c.names, name)
			}
		}
	}
	return nil
}

// columnNames are the names of all columns: the fields of the record, and what
// --meta tells of its document.
func columnNames() []string { return slices.Concat(field.Names(), meta.Columns()) }

// addColumns adds the flag of the columns, with the completion of the name
// behind the last comma.
func addColumns(cmd *cobra.Command, names *[]string) {
	cmd.Flags().Var(columnList{names}, "columns", "columns of a table: all, default, `NAMES` of fields, or several of these with commas between")
	cmd.RegisterFlagCompletionFunc("columns", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		words := columnNames()
		if !strings.Contains(typed, ",") {
			words = append([]string{"all", "default"}, words...)
		}
		return behind(typed, ",", words), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// behind are the words that what is typed can go on with behind the last of the
// signs in it.
func behind(typed, signs string, words []string) []string {
	before := typed[:strings.LastIndexAny(typed, signs)+1]
	offered := make([]string, len(words))
	for i, word := range words {
		offered[i] = before + word
	}
	return offered
}

// addOutput adds the flag of the file that a command writes; more is what else
// is to be said of it.
func addOutput(cmd *cobra.Command, path *string, more string) {
	cmd.Flags().StringVarP(path, "output", "o", "", "write to `FILE`, whole or not at all"+more)
}

// addExcel adds the flag by which Excel reads a table's Chinese text.
func addExcel(cmd *cobra.Command, excel *bool) {
	cmd.Flags().BoolVar(excel, "excel", false, "mark csv and tsv as UTF-8, so that Excel shows Chinese text")
}

// unknown says which words there are and which one may have been meant.
func unknown(say, word string, words []string) error {
	return fmt.Errorf("%s %s%s", say, strings.Join(words, ", "), near.Hint(word, words))
}

// flagError adds to pflag's message the flag that may have been meant, and
// where help is.
func flagError(cmd *cobra.Command, err error) error {
	message := err.Error()
	var missing *pflag.NotExistError
	if errors.As(err, &missing) {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if meant := near.Word(missing.GetSpecifiedName(), names); meant != "" {
			message += "; did you mean --" + meant + "?"
		} else if file := "-" + missing.GetSpecifiedShortnames(); isFile(file) {
			message += "; if the file is meant, write ./" + file
		}
	}
	if !cmd.HasParent() {
		message += "; the flags of a command stand behind it"
	}
	var invalid *pflag.InvalidValueError
	var number *strconv.NumError
	if errors.As(err, &invalid) && errors.As(err, &number) {
		message = fmt.Sprintf("--%s: %q is no whole number, or out of range", invalid.GetFlag().Name, invalid.GetValue())
	}
	return fmt.Errorf("%s\nSee '%s --help'", message, cmd.CommandPath())
}

// isFile reports whether there is a file of that name.
func isFile(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
