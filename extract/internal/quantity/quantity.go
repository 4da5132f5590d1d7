// Package quantity finds the quantities of a text: a number with its bound
// words and its unit, and nothing of what looks like one and is none.
package quantity

import "unionrep/extract/internal/numeral"

// A Quantity is one number of the text with what belongs to it. All offsets
// are bytes of the text that was scanned.
type Quantity struct {
	Start, End         int // from a glued bound word to the unit or the bound word behind it
	NumStart, NumEnd   int // the number, with its multiplier (万, 亿), without bound words
	UnitStart, UnitEnd int // the unit, equal where there is none
	Value              numeral.Decimal
	Max                numeral.Decimal // the upper end of a Range
	Low, High          numeral.Decimal // the interval that the words allow
	Bound              Bound
	Unit               string // canonical: 人次 for 人(次), % for ％ and 百分之, 元 for 圆
	Kind               Kind
	Optional           bool   // what GUIDE.md calls optional by its form: durations, 一 + classifier, figures of speech
	Rule               string // what read it: quantity.money, quantity.percent …
}

// A Bound says how the value bounds what is counted.
type Bound uint8

// The bounds, named as in the record.
const (
	Exact Bound = iota
	Over
	Nearly
	About
	AtMost
	Range
)

// A Kind is a sort of quantity.
type Kind uint8

// The kinds, named as in the record.
const (
	Other Kind = iota
	Money
	People
	Count
	Ratio
	Measure
	Duration
)

// Scan appends the quantities of text[from:to] to dst, in order, without
// overlap. Context outside from and to is looked at but not reported.
func Scan(dst []Quantity, text string, from, to int) []Quantity { return dst }
