// Package attach says what a quantity counts and which verb governs it: the
// grammar of a clause that holds a figure. Words come from package lexicon;
// this package knows only their classes and the few words that build frames.
package attach

import (
	"cmp"
	"slices"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
)

// A Sentence is a stretch of text with the quantities and time words in it,
// both in order.
type Sentence struct {
	Start, End int
	Quantities []quantity.Quantity
	Times      []period.Expression
	Row        bool // a line of a table or list: label and number
}

// A Figure is what the text says of one quantity.
type Figure struct {
	Indicator  string         // what is counted or measured
	Action     string         // the governing verb
	Subject    string         // who acts
	Start, End int            // its clause
	Change     bool           // the verb tells a growth or decline
	FromTo     bool           // an end of 从…发展到…
	Target     bool           // the clause announces a plan
	Part       bool           // introduced by 其中: a part of the figure before it
	Inherited  bool           // the verb stands in an earlier clause
	Bound      quantity.Bound // that a word apart from the number sets, 超过职工总数的60%
	Nouns      []Proposal     // for Indicator, where Study asked for them
	Verbs      []Proposal     // for Action
	unit       string
	kind       quantity.Kind
	topic      bool
}

// A Reader reads sentences. It keeps its tables from one sentence to the next;
// it must not be used concurrently.
type Reader struct {
	frames    *Frames
	lexicon   *lexicon.Words
	bounds    *quantity.Lexicon
	text      string
	segmenter lexicon.Segmenter
	tokens    []lexicon.Token
	parts     []clause
	weights   string // of the nouns' cues and of the verbs'
	keep      bool   // what was proposed, in the figures

	phrases      []phrase // of the clause
	near, far    []fact   // of the clause and of the one before
	within       []fact   // of the halves of a word
	passages     []passage
	nouns, verbs []Proposal
}

// NewReader is a reader that goes by these frames, words and bound words.
func NewReader(frames *Frames, words *lexicon.Words, bounds *quantity.Lexicon) Reader {
	return Reader{frames: frames, lexicon: words, bounds: bounds, segmenter: lexicon.NewSegmenter(words), weights: fitted}
}

// Study makes r go by weights, the table of the nouns before that of the verbs,
// and keep in each figure what was proposed for it.
func (r *Reader) Study(weights string) { r.weights, r.keep = weights, true }

// Keep makes r keep in each figure what was proposed for it.
func (r *Reader) Keep() { r.keep = true }

// Tokens are the words of the clause of s that byte at lies in, and where it
// begins and ends. They hold until the next sentence is read.
func (r *Reader) Tokens(text string, s Sentence, at int) (tokens []lexicon.Token, start, end int) {
	r.text, r.tokens = text, r.tokens[:0]
	cs := r.clauses(s)
	for i := range cs {
		if c := &cs[i]; c.start <= at && at < c.end {
			return r.words(s, c), c.start, c.end
		}
	}
	return nil, at, at
}

// Read returns one Figure for each quantity of s.
func (r *Reader) Read(text string, s Sentence) []Figure {
	r.text, r.tokens = text, r.tokens[:0]
	figures := make([]Figure, 0, len(s.Quantities))
	cs := r.clauses(s)
	for i := range cs {
		if cs[i].first < cs[i].last {
			figures = r.clause(figures, s, cs, i)
		}
	}
	plan := r.plan(s)
	for i := range figures {
		f := &figures[i]
		q := s.Quantities[i].Start
		f.Target = q > plan && (f.Start <= plan || !reports(text[f.Start:f.End])) && !departs(text[min(f.Start, q):q])
	}
	return figures
}

// clause appends the figures of clause cs[at].
func (r *Reader) clause(figures []Figure, s Sentence, cs []clause, at int) []Figure {
	c := &cs[at]
	words := r.words(s, c)
	r.loosen(s, words)
	head := len(figures)
	r.phrases = r.phrases[:0]
	low := 0 // words before this one belong to an earlier figure
	for i, w := range words {
		if w.Class != lexicon.Quantity && w.Class != lexicon.Loose {
			continue
		}
		next := i + 1
		for next < len(words) && words[next].Class != lexicon.Quantity {
			next++
		}
		q := s.Quantities[w.Index]
		p := phrase{
			r:      r,
			q:      q,
			words:  words,
			low:    low,
			at:     i,
			next:   next,
			inList: len(figures) > head,
		}
		p.read()
		f := p.figure()
		f.Start, f.End = c.start, c.end
		f.unit, f.kind = q.Unit, q.Kind
		if p.described || q.Kind == quantity.Ratio && q.Bound == quantity.Exact {
			f.Bound = r.boundApart(&p, &f)
		}
		if s.Row && p.verb.empty() && !p.light {
			f.Indicator, f.Action = r.noun(words[low:i]), ""
		}
		var before *Figure
		if len(figures) > 0 {
			before = &figures[len(figures)-1]
		}
		p.inherit(&f, before, func() (string, string) { return r.clauseBefore(s, cs, at) })
		if len(figures) > head && f.unit == before.unit && r.phrases[len(r.phrases)-1].leadsOn() {
			before.FromTo, f.FromTo = true, true
		}
		if len(figures) > head && before.Indicator == "" && p.at == p.low {
			before.Indicator, before.Action = f.Indicator, cmp.Or(before.Action, f.Action) // 14批263名医护人员
		}
		figures = append(figures, f)
		r.phrases = append(r.phrases, p)
		if w.Class == lexicon.Quantity || !p.behind.empty() && next < len(words) && words[next-1].Class == lexicon.Conj {
			low = p.used
		}
	}
	r.distribute(figures, head, words)
	r.weigh(figures, head, s, cs, at)
	return figures
}

// boundApart is the bound that a verb sets which stands apart from its share:
// 超过职工总数的60%, 不少于代表总数的25%. Such a verb is no action.
func (r *Reader) boundApart(p *phrase, f *Figure) quantity.Bound {
	if p.verb.empty() {
		return quantity.Exact
	}
	verb := p.words[p.verb.from:p.verb.to]
	bound, from := r.bounds.BoundBefore(r.text, verb[len(verb)-1].End)
	if bound == quantity.Exact || from > verb[0].Start {
		return quantity.Exact
	}
	f.Action = ""
	if !p.subject.empty() {
		f.Indicator = r.noun(p.words[p.subject.from:p.subject.to])
	}
	return bound
}

// loosen marks limits that only restrict the noun of the next quantity:
// 拥有10万元以上设备1034台.
func (r *Reader) loosen(s Sentence, words []lexicon.Token) {
	for i, w := range words {
		if w.Class != lexicon.Quantity {
			continue
		}
		q := s.Quantities[w.Index]
		if !r.frames.plays(r.text[q.UnitEnd:q.End], limit) {
			continue
		}
		k := i + 1
		for k < len(words) && isHead(words[k]) {
			k++
		}
		if k > i+1 && k < len(words) && words[k].Class == lexicon.Quantity {
			words[i].Class = lexicon.Loose
		}
	}
}

// clauseBefore is the verb and the object of the nearest clause before cs[at]
// that holds no quantity but a verb with an object.
func (r *Reader) clauseBefore(s Sentence, cs []clause, at int) (verb, noun string) {
	if at == 0 || cs[at-1].first < cs[at-1].last {
		return "", ""
	}
	words := r.words(s, &cs[at-1])
	p := phrase{r: r, words: words, at: len(words), next: len(words)}
	p.left()
	return r.verb(words[p.verb.from:p.verb.to]), r.noun(words[p.noun.from:p.noun.to])
}

// distribute shares a list out over as many quantities where 分别 stands
// before them: 参训率、合格率分别为87%和92%. Where the clause has no list, the
// figures before it are one: 产值3亿元、利税2千万元，分别增长8%和5%.
func (r *Reader) distribute(figures []Figure, head int, words []lexicon.Token) {
	dealer, first := -1, -1
	for i, w := range words {
		switch w.Class {
		case lexicon.Quantity:
			first = i
		case lexicon.Loose:
			head++ // 产品一次合格率、交付率分别达98%和95%
			continue
		}
		if first >= 0 {
			break
		}
		if r.plays(w, deal) {
			dealer = i
		}
	}
	if dealer < 0 || len(figures)-head < 2 {
		return
	}
	here := figures[head:]
	between := words[dealer+1 : first]
	shares := r.plays(words[dealer], fullShare) || len(between) > 0 && r.plays(between[0], share)
	if !shares && slices.ContainsFunc(between, isHead) {
		return
	}
	from, to := r.nominalBefore(words, dealer)
	if from > 1 && r.restricts(words[from-2:to]) {
		from -= 2 // 已建 工会企业签订率
	} else if from > 0 && r.restricts(words[from-1:to]) {
		from--
	} else {
		from = skipLeading(words, from, to)
	}
	items := splitList(words[from:to])
	if own := r.phrases[len(r.phrases)-len(here)].noun; len(items) != len(here) {
		items = splitList(words[own.from:own.to]) // a rate's noun can hold verbs: 通路率、通网率
	}
	switch {
	case len(items) == len(here):
		for i := range here {
			here[i].Indicator = r.noun(items[i])
			here[i].Action = here[0].Action
		}
	case from == to && head >= len(here):
		for i := range here {
			here[i].Indicator = figures[head-len(here)+i].Indicator
			here[i].Action = here[0].Action
		}
	}
}
