package normalize

// Small differences between two stretches of a text that are compared: a
// character that is another, or a few that one side has more.

const (
	farthest = 4 // characters that one side may have more at a difference
	agreeing = 4 // characters that must agree behind a difference; of twice as many more than this
)

// A reach is the next characters that count from a place on, in one direction.
type reach struct {
	chars [2*agreeing + 1]rune
	edge  [2*agreeing + 2]int // where the text is behind so many of them
	n     int                 // how many there are before the limit
}

// forward reads on from i, up to stop.
func forward(s string, i, stop int) (r reach) {
	r.edge[0] = i
	for r.n < len(r.chars) {
		at, char, next := significant(s, r.edge[r.n])
		if at >= stop {
			break
		}
		r.chars[r.n] = char
		r.n++
		r.edge[r.n] = next
	}
	return r
}

// backward reads back from i, down to floor.
func backward(s string, i, floor int) (r reach) {
	r.edge[0] = i
	for r.n < len(r.chars) {
		at, char := significantBefore(s, r.edge[r.n])
		if at < floor {
			break
		}
		r.chars[r.n] = char
		r.n++
		r.edge[r.n] = at
	}
	return r
}

// bridge finds how many characters of either side make up a small difference,
// behind which the two agree again.
func bridge(a, b *reach) (da, db int, ok bool) {
	if mostlyAgree(a, b) {
		return 1, 1, true
	}
	for sum := 1; sum <= 2*farthest; sum++ {
		for da := max(0, sum-farthest); da <= min(sum, farthest); da++ {
			if agreeFrom(a, b, da, sum-da) {
				return da, sum - da, true
			}
		}
	}
	return 0, 0, false
}

// mostlyAgree tells whether most characters behind the first are the same.
func mostlyAgree(a, b *reach) bool {
	same := 0
	for k := 1; k < min(a.n, b.n); k++ {
		if a.chars[k] == b.chars[k] {
			same++
		}
	}
	return same > agreeing
}

// agreeFrom tells whether the next characters behind da of a and db of b are
// the same.
func agreeFrom(a, b *reach, da, db int) bool {
	if da+agreeing > a.n || db+agreeing > b.n {
		return false
	}
	for k := range agreeing {
		if a.chars[da+k] != b.chars[db+k] {
			return false
		}
	}
	return true
}
