package main

// How the review page is moved through and what it looks like.

import (
	"slices"
	"strings"
	"testing"
)

// current is the text of the figure that is chosen.
const current = `document.querySelector("mark.current")?.textContent ?? ""`

func TestReviewKeys(t *testing.T) {
	b := openBrowser(t)
	b.open(reviewPage(t, reviewed+"county.txt", reviewed+"twice.txt"))
	b.press("n")
	b.is("1280万元", current)
	b.press("n")
	b.is("5600人次", current)
	b.is(true, `document.activeElement.matches("mark.current")`)
	b.press("p")
	b.is("1280万元", current)
	b.press("p") // around
	b.is("8 / 8", `document.querySelector(".stepper .count").textContent`)
	const pressed = `[...document.querySelectorAll(".verdicts [aria-pressed]")].map((e) => e.className + " " + e.ariaPressed)`
	b.is([]string{"right false", "wrong false"}, pressed)
	b.press("x")
	b.is([]string{"right false", "wrong true"}, pressed)
	b.click(".verdicts .right")
	b.is([]string{"right true", "wrong false"}, pressed)
	b.click(".verdicts .wrong")
	b.is(1, `document.querySelectorAll("mark.wrong").length`)
	b.press("x") // takes it back
	b.is(0, `document.querySelectorAll("mark.wrong").length`)
	b.press("/")
	b.is("search", `document.activeElement.id`)
	b.press("ny?") // is typed, and judges nothing
	b.is("ny?", `document.activeElement.value`)
	b.is(8, `document.querySelectorAll("mark.open").length`)
	b.fill("#search", "")
	b.press("\x1b")
	b.press("?")
	b.is(true, `document.getElementById("help").open`)
	b.press("y")
	b.is(8, `document.querySelectorAll("mark.open").length`)
	b.press("\x1b")
	b.is(false, `document.getElementById("help").open`)
	b.press("a") // with nothing selected
	b.is(0, `document.querySelectorAll("form.fields").length`)
	b.press("ne")
	b.is("indicator", `document.activeElement.name`)
	b.press("\x1b")
	b.is(0, `document.querySelectorAll("form.fields").length`)
	b.press("]")
	b.is(true, `document.getElementById("document-facts").textContent.includes("twice.txt")`)
	b.press("]")
	b.is(true, `document.getElementById("document-facts").textContent.includes("county.txt")`)
}

func TestReviewFilters(t *testing.T) {
	b := openBrowser(t)
	b.open(reviewPage(t, reviewed+"county.txt", reviewed+"twice.txt"))
	const shown = `[...document.querySelectorAll("#text mark:not(.out)")].map((m) => m.textContent)`
	b.fill("#filter-kind", "=money")
	b.is([]string{"1280万元", "1280万元"}, shown)
	b.is([]string{"2 / 8", "1 / 3"}, `[...document.querySelectorAll("#documents .count")].map((e) => e.textContent)`)
	b.fill("#filter-kind", "all")
	b.is([]string{"all", "青石县总工会 (8)", "白河县总工会 (3)"}, `[...document.querySelectorAll("#filter-org option")].map((o) => o.textContent)`)
	b.fill("#filter-org", "=白河县总工会") // of the other document
	b.is(0, shown+".length")
	b.press("]")
	b.is(true, `document.getElementById("document-facts").textContent.includes("twice.txt")`)
	b.is(3, shown+".length")
	b.press("]") // the only one
	b.is(true, `document.getElementById("document-facts").textContent.includes("twice.txt")`)
	b.click("#reset")
	b.press("]")
	b.fill("#filter-topic", "=劳模工匠")
	b.is([]string{"15名"}, shown)
	b.press("nn") // stays on it
	b.is("15名", current)
	b.click("#reset")
	b.fill("#filter-indicator", "=职工书屋")
	b.is([]string{"8家"}, shown)
	b.click("#reset")
	b.fill("#filter-org", "=青石县总工会")
	b.is(8, shown+".length")
	b.fill("#filter-status", "=right")
	b.is(0, shown+".length")
	b.click("#reset")
	b.fill("#filter-flag", "=")
	b.is(8, shown+".length")
	b.click("#reset")
	b.fill("#search", "书屋")
	b.is([]string{"8家"}, shown)
	b.is("1 of 8 figures; 1 places in the text", `document.getElementById("matches").textContent`)
	b.is(1, `CSS.highlights.get("search").size`)
}

// Totals count a fact once and leave out parts.
func TestReviewTotals(t *testing.T) {
	b := openBrowser(t)
	b.open(reviewPage(t, reviewed+"county.txt", reviewed+"twice.txt"))
	const bars = `Object.fromEntries([...document.querySelectorAll("#panel-totals .chart.%s g")].map((g) => [g.dataset.topic, g.querySelector(".amount").textContent]))`
	counts, sums := strings.Replace(bars, "%s", "count", 1), strings.Replace(bars, "%s", "sum", 1)
	b.click("#tab-totals")
	b.is(map[string]string{"帮扶救助": "2", "技能培训": "1", "劳模工匠": "1", "组织建设": "1", "文体宣传": "1"}, counts)
	b.fill("#panel-totals select", "元")
	b.is(map[string]string{"帮扶救助": "12,800,000"}, sums)
	b.click("#panel-totals [value=all]")
	b.is(map[string]string{"帮扶救助": "16,405,000"}, sums)
	b.press("nx")
	b.is(map[string]string{"帮扶救助": "16,405,000"}, sums) // the fact is told once more
}

func TestReviewLanguageAndTheme(t *testing.T) {
	b := openBrowser(t)
	page := reviewPage(t, reviewed+"county.txt")
	b.open(page)
	const paper = `getComputedStyle(document.body).backgroundColor`
	const light, dark = "rgb(252, 251, 248)", "rgb(21, 23, 27)"
	b.is("en", `document.documentElement.lang`)
	b.speaks("zh-CN")
	b.open(page)
	b.is("zh-Hans", `document.documentElement.lang`)
	b.speaks("en-GB")
	b.open(page)
	b.is("en", `document.documentElement.lang`)
	b.is("Save", `document.getElementById("save-button").textContent`)
	b.click("#language")
	b.is("zh-Hans", `document.documentElement.lang`)
	b.is("保存", `document.getElementById("save-button").textContent`)

	b.media("", "prefers-color-scheme", "dark")
	b.is(dark, paper)
	b.media("", "prefers-color-scheme", "light")
	b.is(light, paper)
	b.click("#theme") // light
	b.click("#theme") // dark
	b.is(dark, paper)
	b.open(page) // both are remembered
	b.is(dark, paper)
	b.is("zh-Hans", `document.documentElement.lang`)
	b.media("print", "prefers-color-scheme", "dark")
	b.is("rgb(255, 255, 255)", paper)
	b.is([]string{"none", "block", "block", "none"}, `["figure", "list", "totals", "edits"].map((name) => getComputedStyle(document.getElementById("panel-" + name)).display)`)
}

// Nothing lies over anything else, and nothing runs out of the window.
func TestReviewLayout(t *testing.T) {
	b := openBrowser(t)
	b.media("", "prefers-reduced-motion", "reduce") // what slides in is there at once
	b.open(reviewPage(t, reviewed))
	for _, width := range []int64{1280, 800} {
		b.resize(width, 900)
		for _, language := range []string{"en", "zh"} {
			b.is(true, `document.documentElement.scrollWidth <= innerWidth`)
			b.is([]string{}, `(() => {
				const boxes = [...document.querySelectorAll(".bar > *, .side, main, .panel")].filter((e) => e.checkVisibility({ visibilityProperty: true }))
					.map((e) => ({ e, r: e.getBoundingClientRect() })).filter(({ r }) => r.width > 0);
				const over = (a, z) => Math.min(a.right, z.right) - Math.max(a.left, z.left) > 1 && Math.min(a.bottom, z.bottom) - Math.max(a.top, z.top) > 1;
				return boxes.flatMap((a, n) => boxes.slice(n + 1).filter((z) => over(a.r, z.r)).map((z) => a.e.className + " over " + z.e.className));
			})()`)
			b.is([]string{}, `[...document.querySelectorAll(".bar button, .tabs button, .verdicts button, .filter > span")].filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent)`)
			b.is([]string{}, `[...document.querySelectorAll("#text mark")].filter((e) => getComputedStyle(e).display !== "inline").map((e) => e.textContent)`)
			if language == "en" {
				b.press("n")
				b.click("#language")
			}
		}
		b.click("#language")
	}
}

// A page of many documents shows one of them.
func TestReviewOfManyDocuments(t *testing.T) {
	b := openBrowser(t)
	names := slices.Repeat([]string{reviewed + "county.txt", reviewed + "twice.txt"}, 100)
	b.open(reviewPage(t, names...))
	b.is(200, `document.querySelectorAll("#documents li").length`)
	b.is(8, `document.querySelectorAll("#text mark").length`)
	b.fill("#document-search", "twice")
	b.is(100, `document.querySelectorAll("#documents li").length`)
}
