//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A session is a run of the command with standard error, standard output or
// both on a terminal. It reads what is not there, a file, standard input, which stays open as long as
// the test wants, and the file once more.
type session struct {
	*exec.Cmd
	stdin    io.WriteCloser
	terminal *os.File
	drawn    bytes.Buffer // everything that the terminal was sent
	said     bytes.Buffer // what went to standard error, where that is no terminal
}

func begin(t *testing.T, columns uint16, on string, args ...string) *session {
	t.Helper()
	return beginWith(t, "NO_COLOR=1", columns, on, args...)
}

// beginWith begins a session with a variable in its environment.
func beginWith(t *testing.T, variable string, columns uint16, on string, args ...string) *session {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "first.txt"), []byte(strings.Repeat("县总工会慰问职工45名。\n", 500)), 0o666); err != nil {
		t.Fatal(err)
	}
	s := &session{Cmd: exec.Command("unionrep", append(args, "missing.txt", "first.txt", "-", "first.txt")...)}
	s.Dir = dir
	s.Env = append(os.Environ(), "TERM=xterm", variable)
	terminal, screen, err := pty.Open()
	if err != nil {
		t.Skip("no terminal can be made: ", err)
	}
	t.Cleanup(func() { terminal.Close() })
	if err := pty.Setsize(terminal, &pty.Winsize{Rows: 24, Cols: columns}); err != nil {
		t.Fatal(err)
	}
	s.terminal, s.Stderr = terminal, &s.said
	if on != "stdout" {
		s.Stderr = screen
	}
	if on != "stderr" {
		s.Stdout = screen
	}
	if s.stdin, err = s.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	screen.Close()
	patience := time.AfterFunc(time.Minute, func() { s.stdin.Close() }) // a bar that never comes fails the test
	t.Cleanup(func() { patience.Stop() })
	return s
}

// until reads what is drawn until it matches, and tells whether it ever did.
func (s *session) until(pattern string) bool {
	want := regexp.MustCompile(pattern)
	piece := make([]byte, 4096)
	for !want.Match(s.drawn.Bytes()) {
		n, err := s.terminal.Read(piece)
		s.drawn.Write(piece[:n])
		if err != nil { // the command has ended
			return want.Match(s.drawn.Bytes())
		}
	}
	return true
}

// end lets the command end, and returns the lines that stay on the terminal.
func (s *session) end(t *testing.T) []string {
	t.Helper()
	s.stdin.Close()
	s.until(`\A.*\z.`) // never: to the end
	s.Wait()
	if code := s.ProcessState.ExitCode(); code != 3 {
		t.Errorf("ended with %d, want 3", code)
	}
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(s.drawn.String(), "\r\n", "\n"), "\n") {
		if i := strings.LastIndex(line, "\x1b[2K\r"); i >= 0 { // everything before was taken away
			line = line[i+len("\x1b[2K\r"):]
		}
		lines = append(lines, line)
	}
	return lines
}

// A run that takes its time shows a bar, which tells files, bytes, speed and
// the time left, leaves the diagnostics alone, and goes away in the end.
func TestProgress(t *testing.T) {
	s := begin(t, 100, "stderr", "extract", "-o", "out.csv")
	if !s.until(`2/4 files +50% \|█+ +\| \([0-9./ ]+ kB, [0-9.]+ .?B/s\) \[\d+s:\d+s\]`) {
		t.Errorf("no bar on a terminal: %q", s.drawn.String())
	}
	lines := s.end(t)
	if want := "unionrep: missing.txt: no such file or directory"; len(lines) != 2 || lines[0] != want || lines[1] != "" {
		t.Errorf("on the terminal stays %q, want %q", lines, want)
	}
}

// There is none with -q, on a terminal that is too narrow or that the records
// are printed on, and none where standard error is no terminal.
func TestNoProgress(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		columns  uint16
		terminal string // what is on the terminal
		args     []string
	}{
		{"quiet", 100, "stderr", []string{"extract", "-q", "-o", "out.csv"}},
		{"narrow", 40, "stderr", []string{"extract", "-o", "out.csv"}},
		{"records on the terminal", 100, "both", []string{"extract"}},
		{"in a pipe", 100, "stdout", []string{"extract"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := begin(t, c.columns, c.terminal, c.args...)
			time.Sleep(2 * time.Second) // longer than a bar waits
			s.end(t)
			if strings.Contains(s.drawn.String()+s.said.String(), " files") {
				t.Errorf("draws %q %q", s.drawn.String(), s.said.String())
			}
		})
	}
}

// Diagnostics are in colour on a terminal, unless the user wants none, and
// nowhere else; records never are.
func TestColor(t *testing.T) {
	const plain, colored = "unionrep: missing.txt: no such file or directory", "\x1b[1;31munionrep:\x1b[0m missing.txt: no such file or directory"
	for _, c := range []struct{ variable, on, want string }{
		{"NO_COLOR=", "stderr", colored},
		{"NO_COLOR=1", "stderr", plain},
		{"TERM=dumb", "stderr", plain},
		{"NO_COLOR=", "stdout", plain},
	} {
		s := beginWith(t, c.variable, 100, c.on, "extract")
		s.end(t)
		said := s.drawn.String()
		if c.on == "stdout" {
			if strings.Contains(said, "\x1b") {
				t.Errorf("records are in colour: %.200q", said)
			}
			said = s.said.String()
		}
		if got, _, _ := strings.Cut(strings.ReplaceAll(said, "\r\n", "\n"), "\n"); got != c.want {
			t.Errorf("%s on %s: says %q, want %q", c.variable, c.on, got, c.want)
		}
	}
}
