// Package agree measures how far annotators agree beyond chance.
package agree

// Observed is the share of pairs whose two labels are the same; it is 0 of no
// pairs.
func Observed[L comparable](pairs [][2]L) float64 {
	if len(pairs) == 0 {
		return 0
	}
	same := 0
	for _, p := range pairs {
		if p[0] == p[1] {
			same++
		}
	}
	return float64(same) / float64(len(pairs))
}

// Kappa is Cohen's kappa of two annotators, of whose labels for one unit each
// pair holds one: 1 for full agreement, 0 for what chance would give. It is
// not defined, and ok is false, where there are no pairs or where both give
// every unit the same one label.
//
// Source: J. Cohen, A coefficient of agreement for nominal scales, Educational
// and Psychological Measurement 20 (1960), 37-46.
func Kappa[L comparable](pairs [][2]L) (kappa float64, ok bool) {
	first, second := map[L]int{}, map[L]int{}
	for _, p := range pairs {
		first[p[0]]++
		second[p[1]]++
	}
	chance := 0 // of the pairs that could be made, those that agree; whole, so no order of the labels changes it
	for label, n := range first {
		chance += n * second[label]
	}
	all := len(pairs) * len(pairs)
	if chance == all {
		return 0, false
	}
	expected := float64(chance) / float64(all)
	return (Observed(pairs) - expected) / (1 - expected), true
}
