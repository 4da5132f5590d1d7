package sample

// The estimates as text, JSON and Markdown.

import (
	"fmt"
	"io"
	"strings"

	"unionrep/cmd/internal/sink"
)

// Write writes the estimates as text, json or markdown.
func (e *Estimates) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return sink.Encoder(w).Encode(e)
	case "markdown":
		return e.writeMarkdown(w)
	}
	return e.writeText(w)
}

// A named is an estimate with its name.
type named struct {
	name string
	Estimate
}

func (e *Estimates) named() []named {
	return []named{{"precision", e.Precision}, {"recall", e.Recall}, {"F1", e.F1}}
}

func (e *Estimates) writeText(w io.Writer) error {
	var b strings.Builder
	for _, n := range e.named() {
		fmt.Fprintf(&b, "%-9s  %.3f (%.3f–%.3f)\n", n.name, n.Value, n.Low, n.High)
	}
	fmt.Fprintf(&b, "           in brackets the 95 %% interval\nrecords    %d\nfigures    about %.0f\n", e.Records, e.Figures)
	for _, s := range e.Strata {
		fmt.Fprintf(&b, "  %s: %d of %d checked", s.Stratum, s.Drawn, s.Population)
		if strings.HasPrefix(s.Stratum, Record) {
			fmt.Fprintf(&b, ", %d right, %d wrong, %d no figure", s.Right, s.Figures-s.Right, s.Drawn-s.Figures)
		}
		fmt.Fprintf(&b, ", missed %.4g\n", s.Missed)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (e *Estimates) writeMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("| | estimate | 95 % |\n| --- | --- | --- |\n")
	for _, n := range e.named() {
		fmt.Fprintf(&b, "| %s | %.3f | %.3f–%.3f |\n", n.name, n.Value, n.Low, n.High)
	}
	b.WriteString("\n| stratum | population | checked | right | wrong | no figure | missed |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, s := range e.Strata {
		verdicts := " | | "
		if strings.HasPrefix(s.Stratum, Record) {
			verdicts = fmt.Sprintf("%d | %d | %d", s.Right, s.Figures-s.Right, s.Drawn-s.Figures)
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %s | %.4g |\n", s.Stratum, s.Population, s.Drawn, verdicts, s.Missed)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
