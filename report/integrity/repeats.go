package integrity

import (
	"math"
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// repeatedByNews judges a news service that gives the number of another origin, digit by digit,
// within a week, and is not said to draw on it.
func (c *pass) repeatedByNews() {
	c.eachSeries(func(list []int) {
		for n, i := range list {
			a := &c.f.Facts[i]
			if c.f.Origin(a.Origin).Kind != claim.Media || c.history.corrected[i] || significantDigits(evidence.Middle(a)) < 3 {
				continue
			}
			for _, k := range list[max(0, n-evidence.Window):min(n+evidence.Window, len(list))] {
				b := &c.f.Facts[k]
				if later := c.history.middles[i] - c.history.middles[k]; later < -1 || later > 7 || !sameAmount(a, b) {
					continue
				}
				if c.f.Origin(b.Origin).Kind == claim.Media || c.lines.Share(a.ID, b.ID) || evidence.Linked(a, b) {
					continue
				}
				c.warn("W215", c.f.FactPointer(i), []string{a.ID, b.ID, a.Origin}, "a news service gives the number of "+quote(b.ID)+
					", and counts as a line of its own", `if it repeats it, write "derived_from": [`+quote(b.ID)+"]")
				break
			}
		}
	})
}

// sameAmount reports whether two facts give the same numbers.
func sameAmount(a, b *facts.Fact) bool {
	return slices.EqualFunc(partsOf(a), partsOf(b), func(p, q part) bool { return p == q })
}

// significantDigits counts the digits of a number without the noughts at its end.
func significantDigits(v float64) int {
	if v == 0 || v != math.Trunc(v) {
		return len(show(v)) - 1
	}
	for math.Mod(v, 10) == 0 {
		v /= 10
	}
	return len(show(v))
}

// leftOut judges figures that show a value and not another of the same time that conflicts with
// it, and whose words do not say whose values they show.
func (c *pass) leftOut() {
	facts.EachBlock(c.f.Sections, func(b *facts.Block) {
		if b.Chart == nil || !b.Chart.Kind.OneMeasure() || len(b.Chart.Select.Status) > 0 {
			return
		}
		chosen := c.f.Select(b.Chart.Kind, b.Chart.Select)
		if originsOf(chosen) > 2 { // it shows that the number is disputed
			return
		}
		for _, x := range chosen[:min(len(chosen), widest)] {
			if r := c.unshownRival(b.Chart, chosen, x); r != nil {
				c.warn("W214", b.Pointer, []string{b.Chart.ID, x.ID, r.ID, r.Origin}, "the figure shows "+quote(x.ID)+", and not "+quote(r.ID)+
					", which conflicts with it: "+c.list([]string{r.Origin})+" gives "+saysOf(r),
					"show both, or say in the title or the note whose values it shows")
				return
			}
		}
	})
}

func originsOf(list []*facts.Fact) int {
	seen := map[string]bool{}
	for _, f := range list {
		seen[f.Origin] = true
	}
	return len(seen)
}

// unshownRival returns a current estimate of another origin that conflicts with a shown one and
// that the figure neither shows nor names.
func (c *pass) unshownRival(chart *facts.Chart, chosen []*facts.Fact, x *facts.Fact) *facts.Fact {
	if x.Type != claim.Estimate || !x.HasAmount() || !x.Status.Standing() || c.successor(x.ID) != "" {
		return nil
	}
	for _, i := range c.history.by[evidence.Series(x)] {
		r := &c.f.Facts[i]
		if slices.Contains(chosen, r) || c.history.corrected[i] || !evidence.InConflict(c.f, x, r) || c.lines.Share(x.ID, r.ID) {
			continue
		}
		from, to := chart.Select.From, chart.Select.To
		if !from.IsZero() && r.AsOf.Last() < from.First() || !to.IsZero() && r.AsOf.First() > to.Last() || c.figureNames(chart, x, r) {
			continue
		}
		if !slices.ContainsFunc(chosen, func(f *facts.Fact) bool { return f.Origin == r.Origin && f.Measure == r.Measure }) {
			return r
		}
	}
	return nil
}

// figureNames reports whether the words of a figure name the origin of one of two facts, or say
// that it shows some alone.
func (c *pass) figureNames(chart *facts.Chart, x, r *facts.Fact) bool {
	for _, tag := range c.f.Briefing.Languages {
		texts := append([]string{chart.Title.Line(tag)}, chart.Note.In(tag)...)
		for _, n := range chart.Notes {
			texts = append(texts, n.Text.Line(tag))
		}
		for s := range c.sentences(texts, tag) {
			if s.Has("only") || slices.ContainsFunc(s.Mentions(c.namesIn(tag)), func(m reading.Mention) bool {
				return slices.Contains(m.Origins, x.Origin) || slices.Contains(m.Origins, r.Origin)
			}) {
				return true
			}
		}
	}
	return false
}

// foundedOnNone judges judgements that rest on denials alone and do not say that something is
// denied, or on plans and forecasts alone and tell them as what is.
func (c *pass) foundedOnNone() {
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		denied, ahead := 0, 0
		for _, id := range j.Because {
			switch f := c.f.Fact(id); {
			case f.Status == claim.Denied:
				denied++
			case f.Status.Future():
				ahead++
			}
		}
		n := len(j.Because)
		at := "/judgements/" + strconv.Itoa(i) + "/because"
		switch {
		case n > 0 && denied == n && !c.judgementHas(j, "plainNegation", "denies", "said", "tells"):
			c.warn("W107", at, append([]string{j.ID}, j.Because...), "the judgement rests on what is denied alone, and does not say so",
				"name facts that speak for it, or say who denies what")
		case n > 0 && ahead == n && j.Likelihood == "" && !c.judgementHas(j, "ahead", "aim", "hedge", "doubt"):
			c.warn("W107", at, append([]string{j.ID}, j.Because...), "the judgement rests on plans and forecasts alone, and tells them as what is",
				"give it a likelihood, or say who plans or expects it")
		}
	}
}

// judgementHas reports whether the text of a judgement has a phrase of one of the classes, in one of
// the languages.
func (c *pass) judgementHas(j *facts.Judgement, classes ...string) bool {
	return slices.ContainsFunc(c.f.Briefing.Languages, func(tag string) bool {
		in := c.reader.Skim(j.Text.Line(tag), tag)
		return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool { return s.Has(classes...) })
	})
}
