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

// lookAlikes puts misread words right.
func lookAlikes(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	x := o.Lookalikes
	if x == nil {
		x = BuiltInLookalikes()
	}
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
