package knowledge

import (
	"testing"

	"unionrep/normalize/rules"
)

// What every built-in entry says of itself is so: its examples are read as it
// says, its counter-examples are not.
func TestBuiltInExamples(t *testing.T) {
	k, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := k.Entries()
	if err != nil {
		t.Fatal(err)
	}
	examples := 0
	for i := range entries {
		e := &entries[i]
		for _, f := range k.Test(e) {
			t.Errorf("%s: %s: %s (%s): %s", e.Place, e.Name(), f.Example, f.Column, f.Got)
		}
		for _, column := range []string{rules.Yes, rules.No} {
			if e.Kind.Column(column) >= 0 {
				examples += len(e.Words(column))
			}
		}
	}
	t.Logf("%d entries, %d examples", len(entries), examples)
}
