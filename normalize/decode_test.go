package normalize

import (
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecodeSpec(t *testing.T) {
	f, err := os.Open("../testdata/spec/encoding.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		note, encoding, text := row[0], row[2], row[3]
		raw, err := hex.DecodeString(strings.ReplaceAll(row[1], " ", ""))
		if err != nil {
			t.Fatal(note, err)
		}
		s, err := Decode(raw, "")
		if err != nil {
			t.Errorf("%s: %v", note, err)
			continue
		}
		if s.DecodedText() != text || s.Encoding() != encoding {
			t.Errorf("%s: %q in %s (%s), want %q in %s", note, s.DecodedText(), s.Encoding(), s.Evidence(), text, encoding)
		}
		checkSpans(t, s)
	}
}

func TestDecodeBinary(t *testing.T) {
	noise := make([]byte, 4096)
	for i, r := 0, rand.New(rand.NewPCG(1, 1)); i < len(noise); i++ {
		noise[i] = byte(r.IntN(255) + 1)
	}
	for _, c := range []struct{ name, raw, cause string }{
		{"a NUL", "工会\x00慰问", "NUL at byte 6"},
		{"a NUL behind a BOM", bom + "a\x00", "NUL at byte 4"},
		{"image", "\x89PNG\r\n\x1a\n....", "PNG"},
		{"word processor", "PK\x03\x04....", "ZIP"},
		{"controls", strings.Repeat("ab\x01\x02", 100), "the first at byte 2"},
		{"noise without NUL", string(noise), "control characters or invalid"},
	} {
		_, err := Decode([]byte(c.raw), "")
		if !errors.Is(err, ErrBinary) || !strings.Contains(err.Error(), c.cause) {
			t.Errorf("%s: error %v, want one that tells %q", c.name, err, c.cause)
		}
	}
	if _, err := Decode([]byte("第一页\f第二页\x1a"), ""); err != nil {
		t.Errorf("form feed: %v", err)
	}
}

func TestEncodingByName(t *testing.T) {
	raw := []byte("\xa4u\xb7|") // 工會 in Big5
	for _, c := range []struct{ name, want string }{
		{"big5", "工會"}, {"Big5", "工會"}, {"BIG5-HKSCS", "工會"}, {"utf-16be", "ꑵ라"}, {"utf-16", "疤粷"}, {"utf-8", "\ufffdu\ufffd|"},
	} {
		if s, err := Decode(raw, c.name); err != nil || s.DecodedText() != c.want {
			t.Errorf("%s: %v, %v; want %q", c.name, s, err, c.want)
		}
	}
	_, err := Decode(raw, "gb1803")
	if !errors.Is(err, ErrEncoding) || !strings.Contains(err.Error(), "gb18030, gbk") {
		t.Errorf("unknown name: %v", err)
	}
	for _, name := range Encodings() {
		if _, err := Decode(nil, name); err != nil {
			t.Error(err)
		}
	}
}

// TestSameTextInEveryEncoding: what a report says does not depend on how it was
// saved, and each character comes from its own bytes.
func TestSameTextInEveryEncoding(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(16, 17))}
	texts := []string{g.prose(), g.table(), g.list(), simplify(t, g.prose()).Clean(), simplify(t, g.list()).Clean()}
	reports, err := filepath.Glob("../testdata/reports/*.txt")
	if err != nil || len(reports) == 0 {
		t.Fatal("no reports", err)
	}
	for _, name := range reports {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Decode(raw, "")
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, s.DecodedText())
	}
	for _, text := range texts {
		want, err := Clean([]byte(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, cs := range charsets {
			raw := encode(t, cs.name, text)
			if decodeAlone(t, cs.name, raw) != text {
				continue // Big5 has no simplified characters
			}
			for _, bom := range []string{"", cs.bom} {
				got, err := Clean(append([]byte(bom), raw...), Options{})
				if err != nil {
					t.Fatal(err)
				}
				if got.Encoding() != cs.name || got.Clean() != want.Clean() {
					t.Fatalf("%s, read as %s: clean text\n%q, want\n%q", cs.name, got.Encoding(), got.Clean(), want.Clean())
				}
				for i, c := range got.Clean() {
					a, b := got.Decoded(i, i+utf8.RuneLen(c)), want.Decoded(i, i+utf8.RuneLen(c))
					if !slices.Equal(a, b) {
						t.Fatalf("%s: %q at %d comes from %v, in UTF-8 from %v", cs.name, c, i, a, b)
					}
				}
				checkSpans(t, got.Source)
			}
		}
	}
}

func TestInvalidBytesAreTold(t *testing.T) {
	text, err := Clean([]byte("职工\xff\xfe代表3\x80名"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range text.Edits() {
		if e.Reason.Pass == "decode" {
			raw := text.RawSpan(Span{e.Start, e.End})
			got = append(got, fmt.Sprintf("%d-%d %s %s", raw.Start, raw.End, e.To, e.Reason.Flag))
		}
	}
	want := []string{"6-8 \ufffd\ufffd ambiguous", "15-16 \ufffd digit_lost"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("edits %q, want %q", got, want)
	}
}

// randomText has characters of all widths, with line breaks of all kinds.
func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		switch r.IntN(12) {
		case 0:
			b.WriteString([]string{"\n", "\r\n", "\r"}[r.IntN(3)])
		case 1, 2, 3:
			b.WriteByte(byte(' ' + r.IntN(95)))
		case 4:
			b.WriteRune(rune(0xa0 + r.IntN(0x500)))
		case 5:
			b.WriteRune(rune(0x20000 + r.IntN(0xa000)))
		default:
			b.WriteRune(rune(0x4e00 + r.IntN(0x51a0)))
		}
	}
	return b.String()
}

// damage puts random bytes into raw, keeps NUL out, and takes some away.
func damage(r *rand.Rand, raw []byte, times int) []byte {
	for range times {
		i := r.IntN(len(raw))
		switch r.IntN(3) {
		case 0:
			raw[i] = byte(1 + r.IntN(255))
		case 1:
			raw = append(raw[:i], raw[min(i+1+r.IntN(3), len(raw)):]...)
		default:
			raw = append(raw[:i], append([]byte{byte(0x80 + r.IntN(128))}, raw[i:]...)...)
		}
	}
	return raw
}

// checkSpans proves the way back: the bytes behind each character decode to
// that character, and the characters together use all of the file.
func checkSpans(t *testing.T, s *Source) {
	t.Helper()
	parts, last := s.parts, 0
	if bom := parts[0].charset.bom; strings.HasPrefix(string(s.raw), bom) {
		last = len(bom)
	}
	for i := 0; i < len(s.decoded); {
		_, n := utf8.DecodeRuneInString(s.decoded[i:])
		raw := s.RawSpan(Span{i, i + n})
		if n == 2 && i+4 <= len(s.decoded) && slices.Contains(twoRunes, s.decoded[i:i+4]) && s.RawSpan(Span{i + 2, i + 4}) == raw {
			n = 4
		}
		c := s.decoded[i : i+n]
		if raw.Start != last || raw.End <= raw.Start {
			t.Fatalf("%s (%s): character %q at %d is bytes %v, after byte %d", s.Encoding(), s.Evidence(), c, i, raw, last)
		}
		for parts[0].End <= raw.Start {
			parts = parts[1:]
		}
		// The second byte of a pair that is none may be a character elsewhere.
		second := c == "\ufffd" && raw.Len() == 1 && s.raw[raw.Start] >= utf8.RuneSelf
		if got := decodeAlone(t, parts[0].charset.name, s.raw[raw.Start:raw.End]); got != c && !second {
			t.Fatalf("%s (%s): character %q at %d is % x, which is %q", s.Encoding(), s.Evidence(), c, i, s.raw[raw.Start:raw.End], got)
		}
		i, last = i+n, raw.End
	}
	if last != len(s.raw) {
		t.Fatalf("%s: the characters end at byte %d of %d", s.Encoding(), last, len(s.raw))
	}
}

// codecs is what golang.org/x/text makes of each encoding.
var codecs = map[string]encoding.Encoding{
	"utf-8":    unicode.UTF8,
	"gb18030":  simplifiedchinese.GB18030,
	"big5":     traditionalchinese.Big5,
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
}

func decodeAlone(t testing.TB, name string, raw []byte) string {
	t.Helper()
	text, err := codecs[name].NewDecoder().Bytes(raw)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// encode leaves out what the encoding does not have.
func encode(t testing.TB, name, text string) []byte {
	t.Helper()
	var raw []byte
	e := codecs[name].NewEncoder()
	for _, c := range text {
		if b, err := e.Bytes([]byte(string(c))); err == nil {
			raw = append(raw, b...)
		}
	}
	return raw
}

func TestRawSpan(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	for range 40 {
		text := randomText(r, 20+r.IntN(200))
		for _, cs := range charsets {
			raw := encode(t, cs.name, text)
			whole := decodeAlone(t, cs.name, raw)
			for _, bom := range []string{"", cs.bom} {
				for _, times := range []int{0, 1, 1 + len(raw)/100} {
					file := damage(r, []byte(bom+string(raw)), times)
					s, _ := read(file, []part{{Span{0, len(file)}, cs}})
					if times == 0 && s.decoded != whole {
						t.Fatalf("%s: decodes to %q, want %q", cs.name, s.decoded, whole)
					}
					checkSpans(t, s)
				}
			}
		}
	}
}

// place counts lines and columns from the start of the text.
func place(text string, at int) (line, column int) {
	line, column = 1, 1
	for i, c := range text[:at] {
		switch {
		case c == '\n' && i > 0 && text[i-1] == '\r':
		case c == '\n', c == '\r' && (i+1 == len(text) || text[i+1] != '\n' || i+1 < at):
			line, column = line+1, 1
		default:
			column++
		}
	}
	return line, column
}

func TestPosition(t *testing.T) {
	for _, c := range []struct {
		text         string
		at           int
		line, column int
	}{
		{"", 0, 1, 1},
		{"工会", 3, 1, 2},
		{"工会", 6, 1, 3},
		{"工\n会", 4, 2, 1},
		{"工\r\n会", 5, 2, 1},
		{"工\r会", 4, 2, 1},
		{"\n\n会", 2, 3, 1},
		{bom + "工会", 3, 1, 2},
		{"工\r\n", 5, 2, 1},
		{"工\n" + bom + "会议", 10, 2, 2},
	} {
		s, err := Decode([]byte(c.text), "")
		if err != nil {
			t.Fatal(err)
		}
		if line, column := s.Position(c.at); line != c.line || column != c.column {
			t.Errorf("%q at %d: %d:%d, want %d:%d", c.text, c.at, line, column, c.line, c.column)
		}
	}
	r := rand.New(rand.NewPCG(4, 5))
	for range 5 {
		s, err := Decode([]byte(randomText(r, 3000)), "utf-8")
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.decoded {
			if i%7 > 0 && s.decoded[i] != '\n' {
				continue
			}
			line, column := s.Position(i)
			if l, c := place(s.decoded, i); l != line || c != column {
				t.Fatalf("byte %d of %q: %d:%d, want %d:%d", i, s.decoded, line, column, l, c)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, text := range []string{"", "工会慰问职工3000名\r\n", bom + "工會慰問職工3000名", "工会\x80\x81\xff"} {
		f.Add([]byte(text), byte(0))
		for k, cs := range charsets {
			f.Add(encode(f, cs.name, strings.ToValidUTF8(text, "")), byte(k))
		}
	}
	f.Add([]byte("\x84\x31\xa4\x37\x81\x30\x81\x30\x90\x30\x81"), byte(1))
	f.Add([]byte("\x88\x62\x88\x64\x88\xa3\x88\xa5\xff"), byte(2))
	f.Fuzz(func(t *testing.T, raw []byte, k byte) {
		for _, encoding := range []string{"", charsets[int(k)%len(charsets)].name} {
			s, err := Decode(raw, encoding)
			if err != nil {
				continue
			}
			if !utf8.ValidString(s.DecodedText()) {
				t.Fatalf("decoded to %q", s.DecodedText())
			}
			checkSpans(t, s)
			for i := range len(s.decoded) + 1 {
				s.Position(i)
			}
		}
	})
}
