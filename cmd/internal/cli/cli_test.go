package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"unionrep/cmd/internal/sink"
)

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		err    error
		code   int
		silent bool
	}{
		{nil, 0, true},
		{checkError("figure F1 is too low"), 1, false},
		{errors.New(`unknown command "x"`), 2, false},
		{errInput, 3, true},
		{outputError{errors.New("disk full")}, 4, false},
		{outputError{sink.ErrClosedPipe}, 0, true},
		{fmt.Errorf("reading: %w", context.Canceled), 130, true},
	} {
		var said bytes.Buffer
		if code := report(&said, c.err); code != c.code || (said.Len() == 0) != c.silent {
			t.Errorf("%v ends with %d and says %q, want %d", c.err, code, &said, c.code)
		}
	}
}

func TestPrintable(t *testing.T) {
	for s, want := range map[string]string{
		"报告 1.txt":        "报告 1.txt",
		"a\nb":            `"a\nb"`,
		"\x1b[31mred.txt": `"\x1b[31mred.txt"`,
		"\xff.txt":        `"\xff.txt"`,
	} {
		if got := printable(s); got != want {
			t.Errorf("printable(%q) = %s, want %s", s, got, want)
		}
	}
}
