// Package config reads project files: settings that hold for every run in a
// folder and the folders in it.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"unionrep/cmd/internal/source"
	"unionrep/normalize/rules"
)

// Name is what a project file is called.
const Name = ".unionrep.yaml"

// A Setting is one key of a project file with its values.
type Setting struct {
	Key    string
	Values []Value
	List   bool   // the values stand in a list
	Place  string // of the key, FILE:LINE:COLUMN
}

// A Value is one scalar of a setting.
type Value struct {
	Text  string
	Place string
}

// Find returns the path of the project file that holds in folder: the one in
// it or, where there is none, in the nearest folder above it. It is "" where
// there is none at all.
func Find(folder string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(folder, Name)
		switch _, err := os.Stat(path); {
		case err == nil:
			return path, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
		above := filepath.Dir(folder)
		if above == folder {
			return "", nil
		}
		folder = above
	}
}

// Load reads the project file at path, in the order of its keys. The error
// joins all that is wrong with it, each with file, line and column.
func Load(path string) ([]Setting, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, source.Named(path, err)
	}
	return parse(path, data)
}

func parse(name string, data []byte) ([]Setting, error) {
	root, err := rules.Document(name, data)
	if root == nil || err != nil || root.Tag == "!!null" {
		return nil, err
	}
	r := reader{name: name}
	r.read(root)
	return r.settings, errors.Join(r.wrong...)
}

// A reader reads the settings of a file and gathers what is wrong with it.
type reader struct {
	name     string
	settings []Setting
	wrong    []error
}

func (r *reader) read(root *yaml.Node) {
	if root.Kind != yaml.MappingNode {
		r.fail(root, "want settings, each a key and a value, such as jobs: 4")
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := resolve(root.Content[i]), resolve(root.Content[i+1])
		if key.Kind != yaml.ScalarNode {
			r.fail(key, "the key is not a word")
			continue
		}
		if line := seen[key.Value]; line > 0 {
			r.fail(key, "%s is set in line %d already", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line
		s := Setting{Key: key.Value, List: value.Kind == yaml.SequenceNode, Place: r.place(key)}
		nodes := []*yaml.Node{value}
		if s.List {
			nodes = value.Content
		}
		for _, n := range nodes {
			if n = resolve(n); n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
				r.fail(n, "%s: want a word, a number, or a list of these", key.Value)
				continue
			}
			s.Values = append(s.Values, Value{n.Value, r.place(n)})
		}
		r.settings = append(r.settings, s)
	}
}

func (r *reader) place(n *yaml.Node) string { return fmt.Sprintf("%s:%d:%d", r.name, n.Line, n.Column) }

func (r *reader) fail(n *yaml.Node, format string, values ...any) {
	r.wrong = append(r.wrong, fmt.Errorf("%s: %s", r.place(n), fmt.Sprintf(format, values...)))
}

// resolve is the node that an alias stands for.
func resolve(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}
