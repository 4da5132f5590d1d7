package normalize

import (
	"testing"
	"unicode/utf8"
)

// FuzzLayout feeds pages to the passes that this file's neighbours test. Seeds
// are the spec files.
func FuzzLayout(f *testing.F) {
	for _, name := range []string{"layout.txt", "copies.txt"} {
		for _, c := range pageCases(f, name) {
			f.Add(c.in)
		}
	}
	f.Add("\ufeff\r\n\r\n　　\t\n# \n## ——\n----\n|||\n\f1\n2\n3")
	f.Add("——\n——\n、\n”\n“\n）（\n8\n8\n8家")
	f.Add("\u2002")
	const p = "慰问困难职工4200人次，资助困难职工子女上学，解决问"
	f.Add(p + "题145个。\n\n" + p + "145个。")
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			t.Skip("the passes before this one let valid text through only")
		}
		twoPasses := func(in string) *Text {
			text := copies(layout(newText(&Source{raw: []byte(in), decoded: in}), Options{}), Options{})
			text.settle()
			return text
		}
		text := twoPasses(in)
		if again := twoPasses(text.Clean()); again.Clean() != text.Clean() {
			t.Fatalf("%q becomes %q", text.Clean(), again.Clean())
		}
		if !utf8.ValidString(text.Clean()) {
			t.Fatalf("%q is not valid", text.Clean())
		}
		checkPage(t, text)
		for i := range text.Clean() {
			for _, s := range text.Decoded(i, len(text.Clean())) {
				if s.Start < 0 || s.End < s.Start || s.End > len(in) {
					t.Fatalf("clean byte %d is at %v of %d", i, s, len(in))
				}
			}
		}
	})
}
