package sink

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"unionrep/extract"
)

// shown are the cells of a Markdown table's second row, as a reader of GitHub's
// Markdown shows them.
func shown(t *testing.T, table string) []string {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(table), &page); err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, cell := range regexp.MustCompile(`(?s)<td[^>]*>(.*?)</td>`).FindAllStringSubmatch(page.String(), -1) {
		cells = append(cells, html.UnescapeString(cell[1]))
	}
	return cells
}

func checkMarkdown(t *testing.T, text string) {
	t.Helper()
	table := written(t, Options{Format: "md", Columns: []string{"text", "value"}}, extract.Record{Text: text})
	want := strings.Trim(blanks.Replace(text), " ")
	if got := shown(t, table); len(got) != 2 || got[0] != want || got[1] != "0" {
		t.Errorf("%q is shown as %q in\n%s", text, got, table)
	}
}

func TestMarkdown(t *testing.T) {
	got := written(t, Options{Format: "md", Columns: []string{"period_start", "value", "text", "flags"}},
		extract.Record{Text: "a|b\r\nc", PeriodStart: "2015", Flags: []string{"digit_lost", "ocr"}})
	want := "| period\\_start | value | text | flags |\n| --- | --: | --- | --- |\n| 2015 | 0 | a\\|b c | digit\\_lost;ocr |\n"
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for _, text := range []string{
		"", "5.2亿", "a|b", `a\|b`, `\`, `\\`, "`a|b`", "**2**人*3", "__init__", "~~5~~家", "<b>5</b>", "a&amp;b", "[1](http://example.org)",
		"![图](a.png)", "http://example.org/a_b", "www.example.org", "https://a.example", "a@example.org", "=1+1", "- 1", "# 1", "1. 2", "---", "$x$", "\t=1", "两\n行",
	} {
		checkMarkdown(t, text)
	}
}

// Whatever a text holds, a reader of the table sees that text.
func FuzzMarkdown(f *testing.F) {
	f.Add("a|b\r\n**c** <i> &lt; http://x.y www.x.org")
	f.Add("ftp://a.b/ mailto:a@b.c xmpp:a@b.c/d `|` \\| ![a](b)")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == '\ufffd' || r == 0x7f }) {
			t.Skip("no clean text has such characters")
		}
		checkMarkdown(t, text)
	})
}
