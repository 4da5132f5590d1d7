package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestParts writes texts in different encodings one behind the other and
// reads each as it was.
func TestParts(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(10, 11))}
	right, all := 0, 0
	for range 150 {
		var raw []byte
		var want strings.Builder
		var names []string
		for k := range 2 + g.IntN(3) {
			cs := charsets[g.IntN(len(charsets))]
			text := ""
			for text == "" {
				text = g.piece(g.prose()+g.list(), 60+g.IntN(240), 30)
			}
			if g.IntN(8) > 0 || cs.unit == 2 { // a file may end without a line break
				text += []string{"\n", "\r\n"}[g.IntN(2)]
			}
			if g.IntN(2) == 0 && cs.bom != "" && cs != gb18030 {
				raw = append(raw, cs.bom...)
				if k > 0 {
					want.WriteString(bom)
				}
			}
			one := encode(t, cs.name, text)
			raw = append(raw, one...)
			want.WriteString(decodeAlone(t, cs.name, one))
			if len(names) == 0 || names[len(names)-1] != cs.name {
				names = append(names, cs.name)
			}
		}
		s, err := Decode(raw, "")
		if err != nil {
			t.Fatal(err, names)
		}
		checkSpans(t, s)
		var got []string
		for _, p := range s.parts {
			got = append(got, p.charset.name)
		}
		all++
		if s.decoded == want.String() && strings.Join(got, " ") == strings.Join(names, " ") {
			right++
		} else {
			at := 0
			for at < min(len(s.decoded), want.Len()) && s.decoded[at] == want.String()[at] {
				at++
			}
			t.Logf("read as %s, want %v; at %d: %.60q, want %.60q", s.Evidence(), names, at, s.decoded[at:], want.String()[at:])
		}
	}
	t.Logf("%d of %d files of several parts read right", right, all)
	if right*100 < all*97 {
		t.Errorf("%d of %d read right, want 97%%", right, all)
	}
}

// TestDamageIsNoPart: a few damaged bytes do not make a file one of parts.
func TestDamageIsNoPart(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(12, 13))}
	for _, cs := range charsets {
		for range 40 {
			raw := damage(g.Rand, encode(t, cs.name, g.prose()), 1+g.IntN(4))
			s, err := Decode(raw, "")
			if err != nil {
				t.Fatal(err)
			}
			// Where a byte is lost, UTF-16 does go on as if its bytes were swapped.
			if cs.unit == 1 && s.Encoding() != cs.name {
				t.Errorf("damaged %s is read as %s: %q", cs.name, s.Evidence(), s.decoded)
			}
			checkSpans(t, s)
		}
	}
}
