package integrity

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/report/facts"
	"sitrep/report/font"
)

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
			add(s.Locator, f.Facts[i].ID, f.FactKey(i, "sources")+"/"+strconv.Itoa(k)+"/locator")
		}
	}
	return out
}

// unprintable warns of characters that no font of a report has, once a string: the PDF shows their numbers.
func (c *checker) unprintable() {
	fonts, err := font.Load()
	if err != nil { // the embedded fonts are damaged: every report says so
		return
	}
	for p := range Printed(c.f) {
		missing, at := "", -1
		for i, r := range p.S {
			if r > 0x2ff && !fonts.Covers(r) && !inAddress(p.S[:i]) && !strings.ContainsRune(missing, r) {
				if missing += string(r); at < 0 {
					at = i
				}
			}
		}
		if at < 0 {
			continue
		}
		line, col := c.f.LocateIn(p.Pointer, at)
		first, size := utf8.DecodeRuneInString(p.S[at:])
		message := fmt.Sprintf("no font has %s (%U, in %q)", missing, first, around(p.S, at, at+size))
		c.add(line, col, "W601", p.Pointer, []string{p.Owner}, message, "the PDF shows its number in a box: give a font that has it with --fonts, or write it otherwise")
	}
}

// around is the word that stands from one byte to another of s.
func around(s string, from, to int) string {
	from = strings.LastIndexAny(s[:from], " \t\n") + 1
	if n := strings.IndexAny(s[to:], " \t\n"); n >= 0 {
		return s[from : to+n]
	}
	return s[from:]
}
