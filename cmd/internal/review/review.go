// Package review writes the review page: one HTML file that shows the text of
// reports with their figures marked, lets a reader judge and correct them, and
// saves an annotation that unionrep eval reads. The file asks nothing of any
// network; style, script and labels are in it.
package review

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"text/template"

	"unionrep/cmd/internal/source"
	"unionrep/extract"
	"unionrep/normalize"
)

//go:embed page
var files embed.FS

// A Page is a review page that is being written, one document after the other.
type Page struct {
	w     *bufio.Writer
	parts *template.Template
	fixed fixed
	index []entry
}

// fixed is what every page holds.
type fixed struct {
	Policy string // what the browser may load: nothing but Style and Script
	Style  string
	Script string
	Labels string // JSON
}

// A Document is a report that is shown. Its text was read with all its edits.
type Document struct {
	File    string // the path as it was given
	Text    *normalize.Text
	Records []extract.Record
	Known   []string // what is known of it besides, such as who published it
}

// An entry is what the list of documents shows of one.
type entry struct {
	File    string   `json:"file"`
	Doc     string   `json:"doc"`
	Gold    string   `json:"gold"` // the name of its annotation
	Title   string   `json:"title"`
	Org     string   `json:"org"`
	Known   []string `json:"known"`
	Figures int      `json:"figures"`
	Facets  facets   `json:"facets"`
}

// facets are how many figures of a document have each value, by filter.
type facets map[string]map[string]int

func newFacets(records []extract.Record) facets {
	f := facets{"org": {}, "topic": {}, "kind": {}, "flag": {}}
	for _, r := range records {
		f["org"][r.Org]++
		f["topic"][r.Topic]++
		f["kind"][r.Kind]++
		for _, flag := range r.Flags {
			f["flag"][flag]++
		}
		if len(r.Flags) == 0 {
			f["flag"][""]++
		}
	}
	return f
}

// New begins a page.
func New(w *bufio.Writer) (*Page, error) {
	parts, err := template.ParseFS(files, "page/*.html")
	if err != nil {
		return nil, err
	}
	p := &Page{w: w, parts: parts}
	if p.fixed, err = load(); err != nil {
		return nil, err
	}
	return p, parts.ExecuteTemplate(w, "head.html", p.fixed)
}

// Add writes a document.
func (p *Page) Add(d Document) error {
	if err := p.data(fmt.Sprintf("document-%d", len(p.index)), newContent(d.Text, d.Records)); err != nil {
		return err
	}
	e := entry{
		File: d.File, Doc: extract.DocumentID(d.Text.Raw()), Gold: source.Stem(d.File) + ".jsonl",
		Known: append([]string{}, d.Known...), Figures: len(d.Records), Facets: newFacets(d.Records),
	}
	if len(d.Records) > 0 {
		e.Title, e.Org = d.Records[0].Title, d.Records[0].Org
	}
	p.index = append(p.index, e)
	return nil
}

// Close writes what stands behind the last document.
func (p *Page) Close() error {
	if p.index == nil {
		p.index = []entry{} // an empty list is a list
	}
	if err := p.data("index", p.index); err != nil {
		return err
	}
	return p.parts.ExecuteTemplate(p.w, "tail.html", p.fixed)
}

// data writes v where the script finds it. The encoder escapes <, > and &, so
// no text of a document ends the element or begins another.
func (p *Page) data(id string, v any) error {
	if _, err := fmt.Fprintf(p.w, "<script type=\"application/json\" id=%q>", id); err != nil {
		return err
	}
	if err := json.NewEncoder(p.w).Encode(v); err != nil {
		return err
	}
	_, err := p.w.WriteString("</script>\n")
	return err
}

// load puts together what every page holds.
func load() (fixed, error) {
	var f fixed
	style, err := files.ReadFile("page/style.css")
	if err != nil {
		return f, err
	}
	labels, err := files.ReadFile("page/labels.json")
	if err != nil {
		return f, err
	}
	f.Style, f.Labels = string(style), string(labels)
	if f.Script, err = script(); err != nil {
		return f, err
	}
	f.Policy = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'",
		hash(f.Style), hash(f.Script))
	return f, nil
}

// scripts are the script files in the order in which they build on each other.
func scripts() []string {
	return []string{"dom", "labels", "store", "documents", "figures", "filter", "text", "panel", "form", "list", "totals", "open", "gold", "keys", "main"}
}

// script is the script files one behind the other, in a scope of their own.
func script() (string, error) {
	var b strings.Builder
	b.WriteString("\"use strict\";\n(() => {\n")
	for _, name := range scripts() {
		data, err := files.ReadFile("page/script/" + name + ".js")
		if err != nil {
			return "", err
		}
		b.Write(data)
	}
	b.WriteString("})();\n")
	return b.String(), nil
}

// hash is the source expression that allows an inline element of this content.
func hash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
