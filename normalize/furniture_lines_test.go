package normalize

import (
	"strings"
	"testing"
)

func TestSiteLines(t *testing.T) {
	wheres := map[string]bool{"start": true, "end": true, "whole": true, "anywhere": true}
	header := []string{"where", "words", "longest", "example", "counter"}
	eachRow("furniture.csv", header, func(cells []string, place string) {
		if !wheres[cells[0]] {
			t.Errorf("%s: no such place: %s", place, cells[0])
		}
		if !siteLine(cells[3]) {
			t.Errorf("%s: the example %q is taken for the report's", place, cells[3])
		}
		if siteLine(cells[4]) {
			t.Errorf("%s: the counter-example %q is taken for a site's", place, cells[4])
		}
		for w := range strings.FieldsSeq(cells[1]) {
			if w = strings.ReplaceAll(w, "_", " "); !siteLine(w) {
				t.Errorf("%s: %q is taken for the report's", place, w)
			}
		}
	})
	for _, line := range []string{"滨江新闻网 http://www.example.com/1.html", "www.example.org"} {
		if !siteLine(line) {
			t.Errorf("%q is taken for the report's", line)
		}
	}
	for _, line := range []string{"五年来，工会网站www.example.org点击达3万次，", "全县共建会320家", "关于我们工会", ""} {
		if siteLine(line) {
			t.Errorf("%q is taken for a site's", line)
		}
	}
}
