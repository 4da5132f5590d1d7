package normalize

import (
	"strings"
	"sync"
)

// The words that tell what part a line plays on its page, and how sentences
// begin and go on.

// A phrase is text that tells by standing in a place of a line.
type phrase struct {
	place string // start, end, whole or anywhere
	text  string
}

// in tells whether the phrase stands in its place of text.
func (p phrase) in(text string) bool {
	switch p.place {
	case "start":
		return strings.HasPrefix(text, p.text)
	case "end":
		return strings.HasSuffix(text, p.text)
	case "whole":
		return text == p.text
	}
	return strings.Contains(text, p.text)
}

// phrases are the phrases of each part.
var phrases = sync.OnceValue(func() map[string][]phrase {
	parts := map[string][]phrase{}
	eachRow("blocks.csv", []string{"part", "place", "words", "yes", "no"}, func(cells []string, _ string) {
		for _, w := range strings.Fields(cells[2]) {
			parts[cells[0]] = append(parts[cells[0]], phrase{cells[1], strings.ReplaceAll(w, "_", " ")})
		}
	})
	return parts
})

// tells tells whether a line has a phrase of a part.
func tells(part, text string) bool {
	for _, p := range phrases()[part] {
		if p.in(text) {
			return true
		}
	}
	return false
}

// longestByline is in characters.
const longestByline = 60

// bylineLine tells whether a line says who wrote the report.
func bylineLine(text string) bool {
	if len(text) > 4*longestByline || characters(text) > longestByline || finalMark(last(text)) || strings.ContainsAny(text, "，,；。") {
		return false
	}
	inner := strings.TrimLeft(strings.Trim(text, "()（）[]【】"), "■●◆▲★ ")
	return tells("byline", inner) || officer(inner, bracketed(text))
}

// A vocabulary says which words belong to a class, by their first character.
type vocabulary map[rune][]string

// sentenceWords are the classes of the words that sentences begin with.
var sentenceWords = sync.OnceValue(func() map[string]vocabulary {
	classes := map[string]vocabulary{}
	eachRow("sentences.csv", []string{"class", "words", "yes", "no"}, func(cells []string, _ string) {
		words := classes[cells[0]]
		if words == nil {
			words = vocabulary{}
			classes[cells[0]] = words
		}
		for _, w := range strings.Fields(cells[1]) {
			words[first(w)] = append(words[first(w)], w)
		}
	})
	return classes
})

// begins tells whether text begins with a word of a class.
func begins(class, text string) bool {
	for _, w := range sentenceWords()[class][first(text)] {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// finishes tells whether text ends with a word of a class.
func finishes(class, text string) bool {
	for _, words := range sentenceWords()[class] {
		for _, w := range words {
			if strings.HasSuffix(text, w) {
				return true
			}
		}
	}
	return false
}

// standsAlone tells whether a character is a word by itself.
func standsAlone(r rune) bool { return len(sentenceWords()["stands"][r]) > 0 }

// officer tells whether a line is somebody's office and name or, in brackets,
// organisation and name.
func officer(text string, inBrackets bool) bool {
	fields := strings.Fields(text)
	if len(fields) < 2 {
		return false
	}
	name := fields[len(fields)-1]
	if !personal(name) || characters(name) > 3 && !tells("surname", name) {
		return false
	}
	return tells("office", fields[0]) || inBrackets && tells("body", fields[0])
}
