package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"unionrep/normalize/internal/gbk"
)

// Copy sites publish 工會(huì): each character of some list, or every character,
// with its reading in brackets behind it. The readings go, the brackets that
// an author wrote stay. Only a stretch of text where readings come thick is
// touched, because an author explains a rare character once or twice too.

var injectedReading = &Reason{Pass: "readings", Name: "injected reading", Bulk: true}

// A gloss is a character with the brackets behind it that may be its reading.
type gloss struct {
	start   int    // of the character
	bracket int    // of what may go: the bracket, and a blank before it
	end     int    // behind the last bracket
	reading string // toneless, v for ü; empty for a picture
	kind    glossKind
	counted bool // behind a digit or a percent sign, which have no reading of their own
	spaced  bool // a blank and then a Han character come next
	unsure  bool // behind a question mark, which can be a damaged byte
}

type glossKind uint8

const (
	marked  glossKind = iota // huì
	plain                    // hui, or hui4
	doubled                  // (hui)(hui)
	picture                  // an emoji where the reading was
	cut                      // the text ends in the bracket
)

// readings takes injected readings out. One replacement covers a character and
// its reading, so the character's place in the file includes the reading.
func readings(t *Text, o Options) *Text {
	if !t.has(glossBrackets) {
		return t
	}
	found := glosses(t.clean)
	e := edit(t, o)
	for len(found) > 0 {
		n := stretch(found)
		remove(e, found[:n])
		found = found[n:]
	}
	return e.done()
}

// remove takes the glosses of one stretch out that are injected.
func remove(e *editor, found []gloss) {
	signs := signature(e.old.clean, found)
	if !signs.marked && !signs.plain {
		return
	}
	proof := proved(e.old.clean, found)
	for _, g := range found {
		text := e.old.clean[g.start:g.bracket]
		switch {
		case g.kind == plain && !signs.plain && abbreviation(g.reading):
			continue
		case g.kind == marked && !signs.marked:
			continue
		case g.unsure && !proof[text+g.reading]:
			continue
		}
		if g.spaced && signs.spaced {
			g.end++
		}
		sure := 0.99
		if g.kind == picture || g.kind == cut {
			sure = 0.9
		}
		e.replace(g.start, g.end, text, injectedReading, sure)
	}
}

const (
	far  = 3000 // bytes between two glosses that do not belong to one stretch
	near = 900  // bytes that hold enough glosses to be no author's
)

// stretch is how many of the glosses at the front lie close enough together to
// be one page's.
func stretch(found []gloss) int {
	n := 1
	for n < len(found) && found[n].start-found[n-1].end < far {
		n++
	}
	return n
}

// signs say which kinds of glosses are injected in a stretch.
type signs struct{ marked, plain, spaced bool }

// signature looks for the signs of injection: three readings with tone marks on
// common characters close together, a reading that came out twice, or, without
// tone marks, where an abbreviation looks the same, five readings close together
// of which four differ. A blank behind most of them is part of the injection;
// otherwise it is the author's.
func signature(text string, found []gloss) signs {
	var s signs
	var marks [3]gloss // the last ones
	var plains [5]gloss
	spaced := 0
	for _, g := range found {
		if g.spaced {
			spaced++
		}
		switch {
		case g.counted, g.unsure || !s.marked && explained(text[g.start:g.bracket]):
		case g.kind == marked:
			copy(marks[:], marks[1:])
			marks[len(marks)-1] = g
			s.marked = s.marked || dense(marks[:])
		case g.kind == plain:
			copy(plains[:], plains[1:])
			plains[len(plains)-1] = g
			s.plain = s.plain || dense(plains[:]) && different(plains[:]) >= 4
		case g.kind == doubled:
			s.marked, s.plain = true, true
		}
	}
	s.spaced = spaced >= 3 && 2*spaced > len(found)
	return s
}

// explained says whether a character is one that authors give the reading of:
// of the second level of GB 2312, or not even in GBK, which pages with injected
// readings were made in. Traditional characters are in GBK alone.
func explained(character string) bool {
	b, n := gbk.Bytes(first(character))
	return n != 2 || 0xd8 <= b[0] && b[0] <= 0xf7 && b[1] >= 0xa1
}

// dense says whether so many glosses were found, close together.
func dense(found []gloss) bool {
	return found[0].end > 0 && found[len(found)-1].end-found[0].start < near
}

// different is how many readings there are among a few glosses.
func different(found []gloss) int {
	n := 0
	for k, g := range found {
		if !slices.ContainsFunc(found[:k], func(h gloss) bool { return h.reading == g.reading }) {
			n++
		}
	}
	return n
}

// proved are the glosses of a stretch, by character and reading, that nothing
// speaks against; nil where none needs a proof.
func proved(text string, found []gloss) map[string]bool {
	if !slices.ContainsFunc(found, func(g gloss) bool { return g.unsure }) {
		return nil
	}
	all := map[string]bool{}
	for _, g := range found {
		if !g.unsure {
			all[text[g.start:g.bracket]+g.reading] = true
		}
	}
	return all
}

// abbreviation says whether a syllable is what people write for a unit: a
// single letter, hectare, minute, pascal. Among tone-marked readings it is one;
// the toneless readings there are those of 的, 了, 們.
func abbreviation(syllable string) bool {
	return len(syllable) == 1 || syllable == "ha" || syllable == "min" || syllable == "pa"
}

// glosses finds the brackets behind Han characters that may hold a reading.
func glosses(text string) []gloss {
	var found []gloss
	half, wide := strings.IndexByte(text, '('), strings.Index(text, "（")
	for half >= 0 || wide >= 0 {
		i := half
		if half < 0 || wide >= 0 && wide < half {
			i = wide
		}
		end := i + 1
		if g, ok := glossAt(text, i); ok {
			found = append(found, g)
			end = g.end
		}
		half, wide = next(text, half, end, "("), next(text, wide, end, "（")
	}
	return found
}

// next is where what stands in text from end on, given that at was the last
// place known.
func next(text string, at, end int, what string) int {
	if at < 0 || at >= end {
		return at
	}
	if at = strings.Index(text[end:], what); at >= 0 {
		at += end
	}
	return at
}

// glossAt reads the gloss whose bracket opens at i.
func glossAt(text string, i int) (gloss, bool) {
	g := gloss{bracket: i}
	if k := i + charWidth(text[i]); k < len(text) && 0xe4 <= text[k] && text[k] <= 0xe9 {
		return g, false // Han in the bracket, as mostly
	}
	if i > 0 {
		g.bracket -= blankBefore(text, i)
	}
	r, n := utf8.DecodeLastRuneInString(text[:g.bracket])
	g.counted = digit(r) || r == '%'
	if !han(r) && !g.counted {
		return g, false
	}
	g.start = g.bracket - n
	g.unsure = strings.HasSuffix(text[:g.start], "?")
	one, ok := bracketAt(text, i)
	if !ok {
		return g, false
	}
	g.end, g.kind, g.reading = one.end, one.kind, one.reading
	for g.kind <= doubled {
		again, ok := bracketAt(text, g.end)
		if !ok || again.kind > plain {
			break
		}
		g.end = again.end
		if again.reading == g.reading {
			g.kind = doubled
		}
	}
	if g.counted && g.kind == plain {
		return g, false // 5(a), 12(t)
	}
	if strings.HasPrefix(text[g.end:], " ") {
		g.spaced = han(first(text[g.end+1:]))
	}
	return g, true
}

// bracketAt reads one bracket at i that holds nothing but a reading.
func bracketAt(text string, i int) (gloss, bool) {
	g := gloss{end: i}
	switch {
	case strings.HasPrefix(text[i:], "("):
		i++
	case strings.HasPrefix(text[i:], "（"):
		i += len("（")
	default:
		return g, false
	}
	i = skipBlanks(text, i)
	s, end := spelling(text, i)
	if end == i {
		if end = pictures(text, i); end > i {
			g.kind = picture
		}
	}
	end = skipBlanks(text, end)
	g.reading = syllables()[string(s.letters[:s.n])]
	switch {
	case strings.HasPrefix(text[end:], ")"):
		g.end = end + 1
	case strings.HasPrefix(text[end:], "）"):
		g.end = end + len("）")
	case strings.Trim(text[end:], "\ufffd \r\n\t") == "" && g.kind != picture && s.begins():
		// The file ends within the bracket, or within a character in it.
		g.end, g.kind = end+len(text[end:])-len(strings.TrimLeft(text[end:], "\ufffd")), cut
		return g, true
	case strings.HasPrefix(text[end:], "\n") && s.marked && g.reading != "":
		g.end, g.kind = end, cut
		return g, true
	default:
		return g, false
	}
	if g.kind != picture && !s.marked {
		g.kind = plain
	}
	return g, g.reading != "" || g.kind == picture
}

func skipBlanks(text string, i int) int {
	for i < len(text) && blankAt(text, i) > 0 {
		i += blankAt(text, i)
	}
	return i
}

// pictures is where the emoji at i end.
func pictures(text string, i int) int {
	start := i
	for {
		r, n := utf8.DecodeRuneInString(text[i:])
		joins := i > start && (r == '\ufe0f' || r == '\u200d')
		if !joins && !isPicture(r) {
			return i
		}
		i += n
	}
}

// isPicture says whether r is an emoji.
func isPicture(r rune) bool { return r >= 0x1f000 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf }
