package evidence

import "sitrep/report/facts"

// A Dependence says which judgements a source or origin carries: the reverse
// index of a briefing. Judgements are by position, ascending.
type Dependence struct {
	ID    string // of the source or origin
	Falls []int  // judgements that fall without it: nothing that speaks for them is left
	Loses []int  // judgements that rest on fewer independent lines without it
}

// Carries returns what each origin, and then each source, carries alone, in file
// order; those without which every judgement stands as it did are left out.
func Carries(f *facts.File, lines *Lines) (origins, sources []Dependence) {
	x := &index{f: f, origins: map[string]bool{}, sources: map[string]bool{}, seen: map[string]bool{}}
	for i := range f.Judgements {
		e := Weigh(f, f.Judgements[i].Because)
		x.evidence = append(x.evidence, e)
		for _, id := range e.For {
			x.fact(id)
		}
	}
	for i := range f.Origins {
		if id := f.Origins[i].ID; x.origins[id] {
			origins = x.add(origins, id, lines)
		}
	}
	for i := range f.Sources {
		if id := f.Sources[i].ID; x.sources[id] {
			sources = x.add(sources, id, lines)
		}
	}
	return origins, sources
}

// An index knows what judgements draw on, to the last origin.
type index struct {
	f                      *facts.File
	evidence               []Sides // by judgement
	origins, sources, seen map[string]bool
}

func (x *index) fact(id string) {
	if x.seen[id] {
		return
	}
	x.seen[id] = true
	f := x.f.Fact(id)
	x.origin(f.Origin)
	for _, s := range f.Sources {
		x.sources[s.Source] = true
	}
	for _, from := range f.DerivedFrom {
		x.fact(from)
	}
}

func (x *index) origin(id string) {
	if x.origins[id] {
		return
	}
	x.origins[id] = true
	for _, from := range x.f.Origin(id).DerivedFrom {
		x.origin(from)
	}
}

// add appends what the source or origin of the id carries, if it carries anything.
func (x *index) add(list []Dependence, id string, lines *Lines) []Dependence {
	w, d := newWithdrawal(x.f, id), Dependence{ID: id}
	for i, e := range x.evidence {
		switch l := w.judgement(i, e, lines); {
		case l.Lost == 0:
		case l.Falls():
			d.Falls = append(d.Falls, i)
		case l.After < l.Before:
			d.Loses = append(d.Loses, i)
		}
	}
	if len(d.Falls)+len(d.Loses) == 0 {
		return list
	}
	return append(list, d)
}
