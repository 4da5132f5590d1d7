package quantity

// The examples of entries, run.

import (
	"slices"
	"strings"

	"unionrep/normalize/rules"
)

// Test are the examples of an entry of the lexicon that fail.
func (l *Lexicon) Test(e *rules.Entry) []rules.Failure {
	switch e.Kind {
	case &unitKind:
		return e.Examples(l.holding(func(_ string, q Quantity) bool {
			return q.Unit == e.Key && q.Kind.String() == e.Text("kind")
		}))
	case &nounKind:
		return e.Examples(l.holding(func(text string, q Quantity) bool {
			return q.Unit == "" && q.Kind.String() == e.Text("kind") && strings.HasPrefix(text[q.End:], e.Key)
		}))
	case &boundKind:
		return e.Examples(l.holding(func(_ string, q Quantity) bool { return q.Bound.String() == e.Text("bound") }))
	case &contextKind:
		return e.Examples(l.holding(func(_ string, q Quantity) bool { return slices.Contains(e.Words("unit"), q.Unit) }))
	case &pointKind:
		return e.Examples(l.holding(func(text string, q Quantity) bool {
			return q.Optional && strings.HasPrefix(text[q.End:], e.Key)
		}))
	case &phraseKind:
		return l.testPhrase(e)
	case &grammarKind:
		return e.Examples(l.deciding(func(rule string) bool { return rule == e.Name() }))
	case &phraseClassKind:
		return e.Examples(l.deciding(func(rule string) bool { return strings.HasPrefix(rule, phraseKind.Name+"/") }))
	}
	return nil
}

// holding says whether a text holds a quantity of some sort.
func (l *Lexicon) holding(is func(text string, q Quantity) bool) func(text string) (bool, string) {
	return func(text string) (bool, string) {
		found := false
		var got []string
		for _, q := range l.Scan(nil, text, 0, len(text)) {
			found = found || is(text, q)
			got = append(got, text[q.Start:q.End]+" ("+q.Bound.String()+", "+q.Unit+", "+q.Kind.String()+")")
		}
		return found, strings.Join(got, "; ")
	}
}

// deciding says whether a rule decides on one of the numbers of a text.
func (l *Lexicon) deciding(is func(rule string) bool) func(text string) (bool, string) {
	return func(text string) (bool, string) {
		found := false
		var got []string
		for _, r := range l.Explain(text, 0, len(text)) {
			found = found || is(r.Rule)
			got = append(got, text[r.Start:r.End]+" ("+r.Rule+")")
		}
		return found, strings.Join(got, "; ")
	}
}

// testPhrase takes a set phrase for an example of itself: no figure that must
// be reported stands in it.
func (l *Lexicon) testPhrase(e *rules.Entry) []rules.Failure {
	figure := l.holding(func(_ string, q Quantity) bool { return !q.Optional })
	none := func(text string) (bool, string) {
		found, got := figure(text)
		return !found, got
	}
	failures := e.Examples(none)
	if ok, got := none("，" + e.Key + "，"); !ok {
		failures = append(failures, rules.Failure{Example: e.Key, Column: rules.Yes, Got: got})
	}
	return failures
}
