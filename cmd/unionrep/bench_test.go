package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"unionrep/cmd/internal/reporttest"
	"unionrep/extract"
	"unionrep/normalize"
)

// BenchmarkReports reads the invented reports from their bytes to their clean
// text and to their records, those with injected readings by themselves.
func BenchmarkReports(b *testing.B) {
	groups := map[string][][]byte{}
	for _, text := range reporttest.Texts(b, normalize.Options{AllEdits: true}, reporttest.Names(b, "corpus/dev")) {
		group := "plain"
		if slices.ContainsFunc(text.Edits(), func(e normalize.Edit) bool { return e.Reason.Pass == "readings" }) {
			group = "readings"
		}
		groups[group] = append(groups[group], text.Raw())
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

// BenchmarkOneLine reads a list that has lost its line breaks and commas. Its
// bytes a second must not fall with its length.
func BenchmarkOneLine(b *testing.B) {
	for _, figures := range []int{1_000, 10_000} {
		b.Run(strconv.Itoa(figures), func(b *testing.B) {
			raw := []byte(strings.Repeat("慰问职工100人、", figures))
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				text, err := normalize.Clean(raw, normalize.Options{})
				if err != nil {
					b.Fatal(err)
				}
				extract.Extract("list.txt", text)
			}
		})
	}
}
