package cli

// Working on several documents at once, in their order.

import (
	"context"
	"iter"

	"unionrep/cmd/internal/source"
)

// A result is what came of one document.
type result[T any] struct {
	name  string // in the output
	place string // in messages
	size  int64  // of the document, in bytes
	value T
	err   error // why there is nothing
}

// A promise is a result that is being worked on.
type promise[T any] chan result[T]

// ahead yields what work makes of the documents, in their order. It works on
// jobs of them at once and no further ahead of who takes the results than
// that, so that memory stays bounded. The last result has an error beside it
// where ctx ended before.
func ahead[T any](ctx context.Context, jobs int, documents iter.Seq[source.Input], work func(string, []byte) (T, error)) iter.Seq2[result[T], error] {
	return func(yield func(result[T], error) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		promises := make(chan promise[T], max(0, jobs-1))
		go func() {
			defer close(promises)
			for in := range documents {
				p := make(promise[T], 1)
				select {
				case promises <- p:
				case <-ctx.Done():
					return
				}
				go func() { p <- done(in, work) }()
			}
		}()
		for {
			r, more, err := next(ctx, promises)
			if !more || !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// done reads a document and works on it.
func done[T any](in source.Input, work func(string, []byte) (T, error)) result[T] {
	r := result[T]{name: in.Name, place: in.Place, size: in.Size()}
	var raw []byte
	if raw, r.err = in.Read(); r.err == nil {
		r.value, r.err = work(in.Name, raw)
	}
	return r
}

// next waits for the next result. A document that is slow to come, or slow to
// read, holds up nobody who wants to stop.
func next[T any](ctx context.Context, promises <-chan promise[T]) (r result[T], more bool, err error) {
	var p promise[T]
	select {
	case p, more = <-promises:
		if !more {
			return r, false, nil
		}
	case <-ctx.Done():
		return r, true, ctx.Err()
	}
	select {
	case r = <-p:
		return r, true, nil
	case <-ctx.Done():
		return r, true, ctx.Err()
	}
}
