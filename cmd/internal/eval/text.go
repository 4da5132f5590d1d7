package eval

// When two texts say the same.

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// enough is the overlap from which on two indicators mean the same thing.
const enough = 0.75

var (
	bracket = regexp.MustCompile(`[(（](.{1,2})[)）]$`) // 人(次) is 人次
	units   = map[string]string{"％": "%", "百分点": "个百分点", "圆": "元", "人民币": "元", "平米": "平方米", "㎡": "平方米"}
)

// canonical is the unit that a spelling of it stands for.
func canonical(unit string) string {
	unit = bracket.ReplaceAllString(strings.TrimSpace(unit), "$1")
	if c, ok := units[unit]; ok {
		return c
	}
	return unit
}

// SameText reports whether two texts say the same, whatever blanks, signs and
// widths they are written with.
func SameText(a, b string) bool { return squash(a) == squash(b) }

// squash leaves of s what is read: letters, digits and the signs that change a
// number, in their normal form.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("_%‰℃+-", r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}

// overlap is the F1 of the characters of two texts.
func overlap(a, b string) float64 {
	x, y := []rune(squash(a)), []rune(squash(b))
	if len(x) == 0 && len(y) == 0 {
		return 1
	}
	left := map[rune]int{}
	for _, r := range x {
		left[r]++
	}
	both := 0
	for _, r := range y {
		if left[r] > 0 {
			left[r]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}
