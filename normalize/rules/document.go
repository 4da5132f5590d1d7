package rules

// A YAML file as its one document, or what is wrong with it, with its place.

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Document is the root of the YAML file called name, which people write: rules
// or settings. It is nil where the file is empty. An error names file, line and
// column.
func Document(name string, data []byte) (*yaml.Node, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s: this is no UTF-8, which a YAML file must be", brokenPlace(name, data))
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var root, more yaml.Node
	switch err := decoder.Decode(&root); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, syntaxError(name, err)
	}
	switch err := decoder.Decode(&more); {
	case err == nil:
		return nil, fmt.Errorf("%s:%d:%d: another document begins here, want one", name, more.Line, more.Column)
	case err != io.EOF:
		return nil, syntaxError(name, err)
	}
	return root.Content[0], nil
}

// brokenPlace is the place of the first bytes that are no UTF-8.
func brokenPlace(name string, data []byte) Place {
	p := Place{name, 1, 1}
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size <= 1 {
			break
		}
		if p.Column++; r == '\n' {
			p.Line, p.Column = p.Line+1, 1
		}
		data = data[size:]
	}
	return p
}

// yamlLine is where the parser's messages name the line.
var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// syntaxError is an error of the YAML parser with its place.
func syntaxError(name string, err error) error {
	line, message := 1, err.Error()
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		message = message[len(m[0]):]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = n
		}
	}
	return fmt.Errorf("%s:%d:1: no YAML: %s", name, line, message)
}
