package extract

import (
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
	"unionrep/normalize"
)

// organisation is the one that an article reports on: as its title names it,
// else its by-line, else the one that the body names most. A bare head,
// 州总工会, takes the place name that the article gives. "" where the article
// is about no single organisation.
func organisation(clean string, a *article) string {
	if name := firstOrg(a.title); name != "" {
		return placed(clean, a, name)
	}
	for _, b := range a.blocks {
		if b.Kind == normalize.Byline {
			if name := firstOrg(clean[b.Start:b.End]); name != "" && !strings.HasSuffix(name, "报社") {
				return placed(clean, a, name)
			}
		}
	}
	return placed(clean, a, oftenest(clean, a))
}

// firstOrg is the first name of an organisation in a line.
func firstOrg(line string) string {
	names := orgs(line, 1)
	if len(names) == 0 {
		return ""
	}
	return names[0]
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
		tokens = segmenter.Cut(tokens[:0], text, from, to)
		first := 0
		for i := range tokens {
			if !inName(tokens[i], text) {
				first = i + 1
				continue
			}
			if end := orgEnd(text, tokens, first, i); end > 0 {
				names = append(names, text[tokens[first].Start:end])
				first = i + 1
				if len(names) == most {
					break
				}
			}
		}
		from = to
	}
	return names
}

// orgEnd is where the organisation's name that runs from tokens[first] ends if
// tokens[i] is its last word, and no longer name goes on; 0 otherwise.
func orgEnd(text string, tokens []lexicon.Token, first, i int) int {
	w := text[tokens[i].Start:tokens[i].End]
	if !endsOrg(w) {
		return 0
	}
	if i == first && utf8.RuneCountInString(w) < 3 {
		return 0 // a bare 局 or 工会 names nobody
	}
	if i+1 < len(tokens) && endsOrg(text[tokens[i+1].Start:tokens[i+1].End]) {
		return 0
	}
	return tokens[i].End
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

// inName says that a word can stand within the name of an organisation.
func inName(t lexicon.Token, text string) bool {
	switch t.Class {
	case lexicon.Noun, lexicon.Place, lexicon.Adjective, lexicon.VerbNoun, lexicon.Number, lexicon.Other, lexicon.Measure, lexicon.Conj:
		return t.Class != lexicon.Conj
	case lexicon.Verb, lexicon.Adverb, lexicon.Person:
		// Names of places and enterprises are made of any characters.
		return utf8.RuneCountInString(text[t.Start:t.End]) == 1 && !strings.Contains("记访在为与和是让把给对向", text[t.Start:t.End])
	}
	return false
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
		if !ok || isScope(text[start:]) {
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
	counts := make(map[string]int)
	best, total := "", 0
	const enough = 6000 // bytes: whom a report is about, its beginning tells
	read := 0
	for _, b := range a.blocks {
		if b.Kind != normalize.Paragraph || read > enough {
			continue
		}
		read += b.Len()
		for _, name := range orgs(clean[b.Start:b.End], 50) {
			counts[name]++
			total++
			if counts[name] > counts[best] {
				best = name
			}
		}
	}
	if counts[best] >= 2 && counts[best]*3 >= total || total == 1 {
		return best
	}
	return ""
}
