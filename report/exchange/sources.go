package exchange

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"sitrep/report/date"
	"sitrep/report/exchange/bibtex"
	"sitrep/report/exchange/csl"
	"sitrep/report/exchange/reference"
	"sitrep/report/exchange/ris"
	"sitrep/report/exchange/tabular"
	"sitrep/report/exchange/value"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
)

// A library is one way to write references, and to read them.
type library struct {
	write func([]reference.Reference) []byte
	read  func(src string) reference.Library
	own   [4]string // fields of a record that keep what is no date of publishing, no day of reading, no address and no copy's
}

var (
	cslLibrary    = library{csl.Write, readCSL, [4]string{"csl.issued", "csl.accessed", "csl.URL", "csl.archive_location"}}
	bibtexLibrary = library{bibtex.Write, bibtex.Read, [4]string{"bibtex.date", "bibtex.urldate", "bibtex.url", "bibtex.archiveurl"}}
	risLibrary    = library{ris.Write, ris.Read, [4]string{"ris.DA", "ris.Y2", "ris.UR", "ris.L2"}}
)

func readCSL(src string) reference.Library {
	root, _ := tree.Parse(src) // the caller holds it to be JSON
	return csl.Read(src, root)
}

func (l library) export(root *tree.Node, bare bool) ([]byte, error) {
	return l.write(reference.Of(root, bare)), nil
}

// written returns what comes back of a record that is written and read.
func (l library) written(r reference.Reference) reference.Reference {
	back := l.read(string(l.write([]reference.Reference{r}))).References
	if len(back) != 1 {
		return r
	}
	return back[0]
}

// references reads the records of a file as sources, or as the whole file that
// they carry.
func (im *importer) references(f File, l library) { im.library(f, l.read(string(f.Data)), l) }

// library takes in what was read of a file.
func (im *importer) library(f File, lib reference.Library, l library) {
	for _, fault := range lib.Faults {
		im.problem(f.Name, fault.Line, fault.Col, "E701", "", fault.Message, fault.Hint)
	}
	if len(lib.References) == 0 && len(lib.Faults) == 0 {
		im.problem(f.Name, 1, 1, "E701", "", "there is no reference in it", "")
	}
	if n := len(lib.References); n > mostRecords {
		im.tooMany(f.Name, fmt.Sprintf("there are %d references; %d are the most", n, mostRecords))
		return
	}
	var sources []tree.Node
	seen := map[string]bool{}
	for _, r := range lib.References {
		if r.Whole {
			continue
		}
		if r.Carried == "" {
			im.unfit(f.Name, &r, l)
		}
		n, ok := r.Source(l.written)
		if !ok {
			im.problem(f.Name, r.Line, r.Col, "E701", "", "what this record carries is damaged", "take the field out; what it carried is then lost")
			continue
		}
		n.Key = im.sourceID(r, seen)
		if r.Carried == "" {
			im.foreign(f.Name, r, &n)
		}
		im.places[n.Key] = origin{file: f.Name, line: r.Line, col: r.Col}
		sources = append(sources, n)
	}
	if len(lib.Lost) > 0 {
		im.problem(f.Name, 1, 1, "W704", "", "fields that name files of somebody’s machine are left out: "+strings.Join(lib.Lost, ", "), "")
	}
	for _, t := range lib.Told {
		im.problem(f.Name, t.Line, t.Col, "W704", "", t.Message, "")
	}
	if root := reference.Assemble(lib.References, sources); root != nil {
		im.exported = true
		im.add(root)
		return
	}
	part := value.Object(value.Named("sources", value.Object(sources...)))
	im.note("%s: %d sources", f.Name, len(sources))
	im.add(&part)
}

// unfit keeps in the record of another program what a source cannot have as a date or an address ("forthcoming", a shelf
// mark), and tells it: one such record is no reason to refuse a library.
func (im *importer) unfit(file string, r *reference.Reference, l library) {
	for i, text := range []*string{&r.Published, &r.Accessed, &r.URL, &r.Archived} {
		what, fits := "date", facts.Address(*text)
		if i < 2 {
			_, err := date.Parse(*text)
			fits = err == nil
		} else {
			what = "web address"
		}
		if *text == "" || fits {
			continue
		}
		im.problem(file, r.Line, r.Col, "W704", "", fmt.Sprintf("the record %q: “%s” is no %s of a source: it is kept in the record alone",
			cmp.Or(r.ID, r.Title), *text, what), "")
		r.Add(l.own[i], *text)
		*text = ""
	}
	r.Resolved(r.Field("DOI"))
}

// sourceID is the record's key as an id of the format, distinct in its file.
func (im *importer) sourceID(r reference.Reference, seen map[string]bool) string {
	id := r.ID
	if r.Carried == "" {
		id = tabular.Slug(r.ID)
	}
	if id == "" {
		id = tabular.Slug(r.Title)
	}
	if id == "" {
		id = "source"
	}
	wish := id
	for i := 2; seen[id]; i++ {
		id = fmt.Sprintf("%s-%d", wish, i)
	}
	seen[id] = true
	return id
}

// foreign gives a record of another program what a source needs, and tells it.
func (im *importer) foreign(file string, r reference.Reference, n *tree.Node) {
	if r.ID == "" {
		r.ID = r.Title
	}
	if r.Title == "" {
		im.problem(file, r.Line, r.Col, "E705", "", fmt.Sprintf("the record %q has no title", r.ID), "")
	}
	if r.Publisher == "" {
		publisher := strings.Join(r.Authors, "; ")
		if editors := r.Field("editor"); publisher == "" && editors != "" {
			publisher = strings.Join(reference.People(editors), "; ")
		}
		if u, err := url.Parse(r.URL); publisher == "" && err == nil {
			publisher = strings.TrimPrefix(u.Hostname(), "www.")
		}
		if publisher == "" {
			im.problem(file, r.Line, r.Col, "E705", "", fmt.Sprintf("the record %q has no publisher, author, editor or address", r.ID), "")
			return
		}
		value.Set(n, "publisher", value.String(publisher))
		im.problem(file, r.Line, r.Col, "W703", "", fmt.Sprintf("the record %q has no publisher: it is taken to be %q", r.ID, publisher), "")
	}
	order := []string{"title", "publisher", "authors", "container", "url", "published", "accessed", "archived", "language", "record",
		"marking"}
	slices.SortStableFunc(n.Kids, func(a, b tree.Node) int { return slices.Index(order, a.Key) - slices.Index(order, b.Key) })
}
