package normalize

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

// The generator's words, in traditional script; the simplified texts are made
// of them. Names of places and people are made up.
var (
	orgs   = strings.Fields("縣總工會 市工會聯合會 區教育局 鎮人民政府 省紡織集團 石化公司工會 港務局 鐵路分局 礦務局 農墾總場 縣醫院 職工服務中心 勞動爭議調解委員會 女職工委員會 漁業合作社 建築工程處 煤礦救護隊 電力公司")
	places = strings.Fields("青嵐縣 河東區 雲溪鎮 望江市 龍泉灣 永寧鄉 石橋街道 金沙渡 雙塔區 長灘縣 麥積村 紅柳灣 烏蘭牧場 劍川 蘄水 衢港 亳丘 滁溪")
	people = strings.Fields("張建國 李曉東 陳麗華 劉愛萍 趙鐵柱 孫秀蘭 鄧志遠 龔雪梅 譚文博 魏嘉寧 歐陽燁 諸葛瑩 韓冬梅 蔣偉 瞿穎 閻鵬飛")
	verbs  = strings.Fields("開展 推進 組織 舉辦 慰問 幫扶 籌集 發放 建立 完善 簽訂 調解 培訓 評選 表彰 走訪 救助 維護 落實 檢查 動員 改造 修繕 採購 招聘 補貼")
	nouns  = strings.Fields("困難職工 勞動競賽 技術革新 集體合同 工資協商 安全生產 法律援助 助學金 醫療補助 農民工 環衛工人 職工書屋 勞模工作室 志願服務 健康體檢 女職工權益 職業病防治 文藝演出 運動會 就業崗位 創業貸款 廠務公開 職工代表大會 經費審查 網絡平台 食堂 宿舍 幼兒園 圖書館 漁船 機床 橋樑 隧道 變壓器 鍋爐 焊接 縫紉 繡花 陶瓷 茶葉")
	units  = strings.Fields("名 人 人次 戶 元 萬元 億元 場 次 件 個 家 份 期 平方米 公里 噸 % 台 冊")
	links  = strings.Fields("，同時 ，並 ；此外， 。據統計， 。五年來， ，其中 ，從而 、 ，截至去年底 。會議強調，要 ，切實 ，不斷 ：")
	adverb = strings.Fields("積極 認真 紮實 廣泛 深入 先後 累計 共 全面 努力 主動 及時 逐步")
)

type generator struct{ *rand.Rand }

func (g generator) of(words []string) string { return words[g.IntN(len(words))] }

func (g generator) number() string {
	switch g.IntN(4) {
	case 0:
		return fmt.Sprint(g.IntN(100))
	case 1:
		return fmt.Sprintf("%.2f", g.Float64()*1000)
	case 2:
		return g.of(strings.Fields("三 五 十二 二十餘 百餘 兩千多 近萬"))
	default:
		return fmt.Sprint(g.IntN(90000))
	}
}

func (g generator) prose() string {
	var b strings.Builder
	for b.Len() < 1200 {
		fmt.Fprintf(&b, "%s%s%s%s%s%s%s%s", g.of(places), g.of(orgs), g.of(adverb), g.of(verbs), g.of(nouns), g.number(), g.of(units), g.of(links))
		if g.IntN(6) == 0 {
			fmt.Fprintf(&b, "%s說：“要把%s%s好。”\n", g.of(people), g.of(nouns), g.of(verbs))
		}
	}
	return b.String()
}

func (g generator) table() string {
	var b strings.Builder
	for b.Len() < 1200 {
		fmt.Fprintf(&b, "%d\t%s%s\t%s\t%s%s\t%.1f%%\n", g.IntN(50), g.of(places), g.of(orgs), g.of(nouns), g.number(), g.of(units), g.Float64()*100)
	}
	return b.String()
}

func (g generator) list() string {
	var b strings.Builder
	for i := 1; b.Len() < 1200; i++ {
		fmt.Fprintf(&b, g.of([]string{"%d. %s：%s（%s%s）\r\n", "（%d）%s%s %s%s；\r\n", "%d、%s，%s%s%s\r\n"}), i, g.of(append(people, orgs...)), g.of(nouns), g.number(), g.of(units))
	}
	return b.String()
}

// piece cuts n characters out of text, somewhere; "" where fewer than han of
// them are Han.
func (g generator) piece(text string, n, han int) string {
	runes := []rune(text)
	at := g.IntN(len(runes) - n)
	runes = runes[at : at+n]
	for _, r := range runes {
		if unicode.Is(unicode.Han, r) {
			han--
		}
	}
	if han > 0 {
		return ""
	}
	return string(runes)
}

// TestEncodingMatrix measures how often the encoding of a short text is found.
func TestEncodingMatrix(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(8, 9))}
	kinds := []struct {
		name string
		text func() string
	}{{"prose", g.prose}, {"table", g.table}, {"list", g.list}}
	forms := []struct {
		encoding   string
		simplified bool
	}{
		{"utf-8", true}, {"utf-8", false}, {"gb18030", true}, {"gb18030", false}, {"big5", false},
		{"utf-16le", true}, {"utf-16le", false}, {"utf-16be", true}, {"utf-16be", false},
	}
	for _, size := range []struct {
		characters, han int
		want            float64
	}{{20, 10, 0.97}, {60, 20, 0.995}, {200, 60, 0.995}} {
		for _, form := range forms {
			script := "traditional"
			if form.simplified {
				script = "simplified"
			}
			row := fmt.Sprintf("%4d characters %-9s %-11s", size.characters, form.encoding, script)
			for _, kind := range kinds {
				right, all := 0, 0
				for all < 600 {
					text := kind.text()
					if form.simplified {
						text = simplify(t, text).Clean()
					}
					for range 20 {
						piece := g.piece(text, size.characters, size.han)
						if piece == "" {
							continue
						}
						all++
						s, err := Decode(encode(t, form.encoding, piece), "")
						if err == nil && s.DecodedText() == piece && s.Encoding() == form.encoding {
							right++
						} else if testing.Verbose() && all < 200 && err == nil {
							t.Logf("%s read as %s\n%s", piece, s.DecodedText(), s.Evidence())
						}
					}
				}
				share := float64(right) / float64(all)
				row += fmt.Sprintf("  %s %6.2f%%", kind.name, share*100)
				if share < size.want {
					t.Errorf("%d characters of %s in %s: %.2f%% right, want %.1f%%", size.characters, kind.name, form.encoding, share*100, size.want*100)
				}
			}
			t.Log(row)
		}
	}
}
