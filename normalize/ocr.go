package normalize

// What recognisers and typists do to a text: blanks in numbers, letters for
// digits, characters that look like others. What the context proves is put
// right; what it does not prove is left and noted.
//
// Punctuation keeps the width that the author gave it: half-width marks stand
// in Chinese text as full-width ones do, and everything behind this pass reads
// both alike.

// ocr puts right what recognisers and typists did. Invisible characters go
// first because they hide what stands side by side, and blanks before words
// because they cut words up.
func ocr(t *Text, o Options) *Text {
	for _, step := range []pass{invisible, letterDigits, numberBlanks, spacedWords, lookAlikes, strays} {
		t = step(t, o)
	}
	return t
}
