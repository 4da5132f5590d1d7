package period

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// rows are the rows of a spec file below its header, comments left out.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("../../../testdata/spec/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	r.LazyQuotes = true
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func find(text string) string {
	var words []string
	for _, e := range Find(nil, text, 0, len(text)) {
		words = append(words, text[e.Start:e.End])
	}
	return strings.Join(words, "|")
}

// testdata/spec/times.csv holds the time words of a sentence.
func TestFind(t *testing.T) {
	for _, row := range rows(t, "times.csv") {
		if got := find(row[0]); got != row[1] {
			t.Errorf("%s\n\t%s, want %s", row[0], got, row[1])
		}
	}
}

// Which words hold for the sentences behind them, name a day or whole years,
// or are a time only by their place.
func TestStanding(t *testing.T) {
	for _, c := range []struct {
		text string
		want Expression
	}{
		{"五年来，全县新建书屋36家。", Expression{Holds: true}},
		{"三年间，全县新建书屋36家。", Expression{Holds: true}},
		{"三年间全县新建书屋36家。", Expression{}},
		{"三年里，全县新建书屋36家。", Expression{}},
		{"“十三五”期间，新修公路430公里。", Expression{Holds: true}},
		{"自2016年第四次妇代会以来，培训2万人次。", Expression{Holds: true}},
		{"2014年，受理案件120件。", Expression{Holds: true, Year: true}},
		{"近年来，走访企业260家。", Expression{Holds: true}},
		{"3月10日，举办讲座6场。", Expression{Day: true}},
		{"五年，走过了不平凡的路。", Expression{Open: true}},
		{"今年“五一”前夕，表彰班组40个。", Expression{}},
		{"截至目前，已有260户搬迁。", Expression{}},
	} {
		got := Find(nil, c.text, 0, len(c.text))
		if len(got) == 0 {
			t.Errorf("%s: no time word", c.text)
			continue
		}
		c.want.Start, c.want.End = got[0].Start, got[0].End
		if got[0] != c.want {
			t.Errorf("%s: %+v, want %+v", c.text, got[0], c.want)
		}
	}
}

// The examples of words.csv begin with a time word, its counterexamples do not.
func TestWords(t *testing.T) {
	rows, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if got := find(row[2] + "，举办讲座。"); got != row[2] {
			t.Errorf("%s: %q", row[2], got)
		}
		if got := find(row[3] + "，举办讲座。"); got != "" {
			t.Errorf("%s: %q is read as a time word", row[3], got)
		}
		for _, w := range strings.Fields(row[1]) {
			if n, class := word(w); n != len(w) || class != row[0] {
				t.Errorf("%s is not read as a whole, or of class %q", w, class)
			}
		}
	}
}

// The examples of events.csv are time words, its counterexamples are none.
func TestEvents(t *testing.T) {
	rows, err := readEvents()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if got := find(row[2] + "，举办讲座。"); got != row[2] {
			t.Errorf("%s: %q", row[2], got)
		}
		if got := find(row[3] + "，举办讲座。"); got == row[3] {
			t.Errorf("%s is read as a time word", row[3])
		}
		for _, name := range strings.Fields(row[1]) {
			if eventName(name) != len(name) {
				t.Errorf("%s is not read as a whole", name)
			}
		}
	}
}
