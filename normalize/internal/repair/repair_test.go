package repair

import (
	"strings"
	"testing"

	"unionrep/normalize/internal/simulate"
)

func apply(text string, repairs []Spot) string {
	var out strings.Builder
	i := 0
	for _, r := range repairs {
		out.WriteString(text[i:r.Start])
		out.WriteString(r.To)
		i = r.End
	}
	out.WriteString(text[i:])
	return out.String()
}

// The kinds of damage that the simulator makes, each undone. What comes before
// it gives the page the signs of injected readings.
func TestFind(t *testing.T) {
	const signs = "總工會開展活動，發揮作用，"
	for _, c := range []struct{ report, list, want string }{
		{"下撥鄉鎮工會經費", "聯lián 鄉xiāng", ""},
		{"和諧穩定。縣總工會推進", "", ""},
		{"先進工作者和勞模“入鄉村”、勞模進校園", "鄉xiāng", ""},
		{"建會率達到93%以上。基層工會組織", "", ""},
		{"榮獲五一勞動獎章、五一勞動獎狀", "務wù", ""},
		{"活動因為職工參與變得更有意義", "驗yàn", ""},
		{"頒發五一勞動獎章122名", "務wù", "頒發五一勞動獎章22名"},
		{"發揚勞模精神。活動共擇優推薦", "優yōu", ""},
	} {
		site := simulate.Site{List: map[rune]string{'會': "huì", '動': "dòng", '發': "fā", '總': "zǒng"}, Marks: true, Fold: true}
		for _, word := range strings.Fields(c.list) {
			char := []rune(word)[0]
			site.List[char] = strings.TrimPrefix(word, string(char))
		}
		page, err := site.Publish(signs + c.report + "，")
		if err != nil {
			t.Fatal(err)
		}
		repairs := Find(page.Text)
		if len(repairs) == 0 {
			t.Errorf("%s: nothing found", page.Text)
		}
		want := c.want
		if want == "" {
			want = c.report
		}
		got := readable.Replace(apply(page.Text, repairs))
		if !strings.HasSuffix(got, want+",") {
			t.Errorf("%s\n reads %s\n want  %s", page.Text, got, want)
		}
	}
}

var readable = strings.NewReplacer("(huì)", "", "(dòng)", "", "(fā)", "", "(zǒng)", "", "(yōu)", "", "(xiāng)", "")
