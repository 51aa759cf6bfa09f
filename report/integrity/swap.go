package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// exchanged judges two values that are cited together and told of each other's measure:
// "of 138 drones launched 267 were shot down". The words of the measures' names tell.
func (c *pass) exchanged(a *assertion) {
	for i := range a.claims {
		for k := range a.claims[:i] {
			x, y := &a.claims[k], &a.claims[i]
			if x.segment != y.segment || x.bound || y.bound || !x.exact || !y.exact || x.fact.Measure == y.fact.Measure {
				continue
			}
			m, o := c.ownWords(a.r, x.fact, y.fact), c.ownWords(a.r, y.fact, x.fact)
			right := a.nameWords(x, m) + a.nameWords(y, o)
			wrong := a.nameWords(x, o) + a.nameWords(y, m)
			if a.nameWords(x, o) > 0 && a.nameWords(y, m) > 0 && right == 0 && wrong >= 2 {
				c.warnAt("W303", a, x.from, []string{x.fact.ID, y.fact.ID}, a.words(x.from, x.to)+" and "+a.words(y.from, y.to)+
					" have changed places: "+quote(x.fact.ID)+" is of "+
					quote(c.f.Measure(x.fact.Measure).Name.Line(c.f.Briefing.Languages[0])), "turn the two numbers round")
				return
			}
		}
	}
}

// ownWords returns the words of the name of one fact's measure that that of another
// does not have, cut to what their forms have in common.
func (c *pass) ownWords(r *reading.Text, f, other *facts.Fact) []string {
	without := c.nameStems(r, other.Measure)
	var own []string
	for _, w := range c.nameStems(r, f.Measure) {
		if !slices.Contains(without, w) {
			own = append(own, w)
		}
	}
	return own
}

// nameStems returns the words of the name and unit of a measure, in the language of a text, cut to what their forms have
// in common.
func (c *pass) nameStems(r *reading.Text, id string) []string {
	key := [2]string{id, c.tagOf(r)}
	out, known := c.measured.stems[key]
	if known {
		return out
	}
	m := c.f.Measure(id)
	for _, w := range strings.Fields(strings.ToLower(m.Name.Line(key[1]) + " " + m.Unit.Line(key[1]))) {
		if w = strings.Trim(w, ",.()"); len(w) > 2 && !r.List.Look(w).Tiny {
			out = append(out, stem(w))
		}
	}
	if c.measured.stems == nil {
		c.measured.stems = map[[2]string][]string{}
	}
	c.measured.stems[key] = out
	return out
}

// stem cuts a word to its first five letters: "launched" and "launch" are one.
func stem(w string) string {
	n := 0
	for i := range w {
		if n == 5 {
			return w[:i]
		}
		n++
	}
	return w
}

// nameWords counts the words of a list that stand round a claim: up to five tokens behind
// it and three before it, within its clause and no further than another number.
func (a *assertion) nameWords(cl *stated, list []string) int {
	n := 0
	count := func(i int) bool {
		t := &a.s.Tokens[i]
		if t.Kind != reading.Word {
			return false
		}
		if slices.Contains(list, stem(t.Low)) {
			n++
		}
		return true
	}
	for i := cl.to; i < min(len(a.s.Tokens), cl.to+5) && count(i); i++ {
	}
	for i := cl.from - 1; i >= max(0, cl.from-3) && !a.s.Tokens[i].Word.Joining && count(i); i-- {
	}
	return n
}

// otherMeasure judges a value whose sentence begins with the name of another measure of
// the same unit: "poverty was 8.2 %", of what counts the destitute.
func (c *pass) otherMeasure(a *assertion) {
	for k := range a.segments {
		cl := a.only(k)
		if cl == nil || cl.fact.Measure == "" || !cl.exact {
			continue
		}
		g := &a.segments[k]
		for _, i := range c.ledBy(a, g) {
			m := &c.f.Measures[i]
			if m.ID == cl.fact.Measure || !c.sameUnitOf(m.ID, cl.fact.Measure) {
				continue
			}
			other := facts.Fact{Measure: m.ID}
			theirs, own := c.ownWords(a.r, &other, cl.fact), c.ownWords(a.r, cl.fact, &other)
			if at := a.leads(theirs, g); at >= 0 && len(own) > 0 && !a.hasStem(own, g) && !a.properIn(m.Name.Line(c.tagOf(a.r)), at) &&
				!(a.s.Tokens[at].Capital && at > 0 && a.s.Tokens[at-1].Kind == reading.Word) {
				c.warnAt("W303", a, cl.from, []string{cl.fact.ID, cl.fact.Measure, m.ID}, a.words(cl.from, cl.to)+" is the value of "+quote(cl.fact.ID)+
					", which counts "+
					quote(c.f.Measure(cl.fact.Measure).Name.Line(c.f.Briefing.Languages[0]))+", and the text speaks of "+quote(a.r.Words(a.s, at, at+1)),
					"name what is counted, or cite the other value")
				return
			}
		}
	}
}

// ledBy returns the measures that have one of the first words of a segment in their name or unit, in
// the order of the file.
func (c *pass) ledBy(a *assertion, g *segment) []int {
	tag := c.tagOf(a.r)
	if c.measured.named[tag] == nil {
		by := map[string][]int{}
		for i := range c.f.Measures {
			for _, w := range c.nameStems(a.r, c.f.Measures[i].ID) {
				if n := len(by[w]); n == 0 || by[w][n-1] != i {
					by[w] = append(by[w], i)
				}
			}
		}
		if c.measured.named == nil {
			c.measured.named = map[string]map[string][]int{}
		}
		c.measured.named[tag] = by
	}
	var out []int
	for i := g.from; i < min(len(a.s.Tokens), g.from+3, g.cites); i++ {
		if t := &a.s.Tokens[i]; t.Kind == reading.Word && len(t.Low) > 4 {
			out = append(out, c.measured.named[tag][stem(t.Low)]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (c *pass) sameUnitOf(a, b string) bool {
	return c.sameUnit(&facts.Fact{Measure: a}, &facts.Fact{Measure: b})
}

// properIn reports whether a word in small letters at a token is a proper name in a text, behind its
// first word: the state, of the United States.
func (a *assertion) properIn(text string, at int) bool {
	t := &a.s.Tokens[at]
	for i, w := range strings.Fields(text) {
		if low := strings.ToLower(w); i > 0 && low != w && stem(low) == stem(t.Low) {
			return !t.Capital
		}
	}
	return false
}

// leads returns the token of the first of a list of stems that stands among the first
// words of a segment, or -1.
func (a *assertion) leads(list []string, g *segment) int {
	for i := g.from; i < min(len(a.s.Tokens), g.from+3, g.cites); i++ {
		if t := &a.s.Tokens[i]; t.Kind == reading.Word && len(t.Low) > 4 && slices.Contains(list, stem(t.Low)) {
			return i
		}
	}
	return -1
}

// hasStem reports whether a segment has a word of a list of stems.
func (a *assertion) hasStem(list []string, g *segment) bool {
	for i := g.from; i < g.cites; i++ {
		if t := &a.s.Tokens[i]; t.Kind == reading.Word && slices.Contains(list, stem(t.Low)) {
			return true
		}
	}
	return false
}
