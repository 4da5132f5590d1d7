package normalize

import "testing"

// TestBlockWords runs the examples of the table of phrases.
func TestBlockWords(t *testing.T) {
	eachRow("blocks.csv", []string{"part", "place", "words", "yes", "no"}, func(cells []string, place string) {
		has := func(text string) bool {
			return tells(cells[0], text) && (cells[0] != "byline" || bylineLine(text))
		}
		if !has(cells[3]) {
			t.Errorf("%s: %q is no %s", place, cells[3], cells[0])
		}
		if has(cells[4]) {
			t.Errorf("%s: %q is a %s", place, cells[4], cells[0])
		}
		switch cells[1] {
		case "start", "end", "whole", "anywhere":
		default:
			t.Errorf("%s: there is no place %q", place, cells[1])
		}
	})
}

// TestSentenceWords runs the examples of the table of sentence words.
func TestSentenceWords(t *testing.T) {
	eachRow("sentences.csv", []string{"class", "words", "yes", "no"}, func(cells []string, place string) {
		has := func(text string) bool {
			if cells[0] == "frames" {
				return finishes(cells[0], text)
			}
			return begins(cells[0], text)
		}
		if !has(cells[2]) {
			t.Errorf("%s: %q has none of %s", place, cells[2], cells[0])
		}
		if has(cells[3]) {
			t.Errorf("%s: %q has one of %s", place, cells[3], cells[0])
		}
	})
}

func TestJunction(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		joins bool // with the evidence of standing together
	}{
		{"三年来，全县工会强化法", "治宣传教育，发放资料2万份", true},
		{"覆盖企业达到3", "218家，会员9万人", true},
		{"落实制度的企业有520", "家，签订合同610份", true},
		{"兑现职工医疗互助", "补助款86万元，惠及210人", true},
		{"形成了“党委领导、工会运作、", "各方支持”的工作格局", true},
		{"组建“职工普法", "宣讲队”，走进企业", true},
		{"今年以来，全县工会围绕中心，", "着力抓好服务，办实事56件", true},
		{"全县建成职工书屋46家。", "职工文体活动丰富多彩", false},
		{"解决户外劳动者喝水", "工健步走活动，吸引六百人", false},
		{"兑现职工医疗互助补助款86", "补助职工三百人，受到欢迎", false},
		{"吸引各类专业人才加入", "阵地建设不断加强。县总工会投入120万元", false},
		{"建立起覆盖城乡的", "近年来，县总工会投入120万元", false},
		{"帮助职工解决困", "经济组织工会建设取得突破", false},
		{"组建“职工普法", "县总工会投入120万元建设驿站。", false},
		{"县总工会投入资金建设驿站，方便", "各方支持”的工作格局初步形成", false},
		{"县总工会投入资金建设驿站，方便户外", "【组织建设】 新建工会30家", false},
		{"县总工会投入资金建设驿站，方便户外", "“我们有了自己的家。”一名环卫工人说", false},
		{"县总工会投入资金建设驿站，方便户外", "机械厂工会还建起了书屋，藏书8000册", false},
		{"县总工会投入资金建设驿站，方便户外", "组织建设方面，新建工会30家", false},
	} {
		if got := junction(c.a, c.b)+adjacent >= enoughNear; got != c.joins {
			t.Errorf("junction(%q, %q) = %.2f", c.a, c.b, junction(c.a, c.b))
		}
	}
}

func TestBylines(t *testing.T) {
	for _, yes := range []string{"本报记者 方圆 通讯员 白小林", "□白小林 严守一", "（文/图 白小林）", "市委常委、市总工会主席 方定远", "来源：滨江日报", "县总工会 供稿", "（机械厂工会 方定远 白小林）", "2019年3月15日 来源：工会办公室"} {
		if !bylineLine(yes) {
			t.Errorf("%q is no by-line", yes)
		}
	}
	for _, no := range []string{"本报记者走进车间，看到工人们正在读书", "健全机制 完善服务", "职工书屋开放", "图书8000册", "记者从县总工会获悉。", "服务大局 彰显担当", "争当人大代表 建新功", "用好职工活动中心 聚人心", "记者手记"} {
		if bylineLine(no) {
			t.Errorf("%q is a by-line", no)
		}
	}
}

func TestFurniture(t *testing.T) {
	for _, yes := range []string{"4 2013年9月13日 星期五", "- 12 -", "— 3 —", "—————", "第3版", "2019年4月29日", "（2019年4月29日）", "二〇一九年四月", "http://www.example.org/a.html", "上一篇：职工运动会开幕", "京ICP备00000000号", "第 3 页 共 12 页", "新闻稿", "新闻稿（即时发布）", "【新闻通稿】", "Press Release 新闻公报"} {
		if !furnitureLine(yes) {
			t.Errorf("%q is no furniture", yes)
		}
	}
	for _, no := range []string{"2019年4月29日，县总工会召开大会", "一、组织建设", "600余万元", "2019年工作总结", "第三届职工运动会", "12", "感言", "新闻稿件管理办法", "（一）新闻稿", "新闻稿320篇"} {
		if furnitureLine(no) {
			t.Errorf("%q is furniture", no)
		}
	}
}

func TestNumbering(t *testing.T) {
	for text, want := range map[string]int{
		"一、组织建设": 1, "十二、结语": 1, "第二部分 工作打算": 1, "（一）抓好建会": 2, "(三)发展会员": 2, "1.送温暖": 3, "2、助学": 3, "（1）一类": 4,
		"一线职工": 0, "三年来": 0, "2.5万人": 0, "2019.5.1": 0, "十大行动": 0, "第二届": 0,
	} {
		if got := numbering(text); got != want {
			t.Errorf("numbering(%q) = %d, want %d", text, got, want)
		}
	}
}
