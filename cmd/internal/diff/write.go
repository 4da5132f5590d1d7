package diff

// The changes as text for people, and as JSON Lines.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Formats are the names of the formats; the first is the default.
func Formats() []string { return []string{"text", "jsonl"} }

// Write writes the changes in one of Formats, text in colours where they are
// asked for.
func Write(w io.Writer, changes []Change, format string, coloured bool) error {
	if format == "jsonl" {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		for _, c := range changes {
			if err := encoder.Encode(c); err != nil {
				return err
			}
		}
		return nil
	}
	var b strings.Builder
	for _, c := range changes {
		c.text(&b, coloured)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// text writes the line of a change: its sign, the id, the place and what the
// figure says; then a line for each field.
func (c Change) text(b *strings.Builder, coloured bool) {
	sign, colour := "~", "\x1b[33m"
	switch c.Kind {
	case Added:
		sign, colour = "+", "\x1b[32m"
	case Gone:
		sign, colour = "-", "\x1b[31m"
	}
	line := fmt.Sprintf("%s %s %s:%s:%s", sign, c.ID, c.value("file"), c.value("line"), c.value("column"))
	for _, name := range []string{"action", "indicator", "quantity"} {
		if v := c.value(name); v != "" {
			line += " " + v
		}
	}
	if coloured {
		line = colour + line + "\x1b[0m"
	}
	b.WriteString(line + "\n")
	for _, f := range c.Fields {
		fmt.Fprintf(b, "    %s: %s → %s\n", f.Field, shown(f.From), shown(f.To))
	}
}

// value is a field of the record on one line, without the quotes of a text.
func (c Change) value(name string) string {
	var s string
	if json.Unmarshal(c.now.fields[name], &s) != nil {
		return string(c.now.fields[name])
	}
	if quoted := shown(c.now.fields[name]); quoted != `"`+s+`"` { // it holds a break, or what would steer a terminal
		return quoted
	}
	return s
}

// shown is a JSON value on one line.
func shown(raw json.RawMessage) string {
	if raw == nil {
		return "(no such field)"
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return string(raw)
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.Encode(s) // a text
	return strings.TrimSuffix(b.String(), "\n")
}
