package attach

// Plans: what a sentence announces and does not report.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/period"
)

// A follow says what must stand behind a word that announces a plan.
type follow string

// The follows.
const (
	followsAny     follow = "any"     // nothing: 力争
	followsAction  follow = "action"  // a verb, which tells 将新建 from 将 for 把
	followsOpening follow = "opening" // a verb, and the word opens a clause: 要
	followsReach   follow = "reach"   // a value that is to be reached: 确保…达到
)

// plan is where the sentence begins to announce a plan; its end where it does
// not. The plan holds to the end of the sentence.
func (r *Reader) plan(s Sentence) int {
	if len(s.Quantities) == 0 {
		return s.End
	}
	last := s.Quantities[len(s.Quantities)-1].Start
	for i := s.Start; i < last; {
		for word, end := range r.frames.planWords.At(r.text[:last], i) {
			for _, behind := range r.frames.follows[word] {
				if r.announces(s, i, end, behind) {
					return i
				}
			}
		}
		_, size := utf8.DecodeRuneInString(r.text[i:])
		i += size
	}
	return s.End
}

// reports says that a clause tells what has been done, whatever the sentence
// announced before it.
func reports(clause string) bool { return hasAny(clause, doneWords, strings.Contains) }

// departs says that a quantity behind before is what a change sets out from:
// 从目前的130元提高到160元.
func departs(before string) bool {
	before = strings.TrimSuffix(before, "的")
	for _, now := range [...]string{"目前", "现在", "现行", "现有", "现时", "当前"} {
		before = strings.TrimSuffix(before, now)
	}
	return strings.HasSuffix(before, "从") || strings.HasSuffix(before, "由")
}

// doneWords are the words of what has been done.
var doneWords = []string{"已", "去年", "上年", "目前", "截至"}

// announces says that the word text[i:end] announces a plan, by what must stand
// behind it.
func (r *Reader) announces(s Sentence, i, end int, behind follow) bool {
	before, _ := utf8.DecodeLastRuneInString(r.text[s.Start:i])
	rest := r.text[end:s.End]
	switch behind {
	case followsAny:
		return true
	case followsAction:
		return !r.inside(s, i, r.text[i:end]) && r.action(end, s.End)
	case followsOpening:
		opens := i == s.Start || strings.ContainsRune("，,；;。：: “", before) || slices.ContainsFunc(s.Times, func(t period.Expression) bool { return t.End == i })
		return opens && r.action(end, s.End)
	}
	if strings.HasPrefix(rest, "了") {
		return false
	}
	if stop := strings.IndexAny(rest, "，；。"); stop >= 0 {
		rest = rest[:stop]
	}
	for _, reached := range [...]string{"达到", "达", "不低于", "不少于", "超过", "以上", "以内", "控制在"} {
		if strings.Contains(rest, reached) {
			return true
		}
	}
	return false
}

// inside says that the word at byte i is a part of a longer one or a noun:
// 三年行动计划, 健将, 模拟.
func (r *Reader) inside(s Sentence, i int, word string) bool {
	from := i
	for range 4 {
		c, size := utf8.DecodeLastRuneInString(r.text[s.Start:from])
		if !isHan(c) {
			break
		}
		from -= size
	}
	tokens := r.segmenter.Cut(nil, r.text, from, min(s.End, i+len(word)+2*len("一")))
	for k, t := range tokens {
		if t.Start < i && i < t.End || t.Start == i && t.End > i+len(word) {
			return true
		}
		if t.Start == i && word == "计划" && k > 0 {
			// 协会计划 is a plan of somebody, 行动计划 a noun.
			before := tokens[k-1]
			return before.Class != lexicon.Place && before.Class != lexicon.Person && before.Class != lexicon.Time && before.Class != lexicon.Adverb &&
				before.Class != lexicon.Pronoun && !r.plays(before, actor)
		}
	}
	return false
}

// action says that what is to be done stands at byte i, and not an object that
// a verb behind it treats: 将举办 and 将为职工举办, not 将经费提高.
func (r *Reader) action(i, end int) bool {
	to := i
	const longest = 20 * len("一")
	for to < min(end, i+longest) {
		c, size := utf8.DecodeRuneInString(r.text[to:])
		if !isHan(c) {
			break
		}
		to += size
	}
	tokens := r.segmenter.Cut(nil, r.text, i, to)
	for k, t := range tokens {
		switch t.Class {
		case lexicon.Verb, lexicon.Light, lexicon.Prep, lexicon.Time:
			return true
		case lexicon.CommonVerb, lexicon.VerbNoun:
			// 将培训经费提高, 将培训标准由80元提高: the verb-noun names what a verb
			// behind it treats.
			for _, behind := range tokens[k+1:] {
				if behind.Class == lexicon.Verb || r.text[behind.Start:behind.End] == "由" || r.text[behind.Start:behind.End] == "从" {
					return false
				}
			}
			return true
		case lexicon.Adverb:
			continue
		}
		return false
	}
	return false
}

func isHan(c rune) bool { return c >= 0x4e00 && c <= 0x9fff }
