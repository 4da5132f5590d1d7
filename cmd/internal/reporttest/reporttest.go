// Package reporttest hands the reports of testdata to tests.
package reporttest

import (
	"iter"
	"os"
	"path/filepath"
	"testing"

	"unionrep/normalize"
)

// Names are the paths of the reports in folders of testdata, such as
// corpus/dev. The test fails where a folder has none.
func Names(t testing.TB, folders ...string) []string {
	t.Helper()
	var names []string
	for _, folder := range folders {
		found, err := filepath.Glob(filepath.Join(root(t), "testdata", folder, "*.txt"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no reports in %s", folder)
		}
		names = append(names, found...)
	}
	return names
}

// Texts are reports by their paths, each read with o.
func Texts(t testing.TB, o normalize.Options, names []string) iter.Seq2[string, *normalize.Text] {
	return func(yield func(string, *normalize.Text) bool) {
		t.Helper()
		for _, name := range names {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, err := normalize.Clean(raw, o)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if !yield(name, text) {
				return
			}
		}
	}
}

// root is the folder of the module, from that of the test.
func root(t testing.TB) string {
	t.Helper()
	for folder := "."; ; folder = filepath.Join(folder, "..") {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		if whole, err := filepath.Abs(folder); err != nil || whole == filepath.Dir(whole) {
			t.Fatal("the test does not run within the module")
		}
	}
}
