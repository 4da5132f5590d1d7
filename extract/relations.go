package extract

// How the figures of an article belong together: parts and wholes, tellings of
// one fact.

import (
	"slices"
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/numeral"
	"unionrep/extract/internal/quantity"
)

// A telling is what a record does not hold of the place where it stands.
type telling struct {
	from, to int             // its quantity in the clean text
	end      int             // its sentence in the clean text ends here
	sentence int             // running number
	opening  bool            // it stands before the first heading of the article
	row      bool            // a line of a table or list
	part     bool            // 其中 introduces it
	change   bool            // it tells growth or decline
	own      bool            // a verb of its own governs it
	step     numeral.Decimal // one step of the last digit of a rounded number, 0 of a whole one
}

// locate notes where the record that was appended last stands.
func (x *extractor) locate(c *context, s attach.Sentence, q quantity.Quantity, f attach.Figure) {
	x.tellings = append(x.tellings, telling{
		from:     q.Start,
		to:       q.End,
		end:      s.End,
		sentence: s.Start,
		opening:  c.section == "",
		row:      s.Row,
		part:     f.Part || strings.HasSuffix(strings.TrimRight(x.clean[s.Start:max(s.Start, f.Start)], "，,：: "), "其中"),
		change:   f.Change,
		own:      f.Action != "" && !f.Inherited,
		step:     step(x.clean[q.NumStart:q.NumEnd], q.Value),
	})
}

// step is one step of the last digit of a number that is written with a point
// or a multiplier, 1.25万, and so may be rounded; 0 of another one.
func step(number string, value numeral.Decimal) numeral.Decimal {
	end := strings.IndexFunc(number, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' })
	if end < 0 {
		end = len(number)
	}
	digits := strings.ReplaceAll(number[:end], ",", "")
	m, ok := numeral.Parse(digits)
	if !ok {
		return numeral.Decimal{}
	}
	multiplier, ok := value.Quo(m)
	decimals := 0
	if point := strings.IndexByte(digits, '.'); point >= 0 {
		decimals = len(digits) - point - 1
	}
	if !ok || decimals == 0 && multiplier == numeral.New(1, 0) {
		return numeral.Decimal{}
	}
	s, _ := multiplier.Shift(-decimals)
	return s
}

// relations are the records of one article, in the order in which it tells
// them, and where they stand.
type relations struct {
	kb       *Knowledge
	clean    string
	records  []Record
	tellings []telling
}

// relate fills what records say of each other.
func (kb *Knowledge) relate(clean string, records []Record, tellings []telling) {
	r := relations{kb, clean, records, tellings}
	r.parts()
	r.totals()
	r.facts()
}

// between is the text between records i and j.
func (r *relations) between(i, j int) string {
	from, to := r.tellings[i].to, r.tellings[j].from
	return r.clean[from:max(from, to)]
}

// flag adds a flag to records.
func (r *relations) flag(flag string, records ...int) {
	for _, i := range records {
		if !slices.Contains(r.records[i].Flags, flag) {
			r.records[i].Flags = append(r.records[i].Flags, flag)
		}
	}
}

// sameMeasure says that two records count in one unit, so that one can be a
// part of the other.
func (r *relations) sameMeasure(i, j int) bool {
	a, b := &r.records[i], &r.records[j]
	if a.Kind != b.Kind || a.Kind == "ratio" || a.Kind == "duration" || containsAny(a.Text, r.kb.parts.of("average")) || containsAny(b.Text, r.kb.parts.of("average")) {
		return false
	}
	return a.Unit == b.Unit || isHead(a.Unit) && isHead(b.Unit)
}

// isHead says that a unit counts people one by one.
func isHead(unit string) bool { return unit == "人" || unit == "名" || unit == "位" }

// An interval is what the words of one figure or of several together allow.
type interval struct {
	low, high numeral.Decimal
	open      bool            // no upper end
	slack     numeral.Decimal // twice what rounding may have moved
}

// interval is what a sum of records allows. It reports false where the sum has
// no room.
func (r *relations) interval(records ...int) (sum interval, ok bool) {
	for _, i := range records {
		rec, t := &r.records[i], &r.tellings[i]
		high := rec.High
		if high == nil {
			high, sum.open = &rec.Value, true
		}
		var fits [3]bool
		sum.low, fits[0] = sum.low.Add(*rec.Low)
		sum.high, fits[1] = sum.high.Add(*high)
		sum.slack, fits[2] = sum.slack.Add(t.step)
		if fits != [3]bool{true, true, true} {
			return sum, false
		}
	}
	return sum, true
}

// exceeds says that a is more than b, however both were rounded.
func (a interval) exceeds(b interval) bool {
	if b.open {
		return false
	}
	over, ok := a.low.Sub(b.high)
	if !ok {
		return false
	}
	twice, _ := over.Times(2)
	slack, _ := a.slack.Add(b.slack)
	return twice.Cmp(slack) > 0
}
