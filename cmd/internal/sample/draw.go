package sample

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// least is how many rows of a stratum are drawn at least, where it has them:
// its variance cannot be told from fewer.
const least = 2

// Draw draws n of the rows, the same ones for the same seed, and returns them
// in their order with stratum, population and probability filled in. Within a
// stratum each row has the same chance. Where n is no less than there are rows,
// all are drawn.
func Draw(rows []Row, n int, seed uint64) ([]Row, error) {
	members := map[string][]int{}
	for i, r := range rows {
		members[r.Stratum] = append(members[r.Stratum], i)
	}
	sizes, err := allocate(members, n)
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(seed, 0))
	var drawn []int
	for i, s := range strata() {
		of := members[s.name]
		for _, k := range random.Perm(len(of))[:sizes[i]] {
			drawn = append(drawn, of[k])
			rows[of[k]].Population = len(of)
			rows[of[k]].Probability = float64(sizes[i]) / float64(len(of))
		}
	}
	slices.Sort(drawn)
	sample := make([]Row, len(drawn))
	for i, k := range drawn {
		sample[i] = rows[k]
	}
	return sample, nil
}

// allocate shares n rows out over the strata, by index: as few as possible of
// each, the others where they make the estimate most precise (Neyman's
// allocation in whole numbers: T. Wright, The equivalence of Neyman optimum
// allocation for sampling and equal proportions for apportioning the U.S. House
// of Representatives, The American Statistician 66 (2012), 217-224).
func allocate(members map[string][]int, n int) ([]int, error) {
	all := strata()
	sizes := make([]int, len(all))
	used := 0
	for i, s := range all {
		sizes[i] = min(least, len(members[s.name]))
		used += sizes[i]
	}
	if used > n {
		return nil, fmt.Errorf("--n %d: at least %d are needed, %d of each sort of record and sentence that there is", n, used, least)
	}
	for ; used < n; used++ {
		best, most := -1, 0.0
		for i, s := range all {
			k, size := sizes[i], len(members[s.name])
			if k == size {
				continue
			}
			if gain := float64(size) * s.spread / math.Sqrt(float64(k*(k+1))); gain > most {
				best, most = i, gain
			}
		}
		if best < 0 { // all are taken
			break
		}
		sizes[best]++
	}
	return sizes, nil
}
