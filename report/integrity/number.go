package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// claims reports whether a number is a figure that somebody must have given. It
// is not where it names something (Article 4, KN-23, 152 mm), counts time, is a
// year, a time of day or a ratio, or is small and counts nothing that is measured.
//
// The measures are those whose unit stands behind it, at the token unit.
func (c *pass) claims(r *reading.Text, s *reading.Sentence, n reading.Amount, measures []string, unit int) bool {
	counts := measures != nil
	switch {
	case n.Percent:
		return !s.Has("chance") && !r.Likely(s)
	case s.Named(n), s.Ratio(n), s.Technical(n) && !concerns(s, measures):
		return false
	case max(n.Value, n.Alt) >= 10 && (s.Priced(n) || s.UpTo(n.From, "numbering") >= 0):
		return true
	case c.claimsToll(s, n), n.Small() && counts && s.Direct(n, unit) && cites(s, measures) && !known(s, n):
		return true
	case n.Spelled && !counts && n.Value == math.Pow10(int(math.Round(math.Log10(n.Value)))) && !s.Things(n): // "a million is"
		return false
	case n.Spelled:
		return n.Value >= 10 && (counts || n.Value >= 1000 || n.Value >= 100 && s.Things(n))
	case max(n.Value, n.Alt) < 10, n.Value <= 2200 && reading.YearOf(&s.Tokens[n.From]) > 0 && n.To-n.From == 1:
		return counts && s.Direct(n, unit) && n.Value > 0
	case s.First(max(0, n.From-3), n.From, "threshold") >= 0:
		return counts
	}
	return counts || max(n.Value, n.Alt) >= 1000 || s.Things(n)
}

// concerns reports whether the sentence refers to a fact of one of the measures.
func concerns(s *reading.Sentence, measures []string) bool {
	return slices.ContainsFunc(s.Facts, func(f *facts.Fact) bool { return f.Measure != "" && slices.Contains(measures, f.Measure) })
}

// carrier returns the fact that has the number, or nil.
func carrier(list []*facts.Fact, n reading.Amount) *facts.Fact {
	for _, f := range list {
		if has(f, n.Value) || has(f, n.Alt) {
			return f
		}
	}
	return nil
}

// within reports whether a fact's number is no further from v than by.
func within(list []*facts.Fact, v, by float64) bool {
	for _, f := range list {
		for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
			if p != nil && math.Abs(*p-v) <= by {
				return true
			}
		}
	}
	return false
}

// derived reports whether the number is a sum or a difference of numbers of two
// facts of one measure, how many times one is the other, the sum of all, or, of a
// percentage, a share. Where the sentence speaks of a total, facts of different
// measures with one unit add up as well. A number that is said to be approximate may
// be rounded.
func (c *pass) derived(a *assertion, n reading.Amount, list []*facts.Fact, loose bool) bool {
	list = list[:min(len(list), widest)]
	if n.Percent {
		return share(c.shareBase(a, list), n, sideOf(a.r, a.s, n))
	}
	slack := n.Value * 1e-9
	if loose {
		slack = max(slack, n.Unit/2)
	} else if n.Spelled {
		slack = max(slack, min(n.Unit/2, n.Value*0.03))
	}
	close := func(v float64) bool { return v > 0 && math.Abs(v-n.Value) <= slack }
	total, whole := 0.0, a.s.Has("total", "wholes", "balance")
	var terms []term
	for i, f := range list {
		if slices.Contains(list[:i], f) {
			continue
		}
		if f.Best != nil {
			total += f.Best.Float()
		}
		terms = append(terms, c.term(a.r, f, whole))
	}
	for i, x := range terms {
		for _, y := range terms[i+1:] {
			if (x.measure == y.measure || whole && x.unit != "" && x.unit == y.unit) && slices.ContainsFunc(x.values, func(v float64) bool {
				return derivedOf(v, y.values, n.Value < 1000, close)
			}) {
				return true
			}
		}
	}
	return close(total)
}

// A term is what a fact gives to a sum: its numbers as they may be written, and what it counts.
type term struct {
	measure, unit string
	values        []float64
}

// term returns that of a fact, with its unit where facts of other measures add to it.
func (c *pass) term(r *reading.Text, f *facts.Fact, whole bool) term {
	t := term{measure: f.Measure, values: c.written(r, f)}
	if m := c.f.Measure(f.Measure); whole && m != nil {
		t.unit = m.Unit.Line(c.f.Briefing.Languages[0])
	}
	return t
}

// derivedOf reports whether a number is the sum or difference of x and one of ys, or where it is small their ratio.
func derivedOf(x float64, ys []float64, small bool, close func(float64) bool) bool {
	return slices.ContainsFunc(ys, func(y float64) bool {
		return close(x+y) || close(math.Abs(x-y)) || small && (y > 0 && close(x/y) || x > 0 && close(y/x))
	})
}

// shareBase returns the facts that a percentage may be a share of: those of the
// sentence and of the one before it, or, where these have none, the list.
func (c *pass) shareBase(a *assertion, list []*facts.Fact) []*facts.Fact {
	near := slices.Clone(a.s.Facts)
	if a.before != nil {
		near = append(near, a.before.s.Facts...)
	}
	if len(near) == 0 {
		return list
	}
	for _, f := range slices.Clone(near) {
		if p := c.predecessor(f); p != nil {
			near = append(near, p)
		}
	}
	return near
}

// sameUnit reports whether two facts are counted in one unit.
func (c *pass) sameUnit(f, g *facts.Fact) bool {
	m, o := c.f.Measure(f.Measure), c.f.Measure(g.Measure)
	tag := c.f.Briefing.Languages[0]
	return m != nil && o != nil && m.Unit.Line(tag) == o.Unit.Line(tag)
}

// written returns the numbers of a fact as they may be written: as they are, and with
// the scale of their unit.
func (c *pass) written(r *reading.Text, f *facts.Fact) []float64 {
	out := numbers(f)
	if by := c.scaleWord(r, f.Measure); by > 1 {
		for _, v := range numbers(f) {
			out = append(out, v*by)
		}
	}
	return out
}

// numbers returns the numbers that the fact gives.
func numbers(f *facts.Fact) []float64 {
	var out []float64
	for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
		if p != nil {
			out = append(out, *p)
		}
	}
	return out
}

// share reports whether a percentage is a share or a change between two numbers. Where
// words put it on a side, that side has a whole unit: 99.75 is more than 99.
func share(list []*facts.Fact, n reading.Amount, side int) bool {
	slack := min(n.Unit, 1) / 2 * 1.01
	fits := func(v float64) bool {
		d := v - n.Value
		return math.Abs(d) <= slack || side > 0 && d > 0 && d < slack*2 || side < 0 && d < 0 && -d < slack*2
	}
	var all []float64
	for _, f := range list {
		all = append(all, numbers(f)...)
	}
	for _, a := range all {
		if a == n.Value || slices.ContainsFunc(all, func(b float64) bool { return b > 0 && (fits(a/b*100) || fits(math.Abs(a-b)/b*100)) }) {
			return true
		}
	}
	return false
}

// holder names the first fact that has the value, with the part.
func (c *pass) holder(v float64) string {
	if id, ok := c.carried.holders[v]; ok {
		return id
	}
	i, _ := slices.BinarySearch(c.carried.values, v-math.Abs(v)*1e-9)
	return c.carried.holders[c.carried.values[i]]
}

// before returns what stands before the full stop.
func before(id string) string {
	id, _, _ = strings.Cut(id, ".")
	return id
}

// lowest returns the least number that the fact gives.
func lowest(f *facts.Fact) float64 {
	for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
		if p != nil {
			return *p
		}
	}
	return 0
}

// onlyUpper reports whether v is known only as the upper end of ranges, and the
// sentence tells neither another number nor that it is the upper end.
func (c *pass) onlyUpper(s *reading.Sentence, v float64) bool {
	if len(s.Amounts)+len(s.Values) > 1 || s.Has("upper") {
		return false
	}
	if c.carried.uppers == nil {
		c.carried.uppers = map[float64]bool{}
		for i := range c.f.Facts {
			f := &c.f.Facts[i]
			if f.High != nil && lowest(f) < f.High.Float() && !(f.Best != nil && f.Best.Float() == f.High.Float()) {
				if _, seen := c.carried.uppers[f.High.Float()]; !seen {
					c.carried.uppers[f.High.Float()] = true
				}
			} else if f.High != nil {
				c.carried.uppers[f.High.Float()] = false
			}
			for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best)} {
				if p != nil {
					c.carried.uppers[*p] = false
				}
			}
		}
	}
	return c.carried.uppers[v]
}

// tells reports whether the sentence gives another number of the fact than n.
func tells(s *reading.Sentence, f *facts.Fact, n reading.Amount) bool {
	for _, v := range s.Values {
		if p := v.Part; v.Fact == f && (p == "" || p == claim.PartLow || p == claim.PartBest) {
			return true
		}
	}
	for _, m := range s.Amounts {
		if m.From != n.From && (f.Low != nil && m.Value == math.Abs(f.Low.Float()) || f.Best != nil && m.Value == math.Abs(f.Best.Float())) {
			return true
		}
	}
	return false
}
