package attach

// Frames: the words of the data files, and of rules files, that the grammar of
// a clause goes by.

import (
	"embed"
	"sync"

	"unionrep/extract/internal/trie"
	"unionrep/normalize/rules"
)

//go:embed *.csv
var data embed.FS

var roleKind = rules.Kind{
	Name: "role", Section: "roles", Does: "words that play a part in the frames of a clause",
	Folder: "extract/internal/attach", Files: []string{"roles.csv"}, Key: []string{"role"},
	Columns: []rules.Column{
		{Name: "role", Needed: true, Values: roleNames},
		{Name: "match", Needed: true, Values: []string{"word", "prefix", "suffix", "contains"}},
		{Name: "words", Many: true, Needed: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

var planKind = rules.Kind{
	Name: "plan", Section: "plans", Does: "words that announce a plan",
	Folder: "extract/internal/attach", Files: []string{"plans.csv"}, Key: []string{"follow"},
	Columns: []rules.Column{
		{Name: "follow", Needed: true, Values: []string{string(followsAny), string(followsAction), string(followsOpening), string(followsReach)}},
		{Name: "words", Many: true, Needed: true},
		{Name: rules.Yes, Many: true},
		{Name: rules.No, Many: true},
	},
}

// Kinds are the kinds of entries that Frames are made of.
func Kinds() []*rules.Kind { return []*rules.Kind{&roleKind, &planKind} }

// Entries are the built-in entries of a kind.
func Entries(kind *rules.Kind) ([]rules.Entry, error) { return rules.Read(data, kind) }

// Frames are the words that build the frames of a clause, and those that
// announce a plan. They do not change once they are made.
type Frames struct {
	roles     map[role]player
	planWords *trie.Trie // a word that announces a plan → index of follows
	follows   [][]follow // what may stand behind it, one list for each word
}

// BuiltIn are the frames of the embedded files.
var BuiltIn = sync.OnceValue(func() *Frames {
	f, err := New(nil)
	if err != nil {
		panic(err) // embedded data that the tests read
	}
	return f
})

// New are the built-in frames with own entries laid over them.
func New(own *rules.Set) (*Frames, error) {
	f := &Frames{roles: make(map[role]player), planWords: trie.New(), follows: make([][]follow, 1)}
	roles, err := Entries(&roleKind)
	if err != nil {
		return nil, err
	}
	for _, e := range own.Over(&roleKind, roles) {
		p := player{match: e.Text("match"), words: e.Words("words"), set: map[string]bool{}}
		for _, w := range p.words {
			p.set[w] = true
		}
		f.roles[role(e.Text("role"))] = p
	}
	plans, err := Entries(&planKind)
	if err != nil {
		return nil, err
	}
	for _, e := range own.Over(&planKind, plans) {
		for _, w := range e.Words("words") {
			value, end := f.planWords.Longest(w, 0)
			if end < len(w) {
				value = int32(len(f.follows))
				f.planWords.Add(w, value)
				f.follows = append(f.follows, nil)
			}
			f.follows[value] = append(f.follows[value], follow(e.Text("follow")))
		}
	}
	return f, nil
}

// Test are the examples of an entry that fail. Words play their role by
// themselves; announces says of a clause whether it announces a plan.
func (f *Frames) Test(e *rules.Entry, announces func(text string) (bool, string)) []rules.Failure {
	switch e.Kind {
	case &roleKind:
		return e.Examples(func(word string) (bool, string) { return f.plays(word, role(e.Key)), "" })
	case &planKind:
		return e.Examples(func(text string) (bool, string) { return announces(text + "。") })
	}
	return nil
}
