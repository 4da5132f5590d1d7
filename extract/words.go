package extract

// The words that fields of a record are one of.

import (
	"slices"

	"unionrep/extract/internal/quantity"
)

// Words are the words that a field of the record, named as in JSON, is one of
// where it is not empty; nil for a field that holds any text. Each of the
// flags is one of theirs.
func Words(field string) []string {
	switch field {
	case "bound":
		return quantity.Bounds()
	case "kind":
		return quantity.KindNames()
	case "nature":
		return []string{natureFlow, natureStock, natureChange, natureTarget, natureRate, natureLimit}
	case "period_basis":
		return []string{basisSentence, basisLead, basisArticle, "metadata"}
	case "flags":
		return []string{"repaired", "digit_lost", "joined", "ocr", "sum_mismatch", "conflict", "ambiguous"}
	}
	return nil
}

// Topics are the names of the topics.
func (kb *Knowledge) Topics() []string { return slices.Clone(kb.topicNames) }

// Units are the units, as records name them.
func (kb *Knowledge) Units() []string { return kb.scanner.Units() }
