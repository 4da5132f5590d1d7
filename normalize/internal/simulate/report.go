package simulate

import (
	_ "embed"
	"encoding/csv"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"unionrep/normalize/internal/opencc"
)

//go:embed words.csv
var wordTable string

//go:embed patterns.csv
var patternTable string

var vocabulary = sync.OnceValue(func() map[string][]string {
	words := map[string][]string{}
	for _, row := range table(wordTable) {
		words[row[0]] = strings.Fields(row[1])
	}
	return words
})

var patterns = sync.OnceValue(func() []string {
	var all []string
	for _, row := range table(patternTable) {
		all = append(all, row[0])
	}
	return all
})

// table reads the lines of a table behind its header.
func table(text string) [][]string {
	r := csv.NewReader(strings.NewReader(text))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err)
	}
	return rows[1:]
}

// Report makes up a report in simplified script of at least n characters, in
// paragraphs.
func Report(r *rand.Rand, n int) string {
	var out strings.Builder
	for left := n; left > 0; {
		for range 3 + r.IntN(4) {
			s := sentence(r, patterns()[r.IntN(len(patterns()))])
			out.WriteString(s)
			left -= utf8.RuneCountInString(s)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// sentence fills the slots of a pattern.
func sentence(r *rand.Rand, pattern string) string {
	var out strings.Builder
	for i := 0; i < len(pattern); i++ {
		switch {
		case pattern[i] == '{':
			end := i + strings.IndexByte(pattern[i:], '}')
			words := vocabulary()[pattern[i+1:end]]
			out.WriteString(words[r.IntN(len(words))])
			i = end
		case strings.HasPrefix(pattern[i:], "0.0"):
			out.WriteString(strconv.FormatFloat(float64(r.IntN(9000)+100)/10, 'f', -1, 64))
			i += 2
		case pattern[i] == '0':
			out.WriteString(strconv.Itoa(1 + r.IntN([]int{9, 99, 999, 9999}[r.IntN(4)])))
		default:
			out.WriteByte(pattern[i])
		}
	}
	return out.String()
}

var converter = sync.OnceValue(opencc.SimplifiedToTaiwan)

// Traditional is a report in traditional script.
func Traditional(report string) string { return converter().Convert(report) }
