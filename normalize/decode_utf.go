package normalize

import (
	"unicode/utf16"
	"unicode/utf8"
)

// UTF-8 and UTF-16, which the standard library decodes.

const bom = "\ufeff"

func nextUTF8(raw []byte, i int) (rune, int) {
	r, n := utf8.DecodeRune(raw[i:])
	if r == utf8.RuneError && n == 1 {
		return bad, 1
	}
	return r, n
}

// decodeValid copies what is known to be valid UTF-8.
func decodeValid(_ *charset, d *decoding, raw []byte, s Span) {
	d.out.Grow(s.Len())
	d.same(raw[s.Start:s.End], s.Start)
}

func decodeUTF8(_ *charset, d *decoding, raw []byte, s Span) {
	d.out.Grow(s.Len())
	raw = raw[:s.End]
	from := s.Start // what is valid from there on is not yet put
	for i := from; i < len(raw); {
		if n := validBlock(raw[i:]); n > 0 {
			i += n
			continue
		}
		r, n := nextUTF8(raw, i)
		if i += n; r == bad {
			d.same(raw[from:i-1], from)
			d.bad(i-1, 1)
			from = i
		}
	}
	d.same(raw[from:], from)
}

// validBlock is the length of a block of whole characters that b starts with,
// 0 where it is short or not valid.
func validBlock(b []byte) int {
	n := min(len(b), 1024)
	for n < len(b) && n > 0 && !utf8.RuneStart(b[n]) {
		n--
	}
	if n < 64 || !utf8.Valid(b[:n]) {
		return 0
	}
	return n
}

func nextUTF16LE(raw []byte, i int) (rune, int) { return nextUTF16(raw, i, 0) }
func nextUTF16BE(raw []byte, i int) (rune, int) { return nextUTF16(raw, i, 1) }

// nextUTF16 decodes the unit at i, whose low byte is its byte low, or the two
// units of a character beyond the first 65536.
func nextUTF16(raw []byte, i, low int) (rune, int) {
	if i+2 > len(raw) {
		return bad, 1
	}
	r := rune(raw[i+low]) | rune(raw[i+1-low])<<8
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if i+4 <= len(raw) {
		if r = utf16.DecodeRune(r, rune(raw[i+2+low])|rune(raw[i+3-low])<<8); r != utf8.RuneError {
			return r, 4
		}
	}
	return bad, 2
}

func decodeUTF16(cs *charset, d *decoding, raw []byte, s Span) {
	d.out.Grow(s.Len() * 3 / 2)
	raw = raw[:s.End]
	var p plainRun
	for i := s.Start; i < s.End; {
		p.n = 0
		for n := i; n+2 <= s.End && p.add(rune(raw[n+cs.low])|rune(raw[n+1-cs.low])<<8); {
			n += 2
		}
		if p.n > 0 {
			i += d.plain(&p, i)
			continue
		}
		i += cs.putNext(d, raw, i)
	}
}
