package sample

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

// A corpus is generated reports with records that have known errors: what is
// true of each record and each sentence, by its place.
type corpus struct {
	rows   []Row
	right  map[string]string // of a record, by id: y, n or none
	missed map[string]int    // of a sentence, by place
	truth  Estimates
}

// generate writes reports and the records of a reader that misses figures,
// reads some wrong and takes dates for figures, each more often in some sorts
// of sentences than in others, and all of it less often the better it is.
func generate(t *testing.T, seed uint64, better int) *corpus {
	t.Helper()
	c := &corpus{right: map[string]string{}, missed: map[string]int{}}
	random := rand.New(rand.NewPCG(seed, 0))
	right, figures, records := 0, 0, 0
	for d := range 40 {
		var text strings.Builder
		var read []extract.Record
		add := func(source, kind, truth string, flags []string) {
			r := extract.Record{
				ID: fmt.Sprintf("f%d-%d", d, len(read)), Start: text.Len(), End: text.Len() + len(source),
				Kind: kind, Quantity: source, Source: source, Flags: flags, Optional: random.IntN(12) == 0,
			}
			c.right[r.ID] = truth
			read = append(read, r)
			records++
			if truth == "y" {
				right++
			}
		}
		for s := range 60 {
			missed := 0
			place := fmt.Sprintf("%d.txt:%d", d, s+1)
			fmt.Fprintf(&text, "第%c组%c街道工会", rune('甲'+random.IntN(5)), rune(0x4e10+random.IntN(5000)))
			switch sort := random.IntN(10); {
			case sort < 4: // no figure
				fmt.Fprintf(&text, "组织学习%c%c", rune(0x5010+random.IntN(3000)), rune(0x5010+random.IntN(3000)))
			case sort == 4: // a date
				date := fmt.Sprintf("%d年", 1990+random.IntN(30))
				text.WriteString("成立于")
				if random.IntN(5*better) == 0 {
					add(date, "duration", "none", nil)
				}
				text.WriteString(date)
			case sort == 5: // a figure in Chinese numerals
				figures++
				text.WriteString("看望职工")
				quantity := string([]rune("二三四五六七八九")[random.IntN(8)]) + "十户"
				if random.IntN(4*better) > 0 {
					add(quantity, "people", "y", nil)
				} else {
					missed++
				}
				text.WriteString(quantity)
			default: // one to three figures
				for range 1 + random.IntN(3) {
					figures++
					kind := []string{"money", "people", "count", "ratio"}[random.IntN(4)]
					quantity := strconv.Itoa(10+random.IntN(9000)) + map[string]string{"money": "万元", "people": "人", "count": "家", "ratio": "‰"}[kind]
					text.WriteString("涉及")
					switch luck := random.IntN(100 * better); {
					case luck < 8:
						missed++
					case luck < 14:
						add(quantity, kind, "n", nil)
					case luck < 18:
						add(quantity, kind, "n", []string{"repaired"})
					case luck < 22:
						add(quantity, kind, "y", []string{"repaired"})
					default:
						add(quantity, kind, "y", nil)
					}
					text.WriteString(quantity)
				}
			}
			text.WriteString("。\n\n")
			c.missed[place] = missed
		}
		clean, err := normalize.Clean([]byte(text.String()), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		c.rows = append(c.rows, Rows(fmt.Sprintf("%d.txt", d), clean, read)...)
	}
	c.truth = Estimates{
		Precision: Estimate{Value: float64(right) / float64(records)},
		Recall:    Estimate{Value: float64(right) / float64(figures)},
		F1:        Estimate{Value: 2 * float64(right) / float64(records+figures)},
		Records:   records, Figures: float64(figures),
	}
	return c
}

// fill fills a sheet in as somebody would who makes no mistakes.
func (c *corpus) fill(t *testing.T, sheet []byte) []byte {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(sheet)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for _, row := range rows[1:] {
		line, _ := strconv.Atoi(row[at["line"]])
		missed, ok := c.missed[fmt.Sprintf("%s:%d", row[at["file"]], (line+1)/2)]
		if !ok {
			t.Fatalf("no sentence at %s:%d", row[at["file"]], line)
		}
		row[at["right"]], row[at["missed"]] = c.right[row[at["id"]]], strconv.Itoa(missed)
	}
	var filled bytes.Buffer
	w := csv.NewWriter(&filled)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return filled.Bytes()
}

// Of 100 samples, the intervals of at least 93 hold what is true of the whole
// corpus, and the estimates lie around it.
func TestCoverage(t *testing.T) {
	for _, k := range []struct {
		better, n int
	}{{1, 120}, {1, 300}, {6, 120}, {6, 300}} {
		c := generate(t, 1, k.better)
		if got := c.truth.Records; got < 1500 {
			t.Fatalf("only %d records", got)
		}
		held, off := map[string]int{}, map[string]float64{}
		for seed := range 100 {
			e := c.estimate(t, k.n, uint64(seed))
			if e.Records != c.truth.Records {
				t.Fatalf("%d records, want %d", e.Records, c.truth.Records)
			}
			for name, pair := range map[string][2]Estimate{
				"precision": {e.Precision, c.truth.Precision}, "recall": {e.Recall, c.truth.Recall}, "F1": {e.F1, c.truth.F1},
			} {
				got, want := pair[0], pair[1].Value
				if got.Low <= want && want <= got.High {
					held[name]++
				}
				off[name] += (got.Value - want) / 100
			}
		}
		for _, name := range []string{"precision", "recall", "F1"} {
			t.Logf("%d rows, %s: held %d of 100, off by %.4f on average", k.n, name, held[name], off[name])
			if held[name] < 93 {
				t.Errorf("%d rows: the interval of %s holds the truth in %d of 100 samples", k.n, name, held[name])
			}
			if math.Abs(off[name]) > 0.01 {
				t.Errorf("%d rows: %s is off by %.4f on average", k.n, name, off[name])
			}
		}
		t.Logf("of %d records and %.0f figures; precision %.3f recall %.3f", c.truth.Records, c.truth.Figures, c.truth.Precision.Value, c.truth.Recall.Value)
	}
}

// estimate draws n rows, fills them in and reads them back.
func (c *corpus) estimate(t *testing.T, n int, seed uint64) Estimates {
	t.Helper()
	drawn, err := Draw(c.rows, n, seed)
	if err != nil {
		t.Fatal(err)
	}
	var sheet bytes.Buffer
	w := bufio.NewWriter(&sheet)
	if err := Write(w, drawn, "csv"); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	answers, err := Read(c.fill(t, sheet.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if len(answers) != n {
		t.Fatalf("%d answers, want %d", len(answers), n)
	}
	return Of(answers)
}
