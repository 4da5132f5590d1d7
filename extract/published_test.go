package extract

import (
	"testing"

	"unionrep/normalize"
)

// The date of publication decides where the text tells no date, and only there.
func TestPublished(t *testing.T) {
	for _, c := range []struct {
		text, published   string
		start, end, basis string
	}{
		{"今年，县总工会慰问职工300人。", "", "", "", ""},
		{"今年，县总工会慰问职工300人。", "2018-06-15", "2018", "2018", "metadata"},
		{"今年，县总工会慰问职工300人。", "2018", "2018", "2018", "metadata"},
		{"去年，县总工会慰问职工300人。", "2018-06", "2017", "2017", "metadata"},
		{"五年来，县总工会慰问职工300人。", "2018-06-15", "2014", "2018", "metadata"},
		{"近三年，县总工会慰问职工300人。", "2018-12-30", "2016", "2018", "metadata"},
		{"五年来，县总工会慰问职工300人。", "2018-02-15", "", "", ""}, // early in a year it may be the year before
		{"上半年，县总工会慰问职工300人。", "2018-07-15", "2018-01", "2018-06", "metadata"},
		{"“十二五”期间，县总工会慰问职工300人。", "2018-06-15", "2011", "2015", "sentence"},
		{"2016年，县总工会慰问职工300人。", "2018-06-15", "2016", "2016", "sentence"},
		{"县总工会2015年工作总结\n\n今年，县总工会慰问职工300人。", "2018-06-15", "2015", "2015", "article"},
		{"县总工会工作总结\n（2013年12月3日）\n\n五年来，县总工会慰问职工300人。", "2018-06-15", "2009", "2013", "article"},
		{"县总工会慰问职工300人。", "2018-06-15", "", "", ""},
	} {
		text, err := normalize.Clean([]byte(c.text), normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		records := BuiltIn().Read("a.txt", text, c.published).Records
		if len(records) != 1 {
			t.Errorf("%s: %d records", c.text, len(records))
			continue
		}
		if r := records[0]; r.PeriodStart != c.start || r.PeriodEnd != c.end || r.PeriodBasis != c.basis {
			t.Errorf("%s published %s: %s to %s by %q, want %s to %s by %q", c.text, c.published, r.PeriodStart, r.PeriodEnd, r.PeriodBasis, c.start, c.end, c.basis)
		}
	}
}
