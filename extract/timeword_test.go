package extract

import (
	"strings"
	"testing"

	"unionrep/normalize"
)

// Which time word dates a figure: that of its sentence, the one that opens its
// paragraph, the lead-in that holds until the next one or a heading.
func TestTimeWords(t *testing.T) {
	cases := []struct {
		text string
		want string // the periods of the figures, parted by |
	}{
		{"五年来，培训职工300人。建成书屋12家。\n新建驿站5个。", "五年来|五年来|五年来"},
		{"五年来，培训职工300人。2019年表彰劳模20名。建成书屋12家。", "五年来|2019年|五年来"},
		{"2021年，全县工会发展会员500人。新建书屋6家。", "2021年|2021年"},
		{"截至2022年底，全市有工会900家。会员12万人。\n筹集资金80万元。", "截至2022年底|截至2022年底|"},
		{"近三年，筹集资金80万元，目前累计救助职工300人。", "近三年|目前"},
		{"经费由2018年的30万元增加到2020年的50万元，培训职工300人。", "2018年|2020年|"},
		{"收入比上年增长8%，发放补助20万元。", "|"},
		{"五年来，培训职工300人。\n3月10日，中心广场设摊位60个。现场达成意向900人。", "五年来|3月10日|"},
		{"医院始建于1952年，现有床位500张。", ""},
		{"每年救助职工300人。日前，慰问职工20人。", "每年|"},
		{"各位代表，大家好！党的十八大以来，培训职工300人。\n新建驿站5个。", "党的十八大以来|党的十八大以来"},
		{"各位记者，大家好！今年入冬以来，慰问职工300人。新建驿站5个。\n办书屋3家。", "今年入冬以来|今年入冬以来|"},
		{"制度健全。六年间，培训职工300人。新建驿站5个。", "六年间|六年间"},
		{"五年累计争取资金60万元。", "五年"},
		{"连续三年慰问职工600人。", "|"},
	}
	for _, c := range cases {
		text, err := normalize.Clean([]byte(c.text), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var periods []string
		for _, r := range Extract("test", text) {
			periods = append(periods, r.Period)
		}
		if got := strings.Join(periods, "|"); got != c.want {
			t.Errorf("%s\n\t%s, want %s", c.text, got, c.want)
		}
	}
}
