package normalize

import "strings"

// Quantities that a break cuts in two: 1⏎200人次, 20⏎万元, 百分之⏎九十, 近⏎80万元.

// A cutKind says how surely a break goes through a quantity.
type cutKind uint8

const (
	noCut   cutKind = iota
	nearCut         // if nothing of the text stands between: the first half may be a number of its own
	sureCut         // wherever the halves stand: the first half cannot end there
)

// cutNumber tells whether a break between a and b goes through a quantity. The
// number that the two make up together must be written as numbers are, and
// count something.
func cutNumber(a, b string) cutKind {
	if a == "" || b == "" {
		return noCut
	}
	if strings.HasSuffix(a, "分之") {
		if digit(first(b)) || strings.ContainsRune(numeralDigits, first(b)) {
			return sureCut
		}
		return noCut
	}
	if start := arabicTail(a); start < len(a) {
		return cutArabic(a, start, b)
	}
	if start := chineseTail(a); start < len(a) {
		return cutChinese(a, start, b)
	}
	if numberWords().leads(a, len(a)) == leadWord && digit(first(b)) {
		if end := numberEnd(b, 0); countsSomething(b, end) && numberWords().classAt(b, end) != dateWord {
			return nearCut
		}
	}
	return noCut
}

const (
	numeralDigits = "一二三四五六七八九十百千两〇零"
	longestWhole  = 9 // digits of a number that is written without 万 or 亿
)

// arabicTail is where the number begins that a ends in, with the multipliers
// behind it; len(a) where it ends in none or is nothing but a number.
func arabicTail(a string) int {
	digits := strings.TrimRight(a, multipliers)
	start := len(strings.TrimRight(digits, "0123456789.,"))
	for start < len(digits) && !digit(rune(digits[start])) {
		start++
	}
	if start == len(digits) || start == 0 || latin(rune(a[start-1])) || a[start-1] == '-' {
		return len(a)
	}
	return start
}

// cutArabic looks at a number in digits, which begins at a[start:].
func cutArabic(a string, start int, b string) cutKind {
	tail := a[start:]
	if !digit(last(tail)) && !strings.HasSuffix(tail, ".") && !strings.HasSuffix(tail, ",") {
		return cutBeforeUnit(b) // 27万 or 620余
	}
	end := headEnd(b)
	if end == 0 {
		if !digit(last(tail)) {
			return noCut
		}
		return cutBeforeUnit(b)
	}
	whole := tail + b[:end]
	whole, wide := strings.TrimRight(whole, "."), strings.Contains(b[:end], "，")
	if wide || !wellFormed(whole) || !countsSomething(b, end) || digits(whole) > longestWhole || telephone(a) {
		return noCut
	}
	if numberWords().classAt(b, end) == dateWord && !yearAlone(whole) {
		return noCut
	}
	if !wellFormed(tail) || !digit(last(tail)) || !digit(rune(b[0])) {
		return sureCut
	}
	return nearCut
}

// headEnd is where the number ends that b begins with, or goes on with.
func headEnd(b string) int {
	if digit(rune(b[0])) || len(b) > 1 && (b[0] == '.' || b[0] == ',') && digit(rune(b[1])) {
		return numberEnd(b, 0)
	}
	return 0
}

// cutBeforeUnit tells whether b goes on with a number that is whole.
func cutBeforeUnit(b string) cutKind {
	if b[0] == '%' || strings.HasPrefix(b, "‰") || numberWords().classAt(b, 0) != noWord {
		return sureCut
	}
	return noCut
}

// digits is how many digits a number has.
func digits(number string) int {
	n := 0
	for _, r := range number {
		if digit(r) {
			n++
		}
	}
	return n
}

// yearAlone tells whether a number can be a year.
func yearAlone(number string) bool {
	return len(number) == 4 && (number[:2] == "19" || number[:2] == "20")
}

// chineseTail is where the Chinese numeral begins that a ends in; len(a) where
// it ends in none or is nothing but one.
func chineseTail(a string) int {
	start := len(strings.TrimRight(a, numeralDigits+"万亿"))
	if start == 0 || strings.HasSuffix(a[:start], "第") {
		return len(a)
	}
	return start
}

// cutChinese looks at a Chinese numeral, which begins at a[start:].
func cutChinese(a string, start int, b string) cutKind {
	end := len(b) - len(strings.TrimLeft(b, numeralDigits+"万亿"))
	switch {
	case end == len(b) || !countsSomething(b, end):
		return noCut
	case end > 0 && readable(a[start:]+b[:end]), end == 0 && characters(a[start:]) > 1:
		return nearCut
	}
	return noCut
}

// readable tells whether a Chinese numeral is written as numerals are: a digit
// before each of 千, 百 and 十, which fall between one 万 or 亿 and the next.
func readable(numeral string) bool {
	const steps = "十百千"
	floor := len(steps) + 1 // the step that was seen last
	counted := false        // a digit waits for its step
	for _, r := range numeral {
		step := strings.IndexRune(steps, r)
		switch {
		case r == '万' || r == '亿':
			floor, counted = len(steps)+1, false
		case r == '零' || r == '〇':
			counted = false
		case step < 0 && counted:
			return false
		case step < 0:
			counted = true
		case step >= floor || !counted && r != '十':
			return false
		default:
			floor, counted = step, false
		}
	}
	return true
}

// quantityTail is where the first half of a quantity begins in a, which breaks
// off in one.
func quantityTail(a string) int {
	if start := arabicTail(a); start < len(a) {
		return start
	}
	if start := chineseTail(a); start < len(a) {
		return start
	}
	return len(a) - len(lastCharacters(a, 1))
}

// cutLines tells whether the break between two lines goes through a quantity of
// running text. Blank lines between them tell nothing: pages put them anywhere.
func cutLines(s string, a, b line) bool {
	x, y := s[a.Start:a.End], s[b.Start:b.End]
	return cutNumber(x, y) != noCut && !furnitureLine(x) && !furnitureLine(y) && !bylineLine(x) && !rowLine(x) && !rowLine(y) && markup(x) == 0
}
