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
	r.axes(g)
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

// axes removes the values of dimensions and the hypotheses that facts and judgements
// named before and none names now, and dimensions that have no value left.
func (r *redactor) axes(g *facts.File) {
	before, now := axesOf(r.f), axesOf(g)
	for i := range g.Dimensions {
		d, left := &g.Dimensions[i], 0
		pointer := "/dimensions/" + d.ID
		for k := range d.Values {
			id := d.Values[k].ID
			if key := d.ID + " " + id; before[key] && !now[key] {
				r.strike(pointer + "/values/" + id)
			} else {
				left++
			}
		}
		if left == 0 {
			r.remove(pointer, Item{What: "dimension", ID: d.ID, Why: "nothing that is left refers to it"})
		}
	}
	for i := range g.Hypotheses {
		if id := g.Hypotheses[i].ID; before[id] && !now[id] {
			r.remove("/hypotheses/"+id, Item{What: "hypothesis", ID: id, Why: "nothing that is left refers to it"})
		}
	}
}

// axesOf collects what facts and judgements name: values of dimensions, as "crop wheat",
// and hypotheses.
func axesOf(f *facts.File) set {
	s := set{}
	for i := range f.Facts {
		for _, c := range f.Facts[i].By {
			s[c.Dimension+" "+c.Value] = true
		}
		for _, w := range f.Facts[i].Weighs {
			s[w.Hypothesis] = true
		}
	}
	for i := range f.Judgements {
		s[f.Judgements[i].Hypothesis] = true
	}
	return s
}

// allowances removes those that silence nothing any more: they are printed with the
// number of findings that they silence, and would tell of what is gone.
func (r *redactor) allowances(g *facts.File) {
	if len(g.Allow) == 0 {
		return
	}
	for i, n := range integrity.Judge(g, date.Date{}, nil).Silenced {
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
