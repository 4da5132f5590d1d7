package rules

// Entries printed as a rules file tells them.

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// YAML is the entries as one rules file tells them, each with a comment that
// says where it stands. Those of the grammar can only be switched off.
func YAML(entries []Entry) (string, error) {
	root := &yaml.Node{Kind: yaml.MappingNode}
	for i := range entries {
		e := &entries[i]
		section, node := e.Kind.Section, e.node()
		if section == "" {
			section, node = offKey, scalar(e.Name())
		}
		node.HeadComment = e.comment()
		list := value(root, section)
		list.Content = append(list.Content, node)
	}
	var text strings.Builder
	encoder := yaml.NewEncoder(&text)
	encoder.SetIndent(2)
	if err := encoder.Encode(root); err != nil {
		return "", err
	}
	return text.String(), encoder.Close()
}

// value is the list at a key of a mapping, which it adds where there is none.
func value(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	list := &yaml.Node{Kind: yaml.SequenceNode}
	mapping.Content = append(mapping.Content, scalar(key), list)
	return list
}

// comment says what an entry is and where it stands; of one that can only be
// switched off, all that is told of it.
func (e *Entry) comment() string {
	said := fmt.Sprintf("# %s, %s: %s", e.Name(), e.Place, e.Kind.Does)
	if e.Kind.Section != "" {
		return said
	}
	for i, c := range e.Kind.Columns {
		if !slices.Contains(e.Kind.Key, c.Name) && len(e.Cells[i]) > 0 {
			said += fmt.Sprintf("\n# %s: %s", c.Name, strings.Join(e.Cells[i], ", "))
		}
	}
	return said
}

// node is the cells of an entry under their names.
func (e *Entry) node() *yaml.Node {
	fields := &yaml.Node{Kind: yaml.MappingNode}
	for i, c := range e.Kind.Columns {
		if len(e.Cells[i]) == 0 {
			continue
		}
		cell := scalar(e.Cells[i][0])
		if c.Many {
			cell = &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
			for _, w := range e.Cells[i] {
				cell.Content = append(cell.Content, scalar(w))
			}
		}
		fields.Content = append(fields.Content, scalar(c.Name), cell)
	}
	return fields
}

func scalar(s string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(s)
	return n
}
