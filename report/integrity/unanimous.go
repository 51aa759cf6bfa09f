package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// unanimous judges a sentence that says that all agree on what it cites, where the file has
// a claim that conflicts with it and the sentence does not cite, or where those that it cites conflict.
func (c *pass) unanimous(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W306", "W322") {
		return
	}
	for _, h := range a.unanimities() {
		if a.quoted(h.From) || merely(a.s, h) || a.s.At(h.To, "otherMatter") > 0 || a.s.First(max(0, h.From-3), h.From, "plainNegation",
			"denial") >= 0 {
			continue
		}
		list := a.evidenceAt(h.From)
		if len(list) == 0 && !refersTo(a.s) {
			list = a.citedBehind()
		}
		if x, y := c.atOdds(a, list); x != nil {
			c.warnAt("W322", a, h.From, []string{x.ID, y.ID}, a.words(h.From, h.To)+" is said of "+quotedIDs([]*facts.Fact{x, y})+
				", which do not say the same", "tell what each says")
			return
		}
		for _, f := range a.evidenceAt(h.From) {
			if r := c.rivalLeftOut(a, f); r != nil {
				c.warnAt("W322", a, h.From, []string{f.ID, r.ID}, a.words(h.From, h.To)+" is said of "+quote(f.ID)+", and "+quote(r.ID)+
					" says otherwise", "tell what the other says, too")
				return
			}
		}
	}
}

// unanimities returns the phrases that say that all agree: those of the word list, and a word for all, or for nobody, before a verb of
// agreeing, or of objecting, with four words between at most.
func (a *assertion) unanimities() []reading.Match {
	var out []reading.Match
	for _, h := range a.s.Matches {
		verb := map[string]string{"everyone": "atOne", "noOne": "objects"}[h.Class]
		switch {
		case h.Class == "unanimity":
			out = append(out, h)
		case verb != "":
			for i := h.To; i < min(len(a.s.Tokens), h.To+5) && a.s.Tokens[i].Kind == reading.Word; i++ {
				if end := a.s.At(i, verb); end > 0 {
					out = append(out, reading.Match{Class: "unanimity", From: h.From, To: end})
					break
				}
				if a.s.First(i, i+1, "plainNegation", "than") >= 0 {
					break
				}
			}
		}
	}
	return out
}

// citedBehind returns the facts that the sentences behind cite, in the same paragraph.
func (a *assertion) citedBehind() []*facts.Fact {
	var out []*facts.Fact
	for b := a.after; b != nil; b = b.after {
		out = append(out, b.s.Facts...)
	}
	return out
}

// atOdds returns two facts of a list that do not say the same: one denies what others say, or is marked as contradicting another; two
// origins give values that are a tenth apart, or on either side of a number that the sentence gives as a bound, or of which one alone
// is the number that it gives.
func (c *pass) atOdds(a *assertion, list []*facts.Fact) (x, y *facts.Fact) {
	for i, f := range list {
		for _, g := range list[i+1:] {
			if f == g || f.Origin == g.Origin {
				continue
			}
			if slices.Contains(f.Contradicts, g.ID) || slices.Contains(g.Contradicts, f.ID) || c.disavows(a, f) != c.disavows(a, g) ||
				comparableFacts(f, g) && f.HasAmount() && g.HasAmount() && (evidence.InConflict(c.f, f, g) || a.parts(f, g)) {
				return f, g
			}
		}
	}
	return nil, nil
}

// disavows reports whether a fact is a denial.
func (c *pass) disavows(a *assertion, f *facts.Fact) bool {
	return !f.HasAmount() && !f.Statement.IsZero() && (f.Status == claim.Denied || c.denies(a, f) || c.rejects(a, f))
}

// rejects reports whether the first verb of saying of a fact's statement rejects or disputes something.
func (c *pass) rejects(a *assertion, f *facts.Fact) bool {
	in := c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
	if len(in.Sentences) != 1 {
		return false
	}
	s := &in.Sentences[0]
	at := s.First(0, len(s.Tokens), "denies")
	return at > 0 && s.First(0, at, "gives", "tells", "puts", "said") < 0 && s.First(max(0, at-2), at, "plainNegation") < 0
}

// parts reports whether a number of a sentence lies between two values, or is one of them alone.
func (a *assertion) parts(f, g *facts.Fact) bool {
	if order(f, g) == 0 {
		return false
	}
	low, high := evidence.Middle(f), evidence.Middle(g)
	if low > high {
		low, high = high, low
	}
	return slices.ContainsFunc(a.s.Amounts, func(n reading.Amount) bool {
		_, bound := a.qualifier(n.From, "least", "most")
		bound = bound || a.s.First(max(0, n.From-4), n.From, "threshold", "least", "most", "exceeds", "fallsShort") >= 0
		return n.Value >= low && n.Value <= high && (bound || n.Value == low || n.Value == high)
	})
}

// rivalLeftOut returns a standing claim that conflicts with a fact, or a denial that
// contradicts it, and that the sentence does not refer to.
func (c *pass) rivalLeftOut(a *assertion, f *facts.Fact) *facts.Fact {
	for i := range c.f.Facts {
		g := &c.f.Facts[i]
		if g == f || slices.Contains(a.s.Facts, g) || c.successor(g.ID) != "" || c.successor(f.ID) != "" {
			continue
		}
		marked := slices.Contains(f.Contradicts, g.ID) || slices.Contains(g.Contradicts, f.ID)
		rival := g.Status.Standing() && f.Status.Standing() && g.Origin != f.Origin && evidence.InConflict(c.f, f, g)
		if marked && g.Status != claim.Planned || rival {
			return g
		}
	}
	return nil
}
