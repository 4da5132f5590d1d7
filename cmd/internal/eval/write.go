package eval

// The result as text for people, JSON for programs, Markdown for a page.

import (
	"fmt"
	"io"
	"strings"

	"unionrep/cmd/internal/sink"
)

// Formats are the names of the formats; the first is the default.
func Formats() []string { return []string{"text", "json", "markdown"} }

// Write writes the result in one of Formats.
func (r *Result) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return r.writeJSON(w)
	case "markdown":
		return r.writeMarkdown(w)
	}
	return r.writeText(w)
}

func (r *Result) writeJSON(w io.Writer) error {
	return sink.Encoder(w).Encode(struct {
		Scores
		ByFile []FileScores `json:"by_file"`
		Misses []Miss       `json:"misses"`
	}{r.All, r.Files, r.Misses})
}

func (r *Result) writeText(w io.Writer) error {
	var b strings.Builder
	for l, name := range Levels() {
		s := r.All.Level(Level(l))
		fmt.Fprintf(&b, "%-9s P %.4f%s  R %.4f%s  F1 %.4f%s\n", name, s.P, between(s.PCI), s.R, between(s.RCI), s.F1, between(s.CI))
	}
	if r.All.Quantity.CI != nil {
		b.WriteString("          in brackets the 95 % interval, by bootstrap over the reports\n")
	}
	b.WriteString("fields   ")
	for _, field := range Fields() {
		fmt.Fprintf(&b, " %s %.4f ", field, r.All.Fields[field])
	}
	fmt.Fprintf(&b, "\nsilent    %.4f  strict recall %.4f  gold %d  found %d  spurious %d  bad spans %d\n",
		r.All.Silent, r.All.Strict, r.All.Gold, r.All.Found, r.All.Spurious, r.All.BadSpans)
	for _, f := range r.Files {
		fmt.Fprintf(&b, "  %s:", f.File)
		for l, name := range Levels() {
			fmt.Fprintf(&b, " %s %s ", name, f.Level(Level(l)).short())
		}
		fmt.Fprintf(&b, " of %d\n", f.Gold)
	}
	for _, m := range r.Misses {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s: %s\n", m.File, m.Line, m.Column, m.Sort, oneLine(m.Source), m.what())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Result) writeMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("| level | precision | recall | F1 |\n| --- | --- | --- | --- |\n")
	for l, name := range Levels() {
		s := r.All.Level(Level(l))
		fmt.Fprintf(&b, "| %s | %.4f%s | %.4f%s | %.4f%s |\n", name, s.P, between(s.PCI), s.R, between(s.RCI), s.F1, between(s.CI))
	}
	fmt.Fprintf(&b, "\n| %s | silent | strict recall | gold | found | spurious | bad spans |\n|%s\n|",
		strings.Join(Fields(), " | "), strings.Repeat(" --- |", len(Fields())+6))
	for _, field := range Fields() {
		fmt.Fprintf(&b, " %.4f |", r.All.Fields[field])
	}
	fmt.Fprintf(&b, " %.4f | %.4f | %d | %d | %d | %d |\n", r.All.Silent, r.All.Strict, r.All.Gold, r.All.Found, r.All.Spurious, r.All.BadSpans)
	fmt.Fprintf(&b, "\n| file (P/R/F1) | %s | gold |\n| --- |%s\n", strings.Join(Levels(), " | "), strings.Repeat(" --- |", len(Levels())+1))
	for _, f := range r.Files {
		fmt.Fprintf(&b, "| %s |", cell(f.File))
		for l := range Levels() {
			fmt.Fprintf(&b, " %s |", f.Level(Level(l)).short())
		}
		fmt.Fprintf(&b, " %d |\n", f.Gold)
	}
	if len(r.Misses) > 0 {
		b.WriteString("\n| place | | source | |\n| --- | --- | --- | --- |\n")
	}
	for _, m := range r.Misses {
		fmt.Fprintf(&b, "| %s:%d:%d | %s | %s | %s |\n", cell(m.File), m.Line, m.Column, m.Sort, cell(m.Source), cell(m.what()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// short is precision, recall and F1 in one word.
func (s *Score) short() string { return fmt.Sprintf("%.4f/%.4f/%.4f", s.P, s.R, s.F1) }

// between is an interval in brackets; "" where there is none.
func between(ci *[2]Rate) string {
	if ci == nil {
		return ""
	}
	return fmt.Sprintf(" (%.3f–%.3f)", ci[0], ci[1])
}

// what says on what the annotation and the record differ.
func (m *Miss) what() string {
	switch {
	case m.Sort == "missed":
		return m.Want
	case m.Sort == "bad span":
		return m.Got + " is outside the file, or cuts a character"
	case m.Field == "":
		return m.Want + ": " + m.Got
	}
	return fmt.Sprintf("%s is %s, got %s", m.Field, quoted(m.Want), quoted(m.Got))
}

func quoted(s string) string { return "“" + oneLine(s) + "”" }

func oneLine(s string) string {
	return strings.NewReplacer("\r", `\r`, "\n", `\n`, "\t", `\t`).Replace(s)
}

// cell is s inside a Markdown table.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", "&", "&amp;").Replace(oneLine(s))
}
