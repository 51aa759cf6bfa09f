package integrity

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// eachFact gives the facts, with where they stand.
func (c *pass) eachFact(judge func(f *facts.Fact, i int)) {
	for i := range c.f.Facts {
		judge(&c.f.Facts[i], i)
	}
}

// follow reads how the estimates follow one another.
func (c *pass) follow() {
	h := history{middles: make([]float64, len(c.f.Facts)), corrected: make([]bool, len(c.f.Facts))}
	c.eachFact(func(f *facts.Fact, i int) {
		h.corrected[i] = evidence.Superseded(c.f, f)
		if !f.AsOf.IsZero() {
			h.middles[i] = f.AsOf.Middle()
		}
	})
	h.by = c.series()
	c.history = h
}

// eachSeries gives the estimates of each measure and place, by date.
func (c *pass) eachSeries(judge func(list []int)) {
	for _, key := range slices.Sorted(maps.Keys(c.history.by)) {
		judge(c.history.by[key])
	}
}

// doubtful judges facts that are confirmed and graded as what cannot be.
func (c *pass) doubtful() {
	c.eachFact(func(f *facts.Fact, i int) {
		if says := doubts(f.Credibility); says != "" && f.Status == claim.Confirmed {
			c.warn("W213", c.f.FactKey(i, "credibility"), []string{f.ID},
				"the fact is confirmed, and its credibility is "+strconv.Itoa(f.Credibility)+", "+says, "one of the two is wrong")
		}
	})
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

// readTwice judges facts that name one place of a source twice.
func (c *pass) readTwice() {
	c.eachFact(func(f *facts.Fact, i int) {
		if len(f.Sources) < 2 {
			return
		}
		named := map[[2]string]bool{}
		for n, s := range f.Sources {
			if key := [2]string{s.Source, s.Locator}; !named[key] {
				named[key] = true
				continue
			}
			c.warn("W105", c.f.FactKey(i, "sources")+"/"+strconv.Itoa(n), []string{f.ID, s.Source}, "the fact names the source "+quote(s.Source)+
				" twice, and no other place in it",
				`name it once, or say with "locator" where each was read`)
		}
	})
}

// eachDated gives the facts that were to be known by their date, with where that stands.
func (c *pass) eachDated(judge func(f *facts.Fact, at string)) {
	c.eachFact(func(f *facts.Fact, i int) {
		if f.When().IsZero() || f.Status.Future() {
			return
		}
		key := "as_of"
		if f.Type == claim.Event {
			key = "date"
		}
		judge(f, c.f.FactPointer(i)+"/"+key)
	})
}

// late reports whether a fact is later than the cut-off.
func (c *pass) late(f *facts.Fact) bool { return f.When().First() > c.f.Briefing.AsOf.Last() }

// afterCutOff judges facts and sources that are later than the briefing's cut-off.
func (c *pass) afterCutOff() {
	cut := c.f.Briefing.AsOf
	c.eachDated(func(f *facts.Fact, at string) {
		if c.late(f) {
			c.warn("W202", at, []string{f.ID}, f.When().String()+" is after the briefing's cut-off, "+cut.String(),
				"move the cut-off, correct the date, or give the fact the status planned")
		}
	})
	c.eachFact(func(f *facts.Fact, i int) {
		if to := f.Period.To; (f.Status == claim.Confirmed || f.Status == claim.Reported) && !to.IsZero() && to.Last() > cut.Last() {
			c.warn("W202", c.f.FactKey(i, "period"), []string{f.ID}, "the number adds up until "+to.String()+", and the briefing's cut-off is "+
				cut.String(), "write until when it was counted, or give it the status forecast")
		}
	})
	for i := range c.f.Judgements {
		if o := c.f.Judgements[i].Outcome; o != nil && !o.Date.IsZero() && o.Date.First() > cut.Last() {
			c.warn("W202", "/judgements/"+strconv.Itoa(i)+"/outcome/date", []string{c.f.Judgements[i].ID}, "the outcome is of "+o.Date.String()+
				", after the briefing's cut-off, "+cut.String(), "move the cut-off, or correct the date")
		}
	}
	c.eachSource(func(s *facts.Source, at string) {
		if !s.Published.IsZero() && s.Published.First() > cut.Last() {
			c.warn("W202", at+"/published", []string{s.ID}, s.Published.String()+" is after the briefing's cut-off, "+cut.String(),
				"move the cut-off, or correct the date")
		}
	})
}

// afterSources judges when a fact is said to hold against when it could be known.
func (c *pass) afterSources() {
	c.eachDated(func(f *facts.Fact, at string) {
		known, ok := c.knownBy(f)
		if ok && !c.late(f) && f.When().First() > known.Last()+1 { // one day, for the time zones
			c.warn("W201", at, []string{f.ID, f.Sources[0].Source}, f.When().String()+" is after the sources were published or read ("+
				known.String()+")",
				"a source cannot tell what came later: correct one of the dates")
		}
	})
}

// knownBy returns when the last of a fact's sources was published or, failing that,
// read, if that is known of all.
func (c *pass) knownBy(f *facts.Fact) (latest date.Date, ok bool) {
	for _, cited := range f.Sources {
		s := c.f.Source(cited.Source)
		known := s.Published
		if known.IsZero() {
			known = s.Accessed // it was there by then
		}
		if known.IsZero() {
			return latest, false
		}
		if latest.IsZero() || known.Last() > latest.Last() {
			latest = known
		}
	}
	return latest, !latest.IsZero()
}

// series groups the estimates with an amount by [evidence.Series], each group by
// date. Plans and denials are no observations.
func (c *pass) series() map[string][]int {
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

// sums groups the estimates of a stretch of time by what they count, each group by the first day; groups in the order of
// the file.
func (c *pass) sums() [][]int {
	var out [][]int
	at := map[string]int{}
	for _, list := range c.history.by {
		for _, i := range list {
			f := &c.f.Facts[i]
			if f.Period.IsZero() {
				break
			}
			n, ok := at[f.Series()]
			if !ok {
				n = len(out)
				at[f.Series()], out = n, append(out, nil)
			}
			out[n] = append(out[n], i)
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b int) int {
			return cmp.Or(c.f.Facts[a].Period.First()-c.f.Facts[b].Period.First(), a-b)
		})
	}
	slices.SortFunc(out, func(a, b []int) int { return slices.Min(a) - slices.Min(b) })
	return out
}

// superseded judges the charts that show a superseded fact.
func (c *pass) superseded() {
	if len(c.f.References().Superseding) == 0 {
		return
	}
	facts.EachBlock(c.f.Sections, func(b *facts.Block) {
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
