package integrity

import (
	"math"
	"slices"

	"sitrep/report/facts"
)

// small reports whether the number is a whole one from 2 to 20, as it is read of
// people who died: it may be an everyday word ("two sides"), and is a claim only
// where it counts what a fact of the sentence counts, or the dead and the wounded.
func (n amount) small() bool {
	return n.value >= 2 && n.value <= 20 && n.value == math.Trunc(n.value) && n.alt == n.value && n.to-n.from == 1 && !n.percent
}

// below10 reports whether the number is one that is written as a word everywhere.
func (n amount) below10() bool { return n.small() && n.value < 10 }

// cites reports whether the sentence cites a fact of one of the measures and binds
// none: where it does bind one, other numbers are of other things.
func (s *sentence) cites(measures []string) bool {
	bound := slices.ContainsFunc(s.values, func(v bound) bool { return contains(measures, v.fact.Measure) })
	return !bound && s.concerns(measures)
}

// known reports whether a small number in words is of those who were named before:
// "the two people".
func (s *sentence) known(n amount) bool {
	return n.spelled && n.value < 4 && s.upTo(n.from, "article") >= 0
}

// smallToll reports whether a small number counts the dead or the wounded: "seven
// dead", "eleven firefighters have been killed", "murieron siete".
func (s *sentence) smallToll(n amount) bool {
	if !n.small() || s.known(n) {
		return false
	}
	if s.afterToll(n.from) {
		return true
	}
	i := n.to
	if s.tollWord(i) {
		return true
	}
	if i >= len(s.tokens) || s.tokens[i].kind != word || s.tokens[i].lex.tiny {
		return false
	}
	i++ // who: "firefighters"
	for s.at(i, "auxiliary") > 0 {
		i = s.at(i, "auxiliary")
	}
	return s.tollWord(i)
}

// tollWord reports whether a word for the killed or the wounded begins at token i.
func (s *sentence) tollWord(i int) bool {
	return s.at(i, "killed") > 0 || s.at(i, "wounded") > 0 || s.at(i, "casualties") > 0
}

// afterToll reports whether such a word ends before token i, and a number of people
// follows it: "killed seven people", "murieron seis pacientes".
func (s *sentence) afterToll(i int) bool {
	if i+1 >= len(s.tokens) || s.upTo(i, "killed") < 0 && s.upTo(i, "wounded") < 0 {
		return false
	}
	t := &s.tokens[i+1]
	return t.kind == word && (t.lex.unit == "person" || len(t.low) > 3 && t.low[len(t.low)-1] == 's')
}

// smallDisputed judges a small number of what a fact counts that the sentence
// cites, before another fact of the briefing may excuse it: small numbers are in
// every briefing.
func (c *checker) smallDisputed(r *reading, s *sentence, n amount, around []*facts.Fact, measures []string, at int, written string) bool {
	loose := s.loose(n)
	if c.derived(n, s.facts, loose) || c.derived(n, around, loose) || loose && within(s.facts, n.value, n.unit) {
		return false
	}
	if s.smallToll(n) {
		for _, f := range s.facts {
			if l := c.lossesOf(f.Measure); (l.killed || l.wounded) && s.cites([]string{f.Measure}) {
				measures = append(slices.Clip(measures), f.Measure)
			}
		}
	}
	return s.cites(measures) && c.disputed(r, s, n, measures, at, written)
}

// citedMixed returns a fact of killed and wounded that the sentence refers to and
// that has the number, unless one of the killed or the wounded alone has it too.
func (c *checker) citedMixed(s *sentence, v float64) *facts.Fact {
	var out *facts.Fact
	for _, f := range s.facts {
		l := c.lossesOf(f.Measure)
		switch {
		case !has(f, v):
		case l.killed != l.wounded:
			return nil
		case l.killed && out == nil:
			out = f
		}
	}
	return out
}

// countsLosses reports whether a measure of the briefing counts the killed or the
// wounded.
func (c *checker) countsLosses() bool {
	return slices.ContainsFunc(c.f.Measures, func(m facts.Measure) bool {
		l := c.lossesOf(m.ID)
		return l.killed || l.wounded
	})
}
