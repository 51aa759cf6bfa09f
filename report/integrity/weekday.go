package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// weekdays judges the day of the week that is written beside a date.
func (c *pass) weekdays(a *assertion) {
	for _, d := range a.s.Dates {
		if d.Day == 0 || d.Month == 0 {
			continue
		}
		at, day := a.weekday(d)
		if day == 0 {
			continue
		}
		years := c.yearsOf(a, d)
		fits := len(years) == 0
		for _, y := range years {
			fits = fits || weekdayOf(date.Date{Year: y, Month: d.Month, Day: d.Day}) == day
		}
		if !fits {
			x := date.Date{Year: years[0], Month: d.Month, Day: d.Day}
			c.warnAt("W320", a, at, nil, a.words(min(at, d.From), max(at+1, d.To))+": "+x.String()+" was another day of the week, "+
				weekdayName(weekdayOf(x)),
				"correct the day, or the date")
		}
	}
}

// weekday returns the token of the day of the week beside a date, and the day, 1 for
// Monday; 0 where none stands there.
func (a *assertion) weekday(d reading.DateMention) (token, day int) {
	t := a.s.Tokens
	i := d.From - 1
	for i >= 0 && (t[i].Low == "," || a.s.First(i, i+1, "article") == i) {
		i--
	}
	if i >= 0 && t[i].Word.Weekday > 0 {
		return i, t[i].Word.Weekday
	}
	i = d.To
	for i < len(t) && (t[i].Low == "," || t[i].Low == "(") {
		i++
	}
	if i > d.To && i < len(t) && a.s.First(i, i+1, "article") == i { // 27 January, a Monday
		i++
	}
	if i < len(t) && i <= d.To+2 && t[i].Word.Weekday > 0 {
		return i, t[i].Word.Weekday
	}
	return 0, 0
}

// yearsOf returns the years that a date may be of: the one written, those of the dates
// of the facts cited, of the record, or that of the briefing.
func (c *pass) yearsOf(a *assertion, d reading.DateMention) []int {
	if d.Year > 0 {
		return []int{d.Year}
	}
	var out []int
	for _, f := range a.s.Facts {
		for _, w := range []date.Date{f.When(), f.Until} {
			if w.Month == d.Month && w.Day == d.Day {
				out = append(out, w.Year)
			}
		}
	}
	if out != nil {
		return out
	}
	now := c.f.Briefing.AsOf.Year
	for y := now - 3; y <= now+1; y++ {
		if x := (date.Date{Year: y, Month: d.Month, Day: d.Day}); c.carried.days[x.First()] {
			out = append(out, y)
		}
	}
	if out == nil {
		out = []int{now, now - 1, now + 1}
	}
	return out
}

// weekdayOf returns the day of the week of a day, 1 for Monday (ISO 8601).
func weekdayOf(d date.Date) int { return ((d.First()+3)%7+7)%7 + 1 } // 1970-01-01 was a Thursday

func weekdayName(day int) string {
	return [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[day-1]
}

// monthsOf judges a month or a year that is written beside a value and is not that of
// its fact: "until January" of a count of July, "in 2021" of one of 2023.
func (c *pass) monthsOf(a *assertion) {
	if c.f.Judgement(a.r.Passage.Owner) != nil || a.s.Has("plainNegation") {
		return
	}
	for k := range a.segments {
		cl := a.only(k)
		if cl == nil || cl.fact.Type != claim.Estimate || cl.fact.AsOf.IsZero() {
			continue
		}
		if cl.fact.AsOf.Precision() >= date.Month {
			c.monthOf(a, &a.segments[k], cl)
			c.monthAndYear(a, &a.segments[k], cl)
		}
		c.yearOf(a, &a.segments[k], cl)
	}
}

// only returns the claim of a segment, if it is of one fact.
func (a *assertion) only(segment int) *stated {
	var out *stated
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.segment != segment {
			continue
		}
		if out != nil && out.fact != cl.fact {
			return nil
		}
		out = cl
	}
	if g := &a.segments[segment]; out == nil || g.sourced || g.cites == g.to || len(g.facts) != 1 {
		return nil
	}
	return out
}

// monthOf judges a month without day and year.
func (c *pass) monthOf(a *assertion, g *segment, cl *stated) {
	s := a.s
	at := -1
	for i := g.from; i < g.cites; i++ {
		t := &s.Tokens[i]
		m := t.Word.Month
		if m == 0 || t.Dated && s.Tokens[max(0, i-1)].Dated || t.Word.Common && (!t.Capital || i == 0 || s.UpTo(i, "dating") < 0) {
			continue
		}
		if in := s.UpTo(i, "dating"); in < 0 || s.UpTo(in, "setBeside") >= 0 || a.hasYear(i+1) || c.knownMonth(cl.fact, m) {
			return
		}
		at = i
	}
	if at >= 0 && s.First(g.from, at, "since") < 0 {
		c.warnAt("W305", a, at, []string{cl.fact.ID}, a.words(at, at+1)+" is not the month of what is cited: "+quote(cl.fact.ID)+" is of "+
			cl.fact.AsOf.String(),
			"write {{"+cl.fact.ID+".date}}, or correct one of the two")
	}
}

// monthAndYear judges the one month of a year that a segment names: the value must be of it, or be
// known a month later.
func (c *pass) monthAndYear(a *assertion, g *segment, cl *stated) {
	var one *reading.DateMention
	for i := range a.s.Dates {
		d := &a.s.Dates[i]
		if d.From < g.from || d.To > g.cites {
			continue
		}
		if one != nil {
			return
		}
		one = d
	}
	f := cl.fact
	if one == nil || one.Day > 0 || one.Year == 0 || a.s.UpTo(one.From, "monthOf") < 0 || f.Status.Future() || c.warned(a, one.From, one.To) ||
		!f.Period.From.IsZero() || a.s.First(g.from, g.cites, "since", "against", "rangeFrom") >= 0 && a.s.UpTo(one.From, "since") >= 0 {
		return
	}
	for _, d := range one.Either() {
		lag := f.AsOf.First() - d.Last()
		excused := f.AsOf.Precision() == date.Day || a.s.First(g.from, g.cites, "document", "gives", "tells", "said") >= 0
		known := slices.ContainsFunc(f.Sources, func(s facts.Citation) bool { return meets(c.f.Source(s.Source).Published, date.Date{}, d) })
		if meets(f.AsOf, f.Until, d) || lag > 0 && lag <= 31 ||
			excused && (known || c.knownMonth(f, d.Month) && d.Year == f.AsOf.Year) || c.mentions(f, d) {
			return
		}
	}
	c.warnAt("W305", a, one.From, []string{f.ID}, a.words(one.From, one.To)+" is not the month of what is cited: "+quote(f.ID)+" is of "+
		f.AsOf.String(), "write {{"+f.ID+".date}}, or correct one of the two")
}

// hasYear reports whether a year stands at a token, behind at most one "of".
func (a *assertion) hasYear(i int) bool {
	t := a.s.Tokens
	if i < len(t) && t[i].Word.Of {
		i++
	}
	return i < len(t) && t[i].Kind == reading.Numeral && len(t[i].Low) == 4
}

// knownMonth reports whether a fact, its sources or a text of it know the month.
func (c *pass) knownMonth(f *facts.Fact, m int) bool {
	if f.AsOf.Month == m || f.AsOf.Month == m%12+1 && f.AsOf.Precision() < date.Day || spansMonth(f, m) {
		return true
	}
	for _, s := range f.Sources {
		if c.f.Source(s.Source).Published.Month == m {
			return true
		}
	}
	for _, tag := range c.f.Briefing.Languages {
		for _, text := range append([]string{c.f.Measure(f.Measure).Name.Line(tag), c.f.Measure(f.Measure).Definition.Line(tag),
			f.Statement.Line(tag)}, f.Note.In(tag)...) {
			in := c.reader.Skim(text, tag)
			for i := range in.Sentences {
				for _, t := range in.Sentences[i].Tokens {
					if t.Word.Month == m {
						return true
					}
				}
			}
		}
	}
	return false
}

// spansMonth reports whether the period of a fact has a month.
func spansMonth(f *facts.Fact, m int) bool {
	if f.Period.IsZero() {
		return false
	}
	first, last := date.FromDays(f.Period.First()), date.FromDays(f.Period.Last())
	n := (last.Year-first.Year)*12 + last.Month - first.Month
	return (m-first.Month+12)%12 <= n
}

// yearOf judges a year that is written behind the value.
func (c *pass) yearOf(a *assertion, g *segment, cl *stated) {
	for i := g.from + 1; i < g.cites; i++ {
		t := &a.s.Tokens[i]
		year := reading.YearOf(t)
		if year == 0 || a.s.UpTo(i, "dating") < 0 && !a.s.Tokens[i-1].Word.Of || a.at(i) != nil || i < cl.to && !a.oneYear(g, i) ||
			a.s.First(max(g.from, i-4), i, "since") >= 0 {
			continue
		}
		when := cl.fact.AsOf
		if year == when.Year || spansYear(cl.fact, year) || cl.fact.Status.Future() && year > when.Year ||
			year == when.Year-1 && when.Month > 0 && when.Month <= 4 ||
			c.names(cl.fact, t.Low) || c.yearAround(a, year) {
			return
		}
		c.warnAt("W305", a, i, []string{cl.fact.ID}, quote(t.Low)+" is not the year of what is cited: "+quote(cl.fact.ID)+" is of "+when.String(),
			"write {{"+cl.fact.ID+".date}}, or correct one of the two")
		return
	}
}

// spansYear reports whether the time that a fact is about, its period or else its date, has a day in a year.
func spansYear(f *facts.Fact, year int) bool {
	x := f.Span()
	return !x.IsZero() && x.From.Year <= year && year <= x.To.Year
}

// yearAround reports whether a year is still to come, or stands in the statement, the note or a quotation of a fact that the paragraph
// refers to, so that it may be told of that fact.
func (c *pass) yearAround(a *assertion, year int) bool {
	if year > c.f.Briefing.AsOf.Year {
		return true
	}
	for b := a; b != nil && b.r == a.r; b = b.after {
		a = b
	}
	for b := a; b != nil && b.r == a.r; b = b.before {
		if slices.ContainsFunc(b.s.Facts, func(f *facts.Fact) bool { return c.statesNumber(f, a.r, float64(year)) }) {
			return true
		}
	}
	return false
}

// oneYear reports whether a segment has one year alone, and relates it to no other time.
func (a *assertion) oneYear(g *segment, at int) bool {
	for i := g.from; i < g.cites; i++ {
		if reading.YearOf(&a.s.Tokens[i]) > 0 && i != at && a.at(i) == nil {
			return false
		}
	}
	return a.s.UpTo(at, "dating") >= 0 && a.s.First(g.from, g.cites, "relation", "against", "comparison", "riseFrom", "fallFrom") < 0
}

// names reports whether a text of a fact, of its measure or the title of a source of it
// has the word.
func (c *pass) names(f *facts.Fact, word string) bool {
	m := c.f.Measure(f.Measure)
	for _, tag := range c.f.Briefing.Languages {
		for _, text := range []string{m.Name.Line(tag), m.Definition.Line(tag), f.Statement.Line(tag), f.Note.Line(tag)} {
			if containsWord(text, word) {
				return true
			}
		}
	}
	for _, s := range f.Sources {
		if containsWord(c.f.Source(s.Source).Title, word) || containsWord(s.Quote, word) {
			return true
		}
	}
	return false
}

// timeOfDay judges a time of day beside the one fact that is cited, whose texts have
// another.
func (c *pass) timeOfDay(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to {
			continue
		}
		times := clockTimes(a.s, g.from, g.cites)
		if len(times) != 1 {
			continue
		}
		known := c.timesOf(f, c.tagOf(a.r))
		if len(known) > 0 && !slices.ContainsFunc(known, times[0].same) {
			c.warnAt("W305", a, times[0].at, []string{f.ID}, a.words(times[0].at, times[0].end)+" is not the time of what is cited: "+
				quote(f.ID)+" has "+clockTimesShown(known), "correct one of the two")
		}
	}
}

// timesOf returns the times of day that the texts of a fact have.
func (c *pass) timesOf(f *facts.Fact, tag string) []clockTime {
	var out []clockTime
	for s := range c.sentences(notedOf(f, tag), tag) {
		out = append(out, clockTimes(s, 0, len(s.Tokens))...)
	}
	return out
}
