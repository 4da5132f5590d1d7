package main

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"errors"
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

// An interrupt ends a command that waits for its input, with code 130, and
// leaves no half file.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/first.txt", []byte("县总工会慰问职工。\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("unionrep", "normalize", "-o", "out.txt", "first.txt", "-")
	cmd.Dir = dir
	if _, err := cmd.StdinPipe(); err != nil { // stays open and says nothing
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for files(t, dir) < 2 { // the unfinished file beside first.txt
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 {
		t.Errorf("ended with %d, want 130", code)
	}
	if n := files(t, dir); n != 1 {
		t.Errorf("left %d files, want first.txt alone", n)
	}
}

func files(t *testing.T, dir string) int {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}
