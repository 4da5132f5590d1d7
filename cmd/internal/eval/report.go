package eval

// Scores: precision, recall and F1 from counts, with their interval.

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"unionrep/normalize"
)

// A Report is one report that was compared with its annotation.
type Report struct {
	File string
	Counts
	Misses []Miss
}

// NewReport compares the predictions for the report called name.
func NewReport(name string, source *normalize.Source, gold []Annotation, predictions []Prediction) *Report {
	counts, misses := Compare(source, gold, predictions)
	for i := range misses {
		misses[i].File = name
	}
	return &Report{name, counts, misses}
}

// A Result is the score of all reports, of each, and what was missed.
type Result struct {
	All    Scores
	Files  []FileScores
	Misses []Miss
}

// FileScores are the scores of one report.
type FileScores struct {
	File string `json:"file"`
	Scores
}

// A Rate is a share, rounded to four decimals.
type Rate float64

// A Score is precision, recall and F1 at one level.
type Score struct {
	P  Rate `json:"p"`
	R  Rate `json:"r"`
	F1 Rate `json:"f1"`

	// The 95 % intervals, from three reports on.
	CI  *[2]Rate `json:"ci,omitempty"` // of F1
	PCI *[2]Rate `json:"p_ci,omitempty"`
	RCI *[2]Rate `json:"r_ci,omitempty"`
}

// Scores are the result over one or several reports.
type Scores struct {
	Quantity Score           `json:"quantity"`
	Figure   Score           `json:"figure"`
	Loose    Score           `json:"loose"`
	Record   Score           `json:"record"`
	Fields   map[string]Rate `json:"fields"` // agreement of the quantities found
	Silent   Rate            `json:"silent"` // wrong quantities without a flag, of all records
	Strict   Rate            `json:"strict"` // recall of the records that are not optional
	Gold     int             `json:"gold"`
	Found    int             `json:"found"`
	Spurious int             `json:"spurious"`
	BadSpans int             `json:"bad_spans"`
}

// Level is the score at a level.
func (s *Scores) Level(l Level) *Score {
	return [...]*Score{&s.Quantity, &s.Figure, &s.Loose, &s.Record}[l]
}

// Summarize scores the reports together and one by one, and keeps up to n
// misses of each sort. The intervals are bootstrapped over the reports, with
// the same draws on every run.
func Summarize(reports []*Report, n int) *Result {
	var all Counts
	result := &Result{Misses: []Miss{}}
	listed := map[string]int{}
	for _, r := range reports {
		all.Add(r.Counts)
		result.Files = append(result.Files, FileScores{r.File, r.scores()})
		for _, m := range r.Misses {
			if listed[m.Sort]++; listed[m.Sort] <= n {
				result.Misses = append(result.Misses, m)
			}
		}
	}
	result.All = all.scores()
	if drawn := bootstrap(reports); drawn != nil {
		for l := Quantity; l <= Whole; l++ {
			s := result.All.Level(l)
			s.CI = interval(drawn, l, func(s Score) Rate { return s.F1 })
			s.PCI = interval(drawn, l, func(s Score) Rate { return s.P })
			s.RCI = interval(drawn, l, func(s Score) Rate { return s.R })
		}
	}
	return result
}

func (c *Counts) scores() Scores {
	s := Scores{
		Fields: map[string]Rate{}, Gold: c.Gold, Found: c.Found[Quantity], Spurious: c.Spurious, BadSpans: c.BadSpans,
		Silent: rate(c.Silent, c.Found[Quantity]+c.Spurious), Strict: rate(c.Strict, c.Gold),
	}
	for i, field := range Fields() {
		s.Fields[field] = rate(c.Agree[i], c.Found[Quantity])
	}
	for l := Quantity; l <= Whole; l++ {
		*s.Level(l) = c.score(l)
	}
	return s
}

// score is the score at a level.
func (c *Counts) score(l Level) Score {
	p := share(c.Found[l], c.Found[Quantity]+c.Spurious)
	r := share(c.Found[l], c.Gold)
	if p+r == 0 {
		return Score{}
	}
	return Score{P: round(p), R: round(r), F1: round(2 * p * r / (p + r))}
}

// bootstrap draws as many reports as there are, with replacement, a thousand
// times; fewer than three reports say nothing.
func bootstrap(reports []*Report) []Counts {
	if len(reports) < 3 {
		return nil
	}
	random := rand.New(rand.NewPCG(1, 1))
	drawn := make([]Counts, 1000)
	for i := range drawn {
		for range reports {
			drawn[i].Add(reports[random.IntN(len(reports))].Counts)
		}
	}
	return drawn
}

// interval holds one of the rates at a level in 95 of 100 draws: the
// percentile interval of B. Efron, The Jackknife, the Bootstrap and Other
// Resampling Plans (1982), chapter 10.
func interval(drawn []Counts, l Level, of func(Score) Rate) *[2]Rate {
	rates := make([]Rate, len(drawn))
	for i := range drawn {
		rates[i] = of(drawn[i].score(l))
	}
	slices.Sort(rates)
	tail := len(rates) / 40
	return &[2]Rate{rates[tail], rates[len(rates)-1-tail]}
}

func rate(part, whole int) Rate { return round(share(part, whole)) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// round goes through decimal digits, which are rounded exactly.
func round(x float64) Rate {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64)
	return Rate(r)
}
