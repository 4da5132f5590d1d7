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
		terminal, screen, err := pty.Open()
		if err != nil {
			t.Skip("no terminal can be made: ", err)
		}
		defer terminal.Close()
		cmd := exec.Command("unionrep", "diff", "old.jsonl", "new.jsonl")
		cmd.Dir, cmd.Stdout = dir, screen
		cmd.Env = append(os.Environ(), "TERM=xterm", setting)
		cmd.Run() // ends with 1
		piece := make([]byte, 4096)
		n, err := terminal.Read(piece)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(piece[:n]); !strings.HasPrefix(got, want) {
			t.Errorf("%s: prints %q, want %q", setting, got, want)
		}
		screen.Close()
	}
}
