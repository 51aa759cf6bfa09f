package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// mistaken judges the one number of a segment that is not the value of the one fact cited for it, and is that of another claim of the
// same measure.
func (c *pass) mistaken(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to || f.Type != claim.Estimate || c.warned(a, g.from, g.to) ||
			slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.fact == f }) || a.s.First(g.from, g.cites, "greater", "smaller",
			"exceeds", "fallsShort", "against", "gap", "disagreement") >= 0 {
			continue
		}
		n, ok := c.onlyNumber(a, g)
		if !ok || c.statesNumber(f, a.r, n.Value) {
			continue
		}
		if o := c.valueOfRival(a, f, n); o != nil {
			c.warnAt("W303", a, n.From, []string{f.ID, o.ID}, a.words(n.From, n.To)+" is the value of "+quote(o.ID)+", and "+quote(f.ID)+
				" is cited for it, which says "+saysOf(f), "write {{"+f.ID+"}}, or cite the other")
			return
		}
	}
}

// onlyNumber returns the one number of a segment that may be a value: no date, name, ratio or length of time.
func (c *pass) onlyNumber(a *assertion, g *segment) (out reading.Amount, ok bool) {
	for _, n := range a.s.Amounts {
		t := &a.s.Tokens[n.From]
		if n.From < g.from || n.To > g.cites || t.Dated || reading.YearOf(t) > 0 || a.s.Named(n) || n.To < len(a.s.Tokens) &&
			a.s.Tokens[n.To].Word.Period != "" {
			continue
		}
		if ok || a.quoted(n.From) || a.s.Ratio(n) || a.s.At(n.To, "timesWord") > 0 {
			return out, false
		}
		out, ok = n, true
	}
	return out, ok && !slices.ContainsFunc(a.s.Values, func(v reading.ValueToken) bool { return v.At >= g.from && v.At < g.cites })
}

// valueOfRival returns a claim of the measure of a fact, of its place, that has a number.
func (c *pass) valueOfRival(a *assertion, f *facts.Fact, n reading.Amount) *facts.Fact {
	written := c.inUnit(a.r, f, n)
	list := c.f.References().Counting[f.Measure]
	for _, i := range list[:min(len(list), 10*widest)] {
		o := &c.f.Facts[i]
		same := slices.ContainsFunc(written, func(v scaled) bool { return has(o, v.value) })
		if same && comparableFacts(o, f) && n.Percent == c.isPercent(o.Measure) && a.toldElsewhere(o) {
			return o
		}
	}
	return nil
}

// toldElsewhere reports whether a sentence does not cite a fact, or tells its number where it does.
func (a *assertion) toldElsewhere(f *facts.Fact) bool {
	return !slices.Contains(a.s.Facts, f) || slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.fact == f })
}

// boundToOther judges a value bound into a text whose citation is another claim of the same measure, which the sentence does not tell.
func (c *pass) boundToOther(a *assertion) {
	for _, v := range a.s.Values {
		g := a.segmentAt(v.At)
		if !isAmount(v) || g == nil || g.sourced || g.cites == g.to || c.warned(a, v.At, v.At+1) {
			continue
		}
		var cited []string
		for i := g.cites; i < g.to; i++ {
			if t := &a.s.Tokens[i]; t.Kind == reading.Cite {
				cited = append(cited, t.ID)
			}
		}
		for _, id := range cited {
			y := c.f.Fact(id)
			if y != nil && comparableFacts(y, v.Fact) && !slices.Contains(cited, v.Fact.ID) && !slices.ContainsFunc(a.claims, func(cl stated) bool {
				return cl.fact == y
			}) && !a.sets(g) {
				c.warnAt("W303", a, v.At, []string{v.Fact.ID, y.ID}, "{{"+v.Fact.ID+"}} is the value of another claim than the one cited for it: "+
					quote(y.ID)+" says "+saysOf(y), "write {{"+y.ID+"}}, or cite "+quote(v.Fact.ID))
				return
			}
		}
	}
}

// sets reports whether a segment sets two values against each other.
func (a *assertion) sets(g *segment) bool {
	return a.s.First(g.from, g.cites, "greater", "smaller", "than", "exceeds", "fallsShort", "against", "gap", "rises", "falls") >= 0
}
