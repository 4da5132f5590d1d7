package normalize

import (
	"io"
	"strings"

	nethtml "golang.org/x/net/html"
)

// What an HTML page is made of: its tokens and its elements, each with its
// place. The tokenizer of x/net/html cuts the page as browsers do; its parser
// would build the tree too, but forgets the places.

// An htmlPage is an HTML page cut into tokens.
type htmlPage struct {
	text     string
	tokens   []htmlToken
	elements []element // in order of their start tags; the first is the page
	title    int       // the element of the line that is the title of the text, 0 for none
}

// An htmlToken is a tag, a stretch of text, or what is neither.
type htmlToken struct {
	Span
	kind    htmlKind
	element int // that the tag begins or ends, or the text stands in
}

type htmlKind uint8

const (
	htmlOther htmlKind = iota // a comment, a tag without a partner
	htmlText
	htmlOpen
	htmlClose // also of an element whose end tag is missing; the span is then empty
	htmlVoid  // an element without content: br, hr, img
)

// An element is what stands between a start tag and its end tag, both
// included.
type element struct {
	Span
	name    string
	parent  int
	token   int  // its start tag
	inLink  bool // it is a link, or stands in one
	named   bool // its attributes say that it is no part of the text
	hidden  bool // nobody sees it
	across  int  // columns and rows that a cell takes
	down    int
	aside   bool // no part of the text
	data    bool // a table of data
	heading int  // the level of its mark: 1 for a title

	// Of all in it, without blanks:
	chars     int // characters
	linked    int // those of them in links
	dates     int // those of them in dates outside links
	links     int
	sentences int // ends of sentences outside links
	longest   int // characters of its longest table cell
	rows      int
	tables    int
}

// scanHTML cuts a page.
func scanHTML(text string) *htmlPage {
	s := &scanner{page: &htmlPage{text: text, elements: []element{{Span: Span{0, len(text)}}}}, open: []int{0}, count: map[string]int{}}
	z := nethtml.NewTokenizer(strings.NewReader(text))
	for at := 0; ; {
		kind := z.Next()
		span := Span{at, at + len(z.Raw())}
		at = span.End
		if len(s.page.elements) > mostElements {
			return s.page
		}
		switch kind {
		case nethtml.ErrorToken:
			if z.Err() != io.EOF { // the reader gives no other error
				panic(z.Err())
			}
			s.add(htmlToken{Span: Span{span.Start, len(text)}})
			s.closeDownTo(1, len(text))
			return s.page
		case nethtml.TextToken:
			s.text(span)
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			s.start(z, span)
		case nethtml.EndTagToken:
			name, _ := z.TagName()
			s.end(string(name), span)
		default:
			s.add(htmlToken{Span: span})
		}
	}
}

const (
	// deepest is how many elements stand within each other; browsers have the
	// same limit. What is nested deeper has no content of its own.
	deepest = 512
	// mostElements is how many a page has: the memory that they take is a few
	// hundred times that of the tags of a page that is made to take it.
	mostElements = 1 << 20
)

// A scanner cuts a page; open are the elements that have not ended.
type scanner struct {
	page  *htmlPage
	open  []int
	count map[string]int // of open elements, by name
}

func (s *scanner) add(t htmlToken) { s.page.tokens = append(s.page.tokens, t) }

func (s *scanner) top() int { return s.open[len(s.open)-1] }

// text counts the characters of a stretch of text for the element that it
// stands in.
func (s *scanner) text(span Span) {
	e := &s.page.elements[s.top()]
	s.add(htmlToken{Span: span, kind: htmlText, element: s.top()})
	if rawText(e.name) {
		return
	}
	text := nethtml.UnescapeString(s.page.text[span.Start:span.End])
	n := visibleCharacters(text)
	e.chars += n
	if e.inLink {
		e.linked += n
	} else {
		if len(text) <= longestDate {
			e.dates += visibleCharacters(strings.Join(linkDate.FindAllString(text, -1), ""))
		}
		e.sentences += strings.Count(text, "。") + strings.Count(text, "！") + strings.Count(text, "？")
	}
}

// start begins an element.
func (s *scanner) start(z *nethtml.Tokenizer, span Span) {
	tag, more := z.TagName()
	e := element{Span: span, name: string(tag), across: 1, down: 1}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		e.attribute(string(key), string(value))
	}
	s.imply(e.name, span.Start)
	e.parent = s.top()
	e.token = len(s.page.tokens)
	e.inLink = e.inLink || s.page.elements[e.parent].inLink
	s.page.elements = append(s.page.elements, e)
	k := len(s.page.elements) - 1
	if voidElement(e.name) || len(s.open) == deepest {
		s.add(htmlToken{Span: span, kind: htmlVoid, element: k})
		return
	}
	s.add(htmlToken{Span: span, kind: htmlOpen, element: k})
	s.open = append(s.open, k)
	s.count[e.name]++
}

// imply ends the cell and the row that a new one ends without saying so.
func (s *scanner) imply(name string, at int) {
	var ends string
	switch name {
	case "td", "th":
		ends = "td th"
	case "tr":
		ends = "td th tr"
	default:
		return
	}
	lowest := len(s.open)
	for k := len(s.open) - 1; k > 0; k-- {
		open := s.page.elements[s.open[k]].name
		if open == "table" {
			break
		}
		if len(open) == 2 && strings.Contains(ends, open) {
			lowest = k
		}
	}
	s.closeDownTo(lowest, at)
}

// end ends the innermost element of this name, with all that is open in it.
// An end tag inside a table ends nothing around the table.
func (s *scanner) end(name string, span Span) {
	if s.count[name] == 0 {
		s.add(htmlToken{Span: span})
		return
	}
	for k := len(s.open) - 1; k > 0; k-- {
		open := &s.page.elements[s.open[k]]
		if open.name == name {
			s.closeDownTo(k+1, span.Start)
			s.close(span)
			return
		}
		if open.name == "table" {
			break
		}
	}
	s.add(htmlToken{Span: span})
}

// closeDownTo ends the elements from the innermost to the k-th open one.
func (s *scanner) closeDownTo(k, at int) {
	for len(s.open) > k {
		s.close(Span{at, at})
	}
}

// close ends the innermost element and adds what it holds to the one around.
func (s *scanner) close(tag Span) {
	k := s.top()
	s.open = s.open[:len(s.open)-1]
	s.add(htmlToken{Span: tag, kind: htmlClose, element: k})
	e := &s.page.elements[k]
	e.End = tag.End
	s.count[e.name]--
	around := &s.page.elements[e.parent]
	around.chars += e.chars
	around.linked += e.linked
	around.dates += e.dates
	around.links += e.links
	around.sentences += e.sentences
	around.rows += e.rows
	around.tables += e.tables
	around.longest = max(around.longest, e.longest)
	switch e.name {
	case "a":
		around.links++
	case "tr":
		around.rows++
	case "td", "th":
		around.longest = max(around.longest, e.chars)
	case "table":
		around.tables++
	}
}

// blankText is how a page shows a stretch of its text: character references
// read, blanks and breaks as one blank.
func blankText(text string) string {
	return strings.Join(strings.Fields(nethtml.UnescapeString(text)), " ")
}

// inner is the text of an element on one line.
func (d *htmlPage) inner(k int) string {
	var b strings.Builder
	for _, t := range d.tokens[d.elements[k].token:] {
		if t.Start >= d.elements[k].End {
			break
		}
		if t.kind == htmlText && !rawText(d.elements[t.element].name) {
			b.WriteString(d.text[t.Start:t.End])
		}
	}
	return blankText(b.String())
}

// voidElement tells an element that has no end tag (HTML Standard, 13.1.2).
func voidElement(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// rawText tells an element whose content is no text of the page.
func rawText(name string) bool {
	switch name {
	case "script", "style", "noscript", "iframe", "noembed", "noframes", "textarea", "title":
		return true
	}
	return false
}
