package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestOCR(t *testing.T) { runSpec(t, "ocr", ocr) }

func TestInvisible(t *testing.T) { runSpec(t, "invisible", invisible) }

func passed(p pass, s string) *Text {
	return p(newText(&Source{raw: []byte(s), decoded: s}), Options{})
}

// TestLookAlikes: every word of the table is put right, unless the words around
// it say that it is right; examples change and counter-examples do not.
func TestLookAlikes(t *testing.T) {
	words := 0
	header := []string{"wrong", "right", "unless", "yes", "no"}
	eachRow("lookalikes.csv", header, func(cells []string, place string) {
		wrong, right := strings.Fields(cells[0]), strings.Fields(cells[1])
		if len(wrong) != len(right) {
			t.Errorf("%s: %d words, %d corrections", place, len(wrong), len(right))
			return
		}
		words += len(wrong)
		for k := range wrong {
			if got := passed(lookAlikes, wrong[k]).Clean(); got != right[k] {
				t.Errorf("%s: %s becomes %s, want %s", place, wrong[k], got, right[k])
			}
			if got := passed(lookAlikes, right[k]).Clean(); got != right[k] {
				t.Errorf("%s: the correction %s becomes %s", place, right[k], got)
			}
		}
		for word := range strings.FieldsSeq(cells[2]) {
			if got := passed(lookAlikes, word).Clean(); got != word {
				t.Errorf("%s: the word %s becomes %s", place, word, got)
			}
		}
		if got := passed(lookAlikes, cells[3]).Clean(); got == cells[3] {
			t.Errorf("%s: the example %s stays", place, cells[3])
		}
		if got := passed(lookAlikes, cells[4]).Clean(); got != cells[4] {
			t.Errorf("%s: the counter-example %s becomes %s", place, cells[4], got)
		}
	})
	if words < 300 {
		t.Errorf("only %d words", words)
	}
}

func TestStrays(t *testing.T) {
	header := []string{"word", "to", "sure", "example", "counter"}
	eachRow("strays.csv", header, func(cells []string, place string) {
		want := strings.Replace(cells[3], " "+cells[0]+" ", cells[1], 1)
		if got := passed(strayLetters, cells[3]).Clean(); got != want || got == cells[3] {
			t.Errorf("%s: %s becomes %s, want %s", place, cells[3], got, want)
		}
		if got := passed(strayLetters, cells[4]).Clean(); got != cells[4] {
			t.Errorf("%s: the counter-example %s becomes %s", place, cells[4], got)
		}
	})
}

// TestOCRFlags: what was a guess or could not be decided is on record.
func TestOCRFlags(t *testing.T) {
	for _, c := range []struct{ in, from, to string }{
		{"救助20O户", "20O", "200"},
		{"补助1S0元", "1S0", "1S0"},
		{"服务职工1 2 人", "1 2", "1 2"},
		{"慰问职エ30人", "职エ", "职工"},
		{"第一线 and 工会", " and ", "和"},
	} {
		text := passed(ocr, c.in)
		text.settle()
		found := false
		for _, e := range text.Edits() {
			found = found || e.Reason.Flag == "ocr" && c.in[e.Start:e.End] == c.from && e.To == c.to
		}
		if !found {
			t.Errorf("%s: no flagged edit from %q to %q in %v", c.in, c.from, c.to, text.Edits())
		}
	}
	if text := passed(ocr, "发放慰问金近 300 万元"); len(text.Edits()) > 0 {
		t.Errorf("a blank is flagged: %v", text.Edits())
	}
}

// TestOwnPassesTwice: cleaning what these passes cleaned changes nothing.
func TestOwnPassesTwice(t *testing.T) {
	pieces := strings.Fields("工会 职 工 近 达 发放 12 3 5O l 0 . , ， 万 亿 元 名 % (次) huì (huì) （huì） 個 會 實 and the ２ ％ ． ： ⼯ 探素 末来 周 - ～ 二 O ○ 年 月 “ 。 ? ！ APP \u200b \u00a0 \u00ad \u2003")
	own := []pass{invisible, width, readings, ocr}
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 5))
		var b strings.Builder
		for range r.IntN(25) {
			b.WriteString(pieces[r.IntN(len(pieces))])
			b.WriteString([]string{"", "", " ", "\n", "  "}[r.IntN(5)])
		}
		once := newText(&Source{decoded: b.String()})
		for _, p := range own {
			once = p(once, Options{})
		}
		again := newText(&Source{decoded: once.Clean()})
		for _, p := range own {
			again = p(again, Options{})
		}
		if again.Clean() != once.Clean() {
			t.Fatalf("seed %d: %q becomes %q and then %q", seed, b.String(), once.Clean(), again.Clean())
		}
	}
}

// FuzzOwnPasses: whatever the text, every span of the outcome lies in it, and
// cleaning what was cleaned changes nothing.
func FuzzOwnPasses(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	for _, s := range []string{"发放 3 0 0 元，近 1, 234, 567 人", "l5名、2O1 5年", "工 会 组 织 and 平方 米", "会(huì)議 (yì )紀(jì", "0o,o元", "0,oo,o元", "4﹕4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		once := newText(&Source{raw: []byte(s), decoded: s})
		for _, p := range []pass{invisible, width, readings, ocr} {
			once = p(once, Options{AllEdits: true})
		}
		once.settle()
		check(t, []byte(s), once)
		again := newText(&Source{decoded: once.Clean()})
		for _, p := range []pass{invisible, width, readings, ocr} {
			again = p(again, Options{})
		}
		if again.Clean() != once.Clean() {
			t.Errorf("%q becomes %q and then %q", s, once.Clean(), again.Clean())
		}
	})
}
