package release

import (
	"strings"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/integrity"
)

// unusedCodes are the warnings about what is defined and nothing refers to.
var unusedCodes = map[string]string{"W504": "source", "W505": "measure", "W506": "place", "W507": "actor", "W508": "origin"}

// unused removes what nothing that is left refers to, and sections that are empty.
func (r *redactor) unused(g *facts.File) {
	for _, w := range judged(r.draft) {
		if what := unusedCodes[w.Code]; what != "" {
			r.remove(w.Pointer, Item{What: what, ID: w.Pointer[strings.LastIndexByte(w.Pointer, '/')+1:], Why: "nothing that is left refers to it"})
		}
	}
	r.silent(g)
	r.allowances(g)
	facts.EachSection(g.Sections, func(s *facts.Section) {
		if len(s.Body) == 0 && len(s.Sections) == 0 {
			r.remove(s.Pointer, Item{What: "section", ID: s.ID, Why: "it is empty"})
		}
	})
}

// silent removes the origins that had facts and have none any more, also where
// another origin derives from them: only what is removed told that they say anything.
func (r *redactor) silent(g *facts.File) {
	heard := func(f *facts.File) set {
		s := set{}
		for i := range f.Facts {
			s[f.Facts[i].Origin] = true
		}
		return s
	}
	before, now := heard(r.f), heard(g)
	for i := range g.Origins {
		if id := g.Origins[i].ID; before[id] && !now[id] {
			r.remove("/origins/"+id, Item{What: "origin", ID: id, Why: "all that it says is removed"})
		}
	}
}

// allowances removes those that silence nothing any more: they are printed with the
// number of findings that they silence, and would tell of what is gone.
func (r *redactor) allowances(g *facts.File) {
	if len(g.Allow) == 0 {
		return
	}
	for i, n := range integrity.Judge(g, date.Date{}).Silenced {
		if pointer := at("/allow", i); n == 0 {
			r.remove(pointer, r.describe(pointer, "it silences nothing that is left"))
		}
	}
}

// judged returns the warnings about a draft that loads, whatever the briefing allows.
func judged(d *facts.Draft) []facts.Problem {
	all := *d
	all.Cut("/allow")
	f, _ := all.Load()
	return integrity.Check(f, date.Date{})
}
