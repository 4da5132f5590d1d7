package numeral

// What both readers, of Arabic and of Chinese numerals, share: the number that
// they hand back, and the characters that they know.

import "unicode/utf8"

// A Number is a number as a text writes it, with its multipliers (百 千 万 亿)
// and without unit and bound words, except for the 余 of 3000余万.
type Number struct {
	Start, End int     // bytes of the text
	Value      Decimal // the lower end of 三四万
	Max        Decimal // the upper end of 三四万
	Range      bool    // two neighbouring digits: 三四万, 十七八
	More       bool    // 余, 多, 几 or 来 before a multiplier: 3000余万
	Vague      bool    // 数 or 几 for a digit: 数百, 几十万, 十几
	Bare       bool    // a multiplier alone: 百, 千万
	Chinese    bool    // written in Chinese numerals
	Digits     bool    // Chinese digits one by one: 二〇一五
	Exponent   int     // power of ten of the multiplier that ends it: 4 for 三十万, 8 for 2亿, else 0
	Step       int     // power of ten of the last digit that it gives: 7 for 3000万, -2 for 1.25
	Plain      int     // how many Arabic digits it begins with
}

// Read reads the number that begins at byte i of text: Arabic digits, Chinese
// numerals in everyday and in financial characters, or both mixed (6万5千). It
// reports whether there is one of at most 18 digits.
func Read(text string, i int) (Number, bool) {
	if i < len(text) && isDigit(text[i]) {
		return readArabic(text, i)
	}
	return readChinese(text, i)
}

// A sort is what a character is to the grammar.
type sort uint8

const (
	none   sort = iota
	digit       // 一 to 九, 两 and the financial ones
	zero        // 零 〇 ○
	tens        // 廿 卅 卌: twenty, thirty, forty
	unit        // 十 百 千, within a section of four digits
	myriad      // 万 亿
	some        // 几 数: any digit
	point       // 点
)

// char says what the character at byte i of text is, its value (the digit, or
// the power of ten of a multiplier) and its length in bytes.
func char(text string, i int) (s sort, value, size int) {
	if i+3 > len(text) || text[i] < 0xE2 {
		return none, 0, 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '零', '〇', '○':
		return zero, 0, size
	case '一', '壹', '弌':
		return digit, 1, size
	case '二', '贰', '貳', '弍', '两', '兩':
		return digit, 2, size
	case '三', '叁', '參', '叄':
		return digit, 3, size
	case '四', '肆':
		return digit, 4, size
	case '五', '伍':
		return digit, 5, size
	case '六', '陆', '陸':
		return digit, 6, size
	case '七', '柒':
		return digit, 7, size
	case '八', '捌':
		return digit, 8, size
	case '九', '玖':
		return digit, 9, size
	case '廿':
		return tens, 2, size
	case '卅':
		return tens, 3, size
	case '卌':
		return tens, 4, size
	case '十', '拾':
		return unit, 1, size
	case '百', '佰':
		return unit, 2, size
	case '千', '仟':
		return unit, 3, size
	case '万', '萬':
		return myriad, 4, size
	case '亿', '億':
		return myriad, 8, size
	case '几', '幾', '数', '數':
		return some, 1, size
	case '点', '點':
		return point, 0, size
	}
	return none, 0, size
}

// more is the length of a word at byte i of text that makes a round number
// more than it says, 余 多 几 来, where a multiplier follows it.
func more(text string, i int) int {
	if i < len(text) && text[i] == ' ' {
		if m := more(text, i+1); m > 0 {
			return m + 1
		}
		return 0
	}
	if i+6 > len(text) {
		return 0
	}
	switch text[i : i+3] {
	case "余", "餘", "多", "几", "幾", "来", "來":
		if s, _, _ := char(text, i+3); s == myriad {
			return 3
		}
	}
	return 0
}

// prefix reports whether the 千 or 百 at byte i of text is the prefix of a
// metric unit (千米, 千克, 千瓦, 百帕) and no multiplier.
func prefix(text string, i int) bool {
	if i+6 > len(text) {
		return false
	}
	switch text[i : i+3] {
	case "千":
		switch text[i+3 : i+6] {
		case "米", "克", "瓦", "伏", "卡", "赫", "帕", "焦", "牛", "乏":
			return true
		}
	case "百":
		switch text[i+3 : i+6] {
		case "帕", "分":
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
