// Package diff compares two runs record by record: which figures are new, which
// are gone, and which fields of the others changed.
package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/records"
)

// A Run is the records of one file, by their id.
type Run struct {
	ids     []string // in the order of the file
	records map[string]record
	format  string
	names   []string // of the fields of all its records, in order
}

// A record is its JSON object, whole and by field.
type record struct {
	raw    json.RawMessage
	fields map[string]json.RawMessage
}

// A Fault is a record that cannot be compared.
type Fault struct {
	Line  int
	Cause string
}

// NewRun makes a run of the records of a file in a format of package records.
// Where it returns faults it returns no run.
func NewRun(all []records.Record, format string) (*Run, []Fault) {
	run := &Run{records: make(map[string]record, len(all)), format: format}
	var faults []Fault
	lines := make(map[string]int, len(all))
	seen := make(map[string]bool)
	for _, r := range all {
		one := record{raw: r.JSON}
		var id string
		err := r.Err
		if err == nil {
			err = json.Unmarshal(r.JSON, &one.fields)
		}
		if err == nil {
			err = json.Unmarshal(one.fields["id"], &id)
		}
		switch {
		case r.Err != nil:
			faults = append(faults, Fault{r.Line, r.Err.Error()})
			continue
		case err != nil || id == "":
			faults = append(faults, Fault{r.Line, "the record has no id"})
			continue
		case lines[id] > 0:
			faults = append(faults, Fault{r.Line, run.twice(id, lines[id], one)})
			continue
		}
		lines[id] = r.Line
		run.ids = append(run.ids, id)
		run.records[id] = one
		for name := range one.fields {
			seen[name] = true
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	run.names = ordered(seen)
	return run, nil
}

// twice says why an id can stand in a file a second time.
func (r *Run) twice(id string, line int, again record) string {
	said := fmt.Sprintf("the id %s stands in line %d already", id, line)
	if first, second := r.records[id].fields["file"], again.fields["file"]; !bytes.Equal(first, second) {
		said += fmt.Sprintf("; %s and %s are the same document, read twice: leave one out", first, second)
	}
	return said
}

// ordered are the names in the order of the record's fields, others behind
// them.
func ordered(names map[string]bool) []string {
	var known, others []string
	for _, name := range field.Names() {
		if names[name] {
			known = append(known, name)
		}
	}
	for name := range names {
		if !slices.Contains(known, name) {
			others = append(others, name)
		}
	}
	slices.Sort(others)
	return append(known, others...)
}

// A Change is a record that is not in both runs as it is in one.
type Change struct {
	Kind   string          `json:"change"` // added, gone or changed
	ID     string          `json:"id"`
	Record json.RawMessage `json:"record,omitempty"` // that was added, or is gone
	Fields []FieldValue    `json:"fields,omitempty"` // that changed
	now    record          // as it is, or was where it is gone
}

// A FieldValue is a field that changed. A value is nil where the record has no
// such field.
type FieldValue struct {
	Field string          `json:"field"`
	From  json.RawMessage `json:"from,omitempty"`
	To    json.RawMessage `json:"to,omitempty"`
}

// The kinds of changes.
const (
	Added   = "added"
	Gone    = "gone"
	Changed = "changed"
)

// Compare returns what changed from before to after, without the fields to
// ignore: what is gone or changed in the order of before, then what was added.
// The columns that a table leaves out are not compared.
func Compare(before, after *Run, ignore []string) []Change {
	var changes []Change
	names := compared(before, after, ignore)
	same := equality(before.format, after.format)
	for _, id := range before.ids {
		was := before.records[id]
		is, ok := after.records[id]
		if !ok {
			changes = append(changes, Change{Kind: Gone, ID: id, Record: was.raw, now: was})
			continue
		}
		var fields []FieldValue
		for _, name := range names {
			if !same(was.fields[name], is.fields[name]) {
				fields = append(fields, FieldValue{name, was.fields[name], is.fields[name]})
			}
		}
		if fields != nil {
			changes = append(changes, Change{Kind: Changed, ID: id, Fields: fields, now: is})
		}
	}
	for _, id := range after.ids {
		if _, ok := before.records[id]; !ok {
			is := after.records[id]
			changes = append(changes, Change{Kind: Added, ID: id, Record: is.raw, now: is})
		}
	}
	return changes
}

// compared are the names of the fields that can differ.
func compared(before, after *Run, ignore []string) []string {
	either := make(map[string]bool)
	for _, name := range slices.Concat(before.names, after.names) {
		either[name] = true
	}
	for _, run := range []*Run{before, after} {
		if !isTable(run.format) {
			continue
		}
		for name := range either {
			if !slices.Contains(run.names, name) {
				delete(either, name)
			}
		}
	}
	for _, name := range ignore {
		delete(either, name)
	}
	return ordered(either)
}

func isTable(format string) bool { return format == "csv" || format == "tsv" }

// equality is when two values of files in these formats are the same. A table
// keeps no CR, and one with tabs no break.
func equality(formats ...string) func(a, b json.RawMessage) bool {
	blank := strings.NewReplacer()
	switch {
	case slices.Contains(formats, "tsv"):
		blank = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")
	case slices.Contains(formats, "csv"):
		blank = strings.NewReplacer("\r\n", "\n")
	}
	return func(a, b json.RawMessage) bool {
		if bytes.Equal(a, b) {
			return true
		}
		if a == nil || b == nil {
			return false
		}
		return reflect.DeepEqual(decoded(a, blank), decoded(b, blank))
	}
}

// decoded is a value with its numbers as they are written and its texts
// through blank.
func decoded(raw json.RawMessage, blank *strings.Replacer) any {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return string(raw)
	}
	if s, ok := v.(string); ok {
		return blank.Replace(s)
	}
	return v
}
