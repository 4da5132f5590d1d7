package cli

// The files that are being written, so that none is left half when a command
// hangs in a read or a write and is interrupted.

import (
	"fmt"
	"sync"

	"unionrep/cmd/internal/sink"
)

// unfinished are the outputs that are being written.
type unfinished struct {
	mu      sync.Mutex
	outputs map[*sink.Output]bool
}

// add notes an output until done is called.
func (u *unfinished) add(out *sink.Output) (done func()) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.outputs == nil {
		u.outputs = map[*sink.Output]bool{}
	}
	u.outputs[out] = true
	return func() {
		u.mu.Lock()
		defer u.mu.Unlock()
		delete(u.outputs, out)
	}
}

// spare returns an error where an output would replace one of the files at
// paths, which the command reads: a report must not be lost to a slip in -o.
func (u *unfinished) spare(paths ...string) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, path := range paths {
		for out := range u.outputs {
			if out.Replaces(path) {
				return fmt.Errorf("%s: read by this command, so it is not written over; name another file to write to", printable(path))
			}
		}
	}
	return nil
}

// remove takes the files away that are there still.
func (u *unfinished) remove() {
	u.mu.Lock()
	defer u.mu.Unlock()
	for out := range u.outputs {
		out.Remove()
	}
}
