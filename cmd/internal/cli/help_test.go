package cli

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commands are all commands, root first.
func commands(root *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{root}
	for _, c := range root.Commands() {
		all = append(all, commands(c)...)
	}
	return all
}

// Every command says in a line and at length what it does, and shows how.
func TestEveryCommandIsExplained(t *testing.T) {
	all := commands(newRoot(Streams{Out: io.Discard, Err: io.Discard}))
	if len(all) < 10 {
		t.Fatalf("%d commands", len(all))
	}
	for _, c := range all {
		path := c.CommandPath()
		if c.Short == "" || len(c.Short) > 76 || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: short help %q", path, c.Short)
		}
		if c.Long == "" || c.Long == c.Short {
			t.Errorf("%s: no long help", path)
		}
		if !strings.Contains(c.Example, "unionrep") {
			t.Errorf("%s: no example", path)
		}
		for _, text := range []string{c.Long, c.Example} {
			for line := range strings.Lines(text) {
				if len([]rune(strings.TrimSuffix(line, "\n"))) > 100 {
					t.Errorf("%s: a line of help is too long: %s", path, line)
				}
			}
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" {
				t.Errorf("%s: --%s is not explained", path, f.Name)
			}
		})
	}
}

// call is a call of the tool in an example: what stands behind its name, up to
// the end of the command.
var call = regexp.MustCompile(`(?m)(?:^ *|[|(] *)unionrep([^|)>\n]*)`)

// The commands and flags in the examples are there.
func TestExamplesNameWhatThereIs(t *testing.T) {
	calls := 0
	for _, c := range commands(newRoot(Streams{Out: io.Discard, Err: io.Discard})) {
		for _, match := range call.FindAllStringSubmatch(c.Example, -1) {
			calls++
			root := newRoot(Streams{Out: io.Discard, Err: io.Discard})
			words := strings.Fields(strings.ReplaceAll(match[1], "'", ""))
			called, rest, err := root.Find(words)
			if err != nil || called == root {
				t.Errorf("%s: %q calls no command (%v)", c.CommandPath(), match[0], err)
				continue
			}
			if err := called.ParseFlags(rest); err != nil {
				t.Errorf("%s: %q: %v", c.CommandPath(), match[0], err)
			}
		}
	}
	if calls < 30 {
		t.Errorf("only %d calls found in the examples", calls)
	}
}
