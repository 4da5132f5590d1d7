package sample

import (
	"math"
	"testing"
)

// Student's t and the exact binomial interval, as tables have them.
func TestQuantiles(t *testing.T) {
	for freedom, want := range map[float64]float64{1: 12.706, 4: 2.776, 10: 2.228, 30: 2.042, 120: 1.980} {
		if got := studentQuantile(freedom); math.Abs(got-want) > 0.0005 {
			t.Errorf("t with %v degrees of freedom is %.4f, want %v", freedom, got, want)
		}
	}
	// C. Clopper and E. Pearson's interval for 8 of 10 and for 0 of 20.
	for _, c := range []struct{ p, size, low, high float64 }{{0.8, 10, 0.4439, 0.9748}, {0, 20, 0, 0.1684}, {1, 20, 0.8316, 1}} {
		low, high := interval(c.p, c.size, 100000)
		if math.Abs(low-c.low) > 0.001 || math.Abs(high-c.high) > 0.001 {
			t.Errorf("%v of %v: %.4f to %.4f, want %v to %v", c.p, c.size, low, high, c.low, c.high)
		}
	}
}

func answers(stratum, kind string, population, n int, fill func(i int, a *Answer)) []Answer {
	as := make([]Answer, n)
	for i := range as {
		as[i] = Answer{Type: kind, Stratum: stratum, Population: population}
		if kind == Record {
			as[i].Records = 1
		}
		fill(i, &as[i])
	}
	return as
}

// A small sheet, worked out by hand: of 100 records 10 are drawn, 8 of them
// right, 1 a wrong reading, 1 no figure; one of the 10 sentences, which holds
// two records, has 2 missed figures; of 50 sentences without records 5 are
// drawn, one with 2 missed figures.
//
//	right   10 * 8          = 80
//	figures 10 * (9 + 2/2)  + 10 * 2 = 120
func TestEstimates(t *testing.T) {
	sheet := answers("record/money", Record, 100, 10, func(i int, a *Answer) {
		a.Right, a.Figure = i < 8, i < 9
		if i == 0 {
			a.Records, a.Missed = 2, 2
		}
	})
	sheet = append(sheet, answers("sentence/digit", Sentence, 50, 5, func(i int, a *Answer) {
		if i == 0 {
			a.Missed = 2
		}
	})...)
	e := Of(sheet)
	if e.Records != 100 || math.Abs(e.Figures-120) > 1e-9 {
		t.Errorf("%d records, %v figures, want 100 and 120", e.Records, e.Figures)
	}
	for _, c := range []struct {
		name string
		got  Estimate
		want float64
	}{{"precision", e.Precision, 0.8}, {"recall", e.Recall, 80. / 120}, {"F1", e.F1, 160. / 220}} {
		if math.Abs(c.got.Value-c.want) > 1e-9 || c.got.Low >= c.want || c.got.High <= c.want || c.got.Low < 0 || c.got.High > 1 {
			t.Errorf("%s is %+v, want %v", c.name, c.got, c.want)
		}
	}
	if c := e.Strata[0]; c.Right != 8 || c.Figures != 9 || c.Missed != 1 || c.Drawn != 10 || c.Population != 100 {
		t.Errorf("%+v", c)
	}
}

// Where all was checked, nothing is left open.
func TestCensus(t *testing.T) {
	e := Of(append(
		answers("record/count", Record, 4, 4, func(i int, a *Answer) { a.Right, a.Figure = i > 0, true }),
		answers("sentence/digit", Sentence, 3, 3, func(i int, a *Answer) { a.Missed = i })...))
	if e.Precision != (Estimate{0.75, 0.75, 0.75}) {
		t.Errorf("precision is %+v", e.Precision)
	}
	if want := 3. / 7; math.Abs(e.Recall.Low-want) > 1e-12 || math.Abs(e.Recall.High-want) > 1e-12 {
		t.Errorf("recall is %+v", e.Recall)
	}
}

// Answers that are all the same leave room for others in what was not drawn.
func TestAllRight(t *testing.T) {
	e := Of(answers("record/count", Record, 1000, 20, func(_ int, a *Answer) { a.Right, a.Figure = true, true }))
	if e.Precision.Value != 1 || e.Precision.High != 1 || e.Precision.Low < 0.8 || e.Precision.Low > 0.9 {
		t.Errorf("precision is %+v", e.Precision)
	}
	if e := Of(answers("sentence/plain", Sentence, 5, 5, func(int, *Answer) {})); e.Precision != (Estimate{0, 0, 1}) {
		t.Errorf("no records: precision is %+v", e.Precision)
	}
}
