package cli

// The rules that reports are read by: what there is, and what one says.

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/near"
	"unionrep/cmd/internal/sink"
	"unionrep/normalize/rules"
)

// ruleFiles are the rules files that the flags name.
type ruleFiles []string

func (f *ruleFiles) addFlag(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar((*[]string)(f), "rules", nil, "lay the rules of `FILE` over the built-in ones; repeatable")
	cmd.MarkFlagFilename("rules", "yaml", "yml")
}

func newRules(s Streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List, show, check and test the rules that reports are read by",
		Long: `The rules are what unionrep knows of the language: units, set phrases, topics,
words, the frames of clauses. Each has a name, such as unit/元 or topic/帮扶救助.
A rules file adds others, changes those of the same name and switches some off.`,
		Example: `  unionrep rules list topic
  unionrep rules check own.yaml
  unionrep rules test own.yaml`,
		Args: noCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newRulesList(s), newRulesShow(s), newRulesCheck(s), newRulesTest(s))
	return cmd
}

func newRulesList(s Streams) *cobra.Command {
	var files ruleFiles
	format := "text"
	cmd := &cobra.Command{
		Use:   "list [flags] [KIND]...",
		Short: "List the rules: name, kind, place, what they do",
		Long: `List the rules that reports are read by, those of the files that --rules names
too, without what they switch off. With a KIND (the part of a name before the
stroke), those of that kind alone.`,
		Example: `  unionrep rules list unit topic
  unionrep rules list --rules own.yaml --format csv`,
		RunE: func(_ *cobra.Command, args []string) error {
			entries, err := entriesOf(files, args)
			if err != nil {
				return err
			}
			return say(s, func(w io.Writer) error { return listRules(w, entries, format) })
		},
	}
	addChoice(cmd, &format, "format", []string{"text", "json", "csv"}, "`NAME` of the output format: text, json or csv")
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return knowledge.KindNames(), cobra.ShellCompDirectiveNoFileComp
	}
	files.addFlag(cmd)
	return cmd
}

// entriesOf are the entries of these kinds, all where there is none, with
// those of rules files laid over them.
func entriesOf(files, kinds []string) ([]rules.Entry, error) {
	k, err := knowledge.Load(files)
	if err != nil {
		return nil, err
	}
	entries, err := k.Entries()
	if err != nil || len(kinds) == 0 {
		return entries, err
	}
	names := knowledge.KindNames()
	for _, kind := range kinds {
		if !slices.Contains(names, kind) {
			return nil, fmt.Errorf("there is no kind %q: %w", kind, unknown("kinds are", kind, names))
		}
	}
	return slices.DeleteFunc(entries, func(e rules.Entry) bool { return !slices.Contains(kinds, e.Kind.Name) }), nil
}

// A listed rule is one as rules list prints it.
type listedRule struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	File string `json:"file"`
	Line int    `json:"line"`
	Does string `json:"does"`
}

func listRules(w io.Writer, entries []rules.Entry, format string) error {
	listed := make([]listedRule, len(entries))
	for i := range entries {
		e := &entries[i]
		listed[i] = listedRule{e.Name(), e.Kind.Name, e.Place.File, e.Place.Line, does(e)}
	}
	switch format {
	case "json":
		encoder := sink.Encoder(w)
		encoder.SetIndent("", "  ")
		return encoder.Encode(listed)
	case "csv":
		rows := [][]string{{"name", "kind", "file", "line", "does"}}
		for _, l := range listed {
			rows = append(rows, []string{l.Name, l.Kind, l.File, strconv.Itoa(l.Line), l.Does})
		}
		return csv.NewWriter(w).WriteAll(rows)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, l := range listed {
		fmt.Fprintf(table, "%s\t%s\t%s:%d\t%s\n", l.Name, l.Kind, l.File, l.Line, l.Does)
	}
	return table.Flush()
}

// does says what an entry does: what all of its kind do, and its cells without
// its key and its examples.
func does(e *rules.Entry) string {
	const most = 8 // words of a list
	said := []string{e.Kind.Does}
	for i, c := range e.Kind.Columns {
		words := e.Cells[i]
		if len(words) == 0 || c.Name == rules.Yes || c.Name == rules.No || slices.Contains(e.Kind.Key, c.Name) {
			continue
		}
		text := strings.Join(words[:min(len(words), most)], " ")
		if len(words) > most {
			text += fmt.Sprintf(" … (%d)", len(words))
		}
		said = append(said, c.Name+": "+text)
	}
	return strings.Join(said, "; ")
}

func newRulesShow(s Streams) *cobra.Command {
	var files ruleFiles
	cmd := &cobra.Command{
		Use:   "show [flags] NAME...",
		Short: "Print rules as a rules file would tell them",
		Long: `Print the rules of these names in YAML, as they would stand in a rules file,
with the place that they come from.`,
		Example: `  unionrep rules show unit/人次 topic/帮扶救助`,
		Args:    atLeastOne("a rule, such as unit/元; 'unionrep rules list' has them"),
		RunE: func(_ *cobra.Command, names []string) error {
			entries, err := entriesOf(files, nil)
			if err != nil {
				return err
			}
			chosen := make([]rules.Entry, len(names))
			for i, name := range names {
				if chosen[i], err = named(entries, name); err != nil {
					return err
				}
			}
			text, err := rules.YAML(chosen)
			if err != nil {
				return err
			}
			return say(s, func(w io.Writer) error {
				_, err := io.WriteString(w, text)
				return err
			})
		},
	}
	cmd.ValidArgsFunction = completeRules
	files.addFlag(cmd)
	return cmd
}

// atLeastOne refuses a command line without an argument, and says what one is.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return errors.New("name " + what)
		}
		return nil
	}
}

// completeRules offers the names of the built-in rules, first their kinds.
func completeRules(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	if !strings.Contains(typed, "/") {
		kinds := knowledge.KindNames()
		for i := range kinds {
			kinds[i] += "/"
		}
		return kinds, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	entries, err := entriesOf(nil, nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var names []string
	for i := range entries {
		if name := entries[i].Name(); strings.HasPrefix(name, typed) {
			names = append(names, name)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// named is the entry of that name.
func named(entries []rules.Entry, name string) (rules.Entry, error) {
	names := make([]string, len(entries))
	for i := range entries {
		if names[i] = entries[i].Name(); names[i] == name {
			return entries[i], nil
		}
	}
	return rules.Entry{}, fmt.Errorf("there is no rule %q, see 'unionrep rules list'%s", name, near.Hint(name, names))
}
