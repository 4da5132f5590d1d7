// Package schema holds the JSON Schemas of what the tool prints, checks records
// and edits against them, and describes the tables.
package schema

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed *.schema.json
var files embed.FS

// Names are the names of the schemas.
func Names() []string { return []string{"record", "edit"} }

// Text is the JSON Schema of one of Names.
func Text(name string) ([]byte, error) {
	text, err := files.ReadFile(name + ".schema.json")
	if err != nil {
		return nil, fmt.Errorf("there is no schema %q", name)
	}
	return text, nil
}

// A Checker checks JSON texts against a schema, and against what no schema can
// say.
type Checker struct {
	schema   *jsonschema.Schema
	relation func(text []byte) []string // what is wrong between the fields of a text that the schema holds
	printer  *message.Printer
}

// NewChecker is the checker of one of Names.
func NewChecker(name string) (*Checker, error) {
	text, err := Text(name)
	if err != nil {
		return nil, err
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(name, document); err != nil {
		return nil, err
	}
	c := &Checker{relation: recordRelations, printer: message.NewPrinter(language.English)}
	if name == "edit" {
		c.relation = editRelations
	}
	c.schema, err = compiler.Compile(name)
	return c, err
}

// Check returns what is wrong with a JSON text, each with the field that it is
// wrong in; nothing where it is right.
func (c *Checker) Check(text []byte) []string {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return []string{"no JSON: " + err.Error()}
	}
	err = c.schema.Validate(value)
	var invalid *jsonschema.ValidationError
	switch {
	case errors.As(err, &invalid):
		return c.causes(nil, invalid)
	case err != nil:
		return []string{err.Error()}
	}
	return c.relation(text)
}

// causes appends the errors that have no deeper cause.
func (c *Checker) causes(found []string, e *jsonschema.ValidationError) []string {
	for _, cause := range e.Causes {
		found = c.causes(found, cause)
	}
	if len(e.Causes) > 0 {
		return found
	}
	said := e.ErrorKind.LocalizedString(c.printer)
	if len(e.InstanceLocation) > 0 {
		said = strings.Join(e.InstanceLocation, ".") + ": " + said
	}
	return append(found, said)
}
