package normalize

import (
	"strings"
	"sync"
)

// By-lines: who wrote a report, or where it comes from.

// longestByline is in characters.
const longestByline = 60

// A phrase is text that tells a line's kind by standing in a place of it.
type phrase struct{ place, text string }

var bylines = sync.OnceValue(func() []phrase {
	var list []phrase
	eachRow("bylines.csv", []string{"place", "words", "yes", "no"}, func(cells []string, _ string) {
		for _, w := range strings.Fields(cells[1]) {
			list = append(list, phrase{strings.Clone(cells[0]), strings.Clone(w)})
		}
	})
	return list
})

// in tells whether the phrase stands in its place of text.
func (p phrase) in(text string) bool {
	switch p.place {
	case "start":
		return strings.HasPrefix(text, p.text)
	case "end":
		return strings.HasSuffix(text, p.text)
	}
	return strings.Contains(text, p.text)
}

// bylineLine tells whether a line says who wrote the report.
func bylineLine(text string) bool {
	if len(text) > 4*longestByline || characters(text) > longestByline || finalMark(last(text)) || strings.ContainsAny(text, "，,；。") {
		return false
	}
	text = strings.Trim(text, "()（）[]【】")
	for _, p := range bylines() {
		if p.in(text) {
			return true
		}
	}
	return false
}
