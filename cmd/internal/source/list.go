package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Suffixes are the endings, in lower case, of the files that are read from a
// folder. A file that the user names is read whatever its name is.
var Suffixes = []string{".txt", ".txt.gz"}

// List returns the documents that args name, in the order given, those of a
// folder or a pattern bytewise by path. Standard input is read from stdin and
// carries stdinName. What gives no document is an Input with an error.
func List(args []string, stdin io.Reader, stdinName string) []Input {
	var inputs []Input
	for _, arg := range args {
		if arg == Stdin {
			inputs = append(inputs, Input{Name: stdinName, from: stdin})
			continue
		}
		inputs = append(inputs, named(arg)...)
	}
	return inputs
}

// named lists what a path stands for. A name that exists is never a pattern:
// 报告[1].txt may be a file.
func named(path string) []Input {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return folder(path)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		return pattern(path)
	case err != nil:
		return []Input{{Name: path, Err: plain(err)}}
	}
	return []Input{{Name: path}}
}

func pattern(glob string) []Input {
	paths, err := filepath.Glob(glob)
	if err != nil {
		return []Input{{Name: glob, Err: fmt.Errorf("not a pattern: %w", err)}}
	}
	if !strings.HasPrefix(filepath.Base(glob), ".") { // as in a shell
		paths = slices.DeleteFunc(paths, func(p string) bool { return strings.HasPrefix(filepath.Base(p), ".") })
	}
	if len(paths) == 0 {
		return []Input{{Name: glob, Err: errors.New("no file matches this pattern")}}
	}
	slices.Sort(paths)
	var inputs []Input
	for _, path := range paths {
		inputs = append(inputs, named(path)...)
	}
	return inputs
}

// folder lists the texts in a folder and the folders in it, without hidden
// ones. A folder inside it that cannot be read is an Input with an error.
func folder(root string) []Input {
	var inputs []Input
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden:
		case err != nil:
			inputs = append(inputs, Input{Name: path, Err: plain(err)})
		case isText(path) && isFile(path, entry):
			inputs = append(inputs, Input{Name: path})
		}
		return nil
	})
	if len(inputs) == 0 {
		return []Input{{Name: root, Err: fmt.Errorf("no text in this folder (%s)", strings.Join(Suffixes, ", "))}}
	}
	// WalkDir orders a folder's name, not its path: a/x comes before a.txt there.
	slices.SortFunc(inputs, func(a, b Input) int { return strings.Compare(a.Name, b.Name) })
	return inputs
}

func isText(path string) bool {
	name := strings.ToLower(filepath.Base(path))
	return slices.ContainsFunc(Suffixes, func(s string) bool { return strings.HasSuffix(name, s) })
}

// isFile reports whether entry is a file, or a link to one.
func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // a broken link is told when it is read
}
