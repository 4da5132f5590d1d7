package lexicon

// A filter that most strings that are no words do not pass. Cutting text asks
// for eight strings at each character, nearly all of them no words, and a full
// table takes a dozen steps to say so.

// filterBits is the size of a filter, some 16 bits a word: it fits the cache
// next to a core.
const filterBits = 1 << 21

// A filter has one bit for each word, by its hash (Bloom, Space/Time Trade-offs
// in Hash Coding with Allowable Errors, 1970, with a single hash function).
type filter []uint64

func newFilter() filter { return make(filter, filterBits/64) }

// addAll adds the words of a table.
func addAll[T string | []byte](f filter, table T) {
	for i := 0; i < len(table); i += slotSize {
		if table[i+4] != 0 {
			k := printOf(table[i:i+slotSize]) % filterBits
			f[k/64] |= 1 << (k % 64)
		}
	}
}

// has is false for no word of the filter.
func (f filter) has(hash uint64) bool {
	k := uint32(hash) % filterBits
	return f[k/64]>>(k%64)&1 != 0
}
