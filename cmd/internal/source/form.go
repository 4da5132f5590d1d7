package source

// What an input is: plain text, an HTML page, or documents as JSON Lines.

import (
	"errors"
	"iter"
	"path"
	"slices"
	"strings"
)

// The forms of inputs.
const (
	FormText  = "text"
	FormHTML  = "html"
	FormLines = "jsonl"
)

// Forms are the names of the forms.
func Forms() []string { return []string{FormText, FormHTML, FormLines} }

// FormOf is the form that a file's name tells, "" where its content must.
func FormOf(name string) string {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	switch path.Ext(name) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return FormHTML
	case ".jsonl", ".ndjson":
		return FormLines
	}
	return ""
}

// Texts are the patterns of the files that are read from a folder where the
// inputs are of a form, "" for any, whatever the case of their names. A file
// that the user names is read whatever its name is.
func Texts(form string) []string {
	switch form {
	case FormText:
		return []string{"*.txt", "*.txt.gz"}
	case FormHTML:
		return []string{"*.html", "*.htm", "*.html.gz", "*.htm.gz"}
	case FormLines:
		return []string{"*.jsonl", "*.ndjson", "*.jsonl.gz", "*.ndjson.gz"}
	}
	return slices.Concat(Texts(FormText), Texts(FormHTML))
}

// errLines is returned for a file that its name tells to be no report.
var errLines = errors.New("JSON Lines, by its name; read its documents with --input jsonl, or the file as it stands with --input text")

// Documents yields the documents of the inputs, in order: each is one, but
// JSON Lines, which are read line by line as the documents are asked for.
func Documents(inputs []Input, o Options) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		for _, in := range inputs {
			if in.Place = in.Name; o.Form == FormLines {
				for doc := range in.lines(o.Fields, MaxLine) {
					if !yield(doc) {
						return
					}
				}
				continue
			}
			if in.Err == nil && o.Form == "" && FormOf(in.Name) == FormLines {
				in.Err = errLines
			}
			if !yield(in) {
				return
			}
		}
	}
}
