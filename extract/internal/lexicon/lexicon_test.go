package lexicon

import (
	"strings"
	"testing"
	"unicode"
)

// Every word of the data files has one known class, and is Han.
func TestData(t *testing.T) {
	entries, err := Entries(&wordKind)
	if err != nil {
		t.Fatal(err)
	}
	words := make(map[string]Class)
	for _, e := range entries {
		for _, w := range e.Words("words") {
			words[w] = Class(classes[e.Text("class")][0])
		}
	}
	known := string([]byte{byte(Noun), byte(Person), byte(Place), byte(Verb), byte(VerbNoun), byte(Attributive), byte(Light), byte(Adjective),
		byte(Adverb), byte(Scope), byte(Prep), byte(Conj), byte(Particle), byte(De), byte(Time), byte(Pronoun), byte(Localizer), byte(Other)})
	for w, class := range words {
		if !strings.Contains(known, string(class)) {
			t.Errorf("%s: class %c is unknown", w, class)
		}
		for _, c := range w {
			if !unicode.Is(unicode.Han, c) && c != '、' {
				t.Errorf("%s: %c is no Han character", w, c)
			}
		}
	}
	if len(words) < 2000 {
		t.Errorf("%d words, want the word classes of reports", len(words))
	}
	if len(table) > 1<<20 {
		t.Errorf("the table has %d bytes, more than 1 MB", len(table))
	}
}

func TestLook(t *testing.T) {
	cases := map[string]Class{
		"争取": Verb, "覆盖": Verb, "荣获": Verb, "资助": VerbNoun, "培训": VerbNoun, "困难职工": Person, "电工": Person, "驾驶员": Person,
		"总工会": Place, "全州": Scope, "各级": Scope, "达": Light, "累计": Adverb, "和": Conj, "的": De, "河流": Noun, "奔跑": CommonVerb,
		"覆龘": None, "乒乒乓乓龘": None,
	}
	for word, want := range cases {
		if got, _ := BuiltIn().Look(word); got != want {
			t.Errorf("%s is %c, want %c", word, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	s := NewSegmenter(BuiltIn())
	cases := map[string]string{
		"争取帮扶资金":      "争取 帮扶资金",
		"下岗职工实现再就业":   "下岗职工 实现 再就业",
		"推荐评选劳动模范":    "推荐 评选 劳动模范",
		"涌现出市级以上劳动模范": "涌现出 市级以上 劳动模范",
		"组成六个慰问组":     "组成 六个 慰问组",
		"添置按摩椅":       "添置 按摩椅",
		"新发展会员":       "新 发展 会员",
		"":            "",
	}
	for text, want := range cases {
		var words []string
		last := 0
		for _, token := range s.Cut(nil, text, 0, len(text)) {
			if token.Start != last {
				t.Errorf("%s: a token begins at %d, the one before ended at %d", text, token.Start, last)
			}
			last = token.End
			words = append(words, text[token.Start:token.End])
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
		if last != len(text) {
			t.Errorf("%s: %d of %d bytes are cut", text, last, len(text))
		}
	}
}

// Whatever the text, its tokens cover it without a gap.
func FuzzCut(f *testing.F) {
	f.Add("争取帮扶资金和培训职工的项目员者")
	f.Add("a\xff一")
	f.Fuzz(func(t *testing.T, text string) {
		s := NewSegmenter(BuiltIn())
		last := 0
		for _, token := range s.Cut(nil, text, 0, len(text)) {
			if token.Start != last || token.End <= token.Start {
				t.Fatalf("%q: a token from %d to %d behind %d", text, token.Start, token.End, last)
			}
			last = token.End
		}
		if last != len(text) {
			t.Fatalf("%q: %d of %d bytes are cut", text, last, len(text))
		}
	})
}

func BenchmarkCut(b *testing.B) {
	const text = "五年来各级工会共争取帮扶资金帮助下岗职工实现再就业并组织岗位练兵和技能培训"
	s := NewSegmenter(BuiltIn())
	var tokens []Token
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = s.Cut(tokens[:0], text, 0, len(text))
	}
}
