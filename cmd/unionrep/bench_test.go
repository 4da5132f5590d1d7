package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

// BenchmarkReports reads the invented reports from their bytes to their clean
// text and to their records, those with injected readings by themselves.
func BenchmarkReports(b *testing.B) {
	names, err := filepath.Glob("../../testdata/corpus/dev/*.txt")
	if err != nil || len(names) == 0 {
		b.Fatal("no reports")
	}
	groups := map[string][][]byte{}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text, err := normalize.Clean(raw, normalize.Options{AllEdits: true})
		if err != nil {
			b.Fatal(err)
		}
		group := "plain"
		if slices.ContainsFunc(text.Edits(), func(e normalize.Edit) bool { return e.Reason.Pass == "readings" }) {
			group = "readings"
		}
		groups[group] = append(groups[group], raw)
	}
	for _, group := range []string{"plain", "readings"} {
		for _, step := range []string{"normalize", "extract"} {
			b.Run(group+"/"+step, func(b *testing.B) {
				size := 0
				for _, raw := range groups[group] {
					size += len(raw)
				}
				b.SetBytes(int64(size))
				for b.Loop() {
					for _, raw := range groups[group] {
						text, err := normalize.Clean(raw, normalize.Options{})
						if err != nil {
							b.Fatal(err)
						}
						if step == "extract" {
							extract.Extract("report.txt", text)
						}
					}
				}
			})
		}
	}
}
