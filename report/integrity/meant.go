package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// untold returns the one fact with an amount that the segment of a number cites and
// does not tell, where the number may be meant to be its: it counts the same, or is
// not far from it.
func (c *pass) untold(a *assertion, n, written reading.Amount, measures []string) *facts.Fact {
	g := a.segmentAt(n.From)
	if g == nil || g.cites == g.to || g.sourced {
		return nil
	}
	var out *facts.Fact
	for _, f := range g.facts {
		if !f.HasAmount() {
			continue
		}
		for i := range a.claims {
			if a.claims[i].fact == f {
				f = nil
				break
			}
		}
		if f != nil && out != nil {
			return nil
		}
		if f != nil {
			out = f
		}
	}
	if out == nil || a.at(n.From) != nil || n.Percent && !c.isPercent(out.Measure) || a.s.Named(n) || a.s.Ratio(n) {
		return nil
	}
	if slices.Contains(measures, out.Measure) || n.Percent || a.alone(g, out, n) || c.nearby(a, out, n) || c.swapped(a, g, n) ||
		c.thousandfold(a, out, written) {
		return out
	}
	return nil
}

// alone reports whether a number of ten or more that counts something is the only one of
// its segment: it is meant to be what is cited there.
func (a *assertion) alone(g *segment, f *facts.Fact, n reading.Amount) bool {
	for _, o := range a.s.Amounts {
		if o.From >= g.from && o.From < g.cites && o.From != n.From {
			return false
		}
	}
	return n.Value >= 10 && a.s.Things(n) && within3(f, n.Value) && !a.s.Technical(n) && len(a.segments) > 0 &&
		!slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.from >= g.from && cl.to <= g.cites })
}

// within3 reports whether a number is no more than three times one of a fact's, and no
// less than a third of it.
func within3(f *facts.Fact, v float64) bool {
	return slices.ContainsFunc(partsOf(f), func(p part) bool { return p.value > 0 && v <= p.value*3 && p.value <= v*3 })
}

// swapped reports whether a number is that of a fact which another segment of the
// sentence cites and does not tell.
func (c *pass) swapped(a *assertion, g *segment, n reading.Amount) bool {
	for _, f := range a.s.Facts {
		if slices.Contains(g.facts, f) || slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.fact == f }) {
			continue
		}
		for _, p := range partsOf(f) {
			if _, ok := c.gives(a.r, f, n, p.value, false, 0); ok {
				return true
			}
		}
	}
	return false
}

// nearby reports whether a number is no less than two thirds of a number of a fact, and
// no more than one and a half times as much.
func (c *pass) nearby(a *assertion, f *facts.Fact, n reading.Amount) bool {
	for _, x := range c.inUnit(a.r, f, n) {
		for _, p := range partsOf(f) {
			if p.value > 0 && x.value > p.value/1.5 && x.value < p.value*1.5 {
				return true
			}
		}
	}
	return false
}
