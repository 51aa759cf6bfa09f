package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// possible judges a verb that is told as it is where what is recorded says that it may be, would be or is only said to be: "exceeds a
// thousand", of "could exceed a thousand".
func (c *pass) possible(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W306", "W321", "W324", "W327", "W328") {
		return
	}
	for k := range a.segments {
		g := &a.segments[k]
		if g.sourced || g.cites == g.to || len(g.facts) > 3 {
			continue
		}
		for _, f := range g.facts {
			if c.doubtLost(a, g, f) {
				return
			}
		}
	}
}

// doubtLost judges the verbs of what is recorded of a fact that stand behind a word of possibility.
func (c *pass) doubtLost(a *assertion, g *segment, f *facts.Fact) bool {
	tag := c.tagOf(a.r)
	for s, text := range c.sentences(notedOf(f, tag), tag) {
		for _, h := range s.Matches {
			if h.Class != "mayBe" {
				continue
			}
			verb := verbBehind(s, h.To)
			at := a.verbTold(s, g, verb)
			if at < 0 {
				continue
			}
			c.warnAt("W329", a, at, []string{f.ID}, a.words(at, at+1)+" is told as it is, and "+quote(f.ID)+" says that it may be: "+
				quote(text), "keep the word of doubt")
			return true
		}
	}
	return false
}

// verbBehind returns the first word that means something within four tokens, or -1.
func verbBehind(s *reading.Sentence, i int) int {
	for end := min(len(s.Tokens), i+4); i < end && s.Tokens[i].Kind == reading.Word; i++ {
		if meaningful(&s.Tokens[i]) && s.First(i, i+1, "perfectAuxiliary", "copula", "auxiliary") < 0 {
			return i
		}
	}
	return -1
}

// verbTold returns the token of a segment that has a recorded verb, where its clause has no word of doubt, of denial or of what is to
// come, and the segment shares two other words with the record; or -1.
func (a *assertion) verbTold(s *reading.Sentence, g *segment, verb int) int {
	if verb < 0 {
		return -1
	}
	at, common := -1, 0
	from, to := sideRound(s, verb)
	for i := from; i < to; i++ {
		if !meaningful(&s.Tokens[i]) {
			continue
		}
		for j := g.from; j < g.cites; j++ {
			if u := &a.s.Tokens[j]; meaningful(u) && stem(u.Low) == stem(s.Tokens[i].Low) {
				if common++; i == verb {
					at = j
				}
				break
			}
		}
	}
	if at < 0 || common < 3 || a.quoted(at) || a.doubted(g, at) {
		return -1
	}
	return at
}

// doubted reports whether a word of doubt, of denial, of a wish or of what is to come stands in a segment.
func (a *assertion) doubted(g *segment, at int) bool {
	if a.future(g.from, g.cites) {
		return true
	}
	from, to := a.clauseRound(at)
	return slices.ContainsFunc(a.s.Matches, func(h reading.Match) bool {
		if h.From < g.from || h.To > g.cites {
			return false
		}
		switch h.Class {
		case "mayBe", "hedge", "doubt", "modal", "plainNegation", "denial":
			return true
		case "outlook", "aim", "ahead":
			return h.From >= from && h.To <= to
		case "uncertain":
			return a.s.First(h.From, h.To, "said", "gives", "tells", "onlyIf") < 0
		}
		return false
	})
}
