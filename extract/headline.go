package extract

// A number that stands as a heading takes what it counts from the line below.

import (
	"strings"

	"unionrep/normalize"
)

// headline is told each block with the first record of it. Where the block
// before is nothing but a number, that takes its noun from this one: from the
// same figure, else from the whole of a line without figures.
func (x *extractor) headline(b normalize.Block, first int) {
	line := strings.TrimSpace(x.clean[b.Start:b.End])
	if x.lone > 0 {
		number := &x.records[x.lone-1]
		x.lone = 0
		below := x.records[first:]
		for i := range below {
			if r := &below[i]; r.Value == number.Value && r.Unit == number.Unit {
				number.Indicator, number.Action, number.Subject, number.Nature, number.Topic = r.Indicator, r.Action, r.Subject, r.Nature, r.Topic
				break
			}
		}
		if len(below) == 0 && len(line) <= longestLabel {
			number.Indicator, number.Action = x.counted(strings.TrimRight(line, "。"), number.Quantity)
		}
	}
	if len(x.records) == first+1 && x.records[first].Quantity == line {
		x.lone = first + 1
	}
}
