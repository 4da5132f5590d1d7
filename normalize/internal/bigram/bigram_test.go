package bigram

import (
	"cmp"
	"slices"
	"testing"
)

func TestSimple(t *testing.T) {
	m := Load()
	for traditional, simplified := range map[rune]rune{'會': '会', '職': '职', '工': '工', '，': '，', 'a': 'a'} {
		if got := m.Simple(traditional); got != simplified {
			t.Errorf("Simple(%c) = %c, want %c", traditional, got, simplified)
		}
	}
}

// What stands together in words is likelier than what does not.
func TestGoes(t *testing.T) {
	m := Load()
	for _, c := range []struct{ before, likely, unlikely rune }{
		{'工', '会', '绘'},
		{'职', '工', '弓'},
		{'乡', '镇', '阵'},
		{'企', '业', '叶'},
		{'慰', '问', '闻'},
	} {
		if m.Goes(c.before, 0.5, c.likely) <= 10*m.Goes(c.before, 0.5, c.unlikely) {
			t.Errorf("%c%c is not much likelier than %c%c", c.before, c.likely, c.before, c.unlikely)
		}
	}
}

// A character that ends the usual words ends this one, too, if it does not
// begin it: 上 before 海 is the beginning of 上海, but not after 以.
func TestBeginning(t *testing.T) {
	m := Load()
	if begin, within := m.Goes('上', 1, '海'), m.Goes('上', 0, '海'); begin < 20*within {
		t.Errorf("海 follows 上 with %.5f at the beginning of a word and with %.5f within", begin, within)
	}
}

func TestProbabilities(t *testing.T) {
	m := Load()
	for _, began := range []float64{0, 0.5, 1} {
		sum := m.Ends('会', began)
		for r, c := range m.chars {
			if c != nil {
				sum += m.Goes('会', began, rune(r))
			}
		}
		if sum < 0.85 || sum > 1.01 {
			t.Errorf("what comes behind 会 has %.3f of the probability, want about 1", sum)
		}
	}
	for _, c := range m.chars {
		if c != nil && !slices.IsSortedFunc(c.next, func(a, b follower) int { return cmp.Compare(a.char, b.char) }) {
			t.Fatal("followers are out of order")
		}
	}
	if len(packed) > 400<<10 {
		t.Errorf("the model has %d bytes", len(packed))
	}
}
