// Package exchange brings facts in from the files of other programs, and out again.
//
// [Export] writes a facts file in one of [Formats]; [Import] reads what they, or
// other programs, wrote. What Export writes Import reads back to the same
// canonical file. Both work on the JSON tree of the facts file, so that keys pass
// through that nothing here knows.
package exchange

import (
	"path"
	"strings"

	"sitrep/report/exchange/csv"
	"sitrep/report/exchange/merge"
	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/xlsx"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
)

// A File is one file by its name.
type File struct {
	Name string
	Data []byte
}

// A Format is one way to write facts for other programs.
type Format struct {
	Name      string // as asked for: "csv"
	Extension string // of its file, with the full stop
	write     func(root *tree.Node, bare bool) ([]byte, error)
}

// Formats lists the formats.
func Formats() []Format {
	return []Format{
		{"csv", csv.Extension, writeCSV},
		{"xlsx", xlsx.Extension, writeXLSX},
	}
}

// Write writes the whole of a facts file; where bare, without what the format has
// no place for.
func (f Format) Write(file *facts.File, bare bool) ([]byte, error) {
	root, _ := tree.Parse(string(file.Canonical())) // it was read before: has no faults
	return f.write(root, bare)
}

func writeCSV(root *tree.Node, _ bool) ([]byte, error) { return csv.WriteAll(sheet.Of(root)), nil }

func writeXLSX(root *tree.Node, _ bool) ([]byte, error) { return xlsx.Write(sheet.Of(root)) }

// Tables writes the facts file as CSV, one file a table.
func Tables(file *facts.File) []File {
	root, _ := tree.Parse(string(file.Canonical())) // it was read before: has no faults
	var out []File
	for _, t := range sheet.Of(root) {
		out = append(out, File{t.Name + csv.Extension, csv.Write(t)})
	}
	return out
}

// Options are what the files do not say.
type Options struct {
	Encoding  string // of CSV files: see csv.Options
	Delimiter rune   // of CSV files; 0: found out
	Base      *File  // the facts file to merge into, whose names are known; may be nil
}

// A Result is what was read.
type Result struct {
	Data     []byte          // the facts file; nil where there is an error
	Changes  []string        // what was merged into the base, one line each
	Notes    []string        // what was done with which file, one line each
	Problems []facts.Problem // errors and warnings
}

// Import reads the files: together the tables of one facts file, or each by itself.
func Import(files []File, o Options) Result {
	im := &importer{o: o}
	var grids []grid
	for _, f := range files {
		switch strings.ToLower(path.Ext(f.Name)) {
		case csv.Extension, ".tsv", ".txt":
			grids = append(grids, im.csv(f)...)
		case xlsx.Extension, ".xlsm":
			grids = append(grids, im.xlsx(f)...)
		default:
			im.problem(f.Name, 1, 1, "E701", "", "there is no reader for "+strconvQuote(path.Ext(f.Name)), "there are .csv, .tsv and .xlsx")
		}
	}
	im.tables(grids)
	if !im.failed {
		im.finish()
	}
	return im.out
}

// finish writes what was read, merged into the base where there is one, and holds
// the whole to the rules of the format.
func (im *importer) finish() {
	name, data := "import", im.root.Canonical()+"\n"
	if base := im.o.Base; base != nil {
		name = base.Name
		root, faults := tree.Parse(string(base.Data))
		if len(faults) == 0 {
			merged, changes := merge.Into(string(base.Data), root, im.root)
			for _, c := range changes {
				im.out.Changes = append(im.out.Changes, c.String())
			}
			data = merged
		} else {
			data = string(base.Data)
		}
	}
	if file, problems := facts.Load(name, []byte(data)); file == nil {
		im.failed = true
		im.out.Problems = append(im.out.Problems, problems...)
		return
	}
	im.out.Data = []byte(data)
}

type importer struct {
	o      Options
	root   *tree.Node // what was read
	out    Result
	failed bool
}

func (im *importer) problem(file string, line, col int, code, pointer, message, hint string) {
	p := facts.Problem{File: file, Line: line, Col: col, Code: code, Pointer: pointer, Message: message, Hint: hint}
	im.failed = im.failed || !p.Warning()
	im.out.Problems = append(im.out.Problems, p)
}

func (im *importer) note(text string) { im.out.Notes = append(im.out.Notes, text) }
