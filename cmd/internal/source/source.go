// Package source finds the documents that a command line names and reads them:
// files, folders, patterns that the shell left alone, standard input.
package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// MaxSize is how large a document may be, in bytes and decompressed: offsets
// fit in 31 bits.
const MaxSize = 1<<31 - 1

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// Stem is the name of a document without its folder and the endings of a text:
// what its annotation is called.
func Stem(name string) string {
	stem := strings.TrimSuffix(filepath.Base(name), ".gz")
	for _, ending := range [...]string{".txt", ".html", ".htm"} {
		if short, ok := strings.CutSuffix(stem, ending); ok {
			return short
		}
	}
	return stem
}

// gzipMagic is how gzip begins, and no text in any encoding.
const gzipMagic = "\x1f\x8b"

// An Input is one document, or the reason why an argument gave none.
type Input struct {
	Name  string // the path as it was given, what standard input is called, or the document's id
	Place string // where the document stands, for messages: FILE:LINE of JSON Lines, else the name
	Err   error  // why there is nothing to read
	from  io.Reader
	data  []byte // the document itself, where it is read already
	read  bool
	size  int64 // of a line that was read
}

// Read returns the document's bytes, decompressed where they are gzip.
func (in Input) Read() ([]byte, error) {
	if in.Err != nil {
		return nil, in.Err
	}
	if in.read {
		return in.data, nil
	}
	if in.from != nil {
		return read(in.from, MaxSize)
	}
	f, err := os.Open(in.Name)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > MaxSize {
		return nil, tooLarge(MaxSize)
	}
	return read(f, MaxSize)
}

// ReadFile returns the bytes of a file that is no document, decompressed where
// they are gzip; - is stdin.
func ReadFile(path string, stdin io.Reader) ([]byte, error) {
	in := Input{Name: path}
	if path == Stdin {
		in.from = stdin
	}
	return in.Read()
}

// Path is where the input lies on disk, "" for standard input, a line that was
// read, and what is not there.
func (in Input) Path() string {
	if in.Err != nil || in.read || in.from != nil {
		return ""
	}
	return in.Name
}

// Size is how many bytes lie on disk, those of its line for a document of JSON
// Lines; 0 where that is not known.
func (in Input) Size() int64 {
	path := in.Path()
	if path == "" {
		return in.size
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

func read(from io.Reader, limit int64) ([]byte, error) {
	data, err := readAll(from, limit)
	if err != nil {
		return nil, plain(err)
	}
	if !bytes.HasPrefix(data, []byte(gzipMagic)) {
		return data, nil
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err == nil {
		data, err = readAll(unpacked, limit)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot decompress: %w", err)
	}
	return data, nil
}

func readAll(from io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(from, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = tooLarge(limit)
	}
	return data, err
}

func tooLarge(limit int64) error {
	return fmt.Errorf("larger than %d bytes; split it into documents", limit)
}

// Named is err as it is told of the file at path: without the operation that
// failed.
func Named(path string, err error) error { return fmt.Errorf("%s: %w", path, plain(err)) }

// plain takes the operation and the path off a file system error: who prints
// it has named the file already.
func plain(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
