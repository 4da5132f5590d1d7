package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSideBySide lays two paragraphs side by side, as programs that copy a
// printed page do, and counts those that come out whole.
func TestSideBySide(t *testing.T) {
	list := prose(t)
	r := rand.New(rand.NewPCG(4, 9))
	w := wrapping{bytes: true, marks: true}
	for _, blank := range []string{" ", "　"} {
		whole, all := 0, 0
		for range 120 {
			width := 16 + r.IntN(14)
			order := r.Perm(len(list))
			left := strings.Split(w.wrap(list[order[0]], width), "\n")
			right := strings.Split(w.wrap(list[order[1]], width), "\n")
			var page strings.Builder
			page.WriteString("关爱职工 共建家园\n\n")
			for k := range max(len(left), len(right)) {
				var l string
				if k < len(left) {
					l = left[k]
				}
				page.WriteString(l)
				if k < len(right) {
					for at := columns(l); at < 2*width+4; at += columns(blank) {
						page.WriteString(blank)
					}
					page.WriteString(right[k])
				}
				page.WriteByte('\n')
			}
			page.WriteString("\n" + list[order[2]] + "\n")
			got := "\n" + clean(t, page.String()).Clean() + "\n"
			for _, i := range order[:3] {
				all++
				if strings.Contains(got, "\n"+list[i]+"\n") {
					whole++
				}
			}
		}
		if whole*100 < all*95 {
			t.Errorf("gutter of %q: want 95%%", blank)
		}
		t.Logf("gutter of %q: %d of %d paragraphs whole", blank, whole, all)
	}
}
