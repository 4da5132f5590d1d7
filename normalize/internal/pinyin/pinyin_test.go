package pinyin

import "testing"

func TestOf(t *testing.T) {
	for _, c := range []struct {
		char    rune
		reading string
		want    Fit
	}{
		{'會', "huì", First},
		{'會', "kuài", Also},
		{'會', "hui", Also},
		{'會', "huí", OtherTone},
		{'會', "gōng", None},
		{'聯', "lián", First},
		{'綠', "lǜ", First},
		{'綠', "lv", Also},
		{'广', "guɑng", Also},
		{'a', "ā", None},
		{'會', "", None},
	} {
		if got := Of(c.char, c.reading); got != c.want {
			t.Errorf("Of(%c, %s) = %d, want %d", c.char, c.reading, got, c.want)
		}
	}
}

func TestReadings(t *testing.T) {
	if got := Readings('會'); len(got) < 2 || got[0] != "huì" {
		t.Errorf("會 is read %v, want huì first", got)
	}
}

func TestIsReading(t *testing.T) {
	for word, want := range map[string]bool{"huì": true, "hui": true, "zhuàng": true, "cpi": false, "": false, "ng'": false} {
		if IsReading(word) != want {
			t.Errorf("IsReading(%q) = %t", word, !want)
		}
	}
}
