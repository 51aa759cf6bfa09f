package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// overTime reports whether a number is what a rate makes over a stretch of time that its segment tells:
// 42,000 of 1,400 a day and thirty days.
func (c *pass) overTime(a *assertion, n reading.Amount, f *facts.Fact) bool {
	m := c.f.Measure(f.Measure)
	if m == nil {
		return false
	}
	own := map[string]float64{"perDay": 1, "perWeek": 7, "perMonth": 365.25 / 12, "perYear": 365.25}[c.periodOf(m, c.tagOf(a.r))]
	g := a.segmentAt(n.From)
	return own > 0 && slices.ContainsFunc(stretches(a.s, g.from, g.cites), func(x stretchOfTime) bool {
		times := x.days / own
		return slices.ContainsFunc(c.inUnit(a.r, f, n), func(v scaled) bool {
			return slices.ContainsFunc(partsOf(f), func(p part) bool { return v.rounds(p.value*times) || v.rounds(p.value*math.Round(times)) })
		})
	})
}

// meanPeriod returns the token of the period of which a number is said to be the mean, before it: the month of
// "the monthly average of 480" and of "la media mensual, cercana a 480"; or -1.
func (a *assertion) meanPeriod(n reading.Amount) int {
	for i := n.From - 1; i >= max(0, n.From-8) && a.s.Tokens[i].Kind != reading.Cite; i-- {
		if a.s.At(i, "average") < 0 {
			continue
		}
		for j := max(0, i-1); j <= min(i+3, n.From-1); j++ {
			if a.s.Tokens[j].Word.Period != "" {
				return j
			}
		}
	}
	return -1
}

// A lasting is a time that a sentence tells in several periods: "38 years and four months".
type lasting struct {
	from, to int
	days     float64
	one      float64 // how long the last of its periods is
}

// lastings finds those of at least two periods.
func lastings(s *reading.Sentence) []lasting {
	var out []lasting
	var run lasting
	for _, x := range stretches(s, 0, len(s.Tokens)) {
		x.days, x.one = calendarDays(x.days), calendarDays(x.one)
		if run.to > 0 && x.one < run.one && x.from <= run.to+1 && x.from >= run.to && !counted(s, run.to, x.from) {
			run = lasting{run.from, x.to, run.days + x.days, x.one}
			if len(out) > 0 && out[len(out)-1].from == run.from {
				out[len(out)-1] = run
			} else {
				out = append(out, run)
			}
			continue
		}
		run = lasting(x)
	}
	return out
}

// counted reports whether anything but "and" or a comma stands between two tokens.
func counted(s *reading.Sentence, from, to int) bool {
	return slices.ContainsFunc(s.Tokens[from:to], func(t reading.Token) bool { return !t.Word.Joining && t.Low != "," })
}

// calendarDays counts months as a twelfth of a year.
func calendarDays(days float64) float64 {
	if months := days / daysIn("month"); days < 365 && months >= 1 && math.Abs(months-math.Round(months)) < 1e-6 {
		return months * 365.25 / 12
	}
	return days
}

// durations judges a time that is told in several periods beside a value that counts time: 38 years and four months, of
// 460 months.
func (c *pass) durations(a *assertion) {
	for _, x := range lastings(a.s) {
		f := c.timed(a, x)
		if f == nil {
			continue
		}
		one := calendarDays(daysIn(c.timeUnit(a.r, f)))
		fits := slices.ContainsFunc(partsOf(f), func(p part) bool { return math.Abs(p.value*one-x.days) <= x.one*0.51 })
		if !fits {
			c.warnAt("W303", a, x.from, []string{f.ID}, a.words(x.from, x.to)+" is not how long "+quote(f.ID)+" says: "+saysOf(f)+" "+
				strings.Join(c.unitOf(a.r, f.Measure), " "), "write {{"+f.ID+"}}, or count again")
			return
		}
	}
}

// timed returns the one fact cited with a time that counts time, or nil.
func (c *pass) timed(a *assertion, x lasting) *facts.Fact {
	list := a.segmentAt(x.from).cited()
	if len(list) != 1 || c.timeUnit(a.r, list[0]) == "" {
		return nil
	}
	return list[0]
}

// timeUnit returns the period that a fact is counted in, or nothing.
func (c *pass) timeUnit(r *reading.Text, f *facts.Fact) string {
	unit := c.unitOf(r, f.Measure)
	if len(unit) != 1 {
		return ""
	}
	return r.List.Look(unit[0]).Period
}

// inTime reports whether a number is part of a time that durations judges.
func (c *pass) inTime(a *assertion, n reading.Amount) bool {
	if n.To >= len(a.s.Tokens) || a.s.Tokens[n.To].Word.Period == "" {
		return false
	}
	return slices.ContainsFunc(lastings(a.s), func(x lasting) bool { return x.from <= n.From && n.To <= x.to && c.timed(a, x) != nil })
}
