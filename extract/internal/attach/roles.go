package attach

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

// A role is the part that a few words play in the frames of a clause. Which
// words play it stands in roles.csv; what it does is grammar.
type role string

// The roles.
const (
	share     role = "share"     // 占: what follows is a whole, what precedes the part
	fullShare role = "fullshare" // 分别占
	deal      role = "deal"      // 分别: shares a list out
	total     role = "total"     // 共计: sums up what has been said
	each      role = "each"      // 每人
	more      role = "more"      // 多: compares with the figure before
	grade     role = "grade"     // 省级: of what has been named
	others    role = "others"    // 其他: by itself
	among     role = "among"     // 中: behind the whole that the noun is a part of
	statement role = "statement" // 支出: a sum by itself
	sum       role = "sum"       // 总数: the number of what has been named
	part      role = "part"      // 其中
	source    role = "source"    // 由, 从: before the first of two numbers
	object    role = "object"    // 将, 把: put the object before the verb
	place     role = "place"     // 到, 在: a place between subject and verb
	goal      role = "goal"      // 到, 至: between verb and number
	compare   role = "compare"   // 比, 较
	topic     role = "topic"     // 对
	listEnd   role = "list"      // 等
	perCapita role = "percapita" // 人均
	daily     role = "daily"     // 日均: an adverb that a noun may keep
	restrict  role = "restrict"  // 已, 直接: adverbs that are part of a noun's meaning
	done      role = "done"      // 已: within the subject of a rate
	own       role = "own"       // 新, 原: one character of a noun's name
	other     role = "other"     // 其他
	inside    role = "inside"    // 中, 期间: no part of the noun before them
	currency  role = "currency"  // 港币: between the noun and the number
	paired    role = "paired"    // 帮扶, 救助: coordinated without a conjunction
	whole     role = "whole"     // 让利: a verb that holds its object
	reach     role = "reach"     // 实现: only says that a rate was reached
	passive   role = "passive"   // 被, 遭: before what is done to the subject
	both      role = "both"      // 通过: a preposition, or by itself a verb
	taker     role = "taker"     // 参加: what is done stands behind as its object
	control   role = "control"   // 帮助: leaves the action to the verb behind
	report    role = "report"    // 表示: reports what is said
	donate    role = "donate"    // 捐款: names a sum by its giver
	worth     role = "worth"     // 价值: between goods and their sum
	standard  role = "standard"  // 标准: 按600元的标准 counts none
	limit     role = "limit"     // 以上
	event     role = "event"     // units that count events
	amount    role = "amount"    // 金额: takes any verb before it as its name
	container role = "container" // 资料: takes the verb-noun before it as its name
	change    role = "change"    // verbs of growth and decline
	direction role = "direction" // complements of a verb
	rate      role = "rate"      // nouns that name a rate
	money     role = "money"     // nouns that name a sort of money
	actor     role = "actor"     // organisations that act
	honour    role = "honour"    // what is honoured, or the honour
)

//go:embed roles.csv
var rolesFile embed.FS

// A player tells the words of one role.
type player struct {
	match            string // word, prefix, suffix or contains
	words            []string
	set              map[string]bool
	example, counter string
}

// players reads roles.csv. It is called once.
func players() (map[role]player, error) {
	f, err := rolesFile.Open("roles.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	ps := make(map[role]player, len(rows))
	for i, row := range rows[1:] {
		p := player{match: row[1], words: strings.Fields(row[2]), set: map[string]bool{}, example: row[3], counter: row[4]}
		switch p.match {
		case "word", "prefix", "suffix", "contains":
		default:
			return nil, fmt.Errorf("roles.csv:%d: match is %q, not word, prefix, suffix or contains", i+2, p.match)
		}
		for _, w := range p.words {
			p.set[w] = true
		}
		ps[role(row[0])] = p
	}
	return ps, nil
}

// Frames are the words that build the frames of a clause, and those that
// announce a plan. They do not change once they are made.
type Frames struct {
	roles map[role]player
	plans []planWord
}

// BuiltIn are the frames of the embedded files.
var BuiltIn = sync.OnceValue(func() *Frames {
	roles, err := players()
	if err != nil {
		panic(err) // embedded data that the tests read
	}
	plans, err := planWords()
	if err != nil {
		panic(err) // embedded data that the tests read
	}
	return &Frames{roles, plans}
})

// plays says that word plays the role.
func (f *Frames) plays(word string, r role) bool {
	p := f.roles[r]
	switch p.match {
	case "word":
		return p.set[word]
	case "prefix":
		return hasAny(word, p.words, strings.HasPrefix)
	case "suffix":
		return hasAny(word, p.words, strings.HasSuffix)
	default:
		return hasAny(word, p.words, strings.Contains)
	}
}

func hasAny(word string, words []string, has func(s, w string) bool) bool {
	for _, w := range words {
		if has(word, w) {
			return true
		}
	}
	return false
}
