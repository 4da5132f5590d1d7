package extract

import (
	"slices"
	"strings"

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
func (kb *Knowledge) organisation(clean string, a *article, page []normalize.Block) string {
	const longestLine = 60 // bytes of one before the text, of a speaker
	lines := slices.Clone(a.titles)
	for _, b := range a.blocks {
		if b.Kind == normalize.Byline {
			lines = append(lines, clean[b.Start:b.End])
		}
	}
	if name := kb.signature(clean, a); name != "" {
		lines = append(lines, name)
	}
	for _, b := range a.blocks {
		if line := clean[b.Start:b.End]; b.Kind == normalize.Paragraph && (b.Len() > longestLine || strings.ContainsAny(line, "。，；！？：")) {
			break
		}
		lines = append(lines, clean[b.Start:b.End])
	}
	for _, line := range a.titles {
		if name := kb.firstOrg(line); strings.HasSuffix(name, "工会") {
			return kb.placed(clean, a, name) // rather than 共筑百年油田 in the line above
		}
	}
	for _, line := range lines {
		if name := kb.firstOrg(line); name != "" {
			return kb.placed(clean, a, kb.unionOf(clean, a, line, name))
		}
	}
	if name := kb.masthead(clean, page); name != "" {
		return name
	}
	if name := kb.opening(clean, a); name != "" {
		return name
	}
	return kb.placed(clean, a, kb.oftenest(clean, a))
}

// itemOrg is the organisation that a heading of a bulletin names before a colon,
// which the item under it reports on: 清河区妇联：把矛盾化解在家门口. A bare head, 市妇联,
// is the bulletin's own.
func (kb *Knowledge) itemOrg(heading string) string {
	who, _, ok := strings.Cut(strings.NewReplacer(":", "：", "｜", "：", "|", "：").Replace(heading), "：")
	if !ok {
		return ""
	}
	who = strings.TrimLeft(who, " 　●■◆▲★")
	who = strings.TrimSpace(who[numberOfPoint(who):])
	if kb.firstOrg(who) != who || isLevel(who) || !kb.namesPlace(who) {
		return ""
	}
	return who
}

// masthead is the union that the head of a page names, that of a newsletter.
func (kb *Knowledge) masthead(clean string, page []normalize.Block) string {
	for _, b := range page {
		if b.Kind == normalize.Paragraph {
			break
		}
		if name := kb.firstOrg(clean[b.Start:b.End]); strings.HasSuffix(name, "工会") {
			return name
		}
	}
	return ""
}

// isSomewhere says that a name is not that of just any enterprise or
// institution, 柑橘基地: it names its place.
func (kb *Knowledge) isSomewhere(name string) bool {
	_, ok := kb.enterprise(name)
	return !ok || kb.namesPlace(name)
}

// namesPlace says that a name has that of a place, or its level, in it.
func (kb *Knowledge) namesPlace(name string) bool {
	segmenter := lexicon.NewSegmenter(kb.words)
	for _, t := range segmenter.Cut(nil, name, 0, len(name)) {
		if w := name[t.Start:t.End]; isLevel(w) || t.Class == lexicon.Place && !kb.endsOrg(w) {
			return true
		}
	}
	return false
}

// publishes says that a name is a publisher's, who reports on others.
func (kb *Knowledge) publishes(name string) bool {
	for _, l := range kb.heads {
		if l.name == "publisher" {
			return endsIn(name, l.words...)
		}
	}
	return false
}

// opening is the organisation that the text of an article begins with, behind
// a time word.
func (kb *Knowledge) opening(clean string, a *article) string {
	const longest = 120 // bytes that can hold one
	for _, b := range a.blocks {
		if b.Kind == normalize.Paragraph {
			text := strings.TrimSpace(clean[b.Start:b.End])
			if times := period.Find(nil, text, 0, min(len(text), longest)); len(times) > 0 && times[0].Start == 0 {
				text = strings.TrimLeft(text[times[0].End:], "，, ")
			}
			if names := kb.orgs(text, 1); len(names) > 0 && strings.HasPrefix(text, names[0]) && kb.isSomewhere(names[0]) {
				return names[0]
			}
			break
		}
	}
	return ""
}

// signature is the organisation that signs an article: one of its last lines
// that holds a name and nothing else.
func (kb *Knowledge) signature(clean string, a *article) string {
	const last = 5
	for _, b := range a.blocks[max(0, len(a.blocks)-last):] {
		line := strings.TrimSpace(clean[b.Start:b.End])
		if strings.ContainsFunc(line, func(c rune) bool { return !isHan(c) }) {
			continue // names hold nothing else, and most lines are no names
		}
		if name := kb.firstOrg(line); name != "" && name == line {
			return name
		}
	}
	return ""
}

// unionOf is the union of the enterprise or institution that line names, where
// the line or the article reports on it: 第二纺织厂一九八六年工会工作汇报, or an
// article on a company that speaks of 公司工会.
func (kb *Knowledge) unionOf(clean string, a *article, line, name string) string {
	const union = "工会"
	head, ok := kb.enterprise(name)
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
func (kb *Knowledge) enterprise(name string) (head string, ok bool) {
	for _, l := range kb.heads {
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

// oftenest is the organisation that the body names most; "" where no name
// stands out.
func (kb *Knowledge) oftenest(clean string, a *article) string {
	const enough = 6000 // bytes: whom a report is about, its beginning tells
	var names []string
	read := 0
	for _, b := range a.blocks {
		if b.Kind == normalize.Paragraph && read <= enough {
			read += b.Len()
			for _, name := range kb.orgs(clean[b.Start:b.End], 50) {
				if kb.isSomewhere(name) {
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
