package exchange

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"sitrep/report/exchange/csv"
	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/xlsx"
)

// A grid is a sheet and the file that it is in.
type grid struct {
	file string
	book bool // of several sheets
	sheet.Grid
}

func strconvQuote(s string) string { return strconv.Quote(s) }

func (im *importer) csv(f File) []grid {
	name := strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name))
	grids, delimiter, fault := csv.Read(name, f.Data, csv.Options{Encoding: im.o.Encoding, Delimiter: im.o.Delimiter})
	if fault != nil {
		im.problem(f.Name, fault.Line, fault.Col, "E701", "", fault.Message, fault.Hint)
		return nil
	}
	im.note(fmt.Sprintf("%s: cells are divided by %q", f.Name, delimiter))
	var out []grid
	for _, g := range grids {
		out = append(out, grid{f.Name, len(grids) > 1, g})
	}
	return out
}

func (im *importer) xlsx(f File) []grid {
	grids, err := xlsx.Read(f.Data)
	if err != nil {
		im.problem(f.Name, 1, 1, "E701", "", err.Error(), "")
		return nil
	}
	if len(grids) == 0 {
		im.problem(f.Name, 1, 1, "E701", "", "the workbook is empty", "")
	}
	var out []grid
	for _, g := range grids {
		out = append(out, grid{f.Name, true, g})
	}
	return out
}

// tables reads the grids: as a facts file where they are one.
func (im *importer) tables(grids []grid) {
	var tables []sheet.Table
	files := map[string]grid{}
	for _, g := range grids {
		tables = append(tables, g.Table())
		files[g.Name] = g
	}
	if !sheet.Is(tables) {
		if !im.failed {
			im.problem(grids[0].file, 1, 1, "E701", "", "this is not a table that sitrep export wrote", "")
		}
		return
	}
	root, faults := sheet.Read(tables)
	for _, f := range faults {
		g := files[f.Sheet]
		col := 1
		for i, c := range g.Table().Columns {
			if c == f.Column {
				col = i + 1
			}
		}
		im.problem(g.file, max(f.Line, 1), col, "E702", place(g.Grid, f.Line, col), f.Message, f.Hint)
	}
	im.root = root
}

// place names a cell as spreadsheets do, "facts!D14"; of a row its number alone.
func place(g sheet.Grid, line, col int) string {
	if line == 0 {
		return g.Name
	}
	return g.Name + "!" + letters(col) + strconv.Itoa(line)
}

// letters is the name of a column: A, B … Z, AA.
func letters(col int) string {
	out := ""
	for ; col > 0; col = (col - 1) / 26 {
		out = string(rune('A'+(col-1)%26)) + out
	}
	return out
}
