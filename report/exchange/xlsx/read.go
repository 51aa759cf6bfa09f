package xlsx

import (
	"bytes"
	"errors"
	"fmt"
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
	for y := 1; rows.Next(); y++ {
		cells, err := rows.Columns()
		if err != nil {
			return g, err
		}
		filled := false
		for x := range cells {
			cells[x] = r.text(name, x, y, cells[x])
			filled = filled || cells[x] != ""
		}
		if rows.GetRowOpts().Hidden {
			g.Unseen = append(g.Unseen, y)
		}
		if filled {
			g.Rows = append(g.Rows, sheet.Row{Line: y, Cells: cells})
		}
	}
	g.Merged, err = r.merged(name)
	return g, err
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

// text returns what a cell says.
func (r *reader) text(name string, x, y int, raw string) string {
	kind, err := r.f.GetCellType(name, place(x, y))
	if raw == "" || err != nil {
		return ""
	}
	numeric := kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset || kind == excelize.CellTypeFormula
	v, err := strconv.ParseFloat(raw, 64)
	switch {
	case kind == excelize.CellTypeBool:
		return map[string]string{"1": "true", "0": "false"}[raw]
	case !numeric || err != nil:
		return csv.Harmed(strings.TrimSpace(raw))
	}
	style, err := r.f.GetCellStyle(name, place(x, y))
	if err != nil {
		return raw
	}
	switch form := r.format(style); {
	case form.percent:
		return digits(shift(v, 2)) + "%"
	case form.date != "":
		t, err := excelize.ExcelDateToTime(v, r.since1904)
		if err != nil || v < 1 {
			return raw
		}
		if _, part, _ := strings.Cut(digits(v), "."); part != "" {
			return t.Format("2006-01-02T15:04:05")
		}
		return t.Format(form.date)
	case strings.Trim(raw, "0123456789") == "" && len(raw) <= 15:
		return raw
	}
	return digits(v)
}

// shift multiplies by a power of ten on the digits, where no rounding is.
func shift(v float64, by int) float64 {
	out, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', -1, 64)+"e"+strconv.Itoa(by), 64)
	if err != nil {
		return v
	}
	return out
}

// digits writes the 15 digits of a number that a cell holds.
func digits(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		rounded = v
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// A format is what the style of a cell says of its number.
type format struct {
	percent bool
	date    string // how time.Format writes it; empty where it is no date
}

func (r *reader) format(style int) format {
	if known, ok := r.kinds[style]; ok {
		return known
	}
	var out format
	if s, err := r.f.GetStyle(style); err == nil {
		out = formatOf(s)
	}
	r.kinds[style] = out
	return out
}

// formatOf reads a number format (ECMA-376, part 1, 18.8.30 and 18.8.31).
func formatOf(s *excelize.Style) format {
	if s.CustomNumFmt != nil {
		return customFormat(*s.CustomNumFmt)
	}
	switch n := s.NumFmt; {
	case n == 9 || n == 10:
		return format{percent: true}
	case n == 17:
		return format{date: "2006-01"}
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 50 && n <= 58:
		return format{date: "2006-01-02"}
	}
	return format{}
}

// customFormat reads a format that somebody wrote: "dd/mm/yyyy", "mmm yy", "0.0%".
func customFormat(code string) format {
	var b strings.Builder
	quoted, bracket, escaped := false, false, false
	for _, c := range strings.ToLower(code) {
		switch {
		case escaped:
			escaped = false
		case c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			b.WriteRune(c)
		}
	}
	first, _, _ := strings.Cut(b.String(), ";")
	first = strings.NewReplacer("general", "", "am/pm", "").Replace(first)
	switch {
	case strings.Contains(first, "%"):
		return format{percent: true}
	case strings.Contains(first, "d") && strings.ContainsAny(first, "my"):
		return format{date: "2006-01-02"}
	case strings.Contains(first, "y") && strings.Contains(first, "m"):
		return format{date: "2006-01"}
	case strings.Contains(first, "yy"):
		return format{date: "2006"}
	}
	return format{}
}
