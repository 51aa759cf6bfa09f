package facts

import (
	"iter"
	"strconv"
)

// Printed gives the strings that reports print: texts, and names and quotes that are the same
// in every language.
func (f *File) Printed() iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		for p := range f.Texts() {
			if !yield(p) {
				return
			}
		}
		for _, p := range f.printedNames() {
			if !yield(p) {
				return
			}
		}
	}
}

// printedNames are the strings that are no texts, but are printed.
func (f *File) printedNames() []Passage {
	var out []Passage
	add := func(s, owner, pointer string) {
		if s != "" {
			out = append(out, Passage{S: s, Owner: owner, Pointer: pointer})
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
		for k, a := range s.Authors {
			add(a, s.ID, "/sources/"+s.ID+"/authors/"+strconv.Itoa(k))
		}
		add(s.Container, s.ID, "/sources/"+s.ID+"/container")
	}
	for i := range f.Facts {
		for k, s := range f.Facts[i].Sources {
			at := f.FactKey(i, "sources") + "/" + strconv.Itoa(k)
			add(s.Locator, f.Facts[i].ID, at+"/locator")
			if s.Quote != "" {
				out = append(out, Passage{S: s.Quote, Owner: f.Facts[i].ID, Key: "quote", Pointer: at + "/quote"})
			}
		}
	}
	return out
}
