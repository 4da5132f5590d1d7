package normalize

import (
	"bytes"
	"unicode/utf8"
)

// Which encoding a file is in.

func trimBOM(raw []byte) []byte { return bytes.TrimPrefix(raw, []byte(bom)) }

// detect finds the encoding of a file: UTF-8 if it is valid or says so, or if
// most of what is not ASCII is.
func detect(raw []byte) *charset {
	if len(trimBOM(raw)) < len(raw) || utf8.Valid(raw) {
		return utf8Charset
	}
	high, valid := 0, 0
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if raw[i] >= utf8.RuneSelf {
			high += n
			if r != utf8.RuneError && n > 2 {
				valid += n
			}
		}
		i += n
	}
	if valid*2 > high {
		return utf8Charset
	}
	return gb18030
}
