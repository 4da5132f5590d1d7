package cli

// What the commands that read documents share: the flags that say which and
// how, and the loop that reads several at once and hands on in input order.

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
)

// inputOptions are the flags that say what is read, and how.
type inputOptions struct {
	stdinName string
	encoding  string
	jobs      int
}

func (o *inputOptions) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.stdinName, "stdin-name", source.Stdin, "`NAME` that standard input has in the output")
	o.addReadFlags(cmd)
}

// addReadFlags adds those of a command that reads no standard input.
func (o *inputOptions) addReadFlags(cmd *cobra.Command) {
	addChoice(cmd, &o.encoding, "encoding", encodings, "encoding of the inputs: `NAME` is one of utf-8, gb18030, big5, utf-16le, utf-16be (found out without this flag)")
	cmd.Flags().IntVarP(&o.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "read `N` inputs at the same time; the output is the same for any N")
}

var encodings = []string{"utf-8", "gb18030", "gbk", "big5", "utf-16le", "utf-16be"}

// needInputs is the check of a command's arguments.
func needInputs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("nothing to read: name files, folders, or - for standard input\nSee '%s --help'", cmd.CommandPath())
	}
	if i := slices.Index(args, source.Stdin); i >= 0 && slices.Contains(args[i+1:], source.Stdin) {
		return errors.New("standard input (-) can be read only once")
	}
	return nil
}

// each reads the documents that args name, does work on o.jobs of them at
// once, and hands what came out to write in input order. An input that cannot
// be read is told and left out; the error then is errInput.
func each[T any](ctx context.Context, s Streams, o inputOptions, args []string,
	work func(name string, raw []byte) (T, error), write func(name string, value T) error) error {
	if o.jobs < 1 {
		return fmt.Errorf("--jobs %d: at least 1 is needed", o.jobs)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	failed := false
	for done := range ahead(ctx, o.jobs, source.List(args, s.In, o.stdinName), work) {
		r, err := done.wait(ctx)
		if err != nil {
			return err
		}
		if r.err != nil {
			complain(s.Err, r.name, r.err)
			failed = true
			continue
		}
		if err := write(r.name, r.value); err != nil {
			return outputError{err}
		}
	}
	if failed {
		return errInput
	}
	return ctx.Err()
}

type result[T any] struct {
	name  string
	value T
	err   error
}

// A promise is a result that is being worked on.
type promise[T any] chan result[T]

func (p promise[T]) wait(ctx context.Context) (result[T], error) {
	select {
	case r := <-p:
		return r, nil
	case <-ctx.Done():
		return result[T]{}, ctx.Err()
	}
}

// ahead works on the inputs, at most jobs at once and no further ahead of who
// takes the promises than that, so that memory stays bounded.
func ahead[T any](ctx context.Context, jobs int, inputs []source.Input, work func(string, []byte) (T, error)) <-chan promise[T] {
	promises := make(chan promise[T], jobs-1)
	go func() {
		defer close(promises)
		for _, in := range inputs {
			p := make(promise[T], 1)
			select {
			case promises <- p:
			case <-ctx.Done():
				return
			}
			go func() {
				r := result[T]{name: in.Name}
				var raw []byte
				if raw, r.err = in.Read(); r.err == nil {
					r.value, r.err = work(in.Name, raw)
				}
				p <- r
			}()
		}
	}()
	return promises
}

// output runs write on the output file, or on standard output, and keeps the
// file only where all that could be read has been written.
func output(s Streams, path string, write func(*sink.Output) error) error {
	out, err := sink.Create(path, s.Out)
	if err != nil {
		return outputError{err}
	}
	defer out.Discard()
	err = write(out)
	var check checkError
	if err != nil && !errors.Is(err, errInput) && !errors.As(err, &check) {
		return err
	}
	if failed := out.Commit(); failed != nil {
		return outputError{failed}
	}
	return err
}
