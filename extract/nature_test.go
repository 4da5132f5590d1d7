package extract

import "testing"

// What sort of statement a sentence makes with the quantity in it.
func TestNature(t *testing.T) {
	for _, c := range []struct{ text, quantity, want string }{
		{"全年培训职工4600人次。", "4600人次", "flow"},
		{"五年来，筹集帮扶资金870万元。", "870万元", "flow"},
		{"截至6月底，累计发放贷款3.4亿元。", "3.4亿元", "flow"},
		{"2019年，全市工业总产值486亿元。", "486亿元", "flow"},
		{"目前，全县有基层工会364家。", "364家", "stock"},
		{"集团现有职工8300人。", "8300人", "stock"},
		{"截至2018年底，会员总数达5.6万人。", "5.6万人", "stock"},
		{"年末存款余额93.5亿元。", "93.5亿元", "stock"},
		{"图书馆建筑面积1.8万平方米。", "1.8万平方米", "stock"},
		{"会员比上年增加2600人。", "2600人", "change"},
		{"帮扶标准由800元提高到1500元。", "1500元", "change"},
		{"产量同比下降4.6%。", "4.6%", "change"},
		{"入会率提高3.2个百分点。", "3.2个百分点", "change"},
		{"明年将新建职工书屋26家。", "26家", "target"},
		{"力争建会率达到95%。", "95%", "target"},
		{"到2025年，建成驿站180个。", "180个", ""},
		{"入会率达96.4%。", "96.4%", "rate"},
		{"人均收入1300元。", "1300元", "rate"},
		{"每人最高可补助5000元。", "5000元", "limit"},
		{"最低工资标准1800元。", "1800元", "limit"},
	} {
		found := false
		for _, r := range recordsOf(t, c.text) {
			if r.Quantity != c.quantity {
				continue
			}
			found = true
			if want := c.want; want != "" && r.Nature != want {
				t.Errorf("%s: %s (%s, %s) is %q, want %q", c.text, r.Quantity, r.Action, r.Indicator, r.Nature, want)
			}
		}
		if !found {
			t.Errorf("%s: no record of %s", c.text, c.quantity)
		}
	}
}

// A plan is announced by a clause, by a heading above it and by a year that the
// article cannot report on; it is optional.
func TestTargets(t *testing.T) {
	const report = `# 青川县总工会2019年工作总结

2019年，县总工会在县委领导下，围绕中心、服务大局，各项工作取得新进展，工会组织凝聚力进一步增强。

## 一、目标任务完成情况

新建职工书屋31家，培训职工4600人次，将帮扶标准由500元提高到900元。

2020年，新建托管班17个。

## 二、存在的问题和今后打算

仍有48家企业没有建会。

## 三、2020年工作要点

### （一）组织建设

新建基层工会65家，发展会员5200人。

### （二）权益维护

调处争议330件。目前已有调解员74名。

## 四、大事记

走访企业150家。
`
	want := map[string]bool{
		"31家": false, "4600人次": false, "500元": false, "900元": false, "17个": true, "48家": false,
		"65家": true, "5200人": true, "330件": true, "74名": false, "150家": false,
	}
	for _, r := range recordsOf(t, report) {
		target, ok := want[r.Quantity]
		if !ok {
			continue
		}
		delete(want, r.Quantity)
		if (r.Nature == natureTarget) != target || r.Optional != target {
			t.Errorf("%s: nature %q, optional %t, want target %t", r.Quantity, r.Nature, r.Optional, target)
		}
	}
	for quantity := range want {
		t.Errorf("no record of %s", quantity)
	}
}
