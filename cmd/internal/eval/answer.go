package eval

// Answered is the required annotation that a record answers: it lies on the
// same bytes and has the quantity; nil where it answers none.
func Answered(gold []Annotation, p *Prediction) *Annotation {
	for i := range gold {
		if g := &gold[i]; !g.Optional && g.start == p.Start && g.end == p.End && g.sameQuantity(p) {
			return g
		}
	}
	return nil
}

// Agrees reports whether got is a right reading of the field, one of
// indicator, action, period and org.
func (g *Annotation) Agrees(field, got string) bool { return g.agrees(field, got) }
