package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// changeWord returns the word of rising or falling that a number or a ratio at a token is
// the amount of: "fell by 5.9 percent", "a drop of nearly a third", "una baja de 13,7 %";
// or the one behind a percentage, "a 46 % decrease".
func (a *assertion) changeWord(from, behind int) (reading.Match, bool) {
	s := a.s
	for end := from; end > 0; {
		if h, ok := a.changeUpTo(end); ok {
			return h, true
		}
		next := -1
		for _, class := range []string{"howMuch", "article", "approx", "nearly", "justOver", "least", "most", "currency"} {
			if i := s.UpTo(end, class); i >= 0 && (next < 0 || i < next) {
				next = i
			}
		}
		if a.s.First(max(0, end-1), end, "byMuch") == end-1 {
			if h, ok := a.verbBefore(end - 1); ok {
				return h, true
			}
		}
		if end = next; end <= 0 || from-end > 6 {
			break
		}
	}
	for _, class := range []string{"rises", "falls"} {
		if end := s.At(behind, class); behind > from && end > 0 {
			return reading.Match{Class: class, From: behind, To: end}, true
		}
	}
	return reading.Match{}, false
}

// changeUpTo returns the word of rising or falling that ends before a token.
func (a *assertion) changeUpTo(end int) (reading.Match, bool) {
	for _, class := range []string{"rises", "falls"} {
		if i := a.s.UpTo(end, class); i >= 0 {
			return reading.Match{Class: class, From: i, To: end}, true
		}
	}
	return reading.Match{}, false
}

// verbBefore returns the word of rising or falling that stands before a token with no more
// than four words for what rises between: "cut its forecast by", "subió el galón en".
func (a *assertion) verbBefore(i int) (reading.Match, bool) {
	for j := i; j > 0 && i-j <= 4; j-- {
		if h, ok := a.changeUpTo(j); ok {
			return h, true
		}
		if a.s.Tokens[j-1].Kind != reading.Word {
			break
		}
	}
	return reading.Match{}, false
}

// A pairing is two facts of one measure and place that a change may lie between, the
// earlier first; where they are of one time, in the order of the text.
type pairing struct{ early, late *facts.Fact }

// pairings returns the pairs that a change told in a sentence may lie between: those of
// the facts of the sentence; else those of one of them and one of the sentence before;
// else one of them and what its origin gave before. A sentence that cites nothing is
// judged by afterTwo.
func (c *pass) pairings(a *assertion) []pairing {
	own := amountsOf(a.s.Facts)
	out := pairUp(own, own)
	if len(out) == 0 && a.before != nil && a.before.r == a.r {
		out = pairUp(amountsOf(a.before.s.Facts), own)
	}
	if len(out) == 0 {
		for _, f := range own {
			if p := c.predecessor(f); p != nil {
				out = append(out, pairing{p, f})
			}
		}
	}
	return out
}

func amountsOf(list []*facts.Fact) []*facts.Fact {
	return slices.DeleteFunc(slices.Clone(list[:min(len(list), widest)]), func(f *facts.Fact) bool {
		return f.Type != claim.Estimate ||
			!f.HasAmount()
	})
}

// pairUp pairs each fact of a list with those of another that count the same.
func pairUp(list, other []*facts.Fact) []pairing {
	var out []pairing
	same := len(list) > 0 && len(other) > 0 && &list[0] == &other[0]
	for i, x := range list {
		for k, y := range other {
			if !comparableFacts(x, y) || same && k <= i {
				continue
			}
			if y.AsOf.Last() < x.AsOf.First() {
				x, y = y, x
			}
			out = append(out, pairing{x, y})
		}
	}
	return out
}

// turned says which way a pair goes in time: 1 up, -1 down, 0 where its values overlap or
// its dates do.
func (p pairing) turned() int {
	if p.late.AsOf.First() <= p.early.AsOf.Last() {
		return 0
	}
	return order(p.late, p.early)
}

// changed judges how far, and which way, a value is said to have changed, where two
// values tell it.
func (c *pass) changed(a *assertion) {
	if a.s.Has("plainNegation") {
		return
	}
	for _, n := range a.s.Amounts {
		points := c.pointsAt(a, n)
		if !n.Percent && !points || a.at(n.From) != nil || a.isDifference(n) || c.warned(a, 0, len(a.s.Tokens), "W317", "W318") {
			continue
		}
		end := n.To
		if n.Percent {
			end = a.s.Behind(n)
		}
		h, ok := a.changeWord(n.From, end)
		if !ok {
			continue
		}
		c.changedBy(a, n, h)
	}
}

// changedBy judges one number that is the amount of a change.
func (c *pass) changedBy(a *assertion, n reading.Amount, h reading.Match) {
	list := c.pairings(a)
	if len(list) == 0 {
		return
	}
	fit := slices.DeleteFunc(slices.Clone(list), func(p pairing) bool { return !c.fitsDifference(a, n, p.late, p.early) })
	p := list[0]
	if len(fit) == 0 {
		if len(list) == 1 || !a.ago(n.To) {
			c.warnAt("W318", a, n.From, []string{p.early.ID, p.late.ID}, a.words(n.From, n.To)+" is not how far the two are apart: "+
				howFar(p.early, p.late), "correct the number, or those that it is taken from")
		}
		return
	}
	wrong := func(p pairing) bool { return p.turned() == -rising(h) }
	if !slices.ContainsFunc(fit, func(p pairing) bool { return !wrong(p) }) {
		c.warnAt("W317", a, h.From, []string{fit[0].early.ID, fit[0].late.ID}, a.words(h.From, h.To)+" says the opposite of the facts: from "+
			quote(fit[0].early.ID)+" to "+quote(fit[0].late.ID)+" it goes the other way",
			"turn the word round, or correct the number")
	}
}

// ago reports whether words behind a token say that the change is from a time that no fact
// need give: "than a year before".
func (a *assertion) ago(to int) bool {
	return a.s.First(to, min(len(a.s.Tokens), to+9), "before") >= 0
}

// howFar says how far two facts are apart; of ranges, what they are.
func howFar(x, y *facts.Fact) string {
	if x.Best == nil || y.Best == nil {
		return saysOf(x) + " and " + saysOf(y)
	}
	p, q := x.Best, y.Best
	high, low := p, q
	if p.Cmp(q) < 0 {
		high, low = q, p
	}
	d := high.Sub(low)
	out := high.String() + " − " + low.String() + " = " + d.String()
	if p.Sign() != 0 {
		out += ", which is " + show(math.Round(d.Float()/math.Abs(p.Float())*1000)/10) + " % of " + p.String()
	}
	return out
}

// pointsAt reports whether a number counts percentage points.
func (c *pass) pointsAt(a *assertion, n reading.Amount) bool {
	end := n.To
	if n.Percent {
		end = a.s.Behind(n)
	}
	return a.s.At(end, "points") > 0
}

// apartInPoints judges percentage points, or what is called the difference, between the
// two values that a sentence gives.
func (c *pass) apartInPoints(a *assertion) {
	for _, n := range a.s.Amounts {
		_, gap := a.qualifier(n.From, "gap")
		if !gap && !c.pointsAt(a, n) || a.at(n.From) != nil || a.isDifference(n) || a.s.Has("plainNegation") {
			continue
		}
		told := a.told(len(a.s.Tokens))
		told = slices.DeleteFunc(told, func(f *facts.Fact) bool { return !gap && !c.isPercent(f.Measure) })
		if len(told) != 2 || told[0] == told[1] || !c.sameUnit(told[0], told[1]) || told[0].Measure != told[1].Measure && !a.closesWith(n) {
			continue
		}
		if !c.fitsDifference(a, n, told[0], told[1]) {
			c.warnAt("W318", a, n.From, idsOf(told), a.words(n.From, n.To)+" is not how far the two are apart: "+howFar(told[1], told[0]),
				"correct the number, or those that it is taken from")
		}
	}
}

// closesWith reports whether a number, what it counts, and "more" or "less" close the
// clause: "…, 5.3 points less."
func (a *assertion) closesWith(n reading.Amount) bool {
	i := n.To
	if end := a.s.At(i, "points"); end > 0 {
		i = end
	}
	for _, class := range []string{"smaller", "greater", "asunder"} {
		if end := a.s.At(i, class); end > 0 {
			return end == len(a.s.Tokens) || a.s.Tokens[end].Kind == reading.Punct
		}
	}
	return false
}

// lastAgainst judges "…, 23.2 points less" behind two values: the last is the smaller, or,
// where the two are set against each other, the first.
func (c *pass) lastAgainst(a *assertion) {
	for _, n := range a.s.Amounts {
		if a.at(n.From) != nil || a.isDifference(n) || !a.closesWith(n) {
			continue
		}
		told := a.told(n.From)
		if len(told) < 2 {
			continue
		}
		x, y := told[len(told)-1], told[len(told)-2]
		if !comparableFacts(x, y) && !(c.pointsAt(a, n) && c.isPercent(x.Measure) && c.isPercent(y.Measure)) || !c.fitsDifference(a, n, x, y) {
			continue
		}
		if a.s.First(0, n.From, "against") >= 0 {
			x, y = y, x
		}
		less := a.behind(n.To, "smaller")
		if o := order(x, y); o == 1 && less || o == -1 && !less {
			c.warnAt("W317", a, n.From, []string{x.ID, y.ID}, a.words(n.From, n.To)+" has the wrong word behind it: "+quote(x.ID)+" gives "+
				saysOf(x)+", and "+quote(y.ID)+" "+saysOf(y), "turn the word round")
		}
	}
}

// turnedRound judges the amount of a measure that is itself a rise or a fall, told as the
// other: "the fuel price was cut by 1,904", of what counts the rise.
func (c *pass) turnedRound(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		m := c.f.Measure(cl.fact.Measure)
		if m == nil {
			continue
		}
		h, ok := a.changeWord(cl.from, cl.to)
		if dir := c.goes(m, c.tagOf(a.r)); ok && dir == -rising(h) && !a.s.Has("plainNegation") {
			c.warnAt("W317", a, h.From, []string{cl.fact.ID, m.ID}, a.words(h.From, cl.to)+" says the opposite of what "+quote(m.ID)+" counts: "+
				quote(m.Name.Line(c.tagOf(a.r))), "turn the word round")
			return
		}
	}
}

// goes says whether a measure counts how far something rises (1) or falls (-1), by its
// name; 0 where it counts neither.
func (c *pass) goes(m *facts.Measure, tag string) int {
	in := c.reader.Skim(m.Name.Line(tag), tag)
	if len(in.Sentences) == 0 {
		return 0
	}
	up, down := in.Sentences[0].Has("rises"), in.Sentences[0].Has("falls")
	switch {
	case up && !down:
		return 1
	case down && !up:
		return -1
	}
	return 0
}
