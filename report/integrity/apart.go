package integrity

import (
	"math"
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// misspaced judges a number that is said to part two values of one measure, and parts no two of all that are in reach.
func (c *pass) misspaced(a *assertion) {
	for _, d := range a.spacings() {
		if c.warned(a, 0, len(a.s.Tokens), "W317", "W318", "W303") || a.deniedAround(d.from, d.to) || near(c.carried.numbers, d.n.Value, 0) {
			continue
		}
		pairs := c.comparedPairs(a, d)
		at := slices.IndexFunc(pairs, func(p [2]toldValue) bool {
			return p[0].fact != nil && p[1].fact != nil && p[0].fact.Measure == p[1].fact.Measure &&
				!(p[0].before && p[1].before && !a.sumsUp() && d.from == d.n.From)
		})
		if at < 0 || c.partsAny(a, d.n, pairs) {
			continue
		}
		x, y := pairs[at][0], pairs[at][1]
		c.warnAt("W318", a, d.n.From, factsIn(x, y), a.words(d.n.From, d.n.To)+" is not how far the two are apart: "+
			showRange(x)+" and "+showRange(y), "correct the number, or those that it is taken from")
		return
	}
}

// sumsUp reports whether a sentence begins with words that sum up what was told before: "that is", "son".
func (a *assertion) sumsUp() bool { return a.s.First(0, min(4, len(a.s.Tokens)), "sumsUp") == 0 }

// partsAny reports whether a number parts any two values in reach: those that are told in the paragraph up to here, and those that the
// facts give of the measures compared.
func (c *pass) partsAny(a *assertion, n reading.Amount, pairs [][2]toldValue) bool {
	var pool []toldValue
	for b := a; b != nil && b.r == a.r; b = b.before {
		for _, v := range c.toldValues(b) {
			if b != a || v.from != n.From {
				pool = append(pool, v)
			}
		}
	}
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		if f.HasAmount() && slices.ContainsFunc(pairs, func(p [2]toldValue) bool {
			return p[0].fact != nil && p[0].fact.Measure == f.Measure || p[1].fact != nil && p[1].fact.Measure == f.Measure
		}) {
			low, high := endsOf(f)
			pool = append(pool, toldValue{low: low, high: high, percent: c.isPercent(f.Measure), fact: f})
		}
	}
	for i, x := range pool {
		for _, y := range pool[i+1:] {
			if x.percent == y.percent && (c.parting(a, n, x, y) || c.parting(a, n, y, x)) {
				return true
			}
		}
	}
	return false
}

// parting reports whether a number says how far two values are apart, in their unit or in percent of what it is held against.
func (c *pass) parting(a *assertion, n reading.Amount, x, y toldValue) bool {
	slack := max(n.Unit, 1e-9) / 2
	if a.s.Loose(n) || sideOf(a.r, a.s, n) != 0 || n.Spelled && n.Value > 20 {
		slack = max(slack, math.Abs(n.Value)*0.08)
	}
	scales := []float64{1}
	for _, f := range []*facts.Fact{x.fact, y.fact} {
		if by := c.scaleIfAny(a, f); by > 1 {
			scales = append(scales, by)
		}
	}
	return slices.ContainsFunc(gapsOf(x, y, n.Percent && !x.percent), func(d float64) bool {
		return d > 0 && slices.ContainsFunc(scales, func(by float64) bool { return math.Abs(d-n.Value/by) <= slack/by*1.01 })
	})
}

// gapsOf returns how far the ends of two values are apart, or that in percent of the second.
func gapsOf(x, y toldValue, percent bool) []float64 {
	var out []float64
	for _, p := range []float64{x.low, x.high} {
		for _, q := range []float64{y.low, y.high} {
			d := math.Abs(p - q)
			if percent {
				d = d / math.Abs(q) * 100
			}
			if !math.IsInf(d, 0) && !math.IsNaN(d) {
				out = append(out, d)
			}
		}
	}
	return out
}

func (c *pass) scaleIfAny(a *assertion, f *facts.Fact) float64 {
	if f == nil || f.Measure == "" {
		return 1
	}
	return c.scaleWord(a.r, f.Measure)
}
