// Package bibtex writes and reads references as BibTeX, with the fields of biblatex.
//
// Why not a library: github.com/nickng/bibtex ends at the first fault and does not
// say where a field stands; a bibliography of a person has several. What BibTeX
// has no field for stands in "x-sitrep", as JSON in base64.
package bibtex

import (
	"encoding/base64"
	"strings"

	"sitrep/report/exchange/reference"
)

// The fields that carry what BibTeX has no place for.
const (
	source   = "x-sitrep-source"
	rest     = "x-sitrep-file"
	marking  = "x-marking"
	language = "x-language" // the tag by BCP 47, where the name of the language says less
)

// The fields of a record that are written elsewhere than under their names.
const (
	editor = "editor"        // names, as CSL has them
	others = "bibtex.others" // "and others" after the authors
)

// Write writes an entry for each record.
func Write(records []reference.Reference) []byte {
	var b strings.Builder
	for _, r := range records {
		kind := r.Kind(reference.BibTeX)
		b.WriteString("@" + kind + "{" + r.ID + ",\n")
		field(&b, "title", "{"+escape(r.Title)+"}")
		var authors []string
		for _, a := range r.Authors {
			authors = append(authors, nameOf(&r, a))
		}
		if r.Field(others) != "" {
			authors = append(authors, "others")
		}
		field(&b, "author", strings.Join(authors, " and "))
		publisher, in := "publisher", "journaltitle"
		switch {
		case r.Container == "" && kind == "article":
			publisher = in
		case kind != "article" && !r.Periodic():
			in = "booktitle"
		}
		field(&b, publisher, escape(r.Publisher))
		field(&b, in, escape(r.Container))
		if plainDate(r.Published) {
			field(&b, "year", r.Published[:4])
		}
		field(&b, "date", r.Published)
		field(&b, "url", address(r.URL))
		field(&b, "urldate", r.Accessed)
		field(&b, "archiveurl", address(r.Archived))
		name := reference.TeX(r.Language)
		field(&b, "langid", name)
		if tag, _ := reference.Language(name); tag != r.Language {
			field(&b, language, r.Language)
		}
		field(&b, marking, r.Marking)
		record(&b, &r)
		if r.Carried != "" {
			field(&b, map[bool]string{true: rest, false: source}[r.Whole], base64.StdEncoding.EncodeToString([]byte(r.Carried)))
		}
		b.WriteString("}\n\n")
	}
	return []byte(strings.TrimSuffix(b.String(), "\n"))
}

// record writes the fields that BibTeX has a name for.
func record(b *strings.Builder, r *reference.Reference) {
	for _, f := range r.Record {
		name, own := strings.CutPrefix(f.Name, "bibtex.")
		if !own {
			name = ""
			for _, v := range variables {
				if v[1] == f.Name && name == "" {
					name = v[0]
				}
			}
		}
		switch {
		case name == "" || reference.IsKind(f.Name) || f.Name == others:
		case name == editor:
			var names []string
			for _, p := range reference.People(f.Value) {
				names = append(names, nameOf(r, p))
			}
			field(b, name, strings.Join(names, " and "))
		default:
			field(b, name, escape(f.Value))
		}
	}
}

// nameOf writes the name of a person by its parts, and that of others as a whole.
func nameOf(r *reference.Reference, who string) string {
	if family, given := r.Parts(who); given != "" && !strings.Contains(who, " and ") {
		return escape(family) + ", " + escape(given)
	}
	return "{" + escape(who) + "}"
}

// variables are the fields of biblatex and the variables of CSL that say the same.
var variables = [][2]string{{"pages", "page"}, {"volume", "volume"}, {"number", "issue"}, {"number", "number"},
	{"volumes", "number-of-volumes"}, {editor, editor}, {"issn", "ISSN"}, {"isbn", "ISBN"},
	{"doi", "DOI"}, {"abstract", "abstract"},
	{"keywords", "keyword"}, {"note", "note"}, {"annotation", "annote"}, {"edition", "edition"}, {"location", "publisher-place"},
	{"address", "publisher-place"}, {"series", "collection-title"},
	{"chapter", "chapter-number"}, {"version", "version"}, {"eventtitle", "event-title"}, {"pagetotal", "number-of-pages"}, {"type", "genre"}}

func field(b *strings.Builder, name, text string) {
	if strings.Trim(text, "{}") != "" {
		b.WriteString("  " + name + " = {" + strings.Join(strings.Fields(text), " ") + "},\n")
	}
}

func plainDate(iso string) bool { return len(iso) >= 4 && strings.Trim(iso, "0123456789-") == "" }

// escape writes text so that TeX sets it as it is.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`,
		`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`).Replace(s)
}

// address writes a URL, which biblatex reads verbatim; braces would unbalance it.
func address(s string) string { return strings.NewReplacer("{", "%7B", "}", "%7D").Replace(s) }
