package eval

// How far two annotators of the same reports agree.

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"unionrep/cmd/internal/agree"
	"unionrep/normalize"
)

// A Pair is one report with the annotations of two annotators, each figure of
// the one beside the same figure of the other.
type Pair struct {
	File   string
	counts [2]int           // figures that each has annotated
	both   [][2]*Annotation // figures that both have
	alone  [2][]*Annotation // figures that one has and the other has not
}

// NewPair reads what two annotators say of the report called name. Figures are
// the same where their places share at least half of both together. Where there
// is no report to find the places in, source is nil, and they are the same
// where raw and nth are.
func NewPair(name string, source *normalize.Source, a, b Folder) (*Pair, error) {
	p := &Pair{File: name}
	var rows [2][]Annotation
	for i, folder := range []Folder{a, b} {
		var err error
		rows[i], err = folder.read(name, func(data []byte) ([]Annotation, error) { return located(data, source) })
		if err != nil {
			return nil, err
		}
		p.counts[i] = len(rows[i])
	}
	share := (*Annotation).shareOf
	if source == nil {
		share = (*Annotation).sameText
	}
	p.align(rows[0], rows[1], share)
	return p, nil
}

// align puts the figures side by side, those that share most first.
func (p *Pair) align(a, b []Annotation, share func(x, y *Annotation) float64) {
	type candidate struct {
		i, j  int
		share float64
	}
	var candidates []candidate
	for i := range a {
		for j := range b {
			if s := share(&a[i], &b[j]); s >= 0.5 {
				candidates = append(candidates, candidate{i, j, s})
			}
		}
	}
	slices.SortStableFunc(candidates, func(x, y candidate) int { return cmp.Compare(y.share, x.share) })
	partner, taken := make([]int, len(a)), make([]bool, len(b))
	for i := range partner {
		partner[i] = -1
	}
	for _, c := range candidates {
		if partner[c.i] < 0 && !taken[c.j] {
			partner[c.i], taken[c.j] = c.j, true
		}
	}
	for i, j := range partner {
		if j < 0 {
			p.alone[0] = append(p.alone[0], &a[i])
		} else {
			p.both = append(p.both, [2]*Annotation{&a[i], &b[j]})
		}
	}
	for j := range b {
		if !taken[j] {
			p.alone[1] = append(p.alone[1], &b[j])
		}
	}
}

// shareOf is how much of the two places together is shared.
func (g *Annotation) shareOf(h *Annotation) float64 {
	both := min(g.end, h.end) - max(g.start, h.start)
	return share(max(both, 0), max(g.end, h.end)-min(g.start, h.start))
}

// sameText is 1 for the same occurrence of the same text, else 0.
func (g *Annotation) sameText(h *Annotation) float64 {
	if g.Raw == h.Raw && max(1, g.Nth) == max(1, h.Nth) {
		return 1
	}
	return 0
}

// compared are the fields in which two annotators are compared, each with what
// an annotation says there. Only the annotator's own reading counts: what
// stands under alt may have been taken over from the other.
func compared() []comparedField {
	text := func(field string) func(*Annotation) string {
		return func(g *Annotation) string { return squash(g.text(field)) }
	}
	return []comparedField{
		{"value", func(g *Annotation) string { return plain(string(g.Value)) }},
		{"max", func(g *Annotation) string { return plain(string(g.Max)) }},
		{"bound", text("bound")},
		{"unit", func(g *Annotation) string { return canonical(g.Unit) }},
		{"kind", text("kind")},
		{"indicator", text("indicator")},
		{"action", text("action")},
		{"org", text("org")},
		{"period", text("period")},
		{"optional", func(g *Annotation) string { return strconv.FormatBool(g.Optional) }},
		{"dup", func(g *Annotation) string { return strconv.FormatBool(g.Dup) }},
	}
}

type comparedField struct {
	name  string
	label func(*Annotation) string
}

// plain is a number in a form that is the same for equal numbers.
func plain(digits string) string {
	if r, ok := new(big.Rat).SetString(digits); ok {
		return r.RatString()
	}
	return digits
}

// An Agreement is how far two annotators agree over all reports.
type Agreement struct {
	Figures       FigureAgreement   `json:"figures"`
	Fields        []FieldAgreement  `json:"fields"`
	ByFile        []FigureAgreement `json:"by_file"`
	Disagreements []Disagreement    `json:"disagreements"`
}

// FigureAgreement is how far the two agree on what is a figure at all. What
// neither calls a figure cannot be counted, so there is no kappa: F1, the same
// whichever of the two is taken for right, is what kappa comes to where that
// is very much (G. Hripcsak and A. Rothschild, Agreement, the F-measure, and
// reliability in information retrieval, JAMIA 12 (2005), 296-298).
type FigureAgreement struct {
	File string `json:"file,omitempty"`
	A    int    `json:"a"` // figures that the first has annotated
	B    int    `json:"b"` // and the second
	Both int    `json:"both"`
	F1   Rate   `json:"f1"`
}

// FieldAgreement is how far the two agree on a field of the figures that both
// have. Kappa and the alphas are nil where they are not defined, as of a field
// in which there is one value only.
type FieldAgreement struct {
	Field string `json:"field"`
	Raw   Rate   `json:"raw"`         // the share on which they say the same
	Kappa *Rate  `json:"kappa"`       // Cohen's
	Alpha *Rate  `json:"alpha"`       // Krippendorff's, nominal
	Ratio *Rate  `json:"alpha_ratio"` // of value only: by how much they differ in proportion; a missed 万 weighs more than a digit
}

// A Disagreement is one place where the two differ.
type Disagreement struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"` // absent where there is no report
	Column int    `json:"column,omitempty"`
	Source string `json:"source"`
	Field  string `json:"field"` // "" where one has no figure there
	A      string `json:"a"`
	B      string `json:"b"`
}

// Agree measures the agreement over all reports, and keeps up to n
// disagreements.
func Agree(pairs []*Pair, n int) *Agreement {
	agreement := &Agreement{Disagreements: []Disagreement{}}
	all := &agreement.Figures
	var both [][2]*Annotation
	for _, p := range pairs {
		f := FigureAgreement{File: p.File, A: p.counts[0], B: p.counts[1], Both: len(p.both)}
		f.F1 = rate(2*f.Both, f.A+f.B)
		agreement.ByFile = append(agreement.ByFile, f)
		all.A, all.B, all.Both = all.A+f.A, all.B+f.B, all.Both+f.Both
		both = append(both, p.both...)
		for _, d := range p.disagreements() {
			if len(agreement.Disagreements) < n {
				agreement.Disagreements = append(agreement.Disagreements, d)
			}
		}
	}
	all.F1 = rate(2*all.Both, all.A+all.B)
	for _, field := range compared() {
		agreement.Fields = append(agreement.Fields, field.agreement(both))
	}
	return agreement
}

// agreement measures one field.
func (f comparedField) agreement(both [][2]*Annotation) FieldAgreement {
	pairs, units, numbers := make([][2]string, len(both)), make([][]string, len(both)), make([][]float64, len(both))
	for i, p := range both {
		pairs[i] = [2]string{f.label(p[0]), f.label(p[1])}
		units[i] = pairs[i][:]
		for _, g := range p {
			if x, err := g.Value.Float64(); err == nil {
				numbers[i] = append(numbers[i], x)
			}
		}
	}
	a := FieldAgreement{
		Field: f.name, Raw: round(agree.Observed(pairs)),
		Kappa: defined(agree.Kappa(pairs)), Alpha: defined(agree.Alpha(units, agree.Nominal)),
	}
	if f.name == "value" {
		a.Ratio = defined(agree.Alpha(numbers, agree.Ratio))
	}
	return a
}

func defined(x float64, ok bool) *Rate {
	if !ok {
		return nil
	}
	r := round(x)
	return &r
}

// disagreements are the places where the two differ, those of the figures that
// one of them has alone last.
func (p *Pair) disagreements() []Disagreement {
	var found []Disagreement
	add := func(g *Annotation, field, a, b string) {
		found = append(found, Disagreement{p.File, g.line, g.column, g.Raw, field, a, b})
	}
	for _, pair := range p.both {
		for _, f := range compared() {
			if a, b := f.label(pair[0]), f.label(pair[1]); a != b {
				add(pair[0], f.name, a, b)
			}
		}
	}
	for _, g := range p.alone[0] {
		add(g, "", g.quantity(), "")
	}
	for _, g := range p.alone[1] {
		add(g, "", "", g.quantity())
	}
	return found
}
