package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	got, err := parse("p.yaml", []byte("# own settings\njobs: 4\nrules: [a.yaml, &b \"b c.yaml\"]\nexclude:\n  - '*.bak'\n  - *b\nquiet: true\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := "[{jobs [{4 p.yaml:2:7}] false p.yaml:2:1} " +
		"{rules [{a.yaml p.yaml:3:9} {b c.yaml p.yaml:3:17}] true p.yaml:3:1} " +
		"{exclude [{*.bak p.yaml:5:5} {b c.yaml p.yaml:3:17}] true p.yaml:4:1} " +
		"{quiet [{true p.yaml:7:8}] false p.yaml:7:1}]"
	if fmt.Sprint(got) != want {
		t.Errorf("got\n%v, want\n%s", got, want)
	}
	for _, empty := range []string{"", "# nothing\n", "---\n"} {
		if got, err := parse("p.yaml", []byte(empty)); len(got) > 0 || err != nil {
			t.Errorf("%q is %v (%v)", empty, got, err)
		}
	}
}

func TestWrongFiles(t *testing.T) {
	for in, want := range map[string]string{
		"- a\n":                   "p.yaml:1:1: want settings, each a key and a value, such as jobs: 4",
		"jobs: 4\njobs: 5\n":      "p.yaml:2:1: jobs is set in line 1 already",
		"jobs:\n":                 "p.yaml:1:6: jobs: want a word, a number, or a list of these",
		"rules: [a, [b]]\n":       "p.yaml:1:12: rules: want a word, a number, or a list of these",
		"columns: {a: b}\nx: ~\n": "p.yaml:1:10: columns: want a word, a number, or a list of these\np.yaml:2:4: x: want a word, a number, or a list of these",
		"a: 1\nb: [\n":            "p.yaml:2:1: no YAML: did not find expected node content",
		"a: 1\n--- \nb: 2\n":      "p.yaml:2:1: another document begins here, want one",
		"[a]: b\n":                "p.yaml:1:1: the key is not a word",
		"a: 1\n# \xd6\xd0\n":      "p.yaml:2:3: this is no UTF-8, which a YAML file must be",
	} {
		if _, err := parse("p.yaml", []byte(in)); fmt.Sprint(err) != want {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(deep, 0o777); err != nil {
		t.Fatal(err)
	}
	if got, err := Find(deep); err != nil || strings.HasPrefix(got, dir) {
		t.Errorf("found %q (%v), want none below %s", got, err, dir)
	}
	for _, folder := range []string{dir, filepath.Join(dir, "a"), deep} {
		want := filepath.Join(folder, Name)
		if err := os.WriteFile(want, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if got, err := Find(deep); err != nil || got != want {
			t.Errorf("found %q (%v), want %s", got, err, want)
		}
	}
}
