package extract

// Where a figure stands in its file, and what an edit did to it there.

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize"
)

// evidence is where a quantity stands in the decoded text: of the halves that
// a pass moved together the one with the digits.
func (x *extractor) evidence(q quantity.Quantity) (place normalize.Span, joined bool) {
	spans := x.text.Decoded(q.Start, q.End)
	if len(spans) == 1 {
		return spans[0], false
	}
	decoded := x.text.DecodedText()
	for _, s := range spans {
		if strings.ContainsAny(decoded[s.Start:s.End], "0123456789０１２３４５６７８９一二两三四五六七八九十百千") {
			return s, true
		}
	}
	return spans[0], true
}

// copies are the places where an accident of extraction repeats a quantity.
func (x *extractor) copies(q quantity.Quantity) []Place {
	places := []Place{}
	for _, s := range x.text.CopiesOf(q.Start, q.End) {
		raw := x.text.RawSpan(s)
		places = append(places, Place{raw.Start, raw.End})
	}
	return places
}

// flags say why a figure needs care: an edit that may be wrong touches it.
func (x *extractor) flags(q quantity.Quantity, f attach.Figure, joined bool) []string {
	flags := []string{}
	add := func(flag string) {
		for _, have := range flags {
			if have == flag {
				return
			}
		}
		flags = append(flags, flag)
	}
	for _, s := range x.text.Decoded(f.Start, f.End) {
		for _, e := range x.text.EditsIn(s) {
			if e.Reason.Wide {
				add(e.Reason.Flag)
			}
		}
	}
	for _, s := range x.text.Decoded(x.beside(q)) {
		for _, e := range x.text.EditsIn(s) {
			if e.Reason.Flag != "" {
				add(e.Reason.Flag)
			}
		}
	}
	if joined {
		add("joined")
	}
	return flags
}

// beside is a quantity with the characters that are no text on either side of
// it, which may have been digits of it.
func (x *extractor) beside(q quantity.Quantity) (start, end int) {
	const broken = "\ufffd"
	start, end = q.Start, q.End
	for strings.HasSuffix(x.clean[:start], broken) {
		start -= len(broken)
	}
	for strings.HasPrefix(x.clean[end:], broken) {
		end += len(broken)
	}
	return start, end
}

// DocumentID is a short name of a document's bytes: its SHA-256, cut. It is
// Record.Doc.
func DocumentID(raw []byte) string {
	sum := sha256.Sum256(raw)
	return "d" + hex.EncodeToString(sum[:])[:15]
}

// RecordID is a short name of a place in a document. It begins with f, so no
// spreadsheet takes it for a number. It is Record.ID.
func RecordID(doc string, raw normalize.Span) string {
	sum := sha256.Sum256([]byte(doc + ":" + strconv.Itoa(raw.Start) + ":" + strconv.Itoa(raw.End)))
	return "f" + hex.EncodeToString(sum[:])[:15]
}
