package integrity

import (
	"slices"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// calendarOf judges the dates that a sentence writes by hand.
func (c *checker) calendarOf(r *reading, s *sentence) {
	for _, d := range s.dates {
		at, written := int(s.tokens[d.from].off), r.words(s, d.from, d.to)
		if len(s.dates) == 1 && len(s.facts) > 0 && s.first(0, d.from, "relation") < 0 && s.first(d.to, len(s.tokens), "relation") < 0 && !c.dated(s, d) {
			f := s.facts[0]
			if when := f.When(); !when.IsZero() && when.Precision() >= date.Month && sourced(s) {
				c.warnIn("W305", r, at, []string{f.ID}, quote(written)+" is not the date of what is cited: "+quote(f.ID)+" is of "+when.String(),
					"write {{"+f.ID+".date}}, or correct one of the two")
				continue
			}
		}
		if d.Month > 0 && !s.opensYear(d) && !slices.ContainsFunc(d.either(), c.carried.knows) {
			c.warnIn("W304", r, at, nil, "no fact and no source has the date "+quote(written), "add the fact and write {{its-id.date}}, or correct the date")
		}
	}
}

// opensYear reports whether the date is the first of January from which a count of
// the sentence runs: "since 1 January", in the year of the fact.
func (s *sentence) opensYear(d dated) bool {
	if d.Month != 1 || d.Day != 1 || s.upTo(d.from, "since") < 0 {
		return false
	}
	return slices.ContainsFunc(s.facts, func(f *facts.Fact) bool { return d.Year == 0 || f.When().Year == d.Year })
}

// sourced reports whether all that the sentence refers to are facts.
func sourced(s *sentence) bool {
	for _, t := range s.tokens {
		if t.kind == cite && !slices.ContainsFunc(s.facts, func(f *facts.Fact) bool { return f.ID == t.id }) {
			return false
		}
	}
	return true
}

// dated reports whether one of the facts of the sentence, or a source of one, has
// the date. Of an event the date of its source does not count: unless the sentence
// dates a document by it, which may be any of the record ("in its notice of 26
// January").
func (c *checker) dated(s *sentence, d dated) bool {
	if s.first(max(0, d.from-4), min(d.to+4, len(s.tokens)), "document") >= 0 && d.Month > 0 && slices.ContainsFunc(d.either(), c.published) {
		return true
	}
	for _, when := range d.either() {
		for _, f := range s.facts {
			if meets(f.When(), f.Until, when) || c.mentions(f, when) {
				return true
			}
			for _, src := range f.Sources {
				if f.Type != "event" && meets(c.f.Source(src.Source).Published, date.Date{}, when) {
					return true
				}
			}
		}
	}
	return false
}

// published reports whether a source was published on the date.
func (c *checker) published(d date.Date) bool {
	for i := range c.f.Sources {
		if meets(c.f.Sources[i].Published, date.Date{}, d) {
			return true
		}
	}
	return false
}

// mentions reports whether a text of the fact has the date.
func (c *checker) mentions(f *facts.Fact, d date.Date) bool {
	for _, tag := range c.f.Briefing.Languages {
		for _, s := range append(slices.Clone(f.Statement.In(tag)), append(f.Note.In(tag), f.Item.Line(tag))...) {
			in := c.reader.skim(s, tag)
			for i := range in.sentences {
				for _, x := range in.sentences[i].dates {
					if x.Year == d.Year && x.Month == d.Month && (x.Day == d.Day || d.Day == 0) {
						return true
					}
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
func (c *checker) outdated(r *reading, s *sentence, told map[string]bool) {
	if c.successor(""); len(c.supersededBy) == 0 {
		return
	}
	for _, v := range s.values {
		by := c.successor(v.fact.ID)
		if p := v.part; by == "" || told[by] || p == "date" || p == "origin" {
			continue
		}
		c.warnIn("W205", r, int(s.tokens[v.at].off), []string{v.fact.ID, by}, quote(v.fact.ID)+" is superseded by "+quote(by)+", which the briefing does not tell",
			"write {{"+by+"}}, or tell both")
	}
}

// toldFacts returns the ids of the facts that the texts refer to.
func (c *checker) toldFacts() map[string]bool {
	out := map[string]bool{}
	for i := range c.told {
		for _, s := range c.told[i].sentences {
			for _, f := range s.facts {
				out[f.ID] = true
			}
		}
	}
	return out
}

// newest judges a value that is called the latest and is not: the same origin
// gives a newer one for the measure.
func (c *checker) newest(r *reading, s *sentence) {
	if !s.has("latest") || s.has("negation") {
		return
	}
	for _, v := range s.values {
		f := v.fact
		if f.Type != "estimate" || v.part == "date" || len(s.values) > 2 {
			continue
		}
		for _, i := range c.by[f.Measure+" "+f.Place] {
			g := &c.f.Facts[i]
			if g.Origin == f.Origin && g.AsOf.First() > f.AsOf.Last() && !slices.Contains(s.facts, g) {
				c.warnIn("W311", r, int(s.tokens[v.at].off), []string{f.ID, g.ID}, "this is not the latest: "+quote(g.ID)+" is of "+g.AsOf.String(), "write {{"+g.ID+"}}")
				return
			}
		}
	}
}
