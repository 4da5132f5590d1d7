package normalize

import (
	"strings"
	"sync"
)

// The words that stand beside numbers, to tell a blank within a quantity from
// one between two headings.

type wordClass uint8

const (
	noWord     wordClass = iota
	multiplier           // 万 亿
	boundWord            // 余 以上
	unitWord             // 元 人次
	dateWord             // 年 月
	leadWord             // 近 发放; before a number
	dateLead             // 到 截至; before a date too
)

var wordClasses = map[string]wordClass{
	"multiplier": multiplier, "bound": boundWord, "unit": unitWord, "date": dateWord, "lead": leadWord, "datelead": dateLead,
}

type numberWord struct {
	text  string
	class wordClass // noWord for a word that is none of them and begins or ends like one
}

type numberWordTable struct {
	behind map[rune][]numberWord // by the first character
	before map[rune][]numberWord // by the last character
}

var numberWords = sync.OnceValue(func() *numberWordTable {
	t := &numberWordTable{map[rune][]numberWord{}, map[rune][]numberWord{}}
	eachRow("numberwords.csv", []string{"class", "words", "unless"}, func(cells []string, place string) {
		class, ok := wordClasses[cells[0]]
		if !ok {
			panic(place + ": no such class: " + cells[0])
		}
		add := func(w string, c wordClass) {
			if class == leadWord || class == dateLead {
				t.before[last(w)] = append(t.before[last(w)], numberWord{w, c})
			} else {
				t.behind[first(w)] = append(t.behind[first(w)], numberWord{w, c})
			}
		}
		for w := range strings.FieldsSeq(cells[1]) {
			add(w, class)
		}
		for w := range strings.FieldsSeq(cells[2]) {
			add(w, noWord)
		}
	})
	return t
})

// classAt is the class of the longest word at text[i:].
func (t *numberWordTable) classAt(text string, i int) wordClass {
	class, length := noWord, 0
	for _, w := range t.behind[first(text[i:])] {
		if len(w.text) > length && strings.HasPrefix(text[i:], w.text) {
			class, length = w.class, len(w.text)
		}
	}
	return class
}

// leads is the class of the longest word that ends text[:i] and leads into a
// number.
func (t *numberWordTable) leads(text string, i int) wordClass {
	class, length := noWord, 0
	for _, w := range t.before[last(text[:i])] {
		if len(w.text) > length && strings.HasSuffix(text[:i], w.text) {
			class, length = w.class, len(w.text)
		}
	}
	return class
}
