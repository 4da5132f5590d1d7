package normalize

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestDamageSpec(t *testing.T) { runSpec(t, "damage", repairDamage) }

// flagsAt are the flags of the edits that touch a stretch of the clean text.
func flagsAt(t *testing.T, text *Text, s string) []string {
	t.Helper()
	i := strings.Index(text.Clean(), s)
	if i < 0 {
		t.Fatalf("%q is not in %q", s, text.Clean())
	}
	var flags []string
	for _, span := range text.Decoded(i, i+len(s)) {
		for _, e := range text.EditsIn(span) {
			if e.Reason.Flag != "" && !slices.Contains(flags, e.Reason.Flag) {
				flags = append(flags, e.Reason.Flag)
			}
		}
	}
	slices.Sort(flags)
	return flags
}

// A number that lost a digit says so and covers the place of the lost one; what
// touches a repair says that; the rest says nothing.
func TestDamageFlags(t *testing.T) {
	const page = "全縣共有會(huì)員5638人，頒發(fā)勞動(dòng)獎?wù)?22名，給各鄉下?lián)芙?jīng)費(fèi)36萬元。"
	text, err := Clean([]byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		clean  string
		source string
		flags  []string
	}{
		{"22名", "?22名", []string{"digit_lost"}},
		{"拨经费36万元", "?lián)芙?jīng)費(fèi)36萬元", []string{"repaired"}},
		{"会员5638人", "會(huì)員5638人", nil},
	} {
		if flags := flagsAt(t, text, c.clean); !slices.Equal(flags, c.flags) {
			t.Errorf("%s carries %v, want %v", c.clean, flags, c.flags)
		}
		i := strings.Index(text.Clean(), c.clean)
		var source strings.Builder
		for _, s := range text.Decoded(i, i+len(c.clean)) {
			source.WriteString(text.DecodedText()[s.Start:s.End])
		}
		if source.String() != c.source {
			t.Errorf("%s stands for %q, want %q", c.clean, source.String(), c.source)
		}
	}
}

// TestRestoresReport: the annotated report reads as its author wrote it.
func TestRestoresReport(t *testing.T) {
	page, err := os.ReadFile("../../shared/seeds/003.txt")
	if err != nil {
		t.Skip("the annotated report is not here: ", err)
	}
	restored, err := os.ReadFile("../../shared/gold/003.restored.txt")
	if err != nil {
		t.Skip("the restored report is not here: ", err)
	}
	text, err := Clean(page, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, want := bare(text.Clean()), bare(string(restored))
	if got != want {
		i := 0
		for i < len(got) && i < len(want) && got[i] == want[i] {
			i++
		}
		t.Errorf("differs at byte %d: %.60q, want %.60q", i, got[i:], want[i:])
	}
	repairs := 0
	for _, e := range text.Edits() {
		if e.Reason == damagedBytes {
			repairs++
		}
	}
	t.Logf("%d places repaired", repairs)
	if repairs != 6 {
		t.Errorf("%d places repaired, want 6", repairs)
	}
}

// bare is a text without blanks, its signs in half width.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\ufeff':
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, s)
}

// FuzzDamage: no panic, and spots lie in order on whole characters.
func FuzzDamage(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Add("總(zǒng)工會(huì)活動(dòng)因?yàn)槁毠⑴c??h?！a，獎?wù)?、?")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		check(t, []byte(s), repairDamage(newText(&Source{raw: []byte(s), decoded: s}), Options{AllEdits: true}))
	})
}
