package extract

// Why each number of a text is read as it is, or is no figure.

import (
	"cmp"
	"slices"
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize"
)

// An Explanation says what became of one number of a text.
type Explanation struct {
	Line       int      `json:"line"` // from 1
	Column     int      `json:"column"`
	Start      int      `json:"start"` // bytes of the file
	End        int      `json:"end"`
	Number     string   `json:"number"` // the quantity, or what was passed over, in clean text
	Source     string   `json:"source"` // the same in the file, noise and all
	Figure     bool     `json:"figure"` // it is one, and has a record
	Rule       string   `json:"rule"`   // the rule that decided; switched off, the outcome is another one
	Considered []Step   `json:"considered"`
	Clause     string   `json:"clause"`
	Words      []Word   `json:"words"` // of the clause
	Reading    *Amount  `json:"reading"`
	Indicator  *Finding `json:"indicator"` // these are null where there is no figure
	Action     *Finding `json:"action"`
	Period     *Finding `json:"period"`
	Record     *Record  `json:"record"`
}

// A Step is something that was looked at besides, and what came of it.
type Step = quantity.Step

// A Word is a word of a clause with its part of speech.
type Word struct {
	Text  string `json:"text"`
	Class string `json:"class"`
}

// An Amount is a number with its parts.
type Amount struct {
	Number     string `json:"number"`     // as it is written, with its multiplier
	Multiplier int    `json:"multiplier"` // the power of ten that a word such as 万 stands for
	Bound      string `json:"bound"`
	Unit       string `json:"unit"`      // canonical
	UnitText   string `json:"unit_text"` // as it is written
	Kind       string `json:"kind"`
	Value      string `json:"value"` // in plain digits
	Low        string `json:"low"`
	High       string `json:"high"` // "" where the words name no upper end
}

// A Finding is a field of a figure and where in the text it was found.
type Finding struct {
	Text   string  `json:"text"`
	Where  string  `json:"where"` // seen from the number; "" where there is nothing to find
	Line   int     `json:"line"`  // 0 where it stands nowhere in one piece
	Column int     `json:"column"`
	Others []Other `json:"others"` // what else was weighed, the heaviest first
}

// An Other is a reading of a field that was weighed and found too light, with
// its weight in sixteenths of a nat.
type Other struct {
	Text   string `json:"text"`
	Weight int    `json:"weight"`
}

// Explain reads text as [Knowledge.Read] does and says of each number, in the
// order of the clean text, what became of it.
func (kb *Knowledge) Explain(name string, text *normalize.Text, published string) []Explanation {
	e := explainer{extractor: kb.newExtractor(name, text), figures: make(map[int]attach.Figure)}
	e.published.Year, e.published.Month = yearMonth(published)
	e.reader.Keep()
	e.heard = func(s attach.Sentence) {
		s.Quantities, s.Times = slices.Clone(s.Quantities), slices.Clone(s.Times)
		e.sentences = append(e.sentences, s)
	}
	e.studied = func(r Record, f attach.Figure) {
		f.Nouns, f.Verbs = slices.Clone(f.Nouns), slices.Clone(f.Verbs)
		e.figures[r.Start] = f
	}
	e.read()
	sortRecords(e.records)
	return e.explain()
}

// An explainer explains the numbers of a text that its extractor has read.
type explainer struct {
	*extractor
	sentences []attach.Sentence
	figures   map[int]attach.Figure // by where the record starts in the file
}

func (e *explainer) explain() []Explanation {
	all := []Explanation{}
	for _, b := range e.text.Blocks() {
		for _, r := range e.scanner.Explain(e.clean, b.Start, b.End) {
			all = append(all, e.one(b, r))
		}
	}
	return all
}

// one explains what the scan made of one number of block b.
func (e *explainer) one(b normalize.Block, r quantity.Reading) Explanation {
	place := e.text.Decoded(r.Start, r.End)[0]
	if r.Counts {
		place, _ = e.evidence(r.Quantity)
	}
	raw := e.text.RawSpan(place)
	line, column := e.text.Position(place.Start)
	x := Explanation{
		Line: line, Column: column, Start: raw.Start, End: raw.End,
		Number: e.clean[r.Start:r.End], Source: e.text.DecodedText()[place.Start:place.End], Rule: r.Rule, Considered: append([]Step{}, r.Considered...),
	}
	record := e.recordAt(raw.Start)
	switch {
	case record != nil && !r.Counts:
		x.Rule = quantity.RuleCell
		x.Considered = append(x.Considered, Step{Rule: r.Rule, What: "by itself it would count nothing"})
	case record == nil && r.Counts:
		x.Rule = ruleLayout(b)
		x.Considered = append(x.Considered, Step{Rule: r.Rule, What: "by itself it would count"})
	}
	x.Clause, x.Words = e.clause(b, r.Start)
	if record != nil {
		x.Number, x.Source, x.End = record.Quantity, record.Source, record.End
		e.describe(&x, r, record)
	}
	return x
}

// recordAt is the record in whose place byte at of the file lies: a cell -3.4
// has the sign in it, which the scan of the line leaves out.
func (e *explainer) recordAt(at int) *Record {
	k, _ := slices.BinarySearchFunc(e.records, at, func(r Record, at int) int { return cmp.Compare(r.End, at+1) })
	if k == len(e.records) || e.records[k].Start > at {
		return nil
	}
	return &e.records[k]
}

// ruleLayout names why a quantity has no record: where it stands.
func ruleLayout(b normalize.Block) string {
	if b.Kind == normalize.Furniture {
		return ruleFurniture
	}
	return ruleTable
}

// clause is the clause that byte at of block b lies in, and its words.
func (e *explainer) clause(b normalize.Block, at int) (string, []Word) {
	s := e.sentence(b, at)
	tokens, start, end := e.reader.Tokens(e.clean, s, at)
	words := []Word{}
	for _, t := range tokens {
		words = append(words, Word{e.clean[t.Start:t.End], t.Class.String()})
	}
	return strings.TrimSpace(e.clean[start:end]), words
}

// sentence is the sentence that byte at of block b lies in.
func (e *explainer) sentence(b normalize.Block, at int) attach.Sentence {
	k, _ := slices.BinarySearchFunc(e.sentences, at, func(s attach.Sentence, at int) int { return cmp.Compare(s.End, at+1) })
	if k < len(e.sentences) && e.sentences[k].Start <= at {
		return e.sentences[k]
	}
	return attach.Sentence{Start: b.Start, End: b.End, Quantities: e.scanner.Scan(nil, e.clean, b.Start, b.End), Row: true}
}

// describe fills in what a record says and where that was found.
func (e *explainer) describe(x *Explanation, r quantity.Reading, record *Record) {
	x.Figure, x.Record = true, record
	x.Reading = &Amount{
		Number: e.clean[r.NumStart:r.NumEnd], Multiplier: r.Number.Exponent, Bound: record.Bound, Unit: record.Unit,
		UnitText: e.clean[r.UnitStart:r.UnitEnd], Kind: record.Kind, Value: record.Value.String(), Low: record.Low.String(),
	}
	if record.High != nil {
		x.Reading.High = record.High.String()
	}
	f := e.figures[record.Start]
	s := e.sentence(normalize.Block{Span: normalize.Span{Start: r.Start, End: r.End}}, r.Start)
	x.Indicator = e.find(record.Indicator, s, f, r.Start, r.End)
	x.Indicator.Others = others(record.Indicator, f.Nouns)
	x.Action = e.find(record.Action, s, f, r.Start, r.End)
	x.Action.Others = others(record.Action, f.Verbs)
	x.Period = e.find(record.Period, s, f, r.Start, r.End)
}

// others are the proposals besides the one that was taken, the heaviest first.
func others(taken string, ps []Proposal) []Other {
	const most = 5
	kept := []Other{}
	seen := map[string]bool{taken: true}
	ps = slices.Clone(ps)
	slices.SortStableFunc(ps, func(a, b Proposal) int { return cmp.Compare(b.Weight, a.Weight) })
	for _, p := range ps {
		if !seen[p.Text] && len(kept) < most {
			seen[p.Text] = true
			kept = append(kept, Other{p.Text, p.Weight})
		}
	}
	return kept
}

// find says where a field of the figure at bytes from to to of the clean text
// stands: the nearest place in its clause, its sentence, or before that.
func (e *explainer) find(word string, s attach.Sentence, f attach.Figure, from, to int) *Finding {
	found := &Finding{Text: word, Others: []Other{}}
	if word == "" {
		return found
	}
	clause := normalize.Span{Start: f.Start, End: f.End}
	if clause.Len() == 0 {
		clause = normalize.Span{Start: s.Start, End: s.End}
	}
	at := -1
	for _, reach := range [...]struct {
		normalize.Span
		before, behind string
	}{
		{clause, "before the number, in its clause", "behind the number, in its clause"},
		{normalize.Span{Start: s.Start, End: s.End}, "in an earlier clause", "in a later clause"},
		{normalize.Span{Start: 0, End: e.paragraph(to)}, "in an earlier sentence", "in a later sentence"},
	} {
		before := strings.LastIndex(e.clean[reach.Start:min(from, reach.End)], word)
		behind := strings.Index(e.clean[min(to, reach.End):reach.End], word)
		switch {
		case before >= 0 && (behind < 0 || from-reach.Start-before-len(word) <= behind):
			at, found.Where = reach.Start+before, reach.before
		case behind >= 0:
			at, found.Where = to+behind, reach.behind
		default:
			continue
		}
		break
	}
	if at < 0 {
		found.Where = "put together from several places"
		return found
	}
	found.Line, found.Column = e.text.Position(e.text.Decoded(at, at+len(word))[0].Start)
	return found
}

// paragraph is where the block ends that byte at of the clean text lies in.
func (e *explainer) paragraph(at int) int {
	for _, b := range e.text.Blocks() {
		if b.Start <= at && at <= b.End {
			return b.End
		}
	}
	return at
}
