package normalize

import "unionrep/normalize/internal/repair"

// The programs that inject readings work on bytes of GBK and break characters:
// 下?lián)茑l(xiāng) was 下撥鄉. The repair needs readings and widths as found.

var (
	damagedBytes   = &Reason{Pass: "damage", Name: "damaged bytes", Flag: "repaired", Wide: true}
	lostDigit      = &Reason{Pass: "damage", Name: "lost digit", Flag: "digit_lost"}
	unsolvedDamage = &Reason{Pass: "damage", Name: "unsolved damage", Flag: "repaired", Wide: true}
)

// repairDamage puts back what stood in damaged places. A number that lost a
// digit keeps the others and covers the place of the lost one, a place that
// makes no sense keeps what the page shows; both are noted.
func repairDamage(t *Text, o Options) *Text {
	repairs := repair.Find(t.clean)
	if len(repairs) == 0 {
		return t
	}
	e := edit(t, o)
	for _, r := range repairs {
		why := damagedBytes
		switch r.Kind {
		case repair.Lost:
			why = lostDigit
		case repair.Unsolved:
			why = unsolvedDamage
		}
		if r.To == t.clean[r.Start:r.End] {
			e.doubt(r.Start, r.End, why, r.Sure)
		} else {
			e.replace(r.Start, r.End, r.To, why, r.Sure)
		}
		if n := headless(t.clean[r.End:]); n > 0 && why == damagedBytes {
			e.doubt(r.End, r.End+n, lostDigit, 0.5)
		}
	}
	return e.done()
}

// headless is the length of what s begins with if that is the rest of a number
// whose first digits the damage before it may have swallowed: .5 or ,500.
func headless(s string) int {
	if s == "" || s[0] != '.' && s[0] != ',' {
		return 0
	}
	n := 1
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 1 || s[0] == ',' && n != len(",000") {
		return 0
	}
	return n
}
