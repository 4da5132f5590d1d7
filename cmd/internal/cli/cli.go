// Package cli is the command line of unionrep: one file a command, each with
// its options, its constructor and its run function.
package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// Streams are what a command reads from and writes to.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer

	unfinished *unfinished // the files that a command is writing
}

// grace is how long a command has to tidy up when it is interrupted.
const grace = 500 * time.Millisecond

// Main runs the command line args and returns the exit code.
func Main(args []string, s Streams) int {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error to handle, not a reason to be killed
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	screen := newConsole(s.Err)
	s.Err, s.unfinished = screen, &unfinished{}
	root := newRoot(s)
	root.SetArgs(args)
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(ctx) }()

	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		select {
		case err = <-done:
		case <-time.After(grace): // a read or write that hangs
			err = ctx.Err()
			s.unfinished.remove()
		}
	}
	screen.hide()
	return report(screen, err)
}

func newRoot(s Streams) *cobra.Command {
	var project projectOptions
	root := &cobra.Command{
		Use:   "unionrep",
		Short: "Read the figures out of noisy Chinese reports",
		Long: `unionrep reads Chinese trade-union reports, and reports like them, as they come
from web pages, scans and archives, and prints each figure in them as a record:
how much of what, bounded how, in which period, done by whom, and the exact
place in the file where it says so.

Settings that no flag gives are taken from the environment, such as
UNIONREP_FORMAT and UNIONREP_JOBS, then from .unionrep.yaml in the working
directory or a folder above it: the names of flags, each with its value.`,
		Example: `  unionrep extract 报告.txt                    records, one a line (JSON Lines)
  unionrep extract -o figures.csv reports/     a table of a whole folder
  unionrep normalize 报告.txt                  the text as its author wrote it`,
		TraverseChildren:  true, // so that a flag before the command is told as what it is
		SilenceErrors:     true, // report prints them
		SilenceUsage:      true,
		Version:           version(),
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return project.apply(cmd) },
		Args:              noCommand,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.SetVersionTemplate("{{.DisplayName}} {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	project.addFlags(root)
	root.AddCommand(
		newExtract(s),
		newNormalize(s),
		newEval(s),
		newSample(s),
		newConvert(s),
		newRules(s),
		newExplain(s),
		newSchema(s),
		newDiff(s),
		newCompletion(s),
		newVersion(s),
	)
	root.InitDefaultHelpCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil {
		help.Example = "  unionrep help extract"
		help.Args = func(_ *cobra.Command, args []string) error {
			if topic, rest, _ := root.Find(args); topic.HasSubCommands() {
				return noCommand(topic, rest)
			}
			return nil
		}
	}
	return root
}

// noCommand refuses arguments of a command that has others below it: these are
// none of them.
func noCommand(above *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, cmd := range above.Commands() {
		if cmd.IsAvailableCommand() {
			names = append(names, cmd.Name())
		}
	}
	return fmt.Errorf("there is no command %q: %w", args[0], unknown("commands are", args[0], names))
}
