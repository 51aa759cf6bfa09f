package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// unanimous judges a sentence that says that all agree on what it cites, where the file has
// a claim that conflicts with it and the sentence does not cite.
func (c *pass) unanimous(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W306") {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class != "unanimity" || a.quoted(h.From) || a.s.First(max(0, h.From-3), h.From, "plainNegation", "denial") >= 0 {
			continue
		}
		list := a.evidenceAt(h.From)
		for _, f := range list {
			if r := c.rivalLeftOut(a, f); r != nil {
				c.warnAt("W322", a, h.From, []string{f.ID, r.ID}, a.words(h.From, h.To)+" is said of "+quote(f.ID)+", and "+quote(r.ID)+
					" says otherwise", "tell what the other says, too")
				return
			}
		}
	}
}

// rivalLeftOut returns a standing claim that conflicts with a fact, or a denial that
// contradicts it, and that the sentence does not refer to.
func (c *pass) rivalLeftOut(a *assertion, f *facts.Fact) *facts.Fact {
	for i := range c.f.Facts {
		g := &c.f.Facts[i]
		if g == f || slices.Contains(a.s.Facts, g) || c.successor(g.ID) != "" || c.successor(f.ID) != "" {
			continue
		}
		marked := slices.Contains(f.Contradicts, g.ID) || slices.Contains(g.Contradicts, f.ID)
		rival := g.Status.Standing() && f.Status.Standing() && g.Origin != f.Origin && evidence.InConflict(c.f, f, g)
		if marked && g.Status != claim.Planned || rival {
			return g
		}
	}
	return nil
}
