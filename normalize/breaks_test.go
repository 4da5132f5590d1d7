package normalize

import "testing"

func TestCutNumber(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want cutKind
	}{
		{"全年看望困难户1", "200人次，发放米面", nearCut},
		{"筹集善款1,2", "36,500元", sureCut},
		{"签订承诺书8,", "460份，覆盖班组", sureCut},
		{"合格率提高4.", "5个百分点", sureCut},
		{"合格率为99", ".2%", sureCut},
		{"补助资金20", "万元，惠及", sureCut},
		{"补助资金620余", "万元，惠及", sureCut},
		{"培训骨干27", "名，涉及", sureCut},
		{"覆盖率达到百分之", "九十六，比上年", sureCut},
		{"参训学员二万七千", "三百人", nearCut},
		{"慰问护林员九百四", "十五户", nearCut},
		{"慰问护林员十二", "名", nearCut},
		{"发放慰问品价值近", "80万元。", nearCut},
		{"入会职工从201", "8年间的", nearCut},

		{"全年看望困难户1", "2019年，工会", noCut},             // a year
		{"发放米面1", "8460000000元", noCut},             // longer than numbers are written
		{"筹集善款1,2", "3元", noCut},                    // groups of three digits
		{"培训骨干27", "名誉主席到会", noCut},                 // 名誉 is no unit
		{"培训骨干27", "家长学校开课", noCut},                 // 家长 is none
		{"联系电话：5612345", "6人参加", noCut},             // a telephone number
		{"12", "家企业", noCut},                        // a cell, not a sentence
		{"这项工作抓得早，走在第一", "线职工的前面", noCut},           // 线 is no unit
		{"工会工作再上新台阶", "12家企业", noCut},               // nothing is broken off
		{"慰问护林员二百", "三百米", noCut},                   // two numbers
		{"全县职工人数达到5600人", "家属区改造一新", noCut},         // whole
		{"筹集善款12.5", "3.6万元", noCut},                // two points
		{"发放慰问品价值近", "2019年，工会", noCut},             // a date
		{"有关文件见附件1-2", "00人参加", noCut},              // a number with a dash
		{"被评为全国百强", "百姓反映很好", noCut},                // no numeral
		{"总结会开到下午3", "下岗职工代表发言", noCut},             // no unit
		{"", "12家企业", noCut}, {"补助资金20", "", noCut}, // nothing
	} {
		if got := cutNumber(c.a, c.b); got != c.want {
			t.Errorf("%s | %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
