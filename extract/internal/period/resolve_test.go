package period

import (
	"fmt"
	"strings"
	"testing"
)

// testdata/spec/periods.csv holds what a time word means in an article.
func TestResolve(t *testing.T) {
	for _, row := range rows(t, "periods.csv") {
		word := row[0]
		var ref Reference
		fmt.Sscanf(row[1], "%d-%d", &ref.Year, &ref.Month)
		if n, _ := fmt.Sscanf(row[2], "%d-%d", &ref.From, &ref.To); n == 1 {
			ref.To = ref.From
		}
		fmt.Sscanf(row[3], "%d", &ref.Near)
		want := Range{row[4], row[5], row[6] == "true"}
		got, ok := Resolve(word, ref)
		if got != want || ok != (want != Range{}) {
			t.Errorf("%s (%s): %+v %t, want %+v", word, strings.Join(row[1:4], ","), got, ok, want)
		}
	}
}

// A month without a year may be of either year where the sentences before tell
// of another one; 今年 is not.
func TestElsewhere(t *testing.T) {
	ref := Reference{Year: 2018, Month: 11, Elsewhere: true}
	for _, word := range []string{"3月", "5月12日", "上半年", "三年间"} {
		if got, ok := Resolve(word, ref); ok {
			t.Errorf("%s: %+v", word, got)
		}
	}
	if got, _ := Resolve("今年3月", ref); got.Start != "2018-03" {
		t.Errorf("今年3月: %+v", got)
	}
}

// Whatever the word, both ends are dates in order or open.
func FuzzResolve(f *testing.F) {
	for _, word := range []string{"2014年12月16日", "“十二五”期间", "五年来", "截至6月底", "自2015年以来的5年", "上世纪五十年代", "民国102年", "一至四季度", "99月"} {
		f.Add(word, 2019, 9, 2018, 2018, 0)
	}
	f.Fuzz(func(t *testing.T, word string, year, month, from, to, near int) {
		limit := func(n, most int) int { return max(0, n%most) }
		ref := Reference{Year: limit(year, 2100), Month: limit(month, 13), From: limit(from, 2100), Near: limit(near, 2100)}
		ref.To = max(ref.From, limit(to, 2100))
		got, ok := Resolve(word, ref)
		if !ok {
			if got != (Range{}) {
				t.Errorf("%q: %+v without being resolved", word, got)
			}
			return
		}
		if got.Start == "" && got.End == "" {
			t.Errorf("%q is resolved to nothing", word)
		}
		shorter := min(len(got.Start), len(got.End))
		if got.Start != "" && got.End != "" && got.End[:shorter] < got.Start[:shorter] {
			t.Errorf("%q: %+v", word, got)
		}
	})
}
