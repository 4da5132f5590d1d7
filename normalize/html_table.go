package normalize

// Tables of HTML pages. Old pages are laid out with tables, the report itself
// in one of the cells: those are no tables to a reader. The rows of the others
// become lines with bars around the cells.

const (
	longestCell = 120 // characters of a cell of data
	widestTable = 200 // cells of a row
)

// findTables tells the tables that hold data: several rows, no table inside,
// no cell with a text.
func (d *htmlPage) findTables() {
	for k := range d.elements {
		e := &d.elements[k]
		e.data = e.name == "table" && e.rows > 1 && e.tables == 0 && e.longest <= longestCell
	}
}

// table is the table of data whose row or cell element k is, 0 for none.
func (d *htmlPage) table(k int) int {
	for k = d.elements[k].parent; k > 0; k = d.elements[k].parent {
		switch d.elements[k].name {
		case "table":
			if d.elements[k].data {
				return k
			}
			return 0
		case "tr", "tbody", "thead", "tfoot":
		default:
			return 0
		}
	}
	return 0
}

// A grid keeps the columns of a table apart where cells reach over several
// rows or columns.
type grid struct {
	table int
	cells int   // of the row in the page
	taken []int // rows that a cell above still takes, by column
	at    int   // the column that comes next
}

// row begins a row of so many cells of table t.
func (g *grid) row(t, cells int) {
	if g.table != t {
		*g = grid{table: t}
	}
	g.cells, g.at = cells, 0
}

// cell places the next cell and returns how many columns lie before it that a
// cell above takes.
func (g *grid) cell(across, down int) (before int) {
	before = g.skip()
	for range across {
		if g.at == len(g.taken) {
			if g.at == widestTable {
				return before
			}
			g.taken = append(g.taken, 0)
		}
		g.taken[g.at] = down - 1
		g.at++
	}
	return before
}

// skip passes the columns that a cell above takes.
func (g *grid) skip() (n int) {
	for g.at < len(g.taken) && g.taken[g.at] > 0 {
		g.taken[g.at]--
		g.at++
		n++
	}
	return n
}

// cells counts the cells of a row.
func (d *htmlPage) cells(row int) int {
	n := 0
	for _, t := range d.tokens[d.elements[row].token:] {
		if t.Start >= d.elements[row].End {
			break
		}
		if t.kind == htmlOpen && d.elements[t.element].parent == row {
			n++
		}
	}
	return n
}
