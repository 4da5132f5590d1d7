package meta

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestTable(t *testing.T) {
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte("县总工会")))
	const header = "file,sha256,published,publisher,url\n"
	table, err := parse("sources/meta.csv", []byte("\ufeff"+header+
		"a.txt,,2019-03-05,甲报,https://example.org/1?a=1\n"+
		"./sources/b.txt,,2018,\"乙,报\",\n"+
		","+strings.ToUpper(sum)+",2017-02,丙报,\n"+
		",,,,\n"+
		"-,,2016,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	doc := "d" + sum[:15]
	for _, c := range []struct{ name, doc, published, publisher string }{
		{"a.txt", "", "2019-03-05", "甲报"},
		{"sources/a.txt", "", "2019-03-05", "甲报"},
		{"sources//a.txt", "", "2019-03-05", "甲报"},
		{"sources/b.txt", "", "2018", "乙,报"},
		{"b.txt", "", "", ""},
		{"other.txt", doc, "2017-02", "丙报"},
		{"a.txt", doc, "2019-03-05", "甲报"}, // a name goes before a sum
		{"-", "", "2016", ""},
		{"other.txt", "d000000000000000", "", ""},
	} {
		row := table.Row(c.name, c.doc)
		if row.Value("published") != c.published || row.Value("meta.publisher") != c.publisher {
			t.Errorf("%s %s is %+v, want %s of %s", c.name, c.doc, row, c.published, c.publisher)
		}
	}
	used := map[*Row]bool{table.Row("a.txt", ""): true, table.Row("x", doc): true, nil: true}
	if got := fmt.Sprint(table.Unused(used)); got != "[sources/meta.csv:3 sources/meta.csv:6]" {
		t.Errorf("unused are %s", got)
	}
}

func TestTableInGBK(t *testing.T) {
	raw, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("file,publisher\r\n报告.txt,工人日报\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := parse("m.csv", raw)
	if err != nil || table.Row("报告.txt", "").Value("publisher") != "工人日报" {
		t.Errorf("%v, %v", table, err)
	}
}

func TestWrongTables(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "m.csv:1:1: no header: name the columns, such as file,url,published",
		"file,publisehd\n":             "m.csv:1:6: unknown column \"publisehd\": columns are file, sha256, doc, url, publisher, published, retrieved, region; did you mean published?",
		"file,url,url\n":               "m.csv:1:10: the column url is there twice",
		"url\n":                        "m.csv:1:1: no column says which document a row is of: add file, or sha256, or doc",
		"file,published\na,2019/3/5\n": "m.csv:2:3: \"2019/3/5\" is no date: write 2019, 2019-03 or 2019-03-05",
		"file,published\na,2019-02-30": "m.csv:2:3: \"2019-02-30\" is no date: write 2019, 2019-03 or 2019-03-05",
		"file,retrieved\na,x\nb,y\n":   "m.csv:2:3: \"x\" is no date: write 2019, 2019-03 or 2019-03-05\nm.csv:3:3: \"y\" is no date: write 2019, 2019-03 or 2019-03-05",
		"file,url\na\n":                "m.csv:2:1: 1 cells, but 2 columns",
		"file,url\n,x\n":               "m.csv:2:1: the row names no document",
		"file,url\na,x\n\na,y\n":       "m.csv:4:1: the document of line 2 again",
		"url,sha256\nx,12\n":           "m.csv:2:3: \"12\" is neither the 64 hexadecimal digits of a SHA-256 nor the doc of a record",
		"file,url\na,\"x\n":            "m.csv:2:6: extraneous or missing \" in quoted-field",
		"%PDF-1.4":                     "m.csv: not a text file: it starts as a PDF document does; turn it into text first",
	} {
		_, err := parse("m.csv", []byte(in))
		if fmt.Sprint(err) != want {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

func TestColumnsAreValuesOfARow(t *testing.T) {
	row := Row{"url", "publisher", "published", "retrieved", "region"}
	for _, c := range Columns() {
		if got := Prefix + row.Value(c); got != c {
			t.Errorf("%s holds %s", c, got)
		}
	}
	if (*Row)(nil).Value("url") != "" || row.Value("other") != "" {
		t.Error("a value where there is none")
	}
}
