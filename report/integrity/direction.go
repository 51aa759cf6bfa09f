package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// directed judges words that say which of two values is the greater: "up from", "rose
// from … to", "fewer than the".
func (c *pass) directed(a *assertion) {
	for _, h := range a.s.Matches {
		switch h.Class {
		case "riseFrom", "fallFrom":
			c.againstClaim(a, h)
		case "rises", "falls":
			if !c.fromTo(a, h) && !c.reached(a, h) {
				c.change(a, h)
			}
		}
	}
}

// greater says how two claims stand: 1 where every value of the first lies above the
// second, -1 below, 0 where that is not known.
func greater(x, y *stated) int {
	if x.part != "" && y.part != "" {
		return compareFloat(x.value, y.value)
	}
	return order(x.fact, y.fact)
}

// order says which of two facts gives more; 0 where their values overlap.
func order(x, y *facts.Fact) int {
	xLow, xHigh := evidence.Bounds(x)
	yLow, yHigh := evidence.Bounds(y)
	switch {
	case xLow > yHigh:
		return 1
	case xHigh < yLow:
		return -1
	}
	return 0
}

func compareFloat(a, b float64) int {
	switch {
	case a > b:
		return 1
	case a < b:
		return -1
	}
	return 0
}

// rising says which way the phrase points: 1 up, -1 down.
func rising(h reading.Match) int {
	if h.Class == "riseFrom" || h.Class == "rises" {
		return 1
	}
	return -1
}

// againstClaim judges "up from 402": the claim before the phrase against that behind it.
func (c *pass) againstClaim(a *assertion, h reading.Match) {
	y := a.next(h.To, 9)
	if len(a.judged) > 0 {
		return // judged with how far they are apart
	}
	if y == nil || a.s.UpTo(h.From, "plainNegation") >= 0 {
		return
	}
	x := a.previous(h.From, y)
	if x == nil && a.before != nil {
		x = a.before.previous(len(a.before.s.Tokens), y)
	}
	if x != nil && greater(x, y) == -rising(h) {
		c.warnDirection(a, h, x, y)
	}
}

func (c *pass) warnDirection(a *assertion, h reading.Match, x, y *stated) {
	c.warnAt("W317", a, h.From, []string{x.fact.ID, y.fact.ID}, a.words(h.From, h.To)+" says the opposite of the facts: "+quote(x.fact.ID)+
		" gives "+given(x)+", and "+quote(y.fact.ID)+" "+given(y), "turn the words round, or correct the number")
}

// next returns the first claim that begins within so many tokens of token i, if no
// citation stands before it.
func (a *assertion) next(i, within int) *stated {
	for j := i; j < min(len(a.s.Tokens), i+within); j++ {
		if cl := a.at(j); cl != nil {
			return cl
		}
		if t := &a.s.Tokens[j]; t.Kind == reading.Cite || t.Low == ";" || t.Low == ":" {
			return nil
		}
	}
	return nil
}

// previous returns the last claim before token i that is comparable with y.
func (a *assertion) previous(i int, y *stated) *stated {
	for k := len(a.claims) - 1; k >= 0; k-- {
		if x := &a.claims[k]; x.to <= i && comparableFacts(x.fact, y.fact) && (x.part == "" || y.part == "" || x.part == y.part) {
			return x
		}
	}
	return nil
}

// fromTo judges "rose from 402 to 318" and "raised its offer from 50 percent in May to
// 61.5", and reports whether the words are such.
func (c *pass) fromTo(a *assertion, h reading.Match) bool {
	for _, f := range a.s.Matches {
		if f.Class != "rangeFrom" || f.From < h.To-1 || f.To <= h.To-1 || f.From > h.To+9 || a.parted(h.To, f.From) {
			continue
		}
		y := a.next(f.To, 5)
		if y == nil || a.s.UpTo(y.from, "rangeFrom") < 0 && !a.rough(f.To, y.from) {
			continue
		}
		if x := a.toward(y.to, 14); x != nil && comparableFacts(x.fact, y.fact) {
			if greater(x, y) == -rising(h) {
				c.warnDirection(a, h, x, y)
			}
			return true
		}
	}
	return false
}

// parted reports whether a clause ends between two tokens, or another word of rising or
// falling stands there.
func (a *assertion) parted(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &a.s.Tokens[i]; t.Low == ";" || t.Low == ":" || a.s.At(i, "rises") > 0 || a.s.At(i, "falls") > 0 {
			return true
		}
	}
	return false
}

// toward returns the first number that is told behind a "to" within so many tokens of
// token i, with no other claim before it.
func (a *assertion) toward(i, within int) *stated {
	for j := i; j < min(len(a.s.Tokens), i+within) && !a.parted(i, j+1); j++ {
		cl := a.at(j)
		if cl == nil {
			continue
		}
		if _, ok := a.qualifier(j, "toward"); ok {
			return cl
		}
		return nil
	}
	return nil
}

// reached judges "fell to 318", and "fell by 5.9 percent in May, to 318", against the value
// that the words set it against, or else the estimate before it of the same origin; it
// reports whether the words are such.
func (c *pass) reached(a *assertion, h reading.Match) bool {
	x := a.toward(h.To, 12)
	if x == nil || a.s.UpTo(h.From, "plainNegation") >= 0 {
		return false
	}
	if y := a.cameFrom(x); y != nil {
		if greater(x, y) == -rising(h) {
			c.warnDirection(a, h, x, y)
		}
		return true
	}
	if p := c.predecessor(x.fact); p != nil && order(x.fact, p) == -rising(h) {
		c.warnAt("W317", a, h.From, []string{x.fact.ID, p.ID}, a.words(h.From, h.To)+" says the opposite of the facts: "+quote(p.ID)+" gave "+
			saysOf(p)+" for "+p.AsOf.String(), "turn the words round, or correct the number")
	}
	return true
}

// cameFrom returns the number that stands behind "from" after another: "to 2.3 percent in
// October from 1.7 percent in September".
func (a *assertion) cameFrom(x *stated) *stated {
	for i := x.to; i < min(len(a.s.Tokens), x.to+12); i++ {
		if a.s.Tokens[i].Low == ";" {
			return nil
		}
		if y := a.at(i); y != nil {
			if _, ok := a.qualifier(i, "rangeFrom"); ok && comparableFacts(x.fact, y.fact) {
				return y
			}
			return nil
		}
	}
	return nil
}

// predecessor returns the newest earlier estimate of the same origin, measure and place.
func (c *pass) predecessor(f *facts.Fact) *facts.Fact {
	var out *facts.Fact
	for _, i := range c.history.by[evidence.Series(f)] {
		if g := &c.f.Facts[i]; g.Origin == f.Origin && g.AsOf.Last() < f.AsOf.First() {
			out = g
		}
	}
	return out
}

// change judges "a fall of 42 %" behind two values of one measure and two dates.
func (c *pass) change(a *assertion, h reading.Match) {
	pair := a.pair()
	if pair == nil || c.goes(c.f.Measure(pair[0].fact.Measure), c.tagOf(a.r)) != 0 || a.s.Has("plainNegation") || a.s.Has("rises") &&
		a.s.Has("falls") || a.s.Has("riseFrom", "fallFrom") {
		return
	}
	early, late := pair[0], pair[1]
	if early.fact.AsOf.First() > late.fact.AsOf.First() {
		early, late = late, early
	}
	if late.fact.AsOf.First() > early.fact.AsOf.Last() && greater(late, early) == -rising(h) {
		c.warnDirection(a, h, late, early)
	}
}

// pair returns the two claims of the sentence, where it has two facts of one measure
// and one origin and no others.
func (a *assertion) pair() []*stated {
	var out []*stated
	for i := range a.claims {
		cl := &a.claims[i]
		if len(out) > 0 && out[0].fact == cl.fact {
			continue
		}
		out = append(out, cl)
	}
	if len(out) != 2 || !comparableFacts(out[0].fact, out[1].fact) || out[0].fact.Origin != out[1].fact.Origin {
		return nil
	}
	return out
}

// namedComparison judges a sentence or a title that says of which of two origins the number is
// greater: "the government counts more refugees than UNHCR".
func (c *pass) namedComparison(a *assertion) {
	s, names := a.s, c.namesIn(a.r.Tag())
	h, than := a.greaterThan()
	if than < 0 || len(a.claims) > 0 || s.Has("plainNegation") {
		return
	}
	var left, right *reading.Mention
	list := s.Mentions(names)
	for i := range list {
		m := &list[i]
		switch {
		case m.To <= h.From:
			left = m
		case m.From >= than && m.From <= than+2 && right == nil:
			right = m
		}
	}
	if left == nil || right == nil || slices.Equal(left.Origins, right.Origins) {
		return
	}
	about := c.about(a.r, s)
	x, y := latestOf(about, left.Origins), latestOf(about, right.Origins)
	sign := 1
	if h.Class == "smaller" {
		sign = -1
	}
	if x != nil && y != nil && x.Measure == y.Measure && order(x, y) == -sign {
		c.warnAt("W317", a, h.From, []string{x.ID, y.ID}, a.words(h.From, than)+" says the opposite of the facts: "+quote(x.ID)+" gives "+
			saysOf(x)+", and "+quote(y.ID)+" "+saysOf(y), "turn the words round")
	}
}

// greaterThan finds "more … than" in a sentence: the word, and the token behind "than".
func (a *assertion) greaterThan() (reading.Match, int) {
	for _, h := range a.s.Matches {
		if h.Class != "greater" && h.Class != "smaller" {
			continue
		}
		if longer := a.s.At(h.From, "smaller"); h.Class == "greater" && longer > h.To { // más frío
			continue
		}
		for i := h.To; i < min(len(a.s.Tokens), h.To+6); i++ {
			if end := a.s.At(i, "than"); end > 0 {
				return h, end
			}
			if a.s.Tokens[i].Kind != reading.Word {
				break
			}
		}
	}
	return reading.Match{}, -1
}

// latestOf returns the newest estimate of a list by one of the origins.
func latestOf(list []*facts.Fact, origins []string) *facts.Fact {
	var out *facts.Fact
	for _, f := range list {
		if f.HasAmount() && slices.Contains(origins, f.Origin) && (out == nil || f.AsOf.Last() > out.AsOf.Last()) {
			out = f
		}
	}
	return out
}

// seriesOf returns the first and the last of the estimates of the one origin that gives
// several for one measure and place.
func seriesOf(list []*facts.Fact) (first, last *facts.Fact) {
	by := map[string][]*facts.Fact{}
	for _, f := range list {
		if f.Type != claim.Estimate || f.Measure != list[0].Measure {
			return nil, nil
		}
		key := f.Origin + " " + f.Series()
		by[key] = append(by[key], f)
	}
	for _, s := range by {
		slices.SortStableFunc(s, func(x, y *facts.Fact) int { return x.AsOf.Compare(y.AsOf) })
		if a, b := s[0], s[len(s)-1]; b.AsOf.First() > a.AsOf.Last() {
			if first != nil {
				return nil, nil
			}
			first, last = a, b
		}
	}
	return first, last
}

// titled judges the title of a figure of one series that says which way it goes.
func (c *pass) titled(a *assertion) {
	chart := c.texts.figures[a.r.Passage.Owner]
	if chart == nil || len(a.s.Amounts) > 0 && len(a.s.Facts) > 0 || a.s.Has("plainNegation") {
		return
	}
	list := c.f.Select(chart.Kind, chart.Select)
	first, last := seriesOf(list)
	if first == nil {
		return
	}
	from, to := evidence.Middle(first), evidence.Middle(last)
	if h, up := a.titleSays(); up != 0 && compareFloat(to, from) == -up {
		c.warnAt("W317", a, h.From, []string{chart.ID, first.ID, last.ID}, a.words(h.From, h.To)+" says the opposite of the figure: "+
			"it goes from "+saysOf(first)+" to "+saysOf(last), "correct the title, or what the figure shows")
	}
}

// titleSays returns the words by which a title says which way a series goes, and the way: 1 up,
// -1 down; 0 where it says neither or both. "More than a year ago" is up.
func (a *assertion) titleSays() (reading.Match, int) {
	if a.s.Has("rises") != a.s.Has("falls") {
		for _, h := range a.s.Matches {
			if h.Class == "rises" || h.Class == "falls" {
				return h, rising(h)
			}
		}
	}
	h, than := a.greaterThan()
	if than < 0 || a.s.Has("rises", "falls") || a.s.First(than, min(len(a.s.Tokens), than+4), "past") != than &&
		!slices.ContainsFunc(a.s.Tokens[than:min(len(a.s.Tokens), than+3)], func(t reading.Token) bool {
			return reading.YearOf(&t) > 0 || t.Word.Month > 0
		}) {
		return h, 0
	}
	if h.Class == "smaller" {
		return h, -1
	}
	return h, 1
}
