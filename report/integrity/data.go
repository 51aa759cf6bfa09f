package integrity

import (
	"maps"
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// data judges the facts one by one and beside each other.
func (c *checker) data() {
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		c.dates(f, c.f.FactPointer(i))
		if says := doubts(f.Credibility); says != "" && f.Status == claim.Confirmed {
			c.warn("W213", c.f.FactKey(i, "credibility"), []string{f.ID},
				"the fact is confirmed, and its credibility is "+strconv.Itoa(f.Credibility)+", "+says, "one of the two is wrong")
		}
		c.readTwice(f, c.f.FactKey(i, "sources")+"/")
	}
	c.repeated()
	c.middles, c.corrected = make([]float64, len(c.f.Facts)), make([]bool, len(c.f.Facts))
	for i := range c.f.Facts {
		if f := &c.f.Facts[i]; !f.AsOf.IsZero() {
			c.middles[i] = f.AsOf.Middle()
		}
		c.corrected[i] = c.successor(c.f.Facts[i].ID) != ""
	}
	c.by = c.series()
	for _, key := range slices.Sorted(maps.Keys(c.by)) {
		c.contradictions(c.by[key])
		c.falls(c.by[key])
		c.outliers(c.by[key])
	}
	c.superseded()
	c.units()
	c.stale()
}

// doubts says what a grade of credibility means that does not fit a confirmed fact.
func doubts(credibility int) string {
	switch credibility {
	case 4:
		return "doubtful"
	case 5:
		return "improbable"
	case 6:
		return "truth cannot be judged"
	}
	return ""
}

// readTwice judges a fact that names one place of a source twice.
func (c *checker) readTwice(f *facts.Fact, at string) {
	if len(f.Sources) < 2 {
		return
	}
	named := map[[2]string]bool{}
	for n, s := range f.Sources {
		if key := [2]string{s.Source, s.Locator}; !named[key] {
			named[key] = true
			continue
		}
		c.warn("W105", at+strconv.Itoa(n), []string{f.ID, s.Source}, "the fact names the source "+quote(s.Source)+" twice, and no other place in it",
			`name it once, or say with "locator" where each was read`)
	}
}

// dates judges when the fact is said to hold against when it could be known.
func (c *checker) dates(f *facts.Fact, at string) {
	when, key := f.When(), "/as_of"
	if f.Type == claim.Event {
		key = "/date"
	}
	if when.IsZero() || f.Status.Future() {
		return
	}
	if when.First() > c.f.Briefing.AsOf.Last() {
		c.warn("W202", at+key, []string{f.ID}, when.String()+" is after the briefing's cut-off, "+c.f.Briefing.AsOf.String(),
			"move the cut-off, correct the date, or give the fact the status planned")
		return
	}
	var latest date.Date
	for _, cited := range f.Sources {
		s := c.f.Source(cited.Source)
		known := s.Published
		if known.IsZero() {
			known = s.Accessed // it was there by then
		}
		if known.IsZero() {
			return
		}
		if latest.IsZero() || known.Last() > latest.Last() {
			latest = known
		}
	}
	if !latest.IsZero() && when.First() > latest.Last()+1 { // one day, for the time zones
		c.warn("W201", at+key, []string{f.ID, f.Sources[0].Source}, when.String()+" is after the sources were published or read ("+latest.String()+")",
			"a source cannot tell what came later: correct one of the dates")
	}
}

// series groups the estimates with an amount by [evidence.Series], each group by
// date. Plans and denials are no observations.
func (c *checker) series() map[string][]int {
	out := map[string][]int{}
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		if f.Type == claim.Estimate && f.HasAmount() && f.Status.Standing() {
			key := evidence.Series(f)
			out[key] = append(out[key], i)
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b int) int { return c.f.Facts[a].AsOf.Compare(c.f.Facts[b].AsOf) })
	}
	return out
}

// superseded judges the charts that show a superseded fact.
func (c *checker) superseded() {
	if c.successor(""); len(c.supersededBy) == 0 {
		return
	}
	evidence.EachBlock(c.f.Sections, func(b *facts.Block) {
		if b.Chart == nil || b.Chart.Latest {
			return
		}
		shown := map[string]bool{}
		chosen := c.f.Select(b.Chart.Kind, b.Chart.Select)
		for _, f := range chosen {
			shown[f.ID] = true
		}
		for _, f := range chosen {
			if by := c.successor(f.ID); by != "" && !shown[by] {
				at := b.Pointer
				if b.Chart.Select.IDs != nil {
					at += "/select/ids/" + strconv.Itoa(slices.Index(b.Chart.Select.IDs, f.ID))
				}
				c.warn("W203", at, []string{b.Chart.ID, f.ID, by}, "the chart shows "+quote(f.ID)+", and not "+quote(by)+", which supersedes it",
					"show both, or the newer one alone")
			}
		}
	})
}
