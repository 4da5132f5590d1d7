package exchange

// The fields of figures, and their order.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"unionrep/cmd/internal/field"
)

// goldFields are the fields of an annotation, in order.
func goldFields() []string {
	return []string{"raw", "nth", "context", "value", "max", "bound", "unit", "kind", "indicator", "action", "org", "period", "optional", "dup", "alt"}
}

// text is a field as text: a number's digits, "" for null and for no field.
func (f Fields) text(name string) string {
	raw := f[name]
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}

// is reports whether a field is true.
func (f Fields) is(name string) bool { return string(f[name]) == "true" }

// setText sets a field of text.
func (f Fields) setText(name, value string) { f[name] = quote(value) }

// mostBits is how large a number may be, far beyond what reports count.
const mostBits = 256

// setNumber sets a field to a number in digits, or to null for "". A number
// with an exponent, as R writes large ones, is written out.
func (f Fields) setNumber(name, digits string) error {
	if digits == "" {
		f[name] = json.RawMessage("null")
		return nil
	}
	number, ok := new(big.Rat).SetString(digits)
	if !ok || !json.Valid([]byte(digits)) || max(number.Num().BitLen(), number.Denom().BitLen()) > mostBits {
		return fmt.Errorf("%s is %q: a number in digits is needed, 万 and 亿 multiplied out", name, digits)
	}
	if strings.ContainsAny(digits, "eE") {
		places, exact := number.FloatPrec()
		if !exact {
			return fmt.Errorf("%s is %q, which has no end in digits", name, digits)
		}
		digits = number.FloatString(places)
	}
	f[name] = json.RawMessage(digits)
	return nil
}

func (f Fields) setInt(name string, value int) { f[name] = json.RawMessage(strconv.Itoa(value)) }

// setFlag sets a field to true, or takes it away.
func (f Fields) setFlag(name string, value bool) {
	if value {
		f[name] = json.RawMessage("true")
	} else if _, ok := f[name]; ok {
		f[name] = json.RawMessage("false")
	}
}

// clone is a copy that can be changed.
func (f Fields) clone() Fields {
	other := make(Fields, len(f))
	for name, value := range f {
		other[name] = value
	}
	return other
}

// isRecord reports whether the fields are those of a record, which says where
// the figure lies in the file.
func (f Fields) isRecord() bool { return len(f["start"]) > 0 && len(f["end"]) > 0 }

// order puts the names of the fields into the order of annotations and records;
// fields of neither come last, by name.
func (f Fields) order() []string {
	known := slices.Concat(goldFields(), field.Names())
	if f.isRecord() {
		known = slices.Concat(field.Names(), goldFields())
	}
	var names []string
	for name := range f {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		i, j := slices.Index(known, a), slices.Index(known, b)
		switch {
		case i >= 0 && j >= 0:
			return i - j
		case i >= 0:
			return -1
		case j >= 0:
			return 1
		case a < b:
			return -1
		}
		return 1
	})
	return names
}

// MarshalJSON writes the fields in their order.
func (f Fields) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, name := range f.order() {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(quote(name))
		b.WriteByte(':')
		b.Write(f[name])
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// quote is s as JSON, with < and & as they are.
func quote(s string) json.RawMessage {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(s) // text can always be encoded
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// UnmarshalJSON reads an object. Blanks between values and escapes that need not
// be, which other tools put in, are taken out, so that fields come back as they
// were.
func (f *Fields) UnmarshalJSON(data []byte) error {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(data, &values); err != nil {
		return err
	}
	for name, value := range values {
		var b bytes.Buffer
		if err := json.Compact(&b, value); err != nil {
			return err
		}
		values[name] = literal.ReplaceAllFunc(b.Bytes(), func(text []byte) []byte {
			var s string
			if json.Unmarshal(text, &s) != nil {
				return text
			}
			return quote(s)
		})
	}
	*f = values
	return nil
}

// literal is a text in JSON.
var literal = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// parseFields reads the fields of a figure, which must be an object.
func parseFields(data []byte) (Fields, error) {
	var f Fields
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	if f == nil {
		return nil, errors.New("an object is needed, not null")
	}
	return f, nil
}
