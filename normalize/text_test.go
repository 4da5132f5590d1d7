package normalize

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestEditsIn compares the search with a look at every edit.
func TestEditsIn(t *testing.T) {
	why := &Reason{Pass: "test", Name: "random"}
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 11))
		text := newText(&Source{decoded: "0123456789012345678901234567890123456789"})
		for range r.IntN(12) {
			i := r.IntN(len(text.decoded))
			j := i + r.IntN(min(1+r.IntN(30), len(text.decoded)-i))
			text.edits = append(text.edits, Edit{Reason: why, Start: i, End: j})
		}
		text.settle()
		for i := range text.decoded {
			for j := i; j < len(text.decoded); j++ {
				var want []Edit
				for _, e := range text.edits {
					if e.Start < j && (e.End > i || e.Start >= i) {
						want = append(want, e)
					}
				}
				if got := text.EditsIn(Span{i, j}); fmt.Sprint(got) != fmt.Sprint(want) {
					t.Fatalf("seed %d: EditsIn(%d, %d) is %v, want %v", seed, i, j, got, want)
				}
			}
		}
	}
}

func TestDecodedOfNothing(t *testing.T) {
	for _, s := range []string{"", "abc"} {
		text := newText(&Source{decoded: s})
		for i := range len(s) + 1 {
			if got := text.Decoded(i, i); fmt.Sprint(got) != fmt.Sprint([]Span{{i, i}}) {
				t.Errorf("%q: Decoded(%d, %d) is %v", s, i, i, got)
			}
		}
	}
	why := &Reason{Pass: "test", Name: "all gone"}
	e := edit(newText(&Source{decoded: "abc"}), Options{})
	e.replace(0, 3, "", why, 1)
	if got := e.done().Decoded(0, 0); len(got) != 1 || got[0].Len() != 0 {
		t.Errorf("in an empty text Decoded(0, 0) is %v", got)
	}
}

// TestDecodedOverJump: of a moved block every part is found where it stood.
func TestDecodedOverJump(t *testing.T) {
	why := &Reason{Pass: "test", Name: "break"}
	// head, caption, tail: the caption moves behind what it cut.
	const head, caption, tail = "8014", "[photo]", "jia"
	e := edit(newText(&Source{decoded: head + caption + tail}), Options{})
	e.keep(len(head))
	e.jump(len(head + caption))
	e.keep(len(head + caption + tail))
	e.replace(len(head+caption+tail), len(head+caption+tail), "\n", why, 1)
	e.jump(len(head))
	e.keep(len(head + caption))
	text := e.cut()
	if text.Clean() != "8014jia\n[photo]" {
		t.Fatalf("%q", text.Clean())
	}
	for _, c := range []struct {
		i, j int
		want []Span
	}{
		{0, 7, []Span{{0, 4}, {11, 14}}},
		{4, 8, []Span{{11, 14}}}, // with the break that was put in behind it
		{7, 8, []Span{{14, 14}}},
		{7, 15, []Span{{4, 11}}},
		{8, 15, []Span{{4, 11}}},
		{5, 9, []Span{{12, 14}, {4, 5}}},
	} {
		if got := text.Decoded(c.i, c.j); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("Decoded(%d, %d) is %v, want %v", c.i, c.j, got, c.want)
		}
	}
}
