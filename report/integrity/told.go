package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A toldValue is a number that a sentence tells, of a fact or not, as what others are compared with.
type toldValue struct {
	from, to  int // tokens; of a fact cited and not told, of its citation
	low, high float64
	percent   bool
	fact      *facts.Fact // whose it is, or nil
	before    bool        // it stands in the sentence before
}

// toldValues lists the numbers that a sentence tells as levels, in order: no years, no names, and none that says how far two are apart.
func (c *pass) toldValues(a *assertion) []toldValue {
	var out []toldValue
	for i := range a.claims {
		if cl := &a.claims[i]; cl.bound {
			v := toldValue{from: cl.from, to: cl.to, low: cl.value, high: cl.value, percent: c.isPercent(cl.fact.Measure), fact: cl.fact}
			if cl.part == "" {
				v.low, v.high = endsOf(cl.fact)
			}
			out = append(out, v)
		}
	}
	for _, n := range a.s.Amounts {
		cl := a.at(n.From)
		if cl == nil && (reading.YearOf(&a.s.Tokens[n.From]) > 0 && !n.Percent || a.s.Tokens[n.From].Dated || a.s.Named(n) || a.s.Ratio(n) ||
			a.s.Technical(n) || a.s.At(n.To, "timesWord") > 0) {
			continue
		}
		v := toldValue{from: n.From, to: n.To, low: n.Value, high: n.Value, percent: n.Percent}
		if cl != nil {
			v.low, v.high, v.fact, v.percent = cl.value, cl.value, cl.fact, c.isPercent(cl.fact.Measure)
		}
		out = append(out, v)
	}
	slices.SortFunc(out, func(x, y toldValue) int { return x.from - y.from })
	return out
}

// untoldCited returns the one fact with an amount that is cited for a token and that the sentence does not tell.
func (c *pass) untoldCited(a *assertion, token int) (toldValue, bool) {
	g := a.segmentAt(token)
	if g == nil || g.sourced || g.cites == g.to {
		return toldValue{}, false
	}
	var out *facts.Fact
	for _, f := range g.facts {
		if !f.HasAmount() || slices.ContainsFunc(a.claims, func(cl stated) bool { return cl.fact == f }) {
			continue
		}
		if out != nil {
			return toldValue{}, false
		}
		out = f
	}
	if out == nil {
		return toldValue{}, false
	}
	low, high := endsOf(out)
	return toldValue{from: g.cites, to: g.cites + 1, low: low, high: high, percent: c.isPercent(out.Measure), fact: out}, true
}

// endsOf returns the ends of the value of a fact as it is written: of a point both are it, even where it is approximate.
func endsOf(f *facts.Fact) (low, high float64) {
	if f.Best != nil && f.Low == nil && f.High == nil {
		return f.Best.Float(), f.Best.Float()
	}
	return evidence.Bounds(f)
}

// above says which of two told values is the greater: 1 the first, -1 the second, 0 where they overlap.
func (x toldValue) above(y toldValue) int {
	switch {
	case x.low > y.high:
		return 1
	case x.high < y.low:
		return -1
	}
	return 0
}

// alike reports whether two told values may be of one kind: both percentages or neither, of one unit, and of one order of size.
func (c *pass) alike(x, y toldValue) bool {
	if x.percent != y.percent || x.fact != nil && x.fact == y.fact {
		return false
	}
	if x.fact != nil && y.fact != nil {
		return x.fact.Measure == y.fact.Measure || x.percent || c.sameUnit(x.fact, y.fact)
	}
	p, q := math.Abs(x.low+x.high), math.Abs(y.low+y.high)
	return p > 0 && q > 0 && p < 20*q && q < 20*p
}

// A spacing is a number that is said to part two values, with the word that says which is the greater.
type spacing struct {
	n    reading.Amount
	sign int  // 1: what is told of is the greater
	from int  // of the words, with the number
	to   int  // behind them
	then bool // words that name what it is compared with follow: than, of
}

// spacings finds them in a sentence: "some five points above the 76%", "nueve más", "smaller by nearly 6,000".
func (a *assertion) spacings() []spacing {
	var out []spacing
	for _, n := range a.s.Amounts {
		if a.s.Tokens[n.From].Dated || reading.YearOf(&a.s.Tokens[n.From]) > 0 || a.quoted(n.From) || a.s.Ratio(n) || a.s.Named(n) ||
			a.s.At(n.To, "timesWord") > 0 {
			continue
		}
		if d, ok := a.spacedAfter(n); ok {
			out = append(out, d)
		} else if d, ok := a.spacedBefore(n); ok {
			out = append(out, d)
		}
	}
	return out
}

// spacedAfter reads the words behind a number: "five points above".
func (a *assertion) spacedAfter(n reading.Amount) (spacing, bool) {
	i := n.To
	if n.Percent {
		i = a.s.Behind(n)
	}
	for end := i + 4; i < min(len(a.s.Tokens), end); i++ {
		t := &a.s.Tokens[i]
		more, less := a.s.At(i, "greater"), a.s.At(i, "smaller")
		if more > 0 || less > 0 {
			d := spacing{n: n, sign: 1, from: n.From, to: more}
			if less >= more {
				d.sign, d.to = -1, less
			}
			d.then = d.to < len(a.s.Tokens) && (a.s.At(d.to, "than") > 0 || a.s.Tokens[d.to].Word.Of || a.s.At(d.to, "article") > 0)
			return d, a.spacedPlainly(d)
		}
		if t.Kind != reading.Word || t.Word.Period != "" || t.Word.Joining {
			break
		}
	}
	return spacing{}, false
}

// spacedPlainly reports whether nothing behind the words makes them of something else: "dos más tarde", "five more times".
func (a *assertion) spacedPlainly(d spacing) bool {
	if d.to >= len(a.s.Tokens) {
		return true
	}
	t := &a.s.Tokens[d.to]
	return t.Kind == reading.Punct || t.Kind == reading.Cite || d.then || t.Word.Tiny || a.sumsUp()
}

// spacedBefore reads the words before a number: "exceeds it by 74", "smaller by nearly 6,000", "se quedó corta por casi dos puntos".
func (a *assertion) spacedBefore(n reading.Amount) (spacing, bool) {
	i := n.From
	for i > 0 && a.s.First(i-1, n.From, "approx", "nearly", "justOver", "least", "most", "article") == i-1 {
		i--
	}
	by := a.s.UpTo(i, "by")
	if by < 0 {
		by = a.s.UpTo(n.From, "by")
	}
	for j := by - 1; by > 0 && j >= max(0, by-9); j-- {
		t := &a.s.Tokens[j]
		if t.Kind == reading.Cite || t.Kind == reading.Punct && t.Low != "," {
			break
		}
		for _, class := range []string{"exceeds", "fallsShort", "greater", "smaller", "overshoots", "undershoots"} {
			if end := a.s.At(j, class); end > 0 && end <= by {
				sign := 1
				if class == "fallsShort" || class == "smaller" || class == "undershoots" {
					sign = -1
				}
				return spacing{n: n, sign: sign, from: j, to: n.To, then: end < by}, true
			}
		}
	}
	return spacing{}, false
}

// spaced judges a number that is said to part two values, against all that the words may mean: where it is how far two of them are apart
// and the words say of none of these which is the greater as it is, they are the wrong way round.
func (c *pass) spaced(a *assertion) {
	for _, d := range a.spacings() {
		if c.warned(a, 0, len(a.s.Tokens), "W317", "W318", "W303") || a.deniedAround(d.from, d.to) {
			continue
		}
		right, wrong := c.spacedPairs(a, d)
		if len(right) == 0 && len(wrong) > 0 {
			x, y := wrong[0][0], wrong[0][1]
			c.warnAt("W317", a, d.from, factsIn(x, y), a.words(min(d.from, d.n.From), max(d.to, d.n.To))+" says the opposite of the facts: "+
				showRange(x)+" is compared with "+showRange(y), "turn the words round, or correct the number")
			return
		}
	}
}

func factsIn(list ...toldValue) []string {
	var out []string
	for _, x := range list {
		if x.fact != nil {
			out = append(out, x.fact.ID)
		}
	}
	return out
}

func showRange(x toldValue) string {
	switch {
	case x.low == x.high:
		return show(x.low)
	case math.IsInf(x.low, 0):
		return "up to " + show(x.high)
	case math.IsInf(x.high, 0):
		return "at least " + show(x.low)
	}
	return show(x.low) + " to " + show(x.high)
}

// deniedAround reports whether a negation stands in the clause of some words.
func (a *assertion) deniedAround(from, to int) bool {
	begin, _ := a.clauseRound(from)
	return a.s.First(begin, to, "plainNegation") >= 0
}

// spacedPairs returns the pairs of values, of those in reach, that a number parts: those that stand as the words say, and those that
// stand the other way round. The first of a pair is what is told of.
func (c *pass) spacedPairs(a *assertion, d spacing) (right, wrong [][2]toldValue) {
	for _, p := range c.comparedPairs(a, d) {
		if !c.parting(a, d.n, p[0], p[1]) {
			continue
		}
		if s := p[0].above(p[1]); s == d.sign || p[0].before && p[1].before {
			right = append(right, p)
		} else if s == -d.sign {
			wrong = append(wrong, p)
		}
	}
	return right, wrong
}

// comparedPairs lists the pairs of values that some words may compare: what is told of with what it is held against. What stands behind
// the words is held against; of two before them, the earlier; what is cited and not told is told of, unless "than" stands before it.
func (c *pass) comparedPairs(a *assertion, d spacing) [][2]toldValue {
	sums := a.sumsUp() || len(a.s.Facts) == 0
	before := c.toldBefore(a, sums)
	var after []toldValue
	for _, v := range c.toldValues(a) {
		switch {
		case v.from == d.n.From:
		case v.to <= d.from:
			before = append(before, v)
		case v.from >= d.to && v.from < d.to+18 && d.then && !a.endedBetween(d.to, v.from):
			after = append(after, v)
		}
	}
	after = append(after, c.ofNamed(a, d)...)
	var subject []toldValue
	if cited, ok := c.untoldCited(a, d.n.From); ok && d.then {
		after = append(after, cited)
	} else if ok {
		subject = append(subject, cited)
	}
	out := c.eachPair(nil, before, after)
	if d.then && len(after) == 0 && d.from == d.n.From {
		out = c.againstNamed(out, d, before)
	}
	for i, x := range before {
		for _, y := range before[:i] {
			if !d.then && y.before && (!x.before || sums) {
				out = c.eachPair(out, []toldValue{x}, []toldValue{y})
			}
		}
	}
	return c.eachPair(out, subject, before)
}

// againstNamed adds the pairs of what is told at once before some words, where what it is held against goes by a name that no origin has:
// "above the bottom of the bank's range".
func (c *pass) againstNamed(out [][2]toldValue, d spacing, before []toldValue) [][2]toldValue {
	for i, x := range before {
		if !x.before && x.fact != nil && d.from-x.to <= 6 {
			out = c.eachPair(c.eachPair(out, before[i:i+1], before[:i]), before[i:i+1], c.rivalValues(x.fact))
		}
	}
	return out
}

// rivalValues returns the values that other origins give of what a fact counts.
func (c *pass) rivalValues(f *facts.Fact) []toldValue {
	var out []toldValue
	for _, i := range c.f.References().Counting[f.Measure] {
		if o := &c.f.Facts[i]; comparableFacts(o, f) && o.Origin != f.Origin && o.HasAmount() {
			low, high := endsOf(o)
			out = append(out, toldValue{low: low, high: high, percent: c.isPercent(o.Measure), fact: o})
		}
	}
	return out
}

// toldBefore returns the values that the sentence before a sentence tells in its paragraph; where the sentence sums up, those of two.
func (c *pass) toldBefore(a *assertion, sums bool) []toldValue {
	var out []toldValue
	for b, far := a.before, 0; b != nil && b.r == a.r && (far == 0 || sums && far == 1); b, far = b.before, far+1 {
		list := c.toldValues(b)
		for i := range list {
			list[i].before = true
		}
		out = append(list, out...)
	}
	return out
}

// eachPair adds the pairs of values of two lists that are of one kind.
func (c *pass) eachPair(out [][2]toldValue, list, against []toldValue) [][2]toldValue {
	for _, x := range list {
		for _, y := range against {
			if c.alike(x, y) {
				out = append(out, [2]toldValue{x, y})
			}
		}
	}
	return out
}

// endedBetween reports whether a semicolon, a colon or a full stop stands between two tokens.
func (a *assertion) endedBetween(from, to int) bool {
	return slices.ContainsFunc(a.s.Tokens[from:to], func(t reading.Token) bool { return t.Low == ";" || t.Low == ":" || t.Low == "." })
}

// ofNamed returns the values of the origins that are named behind some words, by the name or by what they are called for short: "por
// abajo de lo que anticipa Banxico".
func (c *pass) ofNamed(a *assertion, d spacing) []toldValue {
	if !d.then {
		return nil
	}
	var out []toldValue
	for _, m := range c.wideMentions(a) {
		if m.From < d.to || m.From > d.to+8 || a.endedBetween(d.to, m.From) {
			continue
		}
		for i := range c.f.Facts {
			if f := &c.f.Facts[i]; f.Type == claim.Estimate && slices.Contains(m.Origins, f.Origin) {
				low, high := endsOf(f)
				out = append(out, toldValue{from: m.From, to: m.To, low: low, high: high, percent: c.isPercent(f.Measure), fact: f})
			}
		}
	}
	return out
}
