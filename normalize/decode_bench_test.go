package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// benchText is about a megabyte in either script.
func benchText(b *testing.B, traditional bool) string {
	g := generator{rand.New(rand.NewPCG(14, 15))}
	var text strings.Builder
	for text.Len() < 1<<20 {
		text.WriteString(g.prose())
	}
	if traditional {
		return text.String()
	}
	return simplify(b, text.String()).Clean()
}

func BenchmarkDecode(b *testing.B) {
	text := benchText(b, true)
	damaged := []byte(text)
	for i := range 8 {
		damaged[len(damaged)/9*(i+1)] = 0xff
	}
	for _, c := range []struct {
		name string
		raw  []byte
	}{
		{"utf-8", []byte(text)},
		{"utf-8 damaged", damaged},
		{"gb18030", encode(b, "gb18030", text)},
		{"big5", encode(b, "big5", text)},
		{"utf-16le", encode(b, "utf-16le", text)},
		{"parts", append(encode(b, "gb18030", text), text...)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.raw)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Decode(c.raw, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("utf8.Valid and copy", func(b *testing.B) {
		raw := []byte(text)
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			if !utf8.Valid(raw) || len(string(raw)) == 0 {
				b.Fatal()
			}
		}
	})
}

func BenchmarkScript(b *testing.B) {
	for _, name := range []string{"simplified", "traditional"} {
		text := benchText(b, name == "traditional")
		s, err := Decode([]byte(text), "")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				script(newText(s), Options{})
			}
		})
	}
}

func BenchmarkPosition(b *testing.B) {
	s, err := Decode([]byte(benchText(b, false)), "")
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		s.Position(i)
		i = (i + 997) % len(s.decoded)
	}
}
