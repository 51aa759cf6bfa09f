package integrity

import (
	"fmt"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/quantity"
)

// overdueDays is how many days a plan may be past before somebody ought to know what became of it.
const overdueDays = 31

// pastPlans judges what was planned or forecast for a day that is long past.
func (c *pass) pastPlans() {
	cut := c.f.Briefing.AsOf
	c.eachFact(func(f *facts.Fact, i int) {
		last, key := f.When().Last(), "as_of"
		if f.Type == claim.Event {
			key = "date"
			if !f.Until.IsZero() {
				last = f.Until.Last()
			}
		}
		dated := f.Status.Future() && !f.When().IsZero() && c.foretold(f)
		if !dated || last+overdueDays >= cut.First() || c.successor(f.ID) != "" || c.countedSince(f) {
			return
		}
		c.warn("W216", c.f.FactPointer(i)+"/"+key, []string{f.ID}, "it is "+string(f.Status)+" for "+f.When().String()+
			", which is past: the cut-off is "+cut.String(), "say what became of it by a fact that supersedes it, or leave it out")
	})
}

// foretold reports whether the date of what is planned or forecast is the day that it is for: that of an estimate may be the day
// of the plan, where a source is no older.
func (c *pass) foretold(f *facts.Fact) bool {
	known, ok := c.knownBy(f)
	return f.Type == claim.Event || ok && f.When().First() > known.Last()
}

// countedSince reports whether a standing estimate of what a planned or forecast one counts is of its date or later.
func (c *pass) countedSince(f *facts.Fact) bool {
	if f.Type != claim.Estimate {
		return false
	}
	return slices.ContainsFunc(c.f.References().Counting[f.Measure], func(i int) bool {
		o := &c.f.Facts[i]
		return o.Type == claim.Estimate && o.Series() == f.Series() && o.Status.Standing() && o.AsOf.Last() >= f.AsOf.First()
	})
}

// overfull judges the parts of a whole that one origin gives: together they are no more than it is.
func (c *pass) overfull() {
	for i := range c.f.Facts {
		if f := &c.f.Facts[i]; f.Type == claim.Estimate && len(f.By) == 0 && c.divides(f) {
			for d := range c.f.Dimensions {
				c.partsBy(f, c.f.Dimensions[d].ID)
			}
		}
	}
}

// divides reports whether an estimate is a whole that parts add up to.
func (c *pass) divides(f *facts.Fact) bool {
	kind := c.f.Measure(f.Measure).Kind
	return evidence.Current(c.f, f) && (kind.Adds() || kind == quantity.Money) && !f.Approx &&
		(f.High != nil || f.Low == nil)
}

// partsBy judges those of a whole by one dimension: its values apart from each other, each once.
func (c *pass) partsBy(whole *facts.Fact, dimension string) {
	seen := map[string]bool{}
	sum, ids := quantity.Whole(0), []string{whole.ID}
	for _, i := range c.f.References().Counting[whole.Measure] {
		f := &c.f.Facts[i]
		alike := f.Type == claim.Estimate && f.Origin == whole.Origin && f.Place == whole.Place && f.AsOf == whole.AsOf &&
			f.Period == whole.Period
		if !alike || len(f.By) != 1 || f.By[0].Dimension != dimension || seen[f.By[0].Value] || !evidence.Current(c.f, f) {
			continue
		}
		least, _ := evidence.Ends(f)
		if f.Low == nil && f.Best == nil || f.Approx || least.Sign() < 0 || !f.Note.IsZero() { // of a note it may be that values overlap
			continue
		}
		seen[f.By[0].Value] = true
		sum = sum.Add(least)
		ids = append(ids, f.ID)
	}
	_, most := evidence.Ends(whole)
	if len(ids) < 3 || most.Sign() <= 0 || sum.Float() <= most.Float()*1.01 {
		return
	}
	last := ids[len(ids)-1]
	c.warn("W217", c.f.FactPointer(c.f.FactAt(last)), ids, fmt.Sprintf("the %d parts by %s are together %s, more than the whole, %s of %s",
		len(ids)-1, quote(dimension), sum.Text(), most.Text(), quote(whole.ID)),
		"correct a number; if the values overlap, say so in a note on one of them")
}
