package eval

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"unionrep/cmd/internal/source"
	"unionrep/normalize"
)

// A Folder holds annotations: NNN.jsonl belongs to the report NNN.txt, and to
// one whose name begins with that number.
type Folder string

// ErrNoGold is returned for a report that the folder has no annotation of.
var ErrNoGold = errors.New("not annotated, not scored")

// Reports are the annotated reports that lie beside their annotation.
func (f Folder) Reports() ([]string, error) {
	golds, err := filepath.Glob(filepath.Join(string(f), "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var reports []string
	for _, gold := range golds {
		report := strings.TrimSuffix(gold, ".jsonl") + ".txt"
		if _, err := os.Stat(report); err == nil {
			reports = append(reports, report)
		}
	}
	return reports, nil
}

// Path is the path of the annotation of that name, with or without its ending.
func (f Folder) Path(name string) string {
	return filepath.Join(string(f), strings.TrimSuffix(name, ".jsonl")+".jsonl")
}

// Names are the names that the annotations have, without their ending.
func (f Folder) Names() ([]string, error) {
	golds, err := filepath.Glob(filepath.Join(string(f), "*.jsonl"))
	for i, gold := range golds {
		golds[i] = strings.TrimSuffix(filepath.Base(gold), ".jsonl")
	}
	return golds, err
}

// Annotations reads the annotation of the report called name.
func (f Folder) Annotations(name string, text *normalize.Source) ([]Annotation, error) {
	return f.read(name, func(data []byte) ([]Annotation, error) { return Annotations(data, text) })
}

// read reads the annotation of the report called name with parse.
func (f Folder) read(name string, parse func([]byte) ([]Annotation, error)) ([]Annotation, error) {
	for _, key := range keys(name) {
		path := filepath.Join(string(f), key+".jsonl")
		data, err := os.ReadFile(path)
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		gold, err := parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		return gold, nil
	}
	return nil, ErrNoGold
}

// keys are the names that the annotation of a report can have: the report's,
// without what follows a point, and the number that it begins with.
func keys(name string) []string {
	keys := []string{source.Stem(name)}
	if number := leading.FindString(keys[0]); number != "" && number != keys[0] {
		keys = append(keys, number)
	}
	return keys
}

var leading = regexp.MustCompile(`^h?\d+`)
