package normalize

// What Clean tells of bytes that are no character.

var (
	invalidBytes = &Reason{Pass: "decode", Name: "invalid bytes", Flag: "ambiguous"}
	// A byte that is lost beside a digit may have been one.
	invalidByDigit = &Reason{Pass: "decode", Name: "invalid bytes beside a digit", Flag: "digit_lost"}
)

// invalidEdits are the edits that put U+FFFD for invalid bytes. They are sure
// to be wrong: what stood there is not known.
func (s *Source) invalidEdits() []Edit {
	var edits []Edit
	for _, at := range s.invalid {
		why := invalidBytes
		if at.Start > 0 && isDigit(s.decoded[at.Start-1]) || at.End < len(s.decoded) && isDigit(s.decoded[at.End]) {
			why = invalidByDigit
		}
		edits = append(edits, Edit{Reason: why, Start: at.Start, End: at.End, To: s.decoded[at.Start:at.End]})
	}
	return edits
}
