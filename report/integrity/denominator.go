package integrity

import (
	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// leadingDenominator judges what a rate is told for before its number: "a bushel of wheat fetched
// 251 dollars", of what is dollars per tonne, and half of what it is for: "half a dozen eggs".
func (c *pass) leadingDenominator(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.bound && cl.part == "" || cl.fact.Measure == "" {
			continue
		}
		unit := c.f.Measure(cl.fact.Measure).Unit.Line(c.tagOf(a.r))
		in := c.reader.Skim(unit, c.tagOf(a.r))
		if len(in.Sentences) == 0 {
			continue
		}
		own, word := ownDenominator(&in.Sentences[0])
		if word == "" {
			continue
		}
		if at := a.otherLead(a.segmentAt(cl.from).from, cl.from, own, stem(word)); at > 0 {
			c.warnAt("W316", a, at, []string{cl.fact.ID, cl.fact.Measure}, a.words(at, at+1)+" is not what "+quote(cl.fact.ID)+
				" counts for: its unit is "+quote(unit), "write the unit as it is: {{"+cl.fact.ID+"}}")
			return
		}
	}
}

// ownDenominator returns what stands behind "per" in a unit: the unit that it is, if it is one of
// the word lists, and its word.
func ownDenominator(s *reading.Sentence) (unit, word string) {
	for i := 1; i < len(s.Tokens); i++ {
		end := s.At(i, "per")
		if end < 0 {
			end = s.At(i, "article")
		}
		if end > 0 && end < len(s.Tokens) && s.Tokens[end].Kind == reading.Word {
			return reading.UnitIn(s.Tokens, end), s.Tokens[end].Low
		}
	}
	return "", ""
}

// otherLead returns the token of another unit with an article, or of half of the own one, that
// stands between two tokens, where the own one does not; or 0.
func (a *assertion) otherLead(from, to int, own, word string) int {
	at := 0
	for i := from + 1; i < to; i++ {
		t := &a.s.Tokens[i]
		u := reading.UnitIn(a.s.Tokens, i)
		article := a.s.UpTo(i, "article") >= 0
		switch {
		case t.Kind == reading.Word && stem(t.Low) == word && u == own:
			if a.s.First(max(from, i-2), i, "halfOf") < 0 {
				return 0
			}
			at = i
		case article && own != "" && u != "" && u != own && at == 0:
			at = i
		}
	}
	return at
}

// otherPartOfYear judges the half or the quarter of a year that a value is told of: one that
// began after the value was known, or that ended long before it, or another than the texts of the
// fact have.
func (c *pass) otherPartOfYear(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to || f.When().IsZero() || f.Type == claim.Estimate && f.Status.Future() ||
			c.warned(a, g.from, g.to, "W305") {
			continue
		}
		for _, h := range a.s.Matches {
			if h.Class != "yearPart" || h.From < g.from || h.To > g.cites || a.s.Nested(h) {
				continue
			}
			if year, ok := a.yearOfPart(h, f); ok && c.outsidePart(f, year, h.Value, c.tagOf(a.r)) {
				c.warnAt("W316", a, h.From, []string{f.ID}, a.words(h.From, h.To)+" is not the time of "+quote(f.ID)+", which is of "+f.When().String(),
					"correct the part of the year, or the date")
				return
			}
		}
	}
}

// yearOfPart returns the year of a half or a quarter: the one behind it, or that of the fact.
// A half must be said to be of a year: other things have halves.
func (a *assertion) yearOfPart(h reading.Match, f *facts.Fact) (year int, ok bool) {
	for i := h.To; i < min(len(a.s.Tokens), h.To+3); i++ {
		t := &a.s.Tokens[i]
		if y := reading.YearOf(t); y > 0 {
			return y, true
		}
		if t.Word.Period == "year" {
			return f.When().Year, true
		}
		if !t.Word.Of && a.s.At(i, "article") < 0 {
			break
		}
	}
	return f.When().Year, int(h.Value)%10 == 4
}

// outsidePart reports whether a fact is not of a part of a year: n of 2 halves is n*10+2, n of 4
// quarters n*10+4.
func (c *pass) outsidePart(f *facts.Fact, year int, part float64, tag string) bool {
	n, of := int(part)/10, int(part)%10
	months := 12 / of
	first := date.Date{Year: year, Month: (n-1)*months + 1}
	last := date.Date{Year: year, Month: n * months}
	if own := c.partsNamed(f, tag); own[part] || f.When().First() >= first.First() && f.When().Last() <= last.Last() {
		return false
	} else if len(own) == 1 {
		for x := range own {
			return int(x)%10 == of
		}
	}
	if !f.Period.IsZero() {
		whole := f.Period.Last()-f.Period.First() > 360 && year >= f.Period.From.Year && year <= f.Period.To.Year // of a year, told of a part
		return whole || f.Period.Last() < first.First() || f.Period.First() > last.Last()
	}
	when := f.When()
	if when.Precision() < date.Month {
		return when.Year != year
	}
	if when.Last() < first.First() {
		return true
	}
	return f.Type == claim.Estimate && when.First() > last.Last()+130
}

// partsNamed returns the halves and quarters that the texts of a fact name.
func (c *pass) partsNamed(f *facts.Fact, tag string) map[float64]bool {
	texts := append([]string{f.Statement.Line(tag)}, f.Note.In(tag)...)
	if m := c.f.Measure(f.Measure); m != nil {
		texts = append(texts, m.Name.Line(tag), m.Definition.Line(tag))
	}
	for _, s := range f.Sources {
		texts = append(texts, s.Quote, c.f.Source(s.Source).Title)
	}
	out := map[float64]bool{}
	for s := range c.sentences(texts, tag) {
		for _, h := range s.Matches {
			if h.Class == "yearPart" {
				out[h.Value] = true
			}
		}
	}
	return out
}
