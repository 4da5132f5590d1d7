package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// A doubling is how an accident of extraction repeats a block.
type doubling struct {
	name string
	copy func(block string, r *rand.Rand) string
}

// noisy is a block with some of its characters, no digits, changed.
func noisy(block string, percent int, r *rand.Rand) string {
	const others = "甲乙丙丁戊己庚辛壬癸"
	runes := []rune(block)
	for i, c := range runes {
		if han(c) && !numeral(c) && r.IntN(100) < percent {
			runes[i] = []rune(others)[r.IntN(10)]
		}
	}
	return string(runes)
}

// halfway is a place between two characters in the middle part of a block.
func halfway(block string, r *rand.Rand) int {
	at := len(block)/3 + r.IntN(len(block)/3)
	for block[at]&0xC0 == 0x80 {
		at++
	}
	return at
}

var doublings = []doubling{
	{name: "verbatim", copy: func(b string, _ *rand.Rand) string { return b }},
	{name: "wrapped", copy: func(b string, r *rand.Rand) string { at := halfway(b, r); return b[:at] + "\n\n" + b[at:] }},
	{name: "end cut off", copy: func(b string, r *rand.Rand) string { return b[:halfway(b, r)] }},
	{name: "beginning cut off", copy: func(b string, r *rand.Rand) string { return b[halfway(b, r):] }},
	{name: "2% changed", copy: func(b string, r *rand.Rand) string { return noisy(b, 2, r) }},
	{name: "6% changed", copy: func(b string, r *rand.Rand) string { return noisy(b, 6, r) }},
	{name: "caption within", copy: func(b string, r *rand.Rand) string {
		at := halfway(b, r)
		return b[:at] + "\n\n\n\n图为培训班开班现场。\n\n\n\n" + b[at:]
	}},
}

// TestDoubledBlocks repeats blocks as accidents do and counts the figures, told
// by their digits, that are read once.
func TestDoubledBlocks(t *testing.T) {
	list := prose(t)
	r := rand.New(rand.NewPCG(5, 9))
	for _, d := range doublings {
		blocks, found := 0, 0
		for range 200 {
			order := r.Perm(len(list))
			block := list[order[0]]
			again := d.copy(block, r)
			page := []string{"关爱职工 共建家园", list[order[1]], block, list[order[2]], again, list[order[3]]}
			text := clean(t, strings.Join(page, "\n\n"))
			blocks++
			single := len(strings.Join([]string{page[0], page[1], page[2], page[3], page[5]}, "\n"))
			if left := len(text.Clean()) - single - strings.Count(again, "图为")*len("\n图为培训班开班现场。"); left*5 < len(again) {
				found++
			}
			for _, p := range []string{block, list[order[1]], list[order[2]], list[order[3]]} {
				if !holds(text.Clean(), p) {
					t.Errorf("%s: the figures of %q are lost in\n%s", d.name, p, strings.Join(page, "\n\n"))
				}
			}
			checkPage(t, text)
		}
		if found*100 < blocks*95 {
			t.Errorf("%s: want 95%% found", d.name)
		}
		t.Logf("%-18s %3d of %d copies found", d.name, found, blocks)
	}
}

// numbers are the runs of digits in s.
func numbers(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !digit(r) && r != '.' })
}

// holds tells whether the page has all the numbers of a block.
func holds(page, block string) bool {
	for _, n := range numbers(block) {
		if !strings.Contains(page, n) {
			return false
		}
	}
	return true
}

// TestFilledForms fills one form with different numbers: nothing may be taken for a
// copy.
func TestFilledForms(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 11))
	for _, p := range prose(t) {
		changed := []byte(p)
		for i, c := range changed {
			if digit(rune(c)) && r.IntN(2) == 0 {
				changed[i] = '1' + (c-'1'+1+byte(r.IntN(8)))%9
			}
		}
		for _, sentence := range sentences(p, Span{0, len(p)}) {
			was, is := p[sentence.Start:sentence.End], string(changed[sentence.Start:sentence.End])
			if was == is || characters(was) < 30 {
				continue
			}
			text := clean(t, "关爱职工 共建家园\n\n"+was+"\n\n全县工会干部走进车间班组，了解职工所思所盼。\n\n"+is)
			if len(text.Copies()) > 0 {
				t.Errorf("%q is taken for %q", is, was)
			}
		}
	}
}

// TestCopiesOf follows a figure from the clean text into its copy.
func TestCopiesOf(t *testing.T) {
	const head = "三年来，滨江县总工会筹集帮扶资金860万元，慰问困难"
	const tail = "职工4200人次，资助困难职工子女上学310人。"
	in := head + tail + "\n\n全县建成职工书屋46家。\n\n" + head + "\n\n" + tail
	text := clean(t, in)
	for _, figure := range []string{"860万元", "4200人次", "310人", "慰问困难职工"} {
		i := strings.Index(text.Clean(), figure)
		got := text.CopiesOf(i, i+len(figure))
		if len(got) != 1 || strings.ReplaceAll(in[got[0].Start:got[0].End], "\n", "") != figure || got[0].Start < len(head+tail) {
			t.Errorf("CopiesOf(%q) = %v", figure, got)
		}
	}
	i := strings.Index(text.Clean(), "46家")
	if got := text.CopiesOf(i, i+len("46家")); got != nil {
		t.Errorf("CopiesOf(46家) = %v", got)
	}
}

// TestThreeTimes keeps one of three and links both others to it.
func TestThreeTimes(t *testing.T) {
	const p = "三年来，滨江县总工会筹集帮扶资金860万元，慰问困难职工4200人次，资助困难职工子女上学310人。"
	text := clean(t, strings.Join([]string{p, "全县建成职工书屋46家。", p, "职工文体活动丰富多彩。", p}, "\n"))
	if n := strings.Count(text.Clean(), "860万元"); n != 1 {
		t.Errorf("860万元 is there %d times", n)
	}
	i := strings.Index(text.Clean(), "860万元")
	if got := text.CopiesOf(i, i+len("860万元")); len(got) != 2 {
		t.Errorf("CopiesOf(860万元) = %v", got)
	}
}

// TestJoinedFlag flags a quantity whose halves stood in different blocks, and
// no other.
func TestJoinedFlag(t *testing.T) {
	const left = "三年来，全县各级工会积极参与劳动争议调处工作，落实工资集体协商制度的企业已有"
	const right = "，签订合同3300份，覆盖职工9.1万人。"
	for _, c := range []struct {
		in, figure string
		flagged    bool
	}{
		{left + "2715\n\n家" + right, "2715家", true},
		{left + "27\n\n15家" + right, "2715家", true},
		{left + "2715家" + right, "2715家", false},
		{left + "2715\n\n家" + right, "3300份", false},
		{left + "2715\n\n\n\n图为调解现场。\n\n\n\n家" + right, "2715家", true},
		{"    三年来，全县各级工会积极参与劳动争议调处工作\n，落实工资集体协商制度的企业已有二千余家，签订合\n同3300份，覆盖职工9.1万人，召开职工大会31\n5场，受到广大职工的热烈欢迎和好评。", "315场", false},
	} {
		text := clean(t, c.in)
		i := strings.Index(text.Clean(), c.figure)
		if i < 0 {
			t.Errorf("%q is not in %q", c.figure, text.Clean())
			continue
		}
		flagged := false
		for _, s := range text.Decoded(i, i+len(c.figure)) {
			for _, e := range text.EditsIn(s) {
				flagged = flagged || e.Reason.Flag == "joined"
			}
		}
		if flagged != c.flagged {
			t.Errorf("%q in %q: flagged is %v", c.figure, c.in, flagged)
		}
	}
}
