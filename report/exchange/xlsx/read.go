package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"sitrep/report/exchange/csv"
	"sitrep/report/exchange/sheet"
)

// largest is how many bytes a workbook may have unpacked.
const largest = 256 << 20

// Read reads every sheet of a workbook, hidden ones too, each cell as text: a
// number with its digits, a date by ISO 8601 as precise as it is shown, a share
// that is shown in percent as "85%".
func Read(data []byte) ([]sheet.Grid, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: largest,
		UnzipXMLSizeLimit: largest})
	if errors.Is(err, excelize.ErrWorkbookFileFormat) {
		return nil, errors.New("this is no workbook of the form .xlsx; an older .xls is saved as .xlsx first")
	}
	if err != nil {
		return nil, fmt.Errorf("the workbook cannot be read: %w", err)
	}
	defer func() { _ = f.Close() }() // nothing of it is on disk
	r := &reader{f: f, kinds: map[int]format{}}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		r.since1904 = *p.Date1904
	}
	var grids []sheet.Grid
	for _, name := range f.GetSheetList() {
		g, err := r.grid(name)
		if err != nil {
			return nil, fmt.Errorf("the sheet %s cannot be read: %w", name, err)
		}
		if len(g.Rows) > 0 {
			grids = append(grids, g)
		}
	}
	return grids, nil
}

type reader struct {
	f         *excelize.File
	since1904 bool
	kinds     map[int]format // by style
}

func (r *reader) grid(name string) (sheet.Grid, error) {
	g := sheet.Grid{Name: name}
	shown, err := r.f.GetSheetVisible(name)
	if err != nil {
		return g, err
	}
	g.Hidden = !shown
	rows, err := r.f.Rows(name)
	if err != nil {
		return g, err
	}
	defer func() { _ = rows.Close() }()
	width := 0
	for y := 1; rows.Next(); y++ {
		cells, err := rows.Columns()
		if err != nil {
			return g, err
		}
		row := sheet.Row{Line: y, Cells: cells, Typed: make([]bool, len(cells))}
		filled := false
		for x := range cells {
			cells[x], row.Typed[x] = r.text(name, x, y, cells[x])
			filled = filled || cells[x] != ""
		}
		if rows.GetRowOpts().Hidden {
			g.Unseen = append(g.Unseen, y)
		}
		if filled {
			g.Rows = append(g.Rows, row)
			width = max(width, len(cells))
		}
	}
	if err := r.beside(&g, width); err != nil {
		return g, err
	}
	g.Merged, err = r.merged(name)
	return g, err
}

// beside finds what is not in the texts of the cells: columns that are not shown,
// formulas without a value, comments.
func (r *reader) beside(g *sheet.Grid, width int) error {
	for x := range width {
		letter, _, _ := strings.Cut(place(x, 1), "1")
		if shown, err := r.f.GetColVisible(g.Name, letter); err == nil && !shown {
			g.Veiled = append(g.Veiled, x+1)
		}
	}
	for _, row := range g.Rows {
		for x := range width {
			if fault := r.formulaFault(g.Name, row, x); fault != "" {
				g.Broken = append(g.Broken, sheet.Remark{Column: x + 1, Line: row.Line, Text: fault})
			}
		}
	}
	comments, err := r.f.GetComments(g.Name)
	if err != nil {
		return err
	}
	for _, c := range comments {
		if x, y, err := excelize.CellNameToCoordinates(c.Cell); err == nil {
			text := c.Text
			for _, run := range c.Paragraph {
				text += " " + run.Text
			}
			g.Comments = append(g.Comments, sheet.Remark{Column: x, Line: y, Text: strings.Join(strings.Fields(text), " ")})
		}
	}
	return nil
}

// formulaFault says what is wrong with the formula of a cell, if it has one; columns count from 0.
func (r *reader) formulaFault(name string, row sheet.Row, x int) string {
	if x < len(row.Cells) && row.Cells[x] != "" {
		if failed(row.Cells[x]) {
			return "the formula of this cell failed: " + row.Cells[x]
		}
		return ""
	}
	if formula, err := r.f.GetCellFormula(name, place(x, row.Line)); err == nil && formula != "" {
		return "the file has the formula of this cell and not its value"
	}
	return ""
}

// failed reports whether a cell holds an error of a formula (ECMA-376, part 1, 18.17.3).
func failed(text string) bool {
	return strings.HasPrefix(text, "#") &&
		strings.Contains(" #N/A #REF! #DIV/0! #VALUE! #NAME? #NUM! #NULL! #SPILL! #CALC! #GETTING_DATA ", " "+text+" ")
}

func (r *reader) merged(name string) ([]sheet.Area, error) {
	cells, err := r.f.GetMergeCells(name, true)
	if err != nil {
		return nil, err
	}
	var areas []sheet.Area
	for _, m := range cells {
		x0, y0, err0 := excelize.CellNameToCoordinates(m.GetStartAxis())
		x1, y1, err1 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err := errors.Join(err0, err1); err != nil {
			return nil, err
		}
		areas = append(areas, sheet.Area{Column: x0, Line: y0, LastColumn: x1, LastLine: y1})
	}
	return areas, nil
}

// text returns what a cell says, and whether it is a number.
func (r *reader) text(name string, x, y int, raw string) (text string, typed bool) {
	kind, err := r.f.GetCellType(name, place(x, y))
	if raw == "" || err != nil {
		return "", false
	}
	numeric := kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset || kind == excelize.CellTypeFormula
	v, err := strconv.ParseFloat(raw, 64)
	switch {
	case kind == excelize.CellTypeBool:
		return map[string]string{"1": "true", "0": "false"}[raw], false
	case !numeric || err != nil:
		return r.marked(name, x, y, csv.Harmed(strings.TrimSpace(raw))), false
	}
	style, err := r.f.GetCellStyle(name, place(x, y))
	if err != nil {
		return raw, true
	}
	return r.shown(r.format(style), raw, v)
}

// shown is a number in its format: a date by ISO 8601, a share with its sign, and with
// the words that the format puts beside it.
func (r *reader) shown(form format, raw string, v float64) (text string, typed bool) {
	number := digits(raw, v)
	switch {
	case form.percent:
		return shift(number, 2) + "%", true
	case form.date != "":
		t, err := excelize.ExcelDateToTime(v, r.since1904)
		if err != nil || v < 1 {
			return raw, true
		}
		if _, part, _ := strings.Cut(digits(raw, v), "."); part != "" {
			return t.Format("2006-01-02T15:04:05"), false
		}
		return t.Format(form.date), false
	case form.before != "":
		number = form.before + " " + number
	}
	if form.after != "" {
		number += " " + form.after
	}
	return number, true
}

// marked is a text with its raised parts in brackets: the raised 1 of "3,000¹" is the
// mark of a footnote, and no digit.
func (r *reader) marked(name string, x, y int, text string) string {
	runs, err := r.f.GetCellRichText(name, place(x, y))
	if err != nil || len(runs) < 2 {
		return text
	}
	var b strings.Builder
	raised := false
	for _, run := range runs {
		if run.Font != nil && run.Font.VertAlign == "superscript" && strings.TrimSpace(run.Text) != "" {
			b.WriteString("[" + strings.TrimSpace(run.Text) + "]")
			raised = true
			continue
		}
		b.WriteString(run.Text)
	}
	if !raised {
		return text
	}
	return csv.Harmed(strings.TrimSpace(b.String()))
}

// shift moves the decimal point of a number to the right.
func shift(number string, by int) string {
	n, ok := new(big.Rat).SetString(number + "e" + strconv.Itoa(by))
	if !ok {
		return number
	}
	_, decimals, _ := strings.Cut(number, ".")
	return n.FloatString(max(0, len(decimals)-by))
}

// digits writes a number that a cell holds with all of its digits: that of 0.30000000000000004 is what binary arithmetic
// leaves of 0.3, and taken away; others are what somebody wrote.
func digits(raw string, v float64) string {
	n, ok := new(big.Rat).SetString(raw)
	if !ok {
		return raw
	}
	mantissa, power, _ := strings.Cut(strings.ToLower(raw), "e")
	_, decimals, _ := strings.Cut(mantissa, ".")
	by, _ := strconv.Atoi(power) // none: 0
	exact := n.FloatString(max(0, len(decimals)-by))
	if strings.Contains(exact, ".") {
		exact = strings.TrimSuffix(strings.TrimRight(exact, "0"), ".")
	}
	const most, clear = 15, 13 // digits of a double that are decimal, and of one that was meant to have fewer
	rounded := strconv.FormatFloat(v, 'e', most-1, 64)
	meant, _, _ := strings.Cut(rounded, "e")
	meant = strings.TrimRight(strings.Trim(meant, "-"), "0")
	if !strings.Contains(exact, ".") || len(meant)-1 > clear {
		return exact
	}
	if v, err := strconv.ParseFloat(rounded, 64); err == nil {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return exact
}
