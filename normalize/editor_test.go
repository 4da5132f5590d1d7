package normalize

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// A cell is one byte of clean text with where it comes from: what segments
// say, written out byte by byte, so slow that it is plainly right.
type cell struct {
	b    byte
	from Span
	even bool // the byte at from, or one that was rewritten in its place
	kept bool // the very byte at from
	jump bool // does not continue the cell before it
}

// A model is an editor over cells.
type model struct {
	old, out []cell
	at       int
	jumped   bool
}

func cells(s string) []cell {
	out := make([]cell, len(s))
	for i := range s {
		out[i] = cell{s[i], Span{i, i + 1}, true, true, false}
	}
	return out
}

func (m *model) put(c cell) {
	c.jump = c.jump || m.jumped
	m.jumped = false
	if n := len(m.out); n == 0 || c.even && m.out[n-1].even && m.out[n-1].from.End == c.from.Start {
		c.jump = false
	}
	m.out = append(m.out, c)
}

func (m *model) keep(i int) {
	for ; m.at < i; m.at++ {
		m.put(m.old[m.at])
	}
}

func (m *model) replace(i, j int, to string) {
	m.keep(i)
	whole, jumps := Span{}, false
	switch {
	case i < j:
		whole = m.old[i].from
		for k := i + 1; k < j; k++ {
			if jumps = jumps || m.old[k].jump; !jumps {
				whole.End = max(whole.End, m.old[k].from.End)
			}
		}
		m.jumped = m.jumped || m.old[i].jump
	case len(m.out) > 0:
		whole = Span{m.out[len(m.out)-1].from.End, m.out[len(m.out)-1].from.End}
	case i < len(m.old):
		whole = Span{m.old[i].from.Start, m.old[i].from.Start}
	default:
		whole = Span{-1, -1} // nothing around it: any place is right
	}
	before := m.jumped
	if i == j {
		m.jumped = false
	}
	for k := range len(to) {
		m.put(cell{to[k], whole, false, false, false})
	}
	if i == j {
		m.jumped = before
	}
	m.jumped = m.jumped || jumps
	m.at = j
}

func (m *model) rewrite(i, j int, to string) {
	m.keep(i)
	for ; m.at < j; m.at++ {
		c := m.old[m.at]
		c.b, c.kept = to[m.at-i], false
		m.put(c)
	}
}

func (m *model) jump(i int) {
	m.jumped = m.jumped || i != m.at
	m.at = i
}

// decoded is Text.Decoded by cells.
func decoded(in []cell) []Span {
	var spans []Span
	jumped := false
	for _, c := range in {
		n := len(spans)
		jumped = jumped || c.jump
		switch {
		case n > 0 && c.from.Len() == 0:
			continue
		case n > 0 && spans[n-1].Len() == 0:
			spans[n-1] = c.from
		case n > 0 && !jumped:
			spans[n-1].End = max(spans[n-1].End, c.from.End)
		default:
			spans = append(spans, c.from)
		}
		jumped = false
	}
	return spans
}

// TestEditorAgainstCells drives the editor and the model with the same random
// edits, several passes deep, and compares every span of the outcome.
func TestEditorAgainstCells(t *testing.T) {
	why := &Reason{Pass: "test", Name: "random"}
	for seed := range uint64(1200) {
		r := rand.New(rand.NewPCG(seed, 7))
		source := letters(r, r.IntN(40)+1)
		text := newText(&Source{raw: []byte(source), decoded: source})
		m := &model{out: cells(source)}
		var script []string
		for range 1 + r.IntN(4) {
			m = &model{old: m.out}
			e := edit(text, Options{})
			for range r.IntN(6) {
				i := e.at + r.IntN(len(m.old)-e.at+1)
				j := i + r.IntN(min(8, len(m.old)-i+1))
				switch r.IntN(5) {
				case 0, 1:
					to := strings.ToUpper(letters(r, r.IntN(4)))
					script = append(script, fmt.Sprintf("replace %d %d %q", i, j, to))
					e.replace(i, j, to, why, 1)
					m.replace(i, j, to)
				case 2, 3:
					to := strings.ToUpper(letters(r, j-i))
					script = append(script, fmt.Sprintf("rewrite %d %d %q", i, j, to))
					e.rewrite(i, j, to, why, 1)
					m.rewrite(i, j, to)
				case 4:
					i = r.IntN(len(m.old) + 1)
					script = append(script, fmt.Sprintf("jump %d", i))
					e.jump(i)
					m.jump(i)
				}
			}
			text = e.done()
			m.keep(len(m.old))
			script = append(script, "done")
		}
		compare(t, text, m.out)
		if t.Failed() {
			t.Fatalf("seed %d, %q, %s: %q", seed, source, strings.Join(script, ", "), text.Clean())
		}
	}
}

func compare(t *testing.T, text *Text, want []cell) {
	t.Helper()
	if len(text.Clean()) != len(want) {
		t.Errorf("%d bytes, want %d", len(text.Clean()), len(want))
		return
	}
	for i, c := range want {
		if text.Clean()[i] != c.b {
			t.Errorf("byte %d is %q, want %q", i, text.Clean()[i], c.b)
		}
		if c.kept && text.decoded[c.from.Start] != c.b {
			t.Errorf("byte %d was kept but is not what the source has", i)
		}
	}
	for i := range want {
		for j := i + 1; j <= len(want); j++ {
			got, want := text.Decoded(i, j), decoded(want[i:j])
			if want[0].Start < 0 {
				want[0] = got[0]
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("Decoded(%d, %d) is %v, want %v", i, j, got, want)
			}
			for _, s := range got {
				if s.Start < 0 || s.End < s.Start || s.End > len(text.decoded) {
					t.Errorf("Decoded(%d, %d) has %v, outside the file", i, j, s)
				}
			}
		}
	}
}

func letters(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = 'a' + byte(r.IntN(26))
	}
	return string(b)
}

func TestEditorWithoutEdits(t *testing.T) {
	text := newText(&Source{decoded: "abc"})
	if got := edit(text, Options{}).done(); got != text {
		t.Error("a pass that edits nothing made a new text")
	}
}

func TestEditorDoubt(t *testing.T) {
	why := &Reason{Pass: "test", Name: "odd", Flag: "ocr"}
	text := newText(&Source{decoded: "abcdef"})
	e := edit(text, Options{})
	e.doubt(2, 4, why, 0.4)
	got := e.done()
	if got.Clean() != "abcdef" {
		t.Errorf("a doubt changed the text to %q", got.Clean())
	}
	got.settle()
	want := Edit{Reason: why, Start: 2, End: 4, To: "cd", Sure: 0.4}
	if edits := got.EditsIn(Span{3, 5}); len(edits) != 1 || edits[0] != want {
		t.Errorf("edits %v, want %v", edits, want)
	}
	if len(text.edits) != 0 {
		t.Error("the old text changed")
	}
}

func TestEditorBulk(t *testing.T) {
	why := &Reason{Pass: "test", Name: "often", Bulk: true}
	for _, all := range []bool{false, true} {
		e := edit(newText(&Source{decoded: "abc"}), Options{AllEdits: all})
		e.replace(1, 2, "x", why, 1)
		if got := len(e.done().Edits()) == 1; got != all {
			t.Errorf("with AllEdits %v a bulk edit is kept: %v", all, got)
		}
	}
}
