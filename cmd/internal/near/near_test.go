package near

import "testing"

func TestWord(t *testing.T) {
	words := []string{"jsonl", "json", "csv", "tsv", "columns", "encoding"}
	for word, want := range map[string]string{
		"jsno": "json", "josnl": "jsonl", "cvs": "csv", "colums": "columns", "encodnig": "encoding",
		"yaml": "", "parquet": "", "": "",
	} {
		if got := Word(word, words); got != want {
			t.Errorf("Word(%q) = %q, want %q", word, got, want)
		}
	}
}

// A unit of one character is near one of two, but not near any other one.
func TestWordInChinese(t *testing.T) {
	if got := Word("万元", []string{"人次", "元"}); got != "元" {
		t.Errorf("万元 is near %q", got)
	}
	if got := Word("个", []string{"人", "元"}); got != "" {
		t.Errorf("个 is near %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0},
		{"format", "fromat", 1}, {"kitten", "sitting", 3}, {"flaw", "lawn", 2}, {"万元", "元", 1}, {"人次", "次人", 1},
	} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
