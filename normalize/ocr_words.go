package normalize

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Words that a recogniser misread: characters that look alike, and English
// function words where Chinese ones stood.

var (
	lookAlike = &Reason{Pass: "ocr", Name: "look-alike character", Flag: "ocr"}
	strayWord = &Reason{Pass: "ocr", Name: "stray word", Flag: "ocr"}
)

// A misreading is a word that no text has but where its characters were
// misread.
type misreading struct {
	wrong, right string
	at           int      // of the pair of characters that it is looked up by
	unless       []string // words around it in which it is no misreading
}

// A hanPair is two Han characters side by side, 16 bits each.
type hanPair uint32

// bit is the place of a pair in a set of 65,536 bits; few pairs share one.
func (p hanPair) bit() uint32 { return uint32(p) * 0x9e3779b1 >> 16 }

// A wordIndex finds the words of a table by one pair of their characters.
type wordIndex struct {
	known [1 << 16 / 64]uint64 // the pairs, a bit each
	words map[hanPair][]misreading
}

var misreadings = sync.OnceValue(func() *wordIndex {
	x := &wordIndex{words: map[hanPair][]misreading{}}
	eachRow("lookalikes.csv", []string{"wrong", "right", "unless", "example", "counter"}, func(cells []string, _ string) {
		unless := strings.Fields(cells[2])
		right := strings.Fields(cells[1])
		for k, wrong := range strings.Fields(cells[0]) {
			at := 0
			for at+6 < len(wrong) && wrong[at+3:at+6] == right[k][at+3:at+6] {
				at += 3
			}
			pair := hanPair(hanAt(wrong, at)<<16 | hanAt(wrong, at+3))
			x.known[pair.bit()/64] |= 1 << (pair.bit() % 64)
			x.words[pair] = append(x.words[pair], misreading{wrong, right[k], at, unless})
		}
	})
	return x
})

// around is the misreading, and where it begins, that has the pair at i; none
// of it may lie before from.
func (x *wordIndex) around(text string, from, i int, pair hanPair) (m misreading, start int) {
	for _, m := range x.words[pair] {
		start := i - m.at
		if start >= from && strings.HasPrefix(text[start:], m.wrong) && !m.excused(text, start) {
			return m, start
		}
	}
	return misreading{}, -1
}

// hanAt is the character of three bytes at i.
func hanAt(text string, i int) uint32 {
	return uint32(text[i]&0x0f)<<12 | uint32(text[i+1]&0x3f)<<6 | uint32(text[i+2]&0x3f)
}

// excused says whether the word at i is part of one that is right as it is.
func (m misreading) excused(text string, i int) bool {
	for _, word := range m.unless {
		if k := strings.Index(word, m.wrong); k >= 0 && i >= k && strings.HasPrefix(text[i-k:], word) {
			return true
		}
	}
	return false
}

// lookAlikes puts misread words right.
func lookAlikes(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	x := misreadings()
	var before uint32 // the Han character before i, 0 for another
	for i := 0; i+2 < len(text); {
		b := text[i]
		if b < 0xe3 || b > 0xef {
			i += charWidth(b)
			before = 0
			continue
		}
		r := hanAt(text, i)
		pair := hanPair(before<<16 | r)
		i += 3
		before = r
		if bit := pair.bit(); x.known[bit/64]&(1<<(bit%64)) == 0 {
			continue
		}
		if m, start := x.around(text, e.at, i-6, pair); start >= 0 {
			e.rewrite(start, start+len(m.wrong), m.right, lookAlike, 0.95)
			i, before = e.at, 0
		}
	}
	return e.done()
}

// charWidth is the length of the character that begins with byte b.
func charWidth(b byte) int {
	switch {
	case b < 0xc0:
		return 1
	case b < 0xe0:
		return 2
	case b < 0xf0:
		return 3
	}
	return 4
}

type stray struct {
	to   string
	sure float64
}

var strayWords = sync.OnceValue(func() map[string]stray {
	all := map[string]stray{}
	eachRow("strays.csv", []string{"word", "to", "sure", "example", "counter"}, func(cells []string, place string) {
		sure, err := strconv.ParseFloat(cells[2], 64)
		if err != nil {
			panic(place + ": " + err.Error())
		}
		all[cells[0]] = stray{cells[1], sure}
	})
	return all
})

// longestStray is in bytes; with and that are the longest words.
const longestStray = 4

// strayWordAt puts a Chinese word for the English function word at i, if it
// stands alone between two Han characters, with a blank on either side or
// without, and returns where to go on; i where it is none. A title in 《》 keeps
// its English.
func strayWordAt(e *editor, i int) int {
	text := e.old.clean
	end := i
	for end < len(text) && latin(rune(text[end])) {
		if end++; end > i+longestStray {
			return i
		}
	}
	w, ok := strayWords()[text[i:end]]
	if !ok {
		return i
	}
	start, next := i, end
	if start > 0 && text[start-1] == ' ' {
		start--
	}
	if next < len(text) && text[next] == ' ' {
		next++
	}
	if !hanBefore(text, start) || !han(first(text[next:])) || titled(text, start) {
		return i
	}
	e.replace(start, next, w.to, strayWord, w.sure)
	return next
}

// titled says whether i stands in a title: 《 comes before it, nearer than 》.
func titled(text string, i int) bool {
	near := text[max(0, i-90):i]
	return strings.LastIndex(near, "《") > strings.LastIndex(near, "》")
}

// hanBefore says whether a Han character ends text[:i].
func hanBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return han(r)
}
