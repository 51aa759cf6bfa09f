package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// nearDate judges the one day that a segment gives for its one value: where it is another day of the same month than the value's, which is
// that of another value of the measure, the two were taken for each other.
func (c *pass) nearDate(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := c.soleEstimate(g)
		if f == nil || f.AsOf.Precision() != date.Day || c.warned(a, g.from, g.to, "W304", "W305", "W320") {
			continue
		}
		d, ok := a.soleDay(g)
		if !ok || d.Month != f.AsOf.Month || d.Day == f.AsOf.Day || d.Year > 0 && d.Year != f.AsOf.Year {
			continue
		}
		told := date.Date{Year: f.AsOf.Year, Month: d.Month, Day: d.Day}
		if c.mentions(f, told) || meets(f.Period.From, f.Period.From, told) || meets(f.Period.To, f.Period.To, told) || c.published(told) {
			continue
		}
		if o := c.ofDay(f, told); o != nil && !slices.Contains(a.s.Facts, o) {
			c.warnAt("W305", a, d.From, []string{f.ID, o.ID}, a.words(d.From, d.To)+" is the day of "+quote(o.ID)+", and "+quote(f.ID)+" is of "+
				f.AsOf.String(), "correct the date, or cite the other value")
			return
		}
	}
}

// soleDay returns the one day that a segment gives.
func (a *assertion) soleDay(g *segment) (reading.DateMention, bool) {
	var list []reading.DateMention
	for _, x := range a.s.Dates {
		if x.From >= g.from && x.To <= g.cites && x.Day > 0 && x.Month > 0 {
			list = append(list, x)
		}
	}
	if len(list) != 1 {
		return reading.DateMention{}, false
	}
	return list[0], true
}

// soleEstimate returns the only fact of a segment, where it is an estimate with a date.
func (c *pass) soleEstimate(g *segment) *facts.Fact {
	f := onlyFact(g)
	if f == nil || g.sourced || g.cites == g.to || f.Type != claim.Estimate || f.AsOf.IsZero() {
		return nil
	}
	return f
}

// ofDay returns a fact of the measure of another that is of a day.
func (c *pass) ofDay(f *facts.Fact, d date.Date) *facts.Fact {
	for i := range c.f.Facts {
		if o := &c.f.Facts[i]; o != f && o.Measure == f.Measure && o.AsOf == d {
			return o
		}
	}
	return nil
}

// otherEnds judges a span of months or years that a segment gives for the one value cited there, whose period begins or ends with it and
// does not do both.
func (c *pass) otherEnds(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := c.soleEstimate(g)
		if f == nil || f.Period.From.IsZero() || f.Period.To.IsZero() || c.warned(a, g.from, g.to, "W304", "W305") {
			continue
		}
		x, y, from, to := a.spanTold(g)
		if x.IsZero() || x.Precision() != y.Precision() {
			continue
		}
		begins, ends := covers(x, f.Period.From), covers(y, f.Period.To)
		if begins != ends && y.Last() > x.Last() && !c.mentions(f, x) && !c.mentions(f, y) {
			c.warnAt("W305", a, from, []string{f.ID}, a.words(from, to)+" is not the time of "+quote(f.ID)+": from "+f.Period.From.String()+" to "+
				f.Period.To.String(), "correct the dates, or cite the value of that time")
			return
		}
	}
}

// covers reports whether a date is another, or what it lies in.
func covers(d, x date.Date) bool { return d.First() <= x.First() && x.First() <= d.Last() }

// spanTold returns the two ends of the one span that a segment gives behind "between" or "from", and its tokens.
func (a *assertion) spanTold(g *segment) (x, y date.Date, from, to int) {
	type end struct {
		at   int
		when date.Date
	}
	var ends []end
	for i := g.from; i < g.cites; i++ {
		if year := reading.YearOf(&a.s.Tokens[i]); year > 0 && !a.s.Tokens[i].Dated {
			ends = append(ends, end{i, date.Date{Year: year}})
		}
	}
	for _, d := range a.s.Dates {
		if d.From >= g.from && d.To <= g.cites {
			ends = append(ends, end{d.From, d.Date})
		}
	}
	slices.SortFunc(ends, func(p, q end) int { return p.at - q.at })
	for k := 1; k < len(ends); k++ {
		p, q := ends[k-1], ends[k]
		opens := a.s.UpTo(p.at, "between") >= 0 || a.s.UpTo(p.at, "rangeFrom") >= 0
		if !opens || q.at-p.at > 5 || p.when.Year == 0 || q.when.Year == 0 {
			continue
		}
		if from > 0 {
			return x, y, 0, 0
		}
		x, y, from, to = p.when, q.when, p.at, q.at+1
	}
	return x, y, from, to
}

// otherQuarter judges a quarter that a sentence gives for the one event that it cites, which is of another quarter.
func (c *pass) otherQuarter(a *assertion) {
	for _, h := range a.s.Matches {
		if h.Class != "yearPart" || int(h.Value)%10 != 4 {
			continue
		}
		g := a.segmentAt(h.From)
		if g == nil {
			continue
		}
		f := onlyFact(g)
		if f == nil || g.sourced || f.Type != claim.Event || f.Date.IsZero() || f.Date.Last()-f.Date.First() > 100 ||
			c.warned(a, g.from, g.to, "W305", "W316") || c.textHas(a.r, f.Statement, "yearPart") {
			continue
		}
		first := 3*(int(h.Value)/10) - 2
		month := date.FromDays(f.Date.First()).Month
		if month < first || month > first+2 {
			c.warnAt("W305", a, h.From, []string{f.ID}, a.words(h.From, h.To)+" is not the quarter of "+quote(f.ID)+", which is of "+
				f.Date.String(), "correct one of the two")
			return
		}
	}
}
