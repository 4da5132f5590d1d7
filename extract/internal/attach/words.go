package attach

// Words and noun phrases by the classes of their words.

import (
	"slices"
	"strings"

	"unionrep/extract/internal/lexicon"
)

// plays says that token t plays the role.
func (r *Reader) plays(t lexicon.Token, what role) bool {
	return r.frames.plays(r.text[t.Start:t.End], what)
}

// isNominal says that words[i] can be part of a noun phrase, by its class and
// by the word behind it.
func (r *Reader) isNominal(words []lexicon.Token, i, end int) bool {
	switch words[i].Class {
	case lexicon.Noun, lexicon.Person, lexicon.Place, lexicon.VerbNoun, lexicon.Adjective,
		lexicon.Quoted, lexicon.Bracket, lexicon.Measure, lexicon.Number, lexicon.Other, lexicon.Scope:
		return true
	case lexicon.Idiom:
		return i+1 < end && (isHead(words[i+1]) || words[i+1].Class == lexicon.De)
	case lexicon.Conj, lexicon.De:
		return i+1 < end
	case lexicon.Attributive:
		if i+2 < end && words[i+1].Class == lexicon.Conj {
			return isHead(words[i+2]) // 失业或停工会员
		}
		return i+1 < end && isHead(words[i+1])
	case lexicon.Localizer, lexicon.Loose:
		return i+1 < end && isHead(words[i+1])
	case lexicon.Particle:
		return i+1 < end && r.plays(words[i], listEnd) && isHead(words[i+1])
	case lexicon.Adverb:
		// 新能源, 原单位: one character that is part of the name behind it.
		return r.plays(words[i], own) && i+1 < end && isName(words[i+1])
	case lexicon.Pronoun:
		return r.plays(words[i], other)
	}
	return false
}

// isVerb says that a class is hardly ever a noun's.
func isVerb(c lexicon.Class) bool { return c == lexicon.Verb || c == lexicon.CommonVerb }

// isHead says that a token is a noun or begins one.
func isHead(t lexicon.Token) bool {
	switch t.Class {
	case lexicon.Noun, lexicon.Person, lexicon.Place, lexicon.VerbNoun, lexicon.Adjective, lexicon.Quoted, lexicon.Idiom, lexicon.Other, lexicon.Attributive:
		return true
	}
	return false
}

// isName says that a token is a noun for a thing, people or an organisation.
func isName(t lexicon.Token) bool {
	return t.Class == lexicon.Noun || t.Class == lexicon.Person || t.Class == lexicon.Place
}

// nominalBefore is the longest noun phrase that ends before words[end].
func (r *Reader) nominalBefore(words []lexicon.Token, end int) (from, to int) {
	from = end
	for from > 0 && r.isNominal(words, from-1, end) {
		from--
	}
	return from, end
}

// skipLeading moves from past what is no part of a noun's name: 全州, 各级,
// conjunctions, 的.
func skipLeading(words []lexicon.Token, from, to int) int {
	for from < to {
		switch words[from].Class {
		case lexicon.Adverb:
			if from+1 < to && isName(words[from+1]) && words[from].End-words[from].Start == 3 {
				return from
			}
			from++
			continue
		case lexicon.Scope, lexicon.Conj, lexicon.De, lexicon.Particle, lexicon.Time, lexicon.Other, lexicon.Localizer, lexicon.Mark, lexicon.Light, lexicon.Bracket:
			from++
			continue
		}
		break
	}
	return from
}

// splitList cuts a noun phrase at its conjunctions.
func splitList(words []lexicon.Token) [][]lexicon.Token {
	var items [][]lexicon.Token
	from := 0
	for i, w := range words {
		if w.Class == lexicon.Conj {
			items = append(items, words[from:i])
			from = i + 1
		}
	}
	return append(items, words[from:])
}

// noun is a noun phrase as an indicator: in one string, without the words that
// quantify it and without 等 at its end.
func (r *Reader) noun(words []lexicon.Token) string {
	from := 0
	if !r.restricts(words) {
		from = skipLeading(words, 0, len(words))
	}
	to := len(words)
	if to > 0 && r.plays(words[to-1], others) {
		return r.join(words[to-1:]) // 其他2件
	}
	for to > from {
		switch words[to-1].Class {
		case lexicon.Conj, lexicon.De, lexicon.Particle, lexicon.Adverb, lexicon.Light, lexicon.Mark, lexicon.Scope:
			to--
			continue
		case lexicon.Noun:
			if to-1 > from && r.plays(words[to-1], currency) {
				to--
				continue
			}
		case lexicon.Localizer:
			if r.plays(words[to-1], inside) {
				to--
				continue
			}
		}
		break
	}
	for i := to - 2; i > from; i-- {
		if words[i].Class == lexicon.Localizer && r.plays(words[i], among) && isHead(words[i+1]) {
			from = i + 1 // 获奖者中一线职工
			break
		}
	}
	return r.join(words[from:to])
}

// restricts says that a noun phrase begins with an adverb that is part of its
// meaning: 已建职代会的企业, 直接受益职工.
func (r *Reader) restricts(words []lexicon.Token) bool {
	if len(words) < 2 || words[0].Class != lexicon.Adverb {
		return false
	}
	next := words[1].Class
	return r.plays(words[0], daily) && isHead(words[1]) ||
		r.plays(words[0], restrict) && (isVerb(next) || next == lexicon.Attributive || next == lexicon.VerbNoun)
}

// verb is a verb group as an action: without the direction behind it and the
// 共 before it (涌现出 → 涌现, 提高到 → 提高, 共建 → 建).
func (r *Reader) verb(words []lexicon.Token) string {
	v := r.join(words)
	for _, back := range r.frames.roles[direction].words {
		if base := strings.TrimSuffix(v, back); base != v && len(base) >= 2*3 {
			if class, _ := r.lexicon.Look(base); isVerb(class) || class == lexicon.VerbNoun {
				return base
			}
		}
	}
	if base := strings.TrimPrefix(v, "共"); base != v && len(base) == 3 {
		return base
	}
	return v
}

// join is the text of words, without the blanks between them.
func (r *Reader) join(words []lexicon.Token) string {
	if len(words) == 0 {
		return ""
	}
	s := r.text[words[0].Start:words[len(words)-1].End]
	if strings.ContainsAny(s, " \t　") {
		s = strings.NewReplacer(" ", "", "\t", "", "　", "").Replace(s)
	}
	return s
}

// hasPerson says that one of words names people.
func hasPerson(words []lexicon.Token) bool {
	return slices.ContainsFunc(words, func(t lexicon.Token) bool { return t.Class == lexicon.Person })
}

// lastPerson is where words[from:to] end if they end in people; from where
// they name none.
func lastPerson(words []lexicon.Token, from, to int) int {
	for to > from && words[to-1].Class != lexicon.Person {
		to--
	}
	return to
}
