package agree

import "math"

// A Distance says how far two values are apart, 0 for the same value. It has
// no direction.
type Distance[V comparable] func(a, b V) float64

// Nominal is the distance of labels that are the same or are not.
func Nominal[V comparable](a, b V) float64 {
	if a == b {
		return 0
	}
	return 1
}

// Ratio is the distance of numbers by their difference in proportion to their
// size, so that 1 and 2 are as far apart as 1000 and 2000. Numbers of unlike
// signs, which have no ratio, are as far apart as can be.
func Ratio(a, b float64) float64 {
	if a == b {
		return 0
	}
	d := (a - b) / (math.Abs(a) + math.Abs(b))
	return d * d
}

// Alpha is Krippendorff's alpha: 1 for full agreement, 0 for what chance would
// give. Each unit holds the values that its annotators gave it, any number of
// them; a unit with fewer than two says nothing. Alpha is not defined, and ok
// is false, where no values are left or none differ.
//
// Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability,
// University of Pennsylvania, Annenberg School for Communication (2011).
func Alpha[V comparable](units [][]V, distance Distance[V]) (alpha float64, ok bool) {
	var values []V // in order of first use, so that sums come out the same on every run
	counts := map[V]int{}
	n, observed := 0, 0.0
	for _, unit := range units {
		if len(unit) < 2 {
			continue
		}
		within := 0.0
		for i, a := range unit {
			if counts[a]++; counts[a] == 1 {
				values = append(values, a)
			}
			for _, b := range unit[:i] {
				within += 2 * distance(a, b)
			}
		}
		n += len(unit)
		observed += within / float64(len(unit)-1)
	}
	expected := 0.0
	for i, a := range values {
		for _, b := range values[:i] {
			expected += 2 * float64(counts[a]) * float64(counts[b]) * distance(a, b)
		}
	}
	if expected == 0 {
		return 0, false
	}
	return 1 - float64(n-1)*observed/expected, true
}
