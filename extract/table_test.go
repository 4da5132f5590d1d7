package extract

import (
	"fmt"
	"strings"
	"testing"

	"unionrep/normalize"
)

// read extracts a text, one figure a line: quantity, value with unit, kind,
// indicator, subject, action, period.
func read(t *testing.T, text string) string {
	t.Helper()
	clean, err := normalize.Clean([]byte(text), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range Extract("spec", clean) {
		fmt.Fprintf(&b, "%s = %s%s %s: %s/%s/%s/%s\n", r.Quantity, r.Value, r.Unit, r.Kind, r.Indicator, r.Subject, r.Action, r.Period)
	}
	return strings.TrimSpace(b.String())
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"years and units of rows", `
帮扶情况如下：
项目　　　　　　　　2017年　　　2018年
大病救助（万元）　　12.5　　　　1,030
走访人数（万人次）　1.3　　　　 0.86`, `
12.5 = 125000元 money: 大病救助///2017年
1,030 = 10300000元 money: 大病救助///2018年
1.3 = 13000人次 people: 走访人数///2017年
0.86 = 8600人次 people: 走访人数///2018年`},
		{"unit above, shares", `
经费使用情况（单位：万元）
科目	预算数	决算数	完成率（%）
培训支出	30	28.5	95.0
合计	30	28.5	95.0`, `
30 = 300000元 money: 培训支出///
28.5 = 285000元 money: 培训支出///
95.0 = 95% ratio: 培训支出///
30 = 300000元 money: 合计///
28.5 = 285000元 money: 合计///
95.0 = 95% ratio: 合计///`},
		{"unit on a line of its own", `
表2　2014年救助资金
单位：万元
医疗救助　　6.5
助学救助　　-1.2`, `
6.5 = 65000元 money: 医疗救助///2014年
-1.2 = -12000元 money: 助学救助///2014年`},
		{"columns say what is counted, ranks", `
序号　企业名称　　会员（人）　建会率（%）
1　　 东风机械厂　　402　　　98.5
2　　 前进纺织厂　　1,210　　100`, `
402 = 402人 people: 会员/东风机械厂//
98.5 = 98.5% ratio: 建会率/东风机械厂//
1,210 = 1210人 people: 会员/前进纺织厂//
100 = 100% ratio: 建会率/前进纺织厂//`},
		{"units below the labels", `
地区	发放金额	惠及职工
	（万元）	（人）
东乡	3.5	120
西乡	4	98`, `
3.5 = 35000元 money: 发放金额/东乡//
120 = 120人 people: 惠及职工/东乡//
4 = 40000元 money: 发放金额/西乡//
98 = 98人 people: 惠及职工/西乡//`},
		{"units in the cells, numbered, spread labels", `
资金来源
1.财政补助　　　20万元
2.会员捐款　　　3.5万元
合　　　计　　　23.5万元`, `
20万元 = 200000元 money: 财政补助///
3.5万元 = 35000元 money: 会员捐款///
23.5万元 = 235000元 money: 合计///`},
		{"bars and open cells", `
|项目|数量（个）|金额（万元）|
|---|---|---|
|站点|15|—|
|书屋|7|2.5|`, `
15 = 15个 count: 站点///
7 = 7个 count: 书屋///
2.5 = 25000元 money: 书屋///`},
		{"prices", `
食堂价目（单位：元）
早餐：6
午餐：15`, `
6 = 6元 money: 早餐///
15 = 15元 money: 午餐///`},
		{"years as rows", `
年份　　经费收入（万元）
2015年　　120.5
2016年　　98`, `
120.5 = 1205000元 money: 经费收入///2015年
98 = 980000元 money: 经费收入///2016年`},
		{"no figures: no unit is known", `
姓名　　工龄　　电话
赵春生　　21　　62337788
钱秋月　　8　　62337799`, ``},
	} {
		if got, want := read(t, "某县总工会工作情况\n\n某县总工会开展各项工作，职工反映良好。\n\n"+strings.TrimSpace(c.text)+"\n"), strings.TrimSpace(c.want); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

// Whatever lines look like tables, every figure stands where it says.
func FuzzTables(f *testing.F) {
	f.Add("项目\t数量（个）\t\n站点\t15\t \n||\n|—|3|\n单位：万元\n5：6\n会员（人）：3、5、甲7（个）8")
	f.Add("表1　a（%）\n合　　计　0.5\n2018年2019年\n1.3 2\n（人）：2016年\n、2")
	f.Fuzz(func(t *testing.T, s string) {
		text, err := normalize.Clean([]byte(s), normalize.Options{})
		if err != nil {
			return
		}
		last := -1
		for _, r := range Extract("fuzz", text) {
			if r.Start < last || r.End <= r.Start || r.End > len(s) || r.Quantity == "" {
				t.Fatalf("%q: %+v", s, r)
			}
			last = r.Start
		}
	})
}

func TestLists(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"全县会员（人）：1,402；专职干部（人）：15。", `
1,402 = 1402人 people: 会员///
15 = 15人 people: 专职干部///`},
		{"各县新建爱心驿站数量：东县（个）21、西县18、其余3县合计30。", `
21 = 21个 count: 爱心驿站/东县/新建/
18 = 18个 count: 爱心驿站/西县/新建/
3 = 3 count: 县///
30 = 30个 count: 爱心驿站/其余3县合计/新建/`},
		{"历年会费收入（万元）：2016年20.5，2017年18。", `
20.5 = 205000元 money: 会费收入///2016年
18 = 180000元 money: 会费收入///2017年`},
		{"各校获赠图书（册）：一小1200、二小860。", `
1200 = 1200册 count: 各校获赠图书/一小//
860 = 860册 count: 各校获赠图书/二小//`},
		{"本条例（试行）2013年起施行，见附件（个）。", ``},
	} {
		if got, want := read(t, "全县工会工作稳步推进。"+c.text+"\n"), strings.TrimSpace(c.want); got != want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", c.text, got, want)
		}
	}
}

func TestHeadlineNumbers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"56所\n\n新建学校56所。", "56所 = 56所 count: 学校//新建/\n56所 = 56所 count: 学校//新建/"},
		{"56所\n\n新建学校\n\n全县工会工作稳步推进。", "56所 = 56所 count: 学校//新建/"},
		{"97.5%\n\n职工对工会工作的满意率达到97.5%。", "97.5% = 97.5% ratio: 满意率///\n97.5% = 97.5% ratio: 满意率///"},
	} {
		if got := read(t, "工会工作成绩\n\n全县工会工作稳步推进。\n\n"+c.text+"\n"); got != c.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", c.text, got, c.want)
		}
	}
}
