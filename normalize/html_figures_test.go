package normalize_test

import (
	"fmt"
	"html"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"unionrep/extract"
	"unionrep/normalize"
	"unionrep/normalize/internal/simulate"
)

// A pageMaker makes an HTML page of a plain text, as content systems do:
// paragraphs in elements of one kind or another, inline tags and character
// references anywhere, also within numbers, and around it what belongs to the
// site.
type pageMaker struct {
	*rand.Rand
	out strings.Builder
}

func (m *pageMaker) one(of ...string) string { return of[m.IntN(len(of))] }

func (m *pageMaker) page(text string) string {
	m.out.Reset()
	m.out.WriteString(m.one("<!DOCTYPE html>\n", "", "<!-- page -->"))
	m.out.WriteString("<html><head><meta charset=\"utf-8\"><style>p{width:300px}</style><script>var n=300;</script></head>\n<body>")
	m.out.WriteString(m.one("", "<nav><a href=/>首页</a> 本站有文章3000篇</nav>", "<div class=header>网站 共有 20 个频道</div>", "<form><input> 共500条 <button>搜索</button></form>"))
	m.out.WriteString(m.one("<div>", "<form><div><p></p>", "<table><tr><td>"))
	for block := range strings.SplitSeq(strings.Trim(text, "\n"), "\n\n") {
		m.block(block)
	}
	m.out.WriteString(m.one("", "<footer>浏览量：5321次</footer>", "<ul><li><a href=1>慰问300人</a><li><a href=2>救助20人</a><li><a href=3>培训50人</a></ul>", "<aside>阅读排行300次</aside>"))
	m.out.WriteString("</body></html>")
	return m.out.String()
}

// block writes lines that stand below each other.
func (m *pageMaker) block(lines string) {
	tag := m.one("p", "p align=left", "section", "p")
	m.out.WriteString("\n  <" + tag + ">\n")
	for i, line := range strings.Split(lines, "\n") {
		if i > 0 {
			m.out.WriteString(m.one("<br>", "<br/>", "<BR >\n", "\n<br>\n"))
		}
		m.line(line)
	}
	m.out.WriteString("\n" + m.one("</"+strings.Fields(tag)[0]+">", "</"+strings.Fields(tag)[0]+">\n<!-- 300 -->"))
}

// line writes one line. Blanks stand as references: those of the page mean
// nothing.
func (m *pageMaker) line(line string) {
	before := ' '
	for _, r := range line {
		if m.IntN(40) == 0 {
			m.out.WriteString(m.one("<b>", "</b>", "<span class=x>", "</span>", "<!-- 7 -->", "<a name=x>", "<font color=red>"))
		}
		if m.IntN(60) == 0 && before >= 0x4e00 && before < 0xa000 && r >= 0x4e00 && r < 0xa000 {
			m.out.WriteString(m.one("\n", "\r\n    ", "\n\t"))
		}
		switch {
		case r == ' ':
			m.out.WriteString(m.one("&nbsp;", "&#160;"))
		case r == '\t' || r == '\u3000' || r == '\r':
			fmt.Fprintf(&m.out, "&#%d;", r)
		case m.IntN(50) == 0:
			m.out.WriteString(fmt.Sprintf(m.one("&#%d;", "&#x%x;"), r))
		default:
			m.out.WriteString(html.EscapeString(string(r)))
		}
		before = r
	}
}

// plainTexts are reports without noise of wrapping that only their width tells,
// and those of testdata, noise and all.
func plainTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	r := rand.New(rand.NewPCG(5, 8))
	for i := range 12 {
		texts[fmt.Sprintf("simulated %d", i)] = simulate.Report(r, 400)
	}
	names, err := filepath.Glob("../testdata/reports/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no reports (%v)", err)
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		source, err := normalize.Decode(raw, "")
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(name)] = strings.ReplaceAll(source.DecodedText(), "\r\n", "\n")
	}
	return texts
}

// figure is what a record says whatever the form of its document.
func figure(r extract.Record) string {
	return fmt.Sprint(r.Title, "/", r.Org, "/", r.Section, "/", r.Period, r.PeriodStart, r.PeriodEnd, "/", r.Subject, "/", r.Action, "/", r.Indicator,
		"/", r.Value, r.Max, r.Bound, r.Unit, r.Kind, "/", r.Quantity, "/", r.Text, "/", r.Flags, len(r.Copies))
}

// The figures of a page are those of the plain text that it was made of, and
// each stands in the page where its record says.
func TestPagesGiveTheFiguresOfTheirText(t *testing.T) {
	encodings := map[string]encoding.Encoding{"utf-8": encoding.Nop, "gb18030": simplifiedchinese.GB18030, "utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}
	m := pageMaker{Rand: rand.New(rand.NewPCG(1, 2))}
	figures := 0
	texts := plainTexts(t)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		plain, err := normalize.Clean([]byte(text), normalize.Options{Encoding: "utf-8"})
		if err != nil {
			t.Fatal(err)
		}
		want := extract.Extract(name, plain)
		figures += len(want)
		page := m.page(text)
		for label, enc := range encodings {
			raw, err := encoding.ReplaceUnsupported(enc.NewEncoder()).Bytes([]byte(page))
			if err != nil {
				t.Fatal(err)
			}
			read, err := normalize.Clean(raw, normalize.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if read.Clean() != plain.Clean() {
				t.Errorf("%s in %s: the text differs: %s", name, label, difference(read.Clean(), plain.Clean()))
				continue
			}
			got := extract.Extract(name, read)
			if len(got) != len(want) {
				t.Errorf("%s in %s: %d figures, want %d", name, label, len(got), len(want))
				continue
			}
			for i := range got {
				if figure(got[i]) != figure(want[i]) {
					t.Errorf("%s in %s:\n%s, want\n%s", name, label, figure(got[i]), figure(want[i]))
				}
				source, err := enc.NewDecoder().Bytes(raw[got[i].Start:got[i].End])
				if err != nil || string(source) != got[i].Source {
					t.Errorf("%s in %s: bytes %d-%d are %q (%v), want %q", name, label, got[i].Start, got[i].End, source, err, got[i].Source)
				}
			}
		}
	}
	if figures < 500 {
		t.Errorf("%d figures are too few to tell", figures)
	}
}

// difference is where two texts begin to differ.
func difference(got, want string) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	return fmt.Sprintf("%.120q, want %.120q", got[at:], want[at:])
}
