package integrity

import (
	"iter"
	"strconv"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/lang"
)

// A ShapedWord is a word that a PDF would set wrongly (see lang.ShapedScript),
// and where it stands in the facts file.
type ShapedWord struct {
	Word, Script string
	Owner        string // id of what the string belongs to
	Pointer      string // JSON pointer of the string
	Line, Col    int    // of the word
}

// ShapedWords gives every such word of the strings that a report prints, string
// by string. A quotation in its own language is not among them: it stands behind
// its value on the web page alone.
func ShapedWords(f *facts.File) iter.Seq[ShapedWord] {
	return func(yield func(ShapedWord) bool) {
		for p := range Printed(f) {
			for at, word := range lang.ShapedWords(p.S) {
				if inAddress(p.S[:at]) {
					continue
				}
				line, col := f.LocateIn(p.Pointer, at)
				if !yield(ShapedWord{word, lang.ShapedScriptOf(word), p.Owner, p.Pointer, line, col}) {
					return
				}
			}
		}
	}
}

// inAddress reports whether what follows s goes on with a web address.
func inAddress(s string) bool {
	return strings.Contains(s[strings.LastIndexAny(s, " \t\n")+1:], "://")
}

// Printed gives the strings that reports print: texts, and names that are the same
// in every language.
func Printed(f *facts.File) iter.Seq[facts.Passage] {
	return func(yield func(facts.Passage) bool) {
		for p := range f.Texts() {
			if !yield(p) {
				return
			}
		}
		for _, p := range names(f) {
			if !yield(p) {
				return
			}
		}
	}
}

// names are the strings that are no texts, but are printed.
func names(f *facts.File) []facts.Passage {
	var out []facts.Passage
	add := func(s, owner, pointer string) {
		if s != "" {
			out = append(out, facts.Passage{S: s, Owner: owner, Pointer: pointer})
		}
	}
	b := &f.Briefing
	add(b.Publisher, b.ID, "/briefing/publisher")
	add(b.Edition, b.ID, "/briefing/edition")
	for i, a := range b.Authors {
		add(a, b.ID, "/briefing/authors/"+strconv.Itoa(i))
	}
	for i := range f.Actors {
		add(f.Actors[i].Native, f.Actors[i].ID, "/actors/"+f.Actors[i].ID+"/native")
	}
	for i := range f.Sources {
		s := &f.Sources[i]
		add(s.Title, s.ID, "/sources/"+s.ID+"/title")
		add(s.Publisher, s.ID, "/sources/"+s.ID+"/publisher")
	}
	for i := range f.Facts {
		for k, s := range f.Facts[i].Sources {
			add(s.Locator, f.Facts[i].ID, "/facts/"+strconv.Itoa(i)+"/sources/"+strconv.Itoa(k)+"/locator")
		}
	}
	return out
}

// scripts warns of what no PDF will be built of, once a string.
func (c *checker) scripts() {
	last := ""
	for w := range ShapedWords(c.f) {
		if w.Pointer != last {
			c.add(w.Line, w.Col, "W601", w.Pointer, []string{w.Owner}, "a PDF cannot be built: it cannot set "+w.Script+" ("+w.Word+")", ScriptHint)
		}
		last = w.Pointer
	}
}

// ScriptHint says what to do where a script cannot be set.
const ScriptHint = "build --format html,md, which set it; or write the words in Latin letters"
