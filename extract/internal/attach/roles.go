package attach

import "strings"

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
	agent     role = "agent"     // 由: before who acts
	ours      role = "ours"      // 我局, 各单位: a scope that names who acts
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

// roleNames are the roles that there are.
var roleNames = []string{
	string(share), string(fullShare), string(deal), string(total), string(each), string(more), string(grade), string(others),
	string(among), string(statement), string(sum), string(part), string(source), string(object), string(agent), string(ours), string(place), string(goal),
	string(compare), string(topic), string(listEnd), string(perCapita), string(daily), string(restrict), string(done), string(own),
	string(other), string(inside), string(currency), string(paired), string(whole), string(reach), string(passive), string(both),
	string(taker), string(control), string(report), string(donate), string(worth), string(standard), string(limit), string(event),
	string(amount), string(container), string(change), string(direction), string(rate), string(money), string(actor), string(honour),
}

// A player tells the words of one role.
type player struct {
	match string // word, prefix, suffix or contains
	words []string
	set   map[string]bool
}

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
