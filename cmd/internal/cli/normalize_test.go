package cli

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"unionrep/cmd/internal/reporttest"
	"unionrep/cmd/internal/schema"
	"unionrep/normalize"
)

// What an edit says it changed is what the file has there.
func TestEditsStandInTheFile(t *testing.T) {
	for name, text := range reporttest.Texts(t, normalize.Options{AllEdits: true}, reporttest.Names(t, "reports")) {
		raw := text.Raw()
		lines, err := edits(name, text)
		if err != nil {
			t.Fatal(err)
		}
		before := 0
		for line := range strings.Lines(string(lines)) {
			var e edit
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Fatal(err)
			}
			part, err := normalize.Decode(raw[e.Start:e.End], text.Encoding())
			if err != nil || part.DecodedText() != e.From {
				t.Errorf("%s: bytes %d to %d are not %q (%v)", name, e.Start, e.End, e.From, err)
			}
			if e.Start < before || e.Sure < 0 || e.Sure > 1 || e.Pass == "" || e.Reason == "" || e.Line < 1 || e.Column < 1 {
				t.Errorf("%s: %s", name, line)
			}
			before = e.Start
		}
	}
}

// Every edit is as its schema says, which describes the fields that it has.
func TestEditsAreAsTheirSchemaSays(t *testing.T) {
	text, err := schema.Text("edit")
	if err != nil {
		t.Fatal(err)
	}
	var described struct {
		Required   []string
		Properties map[string]any
	}
	if err := json.Unmarshal(text, &described); err != nil {
		t.Fatal(err)
	}
	var names []string
	for f := range reflect.TypeFor[edit]().Fields() {
		names = append(names, f.Tag.Get("json"))
	}
	if !slices.Equal(described.Required, names) || len(described.Properties) != len(names) {
		t.Errorf("the schema requires %v, an edit has %v", described.Required, names)
	}
	checker, err := schema.NewChecker("edit")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"reports", "corpus/dev", "golden"} {
		reports := reporttest.Names(t, folder)
		if testing.Short() {
			reports = reports[:1]
		}
		for name, text := range reporttest.Texts(t, normalize.Options{AllEdits: true}, reports) {
			lines, err := edits(name, text)
			if err != nil {
				t.Fatal(err)
			}
			for line := range bytes.Lines(lines) {
				if wrong := checker.Check(line); len(wrong) > 0 {
					t.Errorf("%q\n%s", wrong, line)
				}
			}
		}
	}
}
