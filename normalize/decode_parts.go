package normalize

import (
	"bytes"
	"math"
	"slices"
	"strings"
)

// Files of parts in different encodings: the reading that is the least
// surprising as a whole, where it may go on in another encoding at any byte, at
// a price. It is found by dynamic programming, like the likeliest path through
// a hidden Markov model (Viterbi 1967). Only the neighbourhood of what looks
// wrong in one encoding is read so.

const (
	priceAtLine   = 45   // bits for another encoding at a line start or a byte order mark
	priceAnywhere = 75   // and elsewhere
	doubtReach    = 1024 // bytes around a doubtful character that are read anew, up to line breaks
	openPlaces    = 8    // a character has at most 4 bytes, so no more places than that are open
)

// A part is a stretch of a file in one encoding. Crawled pages are written one
// behind the other into one file without a look at their encodings.
type part struct {
	Span
	charset *charset
}

// doubt notes that the character at byte at of the decoded text looks wrong.
func (d *decoding) doubt(at int) {
	if n := len(d.doubts); n > 0 && at-d.doubts[n-1].End < 2*doubtReach {
		d.doubts[n-1].End = at
		return
	}
	d.doubts = append(d.doubts, Span{at, at})
}

// reconsider reads anew what is doubtful in a file that was read in one
// encoding.
func reconsider(s *Source, doubts []Span, main *charset) []part {
	var all []part
	add := func(p part) {
		if n := len(all); n > 0 && all[n-1].charset == p.charset && all[n-1].Len()%p.charset.unit == 0 {
			all[n-1].End = p.End
		} else if p.Len() > 0 {
			all = append(all, p)
		}
	}
	done := 0 // of the decoded text
	for _, d := range doubts {
		if d.End < done {
			continue
		}
		from := max(done, lineStart(s.decoded, d.Start-doubtReach))
		to := lineEnd(s.decoded, d.End+doubtReach)
		if from > done {
			add(part{s.between(done, from), main})
		}
		for _, p := range readAnew(s.raw, s.between(from, to), main) {
			add(p)
		}
		done = to
	}
	add(part{s.between(done, len(s.decoded)), main})
	return all
}

func lineStart(text string, i int) int { return strings.LastIndexByte(text[:max(0, i)], '\n') + 1 }

func lineEnd(text string, i int) int {
	if i = min(i, len(text)); strings.IndexByte(text[i:], '\n') < 0 {
		return len(text)
	}
	return i + strings.IndexByte(text[i:], '\n') + 1
}

// between is the part of the file that holds decoded text i to j, with the
// byte order mark where it is the first.
func (s *Source) between(i, j int) Span {
	span := Span{s.RawSpan(Span{i, i}).Start, s.RawSpan(Span{j, j}).Start}
	if i == 0 {
		span.Start = 0
	}
	if j == len(s.decoded) {
		span.End = len(s.raw)
	}
	return span
}

// A leg is a finished part of a reading, linked to the one before it.
type leg struct {
	start   int
	charset *charset
	before  *leg
}

// A reading is the best way to read the file up to some byte that ends there
// in one encoding.
type reading struct {
	bits   int
	start  int  // of its last part
	before *leg // the parts before that
	whole  *leg // with the last part; made when another reading goes on from here
}

const unread = math.MaxInt

// leg finishes the last part of a reading, which is in the encoding k.
func (r *reading) leg(k int) *leg {
	if r.whole == nil {
		r.whole = &leg{r.start, charsets[k], r.before}
	}
	return r.whole
}

// readAnew finds the parts of raw[s.Start:s.End]. What lies before and behind
// is in the encoding main.
func readAnew(raw []byte, s Span, main *charset) []part {
	var open [openPlaces][]reading // by place and charset
	for i := range open {
		open[i] = make([]reading, len(charsets))
		closePlace(open[i])
	}
	for k, cs := range charsets {
		open[s.Start%openPlaces][k] = reading{bits: border(s.Start == 0, cs == main), start: s.Start}
	}
	t := surprises()
	leading := 0 // bits of the best reading of all so far
	for i := s.Start; i < s.End; i++ {
		here := open[i%openPlaces]
		// Inside a character of the best reading there are only readings that
		// have just left it, at a price; nothing goes over from those.
		b := best(here)
		leads := here[b].bits < leading+priceAtLine
		if leads {
			leading = here[b].bits
			goOver(here, b, raw, i)
		}
		for k, cs := range charsets {
			if here[k].bits == unread {
				continue
			}
			bits, n := t.of(cs, raw[:s.End], i)
			if next := &open[(i+n)%openPlaces][k]; here[k].bits+bits < next.bits {
				*next = here[k]
				next.bits += bits
			}
			if cs.unit == 2 && k == b && leads {
				loseByte(here, &open[(i+1)%openPlaces][k], k, i)
			}
		}
		closePlace(here)
	}
	end := open[s.End%openPlaces]
	for k, cs := range charsets {
		if end[k].bits != unread {
			end[k].bits += border(s.End == len(raw), cs == main)
		}
	}
	return parts(end, s.End)
}

// border is the price of an encoding at the border of what is read anew.
func border(ofFile, isMain bool) int {
	if ofFile || isMain {
		return 0
	}
	return priceAtLine
}

// goOver lets reading b, which ends at byte i, go on in any encoding.
func goOver(here []reading, b int, raw []byte, i int) {
	price := priceAnywhere
	if startsLine(raw, i) {
		price = priceAtLine
	}
	bits := here[b].bits + price
	for k := range here {
		if bits < here[k].bits {
			here[k] = reading{bits: bits, start: i, before: here[b].leg(b)}
		}
	}
}

// loseByte lets reading k, in which a byte was lost, go on in step behind an
// odd byte that is no character.
func loseByte(here []reading, next *reading, k, i int) {
	if bits := here[k].bits + surprisingByte + priceAnywhere; bits < next.bits {
		*next = reading{bits: bits, start: i + 1, before: here[k].leg(k)}
	}
}

// startsLine tells a place behind a line break of any encoding, or before a
// byte order mark.
func startsLine(raw []byte, i int) bool {
	if i == 0 || raw[i-1] == '\n' || i > 1 && raw[i-1] == 0 && raw[i-2] == '\n' {
		return true
	}
	switch raw[i] {
	case bom[0], utf16LE.bom[0], utf16BE.bom[0]:
		return bytes.HasPrefix(raw[i:], []byte(bom)) || bytes.HasPrefix(raw[i:], []byte(utf16LE.bom)) || bytes.HasPrefix(raw[i:], []byte(utf16BE.bom))
	}
	return false
}

func closePlace(here []reading) {
	for k := range here {
		here[k] = reading{bits: unread}
	}
}

func best(here []reading) int {
	b := 0
	for k := range here {
		if here[k].bits < here[b].bits {
			b = k
		}
	}
	return b
}

// parts are the parts of the best of the readings, which end at end.
func parts(readings []reading, end int) []part {
	b := best(readings)
	var all []part
	for s := (&leg{readings[b].start, charsets[b], readings[b].before}); s != nil; s = s.before {
		if s.start < end {
			all = append(all, part{Span{s.start, end}, s.charset})
		}
		end = s.start
	}
	slices.Reverse(all)
	return all
}
