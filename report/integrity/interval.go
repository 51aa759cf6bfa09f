package integrity

import (
	"slices"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A gapOfTime is a time that a segment says lies between two dates: "four days after the …".
type gapOfTime struct {
	stretchOfTime
	sign int // 1: what stands before it is the later; -1: the earlier; 0: not said
	end  int // token behind the words
}

// gapsOfTime finds those of a segment: a stretch of time before a word for after or before, and the words for a day.
func (a *assertion) gapsOfTime(g *segment) []gapOfTime {
	var out []gapOfTime
	for _, x := range stretches(a.s, g.from, g.cites) {
		for _, side := range []string{"afterThat", "beforeThat"} {
			if end := a.s.At(x.to, side); end > 0 {
				out = append(out, gapOfTime{x, a.signOf(side, x.from, end, g.cites), end})
			}
		}
		if n := len(out); n > 0 && out[n-1].from == x.from {
			continue
		}
		if end := a.s.At(x.to, "before"); end > 0 {
			out = append(out, gapOfTime{x, 0, end})
		}
	}
	for _, h := range a.s.Matches {
		if (h.Class == "dayAfter" || h.Class == "dayBefore") && h.From >= g.from && h.To <= g.cites && !a.s.Nested(h) {
			out = append(out, gapOfTime{stretchOfTime{h.From, h.To, 1, 1}, a.signOf(h.Class, h.From, h.To, g.cites), h.To})
		}
	}
	slices.SortFunc(out, func(x, y gapOfTime) int { return x.from - y.from })
	return out
}

// signOf is the sign of a gap of time by the words for it, which stand between two tokens; 0 where no day follows, or in "more than the
// day before".
func (a *assertion) signOf(class string, from, to, end int) int {
	switch {
	case !a.objectAt(to, end) || a.s.UpTo(from, "than") >= 0:
		return 0
	case class == "afterThat" || class == "dayAfter":
		return 1
	}
	return -1
}

// objectAt reports whether an article, a name or a value stands at a token, or "of" before it.
func (a *assertion) objectAt(i, end int) bool {
	if i >= end {
		return false
	}
	t, last := &a.s.Tokens[i], &a.s.Tokens[i-1]
	return t.Kind == reading.Value || t.Kind == reading.Word && (t.Word.Of || last.Word.Of || t.Capital || a.s.At(i, "article") > 0 ||
		last.Low == "al")
}

// datesApart judges the time that a segment gives between the dates of the two facts that it cites, and which of the two it says was
// the later.
func (c *pass) datesApart(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		list := datedToDay(g)
		if list == nil {
			continue
		}
		for _, x := range a.gapsOfTime(g) {
			p, q := c.sidesAt(a, g, list, x.from, x.end)
			switch {
			case c.warned(a, x.from, x.to) || !c.anchored(a, g, x, list):
			case p == nil && a.objectAt(x.end, g.cites): // which of the two is not told: the time may be to another
			case !apartInTime(list[0], list[1], x.stretchOfTime):
				c.warnGap(a, x, list[0], list[1], "count the days again, or correct one of the dates")
				return
			case x.sign != 0 && p != nil && laterOf(q, p) == x.sign:
				c.warnGap(a, x, p, q, "turn the words round")
				return
			}
		}
	}
}

// anchored reports whether one of two facts is what a time is reckoned from: its words stand behind "after", or, where nothing does, it was
// cited before.
func (c *pass) anchored(a *assertion, g *segment, x gapOfTime, list []*facts.Fact) bool {
	if a.objectAt(x.end, g.cites) {
		return c.toldOf(a, list[0], list[1], x.end, g.cites)+c.toldOf(a, list[1], list[0], x.end, g.cites) > 0
	}
	before := a.datedBefore(g.from)
	return slices.Contains(before, list[0]) || slices.Contains(before, list[1])
}

func (c *pass) warnGap(a *assertion, x gapOfTime, p, q *facts.Fact, hint string) {
	c.warnAt("W305", a, x.from, []string{p.ID, q.ID}, a.words(x.from, x.end)+" is not how the dates stand: "+quote(p.ID)+" is of "+
		p.When().String()+", and "+quote(q.ID)+" of "+q.When().String(), hint)
}

// laterOf says which of two facts is of the later date: 1 the first, -1 the second, 0 where that is not known.
func laterOf(x, y *facts.Fact) int {
	switch p, q := x.When(), y.When(); {
	case p.First() > q.Last():
		return 1
	case p.Last() < q.First():
		return -1
	}
	return 0
}

// datedToDay returns the two facts that a segment cites, where both are known to the day.
func datedToDay(g *segment) []*facts.Fact {
	if g.sourced || g.cites == g.to || len(g.facts) != 2 || slices.ContainsFunc(g.facts, func(f *facts.Fact) bool {
		return f.When().Precision() < date.Day || !f.Until.IsZero()
	}) {
		return nil
	}
	return g.facts
}

// otherYear judges the one year of a segment that tells what a fact without an amount states, where nothing recorded of it has that year
// and its statement has another: "late 2032", of "late 2030".
func (c *pass) otherYear(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to || f.HasAmount() || f.Statement.IsZero() {
			continue
		}
		at, years := -1, 0
		for i := g.from; i < g.cites; i++ {
			if reading.YearOf(&a.s.Tokens[i]) > 0 && !slices.ContainsFunc(a.s.Amounts, func(n reading.Amount) bool {
				return n.From == i && n.To > i+
					1
			}) {
				at, years = i, years+1
			}
		}
		if years != 1 || a.quoted(at) || c.testimonyOf(f).shared(a.s, g.from, g.cites) < 2 {
			continue
		}
		known := c.yearsRecorded(f, c.tagOf(a.r))
		if year := reading.YearOf(&a.s.Tokens[at]); len(known) > 0 && !slices.Contains(known, year) && !c.recordedYear(f, year) {
			c.warnAt("W305", a, at, []string{f.ID}, a.words(at, at+1)+" is not the year that "+quote(f.ID)+" has: "+
				quote(f.Statement.Line(c.tagOf(a.r))), "correct one of the two")
			return
		}
	}
}

// yearsRecorded returns the years that the statement of a fact names.
func (c *pass) yearsRecorded(f *facts.Fact, tag string) []int {
	var out []int
	in := c.reader.Skim(f.Statement.Line(tag), tag)
	for i := range in.Sentences {
		s := &in.Sentences[i]
		for j := range s.Tokens {
			if y := reading.YearOf(&s.Tokens[j]); y > 0 {
				out = append(out, y)
			}
		}
		for _, d := range s.Dates {
			if d.Year > 0 {
				out = append(out, d.Year)
			}
		}
	}
	return out
}

// recordedYear reports whether the dates, the note, a quotation or a source of a fact has a year.
func (c *pass) recordedYear(f *facts.Fact, year int) bool {
	if f.When().Year == year || f.Until.Year == year || f.Period.From.Year == year || f.Period.To.Year == year {
		return true
	}
	word := show(float64(year))
	for _, s := range f.Sources {
		src := c.f.Source(s.Source)
		if containsWord(src.Title, word) || containsWord(s.Quote, word) || src.Published.Year == year {
			return true
		}
	}
	return slices.ContainsFunc(c.f.Briefing.Languages, func(tag string) bool { return containsWord(f.Note.Line(tag), word) })
}
