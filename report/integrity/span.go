package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// daysIn returns how many days a period of the word lists lasts, or 0.
func daysIn(period string) float64 {
	switch period {
	case "hour":
		return 1.0 / 24
	case "day":
		return 1
	case "week":
		return 7
	case "month":
		return 30.4
	case "quarter":
		return 91.3
	case "year":
		return 365.25
	}
	return 0
}

// A stretchOfTime is a number of periods that a text names: "ten days", "a year".
type stretchOfTime struct {
	from, to int     // tokens
	days     float64 // how long it is
	one      float64 // how long one of its periods is
}

// stretches finds the stretches of time between two tokens of a sentence.
func stretches(s *reading.Sentence, from, to int) []stretchOfTime {
	var out []stretchOfTime
	for i := max(from, 1); i < to; i++ {
		one := daysIn(s.Tokens[i].Word.Period)
		if one == 0 {
			continue
		}
		t := &s.Tokens[i-1]
		n := t.Word.Value
		if t.Kind == reading.Numeral && !t.Dated {
			n = t.Num
		} else if n == 0 && s.First(i-1, i, "article") == i-1 {
			n = 1
		}
		if n > 0 {
			out = append(out, stretchOfTime{i - 1, i + 1, n * one, one})
		}
	}
	return out
}

// later judges how long after, or before, another the fact of a sentence is said to be:
// "ten days later" of the 10th and the 20th.
func (c *pass) later(a *assertion) {
	for _, x := range stretches(a.s, 0, len(a.s.Tokens)) {
		g := a.segmentAt(x.from)
		end := a.s.At(x.to, "before")
		if g == nil || end < 0 || g.sourced || len(g.facts) != 1 || a.s.UpTo(x.from, "than") >= 0 ||
			a.s.First(end, min(len(a.s.Tokens), end+1), "than") >= 0 {
			continue
		}
		f := g.facts[0]
		if f.Type == claim.Statement || slices.ContainsFunc(a.s.Dates, func(d reading.DateMention) bool {
			return d.From >= end && d.From <= end+
				3
		}) {
			continue
		}
		others := slices.DeleteFunc(a.datedBefore(x.from), func(o *facts.Fact) bool { return o == f })
		if f.When().Precision() < date.Day && x.one < 30 || len(others) == 0 {
			continue
		}
		fits := slices.ContainsFunc(others, func(o *facts.Fact) bool { return apartInTime(o, f, x) })
		if !fits && !slices.ContainsFunc(others, func(o *facts.Fact) bool { return o.When().Precision() < date.Day && x.one < 30 }) {
			c.warnAt("W305", a, x.from, []string{f.ID, others[len(others)-1].ID}, a.words(x.from, end)+" is not how far the dates are apart: "+
				quote(others[len(others)-1].ID)+" is of "+
				others[len(others)-1].When().String()+", and "+quote(f.ID)+" of "+f.When().String(),
				"count the days again, or correct one of the dates")
			return
		}
	}
}

// datedBefore returns the facts with a date that the sentence refers to before a token, and
// those of the sentence before it.
func (a *assertion) datedBefore(token int) []*facts.Fact {
	var out []*facts.Fact
	if a.before != nil && a.before.r == a.r {
		out = append(out, a.before.s.Facts...)
	}
	for i := range a.segments {
		if g := &a.segments[i]; g.to <= token {
			out = append(out, g.facts...)
		}
	}
	return slices.DeleteFunc(out, func(f *facts.Fact) bool { return f.When().IsZero() })
}

// apartInTime reports whether two facts are as far apart as a stretch of time says, give or
// take half a period and a day.
func apartInTime(x, y *facts.Fact, s stretchOfTime) bool {
	p, q := x.When(), y.When()
	if p.First() == q.First() && p.Last() == q.Last() {
		return true // two sayings of one day: what is dated is another thing
	}
	slack := max(s.one*0.5, s.days*0.1, 1)
	if p.Precision() < date.Day || q.Precision() < date.Day {
		slack += s.one * 0.5
	}
	return math.Abs(math.Abs(p.Middle()-q.Middle())-s.days) <= slack
}
