package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Token is a word of a text: bytes Start to End.
type Token struct {
	Start, End int
	Class      Class
	Index      int // of the quantity, for a Quantity
}

const (
	longest     = 8       // characters of the longest word that is tried
	fieldCost   = 8 * 8   // of a word of the data files
	unknownCost = 8 * 18  // of a character that is no word
	never       = 1 << 30 //
)

// Look is the class of a word and its cost, the negative logarithm of its
// frequency in eighths of a nat; None for what is no word.
func (w *Words) Look(word string) (Class, int) { return w.lookUp(word, noSeed.add(word)) }

// lookUp finds a word whose hash is known.
func (w *Words) lookUp(word string, h seed) (Class, int) {
	hash := h.hash()
	if !w.known.has(hash) {
		return None, 0
	}
	if class, cost := look(w.fields, hash); class != None {
		return class, cost
	}
	class, cost := look(table, hash)
	if class == Noun {
		switch {
		case isPerson(word):
			class = Person
		case isOrganisation(word):
			class = Place
		}
	}
	return class, cost
}

// isPerson tells a noun for people by its last character.
func isPerson(word string) bool {
	last, size := utf8.DecodeLastRuneInString(word)
	return len(word) > size && strings.ContainsRune("员者师民匠友嫂娃哥姐", last)
}

// isOrganisation tells a noun for an organisation by its last two characters.
func isOrganisation(word string) bool {
	if len(word) < 6 {
		return false
	}
	switch word[len(word)-6:] {
	case "委会", "公司", "集团", "学校", "医院", "政府", "法院", "学院", "大学", "中学", "小学", "支部", "机构", "银行", "协会", "学会", "商会",
		"支队", "大队", "工厂", "车间", "部门", "机关", "企业", "单位", "社区":
		return true
	}
	return false
}

// A Segmenter cuts text into words. It keeps its tables from one call to the
// next; it must not be used concurrently.
type Segmenter struct {
	words *Words
	cost  []int
	from  []int
	class []Class
}

// NewSegmenter is a segmenter that knows words.
func NewSegmenter(words *Words) Segmenter { return Segmenter{words: words} }

// Cut appends the words of text[start:end], a run of Han characters, to dst:
// of all ways to cut it the likeliest, by the frequency of its words.
func (s *Segmenter) Cut(dst []Token, text string, start, end int) []Token {
	n := end - start
	s.cost, s.from, s.class = grow(s.cost, n+1), grow(s.from, n+1), grow(s.class, n+1)
	for i := range n + 1 {
		s.cost[i] = never
	}
	s.cost[0] = 0
	for i := 0; i < n; {
		if s.cost[i] == never {
			i++
			continue
		}
		first, h := true, noSeed
		for j, chars := i, 0; j < n && chars < longest; chars++ {
			_, size := utf8.DecodeRuneInString(text[start+j : end])
			h = h.add(text[start+j : start+j+size])
			j += size
			class, cost := s.words.lookUp(text[start+i:start+j], h)
			if class == None {
				if !first {
					continue
				}
				class, cost = Noun, unknownCost
			}
			first = false
			if total := s.cost[i] + cost; total < s.cost[j] {
				s.cost[j], s.from[j], s.class[j] = total, i, class
			}
		}
		i++
	}
	first := len(dst)
	for j := n; j > 0; j = s.from[j] {
		dst = append(dst, Token{Start: start + s.from[j], End: start + j, Class: s.class[j]})
	}
	slices.Reverse(dst[first:])
	return derive(dst, first, text)
}

// derived maps the characters that make a noun of the word before them to its
// class: 安检+员 names a person, 慰问+组 a group, 按摩+椅 a thing.
const (
	derivedPersons = "员者师工手生户民人"
	derivedPlaces  = "站所院室厅馆店组队团部处科"
	derivedThings  = "信函书证卡券表单金款费率量额品物器机日周月节会点岗车床椅箱柜机仪灯屋楼网圈课赛奖法案线"
	derivedAlways  = "信函书证卡券表单组队团员者金款费率量额" // of a word that is surely a verb too
)

// directions make one verb of the verb of one character before them: 接回, 交给.
const directions = "回给出入进走来去成"

// In 在蓉企业, 驻沪机构 and 援鄂医疗队 a verb of staying or coming and the short
// name of a place tell which ones are meant. Short names that are more often
// another word (新, 云, 长, 青) are left out.
const (
	stays      = "在驻来赴援入返"
	placeNames = "京津沪渝冀晋辽吉苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘陇港澳台蓉穗深杭甬邕榕昆沈哈宁"
)

// tellsWhere says that tokens[i] is the short name of a place behind a verb of
// staying or coming and before a noun that both tell of.
func tellsWhere(tokens []Token, before Token, i int, text string) bool {
	if before.End-before.Start != 3 || i+1 == len(tokens) || !strings.Contains(placeNames, text[tokens[i].Start:tokens[i].End]) ||
		!strings.Contains(stays, text[before.Start:before.End]) {
		return false
	}
	switch tokens[i+1].Class {
	case Noun, Person, Place, Adjective:
		return true
	}
	return false
}

// derive joins a word of two characters and one that makes a noun of it.
func derive(tokens []Token, first int, text string) []Token {
	kept := tokens[:first]
	for i := first; i < len(tokens); i++ {
		t := tokens[i]
		if i > first && t.End-t.Start == 3 {
			before := &kept[len(kept)-1]
			w := text[t.Start:t.End]
			if class := derivedClass(w, *before); class != None && t.Class != Particle {
				before.End, before.Class = t.End, class
				continue
			}
			if tellsWhere(tokens, *before, i, text) {
				before.End, before.Class = t.End, Adjective
				continue
			}
			if strings.Contains(directions, w) && before.End-before.Start == 3 && (before.Class == Verb || before.Class == CommonVerb) {
				before.End, before.Class = t.End, Verb
				continue
			}
		}
		kept = append(kept, t)
	}
	return kept
}

// derivedClass is the class of word+w, None where w makes no noun of it.
func derivedClass(w string, word Token) Class {
	if n := word.End - word.Start; n != 6 && n != 9 {
		return None
	}
	switch word.Class {
	case Verb:
		if !strings.Contains(derivedAlways, w) {
			return None
		}
	case VerbNoun, CommonVerb, Noun, Attributive:
	default:
		return None
	}
	switch {
	case strings.Contains(derivedPersons, w):
		return Person
	case strings.Contains(derivedPlaces, w):
		return Place
	case strings.Contains(derivedThings, w):
		return Noun
	}
	return None
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	return s[:n]
}
