package sample

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// An Estimate is a share, and the interval that holds the true one in 95 of 100
// samples.
type Estimate struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Estimates are what a sheet says of all records and sentences that it was
// drawn from.
type Estimates struct {
	Precision Estimate       `json:"precision"`
	Recall    Estimate       `json:"recall"`
	F1        Estimate       `json:"f1"`
	Records   int            `json:"records"` // in all, which is known
	Figures   float64        `json:"figures"` // in all, as estimated
	Strata    []StratumCount `json:"strata"`
}

// A StratumCount is what was found in the drawn rows of one stratum.
type StratumCount struct {
	Stratum    string  `json:"stratum"`
	Population int     `json:"population"`
	Drawn      int     `json:"drawn"`
	Right      int     `json:"right"`
	Figures    int     `json:"figures"` // that drawn records stand for
	Missed     float64 `json:"missed"`  // in the sentences of the drawn rows; each record counts its share of its sentence
}

// Of turns the answers of a sheet into estimates of precision (right
// records of all records), recall (right records of all figures) and F1. A
// figure that a record reads wrong, and one that no record reports, are not
// recalled.
//
// Totals are expanded by the inverse of the probability of each row (D. Horvitz
// and D. Thompson, JASA 47 (1952), 663-685). The figures missed in a sentence
// are reached through any of its records, so each counts them by its share
// (the multiplicity estimator of M. Sirken, JASA 65 (1970), 257-266). Recall
// and F1 are ratios of totals; variances are those of their linearised values,
// by stratum and with the finite population correction (C.-E. Särndal, B.
// Swensson and J. Wretman, Model Assisted Survey Sampling (1992), sections 3.7
// and 5.6).
func Of(answers []Answer) Estimates {
	var right, figures float64
	e := Estimates{}
	groups := grouped(answers)
	for _, g := range groups {
		c := StratumCount{Stratum: g.name, Population: g.population, Drawn: len(g.rows)}
		if g.rows[0].Type == Record {
			e.Records += g.population
		}
		for _, a := range g.rows {
			right += g.weight() * a.right()
			figures += g.weight() * a.figures()
			c.Missed += a.missed()
			if a.Right {
				c.Right++
			}
			if a.Figure {
				c.Figures++
			}
		}
		e.Strata = append(e.Strata, c)
	}
	e.Figures = figures
	records := float64(e.Records)
	e.Precision = groups.of(Record).share(right, records, func(a Answer) float64 { return a.right() / records })
	e.Recall = groups.share(right, figures, func(a Answer) float64 {
		return (a.right() - right/figures*a.figures()) / figures
	})
	e.F1 = groups.share(2*right, records+figures, func(a Answer) float64 {
		return (2*a.right() - 2*right/(records+figures)*a.figures()) / (records + figures)
	})
	return e
}

// right is 1 for a record that is right, else 0.
func (a Answer) right() float64 { return indicator(a.Right) }

// missed are the missed figures that the row stands for.
func (a Answer) missed() float64 { return float64(a.Missed) / float64(max(1, a.Records)) }

// figures are the figures that the row stands for.
func (a Answer) figures() float64 { return indicator(a.Figure) + a.missed() }

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// A group is the rows that were drawn from one stratum.
type group struct {
	name       string
	population int
	rows       []Answer
}

type groups []group

// grouped are the strata that have rows, in the order of strata.
func grouped(answers []Answer) groups {
	var gs groups
	for _, s := range strata() {
		g := group{name: s.name}
		for _, a := range answers {
			if a.Stratum == s.name {
				g.rows, g.population = append(g.rows, a), a.Population
			}
		}
		if len(g.rows) > 0 {
			gs = append(gs, g)
		}
	}
	return gs
}

// weight is how many rows of the stratum a drawn one stands for.
func (g group) weight() float64 { return float64(g.population) / float64(len(g.rows)) }

// share is part of whole with its interval, linear being the linearised value
// of a row.
func (gs groups) share(part, whole float64, linear func(Answer) float64) Estimate {
	if whole == 0 {
		return Estimate{0, 0, 1} // nothing is known
	}
	variance, freedom := 0.0, 0
	for _, g := range gs {
		variance += g.variance(linear)
		freedom += len(g.rows) - 1
	}
	p := min(part/whole, 1)
	low, high := interval(p, gs.effective(p, variance), freedom)
	return Estimate{p, low, high}
}

// variance is the variance of the expanded total of values within a stratum.
func (g group) variance(value func(Answer) float64) float64 {
	n := float64(len(g.rows))
	if n < 2 || len(g.rows) == g.population {
		return 0
	}
	mean, squares := 0.0, 0.0
	for _, a := range g.rows {
		mean += value(a) / n
	}
	for _, a := range g.rows {
		squares += (value(a) - mean) * (value(a) - mean)
	}
	return g.weight() * g.weight() * n * (1 - n/float64(g.population)) * squares / (n - 1)
}

// effective is the size of the simple sample that would tell the share p as
// well as this one does. It is taken to be no more than the records that were
// checked, in view of how much was not, so that a stratum with one sort of
// answer is not believed to have no other (as J. Parker and others do, National
// Center for Health Statistics Data Presentation Standards for Proportions,
// Vital and Health Statistics 2/175 (2017)): intervals are rather too wide than
// too narrow. Where all was checked, it is without bound.
func (gs groups) effective(p, variance float64) float64 {
	records := 0
	drawn, all := map[string]float64{}, map[string]float64{}
	for _, g := range gs {
		kind := g.rows[0].Type
		drawn[kind] += float64(len(g.rows))
		all[kind] += float64(g.population)
		if kind == Record {
			records += len(g.rows)
		}
	}
	unseen := 0.0
	for kind := range all {
		unseen = max(unseen, 1-drawn[kind]/all[kind])
	}
	if unseen == 0 {
		return math.Inf(1)
	}
	limit := float64(records) / unseen
	if spread := p * (1 - p); spread > 0 && variance > 1e-15 {
		return min(limit, spread/variance)
	}
	return limit
}

// of are the groups of one type of row.
func (gs groups) of(kind string) groups {
	var found groups
	for _, g := range gs {
		if g.rows[0].Type == kind {
			found = append(found, g)
		}
	}
	return found
}

// interval is the exact binomial interval of a share p for a sample of an
// effective size, which is first made smaller where the variance was estimated
// with few degrees of freedom (E. Korn and B. Graubard, Confidence intervals
// for proportions with small expected number of positive counts estimated from
// survey data, Survey Methodology 24 (1998), 193-201).
func interval(p, size float64, freedom int) (low, high float64) {
	const tail = 0.025
	if math.IsInf(size, 1) {
		return p, p
	}
	if freedom > 0 && size > 1 {
		t := studentQuantile(size-1) / studentQuantile(float64(freedom))
		size *= min(1, t*t)
	}
	x := p * size
	low, high = 0, 1
	if x > 0 {
		low = mathext.InvRegIncBeta(x, size-x+1, tail)
	}
	if x < size {
		high = mathext.InvRegIncBeta(x+1, size-x, 1-tail)
	}
	return low, high
}

// studentQuantile is what Student's t with so many degrees of freedom stays
// below in 97.5 of 100 draws.
func studentQuantile(freedom float64) float64 {
	x := mathext.InvRegIncBeta(freedom/2, 0.5, 0.05)
	return math.Sqrt(freedom * (1 - x) / x)
}
