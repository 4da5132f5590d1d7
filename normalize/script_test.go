package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"unionrep/normalize/internal/opencc"
)

// simplify runs the pass alone.
func simplify(t testing.TB, text string) *Text {
	t.Helper()
	s, err := Decode([]byte(text), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	return script(newText(s), Options{AllEdits: true})
}

func TestScriptSpec(t *testing.T) { runSpec(t, "script", script) }

func TestZhe(t *testing.T) {
	convert := func(text string) string {
		got := simplify(t, "這個工會為職工們辦實事，"+text).Clean()
		_, got, _ = strings.Cut(got, "，")
		return got
	}
	eachRow("zhe.csv", []string{"becomes", "words", "example", "not"}, func(cells []string, place string) {
		becomes, words, example, not := cells[0], cells[1], cells[2], cells[3]
		other := map[string]string{"著": "着", "着": "著"}[becomes]
		if other == "" || strings.Count(words, "著") < len(strings.Fields(words)) {
			t.Fatalf("%s: becomes %q, words %q", place, becomes, words)
		}
		for _, w := range append(strings.Fields(words), example) {
			if got := convert(w); !strings.Contains(got, becomes) || strings.Contains(got, other) {
				t.Errorf("%s: %s becomes %s, want %s in it", place, w, got, becomes)
			}
		}
		if got := convert(not); not != "" && (strings.Contains(got, becomes) || !strings.Contains(got, other)) {
			t.Errorf("%s: %s becomes %s, want %s in it", place, not, got, other)
		}
	})
	for _, w := range strings.Fields("著力 沿著 承載著 隨著 看著 意味著 接著 朝著 執著 沉著 穿著 附著") {
		if got := convert(w); strings.Contains(got, "著") {
			t.Errorf("%s becomes %s", w, got)
		}
	}
}

// traditionalText has characters and phrases of the dictionaries, and
// characters that they do not have; no 著, which has a rule of its own.
func traditionalText(r *rand.Rand, n int) string {
	d := openCC()
	var phrases []string
	var keys []rune
	for c := rune(0x3400); c < 0x30000; c++ {
		for _, p := range d.phrases[c] {
			phrases = append(phrases, p.from)
		}
		if _, ok := d.characters[c]; ok || c < 1<<16 && d.quick[c] > lookFurther {
			keys = append(keys, c)
		}
	}
	var b strings.Builder
	for range n {
		switch r.IntN(8) {
		case 0, 1:
			b.WriteString(phrases[r.IntN(len(phrases))])
		case 2: // cut off in the middle, to be met by something else
			p := []rune(phrases[r.IntN(len(phrases))])
			b.WriteString(string(p[:1+r.IntN(len(p)-1)]))
		case 3:
			b.WriteString("共3,000餘名é ")
		case 4:
			b.WriteRune(rune(0x4e00 + r.IntN(0x5200)))
		default:
			b.WriteRune(keys[r.IntN(len(keys))])
		}
	}
	return strings.ReplaceAll(b.String(), "著", "")
}

func TestScriptIsOpenCC(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 7))
	converter := opencc.TraditionalToSimplified()
	for range 20 {
		text := traditionalText(r, 2000)
		want := converter.Convert(text)
		got := simplify(t, text)
		if got.Clean() != want {
			a, b := []rune(got.Clean()), []rune(want)
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Fatalf("%q, gocc %q", string(a[max(0, i-5):i+5]), string(b[max(0, i-5):i+5]))
				}
			}
			t.Fatalf("%d characters, gocc %d", len(a), len(b))
		}
		checkAligned(t, got)
		if quiet := script(newText(got.Source), Options{}); quiet.Clean() != want {
			t.Fatal("the text is another one where no edits are kept")
		} else {
			checkAligned(t, quiet)
		}
	}
}

// checkAligned proves that each clean character maps to one character of the
// file, in order.
func checkAligned(t *testing.T, text *Text) {
	t.Helper()
	at := 0
	for i, c := range text.Clean() {
		spans := text.Decoded(i, i+utf8.RuneLen(c))
		if len(spans) != 1 || spans[0].Start != at {
			t.Fatalf("%q at %d comes from %v, want from %d on", c, i, spans, at)
		}
		if n := utf8.RuneCountInString(text.DecodedText()[spans[0].Start:spans[0].End]); n != 1 {
			t.Fatalf("%q at %d comes from %d characters", c, i, n)
		}
		at = spans[0].End
	}
}

func FuzzScript(f *testing.F) {
	f.Add("工會為職工辦實事，取得顯著成績，意味著職工們過上好日子")
	f.Add("工会为职工办实事\n後勤總務處\n乾隆")
	f.Add("瞭解憑藉著于\u4bbe\U0002a6d6著")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		got := script(newText(&Source{raw: []byte(text), decoded: text}), Options{})
		if !utf8.ValidString(got.Clean()) || utf8.RuneCountInString(got.Clean()) != utf8.RuneCountInString(text) {
			t.Fatalf("%q becomes %q", text, got.Clean())
		}
		checkAligned(t, got)
	})
}
