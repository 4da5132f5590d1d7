package attach

import (
	"testing"

	"unionrep/extract/internal/lexicon"
	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
)

// targets says of each quantity of a sentence whether it is a plan's.
func targets(text string) []bool {
	r := NewReader(BuiltIn(), lexicon.BuiltIn(), quantity.BuiltIn())
	s := Sentence{
		End:        len(text),
		Quantities: quantity.BuiltIn().Scan(nil, text, 0, len(text)),
		Times:      period.Find(nil, text, 0, len(text)),
	}
	var plans []bool
	for _, f := range r.Read(text, s) {
		plans = append(plans, f.Target)
	}
	return plans
}

func TestPlan(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool // of the last quantity
	}{
		{"明年将新建职工书屋26家。", true},
		{"市妇联将为贫困母亲发放贷款460万元。", true},
		{"集团将招聘大学生320名。", true},
		{"下一步将重点抓好三件事：一是新建驿站130个。", true},
		{"图书馆将在乡镇设立分馆17个，新增座位900席。", true},
		{"力争会员突破2.6万人。", true},
		{"计划培训新型农民1800人次。", true},
		{"协会计划举办比赛45场。", true},
		{"拟聘任首席技师24名。", true},
		{"要新建托幼点18处。", true},
		{"下半年要完成测绘18处。", true},
		{"争取到年底建成站点35个。", true},
		{"确保参保率达到96%以上。", true},
		{"预计全年接待游客240万人次。", true},
		// 将 for 把
		{"将帮扶资金预算从8万元提高到21万元。", false},
		{"将困难职工帮扶标准由800元提高到1500元。", false},
		{"将价值36万元的物资送到工人手中。", false},
		{"将帮扶标准由80元提高到130元。", false},
		{"将140户纳入低保范围。", false},
		{"将全县职工分成26个片区。", false},
		{"将培训经费提高到90万元。", false},
		// words that hold one
		{"有运动健将26名。", false},
		{"将近400名职工参加。", false},
		{"模拟演练45次。", false},
		{"实施三年行动计划，投入资金830万元。", false},
		{"落实“温暖包”计划27批。", false},
		{"争取帮扶资金430万元。", false},
		{"主要举办讲座26场。", false},
		{"确保了1300名职工按时领到工资。", false},
		{"药费一年就要4万多元。", false},
		{"走访慰问职工5300人次。", false},
		{"力争三年全部建成，去年已完工4个。", false},
		{"明年打算修渠18公里。", true},
		{"“五一”打算：宅家46%。", false},
		{"落实“四个必须”要求，走访企业130家。", false},
	} {
		plans := targets(c.text)
		if len(plans) == 0 {
			t.Errorf("%s: no figure", c.text)
			continue
		}
		if plans[len(plans)-1] != c.want {
			t.Errorf("%s: %t, want %t", c.text, plans[len(plans)-1], c.want)
		}
	}
}

// What stands before the word that announces a plan is reported.
func TestPlanBegins(t *testing.T) {
	if got := targets("已建成书屋16家，明年将新建24家。"); len(got) != 2 || got[0] || !got[1] {
		t.Errorf("%v, want the second alone", got)
	}
}

// What a planned change sets out from is there already.
func TestPlanDeparts(t *testing.T) {
	for _, text := range []string{"力争把日薪从目前的140元提高到170元。", "计划将标准由600元提高到800元。"} {
		if got := targets(text); len(got) != 2 || got[0] || !got[1] {
			t.Errorf("%s: %v, want the second alone", text, got)
		}
	}
}

// The examples of plans.csv announce plans, its counter-examples do not.
func TestPlanWords(t *testing.T) {
	entries, err := Entries(&planKind)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		for _, text := range e.Words("yes") {
			if got := targets(text + "。"); len(got) != 1 || !got[0] {
				t.Errorf("%s: %s: %v", e.Place, text, got)
			}
		}
		for _, text := range e.Words("no") {
			if got := targets(text + "。"); len(got) != 1 || got[0] {
				t.Errorf("%s: %s: %v", e.Place, text, got)
			}
		}
	}
}
