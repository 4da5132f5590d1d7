package trie

import (
	"slices"
	"testing"
)

func TestTrie(t *testing.T) {
	words := New()
	for i, w := range []string{"工会", "总工会", "工会会员", "会"} {
		words.Add(w, int32(1+i))
		words.AddReversed(w+"。", int32(1+i))
	}
	text := "总工会会员。"
	if v, end := words.Longest(text, len("总")); v != 3 || end != len("总工会会员") {
		t.Errorf("longest: word %d up to byte %d", v, end)
	}
	if v, start := words.LongestBefore("总工会。", len("总工会。")); v != 2 || start != 0 {
		t.Errorf("longest before: word %d from byte %d", v, start)
	}
	if v, end := words.Longest(text, len("总工会会")); v != 0 || end != len("总工会会") {
		t.Errorf("nothing begins with 员: word %d up to byte %d", v, end)
	}
	var found []int32
	for v := range words.At(text, len("总")) {
		found = append(found, v)
	}
	if want := []int32{1, 3}; !slices.Equal(found, want) {
		t.Errorf("words at 工: %v, want %v", found, want)
	}
}
