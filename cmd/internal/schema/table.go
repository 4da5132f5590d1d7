package schema

// The Table Schema (Frictionless Data) of a CSV table: the same fields, as a
// cell holds them.

import (
	"encoding/json"
	"fmt"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/meta"
)

// property is what the JSON Schema of a record says of a field.
type property struct {
	Ref         string `json:"$ref"`
	Description string
	Pattern     string
	Enum        []string
	MinLength   int
	Minimum     *int
	Items       *property
	Properties  map[string]property
}

type tableSchema struct {
	Fields        []tableField `json:"fields"`
	MissingValues []string     `json:"missingValues"`
}

type tableField struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Description string      `json:"description,omitempty"`
	Constraints constraints `json:"constraints,omitzero"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Enum     []string `json:"enum,omitempty"`
	Minimum  *int     `json:"minimum,omitempty"`
}

// Table is the Table Schema of a table with the columns of these names, as
// JSON.
func Table(names []string) ([]byte, error) {
	text, err := Text("record")
	if err != nil {
		return nil, err
	}
	var record struct {
		Properties map[string]property
		Defs       map[string]property `json:"$defs"`
	}
	if err := json.Unmarshal(text, &record); err != nil {
		return nil, err
	}
	table := tableSchema{MissingValues: []string{""}}
	for _, name := range names {
		c, p := field.Field{Name: name}, record.Properties[name]
		if known, ok := strings.CutPrefix(name, meta.Prefix); ok {
			p = record.Defs["meta"].Properties[known]
		} else if c, ok = field.Named(name); !ok {
			return nil, fmt.Errorf("unknown field %q", name)
		}
		if def, ok := strings.CutPrefix(p.Ref, "#/$defs/"); ok {
			said := p.Description
			p = record.Defs[def]
			p.Description = said
		}
		table.Fields = append(table.Fields, cellOf(c, p))
	}
	text, err = json.MarshalIndent(table, "", "  ")
	return append(text, '\n'), err
}

// cellOf is the field of a column. An empty cell is a missing value, so that no
// constraint speaks of it but required.
func cellOf(c field.Field, p property) tableField {
	f := tableField{Name: c.Name, Description: p.Description}
	f.Type = map[field.Kind]string{field.Text: "string", field.List: "string", field.Number: "number", field.Integer: "integer", field.Boolean: "boolean"}[c.Kind]
	f.Constraints = constraints{Pattern: p.Pattern, Minimum: p.Minimum}
	for _, word := range p.Enum {
		if word != "" {
			f.Constraints.Enum = append(f.Constraints.Enum, word)
		}
	}
	switch c.Name {
	case "file", "doc", "id", "value", "bound", "low", "kind", "quantity", "text", "source", "start", "end", "line", "column", "fact", "optional", "rule":
		f.Constraints.Required = true
	case "copies":
		f.Constraints.Pattern = `[0-9]+-[0-9]+(;[0-9]+-[0-9]+)*`
	case "flags":
		one := "(" + strings.Join(p.Items.Enum, "|") + ")"
		f.Constraints.Pattern = one + "(;" + one + ")*"
	}
	return f
}
