package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// citedForEachOther judges two segments of a sentence whose citations have changed places: each tells the number, or the date, of the fact
// that the other cites.
func (c *pass) citedForEachOther(a *assertion) {
	for i := range a.segments {
		for j := range a.segments[:i] {
			g, o := &a.segments[j], &a.segments[i]
			x, y := onlyFact(g), onlyFact(o)
			if x == nil || y == nil || x == y || g.sourced || o.sourced || g.cites == g.to || o.cites == o.to || c.warned(a, g.from, o.to) {
				continue
			}
			if at := c.valueIn(a, g, y, x); at >= 0 && (c.valueIn(a, o, x, y) >= 0 || !x.HasAmount() && !a.tellsIn(o, y)) {
				c.warnMisplaced(a, "W303", at, x, y)
				return
			}
			if at := dateIn(a, g, y, x); at >= 0 && dateIn(a, o, x, y) >= 0 {
				c.warnMisplaced(a, "W305", at, x, y)
				return
			}
		}
	}
}

func (c *pass) warnMisplaced(a *assertion, code string, at int, x, y *facts.Fact) {
	c.warnAt(code, a, at, []string{x.ID, y.ID}, a.words(at, at+1)+" is of "+quote(y.ID)+", and the citation behind it is "+quote(x.ID),
		"turn the citations round")
}

// tellsIn reports whether a segment tells a number of a fact.
func (a *assertion) tellsIn(g *segment, f *facts.Fact) bool {
	return slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.fact == f && cl.from >= g.from && cl.to <= g.cites })
}

// valueIn returns the token of a number of a segment that is exactly a value of one fact and none of another, and nothing recorded of the
// other; or -1.
func (c *pass) valueIn(a *assertion, g *segment, of, not *facts.Fact) int {
	for _, n := range a.s.Amounts {
		if n.From < g.from || n.To > g.cites || a.s.Named(n) || a.s.Ratio(n) || a.quoted(n.From) {
			continue
		}
		fits := func(f *facts.Fact) bool {
			return slices.ContainsFunc(partsOf(f), func(p part) bool {
				_, ok := c.gives(a.r, f, n, p.value, false, 0)
				return ok
			})
		}
		if fits(of) && !fits(not) && !c.statesNumber(not, a.r, n.Value) && (of.HasAmount() && not.HasAmount() || n.Value >= 10 ||
			n.Alt != n.Value ||
			n.Unit < 1 || n.Scale > 1) {
			return n.From
		}
	}
	return -1
}

// statesNumber reports whether the statement, the note or a quotation of a fact has a number.
func (c *pass) statesNumber(f *facts.Fact, r *reading.Text, v float64) bool {
	if c.noteHas(f, r, v) {
		return true
	}
	in := c.reader.Skim(f.Statement.Line(c.tagOf(r)), c.tagOf(r))
	return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool {
		return slices.ContainsFunc(s.Amounts, func(n reading.Amount) bool { return n.Value == v })
	})
}

// dateIn returns the token of a date of a segment, known to the day, that is the date of one fact and not of another; or -1.
func dateIn(a *assertion, g *segment, of, not *facts.Fact) int {
	for _, d := range a.s.Dates {
		if d.From < g.from || d.To > g.cites || d.Day == 0 || d.Month == 0 {
			continue
		}
		for _, when := range d.Either() {
			if meets(of.When(), of.Until, when) && !meets(not.When(), not.Until, when) {
				return d.From
			}
		}
	}
	return -1
}
