package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// doubledUnit judges a word behind a bound value that its unit has already: "{{toll}} killed", of what counts "people killed", prints
// "143 people killed killed".
func (c *pass) doubledUnit(a *assertion) {
	for _, v := range a.s.Values {
		i := v.At + 1
		if v.Part != "" || !v.Fact.HasAmount() || i >= len(a.s.Tokens) || a.s.Tokens[i].Kind != reading.Word && a.s.Tokens[i].Low != "%" {
			continue
		}
		unit := c.unitOf(a.r, v.Fact.Measure)
		if len(unit) == 0 || a.s.Tokens[i].Low != unit[len(unit)-1] && a.s.Tokens[i].Low != unit[0] {
			continue
		}
		c.warnAt("W522", a, i, []string{v.Fact.ID, v.Fact.Measure}, a.words(i, i+1)+" stands in the unit of "+quote(v.Fact.ID)+
			" already, which is printed with it: "+quote(c.f.Measure(v.Fact.Measure).Unit.Line(c.tagOf(a.r))),
			"take the word out, or write the number alone: {{"+v.Fact.ID+".best}}")
	}
}

// trueBound reports whether a number is a bound that a value told in its segment keeps: "with more than 5,000 cases, 6,170 [@x]".
func (c *pass) trueBound(a *assertion, n reading.Amount) bool {
	h, ok := a.qualifier(n.From, "least", "most")
	g := a.segmentAt(n.From)
	return ok && g != nil && slices.ContainsFunc(a.claims, func(cl stated) bool {
		if cl.from < g.from || cl.from >= g.to || cl.from == n.From || !cl.exact || cl.bound && cl.part == claim.PartDate {
			return false
		}
		v := partValue(&cl)
		return slices.ContainsFunc(c.inUnit(a.r, cl.fact, n), func(x scaled) bool {
			return h.Class == "least" && v >= x.value && v < x.value*2 || h.Class == "most" && v <= x.value && v*2 > x.value
		})
	})
}

// sinceThen reports whether a superlative that reaches back to some time is borne out: the file has an earlier estimate of the measure
// and place of a fact, and none since that time lies on its other side.
func (c *pass) sinceThen(a *assertion, from, to int, f *facts.Fact) bool {
	if !f.HasAmount() || a.s.First(from, min(len(a.s.Tokens), to+1), "since") < 0 {
		return false
	}
	begin := c.timeNamed(a, to)
	up, down, n := false, false, 0
	for i := range c.f.Facts {
		o := &c.f.Facts[i]
		if o == f || o.Series() != f.Series() || o.Status == claim.Denied || o.AsOf.Last() >= f.AsOf.First() {
			continue
		}
		n++
		if o.AsOf.First() > begin {
			up, down = up || order(o, f) > 0, down || order(o, f) < 0
		}
	}
	return n > 0 && !(up && down)
}

// timeNamed returns the last day of the time that is named first behind a token, in days since 1970-01-01; the least one where none is.
func (c *pass) timeNamed(a *assertion, from int) int {
	for i := from; i < min(len(a.s.Tokens), from+5); i++ {
		for _, d := range a.s.Dates {
			if d.From == i && d.Year > 0 {
				return d.Last()
			}
		}
		if y := reading.YearOf(&a.s.Tokens[i]); y > 0 {
			return date.Date{Year: y}.Last()
		}
	}
	return math.MinInt32
}
