package extract

import (
	"embed"
	"encoding/csv"
	"strings"
	"sync"
)

//go:embed data/*.csv
var files embed.FS

// A list is one row of a data file: a name and its words.
type list struct {
	name  string
	words []string
}

// lists reads an embedded data file of two columns, a name and its words.
func lists(name string) []list {
	f, err := files.Open("data/" + name + ".csv")
	if err != nil {
		panic(err) // embedded
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		panic(err) // embedded, and read by the tests
	}
	ls := make([]list, 0, len(rows))
	for _, row := range rows[1:] {
		ls = append(ls, list{row[0], strings.Fields(row[1])})
	}
	return ls
}

// wordsOf are the words of the list of that name.
func wordsOf(ls []list, name string) []string {
	for _, l := range ls {
		if l.name == name {
			return l.words
		}
	}
	return nil
}

var (
	topics   = sync.OnceValue(func() []list { return lists("topics") })
	plans    = sync.OnceValue(func() []list { return lists("plans") })
	natures  = sync.OnceValue(func() []list { return lists("natures") })
	orgLists = sync.OnceValue(func() []list { return lists("orgs") })
	orgWords = sync.OnceValue(func() map[string]bool {
		words := make(map[string]bool)
		for _, l := range orgLists() {
			for _, w := range l.words {
				words[w] = true
			}
		}
		return words
	})
)

// topicOf is the first topic of the list that one of the texts names: the
// indicator decides before the clause, the clause before the heading.
func topicOf(texts ...string) string {
	for _, text := range texts {
		for _, topic := range topics() {
			for _, w := range topic.words {
				if strings.Contains(text, w) {
					return topic.name
				}
			}
		}
	}
	return ""
}
