package simulate

import (
	"maps"
	"os"
	"regexp"
	"strings"
	"testing"
)

// The rows of the table in NOISE.md, and more of each kind.
func TestPublish(t *testing.T) {
	for _, c := range []struct{ name, report, list, page string }{
		{"no match", "工會工作", "務wù", "工會工作"},
		{"plain", "工會工作會議", "會huì 議yì", "工會(huì)工作會(huì)議(yì)"},
		{"match across", "下撥鄉", "聯lián 鄉xiāng", "下?lián)茑l(xiāng)"},
		{"match across, trail byte is a letter", "下撥鄉", "聯lián", "下?lián)茑l"},
		{"pair vanishes", "因為職工參與變", "驗yàn", "因?yàn)槁毠⑴c變"},
		{"orphan takes a digit", "獎章122名", "務wù", "獎?wù)?22名"},
		{"orphan takes the only digit", "獎章5名", "務wù", "獎?wù)?名"},
		{"orphan takes a blank", "獎章 勞模", "務wù", "獎?wù)?勞模"},
		{"orphan before a mark", "獎章、獎牌", "務wù", "獎?wù)?、獎牌"},
		{"orphan at the end", "獎章", "務wù", "獎?wù)?"},
		{"question mark across", "穩定。縣總工會", "會huì", "穩定??h總工會(huì)"},
		{"exclamation mark across", "勞模“入鄉村", "鄉xiāng", "勞?!叭豚l(xiāng)村"},
		{"semicolon across, later one across again", "以上。基層", "層céng", "以上?;鶎?céng)"},
		{"found in the wild", "精神。活動共擇優推薦", "優yōu", "精神?;顒庸矒駜?yōu)推薦"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, err := Site{List: list(c.list), Marks: true, Fold: true}.Publish(c.report)
			if err != nil || page.Text != c.page {
				t.Errorf("%s with %s\n gives %q, %v\n want  %q", c.report, c.list, page.Text, err, c.page)
			}
		})
	}
}

func TestWidthsAsTheyWere(t *testing.T) {
	page, err := Site{Marks: true}.Publish("以上。基層，勞模！")
	if want := "以上?；鶎?，勞模！"; err != nil || page.Text != want {
		t.Errorf("got %q, %v, want %q", page.Text, err, want)
	}
}

func TestDamaged(t *testing.T) {
	report := "全縣下撥鄉鎮"
	page, err := Site{List: list("聯lián 鄉xiāng")}.Publish(report)
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Damaged) != 1 || report[page.Damaged[0][0]:page.Damaged[0][1]] != "撥鄉" {
		t.Errorf("damaged: %v, want 撥鄉", page.Damaged)
	}
}

func TestNotInGBK(t *testing.T) {
	if _, err := (Site{}).Publish("創(👛)造"); err == nil {
		t.Error("a character that GBK does not have was published")
	}
}

// list reads a list of characters with their readings.
func list(s string) map[rune]string {
	chars := map[rune]string{}
	for _, word := range strings.Fields(s) {
		for i, r := range word {
			chars[r] = word[i+len(string(r)):]
			break
		}
	}
	return chars
}

// A published page gives away its own list; what stood in the damaged places
// is known. Together they must give the very same page again.
func TestReproducesReport(t *testing.T) {
	raw, err := os.ReadFile("../../../../shared/seeds/003.txt")
	if err != nil {
		t.Skip("the annotated report is not here: ", err)
	}
	page := strings.TrimPrefix(string(raw), "\ufeff")
	was := [][2]string{ // as found, as it was
		{"穩(wěn)定??h總工", "穩(wěn)定。縣總工"},
		{"下?lián)茑l(xiāng)鎮", "下撥鄉鎮"},
		{"增強(qiáng)??h委", "增強(qiáng)。縣委"},
		{"因?yàn)槁毠⑴c變", "因為職工參與變"},
		{"人心??h委", "人心。縣委"},
		{"勞?!叭豚l(xiāng)村", "勞模“入鄉村"},
	}
	report := page
	for _, spot := range was {
		if strings.Count(report, spot[0]) != 1 {
			t.Fatalf("%q stands %d times in the report", spot[0], strings.Count(report, spot[0]))
		}
		report = strings.Replace(report, spot[0], spot[1], 1)
	}
	if strings.Contains(report, "?") {
		t.Fatal("there is one more damaged place in the report")
	}
	annotated := map[rune]string{'驗': "yàn"} // stands on the page across two characters only
	reading := regexp.MustCompile(`(\p{Han})\(([^()]*)\)`)
	for _, m := range reading.FindAllStringSubmatch(report, -1) {
		annotated[[]rune(m[1])[0]] = m[2]
	}
	report = reading.ReplaceAllString(report, "$1")
	report = strings.NewReplacer(",", "，", "!", "！").Replace(report)
	again, err := Site{List: maps.Clone(annotated), Marks: true, Fold: true}.Publish(report)
	if err != nil {
		t.Fatal(err)
	}
	if again.Text != page {
		i := 0
		for i < len(page) && i < len(again.Text) && page[i] == again.Text[i] {
			i++
		}
		t.Errorf("differs at byte %d:\n got  %q\n want %q", i, cut(again.Text, i), cut(page, i))
	}
	if len(again.Damaged) != len(was) {
		t.Errorf("%d damaged places, want %d", len(again.Damaged), len(was))
	}
}

// cut is the text around byte i.
func cut(s string, i int) string {
	return strings.ToValidUTF8(s[max(0, i-30):min(len(s), i+60)], "")
}
