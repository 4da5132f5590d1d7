package normalize

import (
	"strings"
	"testing"
)

func TestReadings(t *testing.T) { runSpec(t, "readings", readings) }

// TestReadingsSpan: a character's place in the file includes its reading.
func TestReadingsSpan(t *testing.T) {
	const file = "建成(chéng)19個(gè)活動(dòng)室(shì)。"
	text := readings(newText(&Source{raw: []byte(file), decoded: file}), Options{})
	const want = "19個(gè)"
	i := strings.Index(text.Clean(), "19個")
	spans := text.Decoded(i, i+len("19個"))
	if len(spans) != 1 || file[spans[0].Start:spans[0].End] != want {
		t.Errorf("19個 maps to %v, want the place of %q", spans, want)
	}
}

// TestReadingsFarApart: readings that an author gave far apart are no
// injection, however many.
func TestReadingsFarApart(t *testing.T) {
	prose := strings.Repeat("全市各级工会广泛开展劳动竞赛，", 40)
	file := strings.Repeat("他姓仉(zhǎng)，住在郫(pí)县。"+prose, 5)
	text := newText(&Source{raw: []byte(file), decoded: file})
	if got := readings(text, Options{}); got != text {
		t.Error("an author's annotations were taken out")
	}
}

func TestSyllables(t *testing.T) {
	for _, s := range strings.Fields("a er ang zhuang lv nve xiong yuan ng hui gei zhei den") {
		if syllables()[s] == "" {
			t.Errorf("%s is missing", s)
		}
	}
	for _, s := range strings.Fields("bong fi gi kg km zhue vu ri1 cei tion wu2 hia") {
		if syllables()[s] != "" {
			t.Errorf("%s is no syllable", s)
		}
	}
	if n := len(syllables()); n < 400 || n > 440 {
		t.Errorf("%d syllables", n)
	}
}
