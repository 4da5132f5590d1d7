package sink

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
)

// ErrClosedPipe is returned when who read the output has gone away.
var ErrClosedPipe = errors.New("the output was closed")

// An Output is where a command writes: standard output, or a file that is
// written whole or not at all.
type Output struct {
	*bufio.Writer
	pipe    *pipe
	file    *os.File     // nil for standard output
	half    string       // the name that the file has until it is whole, "" for standard output and what is there already
	target  string       // the place that the file takes in the end, "" where it is there already
	old     fs.FileInfo  // the file that is there now and will be replaced, nil for none
	cleanup func() error // takes away what a writer keeps elsewhere until it is written, nil for nothing
}

// Create returns the output to the file at path; to stdout where path is "" or
// "-". The file is written beside its place under another name until Commit.
// What is there and is no file, such as /dev/null or a named pipe, is written
// to directly.
func Create(path string, stdout io.Writer) (*Output, error) {
	if path == "" || path == "-" {
		return newOutput(stdout), nil
	}
	if link, err := filepath.EvalSymlinks(path); err == nil {
		path = link // the link stays, the file behind it is replaced
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return beside(path, nil)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder", path)
	case info.Mode().IsRegular():
		return beside(path, info)
	}
	device, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	o := newOutput(device)
	o.file = device
	return o, nil
}

func newOutput(w io.Writer) *Output {
	p := &pipe{w: w}
	return &Output{Writer: bufio.NewWriterSize(p, 64<<10), pipe: p}
}

// beside opens a new file in the folder of path; old is the file that is there,
// nil for none.
func beside(path string, old fs.FileInfo) (*Output, error) {
	folder, name := filepath.Split(path)
	for n := os.Getpid(); ; n++ {
		f, err := os.OpenFile(filepath.Join(folder, fmt.Sprintf(".%s.%d.tmp", name, n)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		var cause *fs.PathError
		if errors.As(err, &cause) { // of a name that nobody has asked for
			return nil, fmt.Errorf("%s: %w", path, cause.Err)
		}
		if err != nil {
			return nil, err
		}
		o := newOutput(f)
		o.file, o.half, o.target, o.old = f, f.Name(), path, old
		if old != nil {
			if err := f.Chmod(old.Mode().Perm()); err != nil {
				o.Discard()
				return nil, err
			}
		}
		return o, nil
	}
}

// IsStdout reports whether the output is standard output.
func (o *Output) IsStdout() bool { return o.file == nil && o.target == "" }

// Replaces reports whether the output takes the place of the file at path, by
// whatever name either is called.
func (o *Output) Replaces(path string) bool {
	if o.old == nil {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && os.SameFile(o.old, info)
}

// Commit writes what is buffered and puts the file in its place.
func (o *Output) Commit() error {
	err := o.Flush()
	if o.file == nil {
		return err
	}
	defer o.Discard()
	if err == nil && o.target != "" {
		err = o.file.Sync()
	}
	if closed := o.file.Close(); err == nil {
		err = closed
	}
	if err != nil || o.target == "" {
		return err
	}
	if err = os.Rename(o.file.Name(), o.target); err == nil {
		o.file = nil
	}
	return err
}

// Discard takes the unfinished file away; after Commit there is none.
func (o *Output) Discard() {
	if o.cleanup != nil {
		o.cleanup()
		o.cleanup = nil
	}
	if o.file == nil {
		return
	}
	o.file.Close()
	if o.target != "" {
		os.Remove(o.file.Name())
	}
	o.file = nil
}

// Remove takes the unfinished file away while another goroutine may be writing
// it still, and then the program must end.
func (o *Output) Remove() {
	if o.half != "" {
		os.Remove(o.half)
	}
}

// Interrupt makes what is written from now on fail with err, so that a writer
// that has much left to write ends soon. It may be called at any time.
func (o *Output) Interrupt(err error) { o.pipe.stop.Store(&err) }

// pipe tells a closed pipe from other failures to write.
type pipe struct {
	w    io.Writer
	stop atomic.Pointer[error]
}

func (p *pipe) Write(b []byte) (int, error) {
	if err := p.stop.Load(); err != nil {
		return 0, *err
	}
	n, err := p.w.Write(b)
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		err = ErrClosedPipe
	}
	return n, err
}
