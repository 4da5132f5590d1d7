package normalize

import (
	"sort"
	"strings"
)

// Lines and columns of the decoded text, through an index that is built when
// the first position is asked for.

// columnStep is how many bytes lie between two counts of the index, the most
// that one position has to count.
const columnStep = 1024

type lineIndex struct {
	starts []int // where each line starts
	counts []int // code points before each multiple of columnStep
	marks  []int // byte order marks inside the text, which count nothing
}

// Position is the line and column of a byte of the decoded text, both from 1,
// the column in code points. CR LF is one break; so are LF and CR alone.
func (s *Source) Position(i int) (line, column int) {
	index := s.lines()
	line = sort.Search(len(index.starts), func(k int) bool { return index.starts[k] > i })
	return line, index.count(s.decoded, i) - index.count(s.decoded, index.starts[line-1]) + 1
}

func indexLines(text string) *lineIndex {
	index := &lineIndex{starts: []int{0}}
	for i := 0; i < len(text); {
		n := strings.IndexAny(text[i:], "\r\n")
		if n < 0 {
			break
		}
		i += n + 1
		if text[i-1] == '\r' && i < len(text) && text[i] == '\n' {
			i++
		}
		index.starts = append(index.starts, i)
	}
	for i := strings.Index(text, bom); i >= 0; i = indexFrom(text, bom, i+len(bom)) {
		index.marks = append(index.marks, i)
	}
	n := 0
	for i := 0; i < len(text); i += columnStep {
		index.counts = append(index.counts, n)
		n += codePoints(text[i:min(i+columnStep, len(text))])
	}
	return index
}

// count is the number of code points that start before byte i.
func (x *lineIndex) count(text string, i int) int {
	k := min(i/columnStep, len(x.counts)-1)
	if k < 0 {
		return 0
	}
	marks := sort.SearchInts(x.marks, i)
	return x.counts[k] + codePoints(text[k*columnStep:i]) - marks
}

// codePoints counts the code points that start in a piece of valid UTF-8,
// which may begin or end inside one.
func codePoints(piece string) int {
	n := 0
	for i := range len(piece) {
		if int8(piece[i]) >= -0x40 { // no continuation byte
			n++
		}
	}
	return n
}

func indexFrom(text, what string, from int) int {
	if i := strings.Index(text[from:], what); i >= 0 {
		return from + i
	}
	return -1
}
