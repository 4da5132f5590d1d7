package extract

import (
	"strings"
	"testing"

	"unionrep/normalize"
)

// How the figures of an article are dated: by its title, its date line, its
// signature, its lead-ins and its headings. Each figure is named by its
// quantity.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       map[string]string // quantity → start/end basis
	}{
		{"a title that names its year", `# 河湾区总工会2019年工作总结

河湾区总工会在区委领导下扎实工作，各项任务圆满完成，职工满意度不断提高，工会组织的凝聚力不断增强。

全年培训职工1200人次。今年新建职工书屋31家。年末有基层工会460家。去年有会员8100人。2017年3月启用场馆2座。
`, map[string]string{
			"1200人次": "2019/2019 article", "31家": "2019/2019 article", "460家": "2019-12/2019-12 article",
			"8100人": "2018/2018 article", "2座": "2017-03/2017-03 sentence",
		}},
		{"a page head with its date", `B2 2017年5月9日 星期二

# 潮平两岸阔——滨江市工会工作纪实

近五年来，全市工会筹集帮扶资金730万元，走访困难职工6200户。目前有会员9.4万人。

今年一季度，调处争议88件。去年，发放助学金41万元。8月，慰问环卫工人530名。
`, map[string]string{
			"730万元": "2013/2017 article", "6200户": "2013/2017 article", "9.4万人": "/ ",
			"88件": "2017-01/2017-03 article", "41万元": "2016/2016 article", "530名": "/ ",
		}},
		{"a signature under the text", `# 关于开展困难职工帮扶工作情况的汇报

县委：

今年以来，县总工会在县委的坚强领导下，坚持服务大局、服务职工，各项工作取得新的成效，现汇报如下。

上半年，救助困难职工264人。截至10月底，建档412户。

青溪县总工会

2018年11月6日
`, map[string]string{"264人": "2018-01/2018-06 article", "412户": "/2018-10 article"}},
		{"a plan in the title", `# 春风化雨润桑梓——县妇联“十三五”工作综述

五年来，县妇联培训妇女2.6万人次，五年共发放贷款8800万元。今年新建家长学校19所。
`, map[string]string{"2.6万人次": "2016/2020 article", "8800万元": "2016/2020 article", "19所": "/ "}},
		{"a year that opens the text", `# 县图书馆工作回顾

2016年，县图书馆在县委、县政府的领导下，坚持公益、均等、便利的原则，全面完成了各项工作任务。

全年接待读者21万人次。
`, map[string]string{"21万人次": "2016/2016 article"}},
		{"nothing to count from", `# 温暖在身边

五年来，区总工会走访慰问职工5400人次。去年，资助学生73名。3月5日，义诊320人次。2014年，建成托管班12个。
`, map[string]string{"5400人次": "/ ", "73名": "/ ", "320人次": "/ ", "12个": "2014/2014 sentence"}},
		{"figures that go up to a year", `# 十里荷香

五年来，镇工会筹资95万元。截至2018年底，全镇有工会52家。
`, map[string]string{"95万元": "2014/2018 article", "52家": "/2018-12 sentence"}},
		{"a review and its plan", `# 云岭县人民检察院工作报告

——2020年1月15日在云岭县第十六届人民代表大会第四次会议上

各位代表：

## 2019年工作回顾

全年受理案件470件，近三年来办理公益诉讼96件。过去一年，接待来访1300人次。

## 2020年工作安排

年内建成办案区1处。
`, map[string]string{"470件": "2019/2019 article", "96件": "2017/2019 article", "1300人次": "2019/2019 article", "1处": "/ "}},
		{"another year told of before", `2019年9月3日

# 一座矿山的转身

2008年，矿上开始转产。当年，安置职工800人。6月，投产车间2座。

今年，产值达到3.1亿元。6月，新增订单44份。
`, map[string]string{"800人": "/ ", "2座": "/ ", "3.1亿元": "2019/2019 article", "44份": "2019-06/2019-06 article"}},
		{"years of the Republic", `# 北港市渔会会讯

中华民国109年8月1日出刊

去年办理讲习会26场。民国105年成立分会8处。
`, map[string]string{"26场": "2019/2019 article", "8处": "2016/2016 sentence"}},
	} {
		text, err := normalize.Clean([]byte(c.text), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := make(map[string]bool)
		for _, r := range Extract("spec", text) {
			want, ok := c.want[r.Quantity]
			found[r.Quantity] = true
			if got := r.PeriodStart + "/" + r.PeriodEnd + " " + r.PeriodBasis; ok && got != want {
				t.Errorf("%s: %s (%s) is %s, want %s", c.name, r.Quantity, r.Period, got, want)
			}
		}
		for quantity := range c.want {
			if !found[quantity] {
				t.Errorf("%s: no record of %s in %s", c.name, quantity, strings.ReplaceAll(text.Clean(), "\n", "⏎"))
			}
		}
	}
}
