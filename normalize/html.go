package normalize

import (
	"errors"
	"fmt"
	"strings"
)

// HTML pages: the pass that takes the markup out. Like every other pass it
// edits, so that offsets stay those of the file: a tag inside a number is noise
// as a line break would be.
//
// What the page is made of is told first (html_scan), then what of it is no
// part of the report (html_aside), which tables hold data (html_table) and
// which line is the title (html_title); then the text is written (html_text).

// A Markup says what marks a file may have between its words.
type Markup uint8

// The kinds of markup.
const (
	AutoMarkup Markup = iota // HTML where the file begins as HTML does
	PlainText                // none: what looks like a tag is text
	HTML
)

var (
	tags        = &Reason{Pass: "html", Name: "markup", Bulk: true}
	entity      = &Reason{Pass: "html", Name: "character reference", Bulk: true}
	boilerplate = &Reason{Pass: "html", Name: "no part of the text"}
)

// html takes the markup of an HTML page out. Blocks stand in lines of their
// own, headings have the marks that Markdown gives them, rows of tables the
// bars.
//
// The error is for a page of so many elements that no report is in it.
func html(t *Text, o Options) (*Text, error) {
	if o.Markup == PlainText || o.Markup == AutoMarkup && !looksLikeHTML(t.clean) {
		return t, nil
	}
	t.page = true
	d := scanHTML(t.clean)
	if len(d.elements) > mostElements {
		return nil, fmt.Errorf("%w: more than %d elements", ErrPage, mostElements)
	}
	d.leaveAside()
	d.findTables()
	d.findTitle()
	return d.write(t, o), nil
}

// ErrPage is returned for an HTML page that is too large.
var ErrPage = errors.New("not an HTML page that holds a report")

// IsHTML tells whether the file was read as an HTML page.
func (s *Source) IsHTML() bool { return s.page }

// htmlStarts are how HTML pages begin (WHATWG, MIME Sniffing, the signatures of
// text/html that no report in plain text begins with).
var htmlStarts = [...]string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<link", "<script", "<style",
	"<h1", "<div", "<table", "<article", "<section", "<main", "<header", "<nav", "<p", "<br", "<font", "<span", "<!--"}

// looksLikeHTML tells a page by how it begins.
func looksLikeHTML(text string) bool {
	const longest = 1024 // bytes that are looked at
	head := strings.ToLower(strings.TrimLeft(text[:min(len(text), longest)], " \t\r\n\f\ufeff"))
	if strings.HasPrefix(head, "<?xml") {
		return strings.Contains(head, "<html") || strings.Contains(head, "<!doctype html")
	}
	for _, start := range htmlStarts {
		if rest, ok := strings.CutPrefix(head, start); ok && (start == "<!--" || rest != "" && strings.IndexByte(" \t\r\n\f>/", rest[0]) >= 0) {
			return true
		}
	}
	return false
}
