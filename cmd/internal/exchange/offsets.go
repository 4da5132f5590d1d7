package exchange

import (
	"fmt"
	"unicode/utf8"
)

// A Unit is what a tool counts positions in a text in.
//
// doccano counts UTF-16 code units, as its browser side does (doccano issues
// 2290 and 2484; its component v-annotator takes the offsets of the browser's
// selection as they are), unless a project is set to count grapheme clusters,
// which is not supported here. Label Studio has counted code points since 2022, so
// that text[start:end] is right in Python; before, it counted UTF-16 code
// units (pull request 308 of label-studio-frontend, issues 1008 and 1347). The
// two differ only behind characters beyond U+FFFF: emoji, and rare ideographs.
type Unit string

// The units.
const (
	CodePoints Unit = "codepoints"
	UTF16      Unit = "utf16"
)

// Units are the names of the units.
func Units() []string { return []string{string(CodePoints), string(UTF16)} }

// UnitOf is the unit that a format's tool counts in, as far as is known.
func UnitOf(f Format) Unit {
	if f == Doccano {
		return UTF16
	}
	return CodePoints
}

// width is how many units a character counts.
func (u Unit) width(r rune) int {
	if u == UTF16 && r > 0xffff {
		return 2
	}
	return 1
}

// An index turns byte offsets of a text into positions in a unit, and back.
type index struct {
	positions map[int]int // of each byte offset where a character begins, and of the end
	at        map[int]int // byte offset of each position where a character begins, and of the end
}

func newIndex(text string, unit Unit) *index {
	x := &index{positions: map[int]int{}, at: map[int]int{}}
	position := 0
	for i := 0; ; {
		x.positions[i], x.at[position] = position, i
		if i == len(text) {
			return x
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i, position = i+n, position+unit.width(r)
	}
}

// position is the position of byte offset i, where a character begins.
func (x *index) position(i int) int { return x.positions[i] }

// span is the bytes from one position to another.
func (x *index) span(start, end int) (from, to int, err error) {
	from, ok := x.at[start]
	to, too := x.at[end]
	if !ok || !too || start >= end {
		return 0, 0, fmt.Errorf("%d to %d is outside the text, or cuts a character", start, end)
	}
	return from, to, nil
}
