package review

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"unionrep/extract"
	"unionrep/normalize"
)

// written is the page of one report.
func written(t *testing.T, file, report string) string {
	t.Helper()
	text, err := normalize.Clean([]byte(report), normalize.Options{AllEdits: true})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	p, err := New(w)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Add(Document{File: file, Text: text, Records: extract.Extract(file, text)}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	return b.String()
}

// data is what the page holds under an id.
func data(t *testing.T, page, id string, v any) {
	t.Helper()
	_, rest, _ := strings.Cut(page, `<script type="application/json" id="`+id+`">`)
	content, _, found := strings.Cut(rest, "</script>")
	if !found {
		t.Fatalf("the page has no %s", id)
	}
	if err := json.Unmarshal([]byte(content), v); err != nil {
		t.Fatal(err)
	}
}

// The places of figures, edits and copies are UTF-16 units of the text that the
// page shows, whatever the encoding of the file and whatever stands before.
func TestPlaces(t *testing.T) {
	filler := strings.Repeat("𠮷林工會(huì)慰問。\r\n", 200)
	reports := map[string]string{
		"utf-8":   filler + "縣總工會(huì)慰問職工５６００人，😀籌集資金1280余萬(wàn)元。\n",
		"bom":     "\ufeff" + filler + "县总工会慰问职工5600人。",
		"utf-16":  "\xff\xfe" + little("县总工会😀慰问职工5600人，筹集资金1280余万元。"),
		"gb18030": "\xcf\xd8\xd7\xdc\xb9\xa4\xbb\xe1\xce\xbf\xce\xca\xd6\xb0\xb9\xa45600\xc8\xcb\xa1\xa3",
		"twice":   strings.Repeat("近五年来，双桥区妇联坚持服务妇女，新建组织148个，选出执委2176名，培训骨干320人次。\n\n中间另有一段话，说的是别的事情。\n\n", 2),
	}
	for name, report := range reports {
		var d struct {
			Text    string
			Edits   []struct{ At place }
			Copies  []struct{ At, Kept place }
			Figures []struct {
				Source string
				At     place
				Again  []place
			}
		}
		data(t, written(t, name, report), "document-0", &d)
		units := utf16.Encode([]rune(d.Text))
		at := func(p place) string { return string(utf16.Decode(units[p[0]:p[1]])) }
		if len(d.Figures) == 0 {
			t.Errorf("%s has no figures", name)
		}
		for _, f := range d.Figures {
			if at(f.At) != f.Source {
				t.Errorf("%s: %q stands where the record says %q", name, at(f.At), f.Source)
			}
			for _, again := range f.Again {
				if at(again) != f.Source {
					t.Errorf("%s: the copy of %q is %q", name, f.Source, at(again))
				}
			}
		}
		for _, e := range d.Edits {
			if text := at(e.At); strings.ContainsRune(text, '\ufffd') {
				t.Errorf("%s: an edit cuts a character: %q", name, text)
			}
		}
		if name == "twice" && (len(d.Copies) == 0 || len(d.Figures[0].Again) == 0) {
			t.Error("the second copy is not in the page")
		}
	}
}

// little is s in UTF-16LE.
func little(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// Markup in a text or a name of a file opens and closes no element.
func TestMarkupInDataIsInert(t *testing.T) {
	const evil = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>"
	page := written(t, evil+".txt", evil+"县总工会慰问职工5600人。\u2028"+evil)
	plain := written(t, "a.txt", "县总工会慰问职工5600人。")
	for _, mark := range []string{"<script", "</script", "<!--", "<img"} {
		if got, want := strings.Count(page, mark), strings.Count(plain, mark); got != want {
			t.Errorf("%d × %s, want %d as in a plain page", got, mark, want)
		}
	}
	var d struct{ Text string }
	if data(t, page, "document-0", &d); !strings.Contains(d.Text, evil) {
		t.Errorf("the text is not whole: %q", d.Text)
	}
}

// Numbers reach the page as digits, so that no script rounds them.
func TestNumbersAreDigits(t *testing.T) {
	var d struct {
		Figures []struct{ Value, Max, Low, High string }
	}
	data(t, written(t, "a.txt", "县总工会筹集资金9007199254740993元。"), "document-0", &d)
	if len(d.Figures) != 1 || d.Figures[0].Value != "9007199254740993" {
		t.Errorf("figures: %v", d.Figures)
	}
}

// The page may load its own style and script, as they stand, and nothing else.
func TestPolicy(t *testing.T) {
	page := written(t, "a.txt", "县总工会慰问职工5600人。")
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
	if policy == nil || !strings.HasPrefix(policy[1], "default-src 'none'; ") {
		t.Fatalf("policy: %v", policy)
	}
	for _, element := range []string{"style", "script"} {
		content := regexp.MustCompile(`(?s)<`+element+`>(.*?)</`+element+`>`).FindAllStringSubmatch(page, -1)
		if len(content) != 1 || !strings.Contains(policy[1], element+"-src '"+hash(content[0][1])+"'") {
			t.Errorf("the policy does not allow the one %s of the page (of %d)", element, len(content))
		}
	}
	if found := regexp.MustCompile(`(?i)\b(src|href|action|style|on[a-z]+)=`).FindString(strings.ReplaceAll(body(page), `href="#text"`, "")); found != "" {
		t.Errorf("the markup has %q", found)
	}
}

// body is the page without its script, style and data.
func body(page string) string {
	return regexp.MustCompile(`(?s)<(script|style).*?</(script|style)>`).ReplaceAllString(page, "")
}

// The script makes no markup out of strings and speaks to nobody.
func TestScriptMakesNoMarkup(t *testing.T) {
	code, err := script()
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "Function(", "fetch(", "XMLHttpRequest", "import(", "sendBeacon", "</script", "<!--"} {
		if strings.Contains(code, word) {
			t.Errorf("the script has %s", word)
		}
	}
}

func TestEveryScriptFileIsInThePage(t *testing.T) {
	names, err := fs.Glob(files, "page/script/*.js")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, name := range names {
		have = append(have, strings.TrimSuffix(path.Base(name), ".js"))
	}
	want := slices.Sorted(slices.Values(scripts()))
	if !slices.Equal(have, want) {
		t.Errorf("files\n%v\nscripts\n%v", have, want)
	}
}

// The page has a word in each language for every reason to edit.
func TestReasonsHaveLabels(t *testing.T) {
	var labels map[string]map[string]string
	raw, err := files.ReadFile("page/labels.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &labels); err != nil {
		t.Fatal(err)
	}
	sources, err := filepath.Glob("../../../normalize/*.go")
	if err != nil {
		t.Fatal(err)
	}
	reasons := 0
	for _, name := range sources {
		code, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, match := range regexp.MustCompile(`Reason\{Pass: "\w+", Name: "([^"]+)"`).FindAllSubmatch(code, -1) {
			reasons++
			if key := "reason." + string(match[1]); labels[key] == nil {
				t.Errorf("%s: page/labels.json has no %q", name, key)
			}
		}
	}
	if reasons == 0 {
		t.Error("found no reasons")
	}
}

// Every label is in both languages with the same values in it, and every one
// that markup or script names is there and every one that is there is named.
func TestLabels(t *testing.T) {
	var labels map[string]map[string]string
	raw, err := files.ReadFile("page/labels.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &labels); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(raw, []byte("<")) {
		t.Error("a label holds markup")
	}
	values := regexp.MustCompile(`\{\w+\}`)
	for key, label := range labels {
		en, zh := values.FindAllString(label["en"], -1), values.FindAllString(label["zh"], -1)
		slices.Sort(en)
		slices.Sort(zh)
		if len(label) != 2 || label["en"] == "" || label["zh"] == "" || !slices.Equal(en, zh) {
			t.Errorf("label %s: %v", key, label)
		}
	}
	code, err := script()
	if err != nil {
		t.Fatal(err)
	}
	named := code + body(written(t, "a.txt", ""))
	for _, match := range regexp.MustCompile(`\bt\("([\w.]+)"|data-(?:t|label|title|placeholder)="(\w+)"`).FindAllStringSubmatch(named, -1) {
		if key := match[1] + match[2]; labels[key] == nil {
			t.Errorf("there is no label %q", key)
		}
	}
	for key := range labels {
		if group, _, dotted := strings.Cut(key, "."); dotted && !strings.Contains(code, group+".") && !strings.Contains(code, `known("`+group+`"`) {
			t.Errorf("nothing names the labels %s.*", group)
		} else if !dotted && !strings.Contains(named, `"`+key+`"`) && !strings.Contains(code, strings.SplitN(key, "_", 2)[0]+"_${") {
			t.Errorf("nothing names the label %q", key)
		}
	}
}
