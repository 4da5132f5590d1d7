package extract

// The examples of entries, run.

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/period"
	"unionrep/normalize"
	"unionrep/normalize/rules"
)

// Test are the examples of an entry that fail by this knowledge.
func (kb *Knowledge) Test(e *rules.Entry) []rules.Failure {
	switch e.Kind {
	case &topicKind:
		return e.Examples(func(text string) (bool, string) {
			topic := kb.topicOf(text)
			return topic == e.Key, topic
		})
	case &headingKind:
		return e.Examples(func(text string) (bool, string) { return containsAny(text, kb.headings.of(e.Key)), "" })
	case &natureKind:
		return e.Examples(func(text string) (bool, string) { return kb.hasNature(e.Key, text) })
	case &partKind:
		return e.Examples(func(text string) (bool, string) { return containsAny(text, kb.parts.of(e.Key)), "" })
	case &tableKind:
		return e.Examples(func(text string) (bool, string) { return kb.isLabel(e.Key, text), "" })
	case &layoutKind:
		return e.Examples(func(text string) (bool, string) { return kb.laidOut(e.Name(), layoutMarks.Replace(text)) })
	case &orgKind:
		return e.Examples(func(text string) (bool, string) { return endsIn(text, kb.heads.of(e.Key)...), "" })
	}
	return slices.Concat(kb.scanner.Test(e), kb.words.Test(e), kb.frames.Test(e, kb.announces))
}

// announces says of a text whether its last figure is announced and not
// reported.
func (kb *Knowledge) announces(text string) (bool, string) {
	reader := attach.NewReader(kb.frames, kb.words, kb.scanner)
	quantities := kb.scanner.Scan(nil, text, 0, len(text))
	if len(quantities) == 0 {
		return false, "no figure"
	}
	fs := reader.Read(text, attach.Sentence{End: len(text), Quantities: quantities, Times: period.Find(nil, text, 0, len(text))})
	if len(fs) == 0 {
		return false, "no figure"
	}
	f := fs[len(fs)-1]
	return f.Target, fmt.Sprintf("%s %s, announced: %t", f.Action, f.Indicator, f.Target)
}

// laidOut says whether a rule of the layout decides on a number of a text.
func (kb *Knowledge) laidOut(rule, text string) (bool, string) {
	clean, err := normalize.Clean([]byte(text), normalize.Options{})
	if err != nil {
		return false, err.Error()
	}
	found := false
	var got []string
	for _, x := range kb.Explain("", clean, "") {
		found = found || x.Rule == rule
		got = append(got, x.Number+" ("+x.Rule+")")
	}
	return found, strings.Join(got, "; ")
}

// natureOf is the nature that the lists of natures.csv stand for, by list.
var natureOf = map[string]string{
	"change": natureChange, "limit": natureLimit, "standard": natureLimit, "average": natureRate,
	"being": natureStock, "has": natureStock, "moment": natureStock, "stock": natureStock, "flow": natureFlow,
}

// hasNature says whether the figures of a text have the nature that a list of
// words stands for.
func (kb *Knowledge) hasNature(list, text string) (bool, string) {
	clean, err := normalize.Clean([]byte(text), normalize.Options{})
	if err != nil {
		return false, err.Error()
	}
	var got []string
	found := false
	for _, r := range kb.Extract("", clean) {
		found = found || r.Nature == natureOf[list]
		got = append(got, cmp.Or(r.Nature, "none"))
	}
	return found, strings.Join(got, ", ")
}

// layoutMarks stand in examples for what a cell of a data file cannot hold.
var layoutMarks = strings.NewReplacer("¶", "\n", "→", "\t")
