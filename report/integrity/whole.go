package integrity

import (
	"slices"

	"sitrep/report/reading"
)

// otherShare judges what a percentage is told to be a share of, before it ("Of all the refugees, 72 percent …") or
// behind it ("72 percent of the refugees"): words of the name of another measure, and none of its own.
func (c *pass) otherShare(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.bound || !cl.amount.Percent || cl.fact.Measure == "" || !c.isPercent(cl.fact.Measure) || c.warned(a, cl.from, cl.to) ||
			!c.sharesThose(a, cl.fact.Measure) {
			continue
		}
		g := a.segmentAt(cl.from)
		from, to := a.shareOfWhat(g, cl)
		if from == to || a.s.First(from, to, "thatOne") >= 0 {
			continue
		}
		t := c.testimonyOf(cl.fact)
		other, at := "", -1
		for j := from; j < to; j++ {
			x := &a.s.Tokens[j]
			if !meaningful(x) {
				continue
			}
			w := stem(reading.Possessor(x.Low))
			if t.stems[w] {
				at = -1
				break
			}
			if id := c.otherMeasureNamed(a, w, cl.fact.Measure); id != "" && at < 0 {
				other, at = id, j
			}
		}
		if at >= 0 {
			c.warnAt("W316", a, at, []string{cl.fact.ID, cl.fact.Measure, other}, a.words(from, to)+" is not what "+quote(cl.fact.ID)+
				" is a share of: "+quote(c.f.Measure(cl.fact.Measure).Name.Line(c.tagOf(a.r))), "say what it is a share of as the measure has it")
			return
		}
	}
}

// sharesThose reports whether the name of a measure says of whom it is a share: "of the arrivals who …".
func (c *pass) sharesThose(a *assertion, measure string) bool {
	in := c.reader.Skim(c.f.Measure(measure).Name.Line(c.tagOf(a.r)), c.tagOf(a.r))
	return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool {
		return slices.ContainsFunc(s.Tokens, func(t reading.Token) bool { return slices.Contains([]string{"who", "that", "que"}, t.Low) })
	})
}

// shareOfWhat returns the tokens that say what a percentage is taken of.
func (a *assertion) shareOfWhat(g *segment, cl *stated) (from, to int) {
	t := a.s.Tokens
	first := g.from
	for first < cl.from && t[first].Kind == reading.Punct {
		first++
	}
	if t[first].Word.Of {
		for to = first + 1; to < cl.from && t[to].Kind == reading.Word; to++ {
		}
		if t[to].Low == "," && to < cl.from {
			return first + 1, to
		}
	}
	i := a.s.Behind(cl.amount)
	if i >= g.cites || !t[i].Word.Of {
		return 0, 0
	}
	for to = i + 1; to < min(g.cites, i+5) && t[to].Kind == reading.Word && !(to > i+1 && t[to].Word.Tiny); to++ {
		if isPlural(t[to].Low) && meaningful(&t[to]) { // what follows a plural is the verb
			return i + 1, to + 1
		}
	}
	return i + 1, to
}

// otherMeasureNamed returns the first measure, but for one, whose name or unit has a word.
func (c *pass) otherMeasureNamed(a *assertion, w, but string) string {
	for i := range c.f.Measures {
		if id := c.f.Measures[i].ID; id != but && slices.Contains(c.nameStems(a.r, id), w) {
			return id
		}
	}
	return ""
}
