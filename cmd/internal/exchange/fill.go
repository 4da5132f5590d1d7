package exchange

// Fields for figures that somebody has marked, but said nothing of.

// HasValue reports whether the figure's value is known, which a record needs.
func (f *Figure) HasValue() bool { return f.Fields.text("value") != "" }

// bare reports whether nothing is known of a figure but its kind.
func (f *Figure) bare() bool { return len(f.Fields) <= 1 }

// Fill gives each figure of which nothing is known but its place and kind the
// fields of the known figure that lies there: at the same place, or else where
// the two share at least half of both together. Each known figure is used once.
// The kind stays.
func (d *Document) Fill(known []Figure) {
	used := make([]bool, len(known))
	take := func(f *Figure, enough func(*Figure) bool) {
		for i := range known {
			if !used[i] && f.bare() && enough(&known[i]) {
				used[i] = true
				f.take(&known[i])
			}
		}
	}
	for i := range d.Figures {
		f := &d.Figures[i]
		take(f, func(k *Figure) bool { return k.Start == f.Start && k.End == f.End })
	}
	for i := range d.Figures {
		f := &d.Figures[i]
		take(f, f.overlaps)
	}
}

// overlaps reports whether two figures share at least half of both together.
func (f *Figure) overlaps(g *Figure) bool {
	both := min(f.End, g.End) - max(f.Start, g.Start)
	return both > 0 && 2*both >= max(f.End, g.End)-min(f.Start, g.Start)
}

// take takes over the fields of a known figure, all but the kind.
func (f *Figure) take(known *Figure) {
	label := labelOf(f.Fields)
	f.Fields = known.Fields.clone()
	if label != labelOf(known.Fields) {
		f.Fields.setText("kind", label)
	}
	f.Changed = f.Changed || f.Start != known.Start || f.End != known.End
}

// Unknown are the figures of which nothing is known but place and kind.
func (d *Document) Unknown() []*Figure {
	var unknown []*Figure
	for i := range d.Figures {
		if d.Figures[i].bare() {
			unknown = append(unknown, &d.Figures[i])
		}
	}
	return unknown
}

// Moved are the figures whose fields were said of another span.
func (d *Document) Moved() []*Figure {
	var moved []*Figure
	for i := range d.Figures {
		if d.Figures[i].Changed {
			moved = append(moved, &d.Figures[i])
		}
	}
	return moved
}
