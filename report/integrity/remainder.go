package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// left judges what a sentence says is left of the greatest of the values before it, when
// others of them are taken away: "90 cases, 20 deaths and 60 recoveries, which left ten".
func (c *pass) left(a *assertion) {
	for _, n := range a.s.Amounts {
		before := c.leftOf(a, n)
		if before == nil {
			continue
		}
		largest, rest := before[0].Best, []float64{}
		for _, f := range before {
			rest = append(rest, f.Best.Float())
			if f.Best.Cmp(largest) > 0 {
				largest = f.Best
			}
		}
		whole := largest.Float()
		if rest = slices.DeleteFunc(rest, func(v float64) bool { return v == whole }); len(rest) == 0 || len(rest) > 6 ||
			near(remainders(whole, rest), n.Value, 0) {
			continue
		}
		c.warnAt("W318", a, n.From, idsOf(before), a.words(a.s.UpTo(n.From, "leaves"), n.To)+" is not what is left of "+largest.String(),
			"correct the number, or those that it is taken from")
		return
	}
}

// leftOf returns the facts that a number is said to be left of, two at least, or nil.
func (c *pass) leftOf(a *assertion, n reading.Amount) []*facts.Fact {
	at := a.s.UpTo(n.From, "leaves")
	if at < 0 || n.Percent || a.at(n.From) != nil {
		return nil
	}
	before := a.told(at)
	if list := a.segmentAt(n.From).cited(); len(list) > 1 {
		before = list
	}
	if len(before) < 2 || slices.ContainsFunc(before, func(f *facts.Fact) bool { return f.Best == nil || c.isPercent(f.Measure) }) {
		return nil
	}
	return before
}

// remainders returns what may be left of a whole when some of the parts are taken away,
// ascending.
func remainders(whole float64, parts []float64) []float64 {
	out := []float64{whole}
	for _, p := range parts {
		for _, v := range slices.Clone(out) {
			out = append(out, v-p)
		}
	}
	slices.Sort(out)
	return out[:len(out)-1]
}

// inARow judges how often a series is said to have gone one way: "has risen three years
// in a row", of the values of the sentence, or of the one before.
func (c *pass) inARow(a *assertion) {
	if !a.s.Has("inARow") || a.s.Has("plainNegation") || a.s.Has("rises") == a.s.Has("falls") {
		return
	}
	list := a.s.Facts
	if len(list) == 0 && a.before != nil {
		list = a.before.s.Facts
	}
	list = slices.DeleteFunc(slices.Clone(list), func(f *facts.Fact) bool { return f.Measure == "" || !f.HasAmount() })
	slices.SortStableFunc(list, func(x, y *facts.Fact) int { return x.AsOf.Compare(y.AsOf) })
	for _, h := range a.s.Matches {
		if h.Class != "rises" && h.Class != "falls" {
			continue
		}
		for i := 1; i < len(list); i++ {
			x, y := list[i-1], list[i]
			if comparableFacts(x, y) && x.Origin == y.Origin && y.AsOf.First() > x.AsOf.Last() && order(y, x) == -rising(h) {
				c.warnAt("W317", a, h.From, []string{x.ID, y.ID}, a.words(h.From, h.To)+" says the opposite of the facts: from "+quote(x.ID)+" to "+
					quote(y.ID)+" it goes the other way",
					"turn the word round, or say how often it holds")
				return
			}
		}
	}
}

// shareOf judges a percentage that stands beside two values as what one is of the other:
// "2.45 million, 98 % of what is allowed".
func (c *pass) shareOf(a *assertion) {
	for _, n := range a.s.Amounts {
		end := a.s.Behind(n)
		if !n.Percent || a.at(n.From) != nil || end >= len(a.s.Tokens) || !a.s.Tokens[end].Word.Of || !a.asAside(n) {
			continue
		}
		told := slices.DeleteFunc(a.told(n.From), func(f *facts.Fact) bool { return c.isPercent(f.Measure) })
		if len(told) < 2 || a.s.Has("plainNegation") || slices.ContainsFunc(told, func(f *facts.Fact) bool { return !c.sameUnit(f, told[0]) }) {
			continue
		}
		if !share(told, n, sideOf(a.r, a.s, n)) {
			c.warnAt("W318", a, n.From, idsOf(told), a.words(n.From, end)+" is the share of no two numbers here"+
				closest(ratioValues(told), ratioValues(told)), "correct the percentage, or the numbers that it is taken from")
			return
		}
	}
}

// asAside reports whether a number stands as an aside: behind a comma, a bracket or a dash,
// with an article at most.
func (a *assertion) asAside(n reading.Amount) bool {
	i := n.From - 1
	if i > 0 && a.s.First(i, i+1, "article", "approx", "nearly") == i {
		i--
	}
	return i > 0 && strings.Contains(",(–—", a.s.Tokens[i].Low) && a.s.Tokens[i].Kind == reading.Punct
}

func ratioValues(list []*facts.Fact) []ratioValue {
	var out []ratioValue
	for _, f := range list {
		for _, p := range partsOf(f) {
			out = append(out, ratioValue{fact: f, v: p.value})
		}
	}
	return out
}

// afterTwo judges a sentence that cites nothing and says how far the two values of the
// sentence before are apart: "That is a rise of 6.9 points."
func (c *pass) afterTwo(a *assertion) {
	if len(a.s.Facts) > 0 || refersTo(a.s) || a.before == nil || a.before.r != a.r || len(a.s.Amounts) != 1 || a.s.Has("plainNegation") {
		return
	}
	n := a.s.Amounts[0]
	if n.To < len(a.s.Tokens) && a.s.Tokens[n.To].Word.Period != "" { // in two months
		return
	}
	h, ok := a.qualifier(n.From, "upBy", "downBy")
	if !ok {
		h, ok = a.onlyChange()
	}
	told := a.before.told(len(a.before.s.Tokens))
	if !ok || len(told) != 2 || !comparableFacts(told[0], told[1]) || told[0].Origin != told[1].Origin {
		return
	}
	early, late := told[0], told[1]
	if early.AsOf.First() > late.AsOf.First() {
		early, late = late, early
	}
	if late.AsOf.First() <= early.AsOf.Last() {
		return
	}
	up := 1
	if h.Class == "downBy" || h.Class == "falls" {
		up = -1
	}
	switch {
	case order(late, early) == -up:
		c.warnAt("W317", a, h.From, idsOf(told), a.words(h.From, n.To)+" says the opposite of the facts: from "+quote(early.ID)+" to "+
			quote(late.ID)+" it goes the other way",
			"turn the words round, or correct the number")
	case !n.Percent && !c.fitsDifference(a, n, late, early):
		c.warnAt("W318", a, n.From, idsOf(told), a.words(n.From, n.To)+" is not how far "+quotedIDs(told)+" are apart",
			"correct the number, or those that it is taken from")
	}
}

// onlyChange returns the one word of rising or falling that a sentence has.
func (a *assertion) onlyChange() (out reading.Match, ok bool) {
	for _, h := range a.s.Matches {
		if h.Class != "rises" && h.Class != "falls" {
			continue
		}
		if ok && h.Class != out.Class {
			return out, false
		}
		out, ok = h, true
	}
	return out, ok
}

// moreThanCited judges "more than in 2022 [@x]" behind a value of the same measure: the
// value that is cited and not told must be the smaller one.
func (c *pass) moreThanCited(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		if k == 0 || len(g.facts) != 1 || g.sourced || slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.segment == k }) {
			continue
		}
		h, than := a.greaterThan()
		before := a.told(g.from)
		if than < 0 || h.From < g.from || h.From > g.from+2 || than >= g.cites || len(before) == 0 || a.s.UpTo(h.From, "plainNegation") >= 0 ||
			slices.ContainsFunc(a.s.Amounts, func(n reading.Amount) bool { return n.From >= g.from && n.From < h.From }) {
			continue
		}
		x, y := before[len(before)-1], g.facts[0]
		sign := 1
		if h.Class == "smaller" {
			sign = -1
		}
		same := x.Best != nil && y.Best != nil && x.Best.Float() == y.Best.Float()
		if comparableFacts(x, y) && (same || order(x, y) == -sign) {
			c.warnAt("W317", a, h.From, []string{x.ID, y.ID}, a.words(h.From, than)+" is not so: "+quote(x.ID)+" gives "+saysOf(x)+", and "+
				quote(y.ID)+" "+saysOf(y), "turn the words round, or say that the two are equal")
		}
	}
}
