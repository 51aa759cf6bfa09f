package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// plainly judges a claim that a sentence tells as plain truth: no word in it, nor in the sentence before it, says whose word it is
// or that it is in doubt.
func (c *pass) plainly(a *assertion) {
	if !a.r.List.Any() || c.f.Judgement(a.r.Passage.Owner) != nil || c.warned(a, 0, len(a.s.Tokens)) {
		return
	}
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to || f.Status != claim.Claimed || !c.tellsIt(a, k, f) || c.attributed(a, f) {
			continue
		}
		at := g.from + a.leading(g)
		c.warnAt("W328", a, at, []string{f.ID, f.Origin}, a.words(at, min(at+6, g.cites))+" … is told as plain truth, and "+quote(f.ID)+
			" is only claimed by "+quote(c.list([]string{f.Origin})), "say who claims it: {{"+f.ID+".origin}}")
		return
	}
}

// tellsIt reports whether a segment tells what a fact states, by three of its words at least.
func (c *pass) tellsIt(a *assertion, k int, f *facts.Fact) bool {
	g := &a.segments[k]
	return !f.HasAmount() && !f.Statement.IsZero() && c.testimonyOf(f).shared(a.s, g.from, g.cites) >= 3
}

// reporting returns the classes of words that say whose word something is, or that it is in doubt.
func reporting() []string {
	return []string{"accordingTo", "dataOf", "gives", "tells", "said", "confirms", "admits", "acts", "hedge", "doubt", "denies", "disavowal",
		"claimNoun", "voices", "figureNoun", "disagreement", "agreement", "unanimity"}
}

// attributed reports whether a sentence, or the one before it in its paragraph, says whose word a fact is.
func (c *pass) attributed(a *assertion, f *facts.Fact) bool {
	return c.reports(a, f) || a.before != nil && a.before.r == a.r && c.reports(a.before, f) && c.originSaid(a.before, f)
}

// reports reports whether a sentence names the origin of a fact, or has a word that says that somebody says so.
func (c *pass) reports(a *assertion, f *facts.Fact) bool {
	if a.s.Has(reporting()...) || len(quotes(a.s)) > 0 || c.originSaid(a, f) {
		return true
	}
	for i := range a.s.Tokens {
		t := &a.s.Tokens[i]
		if t.Kind == reading.Value && claim.Part(t.Low) == claim.PartOrigin || t.Kind == reading.Word && (a.r.List.Future(t.Low) ||
			a.s.At(i+1, "saidThat") > 0 && (a.r.List.Past(t.Low) || a.saying(i))) {
			return true
		}
	}
	return false
}

// originSaid reports whether a sentence names the origin of a fact.
func (c *pass) originSaid(a *assertion, f *facts.Fact) bool {
	return c.originNamed(a, f) || slices.ContainsFunc(a.s.Mentions(c.namesIn(a.r.Tag())), func(m reading.Mention) bool {
		return slices.Contains(m.Origins, f.Origin)
	})
}

// originNamed reports whether a sentence has a word of the name of the origin of a fact.
func (c *pass) originNamed(a *assertion, f *facts.Fact) bool {
	list := c.originWords(a, f)
	return slices.ContainsFunc(a.s.Tokens, func(t reading.Token) bool {
		return t.Kind == reading.Word && len(t.Low) > 2 && slices.Contains(list, stem(reading.Possessor(t.Low)))
	})
}

// deniedAsTrue judges a number that is denied and that a sentence tells with no word of that, nor the sentence behind it.
func (c *pass) deniedAsTrue(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || f.Status != claim.Denied || !f.HasAmount() || c.warned(a, 0, len(a.s.Tokens), "W321") {
			continue
		}
		doubted := func(b *assertion) bool {
			return b.s.Has("denial", "plainNegation", "negative", "doubt", "hedge", "disagreement", "claimNoun", "accordingTo") ||
				slices.ContainsFunc(b.s.Tokens, func(t reading.Token) bool { return t.Low == "?" })
		}
		if doubted(a) || a.after != nil && doubted(a.after) || len(a.claims) == 0 && !a.s.Has("strong", "passiveStrong", "confirms", "admits") {
			continue
		}
		at := g.from + a.leading(g)
		c.warnAt("W321", a, at, []string{f.ID}, quote(f.ID)+" is denied, and nothing here says so", "say who denies it")
		return
	}
}
