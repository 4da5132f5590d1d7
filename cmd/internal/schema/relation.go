package schema

// What must hold between the fields of one record or edit, which no JSON
// Schema can say.

import (
	"encoding/json"
	"fmt"

	"unionrep/extract"
)

func recordRelations(text []byte) []string {
	var r extract.Record
	if err := json.Unmarshal(text, &r); err != nil { // a number with an exponent, or of too many digits
		return []string{err.Error()}
	}
	var wrong []string
	hold := func(is bool, format string, values ...any) {
		if !is {
			wrong = append(wrong, fmt.Sprintf(format, values...))
		}
	}
	hold(r.Start < r.End, "end: %d does not lie behind start, %d", r.End, r.Start)
	for i, c := range r.Copies {
		hold(c.Start < c.End, "copies.%d.end: %d does not lie behind start, %d", i, c.End, c.Start)
	}
	if r.Max != nil {
		hold(r.Value.Cmp(*r.Max) <= 0, "max: %s is less than value, %s", r.Max, r.Value)
	}
	if r.Low != nil {
		hold(r.Low.Cmp(r.Value) <= 0, "low: %s is more than value, %s", r.Low, r.Value)
	}
	if r.High != nil {
		hold(r.Value.Cmp(*r.High) <= 0, "high: %s is less than value, %s", r.High, r.Value)
	}
	if r.Bound == "exact" && r.Low != nil && r.High != nil {
		hold(r.Low.Cmp(*r.High) == 0, "low: %s is not high, %s, of a value that is exact", r.Low, r.High)
	}
	shorter := min(len(r.PeriodStart), len(r.PeriodEnd)) // 2015 holds 2015-03
	hold(r.PeriodStart[:shorter] <= r.PeriodEnd[:shorter], "period_end: %s lies before period_start, %s", r.PeriodEnd, r.PeriodStart)
	hold(r.PartOf != r.ID, "part_of: a figure is no part of itself")
	return wrong
}

func editRelations(text []byte) []string {
	var e struct {
		Start, End int
		From       string
	}
	if err := json.Unmarshal(text, &e); err != nil {
		return []string{err.Error()}
	}
	switch {
	case e.Start > e.End:
		return []string{fmt.Sprintf("end: %d lies before start, %d", e.End, e.Start)}
	case (e.Start == e.End) != (e.From == ""):
		return []string{fmt.Sprintf("from: %q does not take %d bytes", e.From, e.End-e.Start)}
	}
	return nil
}
