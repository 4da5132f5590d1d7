package normalize

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// prose are the paragraphs of our own reports that are clean as they stand.
func prose(t testing.TB) []string {
	t.Helper()
	var list []string
	for _, pattern := range []string{"../testdata/reports/0[1246]*.txt", "../testdata/reports/05*.txt", "../testdata/corpus/dev/10[1-7]*.txt"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, err := Clean(raw, Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range text.Blocks() {
				if p := text.Clean()[b.Start:b.End]; b.Kind == Paragraph && characters(p) > 90 && finalMark(last(p)) {
					list = append(list, p)
				}
			}
		}
	}
	if len(list) < 50 {
		t.Fatalf("%d paragraphs only", len(list))
	}
	return list
}

// A laying is how a page lays the two halves of a paragraph.
type laying struct {
	name  string
	lay   func(left, right string, others []string, r *rand.Rand) []string
	right int // percent that must come together again, 0 where the file lacks a half
	wrong int // percent that may come together with what is not theirs
}

var layings = []laying{
	{"break", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], l, r, o[1]}
	}, 70, 2},
	{"caption", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], l, "", "", "图为培训班开班现场。", "", "", r, o[1]}
	}, 65, 6},
	{"two captions", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], l, "", "", "困难职工家庭走访", "", "", "技能大赛决赛现场", "", "", r, o[1], "", "健全机制 完善服务网络", "", o[2]}
	}, 65, 2},
	{"caption set as text", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], l, "工会干部走访看望坚守岗位的一线职工。", r, o[1]}
	}, 60, 8},
	{"page head", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], l, "3 2016年5月12日 星期四", r, o[1]}
	}, 70, 2},
	{"column", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], l, "健全机制 完善服务网络", o[1], o[2], r, o[3]}
	}, 20, 4},
	{"column before", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], r, o[1], o[2], l, "健全机制 完善服务网络", o[3]}
	}, 20, 4},
	{"right lost", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], l, o[1], o[2]}
	}, 0, 20},
	{"left lost", func(l, r string, o []string, _ *rand.Rand) []string {
		return []string{o[0], r, o[1], o[2]}
	}, 0, 2},
	{"middle lost", func(l, r string, o []string, g *rand.Rand) []string {
		_, n := runeAt(r, 0)
		for range 9 + g.IntN(20) {
			_, k := runeAt(r, n)
			n += k
		}
		return []string{o[0], l, r[n:], o[1]}
	}, 0, 50},
}

// TestCutParagraphs cuts paragraphs as pages do and counts which halves come
// together again, and which come together with another's.
func TestCutParagraphs(t *testing.T) {
	list := prose(t)
	for _, c := range layings {
		r := rand.New(rand.NewPCG(3, 7)) // the same cuts for each
		right, wrong, missed := 0, 0, 0
		const pages = 300
		for range pages {
			order := r.Perm(len(list))
			p := []rune(list[order[0]])
			at := 25 + r.IntN(len(p)-60)
			for finalMark(p[at-1]) || strings.ContainsRune(closers+"；：;:", p[at-1]) || strings.ContainsRune(closers+" 。；，、：", p[at]) {
				at++
			}
			var others []string
			for _, i := range order[1:5] {
				others = append(others, list[i])
			}
			left, rest := string(p[:at]), string(p[at:])
			raw := strings.Join(c.lay(left, rest, others, r), "\n\n")
			text, err := Clean([]byte("关爱职工 共建家园\n\n"+raw), Options{})
			if err != nil {
				t.Fatal(err)
			}
			k := strings.Index(text.Clean(), left)
			if k < 0 {
				missed++
				continue
			}
			after := text.Clean()[k+len(left):]
			switch {
			case c.right > 0 && strings.HasPrefix(after, rest):
				right++
			case strings.HasPrefix(after, "\n") || after == "":
				missed++
			default:
				wrong++
			}
		}
		if right*100 < c.right*pages || wrong*100 > c.wrong*pages {
			t.Errorf("%s: want at least %d%% right and at most %d%% wrong", c.name, c.right, c.wrong)
		}
		t.Logf("%-14s %3d right %3d missed %3d wrong of %d", c.name, right, missed, wrong, pages)
	}
}
