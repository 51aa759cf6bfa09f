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
	if slices.Contains(measures, out.Measure) || n.Percent || c.meansCited(a, g, out, n) || c.nearby(a, out, n) || c.swapped(a, g, n) ||
		c.thousandfold(a, out, written) {
		return out
	}
	return nil
}

// meansCited reports whether a number of ten or more that counts something, or whose segment
// names who says what is cited there, is the only one of its segment: it is meant to be
// what is cited.
func (c *pass) meansCited(a *assertion, g *segment, f *facts.Fact, n reading.Amount) bool {
	if !a.sole(g, n) || n.Value < 10 || a.s.Technical(n) {
		return false
	}
	return a.s.Things(n) && times(f, n.Value, 3) || c.credits(a, g, f) && times(f, n.Value, 10)
}

// sole reports whether a segment has one number alone, and tells no value.
func (a *assertion) sole(g *segment, n reading.Amount) bool {
	for _, o := range a.s.Amounts {
		if o.From >= g.from && o.From < g.cites && o.From != n.From {
			return false
		}
	}
	return !slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.from >= g.from && cl.to <= g.cites })
}

// credits reports whether a segment names the origin of a fact, and compares nothing.
func (c *pass) credits(a *assertion, g *segment, f *facts.Fact) bool {
	if a.s.First(g.from, g.cites, "greater", "smaller", "rises", "falls", "gap", "balance", "total", "wholes", "inAll") >= 0 {
		return false
	}
	return slices.ContainsFunc(a.s.Mentions(c.namesIn(a.r.Tag())), func(m reading.Mention) bool {
		return m.From >= g.from && m.To <= g.cites && slices.Contains(m.Origins, f.Origin)
	})
}

// times reports whether a number is no more than so many times one of a fact's, and no less
// than that part of it.
func times(f *facts.Fact, v, by float64) bool {
	return slices.ContainsFunc(partsOf(f), func(p part) bool { return p.value > 0 && v <= p.value*by && p.value <= v*by })
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
