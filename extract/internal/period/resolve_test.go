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
		fmt.Sscanf(row[4], "%d", &ref.Span)
		want := Range{Start: row[5], End: row[6], Counted: row[7] == "true"}
		got, ok := Resolve(word, ref)
		if got != want || ok != (want != Range{}) {
			t.Errorf("%s (%s): %+v %t, want %+v", word, strings.Join(row[1:5], ","), got, ok, want)
		}
	}
}

// A month without a year may be of either year where the sentences before tell
// of another one; 今年 is not.
func TestElsewhere(t *testing.T) {
	ref := Reference{Year: 2018, Month: 11, Elsewhere: true}
	for _, word := range []string{"3月", "5月12日", "上半年"} {
		if got, ok := Resolve(word, ref); ok {
			t.Errorf("%s: %+v", word, got)
		}
	}
	if got, _ := Resolve("今年3月", ref); got.Start != "2018-03" {
		t.Errorf("今年3月: %+v", got)
	}
}

func TestNamed(t *testing.T) {
	for _, c := range []struct{ text, start, end string }{
		{"河湾区总工会2019年工作总结及2020年工作要点", "2019", "2019"},
		{"一九八六年工会工作情况汇报", "1986", "1986"},
		{"2016—2020年工作报告", "2016", "2020"},
		{"春风化雨润桑梓——县妇联“十三五”工作综述", "2016", "2020"},
		{"“十二五”期间职工培训回顾", "2011", "2015"},
		{"县排球协会2016赛季综述", "2016", "2016"},
		{"一图读懂 | 2021，我们这样走过", "2021", "2021"},
		{"B2 2017年5月9日 星期二", "2017-05-09", "2017-05-09"},
		{"原创 小编 2022-02-18 09:12", "2022-02-18", "2022-02-18"},
		{"中华民国109年8月1日出刊", "2020-08-01", "2020-08-01"},
		{"（二〇一九年十二月三日）", "2019-12-03", "2019-12-03"},
		{"关于“十四五”规划的说明", "", ""},
		{"今年工作打算", "", ""},
		{"服务热线：2031 8866", "", ""},
		{"五年工作回眸", "", ""},
		{"学习十五大精神", "", ""},
	} {
		got, ok := Named(c.text)
		if got.Start != c.start || got.End != c.end || ok != (c.start != "") {
			t.Errorf("%s: %+v %t, want %s/%s", c.text, got, ok, c.start, c.end)
		}
	}
}

func TestSpan(t *testing.T) {
	for title, want := range map[string]int{
		"潮平两岸阔——滨江市工会五年工作纪实": 5, "过去三年的足迹": 3, "这10年": 10,
		"2019年工作总结": 0, "四十年回望": 0, "三年行动计划": 0, "三年级学生": 0, "": 0,
	} {
		if got := Span(title); got != want {
			t.Errorf("%s: %d, want %d", title, got, want)
		}
	}
}

func TestLooksBack(t *testing.T) {
	for text, want := range map[string]int{
		"近年来，五年来，三年来": 5, "近4年来": 4, "十年来": 10, "二十年来": 0, "多年来": 0, "今年来了": 0, "": 0,
	} {
		if got := LooksBack(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
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
