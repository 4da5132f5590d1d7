package normalize

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Finding what a text holds twice. The shingles of a few characters that clauses
// and lines begin with are looked up in a table of the places where they were
// seen last; where one is found again, the two places are compared forward and backward, over small
// differences and over a line that stands in one of them only. Marks, blanks
// and breaks count for nothing, so a copy may be wrapped otherwise.
//
// Time is linear in the text, and memory is bounded: a table that is full
// forgets the oldest shingles.

const (
	shingle    = 8       // characters of a shingle
	minRepeat  = 24      // characters that a repeated stretch has at least
	maxTable   = 1 << 21 // shingles remembered
	maxSkipped = 3       // lines that one side may have more
	shortLine  = 180     // bytes of a line that may be skipped
)

// A pair is two stretches of a text that are equal, byte by byte.
type pair struct{ kept, again, n int }

// A repeat is two stretches of a text that are equal but for small
// differences, as the equal stretches within them, in order.
type repeat []pair

func (r repeat) kept() Span  { l := r[len(r)-1]; return Span{r[0].kept, l.kept + l.n} }
func (r repeat) again() Span { l := r[len(r)-1]; return Span{r[0].again, l.again + l.n} }

// turned is the repeat seen from the other side.
func (r repeat) turned() repeat {
	t := make(repeat, len(r))
	for i, p := range r {
		t[i] = pair{p.again, p.kept, p.n}
	}
	return t
}

// repeats finds the stretches of s that repeat an earlier one, in the order of
// the later ones, which do not overlap.
func repeats(s string) []repeat {
	size := 1 << bits.Len(uint(min(len(s)/16, maxTable-1)))
	table := make([]struct {
		check uint32 // other bits of the shingle's hash
		at    int32  // where it begins, plus one
	}, size)
	shift := 64 - bits.Len(uint(size-1))

	var found []repeat
	floor := 0
	fresh := true // a clause or a line begins
	for i := 0; i < len(s); {
		if c := s[i]; c >= 0xE4 && c <= 0xE9 && !fresh { // Han within a clause, nearly all text
			if s[i+2]&0x0F != 0 {
				i += 3
				continue
			}
			fresh = true // so is every sixteenth character, for clauses that are long
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !counts(r) {
			fresh = fresh || !unicode.IsSpace(r) || r == '\n'
			i += n
			continue
		}
		if !fresh {
			i += n
			continue
		}
		fresh = false
		hash, whole := shingleAt(s, i)
		if !whole {
			break
		}
		entry, check := &table[hash>>shift&uint64(size-1)], uint32(hash)
		if q := int(entry.at) - 1; q >= 0 && entry.check == check {
			if m := compareAt(s, q, i, floor); m != nil {
				found = append(found, m)
				i, fresh = m.again().End, true
				floor = i
				continue
			}
		}
		entry.check, entry.at = check, int32(i)+1
		i += n
	}
	return found
}

// shingleAt is the hash of the shingle that begins at s[i:], false where the
// text ends before it does.
func shingleAt(s string, i int) (hash uint64, whole bool) {
	for range shingle {
		at, r, next := significant(s, i)
		if at == len(s) {
			return 0, false
		}
		hash = (hash + uint64(r)) * 0x9E3779B97F4A7C15
		hash ^= hash >> 29
		i = next
	}
	return hash * 0xBF58476D1CE4E5B9, true
}

// significant is the first character of s[i:] that counts, where it stands and
// where the next begins.
func significant(s string, i int) (at int, r rune, next int) {
	for i < len(s) {
		c := s[i]
		if c >= 0xE3 && c <= 0xE9 && i+2 < len(s) {
			// Nearly all text is here: three bytes, nearly all of them Han.
			r := rune(c&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F)
			if r >= 0x4E00 && r <= 0x9FFF {
				return i, r, i + 3
			}
			if counts(r) {
				return i, r, i + 3
			}
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if counts(r) {
			return i, r, i + n
		}
		i += n
	}
	return len(s), 0, len(s)
}

// significantBefore is the last character of s[:i] that counts.
func significantBefore(s string, i int) (at int, r rune) {
	for i > 0 {
		if i >= 3 && s[i-3] >= 0xE4 && s[i-3] <= 0xE9 && s[i-1]&0xC0 == 0x80 {
			r := rune(s[i-3]&0x0F)<<12 | rune(s[i-2]&0x3F)<<6 | rune(s[i-1]&0x3F)
			if r >= 0x4E00 && r <= 0x9FFF {
				return i - 3, r
			}
		}
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		if counts(r) {
			return i, r
		}
	}
	return -1, 0
}

// counts tells whether a character is compared.
func counts(r rune) bool {
	return han(r) || digit(r) || latin(r) || r == '%' || r == '‰' || r == '.'
}

// numeral tells whether a character can be part of a number.
func numeral(r rune) bool {
	return digit(r) || r == '.' || r == '%' || r == '‰' || strings.ContainsRune("〇零一二三四五六七八九十百千万亿两半", r)
}

// numeralAt tells whether character r at s[i:] is part of a number: 一 by itself
// is in many words that count nothing.
func numeralAt(s string, i int, r rune) bool {
	if r != '一' {
		return numeral(r)
	}
	_, before := significantBefore(s, i)
	_, after, _ := significant(s, i+len("一"))
	return numeral(before) || numeral(after)
}

// compareAt compares the text around q with the text around p, q < p, which seem
// to hold the same shingle; nil where they agree on too little. The stretch
// around p does not begin before floor.
func compareAt(s string, q, p, floor int) repeat {
	// Backward in single steps; differences are bridged there too.
	qs, ps := q, p
	for {
		a, ra := significantBefore(s, qs)
		b, rb := significantBefore(s, ps)
		if a < 0 || b < floor || b < q {
			break
		}
		if ra == rb {
			qs, ps = a, b
			continue
		}
		left, right := backward(s, qs, 0), backward(s, ps, max(floor, q))
		da, db, ok := bridge(&left, &right)
		if !ok {
			break
		}
		qs, ps = left.edge[da], right.edge[db]
	}
	var r repeat
	count := 0
	a, b := qs, ps
	endA, endB := -1, -1 // behind the last equal character
	for {
		ca, ra, na := significant(s, a)
		cb, rb, nb := significant(s, b)
		if ca >= ps || cb >= len(s) {
			break
		}
		if ra != rb {
			left, right := forward(s, a, ps), forward(s, b, len(s))
			if da, db, ok := bridge(&left, &right); ok {
				a, b = left.edge[da], right.edge[db]
			} else if a, b, ok = skipLines(s, a, b, ps); !ok {
				break
			}
			continue
		}
		if k := len(r) - 1; k >= 0 && na-endA == nb-endB && s[endA:na] == s[endB:nb] {
			r[k].n += na - endA
		} else {
			r = append(r, pair{ca, cb, na - ca})
		}
		endA, endB = na, nb
		a, b = na, nb
		count++
	}
	if count < minRepeat {
		return nil
	}
	return r
}

// agree tells whether s[a:] and s[b:] begin alike.
func agree(s string, a, b, stop int) bool {
	for range agreeing {
		ca, ra, na := significant(s, a)
		cb, rb, nb := significant(s, b)
		if ca >= stop || cb >= len(s) || ra != rb {
			return false
		}
		a, b = na, nb
	}
	return true
}

// skipLines finds where s[a:] and s[b:] agree again when one of them stands at
// a break and a few short lines are left out there.
func skipLines(s string, a, b, stop int) (int, int, bool) {
	for _, y := range lineStarts(s, b) {
		if agree(s, a, y, stop) {
			return a, y, true
		}
	}
	for _, x := range lineStarts(s, a) {
		if x < stop && agree(s, x, b, stop) {
			return x, b, true
		}
	}
	return 0, 0, false
}

// lineStarts is where the lines begin that follow a few short ones, if nothing
// that counts stands between i and the break before them.
func lineStarts(s string, i int) []int {
	at, _, _ := significant(s, i)
	nl := strings.IndexByte(s[i:at], '\n')
	if nl < 0 {
		return nil
	}
	var starts []int
	i += nl + 1
	for range maxSkipped {
		nl := strings.IndexByte(s[i:min(len(s), i+shortLine)], '\n')
		if nl < 0 {
			break
		}
		i += nl + 1
		starts = append(starts, i)
	}
	return starts
}
