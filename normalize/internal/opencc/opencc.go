// Package opencc is the one place that knows the converter between the scripts,
// gocc, which ships the dictionaries of OpenCC.
package opencc

import (
	"fmt"
	"iter"

	"github.com/liuzl/gocc"
)

// A Converter rewrites text from one script to another. It is safe for
// concurrent use.
type Converter struct{ cc *gocc.OpenCC }

// TraditionalToSimplified makes the converter without the vocabulary of Taiwan
// and Hong Kong.
func TraditionalToSimplified() Converter { return converter("t2s") }

// SimplifiedToTaiwan makes the converter to the traditional script of Taiwan.
func SimplifiedToTaiwan() Converter { return converter("s2tw") }

// converter panics where gocc does not know the name: its dictionaries are
// embedded, so nothing else can fail.
func converter(name string) Converter {
	cc, err := gocc.New(name)
	if err != nil {
		panic(fmt.Errorf("gocc: %w", err))
	}
	return Converter{cc}
}

// Convert rewrites text, which must be valid UTF-8: gocc drops characters
// around what is not.
func (c Converter) Convert(text string) string {
	converted, err := c.cc.Convert(text)
	if err != nil {
		panic(fmt.Errorf("gocc: %w", err)) // of its dictionaries, not of the text
	}
	return converted
}

// Entries are the phrases and characters of the first step, which is all of the
// conversion to simplified script, each with what it becomes.
func (c Converter) Entries() iter.Seq2[string, string] {
	return func(yield func(from, to string) bool) {
		for _, dict := range c.cc.DictChains[0].Dicts {
			for _, id := range dict.Trie.PrefixPredict(nil, 0) {
				key, err := dict.Trie.Key(id)
				if err != nil {
					panic(fmt.Errorf("gocc: entry %d has no key: %w", id, err))
				}
				value, err := dict.Trie.Value(id)
				if err != nil {
					panic(fmt.Errorf("gocc: %s has no value: %w", key, err))
				}
				if !yield(string(key), dict.Values[value][0]) {
					return
				}
			}
		}
	}
}
