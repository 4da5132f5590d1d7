package extract

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/period"
	"unionrep/normalize"
)

// organisation is the one that an article reports on: as its title names it,
// else its by-line, its signature, the headings and lines before its text, else the one
// that the body names most. A bare head, 州总工会, takes the place name that the
// article gives. What stands on the page before the first article, a head of a
// newsletter, names the organisation of those that name none. "" where the
// article is about no single organisation.
func organisation(clean string, a *article, page []normalize.Block) string {
	lines := []string{a.title}
	for _, b := range a.blocks {
		if b.Kind == normalize.Byline {
			lines = append(lines, clean[b.Start:b.End])
		}
	}
	if name := signature(clean, a); name != "" {
		lines = append(lines, name)
	}
	for _, b := range a.blocks {
		if b.Kind == normalize.Paragraph {
			break
		}
		lines = append(lines, clean[b.Start:b.End])
	}
	for _, line := range lines {
		if name := firstOrg(line); name != "" {
			return placed(clean, a, unionOf(clean, a, line, name))
		}
	}
	if name := masthead(clean, page); name != "" {
		return name
	}
	if name := opening(clean, a); name != "" {
		return name
	}
	return placed(clean, a, oftenest(clean, a))
}

// masthead is the union that the head of a page names, that of a newsletter.
func masthead(clean string, page []normalize.Block) string {
	for _, b := range page {
		if b.Kind == normalize.Paragraph {
			break
		}
		if name := firstOrg(clean[b.Start:b.End]); strings.HasSuffix(name, "工会") {
			return name
		}
	}
	return ""
}

// isSomewhere says that a name is not that of just any enterprise or
// institution, 柑橘基地: it names its place.
func isSomewhere(name string) bool {
	if _, ok := enterprise(name); !ok {
		return true
	}
	var segmenter lexicon.Segmenter
	for _, t := range segmenter.Cut(nil, name, 0, len(name)) {
		if w := name[t.Start:t.End]; isLevel(w) || t.Class == lexicon.Place && !endsOrg(w) {
			return true
		}
	}
	return false
}

// publishes says that a name is a publisher's, who reports on others.
func publishes(name string) bool {
	for _, l := range orgLists() {
		if l.name == "publisher" {
			return endsIn(name, l.words...)
		}
	}
	return false
}

// opening is the organisation that the text of an article begins with, behind
// a time word.
func opening(clean string, a *article) string {
	const longest = 120 // bytes that can hold one
	for _, b := range a.blocks {
		if b.Kind == normalize.Paragraph {
			text := strings.TrimSpace(clean[b.Start:b.End])
			if times := period.Find(nil, text, 0, min(len(text), longest)); len(times) > 0 && times[0].Start == 0 {
				text = strings.TrimLeft(text[times[0].End:], "，, ")
			}
			if names := orgs(text, 1); len(names) > 0 && strings.HasPrefix(text, names[0]) && isSomewhere(names[0]) {
				return names[0]
			}
			break
		}
	}
	return ""
}

// signature is the organisation that signs an article: one of its last lines
// that holds a name and nothing else.
func signature(clean string, a *article) string {
	const last = 5
	for _, b := range a.blocks[max(0, len(a.blocks)-last):] {
		line := strings.TrimSpace(clean[b.Start:b.End])
		if name := firstOrg(line); name != "" && name == line {
			return name
		}
	}
	return ""
}

// unionOf is the union of the enterprise or institution that line names, where
// the line or the article reports on it: 第二纺织厂一九八六年工会工作汇报, or an
// article on a company that speaks of 公司工会.
func unionOf(clean string, a *article, line, name string) string {
	const union = "工会"
	head, ok := enterprise(name)
	if !ok {
		return name
	}
	_, rest, _ := strings.Cut(line, name)
	if strings.Contains(rest, union) {
		return name + union
	}
	const often = 2
	times := 0
	for _, b := range a.blocks {
		if times += strings.Count(clean[b.Start:b.End], head+union); times >= often {
			return name + union
		}
	}
	return name
}

// enterprise is the word that the name of an enterprise or institution ends
// in; ok is false for other names.
func enterprise(name string) (head string, ok bool) {
	for _, l := range orgLists() {
		if l.name != "enterprise" && l.name != "institution" {
			continue
		}
		for _, w := range l.words {
			if strings.HasSuffix(name, w) && (head == "" || len(w) < len(head)) {
				head = w
			}
		}
	}
	return head, head != ""
}

// firstOrg is the union that a line ends in, else the first union that it names,
// else the first organisation.
func firstOrg(line string) string {
	const most = 8
	names := orgs(line, most)
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
func orgs(text string, most int) []string {
	var (
		names     []string
		segmenter lexicon.Segmenter
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
		tokens = offices(text, segmenter.Cut(tokens[:0], text, from, to))
		line := to-from == len(text) // a name that stands alone may hold a conjunction
		for first := 0; first < len(tokens) && len(names) < most; {
			if w := text[tokens[first].Start:tokens[first].End]; tokens[first].Class == lexicon.Person || w == "年" || w == "年度" || isEdition(text, tokens, first) {
				first++ // 我代表市总工会, 2019年市总工会
				continue
			}
			end, ended := first, false
			for end < len(tokens) && (inName(tokens[end], text) || !ended && end > first && joinsName(text[tokens[end].Start:tokens[end].End], line)) {
				ended = ended || endsOrg(text[tokens[end].Start:tokens[end].End])
				end++
			}
			if last := lastOrg(text, tokens[first:end]); last >= 0 && !isGeneric(text, tokens[first:first+last+1]) {
				from := first + placeIn(text, tokens[first:first+last])
				if name := head(text[tokens[from].Start:tokens[first+last].End]); !publishes(name) {
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
func offices(text string, tokens []lexicon.Token) []lexicon.Token {
	const most = 6 // words in one
	words := orgWords()
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

// joinsName says that a conjunction can stand within a name, 零售及饮食业职工总会;
// in a line that is nothing but a name any can.
func joinsName(w string, line bool) bool {
	return w == "及" || w == "暨" || line && (w == "和" || w == "与" || w == "、")
}

// placeIn is the word with which a name begins that has other words before its
// place: 系列发布会 云岭省 总工会; 0 where its first word is as good.
func placeIn(text string, tokens []lexicon.Token) int {
	const most = 3 // characters of a place name that no dictionary knows together
	for i, t := range tokens {
		w := text[t.Start:t.End]
		level := isLevel(w)
		if !level && (t.Class != lexicon.Place || endsOrg(w) || len(w) == len("县")) {
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

// isGeneric says that a name has no part of its own and names no one: 行业工会,
// 工会办公室. A bare head with its level does, 州总工会.
func isGeneric(text string, tokens []lexicon.Token) bool {
	w := text[tokens[0].Start:tokens[0].End]
	return !isLevel(w) && endsOrg(w)
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
func head(name string) string {
	for _, l := range orgLists() {
		if l.name != "department" {
			continue
		}
		for _, w := range l.words {
			if whole, ok := strings.CutSuffix(name, w); ok && endsOrg(whole) && len(whole) > len("总工会") {
				return whole
			}
		}
	}
	return name
}

// lastOrg is the token in which the first organisation of a run of words ends,
// or -1: a name goes on where another end follows within three words,
// 公交集团二公司工会.
func lastOrg(text string, tokens []lexicon.Token) int {
	const near = 3
	last := -1
	for i, t := range tokens {
		if last >= 0 && (i > last+near || isEdition(text, tokens, i)) {
			break
		}
		w := text[t.Start:t.End]
		const shortest = len("青县法院") // in bytes, but for a head with its level: 市妇联
		name := text[tokens[0].Start:t.End]
		if endsOrg(w) && (len(name) >= shortest || isLevel(text[tokens[0].Start:tokens[0].End]) && i > 0) {
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
func endsOrg(w string) bool {
	words := orgWords()
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
	case lexicon.Person:
		return !strings.HasSuffix(w, "席") && !strings.HasSuffix(w, "记")
	case lexicon.De, lexicon.Conj, lexicon.Prep, lexicon.Light, lexicon.Particle, lexicon.Pronoun, lexicon.Scope:
		return false
	}
	return utf8.RuneCountInString(w) == 1 && !strings.Contains("记访是让给向致", w)
}

func isHan(c rune) bool { return c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf }

// heads are the bare heads of organisations whose place the article names.
var levels = [...]string{"自治区", "自治州", "省", "州", "市", "县", "区", "旗", "镇", "乡"}

// placed puts the place name before a bare head: 州总工会 in an article that
// speaks of 甘孜州 is 甘孜州总工会.
func placed(clean string, a *article, name string) string {
	for _, level := range levels {
		if strings.HasPrefix(name, level) {
			return place(clean, a, level) + name
		}
	}
	return name
}

// place is the name that stands before level most often in the article,
// without the level itself; "" where none does.
func place(clean string, a *article, level string) string {
	counts := make(map[string]int)
	best := ""
	for _, b := range a.blocks {
		text := clean[b.Start:b.End]
		for at := 0; ; {
			k := strings.Index(text[at:], level)
			if k < 0 {
				break
			}
			at += k + len(level)
			name := placeBefore(text[:at-len(level)], level)
			if name == "" {
				continue
			}
			counts[name]++
			if counts[name] > counts[best] {
				best = name
			}
		}
	}
	return best
}

// placeBefore is the place name that text ends in, to be followed by level:
// the longest of two to four characters that is a word for a place.
func placeBefore(text, level string) string {
	for chars := 4; chars >= 2; chars-- {
		start, ok := back(text, chars)
		if !ok {
			continue
		}
		name := text[start:]
		if class, _ := lexicon.Look(name + level); class == lexicon.Place && !isScope(name) {
			return name
		}
		if class, _ := lexicon.Look(name); class == lexicon.Place {
			return name
		}
	}
	// A name that no dictionary knows: two characters behind a break.
	for chars := 3; chars >= 2; chars-- {
		start, ok := back(text, chars)
		if !ok || isScope(text[start:]) || isWords(text[start:]) {
			continue
		}
		if start == 0 {
			return text
		}
		if c, _ := utf8.DecodeLastRuneInString(text[:start]); !isHan(c) {
			return text[start:]
		}
	}
	return ""
}

// isWords says that a string is made of common words, 我代表, and names no place.
func isWords(s string) bool {
	var segmenter lexicon.Segmenter
	for _, t := range segmenter.Cut(nil, s, 0, len(s)) {
		class, _ := lexicon.Look(s[t.Start:t.End])
		if class == lexicon.Pronoun || t.End-t.Start > 3 && class != lexicon.Place && class != lexicon.None {
			return true
		}
	}
	return false
}

// back is where the last n Han characters of text begin.
func back(text string, n int) (int, bool) {
	i := len(text)
	for range n {
		c, size := utf8.DecodeLastRuneInString(text[:i])
		if !isHan(c) {
			return 0, false
		}
		i -= size
	}
	return i, true
}

func isScope(name string) bool {
	c, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("全各本我该省市县区州和与及在由是级两", c)
}

// oftenest is the organisation that the body names most; "" where no name
// stands out.
func oftenest(clean string, a *article) string {
	const enough = 6000 // bytes: whom a report is about, its beginning tells
	var names []string
	read := 0
	for _, b := range a.blocks {
		if b.Kind == normalize.Paragraph && read <= enough {
			read += b.Len()
			for _, name := range orgs(clean[b.Start:b.End], 50) {
				if isSomewhere(name) {
					names = append(names, name)
				}
			}
		}
	}
	best, most := "", 0
	for _, name := range names {
		count := 0
		for _, n := range names {
			if strings.HasSuffix(name, n) {
				count++ // 县总工会 speaks of 石湾县总工会
			}
		}
		if count > most || count == most && strings.HasSuffix(name, best) {
			best, most = name, count
		}
	}
	if most >= 2 && most*3 >= len(names) || len(names) == 1 {
		return best
	}
	return ""
}
