package normalize

import (
	"strings"
	"unicode/utf8"
)

// Traditional script to simplified, paragraph by paragraph. What stands in a
// simplified paragraph is left as it is.

var simplified = &Reason{Pass: "script", Name: "simplified", Bulk: true}

// sureScript: a character in some thousands has two simplified forms and takes
// the wrong one where no phrase tells them apart.
const sureScript = 0.999

// mostGathered is how many bytes one rewrite takes at most.
const mostGathered = 4096

// script converts what is in traditional script.
func script(t *Text, o Options) *Text {
	e := edit(t, o)
	for _, s := range traditional(t.clean) {
		(&conversion{editor: e, opencc: openCC(), text: t.clean, start: s.Start, end: s.Start}).run(s)
	}
	return e.done()
}

// A conversion goes through a stretch of traditional text. Characters that
// change and stand side by side become one edit.
type conversion struct {
	editor     *editor
	opencc     *openCCData
	text       string
	start, end int // changed characters not yet edited
	to         []byte
}

func (c *conversion) run(s Span) {
	for i := s.Start; i < s.End; {
		// Only the three-byte characters of UTF-8 are worth a quick look.
		if lead := c.text[i]; lead&0xf0 != 0xe0 {
			if lead < 0xf0 {
				i++
				continue
			}
		} else if to := c.opencc.quick[rune(lead&0xf)<<12|rune(c.text[i+1]&0x3f)<<6|rune(c.text[i+2]&0x3f)]; to == unchanged {
			i += 3
			continue
		} else if to != lookFurther {
			c.gather(i, 3, rune(to))
			i += 3
			continue
		}
		i += c.look(i)
	}
	c.flush()
}

// look converts the phrase or the character at i and returns its length.
func (c *conversion) look(i int) int {
	r, n := utf8.DecodeRuneInString(c.text[i:])
	for _, p := range c.opencc.phrases[r] {
		if strings.HasPrefix(c.text[i:], p.from) {
			at := i
			for _, to := range p.to {
				_, wide := utf8.DecodeRuneInString(c.text[at:])
				c.put(at, wide, to)
				at += wide
			}
			return len(p.from)
		}
	}
	switch to, ok := c.opencc.characters[r]; {
	case r == '著':
		c.put(i, n, zhe(c.text, i))
	case ok:
		c.put(i, n, to)
	}
	return n
}

// put notes that the character at i, n bytes wide, becomes to.
func (c *conversion) put(i, n int, to rune) {
	switch from, _ := utf8.DecodeRuneInString(c.text[i:]); {
	case from == to:
	case utf8.RuneLen(to) == n:
		c.gather(i, n, to)
	default:
		c.flush()
		c.editor.replace(i, i+n, string(to), simplified, sureScript)
		c.start, c.end = i+n, i+n
	}
}

// gather notes that the character at i becomes another one as wide. Where
// nobody asks for the edits, what stands between two of them is gathered too.
func (c *conversion) gather(i, n int, to rune) {
	if i != c.end {
		if c.start < c.end && i-c.start < mostGathered && !c.editor.log {
			c.to = append(c.to, c.text[c.end:i]...)
		} else {
			c.flush()
			c.start = i
		}
	}
	c.to = utf8.AppendRune(c.to, to)
	c.end = i + n
}

// flush edits the characters that have gathered.
func (c *conversion) flush() {
	if c.start < c.end {
		c.editor.rewrite(c.start, c.end, string(c.to), simplified, sureScript)
	}
	c.start, c.to = c.end, c.to[:0]
}
