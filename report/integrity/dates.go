package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// calendarOf judges the dates that a sentence writes by hand.
func (c *pass) calendarOf(a *assertion) {
	r, s := a.r, a.s
	for _, d := range s.Dates {
		at, written := int(s.Tokens[d.From].Off), r.Words(s, d.From, d.To)
		if len(s.Dates) == 1 && len(s.Facts) > 0 && s.First(0, d.From, "relation") < 0 && s.First(d.To, len(s.Tokens), "relation") < 0 &&
			!c.dated(s, d) {
			f := s.Facts[0]
			if when := f.When(); !when.IsZero() && when.Precision() >= date.Month && !(f.Type == claim.Estimate && c.happened(d)) &&
				reading.Sourced(s) {
				c.warnIn("W305", r, at, []string{f.ID}, quote(written)+" is not the date of what is cited: "+quote(f.ID)+" is of "+when.String(),
					"write {{"+f.ID+".date}}, or correct one of the two")
				continue
			}
		}
		if c.upcoming(a, d) || c.rangeKnown(s, d) {
			continue
		}
		if d.Month > 0 && !opensYear(s, d) && !slices.ContainsFunc(d.Either(), c.carried.knows) {
			c.warnIn("W304", r, at, nil, "no fact and no source has the date "+quote(written), "add the fact and write {{its-id.date}}, or "+
				"correct the date")
		}
	}
}

// upcoming reports whether a sentence that cites no fact names a day soon after the
// cut-off with its day of the week: what is scheduled is no fact yet.
func (c *pass) upcoming(a *assertion, d reading.DateMention) bool {
	_, day := a.weekday(d)
	if len(a.s.Facts) > 0 || d.Day == 0 || d.Month == 0 || day == 0 {
		return false
	}
	cut := c.f.Briefing.AsOf
	for _, y := range []int{cut.Year, cut.Year + 1} {
		if d.Year == 0 || d.Year == y {
			if x := (date.Date{Year: y, Month: d.Month, Day: d.Day}); x.First() > cut.Last() && x.First() <= cut.Last()+120 && weekdayOf(x) == day {
				return true
			}
		}
	}
	return false
}

// rangeKnown reports whether the date is one end of a span whose other end is known:
// "30 September to 6 October".
func (c *pass) rangeKnown(s *reading.Sentence, d reading.DateMention) bool {
	for _, o := range s.Dates {
		if (o.From == d.To+1 || d.From == o.To+1) && slices.ContainsFunc(o.Either(), c.carried.knows) {
			return true
		}
	}
	return false
}

// happened reports whether an event of the record is of the date: a count may be told
// with the day of what it counts.
func (c *pass) happened(d reading.DateMention) bool {
	return d.Day > 0 && slices.ContainsFunc(c.f.Facts, func(f facts.Fact) bool {
		return f.Type == claim.Event && slices.ContainsFunc(d.Either(), func(when date.Date) bool { return meets(f.Date, f.Until, when) })
	})
}

// opensYear reports whether the date is the first of January from which a count of
// the sentence runs: "since 1 January", in the year of the fact.
func opensYear(s *reading.Sentence, d reading.DateMention) bool {
	if d.Month != 1 || d.Day != 1 || s.UpTo(d.From, "since") < 0 {
		return false
	}
	return slices.ContainsFunc(s.Facts, func(f *facts.Fact) bool { return d.Year == 0 || f.When().Year == d.Year })
}

// dated reports whether one of the facts of the sentence, or a source of one, has
// the date. Of an event the date of its source does not count: unless the sentence
// dates a document by it, which may be any of the record ("in its notice of 26
// January").
func (c *pass) dated(s *reading.Sentence, d reading.DateMention) bool {
	if s.First(max(0, d.From-4), min(d.To+4, len(s.Tokens)), "document") >= 0 && d.Month > 0 && slices.ContainsFunc(d.Either(), c.published) {
		return true
	}
	for _, when := range d.Either() {
		for _, f := range s.Facts {
			if meets(f.When(), f.Until, when) || meets(f.Period.From, f.Period.To, when) || c.mentions(f, when) {
				return true
			}
			for _, src := range f.Sources {
				if f.Type != claim.Event && meets(c.f.Source(src.Source).Published, date.Date{}, when) {
					return true
				}
			}
		}
	}
	return false
}

// published reports whether a source was published on the date.
func (c *pass) published(d date.Date) bool {
	for i := range c.f.Sources {
		if meets(c.f.Sources[i].Published, date.Date{}, d) {
			return true
		}
	}
	return false
}

// mentions reports whether a text of the fact has the date.
func (c *pass) mentions(f *facts.Fact, d date.Date) bool {
	for _, tag := range c.f.Briefing.Languages {
		for s := range c.sentences(append(slices.Clone(f.Statement.In(tag)), append(f.Note.In(tag), f.Item.Line(tag))...), tag) {
			for _, x := range s.Dates {
				if x.Year == d.Year && x.Month == d.Month && (x.Day == d.Day || d.Day == 0) {
					return true
				}
			}
		}
	}
	return false
}

// meets reports whether a date as written may lie between two dates. What is
// written without a year may lie in any.
func meets(from, until, d date.Date) bool {
	if from.IsZero() {
		return false
	}
	if until.IsZero() {
		until = from
	}
	if d.Month == 0 {
		return from.Precision() < date.Day || from.Day <= d.Day && d.Day <= until.Day || from.Month != until.Month
	}
	if d.Year > 0 {
		return d.Last() >= from.First() && d.First() <= until.Last()
	}
	for y := from.Year; y <= min(until.Year, from.Year+5); y++ {
		if d.Year = y; d.First() >= from.First() && d.First() <= until.Last() {
			return true
		}
	}
	return false
}

// outdated judges values of superseded facts in a briefing that nowhere tells the
// newer one.
func (c *pass) outdated(a *assertion) {
	r, s := a.r, a.s
	if len(c.f.References().Superseding) == 0 {
		return
	}
	for i := range a.claims {
		cl := &a.claims[i]
		if by := c.successor(cl.fact.ID); by != "" && !cl.bound && !c.texts.refers[by] {
			c.warnAt("W205", a, cl.from, []string{cl.fact.ID, by}, quote(cl.fact.ID)+" is superseded by "+quote(by)+
				", which the briefing does not tell",
				"write {{"+by+"}}, or tell both")
		}
	}
	for _, v := range s.Values {
		by := c.successor(v.Fact.ID)
		if p := v.Part; by == "" || c.texts.refers[by] || p == claim.PartDate || p == claim.PartOrigin {
			continue
		}
		c.warnIn("W205", r, int(s.Tokens[v.At].Off), []string{v.Fact.ID, by}, quote(v.Fact.ID)+" is superseded by "+quote(by)+
			", which the briefing does not tell",
			"write {{"+by+"}}, or tell both")
	}
}

// toldFacts returns the ids of the facts that the texts refer to.
func (c *pass) toldFacts() map[string]bool {
	out := map[string]bool{}
	for i := range c.texts.told {
		for _, s := range c.texts.told[i].Sentences {
			for _, f := range s.Facts {
				out[f.ID] = true
			}
		}
	}
	return out
}

// newest judges a value that is called the latest and is not: the same origin
// gives a newer one for the measure.
func (c *pass) newest(a *assertion) {
	r, s := a.r, a.s
	if !s.Has("latest") || s.Has("negation") {
		return
	}
	for _, v := range s.Values {
		f := v.Fact
		if f.Type != claim.Estimate || v.Part == claim.PartDate || len(s.Values) > 2 {
			continue
		}
		for _, i := range c.history.by[evidence.Series(f)] {
			g := &c.f.Facts[i]
			if g.Origin == f.Origin && g.AsOf.First() > f.AsOf.Last() && !slices.Contains(s.Facts, g) {
				c.warnIn("W311", r, int(s.Tokens[v.At].Off), []string{f.ID, g.ID}, "this is not the latest: "+quote(g.ID)+" is of "+g.AsOf.String(),
					"write {{"+g.ID+"}}")
				return
			}
		}
	}
}
