package quantity

import "testing"

func TestLabelUnit(t *testing.T) {
	for _, c := range []struct {
		label string
		want  CellUnit
		ok    bool
	}{
		{"金额（万元）", CellUnit{"元", Money, 4}, true},
		{"参加人数(人)", CellUnit{"人", People, 0}, true},
		{"服务对象（人次）", CellUnit{"人次", People, 0}, true},
		{"占比(%)", CellUnit{"%", Ratio, 0}, true},
		{"单位：亿元", CellUnit{"元", Money, 8}, true},
		{"单位: 千人", CellUnit{"人", People, 3}, true},
		{"面积（万平方米）", CellUnit{"平方米", Measure, 4}, true},
		{"发电量（亿千瓦时）", CellUnit{"千瓦时", Measure, 8}, true},
		{"经费/万元", CellUnit{"元", Money, 4}, true},
		{"标准（元/亩）", CellUnit{"元/亩", Money, 0}, true},
		{"备注", CellUnit{}, false},
		{"项目（名称）", CellUnit{}, false},
	} {
		got, ok := BuiltIn().LabelUnit(c.label)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("BuiltIn().LabelUnit(%s) is %+v, %v, want %+v, %v", c.label, got, ok, c.want, c.ok)
		}
	}
}

func TestReadCell(t *testing.T) {
	wan := CellUnit{"元", Money, 4}
	for _, c := range []struct {
		cell string
		unit CellUnit
		want string
	}{
		{"32.5", wan, "32.5 325000 exact 元 money"},
		{" 1,250 ", wan, "1,250 12500000 exact 元 money"},
		{"-3.2", CellUnit{"%", Ratio, 0}, "-3.2 -3.2 exact % ratio"},
		{"45人", wan, "45人 45 exact 人 people"},
		{"约45人", wan, "约45人 45 about 人 people"},
		{"十二", CellUnit{"个", Count, 0}, "十二 12 exact 个 count"},
		{"2012年", wan, ""},
		{"合计", wan, ""},
		{"", wan, ""},
		{"12 34", wan, ""},
	} {
		q, ok := BuiltIn().ReadCell(c.cell, 0, len(c.cell), c.unit)
		got := ""
		if ok {
			got = show(c.cell, q)
		}
		if got != c.want {
			t.Errorf("BuiltIn().ReadCell(%q) is %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestBoundBefore(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  Bound
		start int
	}{
		{"已经超过", Over, len("已经")}, {"不足", Nearly, 0}, {"大约", About, 0}, {"不超过", AtMost, 0}, {"签约", Exact, len("签约")}, {"共有", Exact, len("共有")}, {"", Exact, 0},
	} {
		if got, start := BuiltIn().BoundBefore(c.text, len(c.text)); got != c.want || start != c.start {
			t.Errorf("BuiltIn().BoundBefore(%s) is %v at %d, want %v at %d", c.text, got, start, c.want, c.start)
		}
	}
}
