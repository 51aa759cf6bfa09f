package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// superlatives judges what is called the first, the worst or a record beside a citation
// of facts of which neither that is recorded nor their values show it: "the heaviest ever",
// "the lowest on record", "más que en ningún otro día de la historia".
func (c *pass) superlatives(a *assertion) {
	at, to := a.unmatched()
	if at < 0 || c.f.Judgement(a.r.Passage.Owner) != nil || a.quoted(at) || c.warned(a, 0, len(a.s.Tokens), "W323", "W319") {
		return
	}
	list := a.evidenceAt(at)
	if len(list) == 0 || c.borneOut(a, "superlative", "extreme", "ranked") || slices.ContainsFunc(list, c.tops) ||
		slices.ContainsFunc(list, func(f *facts.Fact) bool { return c.sinceThen(a, at, to, f) }) ||
		a.s.First(at, to, "since") >= 0 && c.spoken([]*assertion{a}, a) || c.counterOf(a, at) {
		return
	}
	c.warnAt("W325", a, at, idsOf(list), a.words(at, to)+" is recorded of none of "+quotedIDs(list)+", and no values here show it",
		"leave it out, or record who says it in the fact's statement or quotation")
}

// counterOf reports whether an origin is named behind a superlative, in its clause, as the one
// who counts: "the lowest that NSIDC has recorded".
func (c *pass) counterOf(a *assertion, at int) bool {
	_, end := a.clauseRound(at)
	return slices.ContainsFunc(a.s.Mentions(c.namesIn(a.r.Tag())), func(m reading.Mention) bool { return m.From >= at && m.To <= end })
}

// unmatched returns the tokens of the first phrase that says that nothing is like it, or -1.
func (a *assertion) unmatched() (from, to int) {
	if len(a.segments) == 0 {
		return -1, -1
	}
	for _, h := range a.s.Matches {
		switch {
		case h.Class == "ownSummit" && a.s.First(max(0, h.From-2), h.From, "wasBeing") >= 0 && !a.disclaimed(h):
			return h.From, h.To
		case h.Class == "degree" && a.postposed(h) && !a.disclaimed(h) && a.reaches(h) > 0:
			return h.From, a.reaches(h)
		case h.Class != "superlative" && h.Class != "extreme" || a.disclaimed(h) || a.s.First(h.From, len(a.s.Tokens), "kept") == h.From:
		case h.Class == "superlative" && a.compared(h):
		case h.Class == "superlative":
			return h.From, h.To
		case a.reaches(h) > 0:
			return h.From, a.reaches(h)
		}
	}
	return -1, -1
}

// compared reports whether something is called the first time that one value lies below or
// above another: the values tell.
func (a *assertion) compared(h reading.Match) bool {
	return a.s.Has("threshold", "comparison") && a.s.First(h.From, h.To, "firstTime") >= 0
}

// disclaimed reports whether words before a phrase deny it or leave it open: "no record",
// "far from a record", "short of the record".
func (a *assertion) disclaimed(h reading.Match) bool {
	return a.s.First(max(0, h.From-4), h.From, "denial", "plainNegation") >= 0
}

// postposed reports whether an article and a noun stand before a word of degree: "la pena más
// larga".
func (a *assertion) postposed(h reading.Match) bool {
	return h.From > 1 && meaningful(&a.s.Tokens[h.From-1]) && a.s.First(h.From-2, h.From-1, "definite") >= 0
}

// reaches returns the end of the words that say among how many a superlative is the first,
// behind it in its clause, or -1: "the worst … of the war", "el más alto … del país".
func (a *assertion) reaches(h reading.Match) int {
	_, end := a.clauseRound(h.From)
	for _, o := range a.s.Matches {
		if o.Class == "reach" && o.From >= h.To && o.To <= end && o.From-h.To <= 8 {
			return o.To
		}
	}
	return -1
}

// tops reports whether a value is the highest or the lowest of at least three that the
// file has of its measure, so that its values bear a superlative out.
func (c *pass) tops(f *facts.Fact) bool {
	if !f.HasAmount() || f.Measure == "" {
		return false
	}
	above, below, n := 0, 0, 0
	for i := range c.f.Facts {
		g := &c.f.Facts[i]
		if g == f || g.Measure != f.Measure || g.Status == claim.Denied {
			continue
		}
		n++
		switch order(g, f) {
		case 1:
			above++
		case -1:
			below++
		}
	}
	return n >= 2 && (above == 0 || below == 0)
}

// outranked judges what is called the one with the most of something that the facts cited
// do not count: "the state with the most cases", of deaths.
func (c *pass) outranked(a *assertion) {
	for _, h := range a.s.Matches {
		if h.Class != "ranked" || h.To >= len(a.s.Tokens) || a.quoted(h.From) || a.disclaimed(h) {
			continue
		}
		list, noun := a.evidenceAt(h.From), &a.s.Tokens[h.To]
		if len(list) == 0 || !meaningful(noun) || len(c.measured.words[a.r.Tag()][noun.Low]) == 0 {
			continue
		}
		if !slices.ContainsFunc(list, func(f *facts.Fact) bool {
			t := c.testimonyOf(f)
			return t.foreign || t.stems[stem(noun.Low)] || t.has("ranked", "superlative")
		}) {
			c.warnAt("W325", a, h.From, idsOf(list), a.words(h.From, h.To+1)+" is recorded of none of "+quotedIDs(list)+
				", which count something else", "leave it out, or cite what counts it")
			return
		}
	}
}
