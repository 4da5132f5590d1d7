package normalize

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// The way back from the decoded text to the bytes of the file: stretches of
// characters that are equally wide on both sides.

// A run is a stretch of characters that are all equally wide, in the file and
// in the decoded text. It ends where the next one starts.
type run struct {
	decoded, raw  int   // where it starts
	wide, wideRaw uint8 // bytes a character
}

// start is where the character that holds decoded byte i starts in the file.
func (r run) start(i int) int {
	return r.raw + (i-r.decoded)/int(r.wide)*int(r.wideRaw)
}

// RawSpan maps a span of the decoded text to the bytes of the file it was
// decoded from, whole characters.
func (s *Source) RawSpan(d Span) Span {
	if s.runs == nil {
		return d
	}
	from := s.runs[s.runAt(d.Start)]
	start := from.start(d.Start)
	if d.Len() <= 0 {
		return Span{start, start}
	}
	// The end is the end of the last character, so that what the file holds
	// between two runs and the text does not (a byte order mark) stays out.
	last := s.runs[s.runAt(d.End-1)]
	return Span{start, last.start(d.End-1) + int(last.wideRaw)}
}

// DecodedOffset is where the character that begins at byte at of the file lies
// in the decoded text, and whether one begins there or the file ends; where none
// does, it is where the next one lies.
func (s *Source) DecodedOffset(at int) (int, bool) {
	character := func(i int) Span { // the bytes in the file of the character that holds byte i of the text
		for i > 0 && !utf8.RuneStart(s.decoded[i]) {
			i--
		}
		_, n := utf8.DecodeRuneInString(s.decoded[i:])
		return s.RawSpan(Span{i, i + n})
	}
	i := sort.Search(len(s.decoded), func(i int) bool { return character(i).Start >= at })
	return i, i == len(s.decoded) && at == len(s.raw) || i < len(s.decoded) && character(i).Start == at
}

// runAt is the index of the run that holds decoded byte i.
func (s *Source) runAt(i int) int {
	return max(0, sort.Search(len(s.runs), func(k int) bool { return s.runs[k].decoded > i })-1)
}

// A decoding is a text on its way from bytes to UTF-8.
type decoding struct {
	out     strings.Builder
	runs    []run
	invalid []Span
	doubts  []Span // what looks wrong, see reconsider
}

// mark starts a new run where the characters that follow are not as wide as
// those before, or do not follow them in the file.
func (d *decoding) mark(raw, wide, wideRaw int) {
	at := d.out.Len()
	if n := len(d.runs); n > 0 {
		r := d.runs[n-1]
		if int(r.wide) == wide && int(r.wideRaw) == wideRaw && r.raw+(at-r.decoded)/wide*wideRaw == raw {
			return
		}
	}
	d.runs = append(d.runs, run{at, raw, uint8(wide), uint8(wideRaw)})
}

// same puts text that stands byte by byte as it does in the file.
func (d *decoding) same(text []byte, raw int) {
	if len(text) > 0 {
		d.mark(raw, 1, 1)
		d.out.Write(text)
	}
}

// char puts one character that takes n bytes of the file.
func (d *decoding) char(r rune, raw, n int) {
	d.mark(raw, utf8.RuneLen(r), n)
	d.out.WriteRune(r)
}

// A plainRun gathers characters that take two bytes of the file and three in
// UTF-8, as nearly all of a Chinese text do.
type plainRun struct {
	n    int
	text [3 * 256]byte
}

// add takes a character in; it does not take what is not plain, what looks
// doubtful, and what there is no more room for.
func (p *plainRun) add(r rune) bool {
	han := uint32(r-0x2000) < 0xac00-0x2000 // and signs and kana
	wide := uint32(r-0xff00) < 0x60
	if p.n == len(p.text) || !han && !wide {
		return false
	}
	p.text[p.n] = 0xe0 | byte(r>>12)
	p.text[p.n+1] = 0x80 | byte(r>>6)&0x3f
	p.text[p.n+2] = 0x80 | byte(r)&0x3f
	p.n += 3
	return true
}

// plain puts what was gathered and returns how many bytes of the file it took.
func (d *decoding) plain(p *plainRun, raw int) int {
	d.mark(raw, 3, 2)
	d.out.Write(p.text[:p.n])
	return p.n / 3 * 2
}

// two puts a character that is two code points.
func (d *decoding) two(s string, raw, n int) {
	d.mark(raw, len(s), n)
	d.out.WriteString(s)
}

// bad puts U+FFFD for n bytes of the file that are no character.
func (d *decoding) bad(raw, n int) {
	at := d.out.Len()
	d.doubt(at)
	d.char(utf8.RuneError, raw, n)
	if k := len(d.invalid); k > 0 && d.invalid[k-1].End == at {
		d.invalid[k-1].End = d.out.Len()
		return
	}
	d.invalid = append(d.invalid, Span{at, d.out.Len()})
}

// text ends the decoding. Runs are dropped where they say nothing.
func (d *decoding) text() string {
	if len(d.runs) == 1 && d.runs[0] == (run{0, 0, 1, 1}) {
		d.runs = nil
	}
	return d.out.String()
}
