package sink

// An Excel workbook of one sheet. Its bytes depend on the records alone: there
// is no time and no user in it.

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"unionrep/cmd/internal/field"
	"unionrep/extract"
)

const sheet = "figures"

// exactDigits is how many digits of a number Excel keeps.
const exactDigits = 15

type workbook struct {
	out     *Output
	columns []column
	file    *excelize.File
	rows    *excelize.StreamWriter // keeps what is large in a file of its own
	next    int                    // the next row, from 1
}

func newWorkbook(out *Output, o Options) (*workbook, error) {
	columns, err := o.columns()
	if err != nil {
		return nil, err
	}
	b := &workbook{out: out, columns: columns, file: excelize.NewFile(), next: 1}
	out.cleanup = b.file.Close
	// To the output itself, not to a buffer that holds the whole workbook.
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(out) })
	return b, b.begin()
}

// begin lays the sheet out and writes its header.
func (b *workbook) begin() error {
	if err := b.file.SetSheetName(b.file.GetSheetName(0), sheet); err != nil {
		return err
	}
	bold, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	if b.rows, err = b.file.NewStreamWriter(sheet); err != nil {
		return err
	}
	for i, c := range b.columns {
		if err := b.rows.SetColWidth(i+1, i+1, width(c.Field)); err != nil {
			return err
		}
	}
	if err := b.rows.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	cells := make([]any, len(b.columns))
	for i, name := range header(b.columns) {
		cells[i] = excelize.Cell{StyleID: bold, Value: name}
	}
	return b.row(cells)
}

func (b *workbook) Write(d *Document) error {
	for i := range d.Records {
		if err := b.record(d, &d.Records[i]); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) record(d *Document, r *extract.Record) error {
	cells := make([]any, len(b.columns))
	for i, c := range b.columns {
		value, err := typed(c.Field, c.of(d, r))
		if err != nil {
			return fmt.Errorf("%s:%d: %s %w", r.File, r.Line, c.Name, err)
		}
		cells[i] = value
	}
	if b.next > excelize.TotalRows {
		return fmt.Errorf("a sheet has room for %d records; write csv, or fewer of them with --where", excelize.TotalRows-1)
	}
	return b.row(cells)
}

// Close writes the workbook, which has been kept until now.
func (b *workbook) Close() error {
	last, err := excelize.CoordinatesToCellName(len(b.columns), b.next-1)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(sheet, "A1:"+last, nil); err != nil {
		return err
	}
	if err := b.rows.Flush(); err != nil {
		return err
	}
	return b.file.Write(b.out)
}

func (b *workbook) row(cells []any) error {
	err := b.rows.SetRow("A"+strconv.Itoa(b.next), cells)
	b.next++
	return err
}

// typed is the value of a cell: text as text, so that no = begins a formula
// and no id or date is taken for a number; a number as a number where Excel
// keeps all of its digits, as text otherwise.
func typed(c field.Field, cell string) (any, error) {
	switch c.Kind {
	case field.Boolean:
		return cell == "true", nil
	case field.Number, field.Integer:
		if cell == "" {
			return nil, nil
		}
		if significant(cell) <= exactDigits {
			return strconv.ParseFloat(cell, 64)
		}
	}
	if n := len(utf16.Encode([]rune(cell))); n > excelize.TotalCellChars {
		return nil, fmt.Errorf("has %d characters, of which a cell holds %d; leave that column out with --columns, or write csv", n, excelize.TotalCellChars)
	}
	return cell, nil
}

// significant counts the digits of a plain decimal from the first to the last
// that is not zero.
func significant(decimal string) int {
	digits := strings.Replace(strings.TrimPrefix(decimal, "-"), ".", "", 1)
	return len(strings.Trim(digits, "0"))
}

// width is how wide a column is, in digits.
func width(c field.Field) float64 {
	switch c.Name {
	case "text", "source":
		return 60
	case "file", "title", "section", "copies":
		return 30
	case "org", "subject", "indicator", "quantity", "rule":
		return 20
	case "id", "doc", "part_of", "fact", "value", "max", "low", "high":
		return 18
	}
	return 12
}
