// Package quantity finds the quantities of a text: a number with its bound
// words and its unit, and nothing of what looks like one and is none.
//
// The text is clean: simplified script and half-width digits, though the
// traditional characters that numbers and units are written in (萬 億 兩 個) are
// read as well. What a linguist could correct stands in the CSV files of this
// package; the grammar is code.
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
	Low, High          numeral.Decimal // the interval that the words allow, by the convention of Bound
	HighOpen           bool            // the words name no upper end (超过300, 300以上); High is Value then
	Bound              Bound
	Unit               string // canonical: 人次 for 人(次), % for ％ and 百分之, 元 for 圆
	Kind               Kind
	Optional           bool   // what GUIDE.md calls optional by its form: durations, 一 + classifier, figures of speech
	Rule               string // what read it: quantity.money, quantity.percent …
}

// A Bound says how the value bounds what is counted, and so which interval
// from Low to High the words allow. A step is one step of the last digit that
// the text gives: 10 million for 3000万, 0.1 for 85.5.
type Bound uint8

// The bounds, named as in the record.
const (
	Exact  Bound = iota // Low = High = Value
	Over                // 3000余: up to one step above Value; 超过3000, 3000以上: no upper end
	Nearly              // one step below Value, of the next smaller digit where that would reach 0 (近100: 90 to 100), to Value
	About               // half a step to either side
	AtMost              // from 0 to Value
	Range               // Low = Value, High = Max
)

// String is the bound's name in the record.
func (b Bound) String() string { return Bounds()[b] }

// Bounds are the names of the bounds.
func Bounds() []string { return []string{"exact", "over", "nearly", "about", "at_most", "range"} }

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

// String is the kind's name in the record.
func (k Kind) String() string { return KindNames()[k] }

// KindNames are the names of the kinds.
func KindNames() []string {
	return []string{"other", "money", "people", "count", "ratio", "measure", "duration"}
}
