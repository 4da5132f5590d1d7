package gbk

import "testing"

func TestBytes(t *testing.T) {
	for _, c := range []struct {
		char        rune
		lead, trail byte
		n           int
	}{
		{'聯', 0xC2, 0x93, 2},
		{'驗', 0xF2, 0x9E, 2},
		{'？', 0xA3, 0xBF, 2},
		{'、', 0xA1, 0xA2, 2},
		{'ā', 0xA8, 0xA1, 2},
		{'a', 'a', 0, 1},
		{'€', Euro, 0, 1},
		{'😀', 0, 0, 0},
		{'㐀', 0, 0, 0},
	} {
		b, n := Bytes(c.char)
		if b != [2]byte{c.lead, c.trail} || n != c.n {
			t.Errorf("Bytes(%q) = % x, %d, want % x %x, %d", c.char, b, n, c.lead, c.trail, c.n)
		}
		if n == 2 && Rune(b[0], b[1]) != c.char {
			t.Errorf("Rune(% x) = %q, want %q", b, Rune(b[0], b[1]), c.char)
		}
	}
}

func TestPairsWithoutCharacter(t *testing.T) {
	for _, pair := range [][2]byte{{0xA4, 0x85}, {0x93, '('}, {0xC2, 0x7F}, {0x80, 0xB0}, {0xFF, 0xB0}, {0xA2, 0xAB}} {
		if r := Rune(pair[0], pair[1]); r != 0 {
			t.Errorf("Rune(% x) = %q, want none", pair, r)
		}
	}
}

func TestEveryPairMapsBack(t *testing.T) {
	pairs := 0
	for lead := MinLead; lead <= MaxLead; lead++ {
		for trail := MinTrail; trail <= MaxTrail; trail++ {
			r := Rune(byte(lead), byte(trail))
			if r == 0 {
				continue
			}
			pairs++
			b, n := Bytes(r)
			if n != 2 || Rune(b[0], b[1]) != r {
				t.Errorf("%q of %x%x maps back to % x", r, lead, trail, b[:n])
			}
		}
	}
	if pairs < 21_000 {
		t.Errorf("%d pairs have a character, want those of GBK", pairs)
	}
}
