package normalize

import "strings"

// Tables whose cells stand one blank apart: a single such line could be a
// heading, two below each other are rows.

// longestRow is in bytes.
const longestRow = 240

// nameTables finds the rows of such tables, and above the rows of any the line
// of labels and the one that says in which unit the numbers are.
func nameTables(texts []string, drafts []draft) {
	for i := 0; i < len(drafts); {
		end := i
		for end < len(drafts) && open(drafts[end].kind) && numberRow(texts[end]) && (end < i+2 || drafts[end].gap <= drafts[i+1].gap) {
			end++
		}
		if end-i < 2 {
			i = max(end, i+1)
			continue
		}
		if i > 0 && open(drafts[i-1].kind) && labelRow(texts[i-1], texts[i]) {
			drafts[i-1].kind, drafts[i-1].level = Row, 0
		}
		for ; i < end; i++ {
			drafts[i].kind, drafts[i].level = Row, 0
		}
	}
	for i := len(drafts) - 1; i > 0; i-- {
		if drafts[i].kind != Row || drafts[i-1].kind != undecided {
			continue
		}
		if above := texts[i-1]; strings.HasPrefix(above, "单位：") || strings.HasPrefix(above, "单位:") || apart(above) && labelRow(above, texts[i]) {
			drafts[i-1].kind = Row
		}
	}
}

// open tells whether a block that its text gave this kind may be a row.
func open(k Kind) bool { return k == undecided || k == Heading }

// numberRow tells whether a line is a label with numbers behind it: 会员 人 437,
// 午餐：15.
func numberRow(text string) bool {
	if len(text) > longestRow || !digit(last(text)) && last(text) != '%' || strings.ContainsAny(text, "，；。！？") {
		return false
	}
	at := len(strings.TrimRight(text, "0123456789.,%-"))
	label := strings.TrimRight(text[:at], " \t\u3000")
	return label != "" && (len(label) < at || strings.HasSuffix(label, "：") || strings.HasSuffix(label, ":")) && strings.IndexFunc(label, han) >= 0
}

// labelRow tells whether a line labels the columns of the row below it: no
// numbers but years, and nearly as many cells.
func labelRow(text, row string) bool {
	if len(text) > longestRow || numberRow(text) || strings.ContainsAny(text, "，；。！？：:") {
		return false
	}
	cells := len(strings.Fields(text))
	return cells > 1 && cells <= len(strings.Fields(row)) && cells+1 >= len(strings.Fields(row))
}

// apart tells whether the words of a line stand in columns.
func apart(text string) bool {
	return strings.ContainsAny(text, "\t") || strings.Contains(text, "  ") || strings.Contains(text, "\u3000\u3000")
}
