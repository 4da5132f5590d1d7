// Package numeral reads the numbers of Chinese text, exactly.
package numeral

import "strconv"

// A Decimal is an exact decimal number, coefficient / 10^scale, of up to 18
// digits. The zero value is 0. Decimals that come from this package carry no
// trailing zeros behind the point, so equal numbers compare equal with ==.
type Decimal struct {
	coefficient int64
	scale       uint8
}

// New is coefficient / 10^scale.
func New(coefficient int64, scale uint8) Decimal {
	for scale > 0 && coefficient%10 == 0 {
		coefficient /= 10
		scale--
	}
	return Decimal{coefficient, scale}
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
