package normalize

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A Source is a file decoded to UTF-8 that knows where in the file each
// character lies. It is safe for concurrent use.
type Source struct {
	raw      []byte
	decoded  string
	runs     []run  // in order; nil where decoded and raw are the same bytes
	invalid  []Span // decoded text that stands for bytes that are no character
	parts    []part // in order, together the file
	evidence string
	page     bool   // it is an HTML page
	better   string // the encoding that the file looks like, where it was told another
	lines    func() *lineIndex
}

// Decode reads raw as text in the named encoding, or in those that it finds.
// Each byte that is no character becomes a U+FFFD, which Clean keeps an edit
// for. The error says where and why raw is no text (ErrBinary) or which names
// there are (ErrEncoding).
func Decode(raw []byte, encoding string) (*Source, error) {
	if encoding != "" {
		cs, err := charsetOf(encoding)
		if err != nil {
			return nil, err
		}
		s, _ := read(raw, []part{{Span{0, len(raw)}, cs}})
		s.evidence = "as told"
		if other := misread(raw, cs); other != nil {
			s.better = other.name
		}
		return checked(s)
	}
	if err := binaryFile(raw); err != nil {
		return nil, err
	}
	cs, why := detect(raw)
	s, doubts := read(raw, []part{{Span{0, len(raw)}, cs}})
	if len(doubts) > 0 {
		if parts := reconsider(s, doubts, cs); len(parts) > 1 || parts[0].charset != cs {
			s, _ = read(raw, parts)
		}
	}
	s.evidence = why
	return checked(s)
}

// checked refuses what is no text.
func checked(s *Source) (*Source, error) {
	if err := s.binaryText(); err != nil {
		return nil, err
	}
	return s, nil
}

// read decodes a file of which the parts are known, and returns the places in
// the decoded text that look as if they were not right.
func read(raw []byte, parts []part) (s *Source, doubts []Span) {
	d := &decoding{}
	for _, p := range parts {
		if p.Start == 0 && strings.HasPrefix(string(raw[:min(4, p.Len())]), p.charset.bom) {
			p.Start = len(p.charset.bom)
		}
		p.charset.decode(p.charset, d, raw, p.Span)
	}
	s = &Source{raw: raw, decoded: d.text(), runs: d.runs, invalid: d.invalid, parts: parts}
	s.lines = sync.OnceValue(func() *lineIndex { return indexLines(s.decoded) })
	return s, d.doubts
}

// Raw is the file as it lies on disk.
func (s *Source) Raw() []byte { return s.raw }

// DecodedText is the file decoded to UTF-8, noise and all, without the byte
// order mark that it starts with.
func (s *Source) DecodedText() string { return s.decoded }

// Encoding is the encoding that the file was read in, by its WHATWG name, or
// the encodings of its parts, each named once, with commas between.
func (s *Source) Encoding() string {
	var names []string
	for _, p := range s.parts {
		if !slices.Contains(names, p.charset.name) {
			names = append(names, p.charset.name)
		}
	}
	return strings.Join(names, ",")
}

// Better is the encoding that the file looks like where Decode was told another
// one; empty where it was told none, or one that fits.
func (s *Source) Better() string { return s.better }

// Evidence says in a line why the file is read in its encoding, and in which
// encoding each of several parts is.
func (s *Source) Evidence() string {
	if len(s.parts) == 1 {
		return s.evidence
	}
	var parts []string
	for _, p := range s.parts {
		parts = append(parts, fmt.Sprintf("bytes %d-%d %s", p.Start, p.End, p.charset.name))
	}
	return strings.Join(parts, ", ") + "; of the whole: " + s.evidence
}
