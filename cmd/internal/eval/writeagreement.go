package eval

// The agreement of two annotators as text, JSON and Markdown.

import (
	"fmt"
	"io"
	"strings"

	"unionrep/cmd/internal/sink"
)

// Write writes the agreement in one of Formats.
func (a *Agreement) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return sink.Encoder(w).Encode(a)
	case "markdown":
		return a.writeMarkdown(w)
	}
	return a.writeText(w)
}

func (a *Agreement) writeText(w io.Writer) error {
	var b strings.Builder
	f := a.Figures
	fmt.Fprintf(&b, "figures    F1 %.4f  first %d  second %d  both %d\n", f.F1, f.A, f.B, f.Both)
	for _, f := range a.Fields {
		fmt.Fprintf(&b, "%-9s  raw %.4f  kappa %s  alpha %s", f.Field, f.Raw, known(f.Kappa), known(f.Alpha))
		if f.Ratio != nil {
			fmt.Fprintf(&b, "  ratio alpha %s", known(f.Ratio))
		}
		b.WriteByte('\n')
	}
	for _, f := range a.ByFile {
		fmt.Fprintf(&b, "  %s: F1 %.4f  first %d  second %d  both %d\n", f.File, f.F1, f.A, f.B, f.Both)
	}
	for _, d := range a.Disagreements {
		fmt.Fprintf(&b, "%s: %s: %s\n", d.place(), oneLine(d.Source), d.what())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (a *Agreement) writeMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("| file | first | second | both | F1 |\n| --- | --- | --- | --- | --- |\n")
	for _, f := range append(a.ByFile[:len(a.ByFile):len(a.ByFile)], a.Figures) {
		name := f.File
		if name == "" {
			name = "all"
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %.4f |\n", cell(name), f.A, f.B, f.Both, f.F1)
	}
	b.WriteString("\n| field | raw | kappa | alpha | ratio alpha |\n| --- | --- | --- | --- | --- |\n")
	for _, f := range a.Fields {
		ratio := ""
		if f.Ratio != nil {
			ratio = known(f.Ratio)
		}
		fmt.Fprintf(&b, "| %s | %.4f | %s | %s | %s |\n", f.Field, f.Raw, known(f.Kappa), known(f.Alpha), ratio)
	}
	if len(a.Disagreements) > 0 {
		b.WriteString("\n| place | source | |\n| --- | --- | --- |\n")
	}
	for _, d := range a.Disagreements {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", cell(d.place()), cell(d.Source), cell(d.what()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// known is a rate, or n/a where it is not defined.
func known(r *Rate) string {
	if r == nil {
		return "n/a"
	}
	return fmt.Sprintf("%.4f", *r)
}

func (d *Disagreement) place() string {
	if d.Line == 0 {
		return d.File
	}
	return fmt.Sprintf("%s:%d:%d", d.File, d.Line, d.Column)
}

func (d *Disagreement) what() string {
	switch {
	case d.Field != "":
		return fmt.Sprintf("%s is %s, the second says %s", d.Field, quoted(d.A), quoted(d.B))
	case d.B == "":
		return d.A + ", the second has no figure here"
	}
	return d.B + ", the first has no figure here"
}
