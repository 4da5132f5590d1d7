package normalize

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
)

// The tables of this package are CSV files, one subject a file, each with a
// header line. Several values in one cell are separated by blanks.
//
//go:embed data
var data embed.FS

// eachRow reads an embedded table whose header must be these columns, and
// calls use with the cells of each line and the place where the line stands,
// for messages. The slice is used again for the next line.
//
// A table that cannot be read is a mistake in the program that its tests find,
// so it panics.
func eachRow(name string, header []string, use func(cells []string, place string)) {
	f, err := data.Open("data/" + name)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	r.FieldsPerRecord = len(header)
	r.ReuseRecord = true
	for first := true; ; first = false {
		cells, err := r.Read()
		if err == io.EOF && !first {
			return
		}
		if err != nil {
			panic(fmt.Errorf("%s: %w", name, err))
		}
		if first {
			if !slices.Equal(cells, header) {
				panic(fmt.Errorf("%s: the header is %q, not %q", name, cells, header))
			}
			continue
		}
		line, column := r.FieldPos(0)
		use(cells, fmt.Sprintf("%s:%d:%d", name, line, column))
	}
}
