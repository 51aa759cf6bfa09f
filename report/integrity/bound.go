package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// boundWords judges whether a number that is a bound is told as one: "at least" of
// what has a low end alone, "up to" of what has a high end alone, and neither of what
// is the other.
func (c *pass) boundWords(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.bound && cl.part == "" || cl.amount.Percent && !c.isPercent(cl.fact.Measure) {
			continue
		}
		least, most := a.saysLeast(cl), a.saysMost(cl)
		end := endOf(cl)
		switch {
		case end > 0 && most && !least:
			c.warnBound(a, cl, "told as the most there can be, and "+quote(cl.fact.ID)+" says at least "+given(cl))
		case end < 0 && least && !most:
			c.warnBound(a, cl, "told as the least there can be, and "+quote(cl.fact.ID)+" says at most "+given(cl))
		case cl.bound:
		case oneSided(cl.fact) > 0 && !least && !most && !a.clauseHas(cl, "least"):
			c.warnBound(a, cl, "told without a word for at least: "+quote(cl.fact.ID)+" gives no more than a lower bound")
		case oneSided(cl.fact) < 0 && !most && !least && !a.clauseHas(cl, "most", "upper", "nearly"):
			c.warnBound(a, cl, "told without a word for at most: "+quote(cl.fact.ID)+" gives no more than an upper bound")
		}
	}
}

func (c *pass) warnBound(a *assertion, cl *stated, how string) {
	c.warnAt("W313", a, cl.from, []string{cl.fact.ID}, a.words(cl.from, cl.to)+" is "+how, "write {{"+cl.fact.ID+
		"}}, which says which bound it is")
}

func partValue(cl *stated) float64 {
	v, _ := partOf(cl.fact, cl.part)
	return v
}

// given writes the number of a fact that a claim is, by its digits.
func given(cl *stated) string {
	f := cl.fact
	switch cl.part {
	case claim.PartLow:
		return f.Low.String()
	case claim.PartHigh:
		return f.High.String()
	case claim.PartBest:
		return f.Best.String()
	}
	if cl.bound {
		return saysOf(f)
	}
	return show(cl.value)
}

// oneSided says at which end alone the size of a fact is bound: 1 for "at least", -1 for "at
// most", 0 where it has a best value or both ends.
func oneSided(f *facts.Fact) int {
	switch {
	case f.Best != nil || f.Low != nil && f.High != nil:
		return 0
	case f.Low != nil && f.Low.Sign() >= 0, f.High != nil && f.High.Sign() < 0:
		return 1
	case f.Low != nil || f.High != nil:
		return -1
	}
	return 0
}

// endOf says which end of its fact a claim is: 1 the low end, -1 the high end, 0
// neither, or both.
func endOf(cl *stated) int {
	low, hasLow := partOf(cl.fact, claim.PartLow)
	high, hasHigh := partOf(cl.fact, claim.PartHigh)
	best, hasBest := partOf(cl.fact, claim.PartBest)
	v := partValue(cl)
	up := 1
	if v < 0 { // told by its size: "at least half a point" of what is -0.5 at the most
		up = -1
	}
	switch {
	case hasBest && best == v, hasLow && hasHigh && low == high:
		return 0
	case hasLow && low == v:
		return up
	case hasHigh && high == v:
		return -up
	}
	return 0
}

func (a *assertion) saysLeast(cl *stated) bool {
	if _, ok := a.qualifier(cl.from, "least", "justOver"); ok {
		return true
	}
	ok := a.behind(cl.to, "leastAfter")
	return ok
}

func (a *assertion) saysMost(cl *stated) bool {
	if _, ok := a.qualifier(cl.from, "most", "upper"); ok {
		return true
	}
	ok := a.behind(cl.to, "mostAfter")
	return ok
}

// clauseHas reports whether a phrase of one of the classes stands before the number in
// its segment, behind the number before it.
func (a *assertion) clauseHas(cl *stated, classes ...string) bool {
	g := a.segmentAt(cl.from)
	from := g.from
	for i := range a.claims {
		if o := &a.claims[i]; o.to <= cl.from && o.to > from && o.fact != cl.fact {
			from = o.to
		}
	}
	return slices.ContainsFunc(a.s.Matches, func(h reading.Match) bool {
		return h.From >= from && h.To <= g.cites && slices.Contains(classes, h.Class) && !a.boundsOther(h, cl)
	})
}

// boundsOther reports whether a phrase stands before another number than that of a claim: "more than four times the floor", "over the
// three months".
func (a *assertion) boundsOther(h reading.Match, cl *stated) bool {
	return slices.ContainsFunc(a.s.Amounts, func(n reading.Amount) bool {
		return n.From != cl.from && (n.From == h.To || n.From == h.To+1 && a.s.At(h.To, "article") > 0)
	}) || slices.ContainsFunc(a.s.Matches, func(o reading.Match) bool { return o.Class == "ratio" && o.From == h.To })
}

// upsideDown judges ranges whose ends are told in the wrong order: "between 40 and 38".
func (c *pass) upsideDown(a *assertion) {
	for i := 1; i < len(a.claims); i++ {
		x, y := &a.claims[i-1], &a.claims[i]
		if x.bound && y.bound && x.fact == y.fact && x.part == claim.PartHigh && y.part == claim.PartLow && x.value > y.value && x.to+
			1 == y.from && a.between(x.from) {
			c.warnAt("W314", a, x.from, []string{x.fact.ID}, "a range from "+given(x)+" to "+given(y)+" is upside down", "write {{"+
				x.fact.ID+"}}")
		}
	}
	list := a.s.Amounts
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		if y.Scale > 1 && x.Scale == 0 {
			x.Value = x.Alt
		}
		if x.To+1 != y.From && !(x.Percent && x.To+2 >= y.From) || x.Value <= y.Value || !a.between(x.From) {
			continue
		}
		if f := a.rangeOf(x, y); f != nil || a.s.UpTo(x.From, "between") >= 0 {
			ids := []string{}
			if f != nil {
				ids = append(ids, f.ID)
			}
			c.warnAt("W314", a, x.From, ids, "a range from "+show(x.Value)+" to "+show(y.Value)+" is upside down", "tell the lower end first, as "+
				"it is written in the fact")
		}
	}
}

// otherRange judges a range written by hand beside the one fact with a range that is cited:
// both its ends must be the fact's, "two to five billion" is not two to three.
func (c *pass) otherRange(a *assertion) {
	list := a.s.Amounts
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		g := a.segmentAt(x.From)
		if g == nil || g.sourced || g.cites == g.to || len(g.facts) != 1 || y.From >= g.cites || !a.isRange(x, y) {
			continue
		}
		f := g.facts[0]
		if f.Low == nil || f.High == nil || x.Value == y.Value {
			continue
		}
		p, q := a.at(x.From), a.at(y.From)
		if c.warned(a, x.From, y.To) {
			continue
		}
		if p != nil && q == nil || p == nil && q != nil || p != nil && q != nil && p.part == q.part {
			c.warnAt("W303", a, x.From, []string{f.ID}, a.words(x.From, y.To)+" is not the range of "+quote(f.ID)+": "+saysOf(f),
				"write {{"+f.ID+"}}")
			return
		}
	}
}

// isRange reports whether two numbers are the ends of a range: "2 to 3", "entre 2 y 3", with
// a sign of percent or a word for what is counted between them at most.
func (a *assertion) isRange(x, y reading.Amount) bool {
	if y.From < x.To+1 || y.From > x.To+3 {
		return false
	}
	t := &a.s.Tokens[y.From-1]
	_, opened := a.qualifier(x.From, "between", "rangeFrom")
	return t.Low == "–" || t.Low == "-" || a.s.UpTo(y.From, "toward") >= 0 && y.From == x.To+1 || opened &&
		(t.Word.Joining || a.s.UpTo(y.From, "toward") >= 0)
}

// between reports whether the number at a token begins a range.
func (a *assertion) between(from int) bool {
	_, ok := a.qualifier(from, "between", "rangeFrom")
	return ok
}

// rangeOf returns the fact whose ends two numbers are, the high one first.
func (a *assertion) rangeOf(x, y reading.Amount) *facts.Fact {
	one, other := a.at(x.From), a.at(y.From)
	if one != nil && other != nil && one.fact == other.fact && one.part == claim.PartHigh && other.part == claim.PartLow {
		return one.fact
	}
	return nil
}

// roundedTo judges words that say on which side of a number the value lies: "nearly
// 12,000" is not 12,400, and "more than 12,000" is not 11,800.
func (c *pass) roundedTo(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		v := partValue(cl)
		if cl.bound || cl.part == "" || oneSided(cl.fact) != 0 && cl.exact || math.Abs(cl.value-v) <= math.Abs(v)*1e-9 {
			continue
		}
		h, ok := a.qualifier(cl.from, "nearly", "justOver", "least", "most")
		if !ok {
			continue
		}
		above := math.Abs(v) > math.Abs(cl.value)
		if above == (h.Class == "nearly" || h.Class == "most") {
			c.warnAt("W315", a, h.From, []string{cl.fact.ID}, a.words(h.From, cl.to)+" is told of "+given(cl)+", the value of "+quote(cl.fact.ID),
				"round to the other side, or write {{"+cl.fact.ID+"}}")
		}
	}
}
