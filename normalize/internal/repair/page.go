package repair

import (
	"math"
	"unicode"

	"unionrep/normalize/internal/bigram"
	"unionrep/normalize/internal/pinyin"
)

// A page is what the rest of a page says about a damaged place: which
// characters its program annotates, and which characters and pairs its author
// writes.
type page struct {
	model *bigram.Model
	list  map[rune]bool // annotated
	bare  map[rune]int  // how often a character stands without a reading
	count map[rune]int  // simplified, as all that follows
	pair  map[[2]rune]int
	all   int
	signs int // of all that are not Han

	readings map[annotatedKey][]annotation // those that were asked for
}

// doubtful is how many characters behind a `?` are not taken for what the
// author wrote: longer shifts are rare.
const doubtful = 12

// study reads the whole text once.
func study(text string) *page {
	p := &page{
		model: bigram.Load(), list: map[rune]bool{}, bare: map[rune]int{}, count: map[rune]int{}, pair: map[[2]rune]int{},
		readings: map[annotatedKey][]annotation{},
	}
	var char, last rune
	skip := 0
	for i := 0; i < len(text); {
		u := at(text, i)
		i = u.end
		switch {
		case u.kind == inserted:
			if char != 0 && pinyin.Of(char, u.reading) != pinyin.None {
				p.list[char] = true
				p.bare[char]--
			}
			char = 0 // a second reading is no second sign
		case u.kind != plain:
			char, last, skip = 0, 0, doubtful
		default:
			char = u.char
			p.bare[char]++
			if skip > 0 {
				skip--
				continue
			}
			last = p.add(last, p.plain(char))
		}
	}
	return p
}

// add counts a plain character behind another one.
func (p *page) add(last, r rune) rune {
	p.count[r]++
	p.all++
	if !unicode.Is(unicode.Han, r) {
		p.signs++
	}
	if last != 0 {
		p.pair[[2]rune{last, r}]++
	}
	return r
}

// annotated says whether the page carries injected readings.
func (p *page) annotated() bool { return len(p.list) >= 3 }

// plain is a character as the model counts it: simplified, in half width.
func (p *page) plain(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return p.model.Simple(r)
}

// habit is how many times a page must have shown a character before what
// follows it there weighs as much as what follows it elsewhere.
const habit = 25

// next is the logarithm of the probability that r follows last, both plain.
// began is the probability that last began its word, begins that r begins one.
func (p *page) next(last rune, began float64, r rune) (log, begins float64) {
	elsewhere, begins := p.elsewhere(last, began, r)
	seen := float64(p.count[last])
	here := 0.0
	if seen > 0 {
		here = float64(p.pair[[2]rune{last, r}]) / seen
	}
	weight := seen / (seen + habit)
	return math.Log(weight*here + (1-weight)*elsewhere), begins
}

// elsewhere is that probability in other texts. A sign stands where a word
// ends, and a word begins behind a sign.
func (p *page) elsewhere(last rune, began float64, r rune) (probability, begins float64) {
	const signs = 0.2 // the share of what is no Han character behind the end of a word
	ends := 1.0
	if unicode.Is(unicode.Han, last) {
		ends = p.model.Ends(last, began)
	}
	if !unicode.Is(unicode.Han, r) {
		return ends * signs * p.sign(r), 1
	}
	if last >= '0' && last <= '9' {
		return (1 - signs) * p.first(r), 0 // a number and its classifier are one word
	}
	fresh := ends * (1 - signs) * p.first(r)
	goes := p.model.Goes(last, began, r)
	return fresh + goes, fresh / (fresh + goes)
}

// own is how many characters a page must have for what it says to weigh as
// much as what other texts say.
const own = 400

// first is the probability that r begins a word, on this page as elsewhere.
func (p *page) first(r rune) float64 {
	const long = 1.6 // characters a word
	here := long * float64(p.count[r]) * p.model.Begins(r)
	return (own*p.model.First(r) + here) / (own + float64(p.all))
}

// sign is the probability of a character that is not Han, among its like, on
// this page as elsewhere.
func (p *page) sign(r rune) float64 {
	const own = 60
	return (own*sign(r) + float64(p.count[r])) / (own + float64(p.signs))
}

func sign(r rune) float64 {
	switch {
	case r == ',':
		return 0.3
	case r == '。':
		return 0.2
	case r == '、':
		return 0.13
	case r >= '0' && r <= '9':
		return 0.02
	case r == '“' || r == '”' || r == ';':
		return 0.03
	case r == ':' || r == '(' || r == ')' || r == '《' || r == '》' || r == ' ':
		return 0.015
	case r == '!' || r == '?' || r == '%' || r == '.' || r == '-' || r == '\n' || r == '—' || r == '…' || r == '·':
		return 0.005
	case r < 0x80:
		return 2e-4
	}
	return 1e-6
}
