package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"unionrep/normalize"
)

// Each article is told once, with what there is to say of it.
func TestArticles(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "[]"},
		{"县总工会召开会议。", "[{ 县总工会  9 0 []}]"},
		{"# 甲县总工会工作总结\n\n甲县总工会慰问职工300人。\n\n# 乙县总工会工作总结\n（2016年1月20日）\n\n乙县总工会召开会议。",
			"[{甲县总工会工作总结 甲县总工会  23 0 [f]} {乙县总工会工作总结 乙县总工会 2016-01-20 31 0 []}]"},
		{"今天是：\n\n# 甲县总工会工作总结\n\n甲县总工会慰问职工300人。", "[{甲县总工会工作总结 甲县总工会  23 0 [f]}]"},
		{"市總工會(huì)組織(zhī)下?lián)茑l(xiāng)鎮(zhèn)經(jīng)費。", "[{ 市总工会  13 1 []}]"},
	} {
		text, err := normalize.Clean([]byte(c.text), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := BuiltIn().Read("a.txt", text, "")
		for _, a := range r.Articles {
			for i, id := range a.Figures {
				a.Figures[i] = id[:1]
			}
		}
		if got := fmt.Sprint(r.Articles); got != c.want {
			t.Errorf("%q has the articles\n%s, want\n%s", c.text, got, c.want)
		}
	}
}

// The figures of the articles are the records of the document.
func TestArticlesHoldAllFigures(t *testing.T) {
	names, err := filepath.Glob("../testdata/reports/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no reports (%v)", err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := normalize.Clean(raw, normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := BuiltIn().Read(name, text, "")
		left := map[string]int{}
		for i := range r.Records {
			left[r.Records[i].ID]++
		}
		for _, a := range r.Articles {
			for _, id := range a.Figures {
				left[id]--
			}
		}
		for id, n := range left {
			if n != 0 {
				t.Errorf("%s: %s is a record %+d times more than a figure of an article", name, id, n)
			}
		}
	}
}
