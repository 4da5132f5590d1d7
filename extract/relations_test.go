package extract

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"unionrep/normalize"
)

// recordsOf extracts the records of a text.
func recordsOf(t *testing.T, text string) []Record {
	t.Helper()
	clean, err := normalize.Clean([]byte(text), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Extract("spec", clean)
}

// partsOf lists the records that are parts of others: part<whole, and flagged
// those that do not add up, by their quantities.
func partsOf(records []Record) (parts, flagged string) {
	quantities := make(map[string]string)
	for _, r := range records {
		quantities[r.ID] = r.Quantity
	}
	var links, flags []string
	for _, r := range records {
		if r.PartOf != "" {
			links = append(links, r.Quantity+"<"+quantities[r.PartOf])
		}
		if slices.Contains(r.Flags, "sum_mismatch") {
			flags = append(flags, r.Quantity)
		}
	}
	return strings.Join(links, " "), strings.Join(flags, " ")
}

func TestParts(t *testing.T) {
	for _, c := range []struct{ text, parts, flagged string }{
		// linked, and silent
		{"全县有工会会员4600人，其中女会员1900人。", "1900人<4600人", ""},
		{"新建基层工会52家，其中非公企业工会31家，覆盖职工2700人。", "31家<52家", ""},
		{"现有职工640名，其中女职工300人，党员150人，研究生以上学历400人。", "300人<640名 150人<640名 400人<640名", ""},
		{"筹集善款90万元，其中企业捐款60万元，职工捐款30万元。", "60万元<90万元 30万元<90万元", ""},
		{"投入资金812.5万元（其中市级财政500万元、县级财政312.5万元），惠及群众3万人。", "500万元<812.5万元 312.5万元<812.5万元", ""},
		{"受理投诉74件，办结70件，其中调解结案46件，裁决结案24件。", "46件<70件 24件<70件", ""},
		{"有教师75人。其中，高级职称24人，中级职称51人。", "24人<75人 51人<75人", ""},
		{"会员总数达6.7万人，其中农民工2.2万人，比上年增加3000人。", "2.2万人<6.7万人", ""},
		{"覆盖单位18.4万家，其中企业13.1万家，占71.2%；机关2.9万家，占15.8%；其他2.4万家，占13.0%。", "13.1万家<18.4万家 2.9万家<18.4万家 2.4万家<18.4万家", ""},
		{"耕地1300亩，其中水田950亩、旱地350亩；林地7400亩。", "950亩<1300亩 350亩<1300亩", ""},
		{"发放救助金120万元、助学金45万元、慰问金35万元，三项合计200万元。", "120万元<200万元 45万元<200万元 35万元<200万元", ""},
		{"受访者月均收入5200元，其中司机7100元、保洁员3900元。", "", ""},
		{"培训班32期，其中电商班9期，培训学员860人。", "9期<32期", ""},
		{"退回礼金36个、共计4.3万元。", "", ""},
		{"甲市新建驿站210个，乙市180个，其余6市合计330个。", "", ""},
		{"近3万人参加，其中职工2.1万人。", "2.1万人<近3万人", ""},
		// a part of a part
		{"共有女干部8640人，其中处级以上女干部412人，其中正职63人。", "412人<8640人 63人<412人", ""},
		{"选派支教教师318人，其中高级教师97人，其中特级教师6人。", "97人<318人 6人<97人", ""},
		{"全厂职工2460人，其中技术工人1380人，其中高级技工290人。", "1380人<2460人 290人<1380人", ""},
		{"发放扶贫贷款3.2亿元，其中产业贷款1.8亿元，其中合作社贷款6400万元。", "1.8亿元<3.2亿元 6400万元<1.8亿元", ""},
		{"出院病人4.6万人次，其中参保病人3.9万人次（其中异地参保2100人次）。", "3.9万人次<4.6万人次 2100人次<3.9万人次", ""},
		{"救助儿童1640名，其中孤儿236名、残疾儿童318名，其中接受康复训练的95名。", "236名<1640名 318名<1640名 95名<318名", ""},
		// rounding is no mismatch
		{"筹资1.26亿元，其中财政8300万元、企业4300万元。", "8300万元<1.26亿元 4300万元<1.26亿元", ""},
		{"筹资3.3万元，其中企业捐款1.67万元、职工捐款1.67万元。", "1.67万元<3.3万元 1.67万元<3.3万元", ""},
		// they cannot be parts of the whole
		{"全县有工会会员4600人，其中女会员6900人。", "6900人<4600人", "4600人 6900人"},
		{"筹集善款90万元，其中企业捐款70万元，职工捐款30万元。", "70万元<90万元 30万元<90万元", "90万元 70万元 30万元"},
		{"获奖作品30件，其中一等奖5件、二等奖12件、三等奖18件。", "5件<30件 12件<30件 18件<30件", "30件 5件 12件 18件"},
		{"参训职工500人，其中男职工280人，女职工200人。", "280人<500人 200人<500人", "500人 280人 200人"},
		{"全校教师240人，其中男教师130人，女教师120人。", "130人<240人 120人<240人", "240人 130人 120人"},
		{"总投资6.4亿元，其中中央资金3亿元，省级配套2.5亿元，自筹1.6亿元。", "3亿元<6.4亿元 2.5亿元<6.4亿元 1.6亿元<6.4亿元", "6.4亿元 3亿元 2.5亿元 1.6亿元"},
		{"收到捐赠物资500件，其中棉衣300件、被褥180件、其他90件。", "300件<500件 180件<500件 90件<500件", "500件 300件 180件 90件"},
		{"三次产业增加值分别为12亿元、38亿元、25亿元，合计80亿元。", "", "12亿元 38亿元 25亿元 80亿元"},
		{"发放救助金120万元、助学金45万元、慰问金35万元，三项合计210万元。", "", "120万元 45万元 35万元 210万元"},
		// a list that leaves out some of its whole says nothing wrong
		{"筹集善款90万元，其中企业捐款50万元，职工捐款30万元。", "50万元<90万元 30万元<90万元", ""},
		{"获奖作品30件，其中一等奖5件、二等奖12件。", "5件<30件 12件<30件", ""},
	} {
		parts, flagged := partsOf(recordsOf(t, c.text))
		if parts != c.parts || flagged != c.flagged {
			t.Errorf("%s\n\tparts %s | flagged %s\n\twant  %s | %s", c.text, parts, flagged, c.parts, c.flagged)
		}
	}
}

// told lists the facts that are told more than once, each by its quantities,
// and the quantities that are in conflict.
func told(records []Record) (facts, conflicts string) {
	var order []string
	tellings := make(map[string][]string)
	var flagged []string
	for _, r := range records {
		if tellings[r.Fact] == nil {
			order = append(order, r.Fact)
		}
		tellings[r.Fact] = append(tellings[r.Fact], r.Quantity)
		if slices.Contains(r.Flags, "conflict") {
			flagged = append(flagged, r.Quantity)
		}
	}
	var lists []string
	for _, fact := range order {
		if len(tellings[fact]) > 1 {
			lists = append(lists, strings.Join(tellings[fact], "="))
		}
	}
	return strings.Join(lists, " "), strings.Join(flagged, " ")
}

func TestFacts(t *testing.T) {
	// An article with a lead and a body of its own; the section breaks are what
	// tells the two apart.
	article := func(lead string, sections ...string) string {
		text := "# 青山绿水映初心——河口县总工会工作纪实\n\n" + lead + "\n\n"
		for i, s := range sections {
			text += "## " + [...]string{"一、服务发展大局", "二、关爱困难职工", "三、加强自身建设"}[i] + "\n\n" + s + "\n\n"
		}
		return text
	}
	for _, c := range []struct{ name, text, facts, conflicts string }{
		{"a long number is told again", article("五年来，培训职工12430人次，筹集帮扶资金2670万元。", "五年来，累计培训职工12430人次。", "累计筹集帮扶资金2670万元。"),
			"12430人次=12430人次 2670万元=2670万元", ""},
		{"a short number is told again in the same words", article("五年来，化解劳动纠纷80起。", "五年来，化解劳动纠纷80起。"), "80起=80起", ""},
		{"equal numbers of different things", article("五年来，培训职工12430人次。", "五年来，慰问环卫工人12430人次。"), "", ""},
		{"equal numbers of two places", article("五年来，工作成效明显。", "甲镇新建职工书屋3家。", "乙镇新建职工书屋3家。"), "", ""},
		{"equal numbers of two years", article("工作成效明显。", "2018年，发放助学金136.5万元。", "2019年，发放助学金136.5万元。"), "", ""},
		{"equal numbers in one list", article("工作成效明显。", "甲镇培训农民1265人次，乙镇培训农民1265人次。"), "", ""},
		{"values that the words allow together", article("五年来，筹集帮扶资金2000余万元。", "五年来，筹集帮扶资金2670万元。"), "2000余万元=2670万元", ""},
		{"a rounded value", article("五年来，走访慰问职工3.2万人次。", "五年来，走访慰问职工32150人次。"), "3.2万人次=32150人次", ""},
		{"values that contradict each other", article("五年来，走访慰问职工12430人次。", "五年来，走访慰问职工14230人次。"), "12430人次=14230人次", "12430人次 14230人次"},
		{"a part of the whole", article("五年来，走访慰问职工12430人次。", "五年来，走访慰问职工2230人次。"), "", ""},
		{"two years", article("2018年，走访慰问职工12430人次。", "2019年，走访慰问职工14230人次。"), "", ""},
		{"two articles", article("五年来，培训职工12430人次。", "工作成效明显。") + strings.Replace(article("五年来，培训职工12430人次。", "工作成效明显。"), "河口", "山口", 1), "", ""},
	} {
		facts, conflicts := told(recordsOf(t, c.text))
		if facts != c.facts || conflicts != c.conflicts {
			t.Errorf("%s: facts %s | in conflict %s, want %s | %s", c.name, facts, conflicts, c.facts, c.conflicts)
		}
	}
}

// Every record has a fact, the id of its first telling, and no record is a
// part of itself.
func TestRelationsAreSound(t *testing.T) {
	records := recordsOf(t, "五年来，筹集善款2670万元，其中企业捐款1500万元，职工捐款1170万元。\n\n## 一、帮扶\n\n五年来，筹集善款2670万元。")
	ids := make(map[string]int)
	for i, r := range records {
		ids[r.ID] = i
		if first, ok := ids[r.Fact]; !ok || records[first].Fact != records[first].ID {
			t.Errorf("%s: the fact %q is no first telling", r.Quantity, r.Fact)
		}
		if r.PartOf == r.ID {
			t.Errorf("%s is a part of itself", r.Quantity)
		}
	}
	if len(records) != 4 {
		t.Errorf("%d records, want 4", len(records))
	}
	if !slices.IsSortedFunc(records, func(a, b Record) int { return cmp.Compare(a.Start, b.Start) }) {
		t.Error("the records are out of order")
	}
}
