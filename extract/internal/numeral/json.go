package numeral

import "fmt"

// UnmarshalJSON reads what MarshalJSON writes. Another notation of a number,
// such as an exponent, is an error, as is one of more than 18 digits.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		return nil
	}
	parsed, ok := Parse(string(b))
	if !ok {
		return fmt.Errorf("%s is no number of up to 18 plain decimal digits", b)
	}
	*d = parsed
	return nil
}
