package diff

import (
	"fmt"

	"sitrep/report/facts"
)

// renames finds the facts that only the new edition has and that say what one that
// only the old one has did, under another id: by new id the old one. A claim that
// several make alike is matched with none.
func renames(old, new *facts.File) map[string]string {
	gone, come := claims(old, new), claims(new, old)
	out := map[string]string{}
	for says, ids := range come {
		if was := gone[says]; len(ids) == 1 && len(was) == 1 {
			out[ids[0]] = was[0]
		}
	}
	return out
}

// claims gives, by what they say, the ids of the facts that another edition lacks.
func claims(f, other *facts.File) map[string][]string {
	out := map[string][]string{}
	for i := range f.Facts {
		x := &f.Facts[i]
		if other.Fact(x.ID) != nil {
			continue
		}
		says := fmt.Sprint(x.Type, "|", x.Measure, "|", x.Origin, "|", x.Place, "|", x.AsOf, x.Date, x.Until, "|", x.Low, "|", x.Best, "|",
			x.High, x.Approx,
			"|", x.From, "|", x.To, "|", x.Category, "|", x.Status, x.Credibility, "|", x.Marking, x.Supersedes, "|", x.By, x.Period)
		for _, tag := range f.Briefing.Languages {
			says += "|" + tag + x.Statement.Line(tag) + "|" + x.Item.Line(tag)
		}
		for _, c := range x.Sources {
			says += "|" + c.Source
		}
		out[says] = append(out[says], x.ID)
	}
	return out
}

// now returns ids of the old edition as the new one has them.
func (p *pair) now(ids []string) []string {
	if len(p.newID) == 0 {
		return ids
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id
		if new, ok := p.newID[id]; ok {
			out[i] = new
		}
	}
	return out
}
