package numeral

// Chinese numerals: 一百二十, 一百十一, 两千零五, 廿三, 六点四二万, 十几, 数百万,
// 三四万, 二〇一五.

// A reading is a Chinese numeral on its way. A number is a sum of 亿, of 万
// and of a section of four digits; 万 may count 亿 (三万亿).
type reading struct {
	text    string
	at      int
	sum     int64 // the part counted in 亿
	wan     int64 // the part counted in 万
	section int64 // the part below 万
	digit   int64 // a digit that waits for its multiplier, or -1
	spread  int64 // how much higher the second of two neighbouring digits makes the number
	lowest  int   // the smallest multiplier of the section so far, as a power of ten
	zero    bool  // 零 stands before the digit that waits
	n       Number
}

func readChinese(text string, i int) (Number, bool) {
	if n, ok := digitString(text, i); ok {
		return n, true
	}
	r := reading{text: text, at: i, digit: -1, lowest: 4, n: Number{Start: i, Chinese: true}}
	for r.next() {
	}
	if r.at == i || r.n.Vague && r.sum+r.wan+r.section == 0 {
		return r.n, false
	}
	return r.finish()
}

// next takes one more character into the number, and reports whether it could.
func (r *reading) next() bool {
	s, value, size := char(r.text, r.at)
	switch s {
	case zero:
		if r.digit >= 0 {
			return false
		}
		if next, _, _ := char(r.text, r.at+size); r.at > r.n.Start && next != digit && next != tens && next != unit {
			return false
		}
		r.zero = true
	case digit:
		return r.take(int64(value), size)
	case some:
		return r.takeSome(size)
	case tens:
		if r.digit >= 0 || r.lowest <= 1 {
			return false
		}
		r.section += int64(value) * 10
		r.lowest, r.zero = 1, false
		r.n.Step, r.n.Exponent = 1, 0
	case unit:
		return r.multiply(value, size)
	case myriad:
		return r.multiplyBig(value, size)
	default:
		m := more(r.text, r.at)
		if m == 0 || r.digit >= 0 || r.at == r.n.Start {
			return false
		}
		r.n.More = true
		size = m
	}
	r.at += size
	return true
}

// take takes a digit. Behind another one it must be its neighbour (三四万) or
// the five of 三五个.
func (r *reading) take(value int64, size int) bool {
	if r.lowest == 0 {
		return false
	}
	if r.digit >= 0 {
		if r.spread != 0 || r.n.Vague || value != r.digit+1 && (r.digit != 3 || value != 5) {
			return false
		}
		r.spread = value - r.digit
		r.n.Range = true
	} else {
		r.digit = value
	}
	r.at += size
	return true
}

// takeSome takes 几 or 数, which stand for a digit: before a multiplier (数百)
// or, 几 alone, behind 十 (十几).
func (r *reading) takeSome(size int) bool {
	next, _, _ := char(r.text, r.at+size)
	first := r.at == r.n.Start
	switch {
	case r.digit >= 0 || r.n.Vague || r.spread != 0:
		return false
	case next == unit || next == myriad && first:
		r.digit = 1
	case !first && r.lowest == 1 && r.text[r.at:r.at+size] != "数" && r.text[r.at:r.at+size] != "數":
		r.n.Step, r.n.Exponent = 1, 0
	default:
		return false
	}
	r.n.Vague = true
	r.at += size
	return true
}

// multiply applies 十, 百 or 千 to the digit before it.
func (r *reading) multiply(exponent, size int) bool {
	if exponent >= r.lowest || prefix(r.text, r.at) && (r.digit < 0 || r.text[r.at+size:r.at+size+3] != "米") {
		return false
	}
	if r.digit < 0 {
		if r.at == r.n.Start {
			r.n.Bare = exponent > 1
		} else if exponent > 1 || r.wan > 0 && r.section == 0 && !r.zero {
			return false
		}
		r.digit = 1
	}
	r.section += r.digit * powers[exponent]
	r.spread *= powers[exponent]
	r.digit, r.lowest, r.zero = -1, exponent, false
	r.n.Step, r.n.Exponent = exponent, exponent
	r.at += size
	return true
}

// multiplyBig applies 万 or 亿 to all that stands before it.
func (r *reading) multiplyBig(exponent, size int) bool {
	part := r.section
	if r.digit > 0 {
		part += r.digit
		r.n.Step = 0
	}
	before := part
	if exponent == 8 {
		before += r.wan
	}
	switch {
	case r.at == r.n.Start:
		r.n.Bare, part = true, 1
	case before == 0, exponent == 4 && r.wan > 0, exponent == 8 && r.sum > 0:
		return false
	}
	if exponent == 4 {
		r.wan = part * 1e4
	} else {
		r.sum = (r.wan + part) * 1e8
		r.wan = 0
	}
	r.spread *= powers[exponent]
	r.section, r.digit, r.lowest, r.zero = 0, -1, 4, false
	r.n.Step += exponent
	r.n.Exponent = exponent
	r.at += size
	return true
}

// finish adds the last digit, which counts the next smaller power where no 零
// stands before it (一百二 is 120, 三万五 is 35000), and reads a decimal part.
func (r *reading) finish() (Number, bool) {
	n := r.n
	if r.digit >= 0 {
		exponent := 0
		switch {
		case r.zero, r.lowest == 1:
		case r.section > 0:
			exponent = r.lowest - 1
		case r.wan > 0:
			exponent = 3
		case r.sum > 0:
			exponent = 7
		}
		r.section += r.digit * powers[exponent]
		r.spread *= powers[exponent]
		n.Step, n.Exponent = exponent, 0
	}
	n.End = r.at
	n.Value = Decimal{r.sum + r.wan + r.section, 0}
	if n.Range {
		n.Max = Decimal{n.Value.coefficient + r.spread, 0}
		return n, true
	}
	if r.sum == 0 && r.wan == 0 && !n.Vague && !n.Bare && !n.More {
		return decimalPart(r.text, n)
	}
	return n, n.Value.coefficient < limit
}

// decimalPart reads 点四二 behind the number n, or .42 or .四二, and the
// multiplier behind that. A 点 that tells the time (八点三十分) is none.
func decimalPart(text string, n Number) (Number, bool) {
	s, _, size := char(text, n.End)
	if s != point && n.End < len(text) && text[n.End] == '.' {
		s, size = point, 1
	}
	if s != point {
		return n, true
	}
	at := n.End + size
	value, scale := n.Value.coefficient, 0
	for {
		kind, d, size := char(text, at)
		if at < len(text) && isDigit(text[at]) {
			kind, d, size = digit, int(text[at]-'0'), 1
		}
		if kind != digit && kind != zero || value >= limit/10 {
			if scale == 0 || kind == unit && d == 1 || isTime(text, at) {
				return n, true
			}
			break
		}
		value = value*10 + int64(d)
		scale++
		at += size
	}
	exponent, end := multiplier(text, at)
	if m := more(text, at); m > 0 {
		n.More = true
		exponent, end = multiplier(text, at+m)
	}
	shifted, ok := New(value, uint8(scale)).Shift(exponent)
	n.Value, n.End, n.Step, n.Exponent = shifted, end, exponent-scale, exponent
	return n, ok
}

// isTime reports whether 分, 刻 or 钟 stands at byte i of text.
func isTime(text string, i int) bool {
	if i+3 > len(text) {
		return false
	}
	switch text[i : i+3] {
	case "分", "刻", "钟", "鐘":
		return true
	}
	return false
}

// digitString reads three or more Chinese digits one by one: 二〇一五.
func digitString(text string, i int) (Number, bool) {
	var value int64
	at, count, step := i, 0, 0
	for count < maxDigits {
		s, d, size := char(text, at)
		if s != digit && s != zero || s == digit && (text[at:at+size] == "两" || text[at:at+size] == "兩") {
			break
		}
		value = value*10 + int64(d)
		if step++; d != 0 {
			step = 0
		}
		at += size
		count++
	}
	if count < 3 {
		return Number{}, false
	}
	n := Number{Start: i, End: at, Value: Decimal{value, 0}, Chinese: true, Digits: true, Step: step}
	if s, _, _ := char(text, at); s == unit {
		return Number{}, false
	}
	return decimalPart(text, n)
}
