package normalize

import (
	"strconv"
	"strings"
	"sync"
)

// Lines that a site or a watermark put on the page: buttons, counters, notices,
// addresses.

// A siteWord is a word that such a line has.
type siteWord struct {
	phrase
	longest int // characters of a line that has it
}

var siteWords = sync.OnceValue(func() []siteWord {
	var all []siteWord
	eachRow("furniture.csv", []string{"where", "words", "longest", "example", "counter"}, func(cells []string, place string) {
		longest, err := strconv.Atoi(cells[2])
		if err != nil {
			panic(place + ": " + err.Error())
		}
		for w := range strings.FieldsSeq(cells[1]) {
			all = append(all, siteWord{phrase{cells[0], strings.ReplaceAll(w, "_", " ")}, longest})
		}
	})
	return all
})

const (
	longestSiteClause = 20 // characters of a site's line with a comma in it
	longestAddress    = 60 // characters of a line with an address in it
)

// siteLine tells whether a line is a site's and not the report's.
func siteLine(line string) bool {
	if strings.ContainsAny(line, "。；;") {
		return false
	}
	length := characters(line)
	if length > longestSiteClause && strings.Contains(line, "，") {
		return false
	}
	for _, w := range siteWords() {
		if length <= w.longest && w.in(line) {
			return true
		}
	}
	return length <= longestAddress && address(line)
}

// address tells whether a line names a site.
func address(line string) bool {
	return strings.Contains(line, "http://") || strings.Contains(line, "https://") || strings.Contains(line, "www.")
}
