package normalize

import (
	textwidth "golang.org/x/text/width"

	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// kindLetters name the kinds in the spec files.
var kindLetters = []string{"P", "T", "H", "B", "C", "F", "R"}

// A pageCase is one case of a spec file: what lies on disk, and the blocks that
// it must become.
type pageCase struct {
	name   string
	in     string
	blocks []string
}

// pageCases reads a spec file: each case is a line "=== name", the page, a line
// "---" and a line for each block, its kind before it.
func pageCases(t testing.TB, name string) []pageCase {
	t.Helper()
	raw, err := os.ReadFile("../testdata/spec/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var list []pageCase
	for _, part := range strings.Split("\n"+string(raw), "\n=== ")[1:] {
		title, rest, ok := strings.Cut(part, "\n")
		in, out, both := strings.Cut(rest, "\n---\n")
		if !ok || !both {
			t.Fatalf("%s: the case %q has no blocks", name, title)
		}
		var blocks []string
		if out = strings.Trim(out, "\n"); out != "" {
			blocks = strings.Split(out, "\n")
		}
		list = append(list, pageCase{title, in, blocks})
	}
	return list
}

// described are the blocks of a text as a spec file has them.
func described(text *Text) []string {
	var list []string
	for _, b := range text.Blocks() {
		kind := kindLetters[b.Kind]
		if b.Level > 0 {
			kind += string(rune('0' + b.Level))
		}
		list = append(list, kind+" "+text.Clean()[b.Start:b.End])
	}
	return list
}

func runPages(t *testing.T, name string) {
	for _, c := range pageCases(t, name) {
		t.Run(c.name, func(t *testing.T) {
			text := clean(t, c.in)
			if got := described(text); !slices.Equal(got, c.blocks) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.blocks, "\n"))
			}
			checkPage(t, text)
			if again := clean(t, text.Clean()); again.Clean() != text.Clean() {
				t.Errorf("cleaned again it becomes\n%s\nfrom\n%s", again.Clean(), text.Clean())
			}
		})
	}
}

func clean(t testing.TB, in string) *Text {
	t.Helper()
	text, err := Clean([]byte(in), Options{AllEdits: true})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestLayoutSpec(t *testing.T) { runPages(t, "layout.txt") }
func TestCopiesSpec(t *testing.T) { runPages(t, "copies.txt") }

// checkPage checks what holds for every clean text: its blocks cover its lines,
// and what it has of its copies reads as they do where no pass corrected them.
func checkPage(t testing.TB, text *Text) {
	t.Helper()
	lines := strings.Split(text.Clean(), "\n")
	if text.Clean() == "" {
		lines = nil
	}
	if len(lines) != len(text.Blocks()) {
		t.Fatalf("%d blocks for %d lines", len(text.Blocks()), len(lines))
	}
	at := 0
	for i, b := range text.Blocks() {
		end := at + len(lines[i])
		if b.Start < at || b.End != end || b.Start > at && markup(lines[i]) != b.Start-at {
			t.Errorf("block %d is %v, its line %v", i, b.Span, Span{at, end})
		}
		if lines[i] == "" || strings.TrimSpace(lines[i]) != lines[i] {
			t.Errorf("line %d is %q", i, lines[i])
		}
		at = end + 1
	}
	for _, c := range text.Copies() {
		for i := c.Kept.Start; i < c.Kept.End; {
			_, n := runeAt(text.Clean(), i)
			for _, j := range []int{i + n, min(i+3*n, c.Kept.End)} {
				if _, m := runeAt(text.Clean(), j-1); j > i+n && m == 1 && text.Clean()[j-1] >= 0x80 {
					continue // within a character
				}
				s, ok := c.Place(i, j)
				if ok && len(text.EditsIn(s)) == 0 && counted(textwidth.Narrow.String(text.DecodedText()[s.Start:s.End])) != counted(textwidth.Narrow.String(text.Clean()[i:j])) {
					t.Errorf("clean %q is placed at %q", text.Clean()[i:j], text.DecodedText()[s.Start:s.End])
				}
			}
			i += n
		}
	}
}

// counted is s without what is not compared.
func counted(s string) string {
	return strings.Map(func(r rune) rune {
		if counts(r) {
			return r
		}
		return -1
	}, s)
}

// TestCleanTwice cleans the clean text of whole reports again.
func TestCleanTwice(t *testing.T) {
	var names []string
	for _, pattern := range []string{"../testdata/reports/*.txt", "../testdata/corpus/dev/*.txt", "../../shared/seeds/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := Clean(raw, Options{})
		if err != nil {
			t.Logf("%s: %v", name, err) // the tests of Decode judge that
			continue
		}
		checkPage(t, text)
		if again := clean(t, text.Clean()); again.Clean() != text.Clean() {
			t.Errorf("%s changes when it is cleaned again, from byte %d: %.200q", name, differ(again.Clean(), text.Clean()), again.Clean()[differ(again.Clean(), text.Clean()):])
		}
	}
}

// differ is where two strings differ first.
func differ(a, b string) int {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return i
}
