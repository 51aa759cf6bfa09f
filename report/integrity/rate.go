package integrity

import (
	"math"
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A rated is a number that a sentence tells for so many of something: "three deaths for every hundred cases".
type rated struct {
	n        reading.Amount
	base     float64 // the hundred
	from, to int     // its tokens
}

// rates finds those whose number no fact cited gives, and which are not counted in a unit that has a base of its own.
func (c *pass) rates(a *assertion) []rated {
	var out []rated
	for _, n := range a.s.Amounts {
		if a.segmentAt(n.From) == nil || n.Percent {
			continue
		}
		for i := n.To; i < min(len(a.s.Tokens), n.To+5) && a.s.Tokens[i].Kind == reading.Word; i++ {
			if end := a.s.At(i, "per"); end > 0 {
				if by, to := a.power(end); by > 0 {
					out = append(out, rated{n, by, end, to})
				}
				break
			}
		}
	}
	return out
}

// power returns the power of ten that is written at a token, in digits or as a word, and the token behind it; 0 where none is.
func (a *assertion) power(i int) (float64, int) {
	if i >= len(a.s.Tokens) {
		return 0, i
	}
	for _, n := range a.s.Amounts {
		if n.From == i && n.Value >= 100 && math.Mod(math.Log10(n.Value), 1) == 0 && !n.Percent {
			return n.Value, n.To
		}
	}
	switch x := a.s.Tokens[i].Word; {
	case x.Hundred() > 0:
		return x.Hundred(), i + 1
	case x.Value == 100:
		return 100, i + 1
	case x.By >= 1000:
		return x.By, i + 1
	}
	return 0, i
}

// ratedBy returns the values that a rate may be worked out of: those cited for it, or, where these are fewer than two, those of the
// sentence; none where one of them is a rate of such a base itself.
func (c *pass) ratedBy(a *assertion, r rated) []*facts.Fact {
	list := a.segmentAt(r.n.From).cited()
	if len(list) < 2 {
		list = amountsOf(a.s.Facts)
	}
	if len(list) < 2 || len(list) > 6 || slices.ContainsFunc(list, func(f *facts.Fact) bool { return c.baseOfUnit(a.r, f.Measure) > 0 }) {
		return nil
	}
	return list
}

// perBase judges what a rate that is worked out of two values is told for: "2.4 deaths per hundred cases" of what is so per
// thousand.
func (c *pass) perBase(a *assertion) {
	for _, r := range c.rates(a) {
		list := c.ratedBy(a, r)
		if list == nil || c.rateFits(a, r.n, r.base, list) {
			continue
		}
		hint := "correct the rate, or the numbers that it is taken from"
		for _, of := range []float64{100, 1000, 1e4, 1e5, 1e6} {
			if c.rateFits(a, r.n, of, list) {
				hint = "it is so for " + show(of)
			}
		}
		c.warnAt("W318", a, r.n.From, idsOf(list), a.words(r.n.From, r.to)+" is the rate of no two of "+quotedIDs(list), hint)
		return
	}
}

// rateFits reports whether a number is how much of one of some facts there is to so much of another.
func (c *pass) rateFits(a *assertion, n reading.Amount, base float64, list []*facts.Fact) bool {
	said := scaled{n.Value, n.Unit}
	if a.s.Loose(n) {
		said.unit = max(said.unit, n.Value*0.2)
	}
	return slices.ContainsFunc(list, func(x *facts.Fact) bool {
		return slices.ContainsFunc(list, func(y *facts.Fact) bool {
			return x != y && evidence.Middle(y) > 0 && said.near(evidence.Middle(x)/evidence.Middle(y)*base)
		})
	})
}

// near reports whether a number is another one rounded to its last digit.
func (n scaled) near(v float64) bool { return math.Abs(v-n.value) <= n.unit/2*1.001 }

// inRate reports whether a number, or the base that it is told for, is one that perBase judges.
func (c *pass) inRate(a *assertion, n reading.Amount) bool {
	if !a.s.Has("per") {
		return false
	}
	return slices.ContainsFunc(c.rates(a), func(r rated) bool {
		return (r.n.From == n.From || r.from == n.From) && c.ratedBy(a, r) != nil
	})
}
