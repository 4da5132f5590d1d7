package quantity

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unionrep/extract/internal/numeral"
)

// spec is where the cases lie that anybody can append to.
const spec = "../../../testdata/spec"

// readSpec reads the rows of a spec file behind its header, with their lines.
func readSpec(t *testing.T, name, header string) (rows [][]string, lines []int) {
	t.Helper()
	f, err := os.Open(filepath.Join(spec, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	for {
		row, err := r.Read()
		if err != nil {
			if len(rows) == 0 || strings.Join(rows[0], ",") != header {
				t.Fatalf("%s: want the header %s; %v", name, header, err)
			}
			return rows[1:], lines[1:]
		}
		line, _ := r.FieldPos(0)
		rows, lines = append(rows, row), append(lines, line)
	}
}

// show writes q as the spec files do: raw value[~max] bound unit kind, and
// optional where it is; blanks within raw as _, no unit as -.
func show(text string, q Quantity) string {
	value := q.Value.String()
	if q.Max != (numeral.Decimal{}) {
		value += "~" + q.Max.String()
	}
	unit := q.Unit
	if unit == "" {
		unit = "-"
	}
	s := fmt.Sprint(strings.ReplaceAll(text[q.Start:q.End], " ", "_"), " ", value, " ", q.Bound, " ", unit, " ", q.Kind)
	if q.Optional {
		s += " optional"
	}
	return s
}

func showAll(text string) string {
	var all []string
	for _, q := range BuiltIn().Scan(nil, text, 0, len(text)) {
		all = append(all, show(text, q))
	}
	return strings.Join(all, "; ")
}

// TestQuantities runs quantities.csv: every quantity of the text, whole.
func TestQuantities(t *testing.T) {
	rows, lines := readSpec(t, "quantities.csv", "text,quantities")
	wrong := 0
	for i, row := range rows {
		if got := showAll(row[0]); got != row[1] {
			wrong++
			t.Errorf("quantities.csv:%d: %s\n got %s\nwant %s", lines[i], row[0], got, row[1])
		}
	}
	t.Logf("%d of %d cases read as they should", len(rows)-wrong, len(rows))
}

// TestNonFigures runs nonfigures.csv: texts with numerals that count nothing.
func TestNonFigures(t *testing.T) {
	rows, lines := readSpec(t, "nonfigures.csv", "text,what")
	wrong := 0
	for i, row := range rows {
		if got := showAll(row[0]); got != "" {
			wrong++
			t.Errorf("nonfigures.csv:%d: %s (%s)\n got %s, want nothing", lines[i], row[0], row[1], got)
		}
	}
	t.Logf("%d of %d texts without figures give none", len(rows)-wrong, len(rows))
}
