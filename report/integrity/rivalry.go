package integrity

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// overlapping judges a sentence that says of two ranges that they overlap, or that they do
// not: that is arithmetic, whatever their dates.
func (c *pass) overlapping(a *assertion) {
	at := a.s.First(0, len(a.s.Tokens), "overlaps")
	if at < 0 || c.warned(a, 0, len(a.s.Tokens), "W322") {
		return
	}
	list := c.meantBy(a, c.rivalsNear(a))
	if len(list) == 0 && a.before != nil && len(a.s.Facts) == 1 {
		list = slices.DeleteFunc(append(slices.Clone(a.before.s.Facts), a.s.Facts...), func(f *facts.Fact) bool {
			return f.Measure != a.s.Facts[0].Measure || !f.HasAmount()
		})
	}
	if len(list) != 2 || list[0] == list[1] {
		return
	}
	negated := a.s.First(max(0, at-3), at, "plainNegation") >= 0
	if apart := order(list[0], list[1]) != 0; apart != negated {
		c.warnAt("W322", a, at, idsOf(list), a.words(at, at+1)+" is not so of "+quotedIDs(list), "one gives "+saysOf(list[0])+", the other "+
			saysOf(list[1]))
	}
}

// namedExtreme judges a sentence without numbers that says whose value is the highest or the
// lowest of those told before: "La cifra de la OIM es la más alta".
func (c *pass) namedExtreme(a *assertion) {
	up, down := a.s.First(0, len(a.s.Tokens), "topmost"), a.s.First(0, len(a.s.Tokens), "bottommost")
	if up >= 0 == (down >= 0) || len(a.s.Amounts) > 0 || len(a.s.Facts) > 0 || a.s.Has("plainNegation", "than") {
		return
	}
	named := a.s.Mentions(c.namesIn(a.r.Tag()))
	list := c.rivalsNear(a)
	if len(named) != 1 || len(list) < 2 {
		return
	}
	var of *facts.Fact
	for _, f := range list {
		if slices.Contains(named[0].Origins, f.Origin) {
			of = f
		}
	}
	if of == nil {
		return
	}
	want := 1
	if up < 0 {
		want = -1
	}
	for _, f := range list {
		if f != of && order(f, of) == want {
			at := max(up, down)
			c.warnAt("W323", a, at, []string{of.ID, f.ID}, a.words(at, at+1)+" is said of "+quote(of.ID)+", and "+quote(f.ID)+" gives "+
				saysOf(f), "name the origin whose value it is")
			return
		}
	}
}

// inAll judges a sentence that cites nothing and says what the values of the sentence
// before are together: "That makes sixteen in all."
func (c *pass) inAll(a *assertion) {
	if len(a.s.Facts) > 0 || refersTo(a.s) || a.before == nil || a.before.r != a.r || len(a.s.Amounts) != 1 ||
		!a.s.Has("wholes", "inAll") || a.s.Has("plainNegation") {
		return
	}
	n := a.s.Amounts[0]
	told := slices.DeleteFunc(a.before.told(len(a.before.s.Tokens)), func(f *facts.Fact) bool {
		return f.Best == nil ||
			c.isPercent(f.Measure)
	})
	told = slices.DeleteFunc(told, func(f *facts.Fact) bool {
		return !slices.ContainsFunc(told, func(g *facts.Fact) bool { return f != g && c.sameUnit(f, g) })
	})
	if n.Percent || len(told) < 2 || len(told) > 6 {
		return
	}
	var sums []float64
	for set := range 1 << len(told) {
		sum, many := 0.0, 0
		for i, f := range told {
			if set&(1<<i) != 0 {
				sum, many = sum+f.Best.Float(), many+1
			}
		}
		if many > 1 {
			sums = append(sums, sum, sum*c.scaleWord(a.r, told[0].Measure))
		}
	}
	slices.Sort(sums)
	if slack := n.Unit * 0.51; !near(sums, n.Value, slack) {
		c.warnAt("W318", a, n.From, idsOf(told), a.words(n.From, n.To)+" is the sum of no values of the sentence before", "add them up again")
	}
}

// scaleLost judges a number of the fact cited that is told without the scale of its unit:
// "29,576 dollars" of what is counted in million dollars.
func (c *pass) scaleLost(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.bound || !cl.exact || cl.amount.Scale > 1 || cl.fact.Measure == "" || cl.value < 10 {
			continue
		}
		by := c.scaleWord(a.r, cl.fact.Measure)
		unit := c.unitOf(a.r, cl.fact.Measure)
		if by <= 1 || cl.value != partValue(cl) || len(unit) == 0 || cl.to >= len(a.s.Tokens) {
			continue
		}
		if t := &a.s.Tokens[cl.to]; t.Kind == reading.Word && t.Low == unit[len(unit)-1] && a.r.List.Look(t.Low).By <= 1 {
			c.warnAt("W303", a, cl.from, []string{cl.fact.ID, cl.fact.Measure}, a.words(cl.from, cl.to+1)+" lacks its scale: "+quote(cl.fact.ID)+
				" counts in "+quote(strings.Join(unit, " ")), "write {{"+cl.fact.ID+"}}")
			return
		}
	}
}

// clauseStart returns the token behind the last colon or semicolon of a segment.
func (a *assertion) clauseStart(g *segment) int {
	for i := g.cites - 1; i >= g.from; i-- {
		if t := &a.s.Tokens[i]; t.Kind == reading.Punct && (t.Low == ";" || t.Low == ":") {
			return i + 1
		}
	}
	return g.from
}

// negationAdded judges a sentence that denies what a statement says without a negation:
// "does not hold the risk to be low", of "the risk is low".
func (c *pass) negationAdded(a *assertion, g *segment, f *facts.Fact) bool {
	at := a.s.First(a.clauseStart(g), g.cites, "plainNegation")
	if f.HasAmount() || f.Statement.IsZero() || f.Status == claim.Denied || at < 0 {
		return false
	}
	tag := c.tagOf(a.r)
	in := c.reader.Skim(f.Statement.Line(tag), tag)
	if len(in.Sentences) != 1 || in.Sentences[0].Has("plainNegation", "negative", "doubt") {
		return false
	}
	common, all, end := 0, 0, a.deniedTo(at, g.cites)
	for i := range in.Sentences[0].Tokens {
		t := &in.Sentences[0].Tokens[i]
		if t.Kind != reading.Word || len(t.Low) < 4 || t.Word.Tiny {
			continue
		}
		all++
		for j := at; j < end; j++ {
			if u := &a.s.Tokens[j]; u.Kind == reading.Word && stem(u.Low) == stem(t.Low) {
				common++
				break
			}
		}
	}
	if all < 3 || common*10 < all*7 {
		return false
	}
	c.warnAt("W321", a, at, []string{f.ID}, quote(f.ID)+" says that it is so: "+quote(f.Statement.Line(tag)),
		"tell what it says, or cite what denies it")
	return true
}

// deniedTo returns where what a negation denies ends: before "and" with a verb of its own.
func (a *assertion) deniedTo(at, to int) int {
	for i := at; i+1 < to; i++ {
		if a.s.Tokens[i].Word.Joining && a.r.List.Past(a.s.Tokens[i+1].Low) {
			return i
		}
	}
	return to
}
