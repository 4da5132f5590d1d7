package normalize

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

// A Source is a file decoded to UTF-8 that knows where in the file each
// character lies.
type Source struct {
	raw      []byte
	decoded  string
	runs     []run // in order; nil where decoded and raw are the same bytes
	encoding string
}

// A run is a stretch of characters that are all equally wide, in the file and
// in the decoded text.
type run struct {
	decoded, raw  int   // where it starts
	wide, wideRaw uint8 // bytes a character
}

// ErrBinary is returned for a file that is no text in any encoding.
var ErrBinary = errors.New("not a text file")

// Decode reads raw as text in the named encoding, or in the one that it finds.
func Decode(raw []byte, encoding string) (*Source, error) {
	body := bytes.TrimPrefix(raw, []byte("\ufeff"))
	if bytes.IndexByte(body, 0) >= 0 {
		return nil, ErrBinary
	}
	s := &Source{raw: raw, decoded: string(body), encoding: "utf-8"}
	if n := len(raw) - len(body); n > 0 {
		s.runs = []run{{0, n, 1, 1}}
	}
	if !utf8.ValidString(s.decoded) {
		return nil, ErrBinary
	}
	return s, nil
}

// Raw is the file as it lies on disk.
func (s *Source) Raw() []byte { return s.raw }

// DecodedText is the file decoded to UTF-8, noise and all.
func (s *Source) DecodedText() string { return s.decoded }

// Encoding is the encoding that the file was read in, by its WHATWG name.
func (s *Source) Encoding() string { return s.encoding }

// RawSpan maps a span of the decoded text to the bytes of the file it was
// decoded from.
func (s *Source) RawSpan(d Span) Span {
	if s.runs == nil {
		return d
	}
	return Span{d.Start + s.runs[0].raw, d.End + s.runs[0].raw}
}

// Position is the line and column of a byte of the decoded text, both from 1,
// the column in code points. CR LF is one break.
func (s *Source) Position(i int) (line, column int) {
	head := s.decoded[:i]
	line = strings.Count(head, "\n") + 1
	return line, utf8.RuneCountInString(head[strings.LastIndexByte(head, '\n')+1:]) + 1
}
