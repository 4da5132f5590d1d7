package normalize

import (
	"strings"
	"testing"
)

// BenchmarkOwnPasses measures each pass on text that it finds nothing in.
func BenchmarkOwnPasses(b *testing.B) {
	text := strings.Repeat("五年来，全县各级工会共帮扶困难职工1280人次，发放帮扶资金320余万元（含慰问品），组建率达95%以上。\n", 4000)
	clean := newText(&Source{decoded: text})
	for _, c := range []struct {
		name string
		pass pass
	}{
		{"traits", func(t *Text, _ Options) *Text { traitsOf(t.clean); return t }}, {"invisible", invisible}, {"width", width}, {"readings", readings}, {"ocr", ocr},
		{"strayLetters", strayLetters}, {"spacedWords", spacedWords}, {"brokenWords", brokenWords}, {"lookAlikes", lookAlikes}, {"numberBlanks", numberBlanks},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				c.pass(clean, Options{})
			}
		})
	}
}
