// Package near finds the word that was meant by one that is a slip of it.
package near

import "unicode/utf8"

// Word is the word that word can be a slip of, "" where there is none.
func Word(word string, words []string) string {
	size := utf8.RuneCountInString(word)
	best, limit := "", 1+size/4
	for _, w := range words {
		if d := distance([]rune(word), []rune(w)); d <= limit && d < size && w != word {
			best, limit = w, d-1
		}
	}
	return best
}

// Hint asks whether a word was meant by one that is a slip of it, as the end of
// a message; it is "" where no word can have been meant.
func Hint(word string, words []string) string {
	if meant := Word(word, words); meant != "" {
		return "; did you mean " + meant + "?"
	}
	return ""
}

// distance counts the characters to put in, take out, change or swap to turn a
// into b (optimal string alignment).
func distance(a, b []rune) int {
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := row[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			next[j] = min(row[j]+1, next[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
