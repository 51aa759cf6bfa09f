package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// cites reports whether the sentence cites a fact of one of the measures and binds
// none: where it does bind one, other numbers are of other things.
func cites(s *reading.Sentence, measures []string) bool {
	bound := slices.ContainsFunc(s.Values, func(v reading.ValueToken) bool { return slices.Contains(measures, v.Fact.Measure) })
	return !bound && concerns(s, measures)
}

// known reports whether a small number in words is of those who were named before:
// "the two people".
func known(s *reading.Sentence, n reading.Amount) bool {
	return n.Spelled && n.Value < 4 && s.UpTo(n.From, "article") >= 0
}

// smallToll says what a small number counts, if it counts the dead or the wounded:
// "killed" in "seven dead", "eleven firefighters have been killed", "murieron
// siete vecinos"; "wounded"; "casualties"; else nothing.
func smallToll(s *reading.Sentence, n reading.Amount) string {
	if !n.Small() || known(s, n) {
		return ""
	}
	if class := tollBefore(s, n.From); class != "" {
		return class
	}
	i := n.To
	if class := tollAtToken(s, i); class != "" || i >= len(s.Tokens) || s.Tokens[i].Kind != reading.Word || s.Tokens[i].Word.Tiny {
		return class
	}
	i++ // who: "firefighters"
	for s.At(i, "auxiliary") > 0 {
		i = s.At(i, "auxiliary")
	}
	return tollAtToken(s, i)
}

// tollAtToken returns the class of the word for the killed or the wounded that
// begins at token i, or an empty string.
func tollAtToken(s *reading.Sentence, i int) string {
	for _, class := range []string{"killed", "wounded", "casualties"} {
		if s.At(i, class) > 0 {
			return class
		}
	}
	return ""
}

// tollBefore returns the class of such a word that ends before the number at token
// i, where those follow of whom it speaks: "killed seven people", "murieron seis
// pacientes".
func tollBefore(s *reading.Sentence, i int) string {
	if i+1 >= len(s.Tokens) {
		return ""
	}
	t := &s.Tokens[i+1]
	if t.Kind != reading.Word || t.Word.Unit != "person" && (len(t.Low) < 4 || t.Low[len(t.Low)-1] != 's') {
		return ""
	}
	for _, class := range []string{"killed", "wounded"} {
		if s.UpTo(i, class) >= 0 {
			return class
		}
	}
	return ""
}

// counts reports whether a measure counts those of a class of smallToll.
func (l casualties) counts(class string) bool {
	return class == "casualties" && l.killed && l.wounded || class == "killed" && l.killed || class == "wounded" && l.wounded
}

// claimsToll reports whether a small number is a toll that somebody must have given:
// of the dead anywhere, of the wounded and the missing where a fact of them is cited.
func (c *pass) claimsToll(s *reading.Sentence, n reading.Amount) bool {
	class := smallToll(s, n)
	if class == "" {
		return false
	}
	counted := func(m string) bool { return c.lossesOf(m).counts(class) }
	return class == "killed" && slices.ContainsFunc(c.f.Measures, func(m facts.Measure) bool { return counted(m.ID) }) ||
		slices.ContainsFunc(s.Facts, func(f *facts.Fact) bool { return counted(f.Measure) })
}

// smallDisputed judges a small number of what a fact counts that the sentence
// cites, before another fact of the briefing may excuse it: small numbers are in
// every briefing.
func (c *pass) smallDisputed(r *reading.Text, s *reading.Sentence, n reading.Amount, around []*facts.Fact, measures []string, at int,
	written string) bool {
	loose := s.Loose(n)
	a := &assertion{r: r, s: s}
	if c.derived(a, n, s.Facts, loose) || c.derived(a, n, around, loose) || loose && within(s.Facts, n.Value, n.Unit) {
		return false
	}
	if carrier(s.Facts, sum(s, 0)) != nil || carrier(s.Facts, sum(s, 1)) != nil {
		return false
	}
	if class := smallToll(s, n); class != "" {
		for _, f := range s.Facts {
			if c.lossesOf(f.Measure).counts(class) && cites(s, []string{f.Measure}) {
				measures = append(slices.Clip(measures), f.Measure)
			}
		}
	}
	return cites(s, measures) && c.disputed(r, s, n, measures, at, written)
}

// sum adds up the small numbers of a sentence, in which each "one" counts as ones:
// "two women and two children" are four people, "one man and three women" as well.
func sum(s *reading.Sentence, ones float64) reading.Amount {
	total := 0.0
	for _, n := range s.Amounts {
		if n.Small() {
			total += n.Value
		}
	}
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Kind == reading.Word && t.Word.Value == 1 {
			total += ones
		}
	}
	return reading.Amount{Value: total, Alt: total}
}

// citedMixed returns a fact of killed and wounded that the sentence refers to and
// that has the number, unless one of the killed or the wounded alone has it too.
func (c *pass) citedMixed(s *reading.Sentence, v float64) *facts.Fact {
	var out *facts.Fact
	for _, f := range s.Facts {
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
