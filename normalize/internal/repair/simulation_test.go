package repair

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"unionrep/normalize/internal/simulate"
)

// A tally counts what became of the characters of simulated reports.
type tally struct {
	pages, places         int
	damaged, digits       int // characters, and how many of them are digits
	right, wrong, outside int // of the damaged ones; outside: wrong ones that no spot covers
	broken                int // sound characters that a repair changed
	sure, sureRight       int // damaged characters within spots of 0.9 and more
}

// TestSimulatedDamage publishes made-up reports and repairs the pages.
func TestSimulatedDamage(t *testing.T) {
	pages := uint64(240)
	if testing.Short() {
		pages = 20
	}
	var n tally
	for seed := range pages {
		r := rand.New(rand.NewPCG(seed, 7))
		report := simulate.Traditional(simulate.Report(r, 1000))
		page, err := simulate.Draw(r, 60+r.IntN(161)).Publish(report)
		if err != nil {
			t.Fatal(err)
		}
		n.compare(report, page)
	}
	share := float64(n.right) / float64(n.damaged)
	t.Logf("%d pages, %d damaged places: of %d damaged characters (%d of them digits) %.2f %% are right, %d wrong, %d outside any edit; %d sound ones changed; of %d that were sure by 0.9 %.2f %% are right",
		n.pages, n.places, n.damaged, n.digits, 100*share, n.wrong, n.outside, n.broken, n.sure, 100*float64(n.sureRight)/float64(n.sure))
	if share < 0.93 && !testing.Short() {
		t.Errorf("%.2f %% of the damaged characters are right, want 93", 100*share)
	}
	if n.outside > 0 {
		t.Errorf("%d wrong characters carry no flag", n.outside)
	}
}

// TestUndamagedText: what was not damaged is left alone, published or not.
func TestUndamagedText(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 11))
		report := simulate.Report(r, 1000)
		traditional := simulate.Traditional(report)
		site := simulate.Draw(r, 200)
		annotated := injectedByCharacter(traditional, site.List)
		for _, text := range []string{report, traditional, annotated} {
			if spots := Find(text); len(spots) > 0 {
				t.Errorf("%d spots in sound text, the first: %+v", len(spots), spots[0])
			}
		}
	}
}

// injectedByCharacter annotates characters, not bytes: nothing breaks.
func injectedByCharacter(report string, list map[rune]string) string {
	var out strings.Builder
	for _, r := range report {
		out.WriteRune(r)
		if reading, listed := list[r]; listed {
			out.WriteString("(" + reading + ")")
		}
	}
	return out.String()
}

var injected = regexp.MustCompile(`\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)`)

// A restored page is its characters, each with the spot that it stands in.
type restored struct {
	chars []rune
	spots []int // index + 1 of the spot, 0 for none
}

func (r *restored) put(text string, spot int) {
	for _, char := range half(text) {
		r.chars = append(r.chars, char)
		r.spots = append(r.spots, spot)
	}
}

func restore(page string, spots []Spot) *restored {
	r := &restored{}
	i := 0
	for k, s := range spots {
		r.put(injected.ReplaceAllString(page[i:s.Start], ""), 0)
		r.put(s.To, k+1)
		i = s.End
	}
	r.put(injected.ReplaceAllString(page[i:], ""), 0)
	return r
}

func (n *tally) compare(report string, page simulate.Page) {
	spots := Find(page.Text)
	got := restore(page.Text, spots)
	want := []rune(half(report))
	kept := align(want, got.chars)
	n.pages++
	n.places += len(page.Damaged)
	damaged := make([]bool, len(want))
	for _, d := range page.Damaged {
		first := utf8.RuneCountInString(report[:d[0]])
		for k := range utf8.RuneCountInString(report[d[0]:d[1]]) {
			damaged[first+k] = true
		}
	}
	for k, char := range want {
		right := kept[k] >= 0
		spot := covering(got, kept, k)
		if !damaged[k] {
			if !right {
				n.broken++
			}
			continue
		}
		n.damaged++
		if char >= '0' && char <= '9' {
			n.digits++
		}
		if spot > 0 && spots[spot-1].Sure >= 0.9 {
			n.sure++
			if right {
				n.sureRight++
			}
		}
		switch {
		case right:
			n.right++
		case spot > 0:
			n.wrong++
		default:
			n.wrong++
			n.outside++
		}
	}
}

// covering is the spot that a character of the report came out in, or between
// whose neighbours it went missing.
func covering(got *restored, kept []int, k int) int {
	if kept[k] >= 0 {
		return got.spots[kept[k]]
	}
	from, to := 0, len(got.chars)
	for i := k; i >= 0; i-- {
		if kept[i] >= 0 {
			from = kept[i]
			break
		}
	}
	for i := k; i < len(kept); i++ {
		if kept[i] >= 0 {
			to = min(kept[i]+1, len(got.chars))
			break
		}
	}
	for _, spot := range got.spots[from:to] {
		if spot > 0 {
			return spot
		}
	}
	return 0
}

// half is a text with full-width ASCII in half width.
func half(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}

// align is where each character of a stands in b, -1 where it is missing. Where
// the two differ it goes on at the nearest place where both are alike again.
func align(a, b []rune) []int {
	at := make([]int, len(a))
	for i := range at {
		at[i] = -1
	}
	for i, k := 0, 0; i < len(a) && k < len(b); {
		if a[i] == b[k] {
			at[i] = k
			i++
			k++
			continue
		}
		di, dk := resume(a[i:], b[k:])
		i += di
		k += dk
	}
	return at
}

func resume(a, b []rune) (int, int) {
	const far = 60
	for d := 1; d < 2*far; d++ {
		for di := max(0, d-far); di <= min(d, far); di++ {
			if alike(a, b, di, d-di) {
				return di, d - di
			}
		}
	}
	return len(a), len(b)
}

func alike(a, b []rune, i, k int) bool {
	const run = 4
	for j := range run {
		if i+j >= len(a) || k+j >= len(b) {
			return i+j >= len(a) && k+j >= len(b)
		}
		if a[i+j] != b[k+j] {
			return false
		}
	}
	return true
}
