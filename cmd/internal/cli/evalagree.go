package cli

// eval with two annotations of the same reports.

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"unionrep/cmd/internal/eval"
	"unionrep/cmd/internal/knowledge"
	"unionrep/cmd/internal/sink"
	"unionrep/normalize"
)

func runAgreement(ctx context.Context, s Streams, o evalOptions, args []string) error {
	a, b := eval.Folder(o.gold[0]), eval.Folder(o.gold[1])
	if len(args) == 0 && o.filesFrom == "" {
		var err error
		if args, err = a.Reports(); err != nil {
			return err
		}
	}
	var pairs []*eval.Pair
	var failed error
	if len(args) > 0 || o.filesFrom != "" {
		pairs, failed = o.pairsOfReports(ctx, s, a, b, args)
	} else {
		pairs, failed = o.pairsByText(s, a, b)
	}
	if failed != nil && !errors.Is(failed, errInput) {
		return failed
	}
	if len(pairs) == 0 {
		return cmp.Or(failed, fmt.Errorf("no report is annotated in both %s and %s", a, b))
	}
	return output(s, o.output, func(out *sink.Output) error {
		if err := s.unfinished.spare(args...); err != nil {
			return err
		}
		if err := eval.Agree(pairs, o.misses).Write(out, o.format); err != nil {
			return outputError{err}
		}
		return failed
	})
}

// pairsOfReports are the two annotations of each report that args name.
func (o *evalOptions) pairsOfReports(ctx context.Context, s Streams, a, b eval.Folder, args []string) ([]*eval.Pair, error) {
	know, err := knowledge.Load(o.rules)
	if err != nil {
		return nil, err
	}
	var pairs []*eval.Pair
	pair := func(name string, raw []byte) (*eval.Pair, error) {
		text, err := normalize.Clean(raw, o.options(name, know, false))
		if err != nil {
			return nil, err
		}
		p, err := eval.NewPair(name, text.Source, a, b)
		if errors.Is(err, eval.ErrNoGold) {
			return nil, nil
		}
		return p, err
	}
	failed := each(ctx, s, o.inputOptions, args, pair, func(name string, p *eval.Pair) error {
		if p == nil {
			o.complain(s, name, errOneAnnotator)
			return nil
		}
		pairs = append(pairs, p)
		return nil
	})
	return pairs, failed
}

// pairsByText are the annotations that both folders have of one name, without
// their reports.
func (o *evalOptions) pairsByText(s Streams, a, b eval.Folder) ([]*eval.Pair, error) {
	names, err := a.Names()
	if err != nil {
		return nil, err
	}
	var pairs []*eval.Pair
	var failed error
	for _, name := range names {
		p, err := eval.NewPair(name, nil, a, b)
		switch {
		case errors.Is(err, eval.ErrNoGold):
			o.complain(s, name, errOneAnnotator)
		case err != nil:
			o.complain(s, name, err)
			failed = errInput
		default:
			pairs = append(pairs, p)
		}
	}
	return pairs, failed
}

var errOneAnnotator = errors.New("not annotated by both, not compared")
