package extract

import (
	"testing"

	"unionrep/normalize"
)

// Whom an article reports on, by its title, its by-line, its signature and its
// text.
func TestOrganisation(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"title", "云岭县总工会2021年工作总结\n\n2021年，共培训职工300人次。", "云岭县总工会"},
		{"line under the title", "奋楫笃行谱新篇\n——河西区总工会五年工作回眸\n\n五年来，发展会员4200人。", "河西区总工会"},
		{"title of a meeting", "在南浦市总工会第九次代表大会上的报告\n\n五年来，全市共建工会1200个。", "南浦市总工会"},
		{"bare head with its place in the text", "县总工会“送清凉”慰问一线职工\n\n本报讯 7月15日，石湾县总工会慰问职工320人。", "石湾县总工会"},
		{"by-line", "凝心聚力 再创佳绩\n\n■北原市总工会\n\n五年来，全市筹集资金800万元。", "北原市总工会"},
		{"publisher in a by-line", "回应职工关切\n\n来源：西川省政府新闻办公室\n\n五年来，西川省总工会筹集资金3亿元。省总工会慰问职工20万人次。", "西川省总工会"},
		{"what stands before the place", "“十年答卷”系列新闻发布会江岭省总工会专场\n\n五年来，筹集资金3亿元。", "江岭省总工会"},
		{"conjunction in a name", "调查结果公布\n\n（2022年5月1日）港岛零售及饮食业职工总会访问了320名雇员。", "港岛零售及饮食业职工总会"},
		{"just any place of work", "山乡新貌——记赤水河畔的变化\n\n深秋，走进柑橘基地，今年产果300吨。柑橘基地请了20人。", ""},
		{"signature", "上半年工作情况\n\n今年以来，发展会员560名。\n\n东溪县总工会\n2022年7月3日", "东溪县总工会"},
		{"department in a by-line", "全县工会上半年工作情况\n\n上半年，全县发展会员1200人。\n\n（白河县总工会办公室供稿）", "白河县总工会"},
		{"union of a company", "清风送暖——永丰矿业集团职工关爱纪实\n\n集团工会投入120万元。集团工会慰问职工300人。", "永丰矿业集团工会"},
		{"no year in the name", "西岭纺织厂一九八六年工会工作汇报\n\n一九八六年，举办竞赛6次。", "西岭纺织厂工会"},
		{"what the text begins with", "培训照亮前程\n\n青川市职工法律援助中心去年办理案件320件。", "青川市职工法律援助中心"},
		{"office with a verb in its name", "石湾县2021年就业帮扶情况报告\n\n石湾县退役军人事务局\n\n2021年，培训职工300人次。", "石湾县退役军人事务局"},
		{"office with a conjunction in its name", "工作情况报告\n\n（青山县住房和城乡建设局供稿）\n\n2021年，改造住房300套。", "青山县住房和城乡建设局"},
		{"account of a post", "这一年，我们一起走过\n\n东溪县总工会 2023-01-05 09:30 发表于浙江\n\n2022年，培训职工300人次。", "东溪县总工会"},
		{"title of two lines", "三十天，他们把温暖送到心坎上\n\n白杨站车务段工会暑运纪实\n\n暑运期间，段工会把茶水站、凉棚和医务点设到线路旁，送去清凉饮料3200份，请来医生为职工义诊，把关心送到每一个作业点，受到职工欢迎。", "白杨站车务段工会"},
		{"slogan above the name", "凝心聚力　共建百年矿山\n\n——在青石矿业公司工会第三次代表大会上的报告\n\n五年来，公司工会组织劳动竞赛96项，职工踊跃参加，为企业提质增效作出了积极贡献，慰问困难职工2100人次。", "青石矿业公司工会"},
		{"speaker under the title", "在全市工会工作会议上的讲话\n\n（2018年3月6日）\n\n青江市总工会主席　方远\n\n同志们：\n\n2017年，全市各级工会发展会员2.3万名，各项工作取得新的成效，受到广大职工的欢迎和好评，为全市发展作出了贡献。", "青江市总工会"},
		{"what a subtitle tells of", "点亮心灯\n\n——记白沙县职工服务中心\n\n白沙县职工服务中心开办6年来服务职工3万人次，化解纠纷1200起，帮助职工找回了信心，成了职工离不开的家。", "白沙县职工服务中心"},
		{"trade without its place", "财贸工会\n\n2013年末，白果市财贸工会下辖基层工会62个，有会员2.1万人，其中女会员9800人，市财贸工会全年走访慰问困难职工310户，发放慰问金46万元。", "白果市财贸工会"},
		{"zone", "南浦经济技术开发区总工会统计快报\n\n三季度，新建工会33家。", "南浦经济技术开发区总工会"},
		{"branch of a company in another place", "中国石化集团有限公司江岭省分公司工会工作报告\n\n五年来，慰问职工9000人次。", "中国石化集团有限公司江岭省分公司工会"},
		{"trade in a name", "澄江油田采油三厂工会总结\n\n全年慰问职工900人次。", "澄江油田采油三厂工会"},
		{"direction in a name", "北方重型机械集团第二分公司工会工作报告\n\n全年慰问职工900人次。", "北方重型机械集团第二分公司工会"},
		{"place that is a common word", "县二中工会办实事\n\n近日，白果县第二中学工会走访教师36名。", "白果县二中工会"},
		{"trade without its place", "财贸工会\n【概况】\n2011年末，中国财贸工会白港市委员会有会员3.2万人。\n【维权】\n年内，市财贸工会调解争议46件。", "白港市财贸工会"},
		{"works of a model worker", "炉火正红\n——记省劳动模范、东川造船厂铆工赵铁成\n\n他带出徒弟26名。省总工会慰问过他3次。", "东川造船厂"},
		{"brigade in a masthead", "执法简报\n第9期\n白河市交通运输执法大队编　2020年3月1日\n\n春运检查结束\n\n检查车辆1200台，查处违规经营36起，现场教育驾驶员480人，群众满意。", "白河市交通运输执法大队"},
		{"advice in a title is no name", "在深化改革中充分发挥工会作用\n——东川印染有限公司工会工作报告\n\n全年慰问职工900人次。", "东川印染有限公司工会"},
		{"a title by itself names nobody", "我代表大家讲几点\n\n会议对380项提案进行了讨论。", ""},
	}
	for _, c := range cases {
		text, err := normalize.Clean([]byte(c.text), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		records := Extract("test", text)
		if len(records) == 0 {
			t.Errorf("%s: no figure is read", c.name)
			continue
		}
		if got := records[0].Org; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Each item of a bulletin is about the organisation that its heading names; a
// bare head there is the bulletin's own.
func TestItemsOfABulletin(t *testing.T) {
	const bulletin = `职工之声
第12期
白河市总工会办公室编  2021年9月30日

石桥县总工会：流动书屋进工地
今年以来，石桥县总工会购置图书4200册，办起流动书屋9个，工地上的工友下班后有了去处。

市总工会：体检车开到家门口
入秋后，市总工会为2300名环卫工人做了体检，费用全部由工会承担，受到大家欢迎。

简讯
●全市新建工会驿站16个，配齐了饮水机和微波炉。
`
	text, err := normalize.Clean([]byte(bulletin), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"4200册": "石桥县总工会", "9个": "石桥县总工会", "2300名": "白河市总工会", "16个": "白河市总工会"}
	for _, r := range Extract("test", text) {
		if r.Org != want[r.Quantity] {
			t.Errorf("%s is of %q, want %q", r.Quantity, r.Org, want[r.Quantity])
		}
		delete(want, r.Quantity)
	}
	if len(want) > 0 {
		t.Errorf("not read: %v", want)
	}
}
