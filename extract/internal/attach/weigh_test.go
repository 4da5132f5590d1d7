package attach

import (
	"slices"
	"strings"
	"testing"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
)

const sentence = "走访慰问困难职工320名，发放慰问金48万元"

// A table that weighs nothing leaves what the grammar reads, and every figure
// keeps what was proposed for it.
func TestGrammarStandsWithoutWeights(t *testing.T) {
	bare := read(t, sentence, strings.Repeat("\x00", 2*TableSize))
	if got := bare[0].Indicator + " " + bare[0].Action; got != "困难职工 走访慰问" {
		t.Errorf("read %q", got)
	}
	for _, f := range bare {
		if f.Nouns[0].Text != f.Indicator || f.Verbs[0].Text != f.Action {
			t.Errorf("the first proposals are %q and %q, the grammar reads %q and %q", f.Nouns[0].Text, f.Verbs[0].Text, f.Indicator, f.Action)
		}
	}
	if nouns := texts(bare[1].Nouns); !slices.Contains(nouns, "") || !slices.Contains(nouns, "慰问金") || !slices.Contains(nouns, "困难职工") {
		t.Errorf("proposed nouns: %q", nouns)
	}
	if verbs := texts(bare[1].Verbs); !slices.Contains(verbs, "发放") || !slices.Contains(verbs, "走访慰问") {
		t.Errorf("proposed verbs: %q", verbs)
	}
}

// A cue that speaks strongly enough for another proposal lets it win; one that
// speaks for it less than the lead asks for does not.
func TestHeaviestNeedsALead(t *testing.T) {
	bare := read(t, sentence, strings.Repeat("\x00", 2*TableSize))
	for _, weight := range []byte{lead - 1, lead} {
		table := make([]byte, 2*TableSize)
		table[cueOf(t, bare[1].Nouns, "困难职工")] = weight
		want := "慰问金"
		if weight == lead {
			want = "困难职工"
		}
		if got := read(t, sentence, string(table))[1].Indicator; got != want {
			t.Errorf("with a weight of %d the indicator is %q, want %q", weight, got, want)
		}
	}
}

// The embedded weights are two tables.
func TestFittedWeights(t *testing.T) {
	if len(fitted) != 2*TableSize {
		t.Errorf("weights.bin has %d bytes, want %d", len(fitted), 2*TableSize)
	}
}

func TestDiffers(t *testing.T) {
	for _, c := range []struct {
		text, other string
		want        difference
	}{
		{"职工", "职工", same}, {"职工", "", unsaid}, {"", "职工", silent}, {"困难职工", "职工", longerBefore}, {"职工子女", "职工", longerBehind},
		{"职工", "困难职工", shorterBefore}, {"职工", "职工子女", shorterBehind}, {"职工", "困难职工子女", within}, {"职工", "资金", unlike},
	} {
		if got := differs(c.text, c.other); got != c.want {
			t.Errorf("differs(%q, %q) = %d, want %d", c.text, c.other, got, c.want)
		}
	}
}

// read reads a sentence by weights.
func read(t *testing.T, text, weights string) []Figure {
	t.Helper()
	r := NewReader(BuiltIn(), lexicon.BuiltIn(), quantity.BuiltIn())
	r.Study(weights)
	return r.Read(text, Sentence{End: len(text), Quantities: quantity.BuiltIn().Scan(nil, text, 0, len(text))})
}

func texts(ps []Proposal) []string {
	var ts []string
	for _, p := range ps {
		ts = append(ts, p.Text)
	}
	return ts
}

// cueOf is a cue that the proposal of that text has and no other.
func cueOf(t *testing.T, ps []Proposal, text string) Cue {
	t.Helper()
	shared := map[Cue]int{}
	for _, p := range ps {
		for _, c := range p.Cues {
			shared[c]++
		}
	}
	for _, p := range ps {
		if p.Text == text {
			for _, c := range p.Cues {
				if shared[c] == 1 {
					return c
				}
			}
		}
	}
	t.Fatalf("no cue is %s's own", text)
	return 0
}

// A word that is a verb with its object proposes both: 养猪 counts 猪.
func TestHalvesArePropositions(t *testing.T) {
	f := read(t, "全社养猪126口", strings.Repeat("\x00", 2*TableSize))[0]
	if nouns := texts(f.Nouns); !slices.Contains(nouns, "猪") {
		t.Errorf("proposed nouns: %q", nouns)
	}
	if verbs := texts(f.Verbs); !slices.Contains(verbs, "养") {
		t.Errorf("proposed verbs: %q", verbs)
	}
}

// A word that the vocabulary takes for a noun is proposed as the verb where a
// verb can stand, and not within a noun phrase.
func TestNounsInTheVerbsPlaceArePropositions(t *testing.T) {
	for _, c := range []struct {
		sentence, word string
		want           bool
	}{
		{"先后辩论42场", "辩论", true},
		{"夏季每天汇演三场", "汇演", true},
		{"发放辩论奖励金42万元", "辩论", false},
	} {
		f := read(t, c.sentence, strings.Repeat("\x00", 2*TableSize))[0]
		if got := slices.Contains(texts(f.Verbs), c.word); got != c.want {
			t.Errorf("%s: %s is among the proposed verbs %q: %t", c.sentence, c.word, texts(f.Verbs), got)
		}
	}
}

// A list that shares a number keeps its whole: no proposal leaves a member out.
func TestProposalsKeepLists(t *testing.T) {
	for _, c := range []struct {
		text, list string
		cut        []string
	}{
		{"慰问环卫工人、快递员和公交司机680名", "环卫工人、快递员和公交司机", []string{"公交司机", "快递员和公交司机", "环卫工人", "环卫工人、快递员"}},
		{"680名环卫工人、快递员参加体检", "环卫工人、快递员", []string{"环卫工人", "快递员"}},
	} {
		f := read(t, c.text, strings.Repeat("\x00", 2*TableSize))[0]
		if f.Indicator != c.list {
			t.Errorf("%s: the grammar reads %q", c.text, f.Indicator)
		}
		for _, text := range texts(f.Nouns) {
			if slices.Contains(c.cut, text) {
				t.Errorf("%s: proposes %q", c.text, text)
			}
		}
	}
}
