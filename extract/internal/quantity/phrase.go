package quantity

// Set phrases: words and names that hold a numeral and count nothing.

import (
	"fmt"
	"unicode/utf8"

	"unionrep/extract/internal/trie"
	"unionrep/normalize/rules"
)

// turn separates the two halves of a phrase in the trie: from its first
// numeral character to its end, then from that character back to its start.
const turn = '\n'

func (l *Lexicon) addPhrase(e *rules.Entry) error {
	if l.own.Off(phraseClassKind.Name + "/" + e.Text("class")) {
		return nil
	}
	phrase := e.Text("phrase")
	first := len(phrase)
	for i, r := range phrase {
		if starts(r) {
			first = i
			break
		}
	}
	if first == len(phrase) {
		return fmt.Errorf("%s holds no numeral, want a phrase with one, such as 十二五", phrase)
	}
	node := int32(trie.Root)
	for _, r := range phrase[first:] {
		node = l.phrases.Grow(node, r)
	}
	node = l.phrases.Grow(node, turn)
	for i := first; i > 0; {
		r, size := utf8.DecodeLastRuneInString(phrase[:i])
		node = l.phrases.Grow(node, r)
		i -= size
	}
	l.phrases.SetValue(node, 1)
	return nil
}

// phrase is the end of the longest set phrase whose first numeral character is
// at byte i of text, or i.
func (l *Lexicon) phrase(text string, i int) int {
	end := i
	node := int32(trie.Root)
	for at := i; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == turn {
			break
		}
		if node = l.phrases.Step(node, r); node == 0 {
			break
		}
		at += size
		if back := l.phrases.Step(node, turn); back != 0 {
			if _, ok := l.phraseBefore(text, i, back); ok {
				end = at
			}
		}
	}
	return end
}

// barsPhrase is bars for the set phrase whose first numeral character is at
// byte i and that ends at end. Its name is only made where somebody asks.
func (p *parser) barsPhrase(i, end int) bool {
	if p.own == nil && !p.explains && p.ignored == "" {
		return !p.free
	}
	return p.bars("setphrase/" + p.text[p.phraseStart(p.text, i, end):end])
}

// notePhrase notes the set phrase at byte i, which does not cover the number.
func (p *parser) notePhrase(i, end int) {
	if p.explains {
		p.note("setphrase/"+p.text[p.phraseStart(p.text, i, end):end], "it does not cover the number")
	}
}

// phraseStart is where the set phrase begins whose first numeral character is at
// byte i and that ends at end.
func (l *Lexicon) phraseStart(text string, i, end int) int {
	node := int32(trie.Root)
	for _, r := range text[i:end] {
		node = l.phrases.Step(node, r)
	}
	start, _ := l.phraseBefore(text, i, l.phrases.Step(node, turn))
	return start
}

// phraseBefore reports whether the first half of a phrase ends at byte i, and
// where it begins.
func (l *Lexicon) phraseBefore(text string, i int, node int32) (start int, ok bool) {
	start = i
	for l.phrases.Value(node) == 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if size == 0 {
			return start, false
		}
		if node = l.phrases.Step(node, r); node == 0 {
			return start, false
		}
		start -= size
	}
	return start, true
}
