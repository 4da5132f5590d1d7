package lexicon

import (
	"slices"
	"strings"

	"unionrep/normalize/rules"
)

// Test are the examples of an entry that fail: a text must hold a token that is
// one of its words and has its class.
func (w *Words) Test(e *rules.Entry) []rules.Failure {
	if e.Kind != &wordKind {
		return nil
	}
	class := Class(classes[e.Text("class")][0])
	segmenter := NewSegmenter(w)
	return e.Examples(func(text string) (bool, string) {
		found := false
		var got []string
		for _, t := range segmenter.Cut(nil, text, 0, len(text)) {
			word := text[t.Start:t.End]
			found = found || t.Class == class && slices.Contains(e.Words("words"), word)
			got = append(got, word+"/"+t.Class.String())
		}
		return found, strings.Join(got, " ")
	})
}

// String is the name of a class, as rules files and explanations give it.
func (c Class) String() string {
	for name, letter := range classes {
		if letter == string(c) {
			return name
		}
	}
	switch c {
	case CommonVerb:
		return "commonverb"
	case Measure:
		return "measure"
	case Number:
		return "number"
	case Idiom:
		return "idiom"
	case Quantity, Loose:
		return "quantity"
	case Mark:
		return "mark"
	case Quoted:
		return "quoted"
	case Bracket:
		return "bracket"
	}
	return "unknown"
}
