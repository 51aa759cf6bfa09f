package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// gone judges words of rising or falling beside numbers that no claim of the sentence is: two ends that it writes itself, one that the note
// of a fact has, or what another origin gave before.
func (c *pass) gone(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W303", "W305", "W317", "W318") || a.s.Has("plainNegation") {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class != "rises" && h.Class != "falls" || a.quoted(h.From) {
			continue
		}
		x, y, ok := a.endsBehind(h)
		if ok && c.backwards(a, x, y) || ok && c.upOrDown(a, h, x, y) || c.cameFromNoted(a, h) || c.broughtTo(a, h) {
			return
		}
	}
}

// endsBehind returns the two numbers behind a word of rising or falling that it goes from and to: "climbed, from 3.8 to 4.1".
func (a *assertion) endsBehind(h reading.Match) (x, y reading.Amount, ok bool) {
	for k := 1; k < len(a.s.Amounts); k++ {
		x, y = a.s.Amounts[k-1], a.s.Amounts[k]
		_, from := a.qualifier(x.From, "rangeFrom")
		_, to := a.qualifier(y.From, "toward")
		if from && to && x.From >= h.To && x.From <= h.To+9 && y.From <= x.To+9 && !a.parted(h.To, y.From) && !a.citedBetween(x.To, y.From) &&
			reading.YearOf(&a.s.Tokens[x.From]) == 0 && reading.YearOf(&a.s.Tokens[y.From]) == 0 && !a.s.Tokens[y.From].Dated {
			return x, y, true
		}
	}
	return x, y, false
}

// upOrDown judges whether the second of two numbers is on the side of the first that a word says.
func (c *pass) upOrDown(a *assertion, h reading.Match, x, y reading.Amount) bool {
	v := x.Value
	if x.Scale == 0 && y.Scale > 1 {
		v *= y.Scale
	}
	if x.Percent != y.Percent && !y.Percent || compareFloat(y.Value, v) != -rising(h) {
		return false
	}
	c.warnAt("W317", a, h.From, nil, a.words(h.From, h.To)+" says the opposite of its numbers: "+a.words(x.From, y.To),
		"turn the word round, or the numbers")
	return true
}

// backwards judges two numbers of which the first is the value of the fact cited, and the second is what the note has of the time before.
func (c *pass) backwards(a *assertion, x, y reading.Amount) bool {
	g := a.segmentAt(x.From)
	f := onlyFact(g)
	if f == nil || g.sourced || f.Best == nil || c.valueAmong(a, f, y) || !c.valueAmong(a, f, x) || !c.noteHas(f, a.r, y.Value) &&
		!c.noteHas(f, a.r, y.Value/max(1, y.Scale)) {
		return false
	}
	c.warnAt("W317", a, x.From, []string{f.ID}, a.words(x.From, y.To)+" goes the other way than the record: "+a.words(x.From, x.To)+
		" is the value of "+quote(f.ID)+", and "+a.words(y.From, y.To)+" stands in its note", "turn the numbers round")
	return true
}

// valueAmong reports whether a number is a value of a fact.
func (c *pass) valueAmong(a *assertion, f *facts.Fact, n reading.Amount) bool {
	list := c.inUnit(a.r, f, n)
	if n.Scale == 0 {
		list = append(list, scaled{n.Value * 1e6, 1}, scaled{n.Value * 1e3, 1})
	}
	return slices.ContainsFunc(partsOf(f), func(p part) bool {
		return slices.ContainsFunc(list, func(v scaled) bool { return v.value == p.value })
	})
}

// cameFromNoted judges "grown by almost half, from 221", where the note of the one fact cited that has a value has the number.
func (c *pass) cameFromNoted(a *assertion, h reading.Match) bool {
	for _, n := range a.s.Amounts {
		if n.From < h.To || n.From > h.To+9 || a.parted(h.To, n.From) || a.citedBetween(h.To, n.From) || a.at(n.From) != nil {
			continue
		}
		if _, from := a.qualifier(n.From, "rangeFrom"); !from {
			continue
		}
		g := a.segmentAt(n.From)
		for _, f := range g.cited() {
			low, high := endsOf(f)
			against := rising(h) > 0 && high < n.Value || rising(h) < 0 && low > n.Value
			if !f.HasAmount() || !against || a.tellsIn(g, f) || !c.noteHas(f, a.r, n.Value) {
				continue
			}
			c.warnAt("W317", a, h.From, []string{f.ID}, a.words(h.From, h.To)+" says the opposite of the record: "+quote(f.ID)+" gives "+saysOf(f)+
				", and "+show(n.Value)+" for before", "turn the word round, or correct the number")
			return true
		}
	}
	return false
}

// broughtTo judges "lowered the count to seven", where no claim of the same origin went before: against what was told last of the measure.
func (c *pass) broughtTo(a *assertion, h reading.Match) bool {
	y := a.toward(h.To, 12)
	if y == nil || a.s.First(h.To, y.from, "figureWord") < 0 || a.cameFrom(y) != nil || c.predecessor(y.fact) != nil {
		return false
	}
	x := a.previous(h.From, y)
	for b := a.before; x == nil && b != nil; b = b.before {
		x = b.previous(len(b.s.Tokens), y)
	}
	if x == nil || greater(y, x) != -rising(h) {
		return false
	}
	c.warnDirection(a, h, y, x)
	return true
}

// saidHigher judges "the other count was slightly higher, at 2.8", against the last value of the measure that was told before.
func (c *pass) saidHigher(a *assertion) {
	for _, h := range a.s.Matches {
		sign := map[string]int{"greater": 1, "smaller": -1}[h.Class]
		if sign == 0 || a.quoted(h.From) || !a.predicate(h) || c.warned(a, 0, len(a.s.Tokens), "W303", "W317", "W318") ||
			a.deniedAround(h.From, h.To) {
			continue
		}
		y := a.next(h.To, 5)
		if y == nil {
			continue
		}
		x := a.previous(h.From, y)
		if x == nil && a.before != nil {
			x = a.before.previous(len(a.before.s.Tokens), y)
		}
		if x != nil && greater(y, x) == -sign {
			c.warnAt("W317", a, h.From, []string{y.fact.ID, x.fact.ID}, a.words(h.From, h.To)+" says the opposite of the facts: "+quote(y.fact.ID)+
				" gives "+given(y)+", and "+quote(x.fact.ID)+", told before, "+given(x), "turn the word round, or correct the number")
			return
		}
	}
}

// predicate reports whether a word for more or less closes what is said of something, with a mark behind it and a verb of being before it.
func (a *assertion) predicate(h reading.Match) bool {
	if h.To >= len(a.s.Tokens) || a.s.Tokens[h.To].Low != "," && a.s.Tokens[h.To].Low != ":" && a.s.Tokens[h.To].Low != "(" {
		return false
	}
	if slices.ContainsFunc(a.s.Matches, func(o reading.Match) bool {
		return (o.Class == "smaller" || o.Class == "greater") && o.From <= h.From && o.To >= h.To && o.To-o.From > h.To-h.From
	}) {
		return false
	}
	return a.s.First(max(0, h.From-4), h.From, "copula") >= 0
}
