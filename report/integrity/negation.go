package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// undenied judges a sentence that tells without its negation what is recorded with one, or with
// a negation what is recorded without: "señala responsables", of "no señala responsables".
func (c *pass) undenied(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		if g.sourced || c.warned(a, 0, len(a.s.Tokens), "W321", "W327", "W317", "W324") {
			continue
		}
		for _, f := range g.facts {
			if c.negationDropped(a, g, f) || c.negationMade(a, g, f) {
				return
			}
		}
	}
}

// denialDenied judges a sentence that denies a denial: "does not contest it", of what somebody rejects.
func (c *pass) denialDenied(a *assertion) {
	for _, h := range a.s.Matches {
		not := h.From - 1
		if h.Class != "objects" && h.Class != "denies" && h.Class != "disavowal" || not < 0 ||
			a.s.First(max(0, h.From-2), h.From, "plainNegation") < 0 ||
			a.quoted(h.From) ||
			c.warned(a, 0, len(a.s.Tokens), "W321", "W322") {
			continue
		}
		for _, f := range a.evidenceAt(h.From) {
			if c.disavows(a, f) && c.subjectSays(a, h.From, f) {
				at := a.s.First(max(0, h.From-2), h.From, "plainNegation")
				c.warnAt("W321", a, at, []string{f.ID}, a.words(at, h.To)+" is said of "+quote(f.ID)+", which is a denial: "+
					quote(f.Statement.Line(c.tagOf(a.r))), "tell what it denies as denied")
				return
			}
		}
	}
}

// subjectSays reports whether the origin of a fact is named before a token in its clause, or nobody is.
func (c *pass) subjectSays(a *assertion, at int, f *facts.Fact) bool {
	from := a.sideStart(at)
	named := false
	for _, m := range a.s.Mentions(c.namesIn(a.r.Tag())) {
		if m.From >= from && m.To <= at {
			named = true
			if slices.Contains(m.Origins, f.Origin) {
				return true
			}
		}
	}
	return !named && a.s.First(from, at, "noOne") < 0
}

// negationDropped judges a word that is recorded with a negation before it and told without one:
// "señala responsables", of "no señala responsables"; "reside", of "no residentes".
func (c *pass) negationDropped(a *assertion, g *segment, f *facts.Fact) bool {
	if f.Status == claim.Denied || a.s.First(g.from, g.cites, "doubt", "loss") >= 0 {
		return false
	}
	tag := c.tagOf(a.r)
	texts := []string{f.Statement.Line(tag)}
	if m := c.f.Measure(f.Measure); m != nil {
		texts = append(texts, m.Name.Line(tag))
	}
	for s, text := range c.sentences(texts, tag) {
		for _, h := range s.Matches {
			if h.Class != "plainNegation" && h.Class != "privation" {
				continue
			}
			if at := a.without(s, h.To, g); at >= 0 && !a.quoted(at) && !a.inScope(at) {
				c.warnAt("W321", a, at, []string{f.ID}, a.words(at, at+1)+" is told without the negation of "+quote(text),
					"tell as denied what is recorded as denied")
				return true
			}
		}
	}
	return false
}

// tookPlace reports whether the statement of a fact has a verb in the past and no "will" before: "the committee set out to", of a plan.
func (c *pass) tookPlace(a *assertion, f *facts.Fact, verb string) bool {
	in := c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
	return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool {
		for i := range s.Tokens {
			t := &s.Tokens[i]
			if t.Kind == reading.Word && stem(t.Low) == stem(verb) && a.r.List.Past(t.Low) && s.First(max(0, i-5), i, "modal") < 0 {
				return true
			}
		}
		return false
	})
}

// inScope reports whether a word of denial stands before a token in its clause, with no "and" between, or within three behind it.
func (a *assertion) inScope(at int) bool {
	from, to := a.clauseRound(at)
	for i := at; i > from; i-- {
		if a.s.Tokens[i-1].Word.Joining {
			from = i
		}
	}
	return a.s.First(from, min(to, at+4), "plainNegation", "denial", "privation", "negative") >= 0
}

// without returns the token of a segment that has the word behind a negation of a recorded
// sentence, where the segment shares two other words with it, and half of its words; or -1.
func (a *assertion) without(s *reading.Sentence, negation int, g *segment) int {
	word := negation
	for word < min(len(s.Tokens), negation+4) && !meaningful(&s.Tokens[word]) {
		word++
	}
	if word >= min(len(s.Tokens), negation+4) {
		return -1
	}
	at, all, common := -1, 0, 0
	for i := range s.Tokens {
		if !meaningful(&s.Tokens[i]) {
			continue
		}
		all++
		for j := g.from; j < g.cites; j++ {
			if u := &a.s.Tokens[j]; meaningful(u) && stem(u.Low) == stem(s.Tokens[i].Low) {
				if common++; i == word {
					at = j
				}
				break
			}
		}
	}
	if common < 3 || common*2 < all {
		return -1
	}
	return at
}

// negationMade judges a negation of the main verb that nothing recorded of the fact
// has: "never crossed the border", of "crossed the border".
func (c *pass) negationMade(a *assertion, g *segment, f *facts.Fact) bool {
	at := a.s.First(g.from, g.cites, "plainNegation")
	if at < 0 || a.quoted(at) || f.HasAmount() || f.Statement.IsZero() || f.Status == claim.Denied ||
		c.borneOut(a, "plainNegation", "privation", "doubt") {
		return false
	}
	_, to := a.clauseRound(at)
	verb := -1
	for i := at + 1; i < min(to, at+5) && verb < 0; i++ {
		if meaningful(&a.s.Tokens[i]) && a.s.At(i, "perfectAuxiliary") < 0 {
			verb = i
		}
	}
	t := c.testimonyOf(f)
	if verb < 0 || !t.stems[stem(a.s.Tokens[verb].Low)] || f.Status.Future() && !c.tookPlace(a, f, a.s.Tokens[verb].Low) {
		return false
	}
	from, _ := a.clauseRound(at)
	all := 0
	for i := from; i < to; i++ {
		if meaningful(&a.s.Tokens[i]) {
			all++
		}
	}
	if n := t.shared(a.s, from, to); n < 3 || n*10 < all*7 {
		return false
	}
	c.warnAt("W321", a, at, []string{f.ID}, a.words(at, verb+1)+" denies what "+quote(f.ID)+" says: "+
		quote(f.Statement.Line(c.tagOf(a.r))), "tell what it says, or cite what denies it")
	return true
}
