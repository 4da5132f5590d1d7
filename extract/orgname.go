package extract

// The names of organisations in a line: where one begins and ends.

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
)

// firstOrg is the union that a line ends in, else the first union that it names,
// else the first organisation.
func (kb *Knowledge) firstOrg(line string) string {
	const most = 8
	names := kb.orgs(line, most)
	first := ""
	for _, name := range names {
		switch {
		case !strings.HasSuffix(name, "工会"):
		case strings.HasSuffix(line, name):
			return name // 在…道路上前进的云溪工会
		case first == "":
			first = name
		}
	}
	if first == "" && len(names) > 0 {
		first = names[0]
	}
	return first
}

// orgs are the names of organisations in a text, up to most of them: a run of
// words that name places and things, up to a word that organisations end in.
func (kb *Knowledge) orgs(text string, most int) []string {
	var (
		names     []string
		segmenter = lexicon.NewSegmenter(kb.words)
		tokens    []lexicon.Token
	)
	for from := 0; from < len(text) && len(names) < most; {
		c, size := utf8.DecodeRuneInString(text[from:])
		if !isHan(c) {
			from += size
			continue
		}
		to := from
		for to < len(text) {
			c, size := utf8.DecodeRuneInString(text[to:])
			if !isHan(c) {
				break
			}
			to += size
		}
		tokens = kb.offices(text, segmenter.Cut(tokens[:0], text, from, to))
		line := to-from == len(text) // a name that stands alone may hold a conjunction
		for first := 0; first < len(tokens) && len(names) < most; {
			if w := text[tokens[first].Start:tokens[first].End]; tokens[first].Class == lexicon.Person || w == "年" || w == "年度" || w == "记" || w == "访" || isEdition(text, tokens, first) {
				first++ // 我代表市总工会, 2019年市总工会, 记市总工会
				continue
			}
			end, ended := first, false
			for end < len(tokens) && (inName(tokens[end], text) || namesTrade(text, tokens[first:], end-first) || !ended && end > first && joinsName(text[tokens[end].Start:tokens[end].End], line)) {
				ended = ended || kb.endsOrg(text[tokens[end].Start:tokens[end].End])
				end++
			}
			if last := kb.lastOrg(text, tokens[first:end]); last >= 0 && !kb.isGeneric(text, tokens[first:first+last+1]) {
				from := first + kb.placeIn(text, tokens[first:first+last])
				if name := kb.head(text[tokens[from].Start:tokens[first+last].End]); !kb.publishes(name) {
					names = append(names, name)
				}
				first += last
			} else {
				first = end
			}
			first++
		}
		from = to
	}
	return names
}

// offices makes one word of the words that the name of an office is made of,
// which can hold verbs and conjunctions: 乡村振兴局, 住房和城乡建设局.
func (kb *Knowledge) offices(text string, tokens []lexicon.Token) []lexicon.Token {
	const most = 6 // words in one
	words := kb.orgWords
	tokens = kb.withoutPosts(text, tokens)
	kept := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		for end := min(len(tokens), i+most) - 1; end > i; end-- {
			if words[text[t.Start:tokens[end].End]] {
				t.End, t.Class = tokens[end].End, lexicon.Place
				i = end
				break
			}
		}
		kept = append(kept, t)
	}
	return kept
}

// withoutPosts cuts the words for who holds a post in an organisation down to
// the organisation: 工会主席.
func (kb *Knowledge) withoutPosts(text string, tokens []lexicon.Token) []lexicon.Token {
	for i, t := range tokens {
		if t.Class != lexicon.Person {
			continue
		}
		for _, post := range [...]string{"副主席", "主席", "主任", "书记", "会长", "局长"} {
			if head, found := strings.CutSuffix(text[t.Start:t.End], post); found && kb.orgWords[head] {
				tokens[i].End, tokens[i].Class = t.End-len(post), lexicon.Place
				break
			}
		}
	}
	return tokens
}

// joinsName says that a conjunction can stand within a name, 零售及饮食业职工总会;
// in a line that is nothing but a name any can.
func joinsName(w string, line bool) bool {
	return w == "及" || w == "暨" || line && (w == "和" || w == "与" || w == "、")
}

// placeIn is the word with which a name begins that has other words before its
// place: 系列发布会 云岭省 总工会; 0 where its first word is as good.
func (kb *Knowledge) placeIn(text string, tokens []lexicon.Token) int {
	const most = 3 // characters of a place name that no dictionary knows together
	for i, t := range tokens {
		w := text[t.Start:t.End]
		if i > 0 && kb.endsOrg(text[tokens[i-1].Start:tokens[i-1].End]) {
			return 0 // 邮政集团 宁川省 分公司: the name has begun before the place
		}
		level := isLevel(w)
		if i > 0 && isZone(w) {
			return 0 // 高新技术 产业 开发区
		}
		if !level && (t.Class != lexicon.Place || kb.endsOrg(w) || len(w) == len("县")) {
			continue
		}
		from := i
		for from > 0 && i-from < most && tokens[from-1].End-tokens[from-1].Start == len("县") {
			from--
		}
		if from == i && i > 0 && len(w) == len("县") {
			from-- // 望江 县
		}
		return from
	}
	return 0
}

// isZone says that a word names a zone, whose own name stands before its kind:
// 高新技术产业开发区.
func isZone(w string) bool {
	return endsIn(w, "开发区", "园区", "新区", "示范区", "度假区", "保税区", "试验区", "合作区", "管理区", "自贸区", "景区", "林区", "矿区", "灌区", "库区")
}

// isGeneric says that a name has no part of its own and names no one: 行业工会,
// 工会办公室. A bare head with its level does, 州总工会.
func (kb *Knowledge) isGeneric(text string, tokens []lexicon.Token) bool {
	w := text[tokens[0].Start:tokens[0].End]
	return !isLevel(w) && kb.endsOrg(w)
}

// isLevel says that a word begins with a level of administration: 州总工会.
func isLevel(w string) bool {
	for _, level := range levels {
		if strings.HasPrefix(w, level) {
			return true
		}
	}
	return false
}

// head is the organisation that a department belongs to: of 白河县总工会办公室
// 白河县总工会.
func (kb *Knowledge) head(name string) string {
	for _, l := range kb.heads {
		if l.name != "department" {
			continue
		}
		for _, w := range l.words {
			if whole, ok := strings.CutSuffix(name, w); ok && kb.endsOrg(whole) && len(whole) > len("总工会") {
				return whole
			}
		}
	}
	return name
}

// lastOrg is the token in which the first organisation of a run of words ends,
// or -1: a name goes on where another end follows within three words, or as
// many characters of a name that no dictionary knows, 公交集团二公司工会.
func (kb *Knowledge) lastOrg(text string, tokens []lexicon.Token) int {
	const near = 3
	last := -1
	for i, t := range tokens {
		if last >= 0 && (i > last+near && t.Start-tokens[last].End > near*len("县") || isEdition(text, tokens, i)) {
			break
		}
		w := text[t.Start:t.End]
		const shortest = len("青县法院") // in bytes, but for a head with its level: 市妇联
		name := text[tokens[0].Start:t.End]
		if kb.endsOrg(w) && (len(name) >= shortest || isLevel(text[tokens[0].Start:tokens[0].End]) && i > 0) {
			last = i
		}
	}
	return last
}

// isEdition says that tokens[i] begins a year or an edition, 一九八六年 or
// 第四届: no part of a name.
func isEdition(text string, tokens []lexicon.Token, i int) bool {
	for k := i; k < len(tokens) && k < i+5; k++ {
		w := text[tokens[k].Start:tokens[k].End]
		if strings.HasSuffix(w, "年") || strings.HasSuffix(w, "届") || strings.HasSuffix(w, "次") {
			return true
		}
		if tokens[k].Class != lexicon.Number {
			return false
		}
	}
	return false
}

// endsOrg says that a word is or ends in one that organisations end in.
func (kb *Knowledge) endsOrg(w string) bool {
	words := kb.orgWords
	if words[w] {
		return true
	}
	for i := range w {
		if i > 0 && utf8.RuneCountInString(w[i:]) >= 2 && words[w[i:]] {
			return true
		}
	}
	return false
}

// inName says that a word can stand within the name of an organisation. Names
// of places and enterprises are made of any characters.
func inName(t lexicon.Token, text string) bool {
	w := text[t.Start:t.End]
	switch t.Class {
	case lexicon.Noun, lexicon.Place, lexicon.Adjective, lexicon.VerbNoun, lexicon.Attributive, lexicon.Number, lexicon.Measure:
		return true
	case lexicon.Localizer:
		switch w {
		case "东部", "西部", "南部", "北部", "中部", "东方", "西方", "南方", "北方":
			return true // 北方重工
		}
	case lexicon.Person:
		return !strings.HasSuffix(w, "席") && !strings.HasSuffix(w, "记")
	case lexicon.De, lexicon.Conj, lexicon.Prep, lexicon.Light, lexicon.Particle, lexicon.Pronoun, lexicon.Scope:
		return false
	}
	return utf8.RuneCountInString(w) == 1 && !strings.Contains("记访是让给向致", w)
}

// namesTrade says that a verb within a name tells what its place of work does:
// 油田 采油 二厂.
func namesTrade(text string, tokens []lexicon.Token, i int) bool {
	if i == 0 || i+1 == len(tokens) || tokens[i].Class != lexicon.CommonVerb && tokens[i].Class != lexicon.Verb || utf8.RuneCountInString(text[tokens[i].Start:tokens[i].End]) != 2 {
		return false
	}
	next := tokens[i+1]
	if next.Class == lexicon.Number && i+2 < len(tokens) {
		next = tokens[i+2]
	}
	switch text[next.Start:next.End] {
	case "厂", "公司", "分公司", "有限公司", "集团", "局", "所", "院", "站", "段", "队", "车间", "分厂":
		return true
	}
	return false
}

func isHan(c rune) bool { return c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf }
