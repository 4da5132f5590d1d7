package cli

// Settings that hold without a flag: from the environment, and from the project
// file. A flag goes before the environment, that before the file.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"unionrep/cmd/internal/config"
)

// A setting is a flag that the environment and the project file can set.
type setting struct {
	name    string
	extract bool // of extract alone: other commands may have a flag of that name that means something else
	path    bool // its values are paths, in a project file from its folder
}

func settings() []setting {
	return []setting{
		{name: "input"}, {name: "text-field"}, {name: "id-field"}, {name: "encoding"},
		{name: "include"}, {name: "exclude"}, {name: "jobs"}, {name: "quiet"}, {name: "verbose"},
		{name: "rules", path: true},
		{name: "format", extract: true}, {name: "columns", extract: true}, {name: "excel", extract: true},
		{name: "strict", extract: true}, {name: "where", extract: true}, {name: "meta", extract: true, path: true},
	}
}

// flag is the flag of cmd that the setting sets, nil for none.
func (s setting) flag(cmd *cobra.Command) *pflag.Flag {
	if s.extract && cmd.Name() != "extract" {
		return nil
	}
	return cmd.Flags().Lookup(s.name)
}

// variable is the name of the setting in the environment.
func (s setting) variable() string {
	return "UNIONREP_" + strings.ToUpper(strings.ReplaceAll(s.name, "-", "_"))
}

// projectOptions are the flags that say which project file holds.
type projectOptions struct {
	file string
	none bool
}

func (o *projectOptions) addFlags(root *cobra.Command) {
	root.PersistentFlags().StringVar(&o.file, "config", "", "take settings from `FILE` in place of "+config.Name+" in the working directory or above it")
	root.PersistentFlags().BoolVar(&o.none, "no-config", false, "take no settings from a project file")
	root.MarkPersistentFlagFilename("config", "yaml", "yml")
}

// apply sets what the flags of cmd leave open.
func (o projectOptions) apply(cmd *cobra.Command) error {
	if o.none && o.file != "" {
		return errors.New("--config and --no-config exclude each other")
	}
	a := settingsOf(cmd)
	if len(a.flags) == 0 {
		return nil
	}
	if err := a.environment(); err != nil || o.none {
		return err
	}
	path := o.file
	if path == "" {
		var err error
		if path, err = config.Find("."); path == "" || err != nil {
			return err
		}
		path = fromHere(path)
	}
	if err := a.project(path); err != nil {
		return err
	}
	if a.on("quiet") && a.on("verbose") {
		return fmt.Errorf("%s: quiet and verbose exclude each other", path)
	}
	if a.on("verbose") {
		fmt.Fprintf(cmd.ErrOrStderr(), "unionrep: %s: settings that no flag gives are from here\n", printable(path))
	}
	return nil
}

// An applier sets the flags of a command that nothing has set yet.
type applier struct {
	flags map[string]*pflag.Flag // by the name of the setting
	set   map[string]bool
}

func settingsOf(cmd *cobra.Command) applier {
	a := applier{flags: map[string]*pflag.Flag{}, set: map[string]bool{}}
	for _, s := range settings() {
		if f := s.flag(cmd); f != nil {
			a.flags[s.name] = f
			a.set[s.name] = f.Changed
		}
	}
	a.exclude()
	return a
}

// exclude keeps one of two settings that exclude each other open only where
// the other is.
func (a applier) exclude() {
	either := a.set["quiet"] || a.set["verbose"]
	a.set["quiet"], a.set["verbose"] = either, either
}

// on tells whether a switch is on.
func (a applier) on(name string) bool {
	return a.flags[name] != nil && a.flags[name].Value.String() == "true"
}

// environment takes settings from variables. A list stands in one as in PATH.
func (a applier) environment() error {
	var wrong []error
	for _, s := range settings() {
		f := a.flags[s.name]
		text := os.Getenv(s.variable())
		if f == nil || a.set[s.name] || text == "" {
			continue
		}
		values := []string{text}
		if f.Value.Type() == "stringArray" {
			values = filepath.SplitList(text)
		}
		for _, v := range values {
			if err := setFlag(f, v); err != nil {
				wrong = append(wrong, fmt.Errorf("%s: %w", s.variable(), err))
			}
		}
		a.set[s.name] = true
	}
	a.exclude()
	return errors.Join(wrong...)
}

// project takes settings from the project file at path.
func (a applier) project(path string) error {
	all, err := config.Load(path)
	if err != nil {
		return err
	}
	var wrong []error
	for _, s := range all {
		k := slices.IndexFunc(settings(), func(known setting) bool { return known.name == s.Key })
		if k < 0 {
			wrong = append(wrong, fmt.Errorf("%s: %w", s.Place, unknownSetting(s.Key)))
			continue
		}
		if f := a.flags[s.Key]; f != nil && !a.set[s.Key] {
			wrong = append(wrong, a.take(f, settings()[k], s, filepath.Dir(path)))
		}
	}
	return errors.Join(wrong...)
}

// take sets a flag from a setting of a project file in folder.
func (a applier) take(f *pflag.Flag, known setting, s config.Setting, folder string) error {
	if s.List && !takesList(f) {
		return fmt.Errorf("%s: %s has one value, not a list", s.Place, s.Key)
	}
	if f.Value.Type() == columnsType {
		return joined(f, s)
	}
	var wrong []error
	for _, v := range s.Values {
		text := v.Text
		if known.path && !filepath.IsAbs(text) {
			text = filepath.Join(folder, text)
		}
		if err := setFlag(f, text); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %s: %w", v.Place, s.Key, err))
		}
	}
	return errors.Join(wrong...)
}

// joined sets a flag whose values stand with commas between.
func joined(f *pflag.Flag, s config.Setting) error {
	var words []string
	for _, v := range s.Values {
		if err := setFlag(f, v.Text); err != nil {
			return fmt.Errorf("%s: %s: %w", v.Place, s.Key, err)
		}
		words = append(words, v.Text)
	}
	return f.Value.Set(strings.Join(words, ","))
}

// takesList tells a flag that can be given several values.
func takesList(f *pflag.Flag) bool {
	switch f.Value.Type() {
	case "stringArray", columnsType, conditionsType:
		return true
	}
	return false
}

// setFlag sets a flag as the command line does, but does not mark it as given
// there. The messages of numbers and switches are those of a person.
func setFlag(f *pflag.Flag, text string) error {
	switch f.Value.Type() {
	case "bool":
		if text != "true" && text != "false" {
			return fmt.Errorf("%q is neither true nor false", text)
		}
	case "int":
		if _, err := strconv.Atoi(text); err != nil {
			return fmt.Errorf("%q is no whole number", text)
		}
	}
	return f.Value.Set(text)
}

// unknownSetting says which settings there are.
func unknownSetting(key string) error {
	var names []string
	for _, s := range settings() {
		names = append(names, s.name)
	}
	return fmt.Errorf("unknown setting %q: %w", key, unknown("there are", key, names))
}

// fromHere is path from the working directory, where that is shorter.
func fromHere(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	if short, err := filepath.Rel(here, path); err == nil && len(short) < len(path) {
		return short
	}
	return path
}
