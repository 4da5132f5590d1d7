// Package simulate makes of a report in traditional script the page that a
// copy site publishes: readings injected byte by byte into its GBK form, with
// all the damage that this does. It is the exact forward of what the damage
// pass undoes, and serves tests alone.
package simulate

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"unionrep/normalize/internal/gbk"
)

// A Site is the program of one copy site as it ran over one page.
type Site struct {
	List  map[rune]string // the characters that it annotates, each with its reading
	Marks bool            // puts something unseen before 、，；？！
	Fold  bool            // folds full-width ASCII to half width, after all the rest
}

// A Page is what the site published.
type Page struct {
	Text string
	// Damaged holds the spans of bytes of the report that do not stand on the
	// page as they were, in order.
	Damaged [][2]int
}

// marks are replaced in the same turn as the list.
const marks = "、，；？！"

// unseen is what stands before a mark; any byte below 0x40 does the same, and
// nobody knows which one it was.
const unseen = 0x00

// stream is a GBK text, each byte with the place in the report that it came
// from, -1 for what was put in.
type stream struct {
	bytes []byte
	from  []int
}

// Publish runs the site's program over a report. The error names the first
// character that GBK does not have.
func (s Site) Publish(report string) (Page, error) {
	t, err := encode(report)
	if err != nil {
		return Page{}, err
	}
	for _, r := range s.replacements() {
		t = t.replaceAll(r.old, r.before, r.after)
	}
	text, sound := t.decode()
	if s.Fold {
		text = strings.Map(fold, text)
	}
	return Page{text, damaged(report, sound)}, nil
}

type replacement struct {
	char               rune
	old, before, after []byte
}

// replacements are those of the list and of the marks, in the order in which
// the program makes them: by code point.
func (s Site) replacements() []replacement {
	var all []replacement
	for char, reading := range s.List {
		after, err := encode("(" + reading + ")")
		if err != nil {
			panic(err) // a reading is of Latin letters, which GBK has
		}
		all = append(all, replacement{char: char, after: after.bytes})
	}
	if s.Marks {
		for _, mark := range marks {
			all = append(all, replacement{char: mark, before: []byte{unseen}})
		}
	}
	for i := range all {
		code, n := gbk.Bytes(all[i].char)
		all[i].old = slices.Clone(code[:n])
	}
	slices.SortFunc(all, func(a, b replacement) int { return cmp.Compare(a.char, b.char) })
	return all
}

func encode(report string) (stream, error) {
	var t stream
	for i, r := range report {
		code, n := gbk.Bytes(r)
		if n == 0 {
			return stream{}, fmt.Errorf("byte %d: %q is not in GBK", i, r)
		}
		for _, b := range code[:n] {
			t.put(b, i)
		}
	}
	return t, nil
}

func (t *stream) put(b byte, from int) {
	t.bytes = append(t.bytes, b)
	t.from = append(t.from, from)
}

// replaceAll is the program's one fault: it looks for bytes, and finds them
// across two characters too.
func (t stream) replaceAll(old, before, after []byte) stream {
	if len(old) == 0 || !bytes.Contains(t.bytes, old) {
		return t
	}
	var out stream
	for i := 0; i < len(t.bytes); {
		if !bytes.HasPrefix(t.bytes[i:], old) {
			out.put(t.bytes[i], t.from[i])
			i++
			continue
		}
		for _, b := range before {
			out.put(b, -1)
		}
		for range old {
			out.put(t.bytes[i], t.from[i])
			i++
		}
		for _, b := range after {
			out.put(b, -1)
		}
	}
	return out
}

// decode reads the bytes as the next program in the chain did. A lead byte
// takes the byte that follows with it, whatever that is: the two are a
// character, or nothing where the pair has none, or `?` where the second is
// ASCII. sound tells which places of the report came out as they were.
func (t stream) decode() (text string, sound map[int]bool) {
	var out strings.Builder
	sound = map[int]bool{}
	for i := 0; i < len(t.bytes); {
		b := t.bytes[i]
		switch {
		case b == unseen:
			i++
		case b == gbk.Euro:
			out.WriteRune('€')
			i++
		case !gbk.IsLead(b):
			out.WriteByte(b)
			sound[t.from[i]] = i == 0 || t.from[i-1] != t.from[i] // no trail byte left alone
			i++
		case i+1 == len(t.bytes) || !gbk.IsTrail(t.bytes[i+1]):
			out.WriteByte('?')
			i += 2
		default:
			if r := gbk.Rune(b, t.bytes[i+1]); r != 0 {
				out.WriteRune(r)
				sound[t.from[i]] = t.from[i] == t.from[i+1]
			}
			i += 2
		}
	}
	return out.String(), sound
}

func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

func damaged(report string, sound map[int]bool) [][2]int {
	var spans [][2]int
	for i, r := range report {
		end := i + len(string(r))
		switch n := len(spans); {
		case sound[i]:
		case n > 0 && spans[n-1][1] == i:
			spans[n-1][1] = end
		default:
			spans = append(spans, [2]int{i, end})
		}
	}
	return spans
}
