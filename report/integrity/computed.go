package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// computed reports whether a number is worked out of the facts cited with it: the sum or the
// difference of two that are counted in one unit, a percentage of a value or the whole that it
// is a percentage of, how much of one value there is to one of another ("3 gigawatts a second",
// of 15 gigawatts and 5 seconds), one of them as a percentage of the other, or the
// mean of one value over the months, weeks or days that it runs over.
func (c *pass) computed(a *assertion, n reading.Amount) bool {
	g := a.segmentAt(n.From)
	list := g.cited()
	switch {
	case len(list) == 1:
		return c.averaged(a, n, list[0]) || c.overTime(a, n, list[0]) || c.ofStatement(a, n, g, list[0])
	case len(list) > 4:
		return false
	}
	for i, x := range list {
		if a.per(n) < 0 && a.meanPeriod(n) >= 0 && c.averaged(a, n, x) {
			return true
		}
		for _, y := range list[i+1:] {
			if c.ofTwo(a, n, x, y) || c.ofTwo(a, n, y, x) {
				return true
			}
		}
	}
	return false
}

// ofTwo reports whether a number in the unit of x is worked out of x and y.
func (c *pass) ofTwo(a *assertion, n reading.Amount, x, y *facts.Fact) bool {
	percent, of := c.isPercent(x.Measure), c.isPercent(y.Measure)
	for _, v := range c.inUnit(a.r, x, n) {
		for _, p := range partsOf(x) {
			for _, q := range partsOf(y) {
				switch {
				case (c.sameUnit(x, y) || !percent && !of && a.exceedsBy(n)) && (v.rounds(p.value+q.value) || v.rounds(math.Abs(p.value-q.value))):
					return true
				case n.Percent != percent:
				case of && !percent && (v.rounds(p.value*q.value/100) || v.rounds(p.value*(1-q.value/100)) ||
					q.value > 0 && v.rounds(p.value/q.value*100)):
					return true
				case q.value > 0 && (c.sameUnit(x, y) && a.forEach(n) || !c.sameUnit(x, y) && c.countedBy(a, n, y)) &&
					(v.rounds(p.value/q.value) || v.rounds(p.value/q.value*c.smallerUnit(a, n, y))):
					return true
				}
			}
		}
	}
	return false
}

// exceedsBy reports whether "more than" or "fewer than" stands behind a number and what it counts, so that it is how far two
// values are apart, whatever each counts: "521,000 more people than animals".
func (a *assertion) exceedsBy(n reading.Amount) bool {
	end := max(a.behindWord(n, "greater"), a.behindWord(n, "smaller"))
	return end > 0 && a.s.First(end, min(len(a.s.Tokens), end+4), "than") >= 0
}

// forEach reports whether a segment tells how many there are for each of something.
func (a *assertion) forEach(n reading.Amount) bool {
	g := a.segmentAt(n.From)
	return a.s.First(g.from, g.cites, "forEvery") >= 0 || a.per(n) >= 0
}

// smallerUnit returns how much of the unit of a fact there is in the unit that a number is told for one of: a thousandth, of
// "dollars per kilo" where the fact counts tonnes; 1 where the two are of no one dimension.
func (c *pass) smallerUnit(a *assertion, n reading.Amount, f *facts.Fact) float64 {
	at := a.per(n)
	if at < 0 {
		return 1
	}
	u, own := reading.UnitIn(a.s.Tokens, at), c.countedIn(f.Measure, c.tagOf(a.r))
	if u == "" || own == "" || u == own || !sameDimension(u, own) {
		return 1
	}
	_, told := reading.Magnitude(u)
	_, of := reading.Magnitude(own)
	return told / of
}

// rounds reports whether a number is another one rounded to its last digit, which is no more than
// a twelfth of it.
func (n scaled) rounds(v float64) bool {
	return v > 0 && math.Abs(v-n.value) <= max(min(n.unit/2, n.value/12), n.value*1e-9)*1.001
}

// countedBy reports whether what stands behind "per" after a number is what a fact counts, or
// nothing does.
func (c *pass) countedBy(a *assertion, n reading.Amount, f *facts.Fact) bool {
	at := a.per(n)
	if at < 0 {
		return true
	}
	if c.smallerUnit(a, n, f) != 1 {
		return true
	}
	one := func(w string) string { return stem(strings.TrimSuffix(w, "s")) }
	word := one(a.s.Tokens[at].Low)
	return slices.ContainsFunc(c.unitOf(a.r, f.Measure), func(w string) bool { return one(w) == word })
}

// per returns the token of what a number is told for one of: the minute of "3 gigawatts per
// minute", the week of "300 cases a week"; or -1.
func (a *assertion) per(n reading.Amount) int {
	for i := n.To; i < min(len(a.s.Tokens), n.To+4); i++ {
		t := &a.s.Tokens[i]
		if t.Kind != reading.Word {
			return -1
		}
		for _, p := range periods {
			if end := a.s.At(i, p); end > 0 && a.s.Tokens[end-1].Word.Period != "" {
				return end - 1
			}
		}
		end := a.s.At(i, "per")
		if at := a.s.At(i, "article"); end < 0 && at > 0 && at < len(a.s.Tokens) && a.s.Tokens[at].Word.Period != "" {
			end = at
		}
		if end > 0 && end < len(a.s.Tokens) && a.s.Tokens[end].Kind == reading.Word {
			return end
		}
	}
	return -1
}

// averaged reports whether a number is told for each month, week or day of the time that a value
// runs over, and is the mean of that.
func (c *pass) averaged(a *assertion, n reading.Amount, f *facts.Fact) bool {
	at := a.per(n)
	if at < 0 {
		at = a.meanPeriod(n)
	}
	if at < 0 {
		return false
	}
	days := map[string]float64{"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}[a.s.Tokens[at].Word.Period]
	months := c.stretchMonths(f, c.tagOf(a.r))
	if days == 0 || months == 0 {
		return false
	}
	times := months * 365.25 / 12 / days
	return slices.ContainsFunc(c.inUnit(a.r, f, n), func(v scaled) bool {
		return slices.ContainsFunc(partsOf(f), func(p part) bool {
			return times > 1.5 && (v.rounds(p.value/times) || v.rounds(p.value/math.Round(times)))
		})
	})
}

// stretchMonths returns how many months a value runs over, by the months that the name or the
// definition of its measure gives, or, of one of a year, twelve; 0 where that is not known.
func (c *pass) stretchMonths(f *facts.Fact, tag string) float64 {
	m := c.f.Measure(f.Measure)
	if m == nil {
		return 0
	}
	for _, text := range []string{m.Name.Line(tag), m.Definition.Line(tag), f.Statement.Line(tag)} {
		var list []int
		in := c.reader.Skim(text, tag)
		for i := range in.Sentences {
			for _, t := range in.Sentences[i].Tokens {
				if t.Word.Month > 0 {
					list = append(list, t.Word.Month)
				}
			}
		}
		if len(list) == 2 && list[1] > list[0] {
			return float64(list[1] - list[0] + 1)
		} else if len(list) > 0 {
			return 0
		}
	}
	if f.AsOf.Month == 0 && f.AsOf.Year > 0 {
		return 12
	}
	return 0
}

// ofStatement reports whether a number is worked out of a value and one that the statement of a
// fact cited with it gives: 63 percent, of 411 and "the 650 seats".
func (c *pass) ofStatement(a *assertion, n reading.Amount, g *segment, x *facts.Fact) bool {
	tag := c.tagOf(a.r)
	for _, f := range g.facts {
		if f == x || f.HasAmount() {
			continue
		}
		in := c.reader.Skim(f.Statement.Line(tag), tag)
		for i := range in.Sentences {
			for _, o := range in.Sentences[i].Amounts {
				for _, p := range partsOf(x) {
					whole, v := scaled{n.Value, n.Unit}, o.Value
					if n.Percent && v > 0 && whole.rounds(p.value/v*100) || !n.Percent && (whole.rounds(p.value+v) || whole.rounds(math.Abs(p.value-v))) {
						return true
					}
				}
			}
		}
	}
	return false
}
