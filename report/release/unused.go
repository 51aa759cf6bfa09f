package release

import (
	"strings"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/integrity"
)

// unusedCodes are the warnings about what is defined and nothing refers to.
var unusedCodes = map[string]string{"W504": "source", "W505": "measure", "W506": "place", "W507": "actor", "W508": "origin"}

// unused cuts what nothing that is left refers to, and sections that are empty.
func (m *maker) unused(g *facts.File) {
	m.warnings = judged(m.draft)
	for _, w := range m.warnings {
		if what := unusedCodes[w.Code]; what != "" {
			m.leave(w.Pointer, Omission{What: what, ID: w.Pointer[strings.LastIndexByte(w.Pointer, '/')+1:], Why: "nothing that is left refers to it"})
		}
	}
	m.allowances(g)
	each(g.Sections, func(s *facts.Section) {
		if len(s.Body) == 0 && len(s.Sections) == 0 {
			m.leave(s.Pointer, Omission{What: "section", ID: s.ID, Why: "it is empty"})
		}
	})
}

// allowances cuts those that silence nothing any more: they are printed with the
// number of findings that they silence, and would tell of what is gone.
func (m *maker) allowances(g *facts.File) {
	if len(g.Allow) == 0 {
		return
	}
	for i, n := range integrity.Judge(g, date.Date{}).Silenced {
		if pointer := at("/allow", i); n == 0 {
			m.leave(pointer, m.describe(pointer, "it silences nothing that is left"))
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
