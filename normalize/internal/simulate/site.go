package simulate

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"
	"unicode"

	"unionrep/normalize/internal/bigram"
	"unionrep/normalize/internal/gbk"
	"unionrep/normalize/internal/pinyin"
)

// common is how many traditional characters the sites choose from.
const common = 900

// frequent are the most frequent characters that traditional script alone has.
var frequent = sync.OnceValue(func() []rune {
	m := bigram.Load()
	var all []rune
	for lead := gbk.MinLead; lead <= gbk.MaxLead; lead++ {
		for trail := gbk.MinTrail; trail <= gbk.MaxTrail; trail++ {
			if r := gbk.Rune(byte(lead), byte(trail)); unicode.Is(unicode.Han, r) && m.Simple(r) != r {
				all = append(all, r)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b rune) int { return cmp.Compare(m.First(m.Simple(b)), m.First(m.Simple(a))) })
	return all[:common]
})

// Draw is a site that annotates n of the common traditional characters, as
// they are mostly read.
func Draw(r *rand.Rand, n int) Site {
	s := Site{List: map[rune]string{}, Marks: true, Fold: r.IntN(2) == 0}
	for _, k := range r.Perm(common) {
		if len(s.List) == n {
			break
		}
		char := frequent()[k]
		if readings := pinyin.Readings(char); len(readings) > 0 {
			s.List[char] = readings[0]
		}
	}
	return s
}
