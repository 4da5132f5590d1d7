package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// A wrapping is how a machine breaks paragraphs into lines.
type wrapping struct {
	name   string
	indent string // of a paragraph's first line
	rest   string // of the others
	blank  bool   // between paragraphs
	marks  bool   // no line begins with a mark: the line before ends earlier
	bytes  bool   // width counts two for a Han character and one for a digit
	want   int    // percent
}

var wrappings = []wrapping{
	{name: "set in by two characters", indent: "　　", want: 98},
	{name: "set in by four blanks, marks kept", indent: "    ", marks: true, want: 98},
	{name: "blank lines", blank: true, want: 98},
	{name: "blank lines, marks kept, columns", blank: true, marks: true, bytes: true, want: 98},
	{name: "set in and blank lines", indent: "　　", blank: true, marks: true, bytes: true, want: 98},
	{name: "all set in", indent: "      ", rest: "  ", want: 98},
	{name: "neither, marks kept, columns", marks: true, bytes: true, want: 85},
}

// wrap breaks a paragraph into lines of the given width in characters.
func (w wrapping) wrap(p string, width int) string {
	weigh := func(r rune) int {
		if !w.bytes || r >= 0x80 {
			return 2
		}
		return 1
	}
	var b strings.Builder
	used := 0
	line := w.indent
	for i, r := range p {
		if i == 0 {
			for _, blank := range line {
				used += weigh(blank)
			}
			b.WriteString(line)
		}
		next, _ := runeAt(p, min(i+len(string(r)), len(p)-1))
		if used+weigh(r) > 2*width || w.marks && used+weigh(r)+2 > 2*width && strings.ContainsRune("，。、；：！？”）", next) {
			b.WriteString("\n" + w.rest)
			used = 2 * len(w.rest)
			if w.bytes {
				used = len(w.rest)
			}
		}
		b.WriteRune(r)
		used += weigh(r)
	}
	return b.String()
}

// TestWrappedPages wraps pages and counts the paragraphs that come out whole.
func TestWrappedPages(t *testing.T) {
	list := prose(t)
	r := rand.New(rand.NewPCG(2, 3))
	for _, w := range wrappings {
		whole, all := 0, 0
		for range 60 {
			width := 18 + r.IntN(25)
			order := r.Perm(len(list))[:6]
			page := []string{w.indent + "关爱职工 共建家园"}
			for k, i := range order {
				if k%3 == 0 {
					page = append(page, w.indent+"健全机制 完善服务网络")
				}
				page = append(page, w.wrap(list[i], width))
			}
			between := "\n"
			if w.blank {
				between = "\n\n"
			}
			text := clean(t, strings.Join(page, between))
			got := "\n" + text.Clean() + "\n"
			for _, i := range order {
				all++
				if strings.Contains(got, "\n"+list[i]+"\n") {
					whole++
				}
			}
		}
		if whole*100 < all*w.want {
			t.Errorf("%s: want %d%%", w.name, w.want)
		}
		t.Logf("%-34s %3d of %d paragraphs whole", w.name, whole, all)
	}
}
