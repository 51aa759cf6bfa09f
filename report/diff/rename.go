package diff

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/pattern"
)

// A moving gives the ids that records have in the new edition by those that they had in the old one, where the two differ.
type moving map[string]string

// now is the id that a record of the old edition has in the new one.
func (m moving) now(id string) string { return cmp.Or(m[id], id) }

func (m moving) all(ids []string) []string {
	if len(m) == 0 {
		return ids
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = m.now(id)
	}
	return out
}

// A movings is what records of each kind are renamed to.
type movings struct{ facts, measures, origins, sources, places, actors moving }

// recordRenames finds the records that only the new edition has and that say what one that only the old one has did.
func recordRenames(old, new *facts.File) movings {
	a, b := contents{old}, contents{new}
	return movings{
		measures: newIDs(old.Measures, new.Measures, func(m *facts.Measure) string { return m.ID }, a.measure, b.measure),
		origins:  newIDs(old.Origins, new.Origins, func(o *facts.Origin) string { return o.ID }, a.origin, b.origin),
		sources:  newIDs(old.Sources, new.Sources, func(s *facts.Source) string { return s.ID }, a.source, b.source),
		places:   newIDs(old.Places, new.Places, func(p *facts.Place) string { return p.ID }, a.place, b.place),
		actors:   newIDs(old.Actors, new.Actors, func(a *facts.Actor) string { return a.ID }, a.actor, b.actor),
	}
}

// contents writes what records of an edition say, without their ids.
type contents struct{ f *facts.File }

func (c contents) text(all ...facts.Text) (says string) {
	for _, tag := range c.f.Briefing.Languages {
		for _, t := range all {
			says += "|" + tag + " " + strings.Join(t.In(tag), "\n")
		}
	}
	return says
}

func (c contents) measure(m *facts.Measure) string {
	return fmt.Sprint(m.Kind, m.Currency, c.text(m.Name, m.Unit, m.Symbol, m.Definition, m.Interval))
}

func (c contents) origin(o *facts.Origin) string {
	return fmt.Sprint(o.Kind, o.Reliability, o.DerivedFrom, c.text(o.Name, o.Short))
}

func (c contents) source(s *facts.Source) string {
	return fmt.Sprintf("%q", []string{s.Title, s.Publisher, s.URL, s.Published.String(), s.Archived, s.Container, recordLine(s.Record)})
}

func (c contents) place(p *facts.Place) string {
	return degrees(p.Lat) + " " + degrees(p.Lon) + c.text(p.Name)
}

func (c contents) actor(a *facts.Actor) string { return a.Native + c.text(a.Name) }

// newIDs matches what one edition alone has with what says the same in the other; what several say alike is matched with none.
func newIDs[T any](old, new []T, id func(*T) string, was, is func(*T) string) moving {
	all := func(list []T) map[string]bool {
		out := map[string]bool{}
		for i := range list {
			out[id(&list[i])] = true
		}
		return out
	}
	alone := func(list []T, other map[string]bool, says func(*T) string) map[string][]string {
		out := map[string][]string{}
		for i := range list {
			if x := &list[i]; !other[id(x)] {
				out[says(x)] = append(out[says(x)], id(x))
			}
		}
		return out
	}
	gone, come := alone(old, all(new), was), alone(new, all(old), is)
	out := moving{}
	for says, ids := range come {
		if from := gone[says]; len(ids) == 1 && len(from) == 1 {
			out[from[0]] = ids[0]
		}
	}
	return out
}

// renames finds the facts that only the new edition has and that say what one that
// only the old one has did, under another id: by new id the old one. A claim that
// several make alike is matched with none.
func renames(old, new *facts.File, by movings) map[string]string {
	gone, come := claims(old, new, by), claims(new, old, movings{})
	out := map[string]string{}
	for says, ids := range come {
		if was := gone[says]; len(ids) == 1 && len(was) == 1 {
			out[ids[0]] = was[0]
		}
	}
	return out
}

// claims gives, by what they say, the ids of the facts that another edition lacks.
func claims(f, other *facts.File, by movings) map[string][]string {
	out := map[string][]string{}
	for i := range f.Facts {
		x := &f.Facts[i]
		if other.Fact(x.ID) != nil {
			continue
		}
		says := fmt.Sprint(x.Type, "|", by.measures.now(x.Measure), "|", by.origins.now(x.Origin), "|", by.places.now(x.Place), "|",
			x.AsOf, x.Date, x.Until, "|", x.Low, "|", x.Best, "|", x.High, x.Approx, "|", by.actors.now(x.From), "|", by.actors.now(x.To), "|",
			x.Category, "|", x.Status, x.Credibility, "|", x.Marking, x.Supersedes, "|", x.By, x.Period)
		for _, tag := range f.Briefing.Languages {
			says += "|" + tag + x.Statement.Line(tag) + "|" + x.Item.Line(tag)
		}
		for _, c := range x.Sources {
			says += "|" + by.sources.now(c.Source)
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

// cited are citations of the old edition, of sources by their new ids.
func (m *movings) cited(list []facts.Citation) []facts.Citation {
	out := slices.Clone(list)
	for i := range out {
		out[i].Source = m.sources.now(out[i].Source)
	}
	return out
}

// naming finds the ids of facts and sources in a text.
var naming = pattern.Of(`(\{\{\s*|\[@)([\pL\pN_-]+)`)

// renamed has texts of the old edition name facts and sources by their new ids.
func (w *words) renamed(all ...map[string]string) {
	ids := map[string]string{}
	for _, m := range all {
		maps.Copy(ids, m)
	}
	if len(ids) > 0 {
		w.now = func(s string) string {
			return naming().ReplaceAllStringFunc(s, func(name string) string {
				m := naming().FindStringSubmatch(name)
				return m[1] + cmp.Or(ids[m[2]], m[2])
			})
		}
	}
}
