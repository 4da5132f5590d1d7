package normalize

import "strings"

// Blanks within numbers, between a number and its unit, and before marks.

var (
	numberBlank = &Reason{Pass: "ocr", Name: "blank in a quantity", Bulk: true}
	brokenDigit = &Reason{Pass: "ocr", Name: "blank in a number", Flag: "ocr"}
)

// numberBlanks takes out the blanks that stand in a quantity or between it and
// the word that leads into it.
func numberBlanks(t *Text, o Options) *Text {
	text := t.clean
	e := edit(t, o)
	for i := nextBlank(text, 0); i >= 0; {
		j := i
		for j < len(text) && text[j] == ' ' {
			j++
		}
		if j-i <= 2 && i > 0 && j < len(text) && text[i-1] != '\n' && text[j] != '\n' {
			switch why := blankAround(text, i, j); why {
			case blankInQuantity:
				e.replace(i, j, "", numberBlank, 0.97)
			case blankInNumber:
				e.replace(i, j, "", brokenDigit, 0.9)
			case blankOpen:
				e.doubt(i-1, j+1, brokenDigit, 0.5)
			}
		}
		i = nextBlank(text, j)
	}
	return e.done()
}

func nextBlank(text string, i int) int {
	if k := strings.IndexByte(text[i:], ' '); k >= 0 {
		return i + k
	}
	return -1
}

type blankKind uint8

const (
	blankApart      blankKind = iota
	blankInQuantity           // a quantity, typed with blanks
	blankInNumber             // one number, torn apart
	blankOpen                 // one number or two
)

// blankAround says what the blank text[i:j] stands in.
func blankAround(text string, i, j int) blankKind {
	before, behind := text[i-1], text[j]
	switch {
	case inNumber(text, i, j):
		return tornAt(text, i)
	case atMark(text, i, j):
		return blankInQuantity
	case isDigit(before):
		if behind == '%' || strings.HasPrefix(text[j:], "‰") || strings.HasPrefix(text[j:], "℃") || inRange(text, j) {
			return blankInQuantity
		}
		if class := numberWords().classAt(text, j); class != noWord && !(class == unitWord && listNumber(text, i)) {
			return blankInQuantity
		}
	case before == '%':
		if numberWords().classAt(text, j) == boundWord || inRange(text, j) {
			return blankInQuantity
		}
	case isDigit(behind):
		if beforeNumber(text, i, j) {
			return blankInQuantity
		}
	case secondUnit(text, j):
		if hanBefore(text, i) {
			return blankInQuantity
		}
	case multiplied(text, i):
		class := numberWords().classAt(text, j)
		if class != noWord && class != dateWord || inRange(text, j) || chineseNumber(text, j) {
			return blankInQuantity
		}
	}
	return blankApart
}

// atMark says whether the blank text[i:j] stands on the side of a mark where no
// text has one: before a comma, behind an opening bracket. The other side of a
// word must be Chinese, or a number.
func atMark(text string, i, j int) bool {
	before, behind := last(text[:i]), first(text[j:])
	word := func(r rune) bool { return han(r) || digit(r) || r == '%' }
	return word(before) && strings.ContainsRune("，。；、！？）》”’,;!?)", behind) ||
		han(before) && (behind == '：' || behind == ':') || // between digits it is a sign
		strings.ContainsRune("（《“‘(", before) && word(behind)
}

// secondUnit says whether (次) stands at i, the second half of 场(次).
func secondUnit(text string, i int) bool {
	for _, open := range []string{"(", "（"} {
		if rest, ok := strings.CutPrefix(text[i:], open); ok {
			return strings.HasPrefix(strings.TrimPrefix(rest, " "), "次")
		}
	}
	return false
}

// listNumber says whether the number that ends text[:i] may be the number of a
// heading or a list item: short, at the beginning of a line.
func listNumber(text string, i int) bool {
	start := i
	for start > 0 && i-start <= 2 && isDigit(text[start-1]) {
		start--
	}
	head := strings.TrimRight(text[:start], " \u3000")
	return i-start <= 2 && (head == "" || head[len(head)-1] == '\n')
}

// multiplied says whether a number with 万 or the like, or with 余, ends
// text[:i].
func multiplied(text string, i int) bool {
	if !strings.ContainsRune(multipliers, last(text[:i])) {
		return false
	}
	head := strings.TrimRight(text[max(0, i-longestNumber):i], multipliers+" ")
	return head != "" && (isDigit(head[len(head)-1]) || strings.ContainsRune(chineseDigits, last(head)))
}

// chineseNumber says whether Chinese digits stand at i, and a word that makes them a
// number behind them.
func chineseNumber(text string, i int) bool {
	end := i
	for end < len(text) && strings.ContainsRune(chineseDigits+"十百千", first(text[end:])) {
		end += len("一")
	}
	return end > i && countsSomething(text, end)
}

// beforeNumber says whether the blank text[i:j] in front of a number belongs to
// the quantity: a word that leads into numbers stands before it, or the number
// has a blank on either side, as some typists set them. A date is set apart
// more often by a heading's end, as in 情系职工 5年来.
func beforeNumber(text string, i, j int) bool {
	if inRangeBehind(text, i, j) {
		return true
	}
	if strings.HasSuffix(text[:i], "分之") || strings.ContainsRune(currencySigns, last(text[:i])) {
		return true
	}
	if !hanBefore(text, i) {
		return false
	}
	class, spaced := quantityAt(text, j)
	switch {
	case class == dateWord:
		return datePart(text, i) || numberWords().leads(text, i) == dateLead
	case numberWords().leads(text, i) != noWord:
		return class != noWord
	}
	return spaced && class != noWord
}

// quantityAt looks at the number that begins at i: the class of the word behind
// it, a percent sign counting as a unit, and whether a blank stands within the
// quantity.
func quantityAt(text string, i int) (class wordClass, spaced bool) {
	end := spreadEnd(text, i)
	if n := rangeAt(text, end); n > 0 {
		end = spreadEnd(text, end+n)
	}
	word := pastBlanks(text, end)
	last := word // where the quantity's last part begins
	if strings.HasPrefix(text[word:], "%") {
		class = unitWord
		if next := pastBlanks(text, word+1); numberWords().classAt(text, next) == boundWord {
			last = next
		}
	} else if class = numberWords().classAt(text, word); class != dateWord {
		end = word
		for end < len(text) && strings.ContainsRune(multipliers, first(text[end:])) {
			end += len("万")
		}
		if next := pastBlanks(text, end); end > word && numberWords().classAt(text, next) != noWord {
			last = next
		}
	}
	return class, strings.Contains(text[i:last], " ")
}

// pastBlanks is i, or where one blank or two at i end.
func pastBlanks(text string, i int) int {
	for k := 0; k < 2 && i < len(text) && text[i] == ' '; k++ {
		i++
	}
	return i
}

// currencySigns stand before an amount.
const currencySigns = "¥￥$€"

// multipliers stand between a number and its unit.
const multipliers = "万亿千百余多"

// rangeAt is the length of the sign of a range at i, with the blanks around it,
// if a number follows; 0 otherwise.
func rangeAt(text string, i int) int {
	at := pastBlanks(text, i)
	sign := rangeSign(text[at:])
	at = pastBlanks(text, at+sign)
	if sign == 0 || at == len(text) || !isDigit(text[at]) {
		return 0
	}
	return at - i
}

// datePart says whether a year or month ends text[:i].
func datePart(text string, i int) bool {
	head, ok := strings.CutSuffix(text[:i], "年")
	if !ok {
		head, ok = strings.CutSuffix(text[:i], "月")
	}
	head = strings.TrimRight(head, " ")
	return ok && head != "" && isDigit(head[len(head)-1])
}

// inRange says whether a sign of a range stands at j, with a number behind it
// that counts something.
func inRange(text string, j int) bool {
	n := rangeSign(text[j:])
	if n == 0 {
		return false
	}
	start := pastBlanks(text, j+n)
	end := numberEnd(text, start)
	return end > start && countsSomething(text, end)
}

// inRangeBehind says whether the blank text[i:j] stands behind a sign of a
// range.
func inRangeBehind(text string, i, j int) bool {
	r := last(text[:i])
	at := i - len(string(r))
	head := strings.TrimRight(text[:at], " ")
	if head == "" || at-len(head) > 2 {
		return false
	}
	end := len(head)
	return (isDigit(head[end-1]) || head[end-1] == '%' || multiplied(head, end)) && rangeSign(text[at:]) == i-at && inRange(text, at)
}

// rangeSign is the length of the sign of a range that s begins with.
func rangeSign(s string) int {
	for _, sign := range []string{"-", "~", "～", "—", "–", "至"} {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}
