package normalize

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Which encoding a file is in: what it says itself, else UTF-8 if it is valid,
// else the encoding in which it reads as the least surprising Chinese text; what
// a page says of itself counts for something.

const (
	weighed  = 16 << 10 // how much of a file is weighed in every encoding
	declares = 4 << 10  // how much of a page is searched for what it says of itself
	// declared is what an encoding may weigh more if the page says it is in it,
	// bits: pages are saved in other encodings than they were written in, and
	// go on to say what they said.
	declared = 150
	clearly  = 200 // bits less that another encoding than the one told must weigh to be named
)

// declaration is what a page of HTML or XML says of its encoding.
var declaration = regexp.MustCompile(`(?i)<(?:meta\b[^>]*\bcharset|\?xml\b[^>]*\bencoding)\s*=\s*["']?\s*([\w-]+)`)

// detect finds the encoding of a file and says why it takes it for that.
func detect(raw []byte) (*charset, string) {
	if bytes.IndexByte(raw, 0) < 0 && utf8.Valid(raw) {
		return validUTF8, "valid UTF-8"
	}
	for _, cs := range charsets {
		if cs.bom != "" && bytes.HasPrefix(raw, []byte(cs.bom)) {
			return cs, "byte order mark"
		}
	}
	return weigh(raw[:min(weighed, len(raw))])
}

// weigh returns the encoding in which text is the least surprising, with the
// weights as evidence.
func weigh(raw []byte) (*charset, string) {
	weights := weightsOf(raw)
	var why []string
	for _, w := range weights {
		why = append(why, fmt.Sprintf("%s %.1f", w.charset.name, float64(w.bits)/float64(max(1, len(raw)))))
	}
	return weights[0].charset, "bits a byte: " + strings.Join(why, ", ")
}

// A weight is how surprising a text is in one encoding.
type weight struct {
	charset *charset
	bits    int
}

// weightsOf reads text in every encoding, the least surprising first.
func weightsOf(raw []byte) []weight {
	var weights []weight
	t := surprises()
	said := declaration.FindSubmatch(raw[:min(declares, len(raw))])
	for _, cs := range charsets {
		w := weight{charset: cs}
		if said != nil && cs.called(string(said[1])) {
			w.bits = -declared
		}
		for i := 0; i < len(raw); {
			bits, n := t.of(cs, raw, i)
			w.bits += bits
			i += n
		}
		weights = append(weights, w)
	}
	slices.SortStableFunc(weights, func(a, b weight) int { return cmp.Compare(a.bits, b.bits) })
	return weights
}

// misread is the encoding that a file looks like if that is clearly another
// than the one that was told; nil otherwise.
func misread(raw []byte, told *charset) *charset {
	found, _ := detect(raw)
	if found.name == told.name || bytes.IndexFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return nil
	}
	if found == validUTF8 || found.bom != "" && bytes.HasPrefix(raw, []byte(found.bom)) {
		return found
	}
	weights := weightsOf(raw[:min(weighed, len(raw))])
	k := slices.IndexFunc(weights, func(w weight) bool { return w.charset == told })
	if weights[k].bits-weights[0].bits < clearly {
		return nil
	}
	return weights[0].charset
}
