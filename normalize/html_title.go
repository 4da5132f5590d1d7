package normalize

import (
	"strings"
	"unicode/utf8"
)

// The title and the headings of an HTML page. The page's own title, which
// browsers show above it, mostly names the site as well: it tells which line of
// the text is the title, and stands in for one only where there is none.

const (
	longestTitle       = 160 // characters, with the name of the site
	longestHTMLHeading = 60
)

// titleMarks part the title of the text from the name of the site.
const titleMarks = "_|｜-–—－>»·"

// findTitle marks the headings of a page.
func (d *htmlPage) findTitle() {
	var firsts []int // headings of the first level
	titles := d.titles()
	for k := range d.visible {
		e := &d.elements[k]
		level := headingLevel(e.name)
		switch {
		case level == 1 && e.chars > 0:
			firsts = append(firsts, k)
		case level > 1 && e.chars > 0 && e.chars <= longestHTMLHeading && e.sentences == 0:
			e.heading = level
		}
	}
	matched := len(titles) > 0 && d.match(titles, len(firsts) == 1)
	for _, k := range firsts {
		switch {
		case !matched:
			d.elements[k].heading = 1
		case d.elements[k].Start > d.elements[d.title].Start:
			d.elements[k].heading = 2
		default: // the name of the site, where the page's own title has it too
			d.elements[k].aside = k != d.title && strings.Contains(titles[0], d.inner(k))
		}
	}
	switch {
	case matched:
		d.elements[d.title].heading = 1
		d.leaveHead(d.title)
	case len(firsts) == 1:
		d.leaveHead(firsts[0])
	case len(firsts) == 0 && len(titles) > 0:
		d.title = d.pageTitle()
		d.elements[d.title].heading = 1
	}
}

// leaveHead leaves aside what stands above the title and is no sentence: the
// name of the site, the date of today. What stands beside the title in a part
// of the page belongs to it. Where most of the page stands above, it is none.
func (d *htmlPage) leaveHead(title int) {
	part := d.elements[title].parent
	var head []int
	chars, end := 0, 0
	for k := range d.visible {
		e := &d.elements[k]
		if e.Start >= d.elements[title].Start {
			break
		}
		beside := e.parent == part && part > 0 && d.elements[part].name != "body"
		if e.Start >= end && e.End <= d.elements[title].Start && blockElement(e.name) && e.sentences == 0 && !beside {
			head = append(head, k)
			chars += e.chars
			end = e.End
		}
	}
	if chars*2 > d.elements[0].chars {
		return
	}
	for _, k := range head {
		d.elements[k].aside = true
	}
}

// visible yields the elements that are part of the text.
func (d *htmlPage) visible(yield func(int) bool) {
	end := 0 // of what is left aside
	for k := 1; k < len(d.elements); k++ {
		e := &d.elements[k]
		if e.Start < end {
			continue
		}
		if e.aside {
			end = e.End
			continue
		}
		if !yield(k) {
			return
		}
	}
}

// match finds the line of the text that one of the titles names, the longest
// first, before the first sentence: a signature further down may say the same
// as the name of a site. Where a heading of the first level is there, another
// line must be a heading too.
func (d *htmlPage) match(titles []string, first bool) bool {
	end := d.firstSentence()
	for _, title := range titles {
		want := visibleCharacters(title)
		for k := range d.visible {
			e := &d.elements[k]
			if e.Start >= end {
				break
			}
			if e.chars == want && blockElement(e.name) && (!first || headingLevel(e.name) > 0) && d.inner(k) == title {
				d.title = k
				return true
			}
		}
	}
	return false
}

// firstSentence is where the first stretch of text begins that ends a sentence.
func (d *htmlPage) firstSentence() int {
	for k := range d.visible {
		at := d.elements[k].token + 1
		for ; at < len(d.tokens) && d.tokens[at].kind == htmlText && d.tokens[at].element == k; at++ {
			if strings.ContainsAny(d.text[d.tokens[at].Start:d.tokens[at].End], "。！？") {
				return d.tokens[at].Start
			}
		}
	}
	return len(d.text)
}

// pageTitle is the element of the page's own title, 0 for none.
func (d *htmlPage) pageTitle() int {
	for k := range d.elements {
		e := &d.elements[k]
		if e.name == "title" && d.elements[e.parent].name != "svg" {
			return k
		}
	}
	return 0
}

// titles are what the page's own title may say of the text: all of it, then
// without what stands behind its last mark, and so on.
func (d *htmlPage) titles() []string {
	k := d.pageTitle()
	if k == 0 {
		return nil
	}
	text := d.titleText(k)
	var titles []string
	for text != "" && utf8.RuneCountInString(text) <= longestTitle {
		titles = append(titles, text)
		at := strings.LastIndexAny(text, titleMarks)
		if at < 0 {
			break
		}
		text = strings.TrimRight(text[:at], titleMarks+" ")
	}
	return titles
}

// titleText is the page's own title on one line.
func (d *htmlPage) titleText(k int) string {
	span := d.titleSpan(k)
	return blankText(d.text[span.Start:span.End])
}

// titleSpan is where the page's own title stands.
func (d *htmlPage) titleSpan(k int) Span {
	at := d.elements[k].token + 1
	if at < len(d.tokens) && d.tokens[at].kind == htmlText {
		return d.tokens[at].Span
	}
	return Span{d.elements[k].End, d.elements[k].End}
}

// withoutSite is the part of the page's own title before the name of the site,
// where a mark parts them that no title of a text has in it.
func (d *htmlPage) withoutSite(title Span) Span {
	for _, mark := range [...]string{"_", "|", "｜", " - ", " – ", " — ", " » ", " > "} {
		if n := strings.Index(d.text[title.Start:title.End], mark); n > 0 {
			title.End = title.Start + n
		}
	}
	return title
}

// headingLevel is the level of an element for headings, 0 for others.
func headingLevel(name string) int {
	if len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6' {
		return int(name[1] - '0')
	}
	return 0
}

func visibleCharacters(text string) int {
	n := 0
	for _, r := range text {
		if r > ' ' && r != '\u3000' && r != '\u00a0' {
			n++
		}
	}
	return n
}
