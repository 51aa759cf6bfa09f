package integrity

import (
	"math"
	"slices"

	"sitrep/report/reading"
)

// apartNear reports whether a number is how far two values are apart that the sentence and the one before it tell, in itself or in percent.
func (c *pass) apartNear(a *assertion, n reading.Amount) bool {
	v := a.asPoints(n)
	list := slices.DeleteFunc(c.worths(a, n), func(x worth) bool { return !x.near || x.fact == nil })
	fits := a.rounding(v)
	if n.Percent && !c.pointsAt(a, n) {
		return shareOfTwo(list, fits)
	}
	return apartOfTwo(list, false, false, fits) || apartOfTwo(list, true, false, fits)
}

// proportionNear reports whether a ratio is one of a number that its sentence writes by hand and another of it; of the one value that the
// sentence cites and another of its series; or, where its clause cites nothing, of two that the section tells. Or it is recorded of a fact
// that the paragraph refers to.
func (c *pass) proportionNear(a *assertion, p proportion) bool {
	g := a.segmentAt(p.from)
	open := (g == nil || g.cites == g.to) && len(a.claims) == 0
	if len(g.cited()) == 2 {
		return c.ratioRecorded(a, p)
	}
	one := len(amountsOf(a.s.Facts)) == 1
	list := c.worths(a, reading.Amount{From: p.from, To: p.to})
	changes := p.high < 1 && a.s.Has("rises", "falls", "upBy", "downBy", "riseFrom", "fallFrom")
	for i, x := range list {
		for _, y := range list[i+1:] {
			told := x.own && y.own && (x.fact == nil || y.fact == nil) || one && x.fact != nil && y.fact != nil && (x.near || y.near) &&
				comparableFacts(x.fact, y.fact)
			v := x.v / y.v
			if x.alike(y) && (told || open) && (p.fits(v) || p.fits(1/v) || changes && (p.fits(math.Abs(1-v)) || p.fits(math.Abs(1-1/v)))) {
				return true
			}
		}
	}
	return c.ratioRecorded(a, p)
}

// ratioRecorded reports whether the statement, the note or a quotation of a fact that the paragraph refers to has a ratio.
func (c *pass) ratioRecorded(a *assertion, p proportion) bool {
	has := func(text string) bool {
		in := c.reader.Skim(text, c.tagOf(a.r))
		return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool {
			return slices.ContainsFunc(s.Matches, func(h reading.Match) bool { return h.Class == "ratio" && h.Value == p.v })
		})
	}
	for b := a; b != nil && b.r == a.r; b = b.before {
		for _, f := range b.s.Facts {
			if slices.ContainsFunc(c.recordedTexts(f, c.tagOf(a.r)), has) {
				return true
			}
		}
	}
	return false
}
