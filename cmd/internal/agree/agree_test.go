package agree

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// near reports whether got is what was published, to its three digits.
func near(got, want float64) bool { return math.Abs(got-want) <= 0.0005 }

// Tables of two raters, as published.
func TestKappa(t *testing.T) {
	for _, c := range []struct {
		source string
		table  [][]int // units by the first rater's label, then by the second's
		want   float64
	}{
		{"Wikipedia, Cohen's kappa, grant proposals", [][]int{{20, 5}, {10, 15}}, 0.40},
		{"Wikipedia, Cohen's kappa, same percentages, other numbers, 1", [][]int{{45, 15}, {25, 15}}, 0.1304},
		{"Wikipedia, Cohen's kappa, same percentages, other numbers, 2", [][]int{{25, 35}, {5, 35}}, 0.2593},
		{"full agreement", [][]int{{3, 0}, {0, 4}}, 1},
		{"chance", [][]int{{1, 1}, {1, 1}}, 0},
		{"full disagreement", [][]int{{0, 5}, {5, 0}}, -1},
	} {
		var pairs [][2]int
		for i, row := range c.table {
			for j, n := range row {
				for range n {
					pairs = append(pairs, [2]int{i, j})
				}
			}
		}
		if got, ok := Kappa(pairs); !ok || !near(got, c.want) {
			t.Errorf("%s: %.4f, want %.4f", c.source, got, c.want)
		}
	}
}

// Krippendorff (2011), sections A to D: the values of each observer, one a
// unit, * where there is none.
func TestAlpha(t *testing.T) {
	binary := []string{
		"0 1 0 0 0 0 0 0 1 0",
		"1 1 1 0 0 1 0 0 0 0",
	}
	nominal := []string{
		"a a b b d c c c e d d a",
		"b a b b b c c c e d d d",
	}
	four := []string{
		"1 2 3 3 2 1 4 1 2 * * *",
		"1 2 3 3 2 2 4 1 2 5 * 3",
		"* 3 3 3 2 3 4 2 2 5 1 *",
		"1 2 3 3 2 4 4 1 2 5 1 *",
	}
	for _, c := range []struct {
		section string
		data    []string
		by      Distance[float64]
		want    float64
	}{
		{"A, binary data, two observers", binary, Nominal[float64], 0.095},
		{"B, nominal data, two observers", nominal, Nominal[float64], 0.692},
		{"C, nominal data, any number of observers, missing data", four, Nominal[float64], 0.743},
		{"D, interval data", four, func(a, b float64) float64 { return (a - b) * (a - b) }, 0.849},
		{"D, ratio data", four, Ratio, 0.797},
	} {
		if got, ok := Alpha(units(c.data), c.by); !ok || !near(got, c.want) {
			t.Errorf("%s: %.4f, want %.3f", c.section, got, c.want)
		}
	}
}

// units turns the rows of observers into units.
func units(observers []string) [][]float64 {
	units := make([][]float64, len(strings.Fields(observers[0])))
	for _, row := range observers {
		for i, v := range strings.Fields(row) {
			if v != "*" {
				units[i] = append(units[i], float64(v[0]-'0'))
			}
		}
	}
	return units
}

// Where nothing can be said, nothing is.
func TestUndefined(t *testing.T) {
	if k, ok := Kappa([][2]string{}); ok {
		t.Errorf("kappa of nothing is %v", k)
	}
	if k, ok := Kappa([][2]string{{"a", "a"}, {"a", "a"}}); ok {
		t.Errorf("kappa of one label is %v", k)
	}
	for _, data := range [][][]string{nil, {{"a"}, {"b"}}, {{"a", "a"}, {"a", "a"}}} {
		if a, ok := Alpha(data, Nominal); ok {
			t.Errorf("alpha of %v is %v", data, a)
		}
	}
}

// Annotators who do not look at the units agree as chance has it, and who
// comes first does not matter.
func TestChance(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	var pairs, turned [][2]int
	var units [][]int
	for range 20000 {
		a, b := random.IntN(4)*random.IntN(2), random.IntN(4)
		pairs, turned, units = append(pairs, [2]int{a, b}), append(turned, [2]int{b, a}), append(units, []int{a, b})
	}
	kappa, _ := Kappa(pairs)
	if math.Abs(kappa) > 0.02 {
		t.Errorf("kappa is %.4f", kappa)
	}
	if other, _ := Kappa(turned); other != kappa {
		t.Errorf("kappa is %v, the other way round %v", kappa, other)
	}
	if alpha, _ := Alpha(units, Nominal); math.Abs(alpha) > 0.1 {
		t.Errorf("alpha is %.4f", alpha)
	}
}
