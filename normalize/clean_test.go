package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// seeds are short texts with one noise each, in patterns of their own.
var seeds = []string{
	"",
	"\ufeff五年来，全市共建会１２００家。\r\n发放慰问金３２．５万元。\r\n",
	"縣總工會(huì)發(fā)放補助金12.6萬(wàn)元，幫(bāng)助職工310人(次)。",
	"穩(wěn)定??h總工會(huì)獎?wù)?22名，下?lián)茑l(xiāng)鎮(zhèn)",
	"用心服务\n\n共签订合同 2.05 万份，覆盖企业8014\n\n家，职工 20O 人。\n来源：www.example.org\n",
	"工 会 组 织和 and 企业\u200b职工\u00ad代表\u202e大会\x07",
	"一是成立工会。二是成立工会。\n一是成立工会。二是成立工会。\n",
	"\xb9\xa4\xbb\xe1\xd7\xe9\xd6\xaf\xa3\xac\xb9\xb2\x31\x32\xbc\xd2\xa1\xa3",
}

// check reports what must hold for every text that Clean returns.
func check(t *testing.T, raw []byte, text *Text) {
	t.Helper()
	clean := text.Clean()
	if !utf8.ValidString(clean) {
		t.Errorf("%q: the clean text is not valid UTF-8: %q", raw, clean)
	}
	file := text.DecodedText()
	for i, r := range clean {
		for _, s := range text.Decoded(i, i+utf8.RuneLen(r)) {
			if s.Start < 0 || s.End < s.Start || s.End > len(file) {
				t.Fatalf("%q: byte %d maps to %v, outside the text", raw, i, s)
			}
			if !boundary(file, s.Start) || !boundary(file, s.End) {
				t.Fatalf("%q: byte %d maps to %v, within a character", raw, i, s)
			}
			if rs := text.RawSpan(s); rs.Start < 0 || rs.End < rs.Start || rs.End > len(raw) {
				t.Fatalf("%q: byte %d maps to %v, outside the file", raw, i, rs)
			}
		}
	}
	for _, b := range text.Blocks() {
		if b.Start < 0 || b.End < b.Start || b.End > len(clean) || !boundary(clean, b.Start) || !boundary(clean, b.End) {
			t.Errorf("%q: block %v is none of the clean text", raw, b)
		}
	}
	for _, e := range text.Edits() {
		if e.Start < 0 || e.End < e.Start || e.End > len(file) || e.Sure < 0 || e.Sure > 1 {
			t.Errorf("%q: edit %+v is none of the text", raw, e)
		}
	}
}

// checkAgain reports a clean text that cleaning changes.
func checkAgain(t *testing.T, clean string) {
	t.Helper()
	text, err := Clean([]byte(clean), Options{Encoding: "utf-8"})
	if err != nil {
		t.Errorf("%q cannot be cleaned again: %v", clean, err)
	} else if again := text.Clean(); again != clean {
		i := differ(again, clean)
		t.Errorf("%.200q becomes %.200q", clean[i:], again[i:])
	}
}

// boundary says whether a character begins or the text ends at i.
func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

func TestCleanHoldsOnRandomBytes(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 3))
		raw := noise(r)
		for _, o := range []Options{{}, {AllEdits: true}} {
			if text, err := Clean(raw, o); err == nil {
				check(t, raw, text)
			}
		}
	}
}

// noise is a random mixture of bytes, characters and pieces of the seeds.
func noise(r *rand.Rand) []byte {
	var b []byte
	for range r.IntN(30) {
		switch r.IntN(4) {
		case 0:
			b = append(b, byte(r.IntN(256)))
		case 1:
			b = utf8.AppendRune(b, rune(r.IntN(0x11000)))
		case 2:
			b = append(b, "0123456789(（)） \n\n，。？?abhu"[r.IntN(30)])
		default:
			s := seeds[r.IntN(len(seeds))]
			i := r.IntN(len(s) + 1)
			b = append(b, s[i:min(len(s), i+r.IntN(40))]...)
		}
	}
	return b
}

// TestUntouchedText: clean simplified text comes out byte for byte, and maps to
// itself.
func TestUntouchedText(t *testing.T) {
	clean := strings.Repeat("五年来，全县各级工会共帮扶困难职工1280人次，发放帮扶资金320余万元（含慰问品）。", 3)
	text, err := Clean([]byte(clean), Options{AllEdits: true})
	if err != nil {
		t.Fatal(err)
	}
	if text.Clean() != clean || len(text.Edits()) > 0 {
		t.Fatalf("%d edits on clean text: %q", len(text.Edits()), text.Clean())
	}
	for i := range clean {
		if got := text.Decoded(i, i+1); len(got) != 1 || got[0] != (Span{i, i + 1}) {
			t.Fatalf("byte %d maps to %v", i, got)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := Clean(raw, Options{AllEdits: true})
		if err != nil {
			return
		}
		check(t, raw, text)
		checkAgain(t, text.Clean())
	})
}
