package integrity

import (
	"strconv"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// terms returns the terms of likelihood of a sentence, and its judgement, if it is of
// one; ok where it is held to the wording of likelihood at all.
func (c *pass) terms(a *assertion) (said []reading.TermMatch, j *facts.Judgement, ok bool) {
	j = c.f.Judgement(a.r.Passage.Owner)
	if !a.r.Passage.Markdown && j == nil {
		return nil, nil, false
	}
	return a.r.Terms(a.s, c.f.Briefing.LikelihoodScale), j, true
}

// scaled judges terms that are not of the briefing's scale. A single word is held
// against it in a judgement only: elsewhere "remote" may be a place.
func (c *pass) scaled(a *assertion) {
	terms, j, _ := c.terms(a)
	r, s, scale := a.r, a.s, c.f.Briefing.LikelihoodScale
	if scale == "" {
		return
	}
	for _, t := range terms {
		if t.Scale == scale || j == nil && len(t.Words) == 1 || s.UpTo(t.From, "comparative") >= 0 {
			continue
		}
		c.warnIn("W401", r, int(s.Tokens[t.From].Off), nil, quote(strings.Join(t.Words, " "))+" is a term of "+string(t.Scale)+
			", and the briefing uses "+string(scale),
			"choose a term of the briefing's scale; the two scales do not line up")
	}
}

// rows judges judgements that take their terms from both rows of ICD 203.
func (c *pass) rows() {
	if c.f.Briefing.LikelihoodScale != claim.ICD203 {
		return
	}
	first, by := "", ""
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		for _, t := range facts.Scale(claim.ICD203) {
			switch {
			case t.Name != j.Likelihood:
			case first == "":
				first, by = t.Row, j.ID
			case t.Row != first:
				c.warn("W402", "/judgements/"+strconv.Itoa(i)+"/likelihood", []string{j.ID, by}, quote(t.Name)+" is of another row of the scale "+
					"than the term of "+quote(by),
					"keep to one row: "+rowOf(first))
			}
		}
	}
}

// rowOf lists the terms of a row of ICD 203.
func rowOf(row string) string {
	var names []string
	for _, t := range facts.Scale(claim.ICD203) {
		if t.Row == row {
			names = append(names, t.Name)
		}
	}
	return strings.Join(names, ", ")
}

// mixed203 judges a sentence with a degree of likelihood and a level of
// confidence, which readers then take for one.
func (c *pass) mixed203(a *assertion) {
	r, s := a.r, a.s
	if terms, _, _ := c.terms(a); len(terms) == 0 {
		return
	}
	for _, h := range s.Matches {
		if (h.Class == "confidence" || h.Class == "trust") && analysts(s, h) {
			c.warnIn("W403", r, int(s.Tokens[h.From].Off), nil, quote(r.Words(s, h.From, h.To))+": likelihood and confidence stand in one sentence",
				"make two sentences of it, or use the keys likelihood and confidence (ICD 203, D.6.e(2)(b))")
			return
		}
	}
}

// analysts reports whether the confidence is that of who writes, and not that of
// voters in a ministry: "we have little confidence that", "with high confidence",
// but not "the people have little confidence in the list".
func analysts(s *reading.Sentence, h reading.Match) bool {
	for i := max(0, h.From-4); i < h.From; i++ {
		if s.At(i, "ours") > 0 {
			return true
		}
	}
	return h.Class == "confidence" && (h.To == len(s.Tokens) || s.At(h.To, "trusted") < 0)
}

// fits judges a percentage beside a term of likelihood.
func (c *pass) fits(a *assertion) {
	terms, j, ok := c.terms(a)
	r, s := a.r, a.s
	if !ok {
		return
	}
	for _, n := range s.Amounts {
		if !n.Percent {
			continue
		}
		name := ""
		for _, t := range terms {
			if bracketed(s, t.To, n) || s.Behind(n) == t.From {
				name = t.Name
			}
		}
		if name == "" && j != nil && len(terms) == 0 && asChance(s, n) {
			name = j.Likelihood
		}
		if t, ok := c.scaleTerm(name); ok && (n.Value < t.Low || n.Value > t.High) {
			c.warnIn("W405", r, int(s.Tokens[n.From].Off), nil, show(n.Value)+" % does not fit "+quote(name)+", which stands for "+show(t.Low)+
				" to "+show(t.High)+" %",
				"correct the term or the percentage")
		}
	}
}

// bracketed reports whether the number explains the word before a token: it stands
// in a bracket, between commas or as a probability, with no more before it than
// words for "about": "likely (about 40 %)", "very likely, perhaps 60 %,", "es
// probable, con un 90 % de probabilidad".
func bracketed(s *reading.Sentence, at int, n reading.Amount) bool {
	if at >= len(s.Tokens) || n.From <= at || n.From-at > 6 {
		return false
	}
	if s.Tokens[at].Low == "(" {
		return n.From-at <= 4
	}
	i := at
	switch s.Tokens[at].Low {
	case ",", ":", "–", "—":
		i++
	}
	for i < n.From {
		next := -1
		for _, class := range []string{"approx", "hedge", "article", "with"} {
			next = max(next, s.At(i, class))
		}
		if i = next; i < 0 {
			return false
		}
	}
	end := s.Behind(n)
	return end >= len(s.Tokens) || s.Tokens[end].Kind == reading.Punct || chanceAt(s, end)
}

// chanceAt reports whether "chance" or "de probabilidad" stands at a token.
func chanceAt(s *reading.Sentence, i int) bool {
	if i < len(s.Tokens) && s.Tokens[i].Word.Of {
		i++
	}
	return s.At(i, "chance") > 0
}

// asChance reports whether a percentage is a chance: "a 40 % chance", "the chance
// … is 40 %.", "the odds at 30 per cent".
func asChance(s *reading.Sentence, n reading.Amount) bool {
	end := s.Behind(n)
	if chanceAt(s, end) || s.First(max(0, n.From-3), n.From, "chance") >= 0 {
		return true
	}
	return s.First(0, n.From, "chance") >= 0 && (end >= len(s.Tokens) || s.Tokens[end].Kind == reading.Punct)
}

// scaleTerm finds a term in the briefing's scale, or, if it has none, in any.
func (c *pass) scaleTerm(name string) (facts.Term, bool) {
	scales := []claim.LikelihoodScale{c.f.Briefing.LikelihoodScale}
	if scales[0] == "" {
		scales = claim.LikelihoodScales()
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

// hedged judges words in a judgement that say that it is not certain, and not how
// likely it is.
func (c *pass) hedged(a *assertion) {
	if c.f.Judgement(a.r.Passage.Owner) == nil {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class == "hedge" && !a.s.Nested(h) && hedges(a.s, h) {
			c.warnAt("W404", a, h.From, nil, a.words(h.From, h.To)+" says not how likely", "leave it out, and give the judgement a likelihood")
		}
	}
}

// certain judges words in a judgement that leave no doubt.
func (c *pass) certain(a *assertion) {
	if c.f.Judgement(a.r.Passage.Owner) == nil {
		return
	}
	s := a.s
	for _, h := range s.Matches {
		if h.Class == "certainty" && !s.Nested(h) && s.At(h.From, "able") < 0 && s.First(0, h.From, "negation") < 0 &&
			s.First(h.To, min(len(s.Tokens), h.To+2), "negation", "unsaid") < 0 {
			c.warnAt("W408", a, h.From, nil, a.words(h.From, h.To)+" leaves no doubt, and a judgement always has some",
				"the scales end at 99 %: leave the word out")
		}
	}
}

// hedges reports whether a hedge is one: it is not denied, and is neither the month
// of May nor part of a phrase that is none ("could be certain of one thing").
func hedges(s *reading.Sentence, h reading.Match) bool {
	if t := &s.Tokens[h.From]; t.Low == "may" && (t.Capital || t.Dated) || s.At(h.From, "able") > 0 {
		return false
	}
	return s.First(max(0, h.From-1), h.From, "negation") < 0 && (h.To == len(s.Tokens) || s.First(h.To, h.To+1, "negation") < 0)
}

// agrees judges a term in the text of a judgement that is not its likelihood.
func (c *pass) agrees(a *assertion) {
	terms, j, _ := c.terms(a)
	r, s := a.r, a.s
	if j == nil {
		return
	}
	own, ok := c.scaleTerm(j.Likelihood)
	if !ok {
		return
	}
	for _, t := range append(terms, a.probably()...) {
		other, ok := c.scaleTerm(t.Name)
		if !ok || t.Scale != "" && t.Scale != c.f.Briefing.LikelihoodScale || t.Name == own.Name || s.UpTo(t.From, "comparative") >= 0 ||
			s.UpTo(t.From, "negation") >= 0 {
			continue
		}
		if other.Low == own.Low && other.High == own.High && own.Row == other.Row {
			continue
		}
		code, hint := "W406", "leave the term out of the text: the likelihood is printed with it"
		if other.Low == own.Low && other.High == own.High {
			code = "W402"
		}
		c.warnIn(code, r, int(s.Tokens[t.From].Off), nil, quote(strings.Join(t.Words, " "))+" in the text, and the likelihood is "+
			quote(own.Name), hint)
	}
}

// probably returns the adverbs of a sentence that say what a term of the scales says: "will probably" is likely.
func (a *assertion) probably() []reading.TermMatch {
	var out []reading.TermMatch
	for _, h := range a.s.Matches {
		if h.Class == "probably" {
			out = append(out, reading.TermMatch{Term: reading.Term{Words: []string{a.r.Words(a.s, h.From, h.To)}, Name: "likely"}, From: h.From,
				To: h.To})
		}
	}
	return out
}

// worst judges a text that takes F or 6 of the Admiralty grades for the worst:
// both say that nothing can be judged.
func (c *pass) worst(a *assertion) {
	r, s := a.r, a.s
	if _, _, ok := c.terms(a); !ok {
		return
	}
	if !s.Has("worst") || s.Has("negation") {
		return
	}
	graded := s.Has("grading")
	for i := range s.Tokens {
		t := &s.Tokens[i]
		letter := t.Low == "f" && t.Capital && (graded || s.First(max(0, i-1), i, "article") >= 0)
		if letter || t.Low == "6" && t.Kind == reading.Numeral && !t.Dated && graded || t.Low == "f6" && t.Capital {
			c.warnIn("W409", r, int(t.Off), nil, quote(r.Passage.S[t.Off:t.End])+" is not the worst grade: it says that nothing can be judged",
				"the worst are E (unreliable) and 5 (improbable)")
			return
		}
	}
}
