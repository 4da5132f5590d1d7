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

func TestNearest(t *testing.T) {
	words := []string{"jsonl", "json", "csv", "tsv", "columns", "encoding"}
	for word, want := range map[string]string{
		"jsno": "json", "josnl": "jsonl", "cvs": "csv", "colums": "columns", "encodnig": "encoding",
		"yaml": "", "parquet": "", "": "",
	} {
		if got := nearest(word, words); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// A unit of one character is near one of two, but not near any other one.
func TestNearestInChinese(t *testing.T) {
	if got := nearest("万元", []string{"人次", "元"}); got != "元" {
		t.Errorf("万元 is near %q", got)
	}
	if got := nearest("个", []string{"人", "元"}); got != "" {
		t.Errorf("个 is near %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0},
		{"format", "fromat", 1}, {"kitten", "sitting", 3}, {"flaw", "lawn", 2}, {"万元", "元", 1}, {"人次", "次人", 1},
	} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
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
