package extract

import (
	"strings"
	"unicode/utf8"

	"unionrep/normalize"
)

// Sentences are the sentences of the clean text, in order and block by block:
// headings, captions and rows of tables too. Together they hold all that
// Extract reads.
func Sentences(text *normalize.Text) []normalize.Span {
	var sentences []normalize.Span
	for _, b := range text.Blocks() {
		for from := b.Start; from < b.End; {
			to := sentenceEnd(text.Clean(), from, b.End)
			sentences = append(sentences, normalize.Span{Start: from, End: to})
			from = to
		}
	}
	return sentences
}

// sentenceEnd is where the sentence that begins at from ends in text[:to],
// behind its final mark and the quotation marks that close after it.
func sentenceEnd(text string, from, to int) int {
	for i := from; i < to; {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			if c == '!' || c == '?' || c == '\n' {
				return closing(text, i, to)
			}
			continue
		}
		// 。 is E3 80 82, ！ EF BC 81, ？ EF BC 9F
		if i+3 <= to && (c == 0xe3 && text[i+1] == 0x80 && text[i+2] == 0x82 ||
			c == 0xef && text[i+1] == 0xbc && (text[i+2] == 0x81 || text[i+2] == 0x9f)) {
			return closing(text, i+3, to)
		}
		_, size := utf8.DecodeRuneInString(text[i:to])
		i += size
	}
	return to
}

// closing passes the marks that belong to the sentence before them.
func closing(text string, i, to int) int {
	for i < to {
		c, size := utf8.DecodeRuneInString(text[i:to])
		if !strings.ContainsRune("”’」』）)。！？!?", c) {
			break
		}
		i += size
	}
	return i
}
