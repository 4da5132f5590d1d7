package review

// What the page holds of a document, in the terms of its script: places are
// UTF-16 code units of the decoded text.

import (
	"math"
	"sort"
	"unicode/utf8"

	"unionrep/extract"
	"unionrep/normalize"
)

type content struct {
	Encoding string   `json:"encoding"`
	Text     string   `json:"text"` // as the file has it, decoded
	Reasons  []reason `json:"reasons"`
	Edits    []edit   `json:"edits"`
	Copies   []copied `json:"copies"`
	Figures  []figure `json:"figures"`
}

// A place is a half-open stretch of the text.
type place [2]int

// A reason is why edits were made.
type reason struct {
	Pass string `json:"pass"`
	Name string `json:"name"`
	Flag string `json:"flag"`
}

type edit struct {
	At     place   `json:"at"`
	To     string  `json:"to"`
	Reason int     `json:"reason"` // index of Reasons
	Sure   float64 `json:"sure"`
}

// A copied stretch of the text repeats another one.
type copied struct {
	At   place `json:"at"`
	Kept place `json:"kept"`
}

// A figure is a record with its places in the text. Numbers are their digits:
// the script must not round them.
type figure struct {
	*extract.Record
	Value string  `json:"value"`
	Max   string  `json:"max"`
	Low   string  `json:"low"`
	High  string  `json:"high"`
	At    place   `json:"at"`
	Again []place `json:"again"` // where it stands once more
}

func newContent(text *normalize.Text, records []extract.Record) content {
	x := indexed(text)
	d := content{
		Encoding: text.Encoding(), Text: text.DecodedText(),
		Reasons: []reason{}, Edits: []edit{}, Copies: []copied{}, Figures: []figure{},
	}
	known := map[*normalize.Reason]int{}
	for _, e := range text.Edits() {
		k, ok := known[e.Reason]
		if !ok {
			k = len(d.Reasons)
			known[e.Reason] = k
			d.Reasons = append(d.Reasons, reason{e.Reason.Pass, e.Reason.Name, e.Reason.Flag})
		}
		d.Edits = append(d.Edits, edit{x.place(e.Start, e.End), e.To, k, math.Round(e.Sure*1000) / 1000})
	}
	for _, c := range text.Copies() {
		kept := text.Decoded(c.Kept.Start, c.Kept.End)
		d.Copies = append(d.Copies, copied{
			At:   x.place(c.Again.Start, c.Again.End),
			Kept: x.place(kept[0].Start, kept[len(kept)-1].End),
		})
	}
	for i := range records {
		d.Figures = append(d.Figures, x.figure(&records[i]))
	}
	return d
}

func (x *index) figure(r *extract.Record) figure {
	f := figure{Record: r, Value: r.Value.String(), At: x.raw(r.Start, r.End), Again: []place{}}
	if r.Max != nil {
		f.Max = r.Max.String()
	}
	if r.Low != nil {
		f.Low = r.Low.String()
	}
	if r.High != nil {
		f.High = r.High.String()
	}
	for _, c := range r.Copies {
		f.Again = append(f.Again, x.raw(c.Start, c.End))
	}
	return f
}

// step is how many bytes of text lie between two counts of an index.
const step = 512

// An index maps places of a text to UTF-16 code units.
type index struct {
	text   *normalize.Text
	counts []int // code units before each multiple of step
}

func indexed(text *normalize.Text) *index {
	x := &index{text: text}
	n := 0
	for i, r := range text.DecodedText() {
		for len(x.counts)*step <= i {
			x.counts = append(x.counts, n)
		}
		n += units(r)
	}
	return x
}

// units is how many UTF-16 code units a character is.
func units(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

// place is the place of bytes start to end of the decoded text.
func (x *index) place(start, end int) place { return place{x.at(start), x.at(end)} }

func (x *index) at(i int) int {
	if len(x.counts) == 0 {
		return 0
	}
	decoded := x.text.DecodedText()
	k := min(i/step, len(x.counts)-1)
	from := k * step
	for !utf8.RuneStart(decoded[from]) { // the count is of what begins before from
		from++
	}
	n := x.counts[k]
	for _, r := range decoded[from:max(from, i)] {
		n += units(r)
	}
	return n
}

// raw is the place of bytes start to end of the file.
func (x *index) raw(start, end int) place {
	return x.place(x.decoded(start), x.decoded(end))
}

// decoded is the byte of the decoded text from which on it stands for what lies
// at or behind byte i of the file.
func (x *index) decoded(i int) int {
	decoded := x.text.DecodedText()
	at := sort.Search(len(decoded), func(k int) bool {
		for k > 0 && !utf8.RuneStart(decoded[k]) {
			k--
		}
		_, n := utf8.DecodeRuneInString(decoded[k:])
		return x.text.RawSpan(normalize.Span{Start: k, End: k + n}).Start >= i
	})
	return at
}
