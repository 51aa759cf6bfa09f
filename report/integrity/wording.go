package integrity

import (
	"strings"

	"sitrep/report/facts"
)

// wording judges how likelihood and confidence are worded (ICD 203, section
// D.6.e(2); PHIA probability yardstick).
func (c *checker) wording() {
	c.rows()
	for i := range c.told {
		r := &c.told[i]
		j := c.f.Judgement(r.p.Owner)
		if !r.p.Markdown && j == nil {
			continue
		}
		for k := range r.sentences {
			s := &r.sentences[k]
			said := r.termsOf(s, c.f.Briefing.LikelihoodScale)
			c.scaled(r, s, said, j)
			c.mixed203(r, s, said)
			c.fits(r, s, said, j)
			c.worst(r, s)
			if j != nil {
				c.hedged(r, s)
				c.agrees(r, s, said, j)
			}
		}
	}
}

// A said is a term of likelihood in a sentence.
type said struct {
	term
	from, to int
}

// termsOf finds the terms of likelihood in a sentence, the longest at each place;
// of two scales that share an expression, that of the briefing.
func (r *reading) termsOf(s *sentence, scale string) []said {
	var out []said
	for i := 0; i < len(s.tokens); i++ {
		best := said{}
		for _, t := range r.terms[s.tokens[i].low] {
			longer := len(t.words) > len(best.words)
			if s.matches(i, t.words) && (longer || len(t.words) == len(best.words) && t.scale == scale && best.scale != scale) {
				best = said{t, i, i + len(t.words)}
			}
		}
		if best.to > 0 {
			out = append(out, best)
			i = best.to - 1
		}
	}
	return out
}

// likely reports whether the sentence has any term of likelihood.
func (r *reading) likely(s *sentence) bool { return len(r.termsOf(s, "")) > 0 }

// scaled judges terms that are not of the briefing's scale. A single word is held
// against it in a judgement only: elsewhere "remote" may be a place.
func (c *checker) scaled(r *reading, s *sentence, terms []said, j *facts.Judgement) {
	scale := c.f.Briefing.LikelihoodScale
	if scale == "" {
		return
	}
	for _, t := range terms {
		if t.scale == scale || j == nil && len(t.words) == 1 || s.first(t.from-1, t.from, "comparative") >= 0 {
			continue
		}
		c.warnIn("W401", r, int(s.tokens[t.from].off), nil, quote(strings.Join(t.words, " "))+" is a term of "+t.scale+", and the briefing uses "+scale,
			"choose a term of the briefing's scale; the two scales do not line up")
	}
}

// rows judges judgements that take their terms from both rows of ICD 203.
func (c *checker) rows() {
	if c.f.Briefing.LikelihoodScale != "icd203" {
		return
	}
	first, by := "", ""
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		for _, t := range facts.Scale("icd203") {
			switch {
			case t.Name != j.Likelihood:
			case first == "":
				first, by = t.Row, j.ID
			case t.Row != first:
				c.warn("W402", "/judgements/"+itoa(i)+"/likelihood", []string{j.ID, by}, quote(t.Name)+" is of another row of the scale than the term of "+quote(by),
					"keep to one row: "+rowOf(first))
			}
		}
	}
}

// rowOf lists the terms of a row of ICD 203.
func rowOf(row string) string {
	var names []string
	for _, t := range facts.Scale("icd203") {
		if t.Row == row {
			names = append(names, t.Name)
		}
	}
	return strings.Join(names, ", ")
}

// mixed203 judges a sentence with a degree of likelihood and a level of
// confidence, which readers then take for one.
func (c *checker) mixed203(r *reading, s *sentence, terms []said) {
	at := s.first(0, len(s.tokens), "confidence")
	if at < 0 || len(terms) == 0 {
		return
	}
	c.warnIn("W403", r, int(s.tokens[at].off), nil, "likelihood and confidence stand in one sentence", "make two sentences of it, or use the keys likelihood and confidence (ICD 203, D.6.e(2)(b))")
}

// fits judges a percentage beside a term of likelihood.
func (c *checker) fits(r *reading, s *sentence, terms []said, j *facts.Judgement) {
	for _, n := range s.amounts {
		if !n.percent {
			continue
		}
		name := ""
		for _, t := range terms {
			if s.bracketed(t.to, n) || s.behind(n) == t.from {
				name = t.name
			}
		}
		if name == "" && j != nil && len(terms) == 0 && s.asChance(n) {
			name = j.Likelihood
		}
		if t, ok := c.scaleTerm(name); ok && (n.value < t.Low || n.value > t.High) {
			c.warnIn("W405", r, int(s.tokens[n.from].off), nil, show(n.value)+" % does not fit "+quote(name)+", which stands for "+show(t.Low)+" to "+show(t.High)+" %",
				"correct the term or the percentage")
		}
	}
}

// bracketed reports whether the number stands in a bracket that opens at a token:
// "likely (40 %)", "likely (about 40 %)".
func (s *sentence) bracketed(at int, n amount) bool {
	return at < len(s.tokens) && s.tokens[at].low == "(" && n.from > at && n.from-at <= 3
}

// behind returns the token behind a percentage and its sign.
func (s *sentence) behind(n amount) int {
	for _, h := range s.hits {
		if h.class == "percent" && h.from == n.to {
			return h.to
		}
	}
	return n.to + 1
}

// asChance reports whether a percentage is a chance: "a 40 % chance", "the chance
// … is 40 %."
func (s *sentence) asChance(n amount) bool {
	end := s.behind(n)
	if end < len(s.tokens) && s.tokens[end].lex.of {
		end++
	}
	if s.first(end, min(end+1, len(s.tokens)), "chance") == end {
		return true
	}
	return s.first(0, n.from, "chance") >= 0 && (end >= len(s.tokens) || s.tokens[end].kind == point)
}

// scaleTerm finds a term in the briefing's scale, or, if it has none, in any.
func (c *checker) scaleTerm(name string) (facts.Term, bool) {
	scales := []string{c.f.Briefing.LikelihoodScale}
	if scales[0] == "" {
		scales = []string{"icd203", "phia"}
	}
	for _, scale := range scales {
		for _, t := range facts.Scale(scale) {
			if t.Name == name && name != "" {
				return t, true
			}
		}
	}
	return facts.Term{}, false
}

// hedged judges words in a judgement that say neither how likely it is nor that
// it is so.
func (c *checker) hedged(r *reading, s *sentence) {
	for _, h := range s.hits {
		t := &s.tokens[h.from]
		negated := h.to < len(s.tokens) && s.first(h.to, h.to+1, "negation") >= 0
		switch {
		case h.class == "hedge" && !negated && !(t.low == "may" && (t.capital || t.dated)):
			c.warnIn("W404", r, int(t.off), nil, quote(r.p.S[t.off:s.tokens[h.to-1].end])+" says not how likely", "leave it out, and give the judgement a likelihood")
		case h.class == "certainty" && s.first(0, h.from, "negation") < 0 && s.first(h.to, len(s.tokens), "negation") < 0:
			c.warnIn("W408", r, int(t.off), nil, quote(r.p.S[t.off:s.tokens[h.to-1].end])+" leaves no doubt, and a judgement always has some",
				"the scales end at 99 %: leave the word out")
		}
	}
}

// agrees judges a term in the text of a judgement that is not its likelihood.
func (c *checker) agrees(r *reading, s *sentence, terms []said, j *facts.Judgement) {
	own, ok := c.scaleTerm(j.Likelihood)
	if !ok {
		return
	}
	for _, t := range terms {
		other, ok := c.scaleTerm(t.name)
		if !ok || t.scale != c.f.Briefing.LikelihoodScale || t.name == own.Name || s.first(t.from-1, t.from, "comparative", "negation") >= 0 {
			continue
		}
		if other.Low == own.Low && other.High == own.High && own.Row == other.Row {
			continue
		}
		code, hint := "W406", "leave the term out of the text: the likelihood is printed with it"
		if other.Low == own.Low && other.High == own.High {
			code = "W402"
		}
		c.warnIn(code, r, int(s.tokens[t.from].off), nil, quote(strings.Join(t.words, " "))+" in the text, and the likelihood is "+quote(own.Name), hint)
	}
}

// worst judges a text that takes F or 6 of the Admiralty grades for the worst:
// both say that nothing can be judged.
func (c *checker) worst(r *reading, s *sentence) {
	at := s.first(0, len(s.tokens), "worst")
	if at < 0 || !s.has("grading") || s.has("negation") {
		return
	}
	for i, t := range s.tokens {
		if t.low == "f" && t.capital || t.low == "6" && t.kind == number && !t.dated || t.low == "f6" {
			c.warnIn("W409", r, int(s.tokens[i].off), nil, quote(r.p.S[t.off:t.end])+" is not the worst grade: it says that nothing can be judged",
				"the worst are E (unreliable) and 5 (improbable)")
			return
		}
	}
}
