package extract

// What the extractor knows of the language.

import (
	"slices"
	"sync"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/quantity"
	"unionrep/extract/internal/trie"
	"unionrep/normalize/rules"
)

// Knowledge is what an extractor knows of the language: units, words, frames,
// topics, organisations. It does not change once it is made, so any number of
// texts can be read by it at once.
type Knowledge struct {
	own        *rules.Set // what it switches off of the layout
	scanner    *quantity.Lexicon
	words      *lexicon.Words
	frames     *attach.Frames
	topics     *trie.Trie // a word → 1 + index in topicNames of the first topic that has it
	topicNames []string
	headings   lists
	natures    lists
	parts      lists // average: what does not add up; rest: the last part of a whole; source: verbs by which a part of a sum comes; the others: parts that exclude each other
	tables     lists
	heads      lists           // what organisations end in
	orgWords   map[string]bool // all words of heads
}

// BuiltIn is what the extractor knows without a rules file.
var BuiltIn = sync.OnceValue(func() *Knowledge {
	kb, err := New(nil)
	if err != nil {
		panic(err) // embedded data that the tests read
	}
	return kb
})

// New is the built-in knowledge with the entries of rules files laid over it.
// An error names the entry that contradicts another one.
func New(own *rules.Set) (*Knowledge, error) {
	kb := &Knowledge{own: own}
	var err error
	if kb.scanner, err = quantity.New(own); err != nil {
		return nil, err
	}
	if kb.words, err = lexicon.New(own); err != nil {
		return nil, err
	}
	if kb.frames, err = attach.New(own); err != nil {
		return nil, err
	}
	var topics lists
	for _, l := range []struct {
		lists *lists
		kind  *rules.Kind
	}{
		{&topics, &topicKind}, {&kb.headings, &headingKind}, {&kb.natures, &natureKind},
		{&kb.parts, &partKind}, {&kb.tables, &tableKind}, {&kb.heads, &orgKind},
	} {
		if *l.lists, err = newLists(l.kind, own); err != nil {
			return nil, err
		}
	}
	kb.orgWords = make(map[string]bool)
	for _, l := range kb.heads {
		for _, w := range l.words {
			kb.orgWords[w] = true
		}
	}
	kb.topics = trie.New()
	for i, l := range slices.Backward(topics) { // so that of two topics with a word the first stays
		for _, w := range l.words {
			kb.topics.Add(w, int32(1+i))
		}
	}
	for _, l := range topics {
		kb.topicNames = append(kb.topicNames, l.name)
	}
	return kb, nil
}

// lists are words in order, each list with a name.
type lists []list

type list struct {
	name  string
	words []string
}

// newLists are the lists of a kind, own ones first: the first that fits
// decides.
func newLists(kind *rules.Kind, own *rules.Set) (lists, error) {
	entries, err := rules.Read(files, kind)
	if err != nil {
		return nil, err
	}
	var ls lists
	for _, e := range rules.OwnFirst(own.Over(kind, entries)) {
		ls = append(ls, list{e.Key, e.Words("words")})
	}
	return ls, nil
}

// of are the words of the list of that name.
func (ls lists) of(name string) []string {
	for _, l := range ls {
		if l.name == name {
			return l.words
		}
	}
	return nil
}

// topicOf is the first topic that one of the texts names: the indicator
// decides before the clause, the clause before the heading.
func (kb *Knowledge) topicOf(texts ...string) string {
	for _, text := range texts {
		first := int32(len(kb.topicNames))
		for i := range text {
			for topic := range kb.topics.At(text, i) {
				first = min(first, topic-1)
			}
		}
		if int(first) < len(kb.topicNames) {
			return kb.topicNames[first]
		}
	}
	return ""
}
