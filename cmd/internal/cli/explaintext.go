package cli

// Explanations as text for people and as JSON for programs.

import (
	"fmt"
	"io"
	"strings"

	"unionrep/cmd/internal/sink"
	"unionrep/extract"
)

// writeExplanation writes one explanation of a document; does says of rules by
// name what they do.
func writeExplanation(w io.Writer, format, name string, e *extract.Explanation, does map[string]string) error {
	if format == "json" {
		return sink.Encoder(w).Encode(struct {
			File string `json:"file"`
			*extract.Explanation
			Does string `json:"does"`
		}{name, e, whatDoes(does, e.Rule)})
	}
	t := explanationText{does: does}
	t.head(name, e)
	t.line("rule", "%s: %s", e.Rule, whatDoes(does, e.Rule))
	if e.Figure {
		t.figure(e)
	}
	t.line("clause", "%s", e.Clause)
	t.words(e.Words)
	for _, step := range e.Considered {
		t.line("considered", "%s: %s", step.Rule, step.What)
	}
	t.b.WriteByte('\n')
	_, err := io.WriteString(w, t.b.String())
	return err
}

// whatDoes says what a rule does, also a word that one rules out: unit/元/元件.
func whatDoes(does map[string]string, rule string) string {
	if d, ok := does[rule]; ok {
		return d
	}
	if k := strings.LastIndexByte(rule, '/'); k > 0 {
		if _, ok := does[rule[:k]]; ok {
			return "a word that only begins like " + rule[:k]
		}
	}
	return "switched off"
}

// An explanationText is an explanation that is being written.
type explanationText struct {
	b    strings.Builder
	does map[string]string
}

func (t *explanationText) line(label, format string, values ...any) {
	fmt.Fprintf(&t.b, "  %-11s%s\n", label, printable(fmt.Sprintf(format, values...)))
}

func (t *explanationText) head(name string, e *extract.Explanation) {
	verdict := "no figure"
	if e.Figure {
		verdict = "a figure"
	}
	fmt.Fprintf(&t.b, "%s:%d:%d: %s is %s\n", printable(name), e.Line, e.Column, printable(e.Number), verdict)
}

// figure tells the parts of a figure and where its fields were found.
func (t *explanationText) figure(e *extract.Explanation) {
	a := e.Reading
	number := a.Number
	if a.Multiplier > 0 {
		number += fmt.Sprintf(" (times 10^%d)", a.Multiplier)
	}
	t.line("number", "%s", number)
	value := a.Value
	switch {
	case a.High == "":
		value += ", from " + a.Low + " on"
	case a.Low != a.High:
		value += ", " + a.Low + " to " + a.High
	}
	t.line("value", "%s", value)
	t.line("bound", "%s", a.Bound)
	unit := "none"
	if a.Unit != "" {
		unit = a.Unit
	}
	if a.UnitText != "" && a.UnitText != a.Unit {
		unit += ", written " + a.UnitText
	}
	t.line("unit", "%s (%s)", unit, a.Kind)
	t.finding("indicator", e.Indicator)
	t.finding("action", e.Action)
	t.finding("period", e.Period)
	if r := e.Record; r.PeriodBasis != "" {
		t.line("", "%s to %s, from the %s", r.PeriodStart, r.PeriodEnd, r.PeriodBasis)
	}
	if topic := e.Record.Topic; topic != "" {
		t.line("topic", "%s (topic/%s)", topic, topic)
	}
}

func (t *explanationText) finding(label string, f *extract.Finding) {
	switch {
	case f.Text == "":
		t.line(label, "none")
	case f.Line == 0:
		t.line(label, "%s: %s", f.Text, f.Where)
	default:
		t.line(label, "%s, %d:%d, %s", f.Text, f.Line, f.Column, f.Where)
	}
	if len(f.Others) > 0 {
		words := make([]string, len(f.Others))
		for i, o := range f.Others {
			if words[i] = o.Text; o.Text == "" {
				words[i] = "(none)"
			}
		}
		t.line("", "weighed besides: %s", strings.Join(words, ", "))
	}
}

// words writes the words of a clause with their parts of speech.
func (t *explanationText) words(words []extract.Word) {
	if len(words) == 0 {
		return
	}
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text + "/" + w.Class
	}
	t.line("words", "%s", strings.Join(all, " "))
}
