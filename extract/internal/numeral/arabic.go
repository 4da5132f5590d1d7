package numeral

// Arabic numerals with separators and decimals, and the multipliers and
// smaller parts behind them: 1,100万, 3.2万, 1千万, 6万5千, 1亿2000万.

import "strings"

func readArabic(text string, i int) (Number, bool) {
	n := Number{Start: i}
	value, step, end, ok := plain(text, i, false)
	if !ok {
		return n, false
	}
	n.Plain = end - i
	for last := 100; ; {
		if n.Exponent == 0 {
			end = behindBlank(text, end)
		}
		exponent, behind := multiplier(text, end)
		if exponent == 0 && n.Exponent == 0 && letterW(text, end) {
			exponent, behind = 4, end+1
		}
		if m := more(text, end); m > 0 && exponent == 0 {
			if exponent, behind = multiplier(text, end+m); exponent > 0 {
				n.More = true
			}
		}
		if exponent == 0 || exponent >= last {
			break
		}
		if value, ok = value.Shift(exponent); !ok {
			return n, false
		}
		if n.Value, ok = n.Value.Add(value); !ok {
			return n, false
		}
		end, last = behind, exponent
		n.Exponent, n.Step = exponent, step+exponent
		next := len(text) - len(strings.TrimPrefix(text[end:], "零"))
		part, partStep, partEnd, found := plain(text, next, true)
		if n.More || !found || !isWhole(part) || part.Cmp(Decimal{powers[exponent], 0}) >= 0 {
			n.End = end
			return n, true
		}
		if e, _ := multiplier(text, partEnd); e == 0 || e >= exponent {
			return lastPart(n, part, partStep, partEnd, partEnd-next, end)
		}
		value, step, end = part, partStep, partEnd
	}
	n.End = end
	if n.Exponent == 0 {
		n.Value, n.Step = value, step
	}
	return n, true
}

// behindBlank is i behind a blank where 万 or 亿 follows: 200 万元.
func behindBlank(text string, i int) int {
	if i < len(text) && text[i] == ' ' {
		if s, _, _ := char(text, i+1); s == myriad {
			return i + 1
		}
	}
	return i
}

// letterW reports whether the w at byte i of text stands for 万: 3.8w人次.
func letterW(text string, i int) bool {
	if i >= len(text) || text[i]|0x20 != 'w' {
		return false
	}
	return i+1 == len(text) || text[i+1]|0x20 < 'a' || text[i+1]|0x20 > 'z'
}

// lastPart adds what stands behind the last multiplier without one of its own:
// 1万2000. One digit counts the next smaller power: 6万5 is 65000.
func lastPart(n Number, part Decimal, step, end, digits, before int) (Number, bool) {
	if digits == 1 {
		part, _ = part.Shift(n.Exponent - 1)
		step = n.Exponent - 1
	}
	sum, ok := n.Value.Add(part)
	if !ok {
		n.End = before
		return n, true
	}
	n.Value, n.Step, n.Exponent, n.End = sum, step, 0, end
	return n, true
}

// plain reads digits with groups of three and a decimal part, and the power of
// ten of the last digit that they give: 2 for 300, 0 for 301, -1 for 3.0. Behind
// a multiplier the groups may be padded: the 0,876 of 2,391万0,876.
func plain(text string, i int, padded bool) (value Decimal, step, end int, ok bool) {
	var coefficient int64
	digits, zeros, scale := 0, 0, 0
	take := func(from int) int {
		for ; from < len(text) && isDigit(text[from]); from++ {
			if digits++; digits > maxDigits {
				return from
			}
			coefficient = coefficient*10 + int64(text[from]-'0')
			if zeros++; text[from] != '0' {
				zeros = 0
			}
		}
		return from
	}
	end = take(i)
	if end == i || digits > maxDigits {
		return value, 0, end, false
	}
	if end-i <= 3 && (text[i] != '0' || padded) {
		for {
			next := group(text, end)
			if next == 0 {
				break
			}
			end = take(next)
		}
	}
	step = zeros
	if coefficient == 0 {
		step = 0
	}
	if p := decimalPoint(text, end); p > 0 {
		whole := digits
		end = take(end + p)
		scale = digits - whole
		step = -scale
	}
	return New(coefficient, uint8(scale)), step, end, digits <= maxDigits
}

// group is where the three digits begin behind a separator of thousands at
// byte i of text, in either width, or 0.
func group(text string, i int) int {
	start := 0
	switch {
	case strings.HasPrefix(text[i:], ","):
		start = i + 1
	case strings.HasPrefix(text[i:], "，"):
		start = i + len("，")
	default:
		return 0
	}
	if start+3 > len(text) || !isDigit(text[start]) || !isDigit(text[start+1]) || !isDigit(text[start+2]) {
		return 0
	}
	if start+3 < len(text) && isDigit(text[start+3]) {
		return 0
	}
	return start
}

// decimalPoint is the length of the decimal point at byte i of text, in either
// width, where a digit follows, or 0.
func decimalPoint(text string, i int) int {
	size := 0
	switch {
	case strings.HasPrefix(text[i:], "."):
		size = 1
	case strings.HasPrefix(text[i:], "．"):
		size = len("．")
	default:
		return 0
	}
	if i+size < len(text) && isDigit(text[i+size]) {
		return size
	}
	return 0
}

// multiplier reads 百 千 万 亿 and their products (千万, 百万, 万亿) at byte i of
// text, as a power of ten.
func multiplier(text string, i int) (exponent, end int) {
	end = i
	for {
		s, e, size := char(text, end)
		switch {
		case s == unit && exponent == 0 && !prefix(text, end):
			if e == 1 { // 十 alone does not stand behind digits: 3十万
				if next, _, _ := char(text, end+size); next != myriad {
					return exponent, end
				}
			}
		case s == myriad && (exponent < 4 || e == 8 && exponent < 8):
		default:
			return exponent, end
		}
		exponent += e
		end += size
	}
}

func isWhole(d Decimal) bool { return d.scale == 0 }
