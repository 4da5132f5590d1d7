package normalize

import "strings"

// Short blocks that their neighbours decide: the lines of a list, headings, and
// pieces of sentences.

// nameList finds the lines of a list: short blocks with a figure, each behind a
// bullet or beside another.
func nameList(texts []string, drafts []draft) {
	entry := func(i int) bool {
		return i >= 0 && i < len(drafts) && (drafts[i].kind == undecided || drafts[i].kind == Row) && counting(texts[i])
	}
	for i := range drafts {
		if d := &drafts[i]; d.kind == undecided && entry(i) && (bulleted(texts[i]) || entry(i-1) || entry(i+1)) {
			d.kind = Row
		}
	}
}

// bulleted tells whether a text begins with the mark of a list.
func bulleted(text string) bool {
	r := first(text)
	return strings.ContainsRune("●■◆★▲◇○·•-–※☆✅⭐✔", r) || r >= 0x1F300 && r <= 0x1FAFF
}

// nameRest decides what the neighbours have not: a short block before running
// text is its heading, unless it is as long as a clause and has a figure.
func nameRest(texts []string, drafts []draft) {
	text := -1 // the last block of running text, over furniture
	for i := range drafts {
		d := &drafts[i]
		if d.kind == Paragraph {
			text = i
		}
		if d.kind != undecided {
			if d.kind != Furniture && d.kind != Caption && d.kind != Paragraph {
				text = -1
			}
			continue
		}
		goesOn := text >= 0 && torn(texts[text])
		switch {
		case !torn(texts[i]), i+1 == len(drafts),
			goesOn && text == i-1 && junction(texts[text], texts[i]) >= ofNumber,
			goesOn && cutNumber(texts[text], texts[i]) != noCut:
			d.kind, text = Paragraph, i
		case counting(texts[i]) && strings.ContainsAny(texts[i], "，,"):
			d.kind, text = Row, -1
		default:
			d.kind, d.level, text = Heading, 1, -1
		}
	}
}
