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
		if t.scale == scale || j == nil && len(t.words) == 1 || s.upTo(t.from, "comparative") >= 0 {
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
	if len(terms) == 0 {
		return
	}
	for _, h := range s.hits {
		if (h.class == "confidence" || h.class == "trust") && s.analysts(h) {
			c.warnIn("W403", r, int(s.tokens[h.from].off), nil, quote(r.words(s, h.from, h.to))+": likelihood and confidence stand in one sentence",
				"make two sentences of it, or use the keys likelihood and confidence (ICD 203, D.6.e(2)(b))")
			return
		}
	}
}

// analysts reports whether the confidence is that of who writes, and not that of
// voters in a ministry: "we have little confidence that", "with high confidence",
// but not "the people have little confidence in the list".
func (s *sentence) analysts(h hit) bool {
	for i := max(0, h.from-4); i < h.from; i++ {
		if s.at(i, "ours") > 0 {
			return true
		}
	}
	return h.class == "confidence" && (h.to == len(s.tokens) || s.at(h.to, "trusted") < 0)
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

// bracketed reports whether the number explains the word before a token: it stands
// in a bracket, between commas or as a probability, with no more before it than
// words for "about": "likely (about 40 %)", "very likely, perhaps 60 %,", "es
// probable, con un 90 % de probabilidad".
func (s *sentence) bracketed(at int, n amount) bool {
	if at >= len(s.tokens) || n.from <= at || n.from-at > 6 {
		return false
	}
	if s.tokens[at].low == "(" {
		return n.from-at <= 4
	}
	i := at
	switch s.tokens[at].low {
	case ",", ":", "–", "—":
		i++
	}
	for i < n.from {
		next := -1
		for _, class := range []string{"approx", "hedge", "article", "with"} {
			next = max(next, s.at(i, class))
		}
		if i = next; i < 0 {
			return false
		}
	}
	end := s.behind(n)
	return end >= len(s.tokens) || s.tokens[end].kind == point || s.chanceAt(end)
}

// chanceAt reports whether "chance" or "de probabilidad" stands at a token.
func (s *sentence) chanceAt(i int) bool {
	if i < len(s.tokens) && s.tokens[i].lex.of {
		i++
	}
	return s.at(i, "chance") > 0
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
// … is 40 %.", "the odds at 30 per cent".
func (s *sentence) asChance(n amount) bool {
	end := s.behind(n)
	if s.chanceAt(end) || s.first(max(0, n.from-3), n.from, "chance") >= 0 {
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
		switch {
		case s.nested(h):
		case h.class == "hedge" && s.hedges(h):
			c.warnIn("W404", r, int(t.off), nil, quote(r.words(s, h.from, h.to))+" says not how likely", "leave it out, and give the judgement a likelihood")
		case h.class == "certainty" && s.at(h.from, "able") < 0 && s.first(0, h.from, "negation") < 0 && s.first(h.to, min(len(s.tokens), h.to+2), "negation", "unsaid") < 0:
			c.warnIn("W408", r, int(t.off), nil, quote(r.words(s, h.from, h.to))+" leaves no doubt, and a judgement always has some",
				"the scales end at 99 %: leave the word out")
		}
	}
}

// hedges reports whether a hedge is one: it is not denied, and is neither the month
// of May nor part of a phrase that is none ("could be certain of one thing").
func (s *sentence) hedges(h hit) bool {
	if t := &s.tokens[h.from]; t.low == "may" && (t.capital || t.dated) || s.at(h.from, "able") > 0 {
		return false
	}
	return s.first(max(0, h.from-1), h.from, "negation") < 0 && (h.to == len(s.tokens) || s.first(h.to, h.to+1, "negation") < 0)
}

// nested reports whether the phrase is part of a longer one of its class.
func (s *sentence) nested(h hit) bool {
	for _, o := range s.hits {
		if o.class == h.class && o.from <= h.from && o.to >= h.to && o.to-o.from > h.to-h.from {
			return true
		}
	}
	return false
}

// agrees judges a term in the text of a judgement that is not its likelihood.
func (c *checker) agrees(r *reading, s *sentence, terms []said, j *facts.Judgement) {
	own, ok := c.scaleTerm(j.Likelihood)
	if !ok {
		return
	}
	for _, t := range terms {
		other, ok := c.scaleTerm(t.name)
		if !ok || t.scale != c.f.Briefing.LikelihoodScale || t.name == own.Name || s.upTo(t.from, "comparative") >= 0 || s.upTo(t.from, "negation") >= 0 {
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
	if !s.has("worst") || s.has("negation") {
		return
	}
	graded := s.has("grading")
	for i := range s.tokens {
		t := &s.tokens[i]
		letter := t.low == "f" && t.capital && (graded || s.first(max(0, i-1), i, "article") >= 0)
		if letter || t.low == "6" && t.kind == number && !t.dated && graded || t.low == "f6" && t.capital {
			c.warnIn("W409", r, int(t.off), nil, quote(r.p.S[t.off:t.end])+" is not the worst grade: it says that nothing can be judged",
				"the worst are E (unreliable) and 5 (improbable)")
			return
		}
	}
}
