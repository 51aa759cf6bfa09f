package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// exchanged judges two values that are cited together and told of each other's measure:
// "of 138 drones launched 267 were shot down". The words of the measures' names tell.
func (c *checker) exchanged(a *assertion) {
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
				c.warnAt("W303", a, x.from, []string{x.fact.ID, y.fact.ID}, a.words(x.from, x.to)+" and "+a.words(y.from, y.to)+" have changed places: "+quote(x.fact.ID)+" is of "+
					quote(c.f.Measure(x.fact.Measure).Name.Line(c.f.Briefing.Languages[0])), "turn the two numbers round")
				return
			}
		}
	}
}

// ownWords returns the words of the name of one fact's measure that that of another
// does not have, cut to what their forms have in common.
func (c *checker) ownWords(r *reading.Text, f, other *facts.Fact) []string {
	tag := r.Tag()
	if tag == "" {
		tag = c.f.Briefing.Languages[0]
	}
	of := func(f *facts.Fact) []string {
		var out []string
		m := c.f.Measure(f.Measure)
		for _, w := range strings.Fields(strings.ToLower(m.Name.Line(tag) + " " + m.Unit.Line(tag))) {
			if w = strings.Trim(w, ",.()"); len(w) > 2 && !r.List.Look(w).Tiny {
				out = append(out, stem(w))
			}
		}
		return out
	}
	without := of(other)
	return slices.DeleteFunc(of(f), func(w string) bool { return slices.Contains(without, w) })
}

// stem cuts a word to its first five letters: "launched" and "launch" are one.
func stem(w string) string {
	r := []rune(w)
	return string(r[:min(len(r), 5)])
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
	for i := cl.from - 1; i >= max(0, cl.from-3) && count(i); i-- {
	}
	return n
}
