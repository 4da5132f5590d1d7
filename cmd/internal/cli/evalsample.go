package cli

// eval with a sample that was checked by hand.

import (
	"errors"
	"fmt"

	"unionrep/cmd/internal/sample"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
)

// faultsShown is how many faults of a sheet are told, the others are counted.
const faultsShown = 20

func runEstimate(s Streams, o evalOptions, args []string) error {
	if len(args) > 0 || o.filesFrom != "" {
		return errors.New("--sample needs no reports: the sheet holds what it was drawn from")
	}
	raw, err := source.ReadFile(o.sample, s.In)
	if err != nil {
		o.complain(s, o.sample, err)
		return errInput
	}
	answers, err := sample.Read(raw)
	if err != nil {
		o.complainOfSheet(s, err)
		return errInput
	}
	estimates := sample.Of(answers)
	return output(s, o.output, func(out *sink.Output) error {
		if err := s.unfinished.spare(o.sample); err != nil {
			return err
		}
		if err := estimates.Write(out, o.format); err != nil {
			return outputError{err}
		}
		return o.minF1.checkSample(estimates.F1.Value)
	})
}

// complainOfSheet tells the faults of a sheet, each with its line.
func (o *evalOptions) complainOfSheet(s Streams, err error) {
	faults := parts(err)
	for i, fault := range faults {
		if i == faultsShown {
			o.complain(s, o.sample, fmt.Errorf("and %d more", len(faults)-i))
			return
		}
		name := o.sample
		var row *sample.SheetError
		if errors.As(fault, &row) {
			name, fault = fmt.Sprintf("%s:%d", o.sample, row.Line), row.Cause
		}
		o.complain(s, name, fault)
	}
}
