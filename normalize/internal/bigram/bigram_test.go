package bigram

import "testing"

func TestSimple(t *testing.T) {
	m := Load()
	for traditional, simplified := range map[rune]rune{'會': '会', '職': '职', '工': '工', '，': '，', 'a': 'a'} {
		if got := m.Simple(traditional); got != simplified {
			t.Errorf("Simple(%c) = %c, want %c", traditional, got, simplified)
		}
	}
}

// What stands together in words is likelier than what does not.
func TestNext(t *testing.T) {
	m := Load()
	for _, c := range []struct{ before, likely, unlikely rune }{
		{'工', '会', '绘'},
		{'职', '工', '弓'},
		{'乡', '镇', '阵'},
		{'企', '业', '叶'},
		{'慰', '问', '闻'},
		{'的', '工', '龘'},
	} {
		if m.Next(c.before, c.likely) <= 10*m.Next(c.before, c.unlikely) {
			t.Errorf("%c%c is not much likelier than %c%c", c.before, c.likely, c.before, c.unlikely)
		}
	}
}

func TestProbabilities(t *testing.T) {
	m := Load()
	sum := 0.0
	for r := range m.start {
		sum += m.Next('会', r)
	}
	if sum < 0.9 || sum > 1.1 {
		t.Errorf("the followers of 会 have %.3f of the probability, want about 1", sum)
	}
	if len(packed) > 400<<10 {
		t.Errorf("the model has %d bytes", len(packed))
	}
}
