//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// A difference is coloured on a terminal, unless NO_COLOR is set.
func TestDiffInColour(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"old.jsonl": "{\"id\":\"f1\"}\n", "new.jsonl": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for setting, want := range map[string]string{"NO_COLOR=": "\x1b[31m- f1", "NO_COLOR=1": "- f1"} {
		code, got := onTerminal(t, dir, setting, "diff", "old.jsonl", "new.jsonl")
		if code != 1 || !strings.HasPrefix(got, want) {
			t.Errorf("%s: ends with %d and prints %q, want %q", setting, code, got, want)
		}
	}
}

// A workbook is not printed on a terminal.
func TestNoWorkbookOnATerminal(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("慰问职工45名。\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	code, got := onTerminal(t, dir, "A=b", "extract", "--format", "xlsx", "a.txt")
	if code != 2 || !strings.Contains(got, "-o FILE.xlsx") {
		t.Errorf("ends with %d and prints %q", code, got)
	}
}

// onTerminal runs the command on a terminal, and returns its code and what was
// printed first.
func onTerminal(t *testing.T, dir, setting string, args ...string) (int, string) {
	t.Helper()
	terminal, screen, err := pty.Open()
	if err != nil {
		t.Skip("no terminal can be made: ", err)
	}
	defer terminal.Close()
	defer screen.Close()
	cmd := exec.Command("unionrep", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, screen, screen
	cmd.Env = append(os.Environ(), "TERM=xterm", setting)
	cmd.Run() // its code is returned
	piece := make([]byte, 4096)
	n, err := terminal.Read(piece)
	if err != nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(piece[:n])
}
