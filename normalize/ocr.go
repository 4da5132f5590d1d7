package normalize

// What recognisers and typists do to a text: blanks in numbers, letters for
// digits, characters that look like others. What the context proves is put
// right; what it does not prove is left and noted.
//
// Punctuation keeps the width that the author gave it: half-width marks stand
// in Chinese text as full-width ones do, and everything behind this pass reads
// both alike.

// ocr puts right what recognisers and typists did. Blanks within words go
// before words are looked at, and words before the blanks around numbers,
// because a word beside a number tells whether the blank between them stays.
func ocr(t *Text, o Options) *Text {
	for _, step := range []pass{spacedLines, strayLetters, spacedWords, brokenWords, lookAlikes, numberBlanks} {
		t = step(t, o)
	}
	return t
}
