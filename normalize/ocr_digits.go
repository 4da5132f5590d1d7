package normalize

import (
	"strings"
	"unicode/utf8"
)

// Letters that stand for digits: 200O for 2000, l5 for 15, 二O一五 for 二〇一五.

var (
	letterDigit = &Reason{Pass: "ocr", Name: "letter for a digit", Flag: "ocr"}
	oddDigit    = &Reason{Pass: "ocr", Name: "letter among digits", Flag: "ocr"}
	percentSign = &Reason{Pass: "ocr", Name: "letters for a percent sign", Flag: "ocr"}
	circleZero  = &Reason{Pass: "ocr", Name: "circle for zero", Bulk: true}
)

// strayLetters looks at the Latin letters of a text: words that a recogniser
// wrote for Chinese ones, and letters in a number where a unit behind it proves
// that it is one. Names such as APP, O2O, CO2 or 4S stay.
func strayLetters(t *Text, o Options) *Text {
	if !t.has(latinLetters) {
		return t
	}
	text := t.clean
	e := edit(t, o)
	for i := 0; i < len(text); {
		b := text[i]
		switch {
		case latin(rune(b)):
			if end := strayWordAt(e, i); end > i {
				i = end
			} else {
				i = letterNumber(e, i)
			}
		case b == 0xe2 && i+2 < len(text) && text[i+1] == 0x97 && (text[i+2] == 0x8b || text[i+2] == 0xaf):
			i = chineseZero(e, i) // ○ ◯
		default:
			i += charWidth(b)
		}
	}
	return e.done()
}

// letterNumber looks at the letters at i, with the digits on both sides, and
// returns where to go on.
func letterNumber(e *editor, i int) int {
	text := e.old.clean
	start, end := i, i
	for start > 0 && i-start < longestNumber && isDigit(text[start-1]) {
		start--
	}
	for end < len(text) && (isDigit(text[end]) || latin(rune(text[end]))) {
		end++
	}
	if tail := letterHead(text, start); tail > end {
		e.rewrite(start, tail, asDigits.Replace(text[start:tail]), letterDigit, 0.9)
		return tail
	}
	token := text[start:end]
	switch letters := token[i-start:]; {
	case start < i && (letters == "o" || letters == "O") && (strings.HasPrefix(text[end:], "/o") || strings.HasPrefix(text[end:], "/O")):
		e.replace(i, end+2, "%", percentSign, 0.9)
		return end + 2
	case start == i && strings.Trim(letters, "Oo") == "" && !continues(text, start):
		return chineseZero(e, i)
	case !strings.ContainsAny(token, "0123456789") && !continues(text, start) || !countsSomething(text, numberTail(text, end)):
		return end
	case strings.Trim(token, "0123456789OoIl") == "" && (token[0] != 'O' && token[0] != 'o' || continues(text, start)):
		e.rewrite(start, end, asDigits.Replace(token), letterDigit, 0.95)
	case strings.Trim(token, "0123456789OoIlSBZ") == "" && isDigit(token[0]) && isDigit(token[len(token)-1]):
		e.doubt(start, end, oddDigit, 0.5)
	}
	return end
}

// letterHead is where a number ends that a letter at i begins, with a separator
// behind it: l,2OO or O.5. It is i where there is none. Part I，200 people is two
// things: a comma needs a letter that is no numeral of its own.
func letterHead(text string, i int) int {
	if i+1 == len(text) || strings.IndexByte("OoIl", text[i]) < 0 {
		return i
	}
	if before := last(text[:i]); latin(before) || digit(before) || before == ',' || before == '.' {
		return i
	}
	head := i + 1
	for head < len(text) && head-i < 3 && strings.IndexByte("OoIl", text[head]) >= 0 {
		head++
	}
	end := numberTail(text, head)
	number := asDigits.Replace(strings.ReplaceAll(text[i:end], "，", ","))
	switch {
	case end == head, !wellFormed(number), !strings.ContainsAny(text[i:end], "0123456789"), !countsSomething(text, end):
		return i
	case number[0] == '0' && number[1] != '.':
		return i
	case number[head-i] == ',' && !strings.ContainsAny(text[i+1:end], "OoIl") && (text[i] == 'I' || text[head] != ','):
		return i
	}
	return end
}

// continues says whether what stands at i goes on a number: digits stand before
// it, over separators, blanks and letters for digits.
func continues(text string, i int) bool {
	near := text[max(0, i-longestNumber):i]
	return strings.ContainsAny(near[len(strings.TrimRight(near, "0123456789OoIl.,， ")):], "0123456789")
}

// numberTail is where a number ends that goes on at i with a separator, letters
// for digits included.
func numberTail(text string, i int) int {
	for {
		n := separator(text[i:])
		next := i + n
		for next < len(text) && (isDigit(text[next]) || strings.IndexByte("OoIl", text[next]) >= 0) {
			next++
		}
		if n == 0 || next == i+n {
			return i
		}
		i = next
	}
}

var asDigits = strings.NewReplacer("O", "0", "o", "0", "I", "1", "l", "1")

// countsSomething says whether what stands at i makes a number of what stands
// before it: a unit, a multiplier or a percent sign, after a blank or two as well.
func countsSomething(text string, i int) bool {
	i = pastBlanks(text, i)
	return strings.HasPrefix(text[i:], "%") || numberWords().classAt(text, i) != noWord
}

const chineseDigits = "一二三四五六七八九〇零两"

// chineseZero puts 〇 for the circles or letters at i, if they stand among
// Chinese digits, and returns where to go on.
func chineseZero(e *editor, i int) int {
	text := e.old.clean
	end := i
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune("Oo○◯", r) {
			break
		}
		end += n
	}
	behind := first(text[end:])
	if strings.ContainsRune(chineseDigits, last(text[:i])) && (strings.ContainsRune(chineseDigits, behind) || behind == '年') {
		for i < end {
			n := charWidth(text[i])
			e.replace(i, i+n, "〇", circleZero, 0.95)
			i += n
		}
	}
	return end
}
