package normalize

import "strings"

// Page furniture: lines that belong to the page and not to what is told on it.

// longestFurniture is in bytes.
const longestFurniture = 160

// furnitureLine tells whether a line is a page's head, number or rule, the date
// of its issue or the address of its site.
func furnitureLine(text string) bool {
	if len(text) > longestFurniture {
		return false
	}
	if strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "www.") {
		return !strings.ContainsAny(text, "，。")
	}
	dated := strings.Contains(text, "年") && strings.Contains(text, "月") && strings.Contains(text, "日")
	hans, digits := 0, 0
	for _, r := range text {
		switch {
		case digit(r):
			digits++
		case strings.ContainsRune("年月日星期一二三四五六七天第版页共期总", r):
		case han(r):
			hans++
		case latin(r), r == '%', r == '，', r == '。', r == '、':
			return false
		}
	}
	switch {
	case hans > 0:
		return false
	case dated:
		return digits > 0
	}
	return digits == 0 && first(text) < 0x3000 && !strings.ContainsAny(text, "一二三四五六七天年月日") ||
		digits > 0 && (strings.ContainsAny(text, "版页") || isPageNumber(text))
}

// isPageNumber tells whether a line is a number between dashes: - 12 -.
func isPageNumber(text string) bool {
	inner := strings.Trim(text, "-—·– ")
	return inner != text && strings.Trim(inner, "0123456789") == ""
}
