package rules

// The CSV files of the built-in entries.

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Read reads the built-in entries of a kind from its files. A file may leave
// out the columns of examples, where each entry is one itself. An error says
// file, line and column.
func Read(files fs.FS, kind *Kind) ([]Entry, error) {
	var all []Entry
	for _, name := range kind.Files {
		var err error
		if all, err = readFile(all, files, kind, name); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func readFile(all []Entry, files fs.FS, kind *Kind, name string) ([]Entry, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	shown := path.Join(kind.Folder, name)
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	want := make([]string, len(kind.Columns))
	for i, c := range kind.Columns {
		want[i] = c.Name
	}
	if bare := slices.DeleteFunc(slices.Clone(want), func(c string) bool { return c == Yes || c == No }); !slices.Equal(head, want) && !slices.Equal(head, bare) {
		return nil, fmt.Errorf("%s:1:1: the columns are %q, want %q", shown, head, want)
	}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return all, nil
		}
		if broken := (*csv.ParseError)(nil); errors.As(err, &broken) {
			return nil, fmt.Errorf("%s:%d:%d: %w", shown, broken.Line, broken.Column, broken.Err)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", shown, err)
		}
		line, column := r.FieldPos(0)
		e := Entry{Kind: kind, Cells: make([][]string, len(kind.Columns)), Place: Place{shown, line, column}}
		for i := range row {
			e.Cells[i] = kind.Columns[i].cell(row, i)
		}
		if i, err := e.check(); err != nil {
			line, column := r.FieldPos(max(i, 0))
			return nil, fmt.Errorf("%s:%d:%d: %w", shown, line, column, err)
		}
		all = append(all, e)
	}
}

// cell is what stands in row[i].
func (c *Column) cell(row []string, i int) []string {
	switch {
	case row[i] == "":
		return nil
	case c.Many:
		return strings.Fields(row[i])
	}
	for value, short := range c.Short {
		if short == row[i] {
			return []string{value}
		}
	}
	return row[i : i+1 : i+1]
}
