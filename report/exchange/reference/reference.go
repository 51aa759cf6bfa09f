// Package reference is a bibliographic record: what reference managers and sources of a facts file both know.
//
// A format writes a [Library]: one record a source, each with the source as the
// facts file has it ([Reference.Carried]), and one for the briefing that carries
// the rest of the file. Reading it back, what the record says stands over what it
// carries, so that a title mended in a reference manager arrives and everything
// that the manager has no field for comes back as it was.
package reference

import (
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
	"sitrep/report/pattern"
)

// A Reference is one record. Dates are by ISO 8601, as precise as they are known.
type Reference struct {
	ID        string   // a key of the file that it stands in
	Title     string   // in its own language
	Publisher string   // may be empty
	Authors   []string // "Vega, Ana de la", or a name that has no parts
	Container string   // what it stands in
	Record    []Field  // what else the format has a place for
	URL       string   // of the document; may be empty
	Archived  string   // address of a copy
	Published string   // when the document was published; may be empty
	Accessed  string   // when it was read; may be empty
	Language  string   // BCP 47
	Marking   string   // TLP
	Carried   string   // JSON of the source, as one line; empty where another program made the record
	Whole     bool     // the record is the briefing, and Carried the file without its sources
	Line, Col int      // where it begins, from 1; 0 where it was made
}

// A Field is a further field: a variable of CSL 1.0.2, or one that only the format has,
// "bibtex.eprint".
type Field struct {
	Name, Value string // the variable, and what it says
}

// Add adds a field; an empty one is none, and values of one name are joined.
func (r *Reference) Add(name, text string) {
	text = strings.Join(strings.Fields(text), " ")
	if name == "DOI" {
		text = DOI(text)
	}
	if text == "" {
		return
	}
	if i := slices.IndexFunc(r.Record, func(f Field) bool { return f.Name == name }); i >= 0 {
		if r.Record[i].Value != text {
			r.Record[i].Value += "; " + text
		}
		return
	}
	r.Record = append(r.Record, Field{name, text})
}

// DOI returns a digital object identifier (ISO 26324) without what stands before it in the files of people: "doi:", an address.
func DOI(s string) string { return prefix().ReplaceAllString(strings.TrimSpace(s), "") }

var prefix = pattern.Of(`(?i)^(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:?\s*)+`)

// Resolved gives a record without an address that of its DOI, with the signs that addresses cannot have as the DOI
// Handbook, 2.5.2, has them written.
func (r *Reference) Resolved(doi string) {
	if doi = DOI(doi); doi != "" && r.URL == "" {
		r.URL = "https://doi.org/" + strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", " ", "%20", "#", "%23").Replace(doi)
	}
}

// Field returns the value of a field of the record; empty where there is none.
func (r *Reference) Field(name string) string {
	for _, f := range r.Record {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// A Library is the records of a file.
type Library struct {
	References []Reference // in the order of the file
	Faults     []Fault     // in the order of the file
	Lost       []string    // names of fields that sources have no place for, in the order met
	Told       []Fault     // what else is not kept, each message once; no faults
}

// A Fault is a place that cannot be read.
type Fault struct {
	Line, Col     int    // from 1; columns in code points
	Message, Hint string // what is wrong, and how to mend it
}

// Lose notes a field that is not kept.
func (l *Library) Lose(field string) {
	if !slices.Contains(l.Lost, field) {
		l.Lost = append(l.Lost, field)
	}
}

// Of returns the sources of a facts file as records, after the briefing itself.
// Bare, there is no briefing, and the records carry nothing.
func Of(root *tree.Node, bare bool) []Reference {
	var out []Reference
	rest := value.Object(root.Kids...)
	if sources := root.Get("sources"); sources != nil {
		var ids []string
		for i := range sources.Kids {
			n := &sources.Kids[i]
			r := fields(n)
			r.ID = n.Key
			if !bare {
				r.Carried = n.Compact()
			}
			ids = append(ids, n.Key)
			out = append(out, r)
		}
		value.Set(&rest, "sources", value.Strings(ids))
	}
	if bare {
		return out
	}
	return append([]Reference{briefing(root, &rest)}, out...)
}

// fields reads the keys of a source.
func fields(n *tree.Node) Reference {
	r := Reference{Authors: value.Texts(n, "authors"), Container: value.Text(n, "container")}
	if record := n.Get("record"); record != nil {
		for i := range record.Kids {
			r.Add(value.Text(&record.Kids[i], "name"), value.Text(&record.Kids[i], "value"))
		}
	}
	return r.with(Reference{Title: value.Text(n, "title"), Publisher: value.Text(n, "publisher"), URL: value.Text(n, "url"),
		Archived:  value.Text(n, "archived"),
		Published: value.Text(n, "published"), Accessed: value.Text(n, "accessed"), Language: value.Text(n, "language"),
		Marking: value.Text(n, "marking")})
}

// with returns o with the authors, the container and the record of r.
func (r Reference) with(o Reference) Reference {
	o.Authors, o.Container, o.Record = r.Authors, r.Container, r.Record
	return o
}

// briefing is the record of the whole.
func briefing(root, rest *tree.Node) Reference {
	head := root.Get("briefing")
	languages := value.Texts(head, "languages")
	r := Reference{ID: value.Text(head, "id"), Title: Default(head.Get("title"), languages), Publisher: value.Text(head, "publisher"),
		Authors: value.Texts(head, "authors"), Published: value.Text(head, "as_of"), Marking: value.Text(head, "marking"), Whole: true,
		Carried: rest.Compact()}
	if len(languages) > 0 {
		r.Language = languages[0]
	}
	return r
}

// Default is a text in the first of the languages, as one string.
func Default(n *tree.Node, languages []string) string {
	if n != nil && n.Kind == tree.Object && len(languages) > 0 {
		n = n.Get(languages[0])
	}
	if n == nil {
		return ""
	}
	parts := []string{n.Text}
	for i := range n.Kids {
		parts = append(parts, n.Kids[i].Text)
	}
	return strings.TrimSpace(strings.Join(parts, "\n\n"))
}

// Source returns the record as a source: what it carries, with what the record
// says otherwise than written would come back. False where what it carries is damaged.
func (r *Reference) Source(written func(Reference) Reference) (tree.Node, bool) {
	n, ok := value.Object(), true
	if r.Carried != "" {
		n, ok = value.Parse(r.Carried)
		ok = ok && n.Kind == tree.Object
	}
	was := fields(&n)
	if r.Carried != "" && ok {
		was = written(was)
	}
	for _, f := range []struct{ key, now, was string }{
		{"title", r.Title, was.Title}, {"publisher", r.Publisher, was.Publisher}, {"container", r.Container, was.Container}, {"url",
			r.URL, was.URL}, {"published", r.Published, was.Published},
		{"accessed", r.Accessed, was.Accessed}, {"archived", r.Archived, was.Archived}, {"language", r.Language, was.Language},
		{"marking", r.Marking, was.Marking},
	} {
		switch {
		case f.now == f.was:
		case f.now == "":
			value.Delete(&n, f.key)
		default:
			value.Set(&n, f.key, value.String(f.now))
		}
	}
	switch {
	case slices.Equal(r.Authors, was.Authors):
	case len(r.Authors) == 0:
		value.Delete(&n, "authors")
	default:
		value.Set(&n, "authors", value.Strings(r.Authors))
	}
	r.merge(&n, was.Record)
	return n, ok
}

// merge brings into a source the fields of the record that are not as they were; those
// that the format has no place for stay.
func (r *Reference) merge(n *tree.Node, was []Field) {
	if slices.Equal(r.Record, was) {
		return
	}
	source := fields(n)
	source.Record = slices.DeleteFunc(source.Record, func(f Field) bool {
		return slices.ContainsFunc(was, func(w Field) bool { return w.Name == f.Name }) && r.Field(f.Name) == ""
	})
	for _, f := range r.Record {
		if slices.Contains(was, f) {
			continue
		}
		if i := slices.IndexFunc(source.Record, func(o Field) bool { return o.Name == f.Name }); i >= 0 {
			source.Record[i] = f
		} else {
			source.Record = append(source.Record, f)
		}
	}
	list := value.List()
	for _, f := range source.Record {
		list.Kids = append(list.Kids, value.Object(value.Named("name", value.String(f.Name)), value.Named("value", value.String(f.Value))))
	}
	if len(list.Kids) == 0 {
		value.Delete(n, "record")
		return
	}
	value.Set(n, "record", list)
}

// Assemble puts the file together again from its records: the rest that the
// briefing carries, and the sources in their order. Those that the briefing does
// not name follow, those that are gone stay away. Nil where no record is a briefing.
func Assemble(records []Reference, sources []tree.Node) *tree.Node {
	i := slices.IndexFunc(records, func(r Reference) bool { return r.Whole })
	if i < 0 {
		return nil
	}
	root, ok := value.Parse(records[i].Carried)
	if !ok || root.Kind != tree.Object {
		return nil
	}
	order := value.Texts(&root, "sources")
	place := func(n tree.Node) int {
		if i := slices.Index(order, n.Key); i >= 0 {
			return i
		}
		return len(order)
	}
	sources = slices.Clone(sources)
	slices.SortStableFunc(sources, func(a, b tree.Node) int { return place(a) - place(b) })
	if root.Get("sources") != nil || len(sources) > 0 {
		value.Set(&root, "sources", value.Object(sources...))
	}
	return &root
}
