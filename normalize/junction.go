package normalize

import (
	"strings"
	"unicode/utf8"

	"unionrep/normalize/internal/bigram"
)

// How well one block reads on after another: whether the end of the one and the
// beginning of the other are the halves of a sentence, by the quotations that
// they leave open, by numbers and their units, and by the words that a break
// between them would cut.

// Weights of the evidence. Adjacency is added by the caller.
const (
	ofQuotes  = 3.0 // a quotation opened on one side and closed on the other
	ofNumber  = 3.0 // a number and its unit
	ofWord    = 3.0 // a word that neither side has whole
	ofVerb    = 2.0 // a verb behind a mark, whose subject was told before
	ofMark    = 1.0 // a mark that something must follow
	ofOpening = 2.5 // what follows begins like a sentence
	ofClause  = 1.5 // the same behind a comma
)

// never is the score of what cannot be the halves of a sentence.
const never = -9

// junction is how well b reads on after a: about 0 where nothing speaks for it
// and nothing against, more where something speaks for it.
func junction(a, b string) float64 {
	score := evidence(a, b)
	if score > never {
		score -= opening(a, b)
	}
	return score
}

// opening is what the beginning of b tells against its going on with a. Behind a
// comma much can begin that begins sentences too.
func opening(a, b string) float64 {
	switch {
	case opensParagraph(b):
		return ofOpening
	case openEnded(last(a)):
		if opensSentence(b) {
			return ofClause
		}
	case opensSentence(b) || heads(b):
		return ofOpening
	}
	return 0
}

// evidence is what the two sides of a break tell, apart from how b begins.
func evidence(a, b string) float64 {
	if a == "" || b == "" {
		return never
	}
	qa, qb := balance(a), balance(b)
	if ends(a) && (qa.open == 0 || qb.closed == 0) {
		return never
	}
	score := 0.0
	switch {
	case qa.open > 0 && qb.closed > 0:
		score += ofQuotes
	case qb.closed > 0, qa.open > 0 && ends(b):
		score -= ofQuotes
	}
	if cutNumber(a, b) != noCut {
		return score + ofNumber
	}
	end, start := last(a), first(b)
	score += markEvidence(end, start)
	switch {
	case endsInNumber(a) || digit(end):
		score -= ofNumber
	case han(end) && han(start):
		score += wordEvidence(a, b)
	case han(start):
		score += startEvidence(b)
	}
	return score
}

// markEvidence is what the marks on the two sides of a break tell.
func markEvidence(end, start rune) float64 {
	score := 0.0
	if openEnded(end) {
		score += ofMark
	}
	if strings.ContainsRune("，、。；：,;:）)”》！？%", start) {
		if openEnded(end) {
			return -ofNumber
		}
		score += 2 * ofMark
	}
	return score
}

// endsInNumber tells whether a text breaks off in a number or right behind it.
func endsInNumber(a string) bool {
	a = strings.TrimRight(a, "万亿余多千百")
	return a != "" && digit(last(a))
}

// wordEvidence is what the words around a break between two Han characters
// tell: a word that only the two sides together have speaks for it, a character
// that is left over on one side speaks against it.
func wordEvidence(a, b string) float64 {
	end, start := last(a), first(b)
	after, _ := utf8.DecodeRuneInString(b[utf8.RuneLen(start):])
	orphans := 0
	if leftOver(a) {
		orphans++
	}
	if orphaned(start, after) {
		orphans++
	}
	switch {
	case sameWord(end, start) && orphans > 0:
		return ofWord
	case sameWord(end, start):
		return ofWord / 6
	}
	return -ofWord * float64(orphans)
}

// leftOver tells whether the last character of a text is the beginning of a word.
func leftOver(a string) bool {
	end := last(a)
	before, _ := utf8.DecodeLastRuneInString(a[:len(a)-utf8.RuneLen(end)])
	return !standsAlone(end) && (!han(before) || !attached(before, end))
}

// completes tells whether b begins with the rest of the word or of the number
// that a breaks off in.
func completes(a, b string) bool {
	end, start := last(a), first(b)
	return cutNumber(a, b) != noCut || han(end) && han(start) && sameWord(end, start) && leftOver(a)
}

// startEvidence is what the first word of b tells where a mark is before it.
func startEvidence(b string) float64 {
	start, n := utf8.DecodeRuneInString(b)
	if orphaned(start, first(b[n:])) {
		return -ofWord
	}
	return 0
}

// orphaned tells whether the first character of a text is the rest of a word.
func orphaned(start, after rune) bool {
	if standsAlone(start) || digit(after) || strings.ContainsRune("“《（(「『", after) {
		return false
	}
	return !han(after) || !attached(start, after)
}

// sameWord tells whether two characters that follow each other are likelier
// within a word than at the end of one and the beginning of the next.
func sameWord(a, b rune) bool { return within(a, b) > 1 }

// attached tells whether two characters that follow each other can well be
// within a word.
func attached(a, b rune) bool { return within(a, b) > 0.15 }

// within is the odds that two characters that follow each other are within a
// word.
func within(a, b rune) float64 {
	m := bigram.Load()
	began := m.Begins(a)
	return m.Goes(a, began, b) / (m.Ends(a, began) * m.First(b))
}

// opensSentence tells whether a block begins like a sentence of its own.
func opensSentence(b string) bool {
	return opensParagraph(b) || strings.ContainsRune("“—", first(b)) || begins("scopes", b) || framed(b) || acting(b)
}

// opensParagraph tells whether a block begins as nothing but a paragraph does:
// with its time, a connective, a number or the mark of a list.
func opensParagraph(b string) bool {
	if begins("opens", b) || numbering(b) > 0 || strings.ContainsRune("【●■◆★▲□", first(b)) || tells("dateline", b) {
		return true
	}
	rest := strings.TrimLeft(b, "0123456789")
	return rest != b && (strings.HasPrefix(rest, "年来") || strings.HasPrefix(rest, "年，") || strings.HasPrefix(rest, "年,"))
}

// framed tells whether a text opens with a clause that says when or where.
func framed(b string) bool {
	k := strings.IndexAny(b, "，,。；;：:")
	if k < 9 || k > 60 || first(b[k:]) != '，' && first(b[k:]) != ',' {
		return false
	}
	return finishes("frames", b[:k])
}

// acting tells whether a text begins with an organisation that does something.
func acting(b string) bool {
	for i := range firstCharacters(b, 14) {
		if i > 0 && begins("acts", b[i:]) && tells("body", b[:i]) {
			return true
		}
	}
	return false
}

// heads tells whether a text begins with a short sentence that is the heading
// of what follows.
func heads(b string) bool {
	n := 0
	for i, r := range b {
		if n++; n > 14 {
			return false
		}
		if finalMark(r) {
			return n > 4 && i+utf8.RuneLen(r) < len(b)
		}
		if r == '，' || r == ',' || digit(r) {
			return false
		}
	}
	return false
}

// odd tells whether a block begins as no sentence does: with the rest of a word
// or of a quotation, with a mark, or with a verb that has no subject.
func odd(b string) bool {
	start, n := utf8.DecodeRuneInString(b)
	if strings.ContainsRune("，、。；：,;:）)”》！？%", start) || balance(b).closed > 0 {
		return true
	}
	return han(start) && (orphaned(start, first(b[n:])) || begins("carries", b))
}
