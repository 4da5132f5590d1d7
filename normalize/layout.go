package normalize

// layout puts the text into one block a line and tells the blocks apart:
// wrapped lines whole, flattened pages cut up again, titles, headings,
// by-lines, captions, page furniture and table rows named.
func layout(t *Text, o Options) *Text {
	drafts := unwrap(t.clean, sideBySide(t.clean, scanLines(t.clean)))
	drafts = unflatten(t.clean, drafts)
	name(t.clean, drafts)
	p := page{t: t}
	return p.assemble(o, drafts)
}
