package main

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"unionrep": main})
}

// TestScripts runs the real command as testdata/script/*.txtar say. Besides
// testscript's own commands they have
//
//	exits CODE COMMAND [ARG...]   run a command that must end with this code
//	pack FILE GZ                  pack a file with gzip
//	bytes FILE HEX...             write a file of these bytes
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("GORACE", "atexit_sleep_ms=0") // with -race a command would sleep a second before it ends
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits,
			"pack":  pack,
			"bytes": writeBytes,
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition " + name)
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("%s ended with %d, want %d", strings.Join(args[1:], " "), code, want)
	}
}

func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pack FILE GZ")
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), packed.Bytes(), 0o666))
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: bytes FILE HEX...")
	}
	data, err := hex.DecodeString(strings.Join(args[1:], ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// A reader that goes away, as head does, ends the command without a word.
func TestClosedPipe(t *testing.T) {
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	reader.Close()
	var stderr bytes.Buffer
	cmd := exec.Command("unionrep", "normalize", "-")
	cmd.Stdin = strings.NewReader(strings.Repeat("县总工会慰问职工。\n", 1000))
	cmd.Stdout, cmd.Stderr = writer, &stderr
	if err := cmd.Run(); err != nil {
		t.Errorf("ended with %v", err)
	}
	writer.Close()
	if stderr.Len() > 0 {
		t.Errorf("said %q", stderr.String())
	}
}

// An interrupt ends a command that waits for its input, or for the reader of
// its output, with code 130, and leaves no half file.
func TestInterrupt(t *testing.T) {
	const document = `{"id": "a", "text": "县总工会慰问职工300人。"}` + "\n"
	for _, c := range []struct {
		args    []string
		in      string // what it reads before there is nothing more to read
		pending int    // unfinished files
		full    bool   // nobody reads its output
	}{
		{args: []string{"normalize", "-o", "out.txt", "first.txt", "-"}, pending: 1},
		{args: []string{"extract", "-o", "out.csv", "--documents", "documents.csv", "first.txt", "-"}, pending: 2},
		{args: []string{"extract", "-o", "out.xlsx", "--input", "jsonl", "-"}, in: strings.Repeat(document, 20), pending: 1},
		{args: []string{"extract", "--documents", "documents.csv", "--input", "jsonl", "-"}, in: strings.Repeat(document, 400), pending: 1, full: true},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(dir+"/first.txt", []byte("县总工会慰问职工。\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("unionrep", c.args...)
		cmd.Dir = dir
		stdin, err := cmd.StdinPipe() // stays open
		if err != nil {
			t.Fatal(err)
		}
		var stdout io.ReadCloser
		if c.full {
			if stdout, err = cmd.StdoutPipe(); err != nil {
				t.Fatal(err)
			}
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		go io.WriteString(stdin, c.in)
		for files(t, dir) < 1+c.pending {
			time.Sleep(time.Millisecond)
		}
		if c.full {
			if _, err := io.ReadFull(stdout, make([]byte, 1)); err != nil {
				t.Fatal(err)
			}
			time.Sleep(100 * time.Millisecond) // it fills the pipe meanwhile, and most likely hangs
		}
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		state, err := cmd.Process.Wait() // not of cmd, which would close the pipe
		if err != nil || state.ExitCode() != 130 {
			t.Errorf("%v ended with %v (%v), want code 130", c.args, state, err)
		}
		stdin.Close()
		if n := files(t, dir); n != 1 {
			t.Errorf("%v left %d files, want first.txt alone", c.args, n)
		}
	}
}

func files(t *testing.T, dir string) int {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}
