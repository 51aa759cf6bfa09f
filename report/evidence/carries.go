package evidence

import "sitrep/report/facts"

// A Dependence says which judgements a source or origin carries: the reverse
// index of a briefing. Judgements are by position, ascending; those of which the outcome is known fall no more.
type Dependence struct {
	ID    string // of the source or origin
	Falls []int  // judgements that fall without it: nothing that speaks for them is left
	Loses []int  // judgements that rest on fewer independent lines without it
}

// Carries returns what each origin, and then each source, carries alone, in file
// order; those without which every judgement stands as it did are left out.
func Carries(f *facts.File, lines *Lines) (origins, sources []Dependence) {
	d := relied(f, lines)
	for i := range f.Origins {
		origins = d.carries(origins, f.Origins[i].ID)
	}
	for i := range f.Sources {
		sources = d.carries(sources, f.Sources[i].ID)
	}
	return origins, sources
}

// carries appends what the source or origin of the id carries, if it carries anything.
func (d *Reliance) carries(list []Dependence, id string) []Dependence {
	w, out := d.withdraw(id), Dependence{ID: id}
	for _, i := range w.hit(w.judged) {
		switch l := w.judgement(i); {
		case l.Lost == 0 || d.f.Judgements[i].Past():
		case l.Falls():
			out.Falls = append(out.Falls, i)
		case l.After < l.Before:
			out.Loses = append(out.Loses, i)
		}
	}
	if len(out.Falls)+len(out.Loses) == 0 {
		return list
	}
	return append(list, out)
}
