package normalize

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// pageOf is a text of about n bytes: prose of our own with its characters
// shuffled, so that no block repeats another.
func pageOf(t testing.TB, list []string, n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		if i%9 == 0 {
			fmt.Fprintf(&b, "%d年工作纪实\n\n", 1000+i)
		}
		runes := []rune(list[i%len(list)])
		for k, c := range runes {
			if o := r.IntN(len(runes)); han(c) && han(runes[o]) {
				runes[k], runes[o] = runes[o], c
			}
		}
		b.WriteString(string(runes))
		b.WriteString("\n\n")
	}
	return b.String()
}

func BenchmarkLayout(b *testing.B) {
	list := prose(b)
	for _, size := range []int{1 << 20, 8 << 20} {
		in := pageOf(b, list, size)
		b.Run(fmt.Sprintf("%dMB", size>>20), func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				old := newText(&Source{raw: []byte(in), decoded: in})
				copies(layout(old, Options{}), Options{})
			}
		})
	}
}
