package normalize

import (
	"testing"
	"unicode/utf8"
)

func TestWidth(t *testing.T) { runSpec(t, "width", width) }

// TestForms: each form is one character that width looks at, and what it
// becomes is no form itself.
func TestForms(t *testing.T) {
	for from, to := range forms() {
		if utf8.RuneCountInString(from) != 1 || !startsForm(from, 0) {
			t.Errorf("%q is never looked up", from)
		}
		if _, ok := forms()[to]; ok || to == "" {
			t.Errorf("%q becomes %q", from, to)
		}
	}
}

// TestFoldedSpan: every folded digit maps to its own three bytes.
func TestFoldedSpan(t *testing.T) {
	const file = "共１２家"
	text := width(newText(&Source{raw: []byte(file), decoded: file}), Options{})
	if got := text.Decoded(4, 5)[0]; file[got.Start:got.End] != "２" {
		t.Errorf("the second digit maps to %q", file[got.Start:got.End])
	}
}
