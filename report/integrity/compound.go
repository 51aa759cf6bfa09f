package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// cited returns the facts with an amount that a segment cites, each once; none where it cites
// a source by itself.
func (g *segment) cited() []*facts.Fact {
	var out []*facts.Fact
	if g == nil || g.sourced || g.cites == g.to {
		return nil
	}
	for _, f := range g.facts {
		if f.HasAmount() && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// sameUnits reports whether facts are all counted in one unit, which is not percent.
func (c *pass) sameUnits(list []*facts.Fact) bool {
	return len(list) > 0 && !c.isPercent(list[0].Measure) &&
		!slices.ContainsFunc(list, func(f *facts.Fact) bool { return !c.sameUnit(f, list[0]) })
}

// divisions calls yield with the sums of each two parts that the values of the facts can be
// divided into, until it returns false.
func divisions(list []*facts.Fact, yield func(part, rest float64) bool) {
	for mask := 1; mask < 1<<len(list)-1; mask++ {
		part, rest := 0.0, 0.0
		for i, f := range list {
			if mask>>i&1 == 1 {
				part += evidence.Middle(f)
			} else {
				rest += evidence.Middle(f)
			}
		}
		if !yield(part, rest) {
			return
		}
	}
}

// ofAll says how a ratio stands to the facts cited with it: fits, where some of them together are
// so many times the others, or that part of all; known, where it must, since at least three of one
// unit are cited for this ratio alone.
func (c *pass) ofAll(a *assertion, p proportion) (fits, known bool) {
	g := a.segmentAt(p.from)
	list := g.cited()
	if len(list) < 2 || len(list) > 5 {
		return false, false
	}
	if !c.sameUnits(list) {
		x, y := evidence.Middle(list[0]), evidence.Middle(list[1])
		return len(list) == 2 && x > 0 && y > 0 && (p.fits(x/y) || p.fits(y/x)), false
	}
	divisions(list, func(part, rest float64) bool {
		fits = rest > 0 && p.fits(part/rest) || part+rest > 0 && p.fits(part/(part+rest)) && len(list) > 2
		if d := math.Abs(part - rest); len(list) == 2 && a.writes(d) {
			fits = fits || rest > 0 && (p.fits(d/rest) || p.below && d/rest < p.high && d/rest > p.high*0.7)
		}
		return !fits
	})
	only := !slices.ContainsFunc(a.proportions(), func(o proportion) bool { return o.from != p.from && o.from >= g.from && o.to <= g.cites })
	return fits, len(list) > 2 && only
}

// writes reports whether a number of a sentence is a value, rounded.
func (a *assertion) writes(v float64) bool {
	return slices.ContainsFunc(a.s.Amounts, func(n reading.Amount) bool { return scaled{n.Value, n.Unit}.rounds(v) })
}

// addedTogether judges the one number of a segment that says what at least three values of one
// unit are together: "119 between the three".
func (c *pass) addedTogether(a *assertion) {
	for _, n := range a.s.Amounts {
		list := c.together(a, n)
		if list == nil || c.summedFrom(a, n, list) {
			continue
		}
		sum, terms := quantity.Whole(0), []string{}
		for _, f := range list {
			sum, terms = sum.Add(middle(f)), append(terms, middle(f).String())
		}
		c.warnAt("W318", a, n.From, idsOf(list), a.words(n.From, n.To)+" is not what these are together: "+strings.Join(terms, " + ")+" = "+
			sum.String(), "correct the sum, or the numbers that it is taken from")
	}
}

// together returns the facts that a number is said to be the sum of, at least three of one unit that
// are cited for it alone; or nil.
func (c *pass) together(a *assertion, n reading.Amount) []*facts.Fact {
	g := a.segmentAt(n.From)
	list := g.cited()
	if len(list) < 3 || len(list) > 5 || !c.sameUnits(list) || a.s.First(g.from, g.cites, "wholes", "inAll") < 0 {
		return nil
	}
	if only, ok := a.onlyNumber(g); !ok || only.From != n.From || n.Percent || a.at(n.From) != nil {
		return nil
	}
	return list
}

// summedFrom reports whether a number is the sum of several of the facts, or the difference of two
// parts of them.
func (c *pass) summedFrom(a *assertion, n reading.Amount, list []*facts.Fact) bool {
	found := false
	for mask := 1; mask < 1<<len(list) && !found; mask++ {
		var some []*facts.Fact
		sum := 0.0
		for i, f := range list {
			if mask>>i&1 == 1 {
				some, sum = append(some, f), sum+evidence.Middle(f)
			}
		}
		for _, v := range c.inUnit(a.r, list[0], n) {
			found = found || v.rounds(sum)
			divisions(some, func(part, rest float64) bool {
				found = found || v.rounds(part-rest)
				return !found
			})
		}
	}
	return found
}

// onlyNumber returns the number of a segment that has but one, beside those of "two-fifths" and
// "between the three".
func (a *assertion) onlyNumber(g *segment) (reading.Amount, bool) {
	var out []reading.Amount
	for _, n := range a.s.Amounts {
		within := func(h reading.Match) bool {
			return (h.Class == "ratio" || h.Class == "wholes") && h.From <= n.From && n.To <= h.To
		}
		if n.From >= g.from && n.To <= g.cites && !slices.ContainsFunc(a.s.Matches, within) {
			out = append(out, n)
		}
	}
	if len(out) != 1 {
		return reading.Amount{}, false
	}
	return out[0], true
}

// shareSide judges words that say on which side of a percentage a share lies that is worked out of
// the two facts cited with it: 44.8 is not "more than 45 percent".
func (c *pass) shareSide(a *assertion) {
	for _, n := range a.s.Amounts {
		g := a.segmentAt(n.From)
		list := g.cited()
		side := sideOf(a.r, a.s, n)
		if !n.Percent || side == 0 || len(list) != 2 || !c.sameUnits(list) || a.at(n.From) != nil {
			continue
		}
		x, y := evidence.Middle(list[0]), evidence.Middle(list[1])
		wrong, right := 0.0, false
		for _, v := range []float64{x / y, y / x, math.Abs(x-y) / x, math.Abs(x-y) / y} {
			d := (v*100 - n.Value) * float64(side)
			right = right || d >= -n.Unit/20 && d < n.Unit
			if d < -n.Unit/20 && d >= -n.Unit/2 {
				wrong = v * 100
			}
		}
		if h, ok := a.qualifier(n.From, "nearly", "justOver", "least", "most"); ok && wrong > 0 && !right {
			c.warnAt("W315", a, h.From, idsOf(list), a.words(h.From, n.To)+" % is told of "+show(math.Round(wrong*100)/100)+" %, worked out of "+
				quotedIDs(list), "round to the other side")
			return
		}
	}
}

// endsExchanged judges "went from 9,580 to 8,954" where the two facts are cited in the other order, and
// the first number is the newer.
func (c *pass) endsExchanged(a *assertion) {
	for k := range a.claims[:max(0, len(a.claims)-1)] {
		x, y := &a.claims[k], &a.claims[k+1]
		list := a.segmentAt(x.from).cited()
		if len(list) != 2 || list[0] != y.fact || list[1] != x.fact || !x.exact || !y.exact || !comparableFacts(x.fact, y.fact) ||
			x.fact.AsOf.First() <= y.fact.AsOf.Last() || a.s.UpTo(x.from, "rangeFrom") < 0 || a.toward(x.to, 6) != y || c.warned(a, x.from, y.to) {
			continue
		}
		c.warnAt("W317", a, x.from, idsOf(list), a.words(x.from, y.to)+" says the opposite of the facts: "+quote(y.fact.ID)+" gives "+
			given(y)+" for "+y.fact.AsOf.String()+", and "+quote(x.fact.ID)+" "+given(x)+" for "+x.fact.AsOf.String(),
			"turn the numbers round")
		return
	}
}

// wholeBefore returns the number that "and" joins to a part: the two of "two and a half"; or 0.
func (a *assertion) wholeBefore(h reading.Match) float64 {
	if h.Value >= 1 || h.From < 2 || !a.s.Tokens[h.From-1].Word.Joining {
		return 0
	}
	return a.digit(h.From - 2)
}
