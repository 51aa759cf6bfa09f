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

// smallToll says what a small number counts, if it counts the dead or the wounded:
// "killed" in "seven dead", "eleven firefighters have been killed", "murieron
// siete vecinos"; "wounded"; "casualties"; else nothing.
func (s *sentence) smallToll(n amount) string {
	if !n.small() || s.known(n) {
		return ""
	}
	if class := s.tollBefore(n.from); class != "" {
		return class
	}
	i := n.to
	if class := s.tollAtToken(i); class != "" || i >= len(s.tokens) || s.tokens[i].kind != word || s.tokens[i].lex.tiny {
		return class
	}
	i++ // who: "firefighters"
	for s.at(i, "auxiliary") > 0 {
		i = s.at(i, "auxiliary")
	}
	return s.tollAtToken(i)
}

// tollAtToken returns the class of the word for the killed or the wounded that
// begins at token i, or an empty string.
func (s *sentence) tollAtToken(i int) string {
	for _, class := range []string{"killed", "wounded", "casualties"} {
		if s.at(i, class) > 0 {
			return class
		}
	}
	return ""
}

// tollBefore returns the class of such a word that ends before the number at token
// i, where those follow of whom it speaks: "killed seven people", "murieron seis
// pacientes".
func (s *sentence) tollBefore(i int) string {
	if i+1 >= len(s.tokens) {
		return ""
	}
	t := &s.tokens[i+1]
	if t.kind != word || t.lex.unit != "person" && (len(t.low) < 4 || t.low[len(t.low)-1] != 's') {
		return ""
	}
	for _, class := range []string{"killed", "wounded"} {
		if s.upTo(i, class) >= 0 {
			return class
		}
	}
	return ""
}

// counts reports whether a measure counts those of a class of smallToll.
func (l losses) counts(class string) bool {
	return class == "casualties" && l.killed && l.wounded || class == "killed" && l.killed || class == "wounded" && l.wounded
}

// claimsToll reports whether a small number is a toll that somebody must have given:
// of the dead anywhere, of the wounded and the missing where a fact of them is cited.
func (c *checker) claimsToll(s *sentence, n amount) bool {
	class := s.smallToll(n)
	if class == "" {
		return false
	}
	counted := func(m string) bool { return c.lossesOf(m).counts(class) }
	return class == "killed" && slices.ContainsFunc(c.f.Measures, func(m facts.Measure) bool { return counted(m.ID) }) ||
		slices.ContainsFunc(s.facts, func(f *facts.Fact) bool { return counted(f.Measure) })
}

// smallDisputed judges a small number of what a fact counts that the sentence
// cites, before another fact of the briefing may excuse it: small numbers are in
// every briefing.
func (c *checker) smallDisputed(r *reading, s *sentence, n amount, around []*facts.Fact, measures []string, at int, written string) bool {
	loose := s.loose(n)
	if c.derived(n, s.facts, loose) || c.derived(n, around, loose) || loose && within(s.facts, n.value, n.unit) {
		return false
	}
	if carrier(s.facts, s.sum(0)) != nil || carrier(s.facts, s.sum(1)) != nil {
		return false
	}
	if class := s.smallToll(n); class != "" {
		for _, f := range s.facts {
			if c.lossesOf(f.Measure).counts(class) && s.cites([]string{f.Measure}) {
				measures = append(slices.Clip(measures), f.Measure)
			}
		}
	}
	return s.cites(measures) && c.disputed(r, s, n, measures, at, written)
}

// sum adds up the small numbers of a sentence, in which each "one" counts as ones:
// "two women and two children" are four people, "one man and three women" as well.
func (s *sentence) sum(ones float64) amount {
	total := 0.0
	for _, n := range s.amounts {
		if n.small() {
			total += n.value
		}
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == word && t.lex.value == 1 {
			total += ones
		}
	}
	return amount{value: total, alt: total}
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
