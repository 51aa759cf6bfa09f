package reasoning

import (
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/lang"
)

// Told words what an impact breaks in f, in the order of the file, and which hypotheses it moves.
func Told(f *facts.File, impact evidence.Impact, l *lang.Language) []evidence.Told {
	return impact.Told(f, l, moved(f, impact.Fallen(), l)...)
}

// moved says which hypotheses come to be, or are no longer, those that the claims contradict least when some claims fall.
func moved(f *facts.File, fallen []string, l *lang.Language) []evidence.Told {
	if len(f.Hypotheses) < 2 || !slices.ContainsFunc(fallen, func(id string) bool { return len(f.Fact(id).Weighs) > 0 }) {
		return nil
	}
	m := matrix(f)
	kept := slices.DeleteFunc(slices.Clone(m.Rows), func(r Row) bool { return slices.Contains(fallen, r.Fact) })
	before, _ := least(m.scores(m.Rows))
	now, _ := least(m.scores(kept))
	var out []evidence.Told
	tell := func(id, says string) {
		out = append(out, evidence.Told{Kind: evidence.KindHypothesis, ID: id, Pointer: "/hypotheses/" + id, Says: says})
	}
	for i := range f.Hypotheses {
		id := f.Hypotheses[i].ID
		was, is := slices.Contains(before, id), slices.Contains(now, id)
		switch {
		case len(kept) == 0:
			tell(id, l.Say("without.least.none"))
		case was && !is:
			tell(id, l.Say("without.least.gone"))
		case is && !was && len(now) > 1:
			tell(id, l.Say("without.least.tied", l.List(hypothesisNames(f, now, id, l.Tag))))
		case is && !was:
			tell(id, l.Say("without.least.come"))
		}
	}
	return out
}

// hypothesisNames lists the names of hypotheses but one.
func hypothesisNames(f *facts.File, ids []string, but, tag string) []string {
	var out []string
	for i := range f.Hypotheses {
		if h := &f.Hypotheses[i]; h.ID != but && slices.Contains(ids, h.ID) {
			out = append(out, h.Name.Line(tag))
		}
	}
	return out
}
