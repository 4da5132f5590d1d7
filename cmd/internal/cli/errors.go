package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"unionrep/cmd/internal/sink"
)

// The exit codes.
const (
	exitOK          = 0
	exitCheck       = 1
	exitUsage       = 2
	exitInput       = 3
	exitOutput      = 4
	exitInterrupted = 130
)

// errInput is returned when inputs could not be read; each has been told when
// its turn came.
var errInput = errors.New("some inputs could not be read")

// errStdinTwice is returned where two arguments or flags name standard input.
var errStdinTwice = errors.New("standard input (-) can be read only once")

// An outputError is a failure to write.
type outputError struct{ cause error }

func (e outputError) Error() string { return "cannot write: " + e.cause.Error() }
func (e outputError) Unwrap() error { return e.cause }

// A checkError is a check that was asked for and failed.
type checkError string

func (e checkError) Error() string { return string(e) }

// report prints err, unless it has been told already or is none, and returns
// the exit code. What is no error of ours comes from cobra or from a check of
// the flags: the command line is wrong.
func report(w io.Writer, err error) int {
	var output outputError
	var check checkError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, sink.ErrClosedPipe):
		return exitOK
	case errors.As(err, &output):
		fmt.Fprintf(w, "unionrep: %v\n", err)
		return exitOutput
	case errors.Is(err, errInput):
		return exitInput
	case errors.As(err, &check):
		fmt.Fprintf(w, "unionrep: %v\n", err)
		return exitCheck
	}
	for _, one := range parts(err) {
		fmt.Fprintf(w, "unionrep: %v\n", one)
	}
	return exitUsage
}

// note prints a line about a file, or about a place in one, on standard error.
func (s Streams) note(place, what string) {
	fmt.Fprintf(s.Err, "unionrep: %s: %s\n", printable(place), printable(what))
}

// parts are the errors that are joined in err, or err itself.
func parts(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, one := range joined.Unwrap() {
		all = append(all, parts(one)...)
	}
	return all
}

// printable is s on one line, quoted where it has characters that would break
// the line or steer a terminal.
func printable(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\ufffd' }) {
		return fmt.Sprintf("%q", s)
	}
	return s
}
