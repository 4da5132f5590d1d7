package normalize

import "sync"

// A Source is a file decoded to UTF-8 that knows where in the file each
// character lies. It is safe for concurrent use.
type Source struct {
	raw      []byte
	decoded  string
	runs     []run  // in order; nil where decoded and raw are the same bytes
	invalid  []Span // decoded text that stands for bytes that are no character
	encoding string
	lines    func() *lineIndex
}

// Decode reads raw as text in the named encoding, or in the one that it finds.
// Each byte that is no character becomes a U+FFFD, which Clean keeps an edit
// for. The error says where and why raw is no text (ErrBinary).
func Decode(raw []byte, encoding string) (*Source, error) {
	if err := binaryFile(raw); err != nil {
		return nil, err
	}
	cs := detect(raw)
	d := decoding{}
	cs.decode(&d, raw, len(raw)-len(trimBOM(raw)))
	s := &Source{raw: raw, decoded: d.text(), runs: d.runs, invalid: d.invalid, encoding: cs.name}
	if err := s.binaryText(); err != nil {
		return nil, err
	}
	s.lines = sync.OnceValue(func() *lineIndex { return indexLines(s.decoded) })
	return s, nil
}

// Raw is the file as it lies on disk.
func (s *Source) Raw() []byte { return s.raw }

// DecodedText is the file decoded to UTF-8, noise and all, without a byte
// order mark.
func (s *Source) DecodedText() string { return s.decoded }

// Encoding is the encoding that the file was read in, by its WHATWG name.
func (s *Source) Encoding() string { return s.encoding }
