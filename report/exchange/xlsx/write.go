// Package xlsx writes the tables of a facts file as an Office Open XML workbook (ECMA-376), and reads any workbook.
//
// Numbers are numbers where the cell keeps their digits, and text where it would
// not; all else is text, so that nothing is a formula and no date is rewritten.
// The same tables give the same bytes.
package xlsx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"sitrep/report/exchange/csv"
	"sitrep/report/exchange/sheet"
)

// Extension is the ending of the files.
const Extension = ".xlsx"

// longest is how many UTF-16 units a cell holds.
const longest = 32767

// Write writes a workbook with one sheet a table. It is an error, which names the
// cell, where a text is longer than a cell holds.
func Write(tables []sheet.Table) ([]byte, error) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // nothing of it is on disk
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1,
		Color: []string{"E8EEF4"}},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return nil, err
	}
	body, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		if i == 0 {
			err = f.SetSheetName("Sheet1", t.Name)
		} else {
			_, err = f.NewSheet(t.Name)
		}
		if err != nil {
			return nil, err
		}
		w := &writer{f: f, t: t, head: head, body: body}
		if err := w.table(); err != nil {
			return nil, err
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

type writer struct {
	f          *excelize.File
	t          sheet.Table
	head, body int // styles
}

func (w *writer) table() error {
	for i, c := range w.t.Columns {
		if err := w.f.SetCellStr(w.t.Name, place(i, 1), c); err != nil {
			return err
		}
		letter, _ := excelize.ColumnNumberToName(i + 1) // few columns: cannot fail
		if err := w.f.SetColWidth(w.t.Name, letter, letter, w.width(i)); err != nil {
			return err
		}
		if err := w.choices(i, letter); err != nil {
			return err
		}
	}
	for y, row := range w.t.Rows {
		for x, text := range row.Cells {
			if err := w.cell(x, y+2, text); err != nil {
				return err
			}
		}
	}
	return w.frame()
}

// frame styles the cells and keeps the head in view.
func (w *writer) frame() error {
	last := max(len(w.t.Columns)-1, 0)
	if err := w.f.SetCellStyle(w.t.Name, "A1", place(last, 1), w.head); err != nil {
		return err
	}
	if len(w.t.Rows) > 0 {
		if err := w.f.SetCellStyle(w.t.Name, "A2", place(last, len(w.t.Rows)+1), w.body); err != nil {
			return err
		}
		if err := w.f.AutoFilter(w.t.Name, "A1:"+place(last, len(w.t.Rows)+1), nil); err != nil {
			return err
		}
	}
	return w.f.SetPanes(w.t.Name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"})
}

// cell writes one cell; an empty one is left out.
func (w *writer) cell(x, y int, text string) error {
	if text == "" {
		return nil
	}
	if v, ok := exact(text); ok && sheet.TypeOf(w.t.Columns[x]) == sheet.Number {
		return w.f.SetCellValue(w.t.Name, place(x, y), v)
	}
	if n := len(utf16.Encode([]rune(text))); n > longest {
		return fmt.Errorf("the cell %s of sheet %s would hold %d characters, and a cell of a workbook holds %d; write csv instead", place(x, y),
			w.t.Name, n, longest)
	}
	return w.f.SetCellStr(w.t.Name, place(x, y), escaped(csv.Harmless(text)))
}

var escape = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escaped writes what would read as an escaped character as itself (ECMA-376,
// part 1, 22.9.2.19).
func escaped(s string) string {
	var b strings.Builder
	for i, r := range s {
		if r == '_' && escape.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteRune(r)
	}
	return b.String()
}

// exact returns the number that a cell gives back with the same digits; cells
// hold 15.
func exact(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !sheet.IsNumber(text) || len(strings.Trim(text, "-0.")) > 15 {
		return 0, false
	}
	return v, strconv.FormatFloat(v, 'f', -1, 64) == text
}

// width is that of the longest cell within reason, in characters.
func (w *writer) width(x int) float64 {
	n := utf8.RuneCountInString(w.t.Columns[x])
	for _, row := range w.t.Rows {
		if x < len(row.Cells) {
			n = max(n, utf8.RuneCountInString(row.Cells[x]))
		}
	}
	return float64(min(max(n, 6), 48) + 2)
}

// choices offers what a cell of the column may hold, also in rows to come.
func (w *writer) choices(x int, letter string) error {
	list := sheet.Choices(w.t.Name, w.t.Columns[x])
	if len(list) == 0 {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = fmt.Sprintf("%s2:%s%d", letter, letter, len(w.t.Rows)+1001)
	v.SetError(excelize.DataValidationErrorStyleStop, w.t.Columns[x], "One of: "+strings.Join(list, ", "))
	if err := v.SetDropList(list); err != nil {
		return err
	}
	return w.f.AddDataValidation(w.t.Name, v)
}

// place names a cell, "B7", by its column from 0 and its line from 1.
func place(x, y int) string {
	name, _ := excelize.CoordinatesToCellName(x+1, y) // both in range: cannot fail
	return name
}
