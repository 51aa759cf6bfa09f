package integrity

import (
	"math"
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A proportion is a ratio that a sentence says in words: "nearly three times", "a
// little over half", "siete de cada diez".
type proportion struct {
	from, to  int // tokens
	low, high float64
	v         float64
	below     bool // "fewer than a third"
	changes   bool // "halved": of one percentage it says nothing
	anyUnit   bool // "one in eight": what it is taken of may be counted in another unit
}

// proportions finds the ratios of a sentence.
func (a *assertion) proportions() []proportion {
	var out []proportion
	s := a.s
	for _, h := range s.Matches {
		if h.Class != "ratio" || s.Nested(h) || a.partOfNumber(h) || a.ofPoint(h.To) {
			continue
		}
		if whole := a.wholeBefore(h); whole == 0 {
			out = append(out, a.made(h))
		} else if end := s.At(h.To, "timesWord"); end > 0 { // two and a half times
			out = append(out, a.proportion(h.From-2, end, whole+h.Value, 1))
		}
	}
	for _, n := range s.Amounts {
		if a.multipliedBy(n) {
			out = append(out, a.proportion(n.From, n.To, n.Value, 1))
		}
		if end := s.At(n.To, "timesWord"); end > 0 && n.Value >= 2 && n.Value <= 100 {
			v := n.Value + s.AndHalf(end) // dos veces y media
			out = append(out, a.proportion(n.From, end, v, 1))
		}
	}
	for i := range s.Tokens {
		if p, ok := a.outOf(i); ok {
			out = append(out, p)
		}
	}
	return out
}

// ofOther reports whether a part is taken of what none of the facts counts: "a third of the shops".
func (c *pass) ofOther(a *assertion, p proportion, own []ratioValue) bool {
	i := p.to
	if p.high >= 1 || i >= len(a.s.Tokens) || !a.s.Tokens[i].Word.Of {
		return false
	}
	if i++; a.s.At(i, "article") > 0 {
		i = a.s.At(i, "article")
	}
	if i >= len(a.s.Tokens) || a.s.Tokens[i].Kind != reading.Word || a.s.Has("wholes") {
		return false
	}
	word := a.s.Tokens[i].Low
	return !slices.ContainsFunc(own, func(x ratioValue) bool {
		return x.fact.Measure != "" && (c.inName(a, x.fact.Measure, word) ||
			slices.ContainsFunc(c.unitOf(a.r, x.fact.Measure), func(w string) bool { return stem(w) == stem(word) }))
	})
}

// proportion reads the words before a ratio: "nearly" and "more than" put it on a side,
// without them an eighth either way is allowed.
func (a *assertion) proportion(from, to int, v, step float64) proportion {
	p := proportion{from: from, to: to, v: v, low: v * 0.88, high: v * 1.12}
	h, ok := a.qualifier(from, "nearly", "justOver", "least", "most")
	if !ok {
		return p
	}
	switch h.Class {
	case "nearly", "most":
		p.low, p.high, p.below = v*0.84, v, h.Class == "most"
		if p.below { // fewer than half, and more than a third
			p.low = v * 0.66
			if v < 0.02 { // less than a thousandth may be far less
				p.low = v * 0.1
			}
		}
	case "justOver":
		p.low, p.high = v, v*1.16
	case "least":
		p.low, p.high = v, v+step
	}
	p.from = min(from, h.From)
	return p
}

// made reads the ratio of a phrase. A part by which something is said to rise or fall,
// or that one value is more or less than another, is read as what it makes of the whole: "a
// third more than" is four thirds, "a drop of a third" two thirds.
func (a *assertion) made(h reading.Match) proportion {
	changes := a.s.At(h.From, "rises") > 0 || a.s.At(h.From, "falls") > 0
	if h.Value >= 1 {
		p := a.proportion(h.From, h.To, h.Value, 1)
		p.changes = changes
		return p
	}
	p := a.proportion(h.From, h.To, h.Value, h.Value*0.25)
	p.changes = changes
	word, ok := a.changeWord(h.From, 0)
	up, down := a.s.At(h.To, "greater") > 0 || ok && word.Class == "rises", a.s.At(h.To, "smaller") > 0 || ok && word.Class == "falls"
	switch {
	case up && !(down && a.s.At(h.To, "smaller") > a.s.At(h.To, "greater")): // not "más bajo"
		p.v, p.low, p.high = 1+p.v, 1+p.low, 1+p.high
	case down:
		p.v, p.low, p.high, p.below = 1-p.v, 1-p.high, 1-p.low, false
	}
	return p
}

// ofPoint reports whether a part is one of a percentage point: "a tenth of a point".
func (a *assertion) ofPoint(i int) bool {
	if i < len(a.s.Tokens) && a.s.Tokens[i].Word.Of {
		i++
	}
	if end := a.s.At(i, "article"); end > 0 {
		i = end
	}
	return a.s.At(i, "points") > 0
}

// ofOne reports whether "of a" follows a part: "a quarter of a century" is a time.
func (a *assertion) ofOne(i int) bool {
	return i+1 < len(a.s.Tokens) && a.s.Tokens[i].Word.Of && a.s.Tokens[i+1].Word.Value == 1 || i+1 < len(a.s.Tokens) &&
		a.s.Tokens[i].Word.Of && (a.s.Tokens[i+1].Low == "a" || a.s.Tokens[i+1].Low == "an")
}

// partOfNumber reports whether the words of a ratio are part of a number: "half a
// million", "una hora y media".
func (a *assertion) partOfNumber(h reading.Match) bool {
	for _, n := range a.s.Amounts {
		if n.From < h.To && h.From < n.To && !(n.From >= h.From && n.To <= h.To) {
			return true
		}
	}
	return false
}

// proportioned judges the ratios of a sentence against the numbers that it and the
// sentence before it give: one pair of them must have it.
func (c *pass) proportioned(a *assertion) {
	list := a.proportions()
	if len(list) == 0 || a.s.Has("plainNegation") {
		return
	}
	for _, p := range list {
		if c.outOfProportion(a, p) {
			return
		}
	}
}

// outOfProportion warns of one ratio that no two numbers have, and reports whether it did.
func (c *pass) outOfProportion(a *assertion, p proportion) bool {
	const hint = "correct the ratio, or the numbers that it is taken from"
	own, all := c.inReach(a, p)
	if a.ofOne(p.to) {
		return false
	}
	if x, y := a.twoByHand(p); x > 0 {
		v := min(x, y) / max(x, y)
		if p.v > 1 {
			v = 1 / v
		}
		wrong := v < p.low*0.999 && !(p.below && v > p.low/2) || v > p.high*1.001
		if wrong {
			c.warnAt("W318", a, p.from, nil, a.words(p.from, p.to)+" is not the ratio of "+show(x)+" and "+show(y), hint)
		}
		return wrong
	}
	if p.anyUnit && c.ofThings(a, p, own) {
		return false
	}
	fits, known := c.ofAll(a, p)
	if fits {
		return false
	}
	if c.contraryBound(a, p) {
		return true
	}
	if known && !c.warned(a, 0, len(a.s.Tokens), "W303", "W317") {
		c.warnAt("W318", a, p.from, factIDs(own), a.words(p.from, p.to)+" is the ratio of no two parts of what is cited for it", hint)
		return true
	}
	if len(own) == 0 && !refersTo(a.s) && a.before != nil && c.texts.figures[a.r.Passage.Owner] == nil { // "the first is twice the second"
		if own, all = c.values(a.before, -1); c.ofOther(a, p, own) {
			return false
		}
	}
	if len(own) == 0 || !enough(own, all, p) || a.agesAgo(p, own) || p.among(own, all) || c.warned(a, 0, len(a.s.Tokens), "W303", "W317") ||
		c.givenElsewhere(a, own, p) {
		return false
	}
	compared := a.s.First(p.to, min(len(a.s.Tokens), p.to+6), "before", "than") >= 0
	if sum := addedUp(own); !compared && sum >= p.low*100 && sum <= p.high*115 {
		return false
	}
	c.warnAt("W318", a, p.from, factIDs(own), a.words(p.from, p.to)+" is the ratio of no two numbers here"+closest(own, all), hint)
	return true
}

// givenElsewhere reports whether numbers beyond those of the clause of a ratio have it: written by hand, in a note, or of the whole that is
// named behind it.
func (c *pass) givenElsewhere(a *assertion, own []ratioValue, p proportion) bool {
	return c.proportionNear(a, p) || c.ofNoted(a, own, p) || len(a.wholeWords(p.to)) > 0 && c.anywhere(own, p)
}

// anywhere reports whether a number of a ratio's clause has it with any other of its unit in the file: the whole that is named may be told
// elsewhere.
func (c *pass) anywhere(own []ratioValue, p proportion) bool {
	return slices.ContainsFunc(own, func(x ratioValue) bool {
		return slices.ContainsFunc(c.f.Facts[:min(len(c.f.Facts), 4*widest)], func(o facts.Fact) bool {
			return o.ID != x.fact.ID && c.sameUnit(&o, x.fact) && slices.ContainsFunc(partsOf(&o), func(q part) bool {
				return q.value > 0 && x.v > 0 && (p.fits(x.v/q.value) || p.fits(q.value/x.v))
			})
		})
	})
}

// ofNoted reports whether a number of the note of a fact is that part of its value.
func (c *pass) ofNoted(a *assertion, own []ratioValue, p proportion) bool {
	return slices.ContainsFunc(own, func(x ratioValue) bool {
		return slices.ContainsFunc(c.twinsOf(a.r, x.fact), func(y twin) bool { return y.noted && x.v > 0 && p.fits(y.v/x.v) })
	})
}

// contraryBound warns of a ratio that is told as less than a lower bound, or more than an upper one, and reports whether it did.
func (c *pass) contraryBound(a *assertion, p proportion) bool {
	f := c.beyondBound(a, p)
	if f != nil {
		c.warnAt("W313", a, p.from, []string{f.ID}, a.words(p.from, p.to)+" is not on the side that "+quote(f.ID)+" puts a bound to: "+
			saysOf(f), "write {{"+f.ID+"}}, which says which bound it is")
	}
	return f != nil
}

// beyondBound returns the one percentage cited with a ratio where that is a bound and the words put the ratio on its other side: "fewer
// than half" of "at least 50 percent", "well over half" of "up to 50".
func (c *pass) beyondBound(a *assertion, p proportion) *facts.Fact {
	list := a.segmentAt(p.from).cited()
	if len(list) != 1 || p.low >= 1 || p.changes || !c.isPercent(list[0].Measure) {
		return nil
	}
	f, side := list[0], oneSided(list[0])
	if side > 0 && f.Low != nil && p.high <= p.v && f.Low.Float() >= p.high*99.9 ||
		side < 0 && f.High != nil && p.low >= p.v && f.High.Float() <= p.low*100.1 {
		return f
	}
	return nil
}

// fits reports whether a number is the ratio, to a thousandth.
func (p proportion) fits(v float64) bool { return v >= p.low*0.999 && v <= p.high*1.001 }

// among reports whether a percentage of own is the ratio, or one of own and one of all have it.
func (p proportion) among(own, all []ratioValue) bool {
	return slices.ContainsFunc(own, func(x ratioValue) bool {
		return x.percent && !p.changes && p.fits(x.v/100) || slices.ContainsFunc(all, func(y ratioValue) bool {
			return x.fact != y.fact && (x.unit == y.unit || p.anyUnit) && (p.low < 1 || x.ofOneKind(y)) &&
				(y.v > 0 && p.fits(x.v/y.v) || x.v > 0 && p.fits(y.v/x.v))
		})
	})
}

// twoByHand returns the two numbers that a sentence without citations, or the segment of a fact without an amount, gives
// besides a ratio, for it to be taken of: "with 20 of 90 ill, fewer than a third"; "0.88 dollars a kilo for one and 1.70 for
// the other, nearly twice as much".
func (a *assertion) twoByHand(p proportion) (x, y float64) {
	list, g := a.s.Amounts, a.segmentAt(p.from)
	if p.anyUnit || g == nil && (refersTo(a.s) || p.high >= 1) {
		return 0, 0
	}
	if g != nil {
		if len(g.facts) != 1 || g.sourced || g.facts[0].HasAmount() || p.changes {
			return 0, 0
		}
		list = slices.DeleteFunc(slices.Clone(list), func(n reading.Amount) bool { return n.From < a.sideStart(p.from) || n.To > g.cites })
	}
	if len(list) != 2 {
		return 0, 0
	}
	n, m := list[0], list[1]
	if n.Percent || m.Percent || n.Spelled || m.Spelled || m.To > p.from {
		return 0, 0
	}
	return n.Value, m.Value
}

// addedUp adds up the percentages of one series, as what was lost of a whole in several
// years; 0 where there are not several.
func addedUp(own []ratioValue) float64 {
	sum := 0.0
	for _, x := range own {
		if !x.percent || x.fact.Series() != own[0].fact.Series() || x.fact.Origin != own[0].fact.Origin {
			return 0
		}
		sum += x.v
	}
	if len(own) < 2 {
		return 0
	}
	return sum
}

// A ratioValue is a number that a ratio may be taken of.
type ratioValue struct {
	fact    *facts.Fact
	v       float64
	unit    string
	percent bool
}

// enough reports whether there are two numbers of one unit, for a multiple of one
// measure, to take a ratio of, or a percentage.
func enough(own, all []ratioValue, p proportion) bool {
	multiple := p.low > 1
	return slices.ContainsFunc(own, func(x ratioValue) bool {
		return x.percent && !multiple && !p.changes || slices.ContainsFunc(all, func(y ratioValue) bool {
			return x.fact != y.fact && (x.unit == y.unit || p.anyUnit) && (!multiple || x.ofOneKind(y))
		})
	})
}

// agesAgo reports whether the ratio is to a value of another time that no fact gives:
// "three times as many as a year before".
func (a *assertion) agesAgo(p proportion, own []ratioValue) bool {
	return (len(own) < 2 || len(a.s.Facts) == 0) && a.s.First(p.to, min(len(a.s.Tokens), p.to+8), "before") >= 0
}

// closest says what the ratio of the first two numbers of one unit is.
func closest(own, all []ratioValue) string {
	for _, x := range own {
		for _, y := range all {
			if x.fact != y.fact && x.unit == y.unit && x.v > 0 && y.v > 0 {
				return ": " + show(max(x.v, y.v)) + " / " + show(min(x.v, y.v)) + " = " + show(math.Round(max(x.v, y.v)/min(x.v, y.v)*100)/100)
			}
		}
	}
	return ""
}

func factIDs(list []ratioValue) []string {
	var out []string
	for _, x := range list {
		if !slices.Contains(out, x.fact.ID) {
			out = append(out, x.fact.ID)
		}
	}
	return out
}
