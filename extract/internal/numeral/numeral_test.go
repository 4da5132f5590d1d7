package numeral

import (
	"encoding/csv"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestNumerals runs numerals.csv: what Read makes of the whole text.
func TestNumerals(t *testing.T) {
	f, err := os.Open("../../../testdata/spec/numerals.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "text,number,value,max" {
		t.Fatalf("the columns are %s", got)
	}
	for _, row := range rows[1:] {
		n, ok := Read(row[0], 0)
		if row[1] == "" {
			if ok {
				t.Errorf("Read(%s) is %v, want no number", row[0], n.Value)
			}
			continue
		}
		limit := ""
		if n.Range {
			limit = n.Max.String()
		}
		if !ok || row[0][:n.End] != row[1] || n.Value.String() != row[2] || limit != row[3] {
			t.Errorf("Read(%s) is %s, %v, %s, want %s, %s, %s", row[0], row[0][:n.End], n.Value, limit, row[1], row[2], row[3])
		}
	}
	t.Logf("%d numerals", len(rows)-1)
}

// spell writes v in Chinese numerals from the digits and the multipliers for
// 十 百 千 万 亿 given.
func spell(v int64, digits, units []string) string {
	section := func(v int64, inside bool) string {
		s, gap := "", inside && v < 1000
		for e := 3; e >= 0; e-- {
			d := v / powers[e] % 10
			switch {
			case d == 0:
				gap = gap || s != ""
				continue
			case gap:
				s += digits[0]
				gap = false
			}
			s += digits[d]
			if e > 0 {
				s += units[e-1]
			}
		}
		return s
	}
	s := ""
	for _, part := range []struct {
		unit int64
		name string
	}{{1e8, units[4]}, {1e4, units[3]}, {1, ""}} {
		n := v / part.unit % 1e4
		if part.unit == 1e8 {
			n = v / 1e8
		}
		if n == 0 {
			continue
		}
		s += section(n, s != "") + part.name
		v %= part.unit
	}
	return s
}

// A number is read back from each way to write it.
func TestReadBack(t *testing.T) {
	everyday := [2][]string{
		strings.Split("零 一 二 三 四 五 六 七 八 九", " "), strings.Split("十 百 千 万 亿", " "),
	}
	financial := [2][]string{
		strings.Split("零 壹 贰 叁 肆 伍 陆 柒 捌 玖", " "), strings.Split("拾 佰 仟 万 亿", " "),
	}
	traditional := [2][]string{
		strings.Split("零 一 二 三 四 五 六 七 八 九", " "), strings.Split("十 百 千 萬 億", " "),
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		v := rnd.Int64N(powers[1+rnd.IntN(12)]) + 1
		for range rnd.IntN(4) { // round numbers and zeros inside
			p := powers[rnd.IntN(6)]
			v = max(v/p*p, 1)
		}
		want := New(v, 0)
		writings := []string{
			strconv.FormatInt(v, 10), group3(v),
			spell(v, everyday[0], everyday[1]), spell(v, financial[0], financial[1]), spell(v, traditional[0], traditional[1]),
		}
		if v >= 1e4 && v%1e4 == 0 && v/1e4%1e4 != 0 {
			writings = append(writings, strconv.FormatInt(v/1e4, 10)+"万")
		}
		if v >= 1e8 && v%1e8 >= 1e7 && v%1e4 == 0 {
			writings = append(writings, strconv.FormatInt(v/1e8, 10)+"亿"+strconv.FormatInt(v%1e8/1e4, 10)+"万")
		}
		for _, text := range writings {
			n, ok := Read(text, 0)
			if !ok || n.End != len(text) || n.Value != want || n.Range || n.More || n.Vague {
				t.Fatalf("Read(%s) is %+v, want %d and nothing else", text, n, v)
			}
		}
	}
}

// group3 writes v with a comma between groups of three digits.
func group3(v int64) string {
	s := strconv.FormatInt(v, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// A decimal number is read back in 万 and 亿.
func TestReadDecimals(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		coefficient, scale := rnd.Int64N(1e7)+1, uint8(rnd.IntN(5))
		plain := New(coefficient, scale)
		for unit, exponent := range map[string]int{"": 0, "万": 4, "亿": 8, "千万": 7} {
			want, _ := plain.Shift(exponent)
			n, ok := Read(plain.String()+unit, 0)
			if !ok || n.Value != want {
				t.Fatalf("Read(%v%s) is %v, want %v", plain, unit, n.Value, want)
			}
		}
	}
}

// Sums, products and quotients agree with rational numbers.
func TestArithmetic(t *testing.T) {
	rat := func(d Decimal) *big.Rat {
		r, ok := new(big.Rat).SetString(d.String())
		if !ok {
			t.Fatalf("%v is no number", d)
		}
		return r
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	pick := func() Decimal {
		v := rnd.Int64N(powers[1+rnd.IntN(17)])
		if rnd.IntN(2) == 0 {
			v = -v
		}
		return New(v, uint8(rnd.IntN(10)))
	}
	for range 20000 {
		a, b := pick(), pick()
		if sum, ok := a.Add(b); ok && rat(sum).Cmp(new(big.Rat).Add(rat(a), rat(b))) != 0 {
			t.Fatalf("%v + %v is %v", a, b, sum)
		}
		if d, ok := a.Sub(b); ok && rat(d).Cmp(new(big.Rat).Sub(rat(a), rat(b))) != 0 {
			t.Fatalf("%v - %v is %v", a, b, d)
		}
		if got, want := sign(a.Cmp(b)), rat(a).Cmp(rat(b)); got != want {
			t.Fatalf("%v against %v is %d, want %d", a, b, got, want)
		}
		n := rnd.Int64N(1000) - 500
		if p, ok := a.Times(n); ok && rat(p).Cmp(new(big.Rat).Mul(rat(a), big.NewRat(n, 1))) != 0 {
			t.Fatalf("%v times %d is %v", a, n, p)
		}
		if back, ok := Parse(a.String()); !ok || back != a {
			t.Fatalf("Parse(%v) is %v", a, back)
		}
		q, ok := a.Quo(b)
		if !ok || b.Sign() == 0 || a.Sign() == 0 {
			continue
		}
		want := new(big.Rat).Quo(rat(a), rat(b))
		diff := new(big.Rat).Sub(rat(q), want)
		// Half a unit of the twelfth digit, or of the eighteenth decimal.
		allowed := new(big.Rat).Mul(new(big.Rat).Abs(want), big.NewRat(1, 2e11))
		if least := big.NewRat(1, 1e18); allowed.Cmp(least) < 0 {
			allowed = least
		}
		if diff.Abs(diff).Cmp(allowed) > 0 {
			t.Fatalf("%v / %v is %v, off by %v", a, b, q, diff.FloatString(20))
		}
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestQuotients(t *testing.T) {
	for _, c := range []struct {
		a, b int64
		want string
	}{{1, 3, "0.333333333333"}, {2, 3, "0.666666666667"}, {3, 4, "0.75"}, {1, 7, "0.142857142857"}, {5, 4, "1.25"}, {100, 3, "33.3333333333"}, {-1, 3, "-0.333333333333"}, {0, 5, "0"}, {1, 1000, "0.001"}} {
		if got, ok := New(c.a, 0).Quo(New(c.b, 0)); !ok || got.String() != c.want {
			t.Errorf("%d / %d is %v, want %s", c.a, c.b, got, c.want)
		}
	}
	if _, ok := New(1, 0).Quo(Decimal{}); ok {
		t.Error("a quotient by 0")
	}
}

func TestOverflow(t *testing.T) {
	most := New(limit-1, 0)
	if d, ok := most.Add(New(1, 0)); ok {
		t.Errorf("%v + 1 is %v", most, d)
	}
	if d, ok := most.Times(2); ok {
		t.Errorf("%v times 2 is %v", most, d)
	}
	if d, ok := New(12, 0).Shift(17); ok {
		t.Errorf("12 shifted by 17 is %v", d)
	}
	if d, ok := Parse("1234567890123456789"); ok {
		t.Errorf("19 digits read as %v", d)
	}
	if n, ok := Read("99999999亿亿", 0); ok && n.End != len("99999999亿") {
		t.Errorf("亿亿 read as %v", n.Value)
	}
	if n, ok := Read("1234567890123456789", 0); ok {
		t.Errorf("19 digits read as %v", n.Value)
	}
}

// Read never panics, ends inside the text on the edge of a character, and
// writes a value that Parse reads back.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"3000余万", "六点四二万", "十几", "两三", "1亿零500万", "百", "二〇一五", "1,2,3", "三五百", "9999999999999999999", "零零", "几十万亿"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for i := range text {
			n, ok := Read(text, i)
			if !ok {
				continue
			}
			if n.Start != i || n.End <= i || n.End > len(text) {
				t.Fatalf("Read(%q, %d) ends at %d", text, i, n.End)
			}
			if back, ok := Parse(n.Value.String()); !ok || back != n.Value {
				t.Fatalf("Read(%q, %d) is %v, which reads back as %v", text, i, n.Value, back)
			}
		}
	})
}
