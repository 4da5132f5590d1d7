package source

// Documents as JSON Lines: one object a line, with the document's text in one
// field and what it is called in another. The lines are read one by one, so a
// stream of them may have any length.

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxLine is how long a line of JSON Lines may be, in bytes. A document that
// is larger can be read as a file.
const MaxLine = 256 << 20

// Fields are the names of the fields that hold a document in JSON Lines.
type Fields struct {
	Text string
	ID   string
}

// lines yields the documents of JSON Lines. A line that holds none is an Input
// with an error; the lines behind it are read all the same.
func (in Input) lines(fields Fields, longest int) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		from, err := in.open()
		if err != nil {
			in.Err = err
			yield(in)
			return
		}
		defer from.Close()
		r := bufio.NewReaderSize(from, 64<<10)
		for n := 1; ; n++ {
			line, err := readLine(r, longest)
			if err == io.EOF {
				return
			}
			if n == 1 {
				line = bytes.TrimPrefix(line, []byte("\ufeff"))
			}
			if err == nil && len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			doc := Input{Place: in.Name + ":" + strconv.Itoa(n), read: true, size: int64(len(line)) + 1}
			if err == nil {
				doc.Name, doc.data, doc.Err = fields.document(line)
			} else if errors.Is(err, errLongLine) {
				doc.Err = err
			} else {
				doc.Err = fmt.Errorf("cannot read on: %w", err)
			}
			if doc.Err != nil {
				doc.Name = doc.Place
			}
			if !yield(doc) || err != nil && !errors.Is(err, errLongLine) {
				return
			}
		}
	}
}

// open opens the input, decompressed where it is gzip.
func (in Input) open() (io.ReadCloser, error) {
	if in.Err != nil {
		return nil, in.Err
	}
	from := io.NopCloser(in.from)
	if in.from == nil {
		f, err := os.Open(in.Name)
		if err != nil {
			return nil, plain(err)
		}
		from = f
	}
	r := bufio.NewReader(from)
	if head, _ := r.Peek(len(gzipMagic)); string(head) == gzipMagic {
		unpacked, err := gzip.NewReader(r)
		if err != nil {
			from.Close()
			return nil, fmt.Errorf("cannot decompress: %w", err)
		}
		return stream{unpacked, from}, nil
	}
	return stream{r, from}, nil
}

// A stream reads through one reader and closes the one below it.
type stream struct {
	io.Reader
	io.Closer
}

var (
	errLongLine = errors.New("the line is too long")
	errNotUTF8  = errors.New("not UTF-8, which JSON is in")
)

// readLine reads a line of up to longest bytes, without its end. A longer one
// is passed. The error is io.EOF behind the last line.
func readLine(r *bufio.Reader, longest int) ([]byte, error) {
	var line []byte
	size := 0
	for {
		piece, err := r.ReadSlice('\n')
		size += len(piece)
		if size <= longest {
			line = append(line, piece...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && size == 0:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, plain(err)
		case size > longest:
			return nil, fmt.Errorf("%w: it has %d bytes, %d are allowed; read the document as a file", errLongLine, size, longest)
		}
		return bytes.TrimRight(line, "\r\n"), nil
	}
}

// document reads the document of a line.
func (f Fields) document(line []byte) (id string, text []byte, err error) {
	if !utf8.Valid(line) {
		return "", nil, errNotUTF8
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return "", nil, fmt.Errorf("broken JSON at byte %d of the line: %w", syntax.Offset, err)
		}
		return "", nil, errors.New("not a JSON object; each line is one, with a text and an id")
	}
	body, err := f.field(object, f.Text, "--text-field")
	if err != nil {
		return "", nil, err
	}
	var content string
	if json.Unmarshal(body, &content) != nil || body[0] != '"' {
		return "", nil, fmt.Errorf("the field %q is no string", f.Text)
	}
	if strings.ContainsRune(content, 0) {
		return "", nil, fmt.Errorf("the field %q has a NUL, which no text has", f.Text)
	}
	if body, err = f.field(object, f.ID, "--id-field"); err != nil {
		return "", nil, err
	}
	if json.Unmarshal(body, &id) == nil && id != "" {
		return id, []byte(content), nil
	}
	if string(body) == `""` {
		return "", nil, fmt.Errorf("the field %q is empty: the records would not say which document they are of", f.ID)
	}
	var number json.Number
	if json.Unmarshal(body, &number) != nil || body[0] == '"' || number == "" {
		return "", nil, fmt.Errorf("the field %q is no string and no number", f.ID)
	}
	return number.String(), []byte(content), nil
}

// field returns a field of an object; flag is the one that names another.
func (f Fields) field(object map[string]json.RawMessage, name, flag string) (json.RawMessage, error) {
	if value, ok := object[name]; ok {
		return value, nil
	}
	const most = 8 // names in a message
	names := slices.Sorted(maps.Keys(object))
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return nil, fmt.Errorf("no field %q; the object has %s (%s names the field)", name, cmp.Or(strings.Join(names, ", "), "none"), flag)
}
