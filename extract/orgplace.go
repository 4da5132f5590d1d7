package extract

// The place of an organisation that is named by its level alone.

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
)

// levels are those of administration, with which a bare head begins: 州总工会.
var levels = [...]string{"自治区", "自治州", "省", "州", "市", "县", "区", "旗", "镇", "乡"}

// placed puts the place name before a bare head: 州总工会 in an article that
// speaks of 甘孜州 is 甘孜州总工会, and so is 教育工会 where it speaks of 市教育工会.
func (kb *Knowledge) placed(clean string, a *article, name string) string {
	for _, level := range levels {
		if strings.HasPrefix(name, level) {
			return kb.place(clean, a, level) + name
		}
	}
	if name == "" || kb.namesPlace(name) {
		return name
	}
	for _, level := range levels {
		for _, b := range a.blocks {
			if strings.Contains(clean[b.Start:b.End], level+name) {
				return kb.place(clean, a, level) + level + name
			}
		}
	}
	return name
}

// place is the name that stands before level most often in the article,
// without the level itself; "" where none does.
func (kb *Knowledge) place(clean string, a *article, level string) string {
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
			name := cmp.Or(kb.placeBefore(text[:at-len(level)], level), kb.placeOfOrg(text, at-len(level), level))
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
func (kb *Knowledge) placeBefore(text, level string) string {
	for chars := 4; chars >= 2; chars-- {
		start, ok := back(text, chars)
		if !ok {
			continue
		}
		name := text[start:]
		if class, _ := kb.words.Look(name + level); class == lexicon.Place && !isScope(name) {
			return name
		}
		if class, _ := kb.words.Look(name); class == lexicon.Place {
			return name
		}
	}
	// A name that no dictionary knows: two characters behind a break.
	for chars := 3; chars >= 2; chars-- {
		start, ok := back(text, chars)
		if !ok || isScope(text[start:]) || kb.isWords(text[start:]) {
			continue
		}
		if start == 0 {
			return text
		}
		if c, _ := utf8.DecodeLastRuneInString(text[:start]); !isHan(c) || strings.HasSuffix(text[:start], "工会") {
			return text[start:] // behind 中国教育工会 too, whose branches name their place last
		}
	}
	return ""
}

// placeOfOrg is the name of two characters behind a break that stands before
// level, at byte at of text, where the name of an organisation goes on from
// there: 青桐县第三中学. Such a name may be a common word.
func (kb *Knowledge) placeOfOrg(text string, at int, level string) string {
	const longest = 60 // bytes behind level that are looked at
	start, ok := back(text[:at], 2)
	if !ok || isScope(text[start:at]) {
		return ""
	}
	if c, _ := utf8.DecodeLastRuneInString(text[:start]); isHan(c) {
		return ""
	}
	if class, _ := kb.words.Look(text[start:at]); class == lexicon.Pronoun || class == lexicon.Scope {
		return ""
	}
	end := min(len(text), at+longest)
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	whole := text[start:at] + level
	if names := kb.orgs(text[start:end], 1); len(names) > 0 && strings.HasPrefix(names[0], whole) && len(names[0]) > len(whole) {
		return text[start:at]
	}
	return ""
}

// isWords says that a string is made of common words, 我代表, and names no place.
func (kb *Knowledge) isWords(s string) bool {
	segmenter := lexicon.NewSegmenter(kb.words)
	for _, t := range segmenter.Cut(nil, s, 0, len(s)) {
		class, _ := kb.words.Look(s[t.Start:t.End])
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

// isScope says that a string ends in a character that ends no place name: 全, 各, 本.
func isScope(name string) bool {
	c, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("全各本我该省市县区州和与及在由是级两", c)
}
