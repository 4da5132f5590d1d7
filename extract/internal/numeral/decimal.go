// Package numeral reads the numbers of Chinese text, exactly.
package numeral

import (
	"math"
	"math/bits"
	"strconv"
)

// A Decimal is an exact decimal number, coefficient / 10^scale, of up to 18
// digits. The zero value is 0. Decimals that come from this package carry no
// trailing zeros behind the point, so equal numbers compare equal with ==.
type Decimal struct {
	coefficient int64
	scale       uint8
}

// maxDigits is how many digits a Decimal holds.
const maxDigits = 18

// limit is the first coefficient that a Decimal cannot hold.
const limit = 1_000_000_000_000_000_000

// powers are the powers of ten that fit a coefficient.
var powers = [maxDigits + 1]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// New is coefficient / 10^scale.
func New(coefficient int64, scale uint8) Decimal {
	for scale > 0 && coefficient%10 == 0 {
		coefficient /= 10
		scale--
	}
	return Decimal{coefficient, scale}
}

// Parse reads what String writes: an optional minus sign, digits, and
// optionally a point and more digits. It reports whether s is such a number
// of at most 18 digits.
func Parse(s string) (Decimal, bool) {
	negative := len(s) > 0 && s[0] == '-'
	if negative {
		s = s[1:]
	}
	var coefficient int64
	var scale uint8
	point := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if coefficient >= limit/10 {
				return Decimal{}, false
			}
			coefficient = coefficient*10 + int64(c-'0')
			if point {
				scale++
			}
		case c == '.' && !point && i > 0 && i < len(s)-1:
			point = true
		default:
			return Decimal{}, false
		}
	}
	if negative {
		coefficient = -coefficient
	}
	return New(coefficient, scale), len(s) > 0
}

// Shift is d times 10^n. It reports whether the result has room.
func (d Decimal) Shift(n int) (Decimal, bool) {
	if d.coefficient == 0 {
		return Decimal{}, true
	}
	scale := int(d.scale) - n
	if scale > maxDigits {
		return Decimal{}, false
	}
	if scale >= 0 {
		return New(d.coefficient, uint8(scale)), true
	}
	if -scale > maxDigits {
		return Decimal{}, false
	}
	coefficient, ok := multiply(d.coefficient, powers[-scale])
	return Decimal{coefficient, 0}, ok
}

// Times is d times n. It reports whether the result has room.
func (d Decimal) Times(n int64) (Decimal, bool) {
	coefficient, ok := multiply(d.coefficient, n)
	if !ok {
		return Decimal{}, false
	}
	return New(coefficient, d.scale), true
}

// Add is d + e. It reports whether the result has room.
func (d Decimal) Add(e Decimal) (Decimal, bool) {
	a, b, scale, ok := align(d, e)
	if !ok || a+b >= limit || a+b <= -limit {
		return Decimal{}, false
	}
	return New(a+b, scale), true
}

// Sub is d - e. It reports whether the result has room.
func (d Decimal) Sub(e Decimal) (Decimal, bool) { return d.Add(e.Neg()) }

// Neg is -d.
func (d Decimal) Neg() Decimal { return Decimal{-d.coefficient, d.scale} }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.coefficient < 0:
		return -1
	case d.coefficient > 0:
		return 1
	}
	return 0
}

// Cmp is negative where d is less than e, 0 where they are equal, positive
// where d is more.
func (d Decimal) Cmp(e Decimal) int {
	if a, b, _, ok := align(d, e); ok {
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	}
	// Too far apart for one scale, so floating point tells them apart.
	if d.Float64() < e.Float64() {
		return -1
	}
	return 1
}

// Int64 is d as an integer, and whether d is one.
func (d Decimal) Int64() (int64, bool) { return d.coefficient, d.scale == 0 }

// Float64 is the floating-point number near d, for comparisons that need not
// be exact.
func (d Decimal) Float64() float64 { return float64(d.coefficient) / math.Pow10(int(d.scale)) }

// Quo is d / e rounded half away from zero to 12 significant digits, at most
// 18 of them behind the point. It reports whether e is not zero and the result
// has room.
func (d Decimal) Quo(e Decimal) (Decimal, bool) {
	if e.coefficient == 0 {
		return Decimal{}, false
	}
	if d.coefficient == 0 {
		return Decimal{}, true
	}
	num, den := magnitude(d.coefficient), magnitude(e.coefficient)
	// Long division, to the thirteenth digit or as far as the scale goes.
	q, r, k := num/den, num%den, 0
	for q < 1e12 && k < maxDigits+1+int(e.scale)-int(d.scale) {
		q, r = q*10+r*10/den, r*10%den
		k++
	}
	extra := max(0, k+int(d.scale)-int(e.scale)-maxDigits)
	for q/uint64(powers[extra]) >= 1e12 {
		extra++
	}
	q = (q + uint64(powers[extra])/2) / uint64(powers[extra])
	k -= extra
	scale := k + int(d.scale) - int(e.scale)
	if (d.coefficient < 0) != (e.coefficient < 0) {
		return Decimal{-int64(q), 0}.Shift(-scale)
	}
	return Decimal{int64(q), 0}.Shift(-scale)
}

// align brings d and e to one scale. It reports whether both coefficients have
// room there.
func align(d, e Decimal) (a, b int64, scale uint8, ok bool) {
	a, b, scale, ok = d.coefficient, e.coefficient, d.scale, true
	if d.scale < e.scale {
		scale = e.scale
		a, ok = multiply(a, powers[e.scale-d.scale])
	} else if e.scale < d.scale {
		b, ok = multiply(b, powers[d.scale-e.scale])
	}
	return a, b, scale, ok
}

// multiply is a·b, and whether it has at most 18 digits.
func multiply(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo >= limit {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// AppendText appends d in plain decimal digits, without exponent and without
// trailing zeros.
func (d Decimal) AppendText(b []byte) ([]byte, error) {
	digits := strconv.AppendInt(nil, d.coefficient, 10)
	if digits[0] == '-' {
		b = append(b, '-')
		digits = digits[1:]
	}
	for len(digits) <= int(d.scale) {
		digits = append([]byte{'0'}, digits...)
	}
	whole := len(digits) - int(d.scale)
	b = append(b, digits[:whole]...)
	if d.scale > 0 {
		b = append(append(b, '.'), digits[whole:]...)
	}
	return b, nil
}

// MarshalJSON writes d as a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return d.AppendText(nil) }

// String is d in plain decimal digits.
func (d Decimal) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}
