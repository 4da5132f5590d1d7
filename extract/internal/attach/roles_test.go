package attach

import "testing"

// Every role is in the data file, its examples play it and its counter-examples
// do not.
func TestRoles(t *testing.T) {
	entries, err := Entries(&roleKind)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(roleNames) {
		t.Errorf("%d roles in the data file, %d in the grammar", len(entries), len(roleNames))
	}
	for _, e := range entries {
		if len(e.Words("yes")) == 0 || len(e.Words("no")) == 0 {
			t.Errorf("%s: %s has no example or no counter-example", e.Place, e.Name())
		}
		for _, text := range e.Words("yes") {
			if !BuiltIn().plays(text, role(e.Key)) {
				t.Errorf("%s: %s does not play %s", e.Place, text, e.Key)
			}
		}
		for _, text := range e.Words("no") {
			if BuiltIn().plays(text, role(e.Key)) {
				t.Errorf("%s: %s plays %s", e.Place, text, e.Key)
			}
		}
	}
}
