package normalize

import (
	"slices"
	"strings"
	"sync"
)

// 著 in traditional text is 著 in a few words (顯著, 著作) and the particle 着
// in all others; OpenCC leaves it as it is.

type zheWord struct {
	word    string
	at      int // where 著 stands in it
	becomes rune
}

// zheWords has the longest word first.
var zheWords = sync.OnceValue(func() []zheWord {
	var words []zheWord
	eachRow("zhe.csv", []string{"becomes", "words", "example", "not"}, func(cells []string, _ string) {
		for _, w := range strings.Fields(cells[1]) {
			words = append(words, zheWord{w, strings.Index(w, "著"), []rune(cells[0])[0]})
		}
	})
	slices.SortStableFunc(words, func(a, b zheWord) int { return len(b.word) - len(a.word) })
	return words
})

// zhe is what the 著 at byte i becomes.
func zhe(text string, i int) rune {
	for _, w := range zheWords() {
		if i >= w.at && strings.HasPrefix(text[i-w.at:], w.word) {
			return w.becomes
		}
	}
	return '着'
}
