package normalize

import "testing"

func TestUnreadable(t *testing.T) {
	for _, c := range []struct{ in, noted string }{ // noted: the text under the note, "" for none
		{"慰问职工3\ufffd0人", "3\ufffd0"},
		{"发放补助5\ufffd\ufffd万元", "5\ufffd\ufffd"},
		{"新建\ufffd12家", "\ufffd1"},
		{"发放补助12\ufffd.5万元", "2\ufffd.5"},
		{"慰问职工3□0人，另有□名", "3□0"},
		{"发放补助5■万元", "5■"},
		{"覆盖职工3\ue0520人", "3\ue0520"},
		{"覆盖职工1**2人", "1**2"},
		{"覆盖职工8?5人", "8?5"},

		{"慰问职工二\ufffd三人", "二\ufffd三"},

		{"县总工会\ufffd举办培训12期", ""},
		{"■县总工会 文/图", ""},
		{"□3名记者报道", ""},
		{"■12家企业入会", ""},
		{"办了几场?5场", ""},
		{"屏幕为1024*768点", ""},
		{"慰问职工310人。", ""},
	} {
		got := ""
		text := clean(t, c.in)
		for _, e := range text.Edits() {
			if e.Reason == lostCharacter || e.Reason == lostNumeral {
				got += text.DecodedText()[e.Start:e.End]
			}
		}
		if got != c.noted {
			t.Errorf("%q: noted is %q, want %q", c.in, got, c.noted)
		}
		if text.Clean() != c.in {
			t.Errorf("%q becomes %q", c.in, text.Clean())
		}
	}
}
