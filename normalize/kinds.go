package normalize

import "strings"

// Telling blocks apart: what is told by a block alone first, then what is told
// by its neighbours.

// longestHeading is in characters.
const longestHeading = 40

// undecided is a short block without a sentence's end: a heading, a title, a
// caption or a piece of a sentence, as its neighbours tell.
const undecided = Kind(100)

// name sets the kinds and levels of the blocks of a file.
func name(s string, drafts []draft) {
	texts := make([]string, len(drafts))
	for i := range drafts {
		d := &drafts[i]
		texts[i] = d.text(s)
		d.mark = markup(texts[i])
		d.kind, d.level = alone(texts[i])
	}
	nameFurniture(texts, drafts)
	nameTables(texts, drafts)
	nameTitles(texts, drafts)
	nameSignatures(texts, drafts)
	nameList(texts, drafts)
	nameCaptions(texts, drafts)
	nameRest(texts, drafts)
}

// alone tells the kind of a block by its text.
func alone(text string) (Kind, int) {
	if n := markup(text); n > 0 {
		if level := n - 1; level > 1 {
			return Heading, max(1, level-2)
		}
		return Title, 1
	}
	switch {
	case furnitureLine(text):
		return Furniture, 0
	case bylineLine(text):
		return Byline, 0
	case rowLine(text):
		return Row, 0
	case headingText(text):
		if level := numbering(text); level > 0 {
			return Heading, level
		}
		return undecided, 0
	}
	return Paragraph, 0
}

// markup is the length of a Markdown heading's mark with the blank behind it.
func markup(text string) int {
	n := 0
	for n < len(text) && text[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n == len(text) || text[n] != ' ' {
		return 0
	}
	return n + 1
}

// headingText tells whether a text can be a heading by its form: short,
// without a sentence's end, and not torn out of a quotation.
func headingText(text string) bool {
	if len(text) > 4*longestHeading {
		return false
	}
	n, hans, commas, digits := 0, 0, 0, 0
	for i, r := range text {
		n++
		switch {
		case r == ',' && i+1 < len(text) && digit(rune(text[i+1])):
		case han(r):
			hans++
		case digit(r):
			digits++
		case r == '，' || r == ',':
			commas++
		case finalMark(r) || r == '；' || r == ';':
			return false
		}
	}
	return n <= longestHeading && (hans > 1 || digits > 0 && (hans == 1 || last(text) == '%')) && commas <= 1 && !openEnded(last(text)) && balance(text) == (quotes{})
}

// openEnded tells whether r is a mark that something must follow.
func openEnded(r rune) bool {
	switch r {
	case '，', ',', '、', '“', '‘', '（', '(', '《', '：', ':', '「', '『':
		return true
	}
	return false
}

// quotes counts the quotations and brackets of a text that lack one half.
type quotes struct{ open, closed int }

// balance matches the opening and closing marks of a text.
func balance(text string) quotes {
	var q quotes
	for i := 0; i < len(text); {
		c := text[i]
		if c >= 0xE4 && c <= 0xED { // nearly all text, and none of the marks
			i += 3
			continue
		}
		r, n := runeAt(text, i)
		i += n
		switch r {
		case '“', '（', '(', '《', '「', '『', '【':
			q.open++
		case '”', '）', ')', '》', '」', '』', '】':
			if q.open > 0 {
				q.open--
			} else {
				q.closed++
			}
		}
	}
	return q
}

// numbering is the level of a heading that is numbered: 一、 and 01 1, （一） 2,
// 1. 3, (1) 4; 0 where it is not.
func numbering(text string) int {
	const numerals = "一二三四五六七八九十"
	bracket := false
	if rest, ok := strings.CutPrefix(text, "（"); ok {
		bracket, text = true, rest
	} else if rest, ok := strings.CutPrefix(text, "("); ok {
		bracket, text = true, rest
	}
	if rest := strings.TrimLeft(text, numerals); rest != text {
		switch {
		case bracket && (first(rest) == '）' || first(rest) == ')'):
			return 2
		case !bracket && first(rest) == '、':
			return 1
		}
		return 0
	}
	if rest := strings.TrimLeft(text, "0123456789"); rest != text && len(text)-len(rest) <= 2 {
		switch r := first(rest); {
		case bracket && (r == '）' || r == ')'):
			return 4
		case !bracket && (r == '、' || r == '.' || r == '．') && !digit(first(strings.TrimLeft(rest, "、.．"))):
			return 3
		}
	}
	if len(text) > 3 && text[0] == '0' && digit(rune(text[1])) && text[2] == ' ' && !bracket {
		return 1
	}
	if rest, ok := strings.CutPrefix(text, "第"); ok && !bracket {
		if tail := strings.TrimLeft(rest, numerals); tail != rest && (strings.HasPrefix(tail, "部分") || strings.HasPrefix(tail, "章")) {
			return 1
		}
	}
	return 0
}

// rowLine tells whether a line is a table's: its cells stand apart.
func rowLine(text string) bool {
	if strings.HasPrefix(text, "|") && strings.Count(text, "|") > 1 {
		return true
	}
	if len(text) > 400 || finalMark(last(text)) {
		return false
	}
	cells, blanks, numbers := 1, 0, 0
	for i := 0; i < len(text); {
		if n := blankAt(text, i); n > 0 {
			if text[i] == '\t' || n == 3 {
				blanks++
			}
			blanks++
			i += n
			continue
		}
		if blanks > 1 {
			cells++
			if digit(first(strings.TrimLeft(text[i:], "-+¥$"))) {
				numbers++
			}
		}
		blanks = 0
		i++
	}
	return cells > 1 && (numbers > 0 || cells > 2)
}

// subtitle tells whether a text is the line under a title.
func subtitle(text string) bool {
	return (strings.HasPrefix(text, "—") || strings.HasPrefix(text, "--")) && headingText(strings.TrimLeft(text, "—-"))
}

// nameTitles finds the titles: what stands over a line that begins with a
// dash or over a by-line, or opens the file.
func nameTitles(texts []string, drafts []draft) {
	body, titled := false, false // running text and a title have been seen
	for i := range drafts {
		d := &drafts[i]
		var before Kind = Paragraph
		if i > 0 {
			before = drafts[i-1].kind
		}
		next := ""
		if i+1 < len(drafts) {
			next = texts[i+1]
		}
		switch {
		case d.mark > 0 && subtitle(texts[i][d.mark:]) && before == Title:
			d.kind, d.level = Title, 2
		case d.mark == 0 && subtitle(texts[i]) && !listed(texts, i):
			d.kind, d.level = Title, 1
			if before == undecided || before == Title {
				d.level = 2
			}
			if before == undecided {
				drafts[i-1].kind, drafts[i-1].level = Title, 1
			}
		case d.kind == Byline && before == undecided && goesOn(drafts[i+1:]):
			drafts[i-1].kind, drafts[i-1].level = Title, 1
			titled = true
		case d.kind != undecided:
		case tells("dateline", next):
			d.kind, d.level = Title, 1
		case (before == Title || before == Byline) && bodies(texts[i]), !body && titled && bracketed(texts[i]):
			d.kind = Byline
		case bodies(texts[i]) && dateLine(next): // the signature
			d.kind = Byline
		case !body && d.gap == 0 && before == Title && !labelled(texts[i]):
			d.kind, d.level = Title, 2
		case !body && !titled && next != "" && !subtitle(next):
			d.kind, d.level = Title, 1
		}
		titled = titled || d.kind == Title
		body = body || d.kind == Paragraph
	}
}

// goesOn tells whether an article goes on with these blocks.
func goesOn(drafts []draft) bool {
	for i := range drafts {
		switch drafts[i].kind {
		case Byline, Furniture:
		default:
			return true
		}
	}
	return false
}

// bracketed tells whether a line is one remark in brackets.
func bracketed(text string) bool {
	return (first(text) == '（' || first(text) == '(') && (last(text) == '）' || last(text) == ')')
}

// labelled tells whether a line is the label of a section and nothing else:
// 【概况】.
func labelled(text string) bool { return first(text) == '【' && last(text) == '】' }

// bodies tells whether a line names nothing but organisations: whose report it
// is.
func bodies(text string) bool {
	names := strings.Fields(text)
	for _, name := range names {
		if !tells("body", name) {
			return false
		}
	}
	return len(names) > 0
}

// listed tells whether the dash before block i is that of a list.
func listed(texts []string, i int) bool {
	dashed := func(k int) bool { return k >= 0 && k < len(texts) && strings.HasPrefix(texts[k], "—") }
	return dashed(i-1) || dashed(i+1)
}

// nameSignatures finds the office and the name of who speaks, on two lines.
func nameSignatures(texts []string, drafts []draft) {
	for i := 1; i < len(drafts); i++ {
		a, b := &drafts[i-1], &drafts[i]
		if a.kind == undecided && b.kind == undecided && tells("office", texts[i-1]) && personal(texts[i]) {
			a.kind, b.kind = Byline, Byline
		}
	}
}

// personal tells whether a line can be a name alone: two to four characters,
// a blank between two of them allowed.
func personal(text string) bool {
	n := 0
	for _, r := range text {
		if han(r) {
			n++
		} else if r != ' ' && r != '·' {
			return false
		}
	}
	return n >= 2 && n <= 4
}

// torn tells whether a block breaks off in mid-sentence.
func torn(text string) bool { return !ends(text) || balance(text).open > 0 }

// trimClosers is text without the closing quotes and brackets at its end.
func trimClosers(text string) string { return strings.TrimRight(text, closers) }
