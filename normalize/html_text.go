package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"
)

// The text of an HTML page, written as its reader sees it: blocks in lines of
// their own, blanks and breaks of the page as one blank, or as none beside
// Chinese characters, character references as what they name.

// An htmlWriter writes the text of a page through an editor. What lies between
// two stretches of text is gathered first and becomes one edit.
type htmlWriter struct {
	page *htmlPage
	edit *editor
	grid grid

	from   int    // where the page goes on behind what is written
	lead   string // what is sure to stand before the next stretch of text
	breaks int    // line breaks behind lead: 1 ends a line, 2 a paragraph
	blank  bool   // a blank, unless there are breaks
	broken bool   // which is a line break in the page

	last   rune // the character that was written last, 0 at the start of a line
	any    bool // something was written
	pre    int  // elements around that keep their blanks and breaks
	single int  // elements around that stand on one line: headings, cells
}

// write returns the text of the page.
func (d *htmlPage) write(t *Text, o Options) *Text {
	w := &htmlWriter{page: d, edit: edit(t, o)}
	for i := 0; i < len(d.tokens); i++ {
		token := d.tokens[i]
		switch token.kind {
		case htmlText:
			w.text(token.Span)
		case htmlOpen:
			if d.elements[token.element].aside {
				i = w.aside(i)
			} else {
				w.open(token.element)
			}
		case htmlVoid:
			w.void(token.element)
		case htmlClose:
			w.close(token.element)
		}
	}
	w.breaks, w.blank = 0, false
	w.flush(len(d.text), 0)
	return w.edit.done()
}

// aside passes an element that is no part of the text and returns its last
// token. Where the page's own title stands in for one of the text, that is
// written.
func (w *htmlWriter) aside(i int) int {
	k := w.page.tokens[i].element
	e := &w.page.elements[k]
	if blockElement(e.name) || e.heading > 0 {
		w.line(1)
	}
	if e.heading > 0 {
		w.mark(e.heading)
		w.text(w.page.withoutSite(w.page.titleSpan(k)))
		w.line(2)
	}
	for ; w.page.tokens[i].kind != htmlClose || w.page.tokens[i].element != k; i++ {
	}
	if e.chars > 0 {
		w.edit.note(e.Span, "", boilerplate, 0.9)
	}
	if blockElement(e.name) {
		w.line(1)
	}
	return i
}

// open writes what a start tag stands for.
func (w *htmlWriter) open(k int) {
	e := &w.page.elements[k]
	table := w.page.table(k)
	switch {
	case e.name == "tr" && table > 0:
		w.line(1)
		w.grid.row(table, w.page.cells(k))
	case cellElement(e.name) && table > 0:
		w.cell(e)
		w.single++
	default:
		w.line(linesAround(e.name))
	}
	if keepsBlanks(e.name) {
		w.pre++
	}
	if e.heading > 0 {
		w.line(1)
		w.mark(e.heading)
		w.single++
	}
}

// close writes what an end tag stands for.
func (w *htmlWriter) close(k int) {
	e := &w.page.elements[k]
	if e.heading > 0 {
		w.single--
		w.line(1)
	}
	if keepsBlanks(e.name) {
		w.pre--
	}
	table := w.page.table(k)
	switch {
	case e.name == "tr" && table > 0:
		w.bars(w.grid.skip() + 1)
		w.line(1)
	case cellElement(e.name) && table > 0:
		w.single--
		w.bars(e.across - 1)
	default:
		w.line(linesAround(e.name))
	}
}

// void writes what an element without content stands for.
func (w *htmlWriter) void(k int) {
	switch name := w.page.elements[k].name; name {
	case "br":
		w.line(min(w.breaks+1, 2))
	default:
		w.line(linesAround(name))
	}
}

// cell begins a cell of a table of data.
func (w *htmlWriter) cell(e *element) {
	w.bars(w.grid.cell(e.across, e.down) + 1)
}

// bars puts bars between the cells of a row, or around them. A row of one cell
// is a line over its table, and has none.
func (w *htmlWriter) bars(n int) {
	if n == 0 || w.grid.cells < 2 {
		return
	}
	w.settle()
	w.lead += strings.Repeat("|", n)
	w.last = '|'
}

// mark begins a heading.
func (w *htmlWriter) mark(level int) {
	if w.single == 0 {
		w.settle()
		w.lead += strings.Repeat("#", level) + " "
	}
}

// line ends the line, with n breaks; where the text stands on one line it is a
// blank.
func (w *htmlWriter) line(n int) {
	switch {
	case n == 0:
	case w.single > 0:
		w.blank, w.broken = true, true
	default:
		w.breaks = max(w.breaks, n)
	}
}

// settle makes what was gathered a part of the lead.
func (w *htmlWriter) settle() {
	if w.breaks > 0 {
		if w.any || w.lead != "" {
			w.lead += strings.Repeat("\n", w.breaks)
		}
		w.last = 0
	}
	w.breaks, w.blank, w.broken = 0, false, false
}

// flush writes what was gathered up to byte i, before which next stands.
func (w *htmlWriter) flush(i int, next rune) {
	blank := w.blank && w.breaks == 0 && w.lead == "" && w.last != 0 && !(w.broken && (wide(w.last) || wide(next)))
	w.settle()
	if blank {
		w.lead = " "
	}
	if w.page.text[w.from:i] != w.lead {
		w.edit.replace(w.from, i, w.lead, tags, 0.99)
	}
	w.from, w.lead = i, ""
}

// wrote notes that the page is written up to byte i, with r as its last
// character.
func (w *htmlWriter) wrote(i int, r rune) {
	w.from, w.last, w.any = i, r, true
}

// text writes a stretch of text.
func (w *htmlWriter) text(s Span) {
	text := w.page.text[:s.End]
	w.blank = w.blank || w.from < s.Start && !unicode.IsSpace(w.last) && pageLabel(text[s.Start:])
	for i := s.Start; i < s.End; {
		if n := spaces(text[i:]); n > 0 && w.pre == 0 {
			w.blank = true
			w.broken = w.broken || strings.ContainsAny(text[i:i+n], "\r\n")
			i += n
			continue
		}
		if to, n := reference(text[i:]); n > 0 {
			if spaces(to) == len(to) {
				w.blank = true
			} else {
				w.flush(i, first(to))
				w.edit.replace(i, i+n, to, entity, 1)
				w.wrote(i+n, last(to))
			}
			i += n
			continue
		}
		end := i + 1
		for end < s.End && text[end] != '&' && (w.pre > 0 || spaces(text[end:end+1]) == 0) {
			end++
		}
		w.flush(i, first(text[i:end]))
		w.wrote(end, last(text[i:end]))
		i = end
	}
}

// pageLabel tells a label of the lines about a text, 来源： or 浏览次数：. Where
// each stands in an element of its own, the page has a gap before it.
func pageLabel(text string) bool {
	const longest = 6 // characters with the colon
	end := strings.Index(text, "：")
	return end > 0 && characters(text[:end]) < longest && (tells("byline", text) || tells("furniture", text))
}

// spaces is the length of the blanks at the beginning of s that a browser
// shows as one.
func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\r\n\f")) }

// reference is what the character reference at the beginning of s names, and
// its length, 0 where there is none. Of a name without its semicolon, &copy2019,
// what follows is not taken.
func reference(s string) (to string, n int) {
	const longest = 40 // bytes; names have 33 at most
	if s == "" || s[0] != '&' {
		return "", 0
	}
	for n = 1; n < min(len(s), longest); n++ {
		if c := s[n]; c == ';' {
			n++
			break
		} else if !latin(rune(c)) && !isDigit(c) && !(c == '#' && n == 1) {
			break
		}
	}
	to = nethtml.UnescapeString(s[:n])
	if to == s[:n] {
		return "", 0
	}
	for len(to) > 1 && n > 2 && to[len(to)-1] == s[n-1] && to[len(to)-1] < utf8.RuneSelf {
		to, n = to[:len(to)-1], n-1
	}
	return to, n
}

// wide tells a character that has no blank beside it where a line breaks.
func wide(r rune) bool { return r >= 0x2e80 || strings.ContainsRune("“”‘’—…·", r) }

// cellElement tells the cells of a table.
func cellElement(name string) bool { return name == "td" || name == "th" }

// keepsBlanks tells an element whose blanks and breaks are shown as they are.
func keepsBlanks(name string) bool { return name == "pre" || name == "listing" || name == "xmp" }

// blockElement tells an element that stands in lines of its own (HTML
// Standard, 15.3, those of display: block, list-item and table parts).
func blockElement(name string) bool { return linesAround(name) > 0 }

// linesAround is how many line breaks part an element from what stands around
// it: 0 within a line, 2 for a paragraph.
func linesAround(name string) int {
	switch name {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "table", "pre", "listing", "xmp",
		"article", "section", "figure", "hr", "header", "footer", "main", "nav", "aside":
		return 2
	case "html", "body", "address", "center", "dd", "details", "dialog", "dir", "div", "dt", "fieldset", "figcaption",
		"form", "hgroup", "legend", "li", "menu", "search", "summary", "optgroup", "option", "marquee",
		"caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th":
		return 1
	}
	return 0
}
