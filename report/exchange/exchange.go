// Package exchange brings facts in from the files of other programs, and out again.
//
// [Export] writes a facts file in one of [Formats]; [Import] reads what they, or
// other programs, wrote. What Export writes Import reads back to the same
// canonical file. Both work on the JSON tree of the facts file, so that keys pass
// through that nothing here knows.
package exchange

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"sitrep/report/exchange/csv"
	"sitrep/report/exchange/merge"
	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/stix"
	"sitrep/report/exchange/tabular"
	"sitrep/report/exchange/value"
	"sitrep/report/exchange/webpage"
	"sitrep/report/exchange/xlsx"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
	"sitrep/report/lang"
)

// A File is one file by its name.
type File struct {
	Name string // with its ending, which tells its form; "-" is standard input, whose form what it holds tells
	Data []byte // as it was read
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
		{"csl", ".json", cslLibrary.export},
		{"bibtex", ".bib", bibtexLibrary.export},
		{"ris", ".ris", risLibrary.export},
		{"stix", ".json", writeSTIX},
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

func writeSTIX(root *tree.Node, bare bool) ([]byte, error) { return stix.Write(root, bare), nil }

// Tables writes the facts file as CSV, one file a table.
func Tables(file *facts.File) []File {
	root, _ := tree.Parse(string(file.Canonical())) // it was read before: has no faults
	var out []File
	for _, t := range sheet.Of(root) {
		out = append(out, File{t.Name + csv.Extension, csv.Write(t)})
	}
	return out
}

// A Mapping says how tables that a person made are read.
type Mapping = tabular.Mapping

// Options are what the files do not say.
type Options struct {
	Encoding  string  // of CSV files: see csv.Options
	Delimiter rune    // of CSV files; 0: found out
	Mapping   Mapping // of tables that a person made
	Language  string  // BCP 47 tag of the briefing that is made; empty: that of the mapping's locale, else en
	Base      *File   // the facts file to merge into, whose names are known; may be nil
}

// A Result is what was read.
type Result struct {
	Data     []byte          // the facts file; nil where there is an error
	Changes  []string        // what was merged into the base, one line each
	Notes    []string        // what was done with which file, one line each
	Problems []facts.Problem // errors and warnings
	Mapping  Mapping         // how the last table that a person made was read
}

// Import reads the files: together the tables of one facts file, or each by itself.
func Import(files []File, o Options) Result {
	im := &importer{o: o, known: value.Object(), places: map[string]origin{}}
	if o.Base != nil {
		root, faults := tree.Parse(string(o.Base.Data))
		if root == nil || len(faults) > 0 {
			_, im.out.Problems = facts.Load(o.Base.Name, o.Base.Data)
			return im.out
		}
		im.base, im.known = root, spread(root)
	}
	im.root = value.Object()
	im.tables(im.each(files))
	if !im.failed {
		im.finish(files[0].Name)
	}
	return im.out
}

// each reads the files by their endings, and returns the tables among them.
func (im *importer) each(files []File) []grid {
	var grids []grid
	for _, f := range files {
		switch ending(f) {
		case csv.Extension, ".tsv", ".txt":
			grids = append(grids, im.csv(f)...)
		case xlsx.Extension, ".xlsm":
			grids = append(grids, im.xlsx(f)...)
		case ".json":
			im.json(f)
		case ".html", ".htm":
			im.library(f, webpage.Read(f.Data), library{own: cslLibrary.own})
		case ".jsonld":
			im.json(f)
		case ".bib", ".bibtex":
			im.references(f, bibtexLibrary)
		case ".ris":
			im.references(f, risLibrary)
		default:
			im.problem(f.Name, 1, 1, "E701", "", fmt.Sprintf("there is no reader for %q", path.Ext(f.Name)),
				"there are .csv, .tsv, .xlsx, .json (CSL-JSON, STIX 2.1, JSON-LD, facts files), .bib, .ris and .html (what a page says of itself)")
		}
	}
	return grids
}

type importer struct {
	o      Options
	base   *tree.Node // the facts file to merge into; may be nil
	known  tree.Node  // base with what was read so far
	root   tree.Node  // what was read
	out    Result
	failed bool
	// exported tells that what was read is as export writes it, partial that it is but
	// some tables of it.
	exported, partial bool
	places            map[string]origin // of what was read, by id
}

// An origin is the place in a file that a record was read from.
type origin struct {
	file      string
	cell      func(line, col int) string // names the cell; nil where there are none
	line, col int
	columns   map[string]int // of what a row says, by its key; nil: unknown
}

func (im *importer) problem(file string, line, col int, code, pointer, message, hint string) {
	p := facts.Problem{File: file, Line: line, Col: col, Code: code, Pointer: pointer, Message: message, Hint: hint}
	im.failed = im.failed || !p.Warning()
	im.out.Problems = append(im.out.Problems, p)
}

func (im *importer) note(format string, args ...any) {
	im.out.Notes = append(im.out.Notes, fmt.Sprintf(format, args...))
}

// add takes in a part of a facts file that was read.
func (im *importer) add(part *tree.Node) {
	for _, to := range []*tree.Node{&im.root, &im.known} {
		text := to.Canonical()
		old, _ := tree.Parse(text)
		merged, _ := merge.Into(text, old, part, nil)
		if n, ok := value.Parse(merged); ok {
			*to = n
		}
	}
}

// finish writes what was read, merged into the base where there is one, and holds
// the whole to the rules of the format.
func (im *importer) finish(first string) {
	name, data := "import", ""
	if im.base != nil {
		name = im.o.Base.Name
		im.tellStays()
		im.tellEmptied()
		// A cell that may hold a range or a bound says all of a value.
		whole := func(id string) bool { return im.places[id].columns["value"] > 0 }
		merged, changes := merge.Into(string(im.o.Base.Data), im.base, &im.root, whole)
		for _, c := range changes {
			im.out.Changes = append(im.out.Changes, c.String())
		}
		data = merged
	} else {
		if !im.complete(first) {
			return
		}
		data = im.root.Canonical() + "\n"
	}
	if file, problems := facts.Load(name, []byte(data)); file == nil {
		root, _ := tree.Parse(data)
		for _, p := range problems {
			im.out.Problems = append(im.out.Problems, im.traced(root, p))
		}
		return
	}
	im.out.Data = []byte(data)
}

// complete gives what was read the head that a facts file needs.
func (im *importer) complete(first string) bool {
	if im.root.Get(sheet.Head) != nil {
		return true
	}
	if len(im.root.Kids) == 0 && !im.failed {
		im.problem(first, 1, 1, "E705", "", "there is no claim, source or place in it, and nothing else that a facts file could hold",
			"see what of it is left out, or name another file")
		return false
	}
	asOf, said := latest(&im.root), "the latest date in it"
	if set := im.o.Mapping.Set["as_of"]; set != "" && !strings.Contains(set, "T") {
		asOf, said = set, "as was said"
	}
	if asOf == "" {
		im.problem(first, 1, 1, "E705", "", "nothing in it bears a date, and a briefing needs one", "merge it into a briefing with --into, or "+
			"say --set as_of=2024-10-23")
		return false
	}
	title := strings.TrimSuffix(path.Base(first), path.Ext(first))
	if first == stdin {
		title = "Import"
	}
	tag := cmp.Or(im.o.Language, im.o.Mapping.Locale) // Mexico writes numbers in another way than Spain
	if _, err := lang.For(tag); err != nil {
		tag = "en"
	}
	id := tabular.Slug(title)
	if id == "" {
		id = "briefing"
	}
	head := value.Object(value.Named("id", value.String(id)), value.Named("title", value.String(title)),
		value.Named("languages", value.Strings([]string{tag})), value.Named("as_of", value.String(asOf)))
	kids := []tree.Node{value.Named("format", value.Number("1")), value.Named(sheet.Head, head)}
	if im.root.Get("facts") == nil {
		value.Set(&im.root, "facts", value.List())
	}
	im.root = value.Object(append(kids, im.root.Kids...)...)
	im.note("the briefing is called %q, in %s, as of %s, %s: mend the head before you publish", title, tag, asOf, said)
	return true
}

// latest is the last day of the facts, else of the sources, by ISO 8601.
func latest(root *tree.Node) string {
	last := ""
	for _, part := range [][]string{{"facts", "as_of", "date"}, {"sources", "published", "accessed"}} {
		records := root.Get(part[0])
		if records == nil || last != "" {
			continue
		}
		for i := range records.Kids {
			for _, key := range part[1:] {
				day, _, _ := strings.Cut(value.Text(&records.Kids[i], key), "T") // an event may have a time of day
				last = max(last, day)
			}
		}
	}
	return last
}
