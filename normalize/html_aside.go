package normalize

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// What of an HTML page is no part of its text: what nobody sees, navigation,
// page heads and feet, forms, lists of links. Lists of links are told by the
// share of the text that is in links (Kohlschütter, Fankhauser and Nejdl 2010,
// Boilerplate detection using shallow text features).

const (
	fewLinks  = 3  // a list has so many at least
	linkShare = 66 // percent of a list's characters that are in links
	// Percent of the text outside links from which on an element is the text
	// itself, whatever it is called: of one whose name says what it is, such
	// as a nav that never ends, and of one that only its attributes tell or
	// that many pages have around everything, a form.
	wholeText = 90
	mainText  = 50
)

// attribute notes what an attribute says of its element.
func (e *element) attribute(key, value string) {
	switch key {
	case "href":
		e.inLink = e.inLink || e.name == "a"
	case "hidden":
		e.hidden = true
	case "style":
		style := strings.ToLower(strings.ReplaceAll(value, " ", ""))
		e.hidden = e.hidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
	case "class", "id", "role":
		e.named = e.named || boilerplateAttribute(key, value)
	case "colspan":
		e.across = cellsTaken(value)
	case "rowspan":
		e.down = cellsTaken(value)
	}
}

// cellsTaken is how many columns or rows a cell takes.
func cellsTaken(value string) int {
	const most = 100
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil {
		return 1
	}
	return min(max(n, 1), most)
}

// boilerplateWords are the words of attributes, by attribute.
var boilerplateWords = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{"class": {}, "part": {}, "role": {}}
	eachRow("boilerplate.csv", []string{"attribute", "words", "yes", "no"}, func(cells []string, place string) {
		if all[cells[0]] == nil {
			panic(place + ": the attribute is role, class or part")
		}
		for w := range strings.FieldsSeq(cells[1]) {
			all[cells[0]][w] = true
		}
	})
	return all
})

// boilerplateAttribute tells an attribute of what is no part of the text.
func boilerplateAttribute(key, value string) bool {
	if key == "id" {
		key = "class"
	}
	words, parts := boilerplateWords()[key], boilerplateWords()["part"]
	for w := range strings.FieldsSeq(strings.ToLower(value)) {
		w = strings.ReplaceAll(w, "_", "-")
		first, _, several := strings.Cut(w, "-")
		if words[w] || several && key == "class" && parts[first] {
			return true
		}
	}
	return false
}

// leaveAside tells what is no part of the text.
func (d *htmlPage) leaveAside() {
	all := d.elements[0].chars - d.elements[0].linked
	for k := 1; k < len(d.elements); k++ {
		e := &d.elements[k]
		own := e.chars - e.linked
		share := func(percent int) bool { return own*100 >= all*percent && own > 0 }
		switch {
		case noText(e.name):
			e.aside = true
		case wraps(e.name):
		case e.hidden, asideElement(e.name), e.name == "header" && !d.within(k, "article", "main", "section"):
			e.aside = !share(wholeText)
		case e.name == "form", e.named && e.heading == 0:
			e.aside = !share(mainText)
		default:
			e.aside = e.listsLinks() && !share(wholeText)
		}
	}
}

// linkDate is the date that stands beside a link in a list of news.
var linkDate = regexp.MustCompile(`(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}:\d\d(?::\d\d)?`)

// longestDate is how long a stretch of text with such a date is, bytes.
const longestDate = 40

// listsLinks tells a list of links: hardly any text of its own but dates, and
// no sentence.
func (e *element) listsLinks() bool {
	return blockElement(e.name) && e.links >= fewLinks && e.sentences == 0 && e.linked*100 >= (e.chars-e.dates)*linkShare
}

// within tells whether an element stands in one of these.
func (d *htmlPage) within(k int, names ...string) bool {
	for k = d.elements[k].parent; k > 0; k = d.elements[k].parent {
		for _, name := range names {
			if d.elements[k].name == name {
				return true
			}
		}
	}
	return false
}

// noText tells an element whose content is never text.
func noText(name string) bool {
	switch name {
	case "template", "object", "svg", "math", "canvas", "audio", "video", "map", "select", "datalist", "button":
		return true
	}
	return rawText(name)
}

// wraps tells an element that is around the whole page, or around its text.
func wraps(name string) bool {
	switch name {
	case "html", "body", "head", "main", "article":
		return true
	}
	return false
}

// asideElement tells an element that by its meaning is no part of the text.
func asideElement(name string) bool {
	switch name {
	case "nav", "footer", "aside", "dialog", "menu", "search":
		return true
	}
	return false
}
