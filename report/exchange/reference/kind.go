package reference

import (
	"slices"
	"strings"
)

// A Form is a way to write references.
type Form int

// The forms, in the order of the table of kinds.
const (
	CSL Form = iota
	BibTeX
	RIS
)

// own are the fields of the record that hold what kind of document it is, by form, where the rest of it does not tell.
var own = [...]string{"type", "bibtex.type", "ris.TY"}

// kinds are the kinds of documents by the types of CSL 1.0.2, of biblatex and of RIS: what is written of each, and after a
// bar what is read as the same. The first line that has a word says what it is.
var kinds = table(`article-journal;article;JOUR|EJOUR|INPR|ABST article-magazine;article;MGZN article-newspaper;article;NEWS
book;book|mvbook|booklet|collection|mvcollection|proceedings|mvproceedings;BOOK|EBOOK|EDBOOK
chapter;incollection|inbook|bookinbook;CHAP|ECHAP
paper-conference;inproceedings|conference;CPAPER|CONF report;report|techreport|manual;RPRT|GOVDOC thesis;thesis|phdthesis|mastersthesis;THES
webpage;online|electronic|www;ELEC post-weblog;online;BLOG post;online;ELEC document;misc;GEN manuscript;unpublished;UNPB|MANSCPT
dataset;dataset;DATA|AGGR software;software;COMP legislation;legislation|legal;STAT|LEGAL bill;legislation;BILL legal_case;jurisdiction;CASE
hearing;misc;HEAR patent;patent;PAT map;misc;MAP motion_picture;movie;MPCT broadcast;video;VIDEO speech;misc;SLIDE graphic;image|artwork;ART
personal_communication;letter;PCOMM entry-encyclopedia;inreference;ENCYC entry-dictionary;inreference;DICT standard;standard;STAND
periodical;periodical;JFULL|SER song;music|audio;SOUND|MUSIC article;article;JOUR`)

// in finds the word of another form for a word of one; empty where neither table nor form has one.
func in(word string, of, to Form) string {
	for i := range kinds {
		if slices.Contains(kinds[i][of], word) {
			return kinds[i][to][0]
		}
	}
	return ""
}

// table reads the lines of kinds: the words of each, by form.
func table(lines string) (out [][3][]string) {
	for line := range strings.FieldsSeq(lines) {
		var words [3][]string
		for form, list := range strings.Split(line, ";") {
			words[form] = strings.Split(list, "|")
		}
		out = append(out, words)
	}
	return out
}

// Kind is what kind of document the record is, in the words of a form: what it says itself, else what it holds tells.
func (r *Reference) Kind(to Form) string {
	if word := r.Field(own[to]); word != "" {
		return word
	}
	for of, field := range own {
		if word := in(r.Field(field), Form(of), to); word != "" {
			return word
		}
	}
	kind := "document"
	switch {
	case r.Whole:
		kind = "report"
	case r.Container != "":
		kind = "article"
	case r.URL != "":
		kind = "webpage"
	}
	return in(kind, CSL, to)
}

// SetKind keeps what kind of document a record of a form is, where [Reference.Kind] would not say the same: by the type of
// CSL, or where that would be written otherwise, by the form's own word.
func (r *Reference) SetKind(of Form, word string) {
	if word == "" || r.Kind(of) == word {
		return
	}
	if kind := in(word, of, CSL); kind != "" && in(kind, CSL, of) == word {
		of, word = CSL, kind
	}
	r.Add(own[of], word)
}

// Periodic reports whether documents of the record's kind stand in something that appears again and again, or on a site:
// forms then have a field for that, and none for a publisher.
func (r *Reference) Periodic() bool {
	kind := r.Kind(CSL)
	return strings.HasPrefix(kind, "article") || kind == "webpage" || strings.HasPrefix(kind, "post")
}

// IsKind reports whether a field of the record holds what kind of document it is.
func IsKind(field string) bool { return slices.Contains(own[:], field) }
