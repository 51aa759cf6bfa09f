package exchange

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/exchange/csv"
	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/tabular"
	"sitrep/report/exchange/xlsx"
)

// A grid is a sheet and the file that it is in.
type grid struct {
	file string
	book bool // of several sheets
	sheet.Grid
}

func (im *importer) csv(f File) []grid {
	name := strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name))
	grids, delimiter, fault := csv.Read(name, f.Data, csv.Options{Encoding: im.o.Encoding, Delimiter: im.o.Delimiter})
	if fault != nil {
		im.problem(f.Name, fault.Line, fault.Col, "E701", "", fault.Message, fault.Hint)
		return nil
	}
	im.note("%s: cells are divided by %q", f.Name, delimiter)
	var out []grid
	for _, g := range grids {
		out = append(out, grid{f.Name, len(grids) > 1, g})
	}
	return im.within(out)
}

// How large a table may be: as wide as one of a spreadsheet, and as long as one import can serve.
const (
	mostColumns = 16_384
	mostRecords = 100_000
)

// within returns the grids where none is too large, and else nothing.
func (im *importer) within(grids []grid) []grid {
	ok := true
	for _, g := range grids {
		columns := 0
		for _, row := range g.Rows {
			columns = max(columns, len(row.Cells))
		}
		if columns > mostColumns || len(g.Rows) > mostRecords {
			im.tooMany(g.file, fmt.Sprintf("%s has %d rows and %d columns; %d and %d are the most",
				g.Name, len(g.Rows), columns, mostRecords, mostColumns))
			ok = false
		}
	}
	if !ok {
		return nil
	}
	return grids
}

func (im *importer) tooMany(file, message string) {
	im.problem(file, 1, 1, "E701", "", message, "import it in parts, each with --into")
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
	return im.within(out)
}

// tables reads the grids: as a facts file where they are one, else each as
// records or as a table of a person.
func (im *importer) tables(grids []grid) {
	if len(grids) == 0 {
		return
	}
	var tables []sheet.Table
	files := map[string]grid{}
	for _, g := range grids {
		tables = append(tables, g.Table())
		files[g.Name] = g
	}
	if sheet.Is(tables) {
		im.broken(grids)
		root, faults := sheet.Read(tables)
		for _, f := range faults {
			im.cellFault(files[f.Sheet], f)
		}
		for i, t := range tables {
			if slices.Contains(sheet.Kinds(), t.Name) {
				im.located(grids[i], t)
			}
		}
		im.root, im.exported = *root, true
		return
	}
	var mine []grid
	for i, g := range grids {
		if !sheet.IsRecords(tables[i]) || im.o.Mapping.Columns != nil {
			mine = append(mine, g)
			continue
		}
		im.broken([]grid{g})
		part, faults := sheet.Records(tables[i])
		for _, f := range faults {
			im.cellFault(g, f)
		}
		im.note("%s: %d %s by their ids", g.file, len(g.Rows)-1, g.Name)
		im.located(g, tables[i])
		im.exported, im.partial = true, true
		im.add(part)
	}
	im.persons(mine)
}

// broken refuses cells without a value in tables that export wrote.
func (im *importer) broken(grids []grid) {
	for _, g := range grids {
		for _, b := range g.Broken {
			im.problem(g.file, b.Line, b.Column, "E702", place(g.Grid, b.Line, b.Column), b.Text,
				"let the program that made the file work it out and save it again")
		}
	}
}

func (im *importer) cellFault(g grid, f sheet.Fault) {
	col := 1
	for i, c := range g.Table().Columns {
		if c == f.Column {
			col = i + 1
		}
	}
	im.problem(g.file, max(f.Line, 1), col, "E702", place(g.Grid, f.Line, col), f.Message, f.Hint)
}

// persons reads tables that somebody made. Of a workbook those sheets are read
// that are shown and have a head that is known, or the one that is asked for.
func (im *importer) persons(grids []grid) {
	read := 0
	for _, g := range grids {
		only := im.o.Mapping.Sheet
		if only != "" && only != g.Name {
			continue
		}
		if g.Hidden && only == "" {
			im.problem(g.file, 1, 1, "W701", g.Name, "this sheet is not shown and is left out", "say --sheet to read it")
			continue
		}
		r := tabular.Read(g.Grid, im.o.Mapping, &im.known)
		if r.Mapping.Head == 0 && g.book && only == "" && len(grids) > 1 {
			im.problem(g.file, 1, 1, "W701", g.Name, "no line of this sheet names columns that are known: it is left out", "say --sheet to read it")
			continue
		}
		if read++; read == 2 && !slices.Contains(slices.Collect(maps.Values(im.o.Mapping.Set)), "@sheet") {
			im.problem(g.file, 1, 1, "W703", g.Name, "several sheets are read, and what their names say is not",
				"say --set place=@sheet where they are the names of places, or --sheet to read one")
		}
		im.person(g, r)
	}
	if read == 0 && len(grids) > 0 && !im.failed {
		im.problem(grids[0].file, 1, 1, "E703", "", "no sheet was read", "name one with --sheet, and map its columns")
	}
}

// person takes in one table, and tells how it was read.
func (im *importer) person(g grid, r tabular.Result) {
	im.out.Mapping = r.Mapping
	var pairs []string
	for name, key := range r.Mapping.Columns {
		switch key {
		case "":
			key = "?"
		case tabular.Skip:
			key = "left out"
		}
		pairs = append(pairs, fmt.Sprintf("%q is %s", name, key))
	}
	slices.Sort(pairs)
	if r.Mapping.Head > 0 {
		im.note("%s, %s: the head stands in row %d; %s", g.file, g.Name, r.Mapping.Head, strings.Join(pairs, ", "))
	}
	for _, f := range r.Faults {
		im.problem(g.file, f.Line, f.Col, f.Code, place(g.Grid, f.Line, f.Col), f.Message, f.Hint)
	}
	if r.Root != nil && !im.failed {
		im.note("%s, %s: %d facts", g.file, g.Name, len(r.Root.Get("facts").Kids))
		for id, p := range r.Places {
			im.places[id] = origin{g.file, func(line, col int) string { return place(g.Grid, line, col) }, p.Line, 1, p.Columns}
		}
		im.add(r.Root)
	}
}

// place names a cell as spreadsheets do, "facts!D14"; of a row its number alone.
func place(g sheet.Grid, line, col int) string {
	if line == 0 {
		return g.Name
	}
	return g.Name + "!" + letters(col) + strconv.Itoa(line-g.Beyond(line))
}

// letters is the name of a column: A, B … Z, AA.
func letters(col int) string {
	out := ""
	for ; col > 0; col = (col - 1) / 26 {
		out = string(rune('A'+(col-1)%26)) + out
	}
	return out
}
