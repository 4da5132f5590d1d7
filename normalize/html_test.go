package normalize

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func TestHTMLSpec(t *testing.T) { runPages(t, "html.txt") }

// Each line of the table tells the attributes that it names, and leaves others.
func TestBoilerplateTable(t *testing.T) {
	f, err := data.Open("data/boilerplate.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for i, want := range map[int]bool{2: true, 3: false} {
			key, value, ok := strings.Cut(row[i], "=") // id counts as class does
			if !ok || boilerplateAttribute(key, value) != want {
				t.Errorf("%s is told to be %v, want %v", row[i], !want, want)
			}
		}
	}
}

func TestLooksLikeHTML(t *testing.T) {
	for text, want := range map[string]bool{
		"<!DOCTYPE html><p>":                          true,
		"\r\n  <HTML lang=zh>":                        true,
		"<?xml version=\"1.0\"?>\n<html xmlns=\"x\">": true,
		"<?xml version=\"1.0\"?>\n<报告>":               false,
		"<p>慰问职工300人":                                 true,
		"<!-- 首页 -->慰问":                               true,
		"<person>":                                    false,
		"<五一>专刊":                                      false,
		"<p":                                          false,
		"":                                            false,
		"县总工会<p>慰问":                                   false,
		strings.Repeat(" ", 3000) + "<html>":          false,
		"\ufeff<body>":                                true,
	} {
		if got := looksLikeHTML(text); got != want {
			t.Errorf("%.40q looks like HTML: %v, want %v", text, got, want)
		}
	}
}

// What markup there is can be told.
func TestMarkupAsTold(t *testing.T) {
	const page = "<p>慰问职工<b>300</b>人。</p>"
	for markup, want := range map[Markup]string{AutoMarkup: "慰问职工300人。", HTML: "慰问职工300人。", PlainText: page} {
		text, err := Clean([]byte(page), Options{Markup: markup})
		if err != nil || text.Clean() != want {
			t.Errorf("read as %d it is %q (%v), want %q", markup, text.Clean(), err, want)
		}
	}
	text, err := Clean([]byte("县总工会慰问<b>职工</b>300人。"), Options{Markup: HTML})
	if err != nil || text.Clean() != "县总工会慰问职工300人。" {
		t.Errorf("a piece of a page is %q (%v)", text.Clean(), err)
	}
}

func TestReference(t *testing.T) {
	for in, want := range map[string]struct {
		to string
		n  int
	}{
		"&amp;":           {"&", 5},
		"&lt;b&gt;":       {"<", 4},
		"&#20803;万":       {"元", 8},
		"&#20803万":        {"元", 7},
		"&#x4e07;":        {"万", 8},
		"&copy2019":       {"©", 5},
		"&amplt;":         {"&", 4},
		"&nbsp;300":       {"\u00a0", 6},
		"&D经费":            {"", 0},
		"&unknown;":       {"", 0},
		"&":               {"", 0},
		"&;":              {"", 0},
		"&NotEqualTilde;": {"≂̸", 15},
	} {
		if to, n := reference(in); to != want.to || n != want.n {
			t.Errorf("%s begins with %q of %d bytes, want %q of %d", in, to, n, want.to, want.n)
		}
	}
}

// What a page leaves aside is told by an edit.
func TestBoilerplateIsAnEdit(t *testing.T) {
	const page = "<p>慰问职工300人。</p><footer>版权所有</footer>"
	for _, e := range clean(t, page).Edits() {
		if e.Reason == boilerplate {
			if got := page[e.Start:e.End]; got != "<footer>版权所有</footer>" || e.To != "" {
				t.Errorf("the edit is %q to %q", got, e.To)
			}
			return
		}
	}
	t.Error("no edit")
}

// Pages that are nested deeply or that end nothing take time in proportion to
// their size, and lose no text.
func TestHostilePages(t *testing.T) {
	const n = 50_000
	for _, page := range []string{
		strings.Repeat("<div>", n) + "慰问职工300人。",
		strings.Repeat("<p>", n) + strings.Repeat("</div>", n) + "慰问职工300人。",
		strings.Repeat("<table><tr><td>", n) + "慰问职工300人。",
		"<table><tr><td>" + strings.Repeat("<b><td>", n) + "慰问职工300人。",
		strings.Repeat("<a href=x>", n) + "慰问职工300人。",
		"慰问职工300人。" + strings.Repeat("<", n) + strings.Repeat("&", n),
		"<td colspan=1000000 rowspan=1000000>慰问职工300人。",
		"<table><tr><td colspan=99 rowspan=99>1<td>2<tr><td colspan=99>3<td>4</table>慰问职工300人。",
	} {
		text, err := Clean([]byte(page), Options{Markup: HTML})
		if err != nil || !strings.Contains(text.Clean(), "慰问职工300人。") {
			t.Errorf("%.60q becomes %.60q (%v)", page, text.Clean(), err)
		}
	}
}

func TestTooManyElements(t *testing.T) {
	_, err := Clean([]byte(strings.Repeat("<p>", mostElements+1)), Options{Markup: HTML})
	if !errors.Is(err, ErrPage) {
		t.Errorf("error %v, want %v", err, ErrPage)
	}
}

// FuzzHTML feeds pages to the pass: it never panics, gives valid text, keeps
// every place within the page, and each character that it did not write itself
// is the one that stands there.
func FuzzHTML(f *testing.F) {
	for _, c := range pageCases(f, "html.txt") {
		f.Add(c.in)
	}
	for _, page := range []string{
		"<", "</", "<!", "<!--", "<a", "<a href='", "&", "&#", "&#x;", "<script>", "<title>a", "<textarea>b", "<plaintext>c<p>",
		"<table><tr><td colspan=3 rowspan=2>1<td>2<tr><td>3</table>", "<h1><br>a<p>b</h1>c", "<pre>\n a\tb\n</pre>", "a\u00a0&nbsp;\n b",
		"<title>甲_乙</title>甲", "<h1>甲</h1><h1>乙</h1><title>乙", "<svg><title>图</title></svg>文", "<td>1</td></tr>", "\ufffd\x00<b>\x00",
	} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) {
			t.Skip("decoding comes before")
		}
		source := &Source{raw: []byte(page), decoded: page}
		text, err := html(newText(source), Options{Markup: HTML, AllEdits: true})
		if err != nil {
			t.Fatal(err)
		}
		text.settle()
		clean := text.Clean()
		if !utf8.ValidString(clean) {
			t.Fatalf("%q is not valid", clean)
		}
		edited := make([]bool, len(page)+1)
		for _, e := range text.Edits() {
			if e.Start < 0 || e.End < e.Start || e.End > len(page) {
				t.Fatalf("an edit of %d-%d in %d", e.Start, e.End, len(page))
			}
			for i := e.Start; i < e.End; i++ {
				edited[i] = true
			}
		}
		at := 0
		for i, r := range clean {
			spans := text.Decoded(i, i+utf8.RuneLen(r))
			s := spans[0]
			if len(spans) != 1 || s.Start < at || s.End < s.Start || s.End > len(page) {
				t.Fatalf("%q at %d is at %v of %d, behind %d", r, i, spans, len(page), at)
			}
			at = s.Start
			if s.Len() > 0 && !edited[s.Start] && !bytes.HasPrefix([]byte(page[s.Start:]), []byte(string(r))) {
				t.Fatalf("%q at %d is at %q", r, i, page[s.Start:s.End])
			}
		}
	})
}

// What a page says of its encoding decides where its text is too short to tell,
// and not where it is plainly wrong.
func TestDeclaredEncoding(t *testing.T) {
	in := func(enc encoding.Encoding, text string) []byte {
		raw, err := enc.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	const long = "<p>一年来，全县各级工会筹集帮扶资金，慰问困难职工，举办技能竞赛，建成职工书屋。</p>"
	for _, c := range []struct {
		enc  encoding.Encoding
		said string
		text string
		want string
	}{
		{simplifiedchinese.GBK, "gb2312", "<p>万元</p>", "gb18030"},
		{traditionalchinese.Big5, "Big5", "<p>万元</p>", "big5"},
		{simplifiedchinese.GBK, "big5", long, "gb18030"},
		{encoding.Nop, "gbk", long, "utf-8"},
		{simplifiedchinese.GBK, "utf-8", long, "gb18030"},
		{simplifiedchinese.GBK, "shift_jis", long, "gb18030"},
	} {
		raw := append([]byte("<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset="+c.said+"\">"), in(c.enc, c.text)...)
		text, err := Clean(raw, Options{})
		if err != nil || text.Encoding() != c.want || strings.ContainsAny(text.Clean(), "<\ufffd") {
			t.Errorf("%q says %s and is read as %s (%v): %q", c.text, c.said, text.Encoding(), err, text.Clean())
		}
	}
}
