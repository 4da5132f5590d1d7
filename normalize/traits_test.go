package normalize

import "testing"

func TestTraits(t *testing.T) {
	for _, c := range []struct {
		text string
		want trait
	}{
		{"五年来，共“建会”300家（含乡镇）…… 3—5月；①\r\n", 0},
		{"加入ISO", latinLetters},
		{"二○一五年", latinLetters},
		{"６万", otherForms},
		{"95％", otherForms},
		{"⼯会", otherForms},
		{"9：30", otherForms},
		{"主题：9条", 0},
		{"会(huì)议", glossBrackets | latinLetters},
		{"会（👛）议", glossBrackets},
		{"兰州(州)", 0},
		{"职\u200b工", unseenCharacters},
		{"职\u00a0工\x07", unseenCharacters},
		{"职\u3000工\ufeff", unseenCharacters},
	} {
		if got := traitsOf(c.text); got != c.want {
			t.Errorf("%q has %b, want %b", c.text, got, c.want)
		}
	}
}

// TestTraitsMissNothing: a pass that is told that there is nothing for it
// would have found nothing.
func TestTraitsMissNothing(t *testing.T) {
	for r := rune(1); r < 0x30000; r++ {
		if r >= 0xd800 && r < 0xe000 {
			continue
		}
		text := "会3" + string(r) + "5"
		if _, ok := seen(text, 4, r); !ok && traitsOf(text)&unseenCharacters == 0 {
			t.Errorf("%U is to be taken out but not found", r)
		}
		_, form := forms()[string(r)]
		if (form || text[4] == 0xef && folded(text, 4) != 0) && traitsOf(text)&otherForms == 0 {
			t.Errorf("%U is to be folded but not found", r)
		}
	}
}
