package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Options say what the arguments name.
type Options struct {
	Stdin     io.Reader // standard input, read where an argument is -
	StdinName string    // what its document is called
	Form      string    // what the inputs are, one of Forms; "" where their names or contents tell
	Fields    Fields    // of documents as JSON Lines
	Include   []string  // patterns of the files that are read from a folder; nil for Texts
	Exclude   []string  // patterns of files and folders that are not
}

// Check returns an error for a pattern that is none.
func (o Options) Check() error {
	for _, pattern := range slices.Concat(o.Include, o.Exclude) {
		if _, err := filepath.Match(pattern, ""); err != nil {
			return fmt.Errorf("%q is no pattern: %w", pattern, err)
		}
	}
	return nil
}

// List returns the documents that args name, in the order given, those of a
// folder or a pattern bytewise by path. What gives no document is an Input
// with an error.
func List(args []string, o Options) []Input {
	var inputs []Input
	for _, arg := range args {
		if arg == Stdin {
			inputs = append(inputs, Input{Name: o.StdinName, from: o.Stdin})
			continue
		}
		inputs = append(inputs, o.named(arg)...)
	}
	return inputs
}

// Names reads a list of arguments, one a line, from the file at path or, for
// -, from stdin.
func Names(path string, stdin io.Reader) ([]string, error) {
	if path != Stdin {
		f, err := os.Open(path)
		if err != nil {
			return nil, Named(path, err)
		}
		defer f.Close()
		stdin = f
	}
	var names []string
	lines := bufio.NewScanner(stdin)
	read := 0
	for ; lines.Scan(); read++ { // takes CR off the end of a line
		if name := lines.Text(); name != "" {
			names = append(names, name)
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("%s: line %d is longer than any path", path, read+1)
	} else if err != nil {
		return nil, err
	}
	return names, nil
}

// named lists what a path stands for. A name that exists is never a pattern:
// 报告[1].txt may be a file.
func (o Options) named(path string) []Input {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return o.folder(path)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		return o.pattern(path)
	case err != nil:
		return []Input{{Name: path, Err: plain(err)}}
	}
	return []Input{{Name: path}}
}

func (o Options) pattern(glob string) []Input {
	paths, err := filepath.Glob(glob)
	if err != nil {
		return []Input{{Name: glob, Err: fmt.Errorf("not a pattern: %w", err)}}
	}
	if !isHidden(glob) { // as in a shell
		paths = slices.DeleteFunc(paths, isHidden)
	}
	if len(paths) == 0 {
		return []Input{{Name: glob, Err: errors.New("no file matches this pattern")}}
	}
	slices.Sort(paths)
	var inputs []Input
	for _, path := range paths {
		inputs = append(inputs, o.named(path)...)
	}
	return inputs
}

// folder lists the texts in a folder and the folders in it, without hidden
// ones. A folder inside it that cannot be read is an Input with an error.
func (o Options) folder(root string) []Input {
	var inputs []Input
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		inside := path != root
		left := inside && (isHidden(path) || matches(o.Exclude, root, path))
		switch {
		case left && entry.IsDir():
			return fs.SkipDir
		case left:
		case err != nil:
			inputs = append(inputs, Input{Name: path, Err: plain(err)})
		case inside && o.includes(root, path) && isFile(path, entry):
			inputs = append(inputs, Input{Name: path})
		}
		return nil
	})
	if len(inputs) == 0 {
		include := o.Include
		if include == nil {
			include = Texts(o.Form)
		}
		return []Input{{Name: root, Err: fmt.Errorf("no text in this folder (%s)", strings.Join(include, ", "))}}
	}
	// WalkDir orders a folder's name, not its path: a/x comes before a.txt there.
	slices.SortFunc(inputs, func(a, b Input) int { return strings.Compare(a.Name, b.Name) })
	return inputs
}

func (o Options) includes(root, path string) bool {
	if o.Include == nil {
		return matches(Texts(o.Form), root, strings.ToLower(path))
	}
	return matches(o.Include, root, path)
}

// matches reports whether one of the patterns matches the path's last element
// or, where the pattern has a slash, the path from root.
func matches(patterns []string, root, path string) bool {
	inside, err := filepath.Rel(root, path)
	if err != nil {
		inside = path
	}
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		name := filepath.Base(path)
		if strings.Contains(pattern, "/") {
			name = filepath.ToSlash(inside)
		}
		ok, _ := filepath.Match(pattern, name)
		return ok
	})
}

func isHidden(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }

// isFile reports whether entry is a file, or a link to one.
func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // a broken link is told when it is read
}
