package cli

// What the commands that read documents share: the flags that say which and
// how, and the loop that reads several at once and hands on in input order.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
	"unionrep/normalize"
)

// inputOptions are the flags that say what is read, and how.
type inputOptions struct {
	files     source.Options
	filesFrom string
	encoding  string
	jobs      int
	quiet     bool
	verbose   bool

	failed func(place string, cause error) error // told each input that could not be read, nil where nobody asks
}

func (o *inputOptions) addFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.files.StdinName, "stdin-name", source.Stdin, "`NAME` that standard input has in the output")
	o.addReadFlags(cmd)
}

// addReadFlags adds those of a command that reads no standard input.
func (o *inputOptions) addReadFlags(cmd *cobra.Command) {
	addChoice(cmd, &o.files.Form, "input", source.Forms(), "what the inputs are: text, html, or jsonl for documents as JSON Lines, one a line (told by name and content without this flag)")
	cmd.Flags().StringVar(&o.files.Fields.Text, "text-field", "text", "`NAME` of the field that holds the text, with --input jsonl")
	cmd.Flags().StringVar(&o.files.Fields.ID, "id-field", "id", "`NAME` of the field that holds what the document is called, with --input jsonl")
	encodings := normalize.Encodings()
	addChoice(cmd, &o.encoding, "encoding", encodings, "encoding of the inputs: `NAME` is one of "+strings.Join(encodings, ", ")+" (found out without this flag)")
	cmd.Flags().StringVar(&o.filesFrom, "files-from", "", "read the inputs that `FILE` names too, one a line; - is standard input")
	cmd.Flags().StringArrayVar(&o.files.Include, "include", nil, "read the files of a folder that match `PATTERN` (default "+strings.Join(source.Texts(""), ", ")+"); repeatable")
	cmd.Flags().StringArrayVar(&o.files.Exclude, "exclude", nil, "leave out the files and folders of a folder that match `PATTERN`; repeatable")
	cmd.Flags().IntVarP(&o.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "read `N` inputs at the same time; the output is the same for any N")
	cmd.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "no line for an input that could not be read; the exit code tells")
	cmd.Flags().BoolVarP(&o.verbose, "verbose", "v", false, "a line for each input that was read: its encoding, and what was done")
	cmd.MarkFlagsMutuallyExclusive("quiet", "verbose")
	cmd.MarkFlagFilename("files-from")
	completeReports(cmd, &o.files)
}

// inputs lists the documents to read.
func (o inputOptions) inputs(s Streams, args []string) ([]source.Input, error) {
	if o.jobs < 1 {
		return nil, fmt.Errorf("--jobs %d: at least 1 is needed", o.jobs)
	}
	if o.encoding != "" && o.files.Form == source.FormLines {
		return nil, errors.New("--encoding is for files: JSON Lines are UTF-8")
	}
	o.files.Stdin = s.In
	if err := o.files.Check(); err != nil {
		return nil, err
	}
	if o.filesFrom != "" {
		more, err := source.Names(o.filesFrom, s.In)
		if err != nil {
			return nil, fmt.Errorf("--files-from: %w", err)
		}
		args = slices.Concat(args, more)
	}
	i := slices.Index(args, source.Stdin)
	if i >= 0 && (o.filesFrom == source.Stdin || slices.Contains(args[i+1:], source.Stdin)) {
		return nil, errStdinTwice
	}
	if len(args) == 0 && o.filesFrom == "" {
		return nil, errors.New("nothing to read: name files, folders, or - for standard input")
	}
	return source.List(args, o.files), nil
}

// paths are the files that are read: the inputs, and the list of them.
func (o inputOptions) paths(inputs []source.Input) []string {
	paths := []string{o.filesFrom}
	for _, in := range inputs {
		paths = append(paths, in.Path())
	}
	return paths
}

// each reads the documents that args name, does work on o.jobs of them at
// once, and hands what came out to write in input order. An input that cannot
// be read is told and left out; the error then is errInput.
func each[T any](ctx context.Context, s Streams, o inputOptions, args []string,
	work func(name string, raw []byte) (T, error), write func(name string, value T) error) error {
	inputs, err := o.inputs(s, args)
	if err != nil {
		return err
	}
	if err := s.unfinished.spare(o.paths(inputs)...); err != nil {
		return err
	}
	var bar *progress
	if !o.quiet {
		bar = newProgress(s.Err, inputs, o.files.Form == source.FormLines)
	}
	defer bar.stop()
	failed := false
	for r, err := range ahead(ctx, o.workers(inputs), source.Documents(inputs, o.files), work) {
		if err != nil {
			return err
		}
		if r.err != nil {
			failed = true
			o.complain(s, r.place, r.err)
			if o.failed != nil {
				err = o.failed(r.place, r.err)
			}
		} else {
			err = write(r.name, r.value)
		}
		if err != nil {
			return outputError{err}
		}
		bar.advance(r.size)
	}
	if failed {
		return errInput
	}
	return ctx.Err()
}

// workers is how many documents are worked on at once. How many JSON Lines hold
// is not known before they are read.
func (o inputOptions) workers(inputs []source.Input) int {
	const most = 1024
	if o.files.Form == source.FormLines {
		return min(o.jobs, most)
	}
	return min(o.jobs, len(inputs), most)
}

// options say how the document called name is read, with what the tool and the
// user's rules know, and whether every edit is kept.
func (o inputOptions) options(name string, know *knowledge.Knowledge, allEdits bool) normalize.Options {
	form := o.files.Form
	if form == "" {
		form = source.FormOf(name)
	}
	options := normalize.Options{Encoding: o.encoding, Lookalikes: know.Lookalikes, AllEdits: allEdits}
	switch form {
	case source.FormText:
		options.Markup = normalize.PlainText
	case source.FormHTML:
		options.Markup = normalize.HTML
	}
	return options
}

// readAs says how a document was read, and why so.
func readAs(text *normalize.Text) string {
	said := fmt.Sprintf("read as %s (%s)", text.Encoding(), text.Evidence())
	if text.IsHTML() {
		said += ", an HTML page"
	}
	return said
}

// complain prints the line of an input that could not be read.
func (o inputOptions) complain(s Streams, name string, cause error) {
	if !o.quiet {
		s.note(name, cause.Error())
	}
}

// doubt warns of an input that does not look as if it were in the encoding that
// the user named.
func (o inputOptions) doubt(s Streams, name string, text *normalize.Source) {
	if better := text.Better(); better != "" {
		o.complain(s, name, fmt.Errorf("read as %s as told, but it looks like %s: leave out --encoding, or name that one", text.Encoding(), better))
	}
}

// tell prints the line of an input that was read, for who wants to know.
func (o inputOptions) tell(s Streams, name, format string, values ...any) {
	if o.verbose {
		s.note(name, fmt.Sprintf(format, values...))
	}
}

// say runs write on standard output, for a command that has no -o.
func say(s Streams, write func(io.Writer) error) error {
	return output(s, "", func(out *sink.Output) error {
		if err := write(out); err != nil {
			return outputError{err}
		}
		return nil
	})
}

// output runs write on the output file, or on standard output, and keeps the
// file only where all that could be read has been written.
func output(s Streams, path string, write func(*sink.Output) error) error {
	out, err := sink.Create(path, s.Out)
	if err != nil {
		return outputError{err}
	}
	defer s.unfinished.add(out)()
	defer out.Discard()
	if screen, ok := s.Err.(*console); ok && out.IsStdout() && isTerminal(s.Out) {
		screen.withoutBar()
	}
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
