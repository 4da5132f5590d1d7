package normalize

import "strings"

// Numbers that blanks tore apart: 5 0 0元, 1, 234, 567元, 2,1 58万元.

// inNumber says whether the blank text[i:j] stands between two digits, or
// between a digit and a separator of a number.
func inNumber(text string, i, j int) bool {
	left, right := isDigit(text[i-1]), isDigit(text[j])
	return left && (right || separator(text[j:]) > 0) ||
		right && (text[i-1] == ',' || text[i-1] == '.' || strings.HasSuffix(text[:i], "，"))
}

// separator is the length of the separator within a number that s begins with.
func separator(s string) int {
	switch {
	case strings.HasPrefix(s, ",") || strings.HasPrefix(s, "."):
		return 1
	case strings.HasPrefix(s, "，"):
		return len("，")
	}
	return 0
}

// A loose number is digits and separators with blanks between them, as far as
// they reach.
type looseNumber struct {
	start, end  int
	digits      [longestNumber]byte // digits, points and commas, blanks left out
	n           int
	groups      int  // that blanks and separators divide the digits into
	single      bool // all groups are of one digit
	bare        bool // a blank stands without a separator
	beforeComma bool // a blank stands before a comma or point
	afterWide   bool // a blank stands behind a full-width comma, as in a list
	zero        bool // a group behind a bare blank begins with 0
	thousands   bool // the groups but the first are of three digits
}

// longestNumber is in bytes; a longer one is no number of a report.
const longestNumber = 48

// loose is the loose number that the blank at i stands in.
func loose(text string, i int) (l looseNumber, ok bool) {
	if l.start = looseStart(text, i); l.start == i {
		return l, false
	}
	l.single, l.thousands = true, true
	for at := l.start; ; {
		l.end = at
		for l.end < len(text) && isDigit(text[l.end]) && l.n < longestNumber {
			l.digits[l.n] = text[l.end]
			l.n++
			l.end++
		}
		if l.end-at != 1 {
			l.single = false
		}
		l.thousands = l.thousands && (l.groups == 0 && l.end-at <= 3 || l.groups > 0 && l.end-at == 3)
		l.groups++
		mark := pastBlanks(text, l.end)
		sign := 0
		if mark < len(text) {
			sign = separator(text[mark:])
		}
		next := pastBlanks(text, mark+sign)
		switch {
		case next >= len(text) || !isDigit(text[next]) || next == l.end:
			return l, l.n < longestNumber
		case sign == 0:
			l.bare = true
			l.zero = l.zero || text[next] == '0'
		case l.n < longestNumber:
			l.beforeComma = l.beforeComma || mark > l.end
			l.afterWide = l.afterWide || sign > 1 && next > mark+sign
			l.digits[l.n] = ','
			if text[mark] == '.' {
				l.digits[l.n] = '.'
			}
			l.n++
		}
		at = next
	}
}

// looseStart is the first digit that reaches i over digits, separators and
// blanks alone; i where there is none.
func looseStart(text string, i int) int {
	start := i
	for k := i; k > 0 && i-k < longestNumber; {
		switch {
		case isDigit(text[k-1]):
			k--
			start = k
		case text[k-1] == ' ' || text[k-1] == ',' || text[k-1] == '.':
			k--
		case strings.HasSuffix(text[:k], "，"):
			k -= len("，")
		default:
			return start
		}
	}
	return start
}

// tornAt judges the blank at i, which stands in a number: of two numbers in a
// list it is none of ours.
func tornAt(text string, i int) blankKind {
	l, ok := loose(text, i)
	head := strings.TrimSuffix(text[:l.start], " ")
	if !ok || !hanBefore(head, len(head)) && last(head) != '，' && last(head) != '（' || !countsSomething(text, l.end) {
		return blankApart
	}
	number := string(l.digits[:l.n])
	commas, points := strings.Count(number, ","), strings.Count(number, ".")
	glued := len(head) == l.start
	switch {
	case !wellFormed(number):
		return blankApart
	case l.bare && commas+points == 0:
		switch {
		case l.single && l.groups == 2:
			return blankOpen
		case l.single, l.thousands, l.zero:
			return blankInNumber
		}
		return blankApart
	case l.bare, l.beforeComma, points > 0 && glued:
		return blankInNumber
	case l.afterWide || points > 0 && commas == 0:
		return blankApart
	case commas > 1 && number[3] != ',' && !shared(text, l.start):
		return blankInNumber
	}
	return blankOpen // 120, 230, 340 may be three numbers
}

// shared says whether 分别 stands before i, so that several numbers follow.
func shared(text string, i int) bool {
	return strings.Contains(text[max(0, i-longestNumber):i], "分别")
}

// wellFormed says whether a number is written as numbers are: thousands in
// groups of three, one point.
func wellFormed(number string) bool {
	whole, _, _ := strings.Cut(number, ".")
	if strings.ContainsAny(number[len(whole):], ",") || strings.Count(number, ".") > 1 {
		return false
	}
	first, rest, grouped := strings.Cut(whole, ",")
	if grouped && (len(first) > 3 || first[0] == '0') {
		return false
	}
	for grouped {
		var group string
		group, rest, grouped = strings.Cut(rest, ",")
		if len(group) != 3 {
			return false
		}
	}
	return true
}

// numberEnd is where the number that begins at i ends.
func numberEnd(text string, i int) int {
	for i < len(text) {
		n := separator(text[i:])
		if !isDigit(text[i]) && (n == 0 || i+n >= len(text) || !isDigit(text[i+n])) {
			break
		}
		i += max(n, 1)
	}
	return i
}

// spreadEnd is where the number that begins at i ends, torn apart too.
func spreadEnd(text string, i int) int {
	end := numberEnd(text, i)
	blank := end + separator(text[end:])
	next := pastBlanks(text, blank)
	if next == blank || next == len(text) || !inNumber(text, blank, next) || tornAt(text, blank) != blankInNumber {
		return end
	}
	l, _ := loose(text, blank)
	return l.end
}
