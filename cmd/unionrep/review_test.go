package main

// What a reviewer does on the review page, and what comes of it.

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// reviewPage writes the review page of some reports.
func reviewPage(t *testing.T, args ...string) string {
	t.Helper()
	page := filepath.Join(t.TempDir(), "review.html")
	cmd := exec.Command("unionrep", append([]string{"extract", "-o", page}, args...)...)
	cmd.Stdin = strings.NewReader("县总工会慰问职工75名。")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return page
}

const reviewed = "../../testdata/review/"

// saved saves the annotation of the document that is shown, and returns it.
func (b *tab) saved(name string, unjudged string) string {
	b.t.Helper()
	path := filepath.Join(b.downloads, name)
	os.Remove(path)
	b.press("s")
	b.run(`document.querySelector("#save input[value=` + unjudged + `]").checked = true`)
	b.click("#save-now")
	b.downloaded(1)
	data, err := os.ReadFile(path)
	b.must(err)
	return string(data)
}

// A score is what eval counts of a report.
type score struct{ Gold, Quantity, Figure, Record, Spurious int }

// scored is what eval says of the county report by the annotation saved last.
func (b *tab) scored() score {
	b.t.Helper()
	out, err := exec.Command("unionrep", "eval", "--gold", b.downloads, "--format", "json", reviewed+"county.txt").Output()
	b.must(err)
	var r struct {
		Gold, Found, Spurious    int
		Quantity, Figure, Record struct{ R float64 }
	}
	b.must(json.Unmarshal(out, &r))
	of := func(recall float64) int { return int(recall*float64(r.Gold) + 0.5) }
	return score{r.Gold, of(r.Quantity.R), of(r.Figure.R), of(r.Record.R), r.Spurious}
}

// What a reviewer does to the figures is what eval sees: one judged right, one
// corrected, one wrong, one added.
func TestReviewMovesEval(t *testing.T) {
	b := openBrowser(t)
	page := reviewPage(t, reviewed+"county.txt")
	b.open(page)
	const figures = 8

	b.is(figures, `document.querySelectorAll("#text mark").length`)
	b.saved("county.jsonl", "include")
	if got, want := b.scored(), (score{figures, figures, figures, figures, 0}); got != want {
		t.Errorf("with all taken as right: %+v, want %+v", got, want)
	}

	b.press("ny")
	b.is("right", `document.querySelector("mark.current").classList[1]`)
	b.saved("county.jsonl", "leave")
	if got, want := b.scored(), (score{1, 1, 1, 1, figures - 1}); got != want {
		t.Errorf("with one right: %+v, want %+v", got, want)
	}

	b.press("ne")
	b.fill("[name=indicator]", "困难职工家庭")
	b.press("\r")
	b.is("corrected", `document.querySelector("mark.current").classList[1]`)
	b.saved("county.jsonl", "leave")
	if got, want := b.scored(), (score{2, 2, 1, 1, figures - 2}); got != want {
		t.Errorf("with one corrected: %+v, want %+v", got, want)
	}

	b.press("nx")
	b.saved("county.jsonl", "leave")
	if got, want := b.scored(), (score{2, 2, 1, 1, figures - 2}); got != want {
		t.Errorf("with one wrong: %+v, want %+v", got, want)
	}
	b.saved("county.jsonl", "include")
	if got, want := b.scored(), (score{figures - 1, figures - 1, figures - 2, figures - 2, 1}); got != want {
		t.Errorf("with the unjudged taken as right: %+v, want %+v", got, want)
	}

	b.selectText("众多企业")
	b.press("a")
	b.fill("[name=value]", "2,000.50")
	b.fill("[name=unit]", "家")
	b.fill("[name=alt]", "indicator: 企业 / 受益企业")
	b.press("\r")
	b.is("added", `document.querySelector("mark.current").classList[1]`)
	gold := b.saved("county.jsonl", "leave")
	if got, want := b.scored(), (score{3, 2, 1, 1, figures - 2}); got != want {
		t.Errorf("with one added: %+v, want %+v", got, want)
	}
	const added = `{"raw": "众多企业", "nth": 1, "context": "总工会新建职工书屋8家，众多企业从中受益。全年共筹集帮扶", "value": 2000.50, "bound": "exact", "unit": "家", "kind": "count", "indicator": "", "action": "", "org": "青石县总工会", "period": "一年来", "alt": {"indicator":["企业","受益企业"]}}`
	if !slices.Contains(strings.Split(gold, "\n"), added) {
		t.Errorf("saved\n%swithout\n%s", gold, added)
	}

	b.open(page) // the work is still there
	b.is([]int{1, 1, 1, 1, 5}, `["right", "corrected", "wrong", "added", "open"].map((s) => document.querySelectorAll("mark." + s).length)`)
}

// The annotation names the second copies, and the occurrence of each figure.
func TestReviewSavesCopies(t *testing.T) {
	b := openBrowser(t)
	b.open(reviewPage(t, reviewed+"twice.txt"))
	b.is(1, `document.querySelectorAll(".copy-note").length`)
	b.is(true, `[...document.querySelectorAll(".edit")].some((e) => e.title.startsWith("(huì)") || e.title.includes("會(huì) → 會"))`)
	b.press("ny")
	got := b.saved("twice.jsonl", "leave")
	const want = `{"raw": "2400名", "nth": 1, "context": "幫扶困難職工(gōng)2400名，發(fā)放救助金36", "value": 2400, "bound": "exact", "unit": "名", "kind": "people", "indicator": "困难职工", "action": "帮扶", "org": "白河县总工会", "period": "五年来"}
{"raw": "2400名", "nth": 2, "context": "幫扶困難職工(gōng)2400名，發(fā)放救助金36", "value": 2400, "bound": "exact", "unit": "名", "kind": "people", "indicator": "困难职工", "action": "帮扶", "org": "白河县总工会", "period": "五年来", "dup": true}
`
	if got != want {
		t.Errorf("saved\n%swant\n%s", got, want)
	}
	if out, err := exec.Command("unionrep", "eval", "--gold", b.downloads, reviewed+"twice.txt").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// A selection is a place in the file, across marks and edits, from whatever it
// begins and ends in.
func TestReviewSelection(t *testing.T) {
	b := openBrowser(t)
	b.open(reviewPage(t, reviewed+"twice.txt"))
	const raw = `document.querySelector("form.fields .raw").textContent`
	b.run(`
		const pieces = [...document.querySelectorAll("#line-3 [data-at]")];
		const from = pieces.find((p) => p.textContent.includes("困")), to = pieces.find((p) => p.textContent.includes("2400名"));
		getSelection().setBaseAndExtent(from.firstChild, from.textContent.indexOf("困"), to.firstChild, 4)`)
	b.press("a")
	b.is("困難職工(gōng)2400", raw)
	b.is("2400", `document.querySelector("[name=value]").value`)
	b.press("\x1b")
	b.run(`getSelection().setBaseAndExtent(document.getElementById("line-1"), 0, document.getElementById("line-3"), 0)`) // whole lines
	b.press("a")
	b.is("白河縣總工會(huì)工作總結(jié)", raw)
	b.press("\x1b")
	b.selectText("下一步")
	b.click("#add-button")
	b.is("下一步", raw)
	b.press("\x1b")
	b.press("ne") // the place of a record, corrected
	b.run(`
		const to = [...document.querySelectorAll("#line-3 [data-at]")].find((p) => p.textContent.includes("2400名"));
		getSelection().setBaseAndExtent(to.firstChild, 0, to.firstChild, 4);
		document.querySelector("form.fields button[type=button]").click()`)
	b.click("form.fields .primary")
	b.is("2400", current)
	if got := b.saved("twice.jsonl", "leave"); !strings.HasPrefix(got, `{"raw": "2400", "nth": 1, `) {
		t.Errorf("saved %s", got)
	}
}

// Where the browser keeps nothing, the page works all the same.
func TestReviewWithoutStorage(t *testing.T) {
	b := openBrowser(t)
	b.before(`Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })`)
	b.open(reviewPage(t, reviewed+"county.txt"))
	b.press("ny")
	b.click("#theme")
	b.click("#language")
	b.is(1, `document.querySelectorAll("mark.right").length`)
	if got := b.saved("county.jsonl", "leave"); strings.Count(got, "\n") != 1 {
		t.Errorf("saved %q", got)
	}
}

// An annotation that was saved can be gone on with where nothing was kept, and
// is saved again as it was.
func TestReviewOpensAnnotations(t *testing.T) {
	b := openBrowser(t)
	b.before(`Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })`)
	page := reviewPage(t, reviewed+"twice.txt")
	b.open(page)
	b.press("nyne")
	b.fill("[name=indicator]", "救助资金")
	b.fill("[name=alt]", "indicator: 救助金\naction: 发/支出")
	b.press("\r")
	b.selectText("下一步")
	b.press("a")
	b.fill("[name=value]", "12345678901234567890.5")
	b.press("\r")
	before := b.saved("twice.jsonl", "leave")

	b.open(page)
	b.is([]int{0, 0, 0}, `["right", "corrected", "added"].map((s) => document.querySelectorAll("mark." + s).length)`)
	kept := filepath.Join(t.TempDir(), "kept.jsonl")
	if err := os.WriteFile(kept, []byte(before), 0o666); err != nil {
		t.Fatal(err)
	}
	b.press("s")
	b.choose("#save [type=file]", kept)
	b.eventually(`!document.getElementById("save").open`)
	b.is([]int{1, 1, 1}, `["right", "corrected", "added"].map((s) => document.querySelectorAll("mark." + s).length)`)
	if after := b.saved("twice.jsonl", "leave"); after != before {
		t.Errorf("saved again\n%swant\n%s", after, before)
	}

	if err := os.WriteFile(kept, []byte(`{"raw": "没有"}`), 0o666); err != nil {
		t.Fatal(err)
	}
	b.press("s")
	b.choose("#save [type=file]", kept)
	b.eventually(`document.getElementById("toast").textContent.startsWith("Line 1 ")`)
	b.is([]int{1, 1, 1}, `["right", "corrected", "added"].map((s) => document.querySelectorAll("mark." + s).length)`)
}

// All documents that were worked on are saved at once, each in its own file.
func TestReviewSavesAll(t *testing.T) {
	b := openBrowser(t)
	b.open(reviewPage(t, reviewed+"county.txt", reviewed+"markup.txt", reviewed+"twice.txt"))
	b.press("ny]]ny")
	b.press("s")
	b.run(`document.querySelector("#save input[value=all]").checked = true`)
	b.click("#save-now")
	b.downloaded(2)
	saved, err := filepath.Glob(filepath.Join(b.downloads, "*"))
	b.must(err)
	if len(saved) != 2 || filepath.Base(saved[0]) != "county.jsonl" || filepath.Base(saved[1]) != "twice.jsonl" {
		t.Errorf("saved %v", saved)
	}
}

// Markup in a text, a file's name or a field stays text, and the page asks for
// nothing but itself.
func TestReviewPageIsInert(t *testing.T) {
	const evil = "<img src=x onerror=hacked=1>"
	report := filepath.Join(t.TempDir(), evil+".txt")
	text, err := os.ReadFile(reviewed + "markup.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(report, text, 0o666); err != nil {
		t.Fatal(err)
	}
	b := openBrowser(t)
	b.open(reviewPage(t, "--stdin-name", "</script><script>hacked=1</script>", report, "-"))
	b.press("ne")
	b.fill("[name=org]", evil)
	b.fill("[name=indicator]", evil)
	b.press("\r")
	for _, tab := range []string{"list", "totals", "edits", "figure"} {
		b.click("#tab-" + tab)
	}
	b.press("]n")
	b.is(true, `document.getElementById("document-facts").textContent.startsWith("</script><script>")`)
	b.press("[")
	b.is(true, `document.getElementById("text").textContent.includes("</script><script>hacked=1</script>慰问")`)
	b.is(true, `document.getElementById("filter-org").textContent.includes(`+"`"+evil+"`"+`)`)
	b.is("undefined", `typeof hacked`)
	b.is(0, `document.querySelectorAll("img").length`)
	b.is(1, `document.querySelectorAll("script:not([type])").length`)
	b.run(`document.body.append(Object.assign(document.createElement("script"), { textContent: "hacked = 1" }))`)
	b.is("undefined", `typeof hacked`) // the policy holds
	asked := b.asked()
	if len(asked) != 1 { // the page itself, which shows that requests are noted
		t.Errorf("%d requests, want one", len(asked))
	}
	for _, url := range asked {
		if !strings.HasPrefix(url, "file://") || !strings.HasSuffix(url, "/review.html") {
			t.Errorf("the page asks for %s", url)
		}
	}
}
