package quantity

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// check fails unless qs are quantities of text[from:to] in order, on the edges
// of characters, without overlap.
func check(t *testing.T, text string, from, to int, qs []Quantity) {
	t.Helper()
	last, valid := from, utf8.ValidString(text)
	for _, q := range qs {
		inOrder := last <= q.Start && q.Start <= q.NumStart && q.NumStart < q.NumEnd && q.NumEnd <= q.End && q.End <= to &&
			q.Start <= q.UnitStart && q.UnitStart <= q.UnitEnd && q.UnitEnd <= q.End
		if !inOrder {
			t.Fatalf("%.200q: %+v behind %d", text, q, last)
		}
		if valid && !utf8.ValidString(text[q.Start:q.End]) {
			t.Fatalf("%q: %q cuts a character", text, text[q.Start:q.End])
		}
		if q.Low.Cmp(q.High) > 0 || q.Bound == Range && q.Max.Cmp(q.Value) < 0 {
			t.Fatalf("%q: %+v has its ends the wrong way round", text, q)
		}
		if q.Bound == Exact && (q.Low != q.Value || q.High != q.Value) {
			t.Fatalf("%q: %+v is exact and has an interval", text, q)
		}
		last = q.End
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"筹资3000余万元", "三四万吨", "约有2万名", "2——3万", "人民币￥3，000元", "第一、二名", "百分之七十至八十", "3.2万人(次)以上", "两个半月", "八五折", "US$5", "1+17", "2014.12.16", "12:30", "半年", "一个又一个", "-1.5亿元", "数百万", "\xff三\xe4", "近 200 万元", "0818-2345678"} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, cut uint8) {
		qs := BuiltIn().Scan(nil, text, 0, len(text))
		check(t, text, 0, len(text), qs)
		from := min(int(cut), len(text))
		for from < len(text) && !utf8.RuneStart(text[from]) {
			from++
		}
		check(t, text, from, len(text), BuiltIn().Scan(nil, text, from, len(text)))
	})
}

// Only what lies between from and to is reported, but what stands before is
// seen.
func TestScanWindow(t *testing.T) {
	text := "培训300人，第2名获奖，走访50户"
	from := strings.Index(text, "2名")
	for _, c := range []struct {
		from, to int
		want     string
	}{
		{0, len(text), "300人 50户"}, {from, len(text), "50户"}, {0, from, "300人"}, {0, len("培训30"), ""}, {3, 3, ""},
	} {
		var got []string
		for _, q := range BuiltIn().Scan(nil, text, c.from, c.to) {
			got = append(got, text[q.Start:q.End])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("BuiltIn().Scan(%d, %d) is %q, want %s", c.from, c.to, got, c.want)
		}
	}
}

// A scan allocates nothing but its result.
func TestScanAllocates(t *testing.T) {
	text := strings.Repeat("全县各级工会筹集帮扶资金3000余万元，慰问困难职工两千名，覆盖率达到百分之九十以上。", 20)
	dst := BuiltIn().Scan(nil, text, 0, len(text))
	if n := testing.AllocsPerRun(10, func() { dst = BuiltIn().Scan(dst[:0], text, 0, len(text)) }); n != 0 {
		t.Errorf("%v allocations a scan of %d quantities", n, len(dst))
	}
}

// A text of one character again and again is read in time that grows with its
// length alone.
func TestLongRuns(t *testing.T) {
	for _, s := range []string{"9", "一", "十", "万", "1,", "1.", "1-", "1:", "一、", "5元/", "第一、", "一个", "￥", "   5", "1亿", "约", "《1", "1月", "半", "三分之", "百分之", "0-111-"} {
		text := strings.Repeat(s, 300_000/len(s))
		check(t, text, 0, len(text), BuiltIn().Scan(nil, text, 0, len(text)))
	}
}

func TestExplain(t *testing.T) {
	for _, c := range []struct{ text, number, rule string }{
		{"会议于2016年召开", "2016年", "grammar/date"},
		{"比分3:2", "3:2", "grammar/score"},
		{"开展三严三实教育", "三严三实", "setphrase/三严三实"},
		{"实施“十二五”规划", "十二五", "setphrase/十二五"},
		{"举办第五届运动会", "五", "grammar/ordinal"},
		{"拨打12351", "12351", "grammar/nounit"},
		{"办公楼11层的书屋", "11层", "context/层-楼层"},
		{"采购300元件", "300", "unit/元/元件"},
	} {
		readings := BuiltIn().Explain(c.text, 0, len(c.text))
		if len(readings) != 1 {
			t.Errorf("%s: %+v, want one reading", c.text, readings)
			continue
		}
		if r := readings[0]; r.Counts || c.text[r.Start:r.End] != c.number || r.Rule != c.rule {
			t.Errorf("%s: %s is none for %s, want %s for %s", c.text, c.text[r.Start:r.End], r.Rule, c.number, c.rule)
		}
	}
}

func TestIntervals(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"筹资3000余万元", "30000000..40000000"},
		{"培训120多人", "120..130"},
		{"总额21.32亿多元", "2132000000..2133000000"},
		{"数百名职工", "100..1000"},
		{"十几个单位", "10..20"},
		{"二十几个单位", "20..30"},
		{"超过500人", "500.."},
		{"300人以上", "300.."},
		{"近20万职工", "100000..200000"},
		{"近25万元", "240000..250000"},
		{"近百人", "90..100"},
		{"不足98.5%", "98.4..98.5"},
		{"约50人", "45..55"},
		{"约1.5万元", "14500..15500"},
		{"不超过300元", "0..300"},
		{"5至8人", "5..8"},
		{"三四万吨", "30000..40000"},
		{"300人", "300..300"},
	} {
		q := BuiltIn().Scan(nil, c.text, 0, len(c.text))
		if len(q) != 1 {
			t.Errorf("%s has %d quantities", c.text, len(q))
			continue
		}
		got := q[0].Low.String() + ".."
		if !q[0].HighOpen {
			got += q[0].High.String()
		}
		if got != c.want {
			t.Errorf("%s allows %s, want %s", c.text, got, c.want)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	filler := "各级组织坚持服务大局围绕中心工作深入基层调查研究扎实推进重点任务落实维护职工合法权益"
	text := strings.Repeat(filler+"筹集资金3000余万元，"+filler+"培训职工1208人。", 500)
	b.SetBytes(int64(len(text)))
	var dst []Quantity
	for b.Loop() {
		dst = BuiltIn().Scan(dst[:0], text, 0, len(text))
	}
}
