package normalize

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// Files that are no text: known by how they start, or by what comes out when
// they are decoded.

// ErrBinary is returned for a file that is no text in any encoding.
var ErrBinary = errors.New("not a text file")

// signatures are how kinds of files start that people take for texts.
var signatures = []struct{ start, what string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive (as .docx, .xlsx, .pptx and .epub are)"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .ppt)"},
	{"{\\rtf", "an RTF document"},
	{"\x89PNG\r\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"II*\x00", "a TIFF image"},
	{"MM\x00*", "a TIFF image"},
	{"\x1f\x8b\x08", "gzip-compressed data"},
	{"BZh", "bzip2-compressed data"},
	{"\xfd7zXZ\x00", "xz-compressed data"},
	{"\x28\xb5\x2f\xfd", "zstd-compressed data"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\x7fELF", "a program"},
	{"MZ\x90\x00", "a program"},
}

// binaryFile tells files of other kinds by their first bytes.
func binaryFile(raw []byte) error {
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.start)) {
			return fmt.Errorf("%w: it starts as %s does; turn it into text first", ErrBinary, s.what)
		}
	}
	return nil
}

const (
	looked  = 64 << 10 // how much of a text is searched for control characters
	mostBad = 10       // a text has fewer than one control or invalid character in so many
	fewBad  = 16       // so many are no matter however short the text
)

// binaryText tells data that is no text by what decoding made of it: a NUL, or
// a large share of control characters and invalid bytes.
func (s *Source) binaryText() error {
	if i := strings.IndexByte(s.decoded, 0); i >= 0 {
		return fmt.Errorf("%w: NUL at byte %d, read as %s", ErrBinary, s.RawSpan(Span{i, i + 1}).Start, s.Encoding())
	}
	head := s.decoded[:min(looked, len(s.decoded))]
	first, bad := len(head), 0
	for i := range len(head) {
		if isControl(head[i]) {
			first = min(first, i)
			bad++
		}
	}
	for _, span := range s.invalid {
		if span.Start >= len(head) {
			break
		}
		first = min(first, span.Start)
		bad += span.Len() / len("\ufffd")
	}
	if all := codePoints(head); bad > fewBad && bad*mostBad > all {
		return fmt.Errorf("%w: %d of its first %d characters are control characters or invalid, the first at byte %d, read as %s",
			ErrBinary, bad, all, s.RawSpan(Span{first, first + 1}).Start, s.Encoding())
	}
	return nil
}

// isControl tells the control characters that texts do not use. Form feed and
// ^Z (the end of a file under DOS) do occur.
func isControl(c byte) bool {
	const used = 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r' | 1<<0x1a | 1<<0x1b
	return c < 0x20 && used>>c&1 == 0 || c == 0x7f
}
