package integrity

import (
	"slices"

	"sitrep/report/reading"
)

// againstNumber judges words that say which of two is the greater where a number, or the name of an origin, stands behind them: what is
// told last before them is what is compared. "4.47 %, por debajo del 4.43 %"; "es menos de lo que CaixaBank atribuye".
func (c *pass) againstNumber(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W317", "W318", "W303") || a.s.Has("disagreement") {
		return
	}
	list := a.orderings()
	if len(list) == 0 {
		return
	}
	told := c.toldValues(a)
	for _, h := range list {
		if a.quoted(h.from) || a.deniedAround(h.from, h.to) || a.partOfRatio(comparing{from: h.from, to: h.to}) {
			continue
		}
		x, ok := c.comparedBefore(a, told, h)
		if !ok {
			continue
		}
		against := c.behindOrdering(a, told, h)
		against = slices.DeleteFunc(against, func(y toldValue) bool { return !c.alike(x, y) })
		right := func(y toldValue) bool { return x.above(y) != -h.sign }
		if len(against) == 0 || a.s.First(0, max(h.to, against[0].from), "average") >= 0 || slices.ContainsFunc(against, right) {
			continue
		}
		c.warnAt("W317", a, h.from, factsIn(x, against[0]), a.words(h.from, h.to)+" says the opposite of the facts: "+showRange(x)+
			" is compared with "+showRange(against[0]), "turn the words round, or correct the number")
		return
	}
}

// orderings finds the words of a sentence that say which of two is the greater, with "than" or what stands for it behind them.
func (a *assertion) orderings() []comparing {
	var out []comparing
	for _, h := range a.s.Matches {
		sign := 0
		switch h.Class {
		case "exceeds", "moreThanWhat":
			sign = 1
		case "fallsShort", "lessThanWhat":
			sign = -1
		}
		if sign == 0 || h.To >= len(a.s.Tokens) || (h.Class == "exceeds" || h.Class == "fallsShort") && !a.comparand(h) {
			continue
		}
		longer := slices.ContainsFunc(a.s.Matches, func(o reading.Match) bool {
			return (o.Class == "exceeds" || o.Class == "fallsShort") && o.From <= h.From && o.To >= h.To && o.To-o.From > h.To-h.From
		})
		if !longer {
			out = append(out, comparing{h.From, h.To, sign, h.From})
		}
	}
	return out
}

// comparedBefore returns the last value that is told before some words, in their sentence with no semicolon between, unless that is what
// another is held against; or that of the sentence before where nothing but small words stands before them.
func (c *pass) comparedBefore(a *assertion, told []toldValue, h comparing) (toldValue, bool) {
	for _, x := range slices.Backward(told) {
		if x.to <= h.from {
			held := a.s.First(max(0, x.from-8), x.from, "exceeds", "fallsShort", "greater", "smaller", "than") >= 0
			return x, x.fact != nil && !held && !a.endedBetween(x.to, h.from) && h.from-x.to < 14
		}
	}
	if a.before == nil || a.before.r != a.r || h.from > 3 {
		return toldValue{}, false
	}
	list := c.toldValues(a.before)
	if len(list) == 0 || list[len(list)-1].fact == nil || len(a.before.s.Facts) != 1 {
		return toldValue{}, false
	}
	return list[len(list)-1], true
}

// behindOrdering returns the first number that stands behind some words within six tokens, or the values of the origin named there.
func (c *pass) behindOrdering(a *assertion, told []toldValue, h comparing) []toldValue {
	for _, y := range told {
		if y.from >= h.to && y.from < h.to+7 && !a.endedBetween(h.to, y.from) && !a.citedBetween(h.to, y.from) {
			if a.byNumber(y) {
				return nil
			}
			return []toldValue{y}
		}
	}
	return c.ofNamed(a, spacing{to: h.to, then: true})
}

// byNumber reports whether a number says by how much: "exceeds it by 74".
func (a *assertion) byNumber(y toldValue) bool {
	for i := y.from; i > max(0, y.from-3); i-- {
		if a.s.UpTo(i, "by") >= 0 {
			return true
		}
	}
	return false
}

func (a *assertion) citedBetween(from, to int) bool {
	return slices.ContainsFunc(a.s.Tokens[from:to], func(t reading.Token) bool { return t.Kind == reading.Cite })
}

// withinRange judges a value that is said to lie within or outside of a range that was told before it.
func (c *pass) withinRange(a *assertion) {
	for _, h := range a.s.Matches {
		inside := h.Class == "insideRange"
		if !inside && h.Class != "outsideRange" || a.deniedAround(h.From, h.To) || c.warned(a, 0, len(a.s.Tokens), "W317", "W303") {
			continue
		}
		g := a.segmentAt(h.From)
		if g == nil || g.sourced {
			continue
		}
		var x *toldValue
		for _, v := range c.toldValues(a) {
			if v.fact != nil && v.from >= g.from && v.to <= g.cites && v.low == v.high {
				x = &v
			}
		}
		y, ok := c.rangeBefore(a, h.From)
		if x == nil || !ok || x.fact == y.fact || !c.alike(*x, y) {
			continue
		}
		if in := x.above(y) == 0; in != inside {
			c.warnAt("W317", a, h.From, factsIn(*x, y), a.words(h.From, h.To)+" is said of "+showRange(*x)+" and "+showRange(y),
				"say on which side of the range it lies")
			return
		}
	}
}

// rangeBefore returns the value of the last fact with a range that is cited before a token, in its sentence or in the one before.
func (c *pass) rangeBefore(a *assertion, token int) (toldValue, bool) {
	for b := a; b != nil && b.r == a.r; b = b.before {
		for k := range b.segments {
			g := &b.segments[len(b.segments)-1-k]
			if b == a && g.to > token {
				continue
			}
			for _, f := range g.facts {
				if f.Low != nil && f.High != nil {
					return toldValue{low: f.Low.Float(), high: f.High.Float(), percent: c.isPercent(f.Measure), fact: f}, true
				}
			}
		}
		if b != a {
			break
		}
	}
	return toldValue{}, false
}
