package normalize

import (
	"slices"
	"strings"
)

// Page furniture: lines that belong to the page and not to what is told on it.

// longestFurniture is in bytes.
const longestFurniture = 200

// furnitureLine tells whether a line is a page's head, number or rule, the date
// of its issue or the address of its site.
func furnitureLine(text string) bool {
	if len(text) > longestFurniture {
		return false
	}
	if siteLine(text) {
		return true
	}
	if strings.ContainsAny(text, "，。；、") {
		return false
	}
	switch {
	case pageNumber(text), dateLine(text):
		return true
	}
	return tells("furniture", text) || pageHead(text) || rubric(text)
}

// pageNumber tells whether a line holds nothing but a page's number or a rule:
// - 12 -, 第3版, ——————.
func pageNumber(text string) bool {
	inner := strings.Trim(text, "-—–―_=+*~·•|│┃/<> ")
	if strings.Trim(text, "第版页共 0123456789/") == "" && strings.ContainsAny(text, "版页") {
		return true
	}
	return inner == "" || inner != text && len(inner) <= 4 && strings.Trim(inner, "0123456789") == ""
}

// dateLine tells whether a line is nothing but a date.
func dateLine(text string) bool {
	text = strings.Trim(text, "（）()[]【】 ")
	if !strings.Contains(text, "年") || !strings.Contains(text, "月") {
		return false
	}
	rest := strings.TrimLeft(text, "0123456789〇○零一二三四五六七八九十年月日 ")
	return rest == "" || strings.HasPrefix(rest, "星期") && characters(rest) == 3
}

// pageHead tells whether a line is the head of a newspaper's page: the date
// with the day of the week, the page, the editors.
func pageHead(text string) bool {
	return strings.Contains(text, "年") && strings.Contains(text, "月") && strings.Contains(text, "日") &&
		(strings.Contains(text, "星期") || strings.Contains(text, "版面") || strings.Contains(text, "版式") || strings.HasSuffix(text, "版")) &&
		characters(text) <= longestHead
}

// longestHead is in characters.
const longestHead = 60

// printedHead tells whether a line is a page's head by its form alone, even
// among the lines of a paragraph: the day of the week or the page stands apart.
func printedHead(text string) bool {
	if !strings.Contains(text, " ") || strings.ContainsAny(text, "，。；、") || !pageHead(text) {
		return false
	}
	return slices.ContainsFunc(strings.Fields(text), func(field string) bool {
		return pageNumber(field) || strings.HasPrefix(field, "星期") && characters(field) == 3
	})
}

// headGoesOn tells whether the second line of a page's head follows: the names
// and numbers that the first one announces.
func headGoesOn(head, line string, gap int) bool {
	return gap == 0 && openEnded(last(head)) && !strings.ContainsAny(line, "，。；、") && characters(head)+characters(line) <= longestHead
}

// rubric tells whether a line says nothing but what kind of text follows:
// 新闻稿（即时发布）. What stands below it is the title.
func rubric(text string) bool {
	text = strings.Trim(text, "【】[]")
	if k := strings.IndexAny(text, "（("); k > 0 && bracketed(text[k:]) {
		text = text[:k]
	}
	words := strings.Fields(text)
	for _, word := range words {
		if !tells("rubric", word) {
			return false
		}
	}
	return len(words) > 0
}

// nameFurniture finds the furniture that other furniture tells: the head that
// runs over or under a page's number, and the titles under 推荐阅读.
func nameFurniture(texts []string, drafts []draft) {
	for i := range drafts {
		if drafts[i].kind != Furniture {
			continue
		}
		switch {
		case tells("related", texts[i]):
			for k := i + 1; k < len(drafts) && drafts[k].kind == undecided && (drafts[k].gap == 0 || bulleted(texts[k])); k++ {
				drafts[k].kind = Furniture
			}
		case !pageNumber(texts[i]) || !strings.ContainsAny(texts[i], "0123456789"):
		case i > 1 && drafts[i].gap == 0 && drafts[i-1].gap > 0 && drafts[i-1].kind == undecided:
			drafts[i-1].kind = Furniture
		case i > 0 && i+2 < len(drafts) && drafts[i].gap > 0 && drafts[i+1].gap == 0 && drafts[i+2].gap > 0 && drafts[i+1].kind == undecided:
			drafts[i+1].kind = Furniture
		}
	}
}
