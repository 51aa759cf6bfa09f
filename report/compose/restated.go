package compose

import (
	"strings"

	"sitrep/report/diff"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/marking"
)

// A restated is a record that its claims print otherwise than in the edition before.
type restated struct {
	was, is             string // its names
	wasShort, isShort   string // shorter ones, where it has them
	wasGrade, isGrade   string // reliabilities of an origin
	wasMarked, isMarked facts.Marking
}

// recordChanges says of each origin, measure, place, actor and value of a dimension that claims print with another name or
// grade: all of them say what they said, and read otherwise.
func (c *composer) recordChanges() []change {
	old := c.before.old
	if old.Tag != c.tag { // the edition before lacks the language: all reads otherwise
		return nil
	}
	d, f := c.before.diff, c.f
	var out []change
	out = c.restate(out, d.Origins, func(id string) restated {
		a, b := old.File.Origin(id), f.Origin(id)
		return restated{old.Line(a.Name), c.w.Line(b.Name), old.Line(a.Short), c.w.Line(b.Short), string(a.Reliability), string(b.Reliability),
			a.Marking, b.Marking}
	})
	out = c.restate(out, d.Measures, func(id string) restated {
		a, b := old.File.Measure(id), f.Measure(id)
		return restated{was: old.Line(a.Name), is: c.w.Line(b.Name), wasMarked: a.Marking, isMarked: b.Marking}
	})
	out = c.restate(out, d.Places, func(id string) restated {
		a, b := old.File.Place(id), f.Place(id)
		return restated{was: old.Line(a.Name), is: c.w.Line(b.Name), wasMarked: a.Marking, isMarked: b.Marking}
	})
	out = c.restate(out, d.Actors, func(id string) restated {
		a, b := old.File.Actor(id), f.Actor(id)
		return restated{was: old.Line(a.Name), is: c.w.Line(b.Name), wasMarked: a.Marking, isMarked: b.Marking}
	})
	for _, it := range d.Dimensions {
		for _, ch := range it.Changes {
			if ch.Field == "value_name" {
				out = c.restate(out, []diff.Item{it}, func(id string) restated {
					return restated{was: old.Line(old.File.Dimension(id).Value(ch.IDs[0]).Name), is: c.w.Line(f.Dimension(id).Value(ch.IDs[0]).Name)}
				})
			}
		}
	}
	return out
}

// restate appends what is said of those of the records that changed so.
func (c *composer) restate(out []change, items []diff.Item, of func(id string) restated) []change {
	for _, it := range items {
		if it.Kind != diff.Changed {
			continue
		}
		r, n := of(it.ID), 0
		for _, id := range it.Facts {
			if c.before.old.File.Fact(id) != nil {
				n++
			}
		}
		var parts []string
		add := func(key, was, is string) {
			if was != is {
				parts = append(parts, c.l.Say(key)+": "+c.l.Say("since.was", orDash(was), orDash(is)))
			}
		}
		add("since.name", r.was, r.is)
		if r.was == r.is {
			add("since.name", r.wasShort, r.isShort)
		}
		add("since.reliability", r.wasGrade, r.isGrade)
		if n == 0 || parts == nil {
			continue
		}
		m := append(evidence.OfNames(c.f, r.isMarked), evidence.OfNames(c.before.old.File, r.wasMarked)...)
		out = append(out, change{[]doc.Inline{doc.Text(r.is + ": " + strings.Join(parts, "; ") + c.inBrackets(c.l.Count("since.claims", n)))},
			c.own(marking.Highest(m...))})
	}
	return out
}
