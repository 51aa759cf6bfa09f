package integrity

import (
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// namesakes judges records of one kind that bear one name: no figure can tell them apart but by their ids.
func (c *pass) namesakes() {
	told := map[string]bool{}
	for _, tag := range c.f.Briefing.Languages {
		passed := map[string]bool{}
		judge := func(kind, at, id, name string) {
			other := c.f.Namesakes()[facts.Named{Language: tag, At: at + id}]
			passed[at+id] = true
			if other == "" || !passed[at+other] || told[at+id] {
				return
			}
			told[at+id] = true
			c.warn("W518", at+id, []string{id, other}, "the "+kind+" bears the name of "+quote(other)+", "+quote(name),
				"name them so that a reader can tell them apart, or make one of them; until then their ids stand behind the names")
		}
		for i := range c.f.Origins {
			o := &c.f.Origins[i]
			judge("origin", "/origins/", o.ID, o.ShortName(tag))
		}
		for i := range c.f.Actors {
			a := &c.f.Actors[i]
			judge("actor", "/actors/", a.ID, a.Name.Line(tag))
		}
		for i := range c.f.Places {
			p := &c.f.Places[i]
			judge("place", "/places/", p.ID, p.Name.Line(tag))
		}
		for i := range c.f.Measures {
			m := &c.f.Measures[i]
			judge("measure", "/measures/", m.ID, m.Name.Line(tag))
		}
		for i := range c.f.Dimensions {
			d := &c.f.Dimensions[i]
			for k := range d.Values {
				judge("value", "/dimensions/"+d.ID+"/values/", d.Values[k].ID, d.Values[k].Name.Line(tag))
			}
		}
	}
}

// repeatsReplaced judges estimates that repeat one of the same thing which another supersedes, and not that other.
func (c *pass) repeatsReplaced() {
	for i := range c.f.Facts {
		x := &c.f.Facts[i]
		if x.Type != claim.Estimate || !evidence.Current(c.f, x) {
			continue
		}
		for k, id := range x.DerivedFrom {
			old := c.f.Fact(id)
			by := c.successor(id)
			if by == "" || by == x.ID || !evidence.Rivals(x, old) || slices.ContainsFunc(evidence.Successors(c.f, id), func(n string) bool {
				return n == x.ID || slices.Contains(x.DerivedFrom, n)
			}) {
				continue
			}
			c.warn("W219", c.f.FactKey(i, "derived_from")+"/"+strconv.Itoa(k), []string{x.ID, id, by}, "this repeats "+quote(id)+", which "+
				quote(by)+" supersedes", "see whether the number still stands; a newer claim of this origin says what it supersedes")
		}
	}
}
