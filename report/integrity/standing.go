package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// standing judges a sentence that tells what is denied as admitted, and what is
// expected as having happened.
func (c *pass) standing(a *assertion) {
	for k := range a.segments {
		if c.warned(a, 0, len(a.s.Tokens), "W321") {
			return
		}
		g := &a.segments[k]
		if len(g.facts) != 1 || g.sourced {
			continue
		}
		f := g.facts[0]
		if at := a.s.First(g.from, g.cites, "admits"); f.Status == claim.Denied && at >= 0 && !a.unsaid(at) {
			c.warnAt("W321", a, at, []string{f.ID}, a.words(at, at+1)+" is said of "+quote(f.ID)+", which is denied", "say who denies it")
		}
		if c.negationLost(a, g, f) || c.negationAdded(a, g, f) {
			return
		}
		if at := a.s.First(g.from, g.cites, "done"); f.Status.Future() && at >= 0 && !a.aheadOf(g, at) && !a.reserved(at) &&
			!a.inAside(at) && !a.forPurpose(at) {
			c.warnAt("W321", a, at, []string{f.ID}, a.words(at, at+1)+" is said of "+quote(f.ID)+", which is planned", "say that it is planned")
			return
		}
		if cl := a.only(k); cl != nil && !cl.bound && f.Status.Future() && !a.s.Has("admits") && c.attested(a, g, cl) {
			c.warnAt("W321", a, cl.from, []string{f.ID}, quote(f.ID)+" is "+string(f.Status)+", and nothing here says so",
				"say who expects or plans it")
			return
		}
		c.toldAhead(a, k, f)
	}
}

// toldAhead judges an amount of a date after the cut-off that is told without a word for what is to come.
func (c *pass) toldAhead(a *assertion, k int, f *facts.Fact) {
	g := &a.segments[k]
	cut := c.f.Briefing.AsOf
	over := !f.Period.IsZero() && f.Period.Last() <= cut.Last() // counted late
	if !f.HasAmount() || f.AsOf.IsZero() || f.AsOf.First() <= cut.Last() || over ||
		a.s.First(a.clauseFrom(g.from), g.cites, "ahead", "hedge", "doubt", "uncertain") >= 0 || a.reserved(g.from) ||
		c.originActs(a, f, g.from, g.cites) {
		return
	}
	if cl := a.only(k); cl != nil {
		c.warnAt("W321", a, cl.from, []string{f.ID}, quote(f.ID)+" is of "+f.AsOf.String()+", after the cut-off, and is told as having happened",
			"say who expects it")
	}
}

// perfect reports whether what is counted is told in the perfect: "has created 10,000 jobs",
// in a segment without a word for what is to come.
func (a *assertion) perfect(g *segment, cl *stated) bool {
	for i := max(g.from, cl.from-5); i+1 < cl.from; i++ {
		end := a.s.At(i, "perfect")
		if end <= 0 || end >= cl.from {
			continue
		}
		w := a.s.Tokens[end].Low
		done := strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ado") || strings.HasSuffix(w, "ido") || strings.HasSuffix(w, "ilt") ||
			strings.HasSuffix(w, "ent")
		if done && a.s.First(g.from, g.cites, "ahead", "hedge", "doubt", "aim") < 0 {
			return true
		}
	}
	return false
}

// weakly reports whether a word of what is to come says it too weakly to outweigh a verb of
// observing: "para todo el año", "may".
func weakly(word string) bool {
	return slices.Contains([]string{"para", "hacia", "by", "may", "might", "could", "puts", "put", "sees", "estimates", "estimate",
		"estimated", "estima", "estiman",
		"estimación", "calcula", "calculan", "is", "are", "due"}, word)
}

// attested reports whether a segment tells an amount that is to come as one that somebody has counted or reached, or that is there already:
// "measured a loss of", "logró llegar a", "already faces", "has created 10,000 jobs". What it tells of whoever expects the amount is no
// such thing: "the agency has lowered it to 2.1".
func (c *pass) attested(a *assertion, g *segment, cl *stated) bool {
	if a.s.First(g.from, cl.from, "observed", "attained") >= 0 || a.s.First(g.from, cl.from, "already") >= 0 && !a.tellsDone(g.from, cl.from) {
		return !slices.ContainsFunc(a.s.Matches, func(h reading.Match) bool {
			return h.From >= a.clauseFrom(g.from) && h.To <= g.cites && (h.Class == "ahead" && !weakly(a.s.Tokens[h.From].Low) ||
				h.Class == "modal")
		}) && !a.lookingAhead(g)
	}
	return a.perfect(g, cl) && !(cl.fact.Status == claim.Forecast && c.originActs(a, cl.fact, g.from, cl.from))
}

// tellsDone reports whether a verb that tells something as done stands between two tokens.
func (a *assertion) tellsDone(from, to int) bool {
	for i := from; i < to; i++ {
		if a.done(i, to) {
			return true
		}
	}
	return false
}

// forPurpose reports whether "to" and an infinitive follow a verb: "built to work for 14 days".
func (a *assertion) forPurpose(at int) bool {
	to := a.s.At(at+1, "aimedAt")
	return to > 0 && to < len(a.s.Tokens) && a.s.Tokens[to].Kind == reading.Word && !a.s.Tokens[to].Capital && a.s.At(to, "article") < 0
}

// aheadOf reports whether words of what is to come, of doubt or of denial stand before a verb of a segment, or behind it in its clause.
func (a *assertion) aheadOf(g *segment, at int) bool {
	_, to := a.clauseRound(at)
	return a.s.First(a.clauseFrom(g.from), min(to, g.cites), "ahead", "hedge", "doubt", "uncertain", "plainNegation") >= 0
}

// unsaid reports whether a verb of saying is denied: "does not admit", "refuses to confirm", "admits no fault".
func (a *assertion) unsaid(at int) bool {
	from, to := a.clauseRound(at)
	return a.s.First(max(from, at-5), min(to, at+3), "plainNegation", "privation") >= 0 || a.s.First(max(from, at-5), at, "negative") >= 0
}

// reserved reports whether the sentence has, between the last semicolon before a token and the end of the token's clause, a word of what
// is to come, of a wish, of a plan or of doubt.
func (a *assertion) reserved(at int) bool {
	from := a.clauseFrom(at)
	_, to := a.clauseRound(at)
	return a.s.First(from, to, "hedge", "doubt", "modal", "outlook", "aim") >= 0 || a.saysAhead(from, to) ||
		a.future(from, to)
}

// future reports whether a verb in the future or the conditional stands between two tokens.
func (a *assertion) future(from, to int) bool {
	return slices.ContainsFunc(a.s.Tokens[min(from, to):to], func(t reading.Token) bool {
		return t.Kind == reading.Word && !t.Capital && a.r.List.Future(t.Low)
	})
}

// originActs reports whether the origin of a fact, or another of the file, is named between two tokens as who does what follows, and not
// as whose word it is.
func (c *pass) originActs(a *assertion, f *facts.Fact, from, to int) bool {
	own := c.originWords(a, f)
	for i := from; i < to; i++ {
		t := &a.s.Tokens[i]
		if t.Kind == reading.Word && t.Capital && len(t.Low) > 2 && !t.Word.Tiny && slices.Contains(own, stem(reading.Possessor(t.Low))) &&
			a.s.First(max(0, i-5), i, "accordingTo", "dataOf") < 0 {
			return true
		}
	}
	return slices.ContainsFunc(a.s.Mentions(c.namesIn(a.r.Tag())), func(m reading.Mention) bool {
		return m.From >= from && m.To <= to && !a.credited(&m)
	})
}

// lookingAhead reports whether a verb between the last full clause before a citation and the citation is a future or a conditional.
func (a *assertion) lookingAhead(g *segment) bool {
	return a.future(a.clauseFrom(g.from), g.cites)
}

// negationLost judges a sentence that tells a statement without its negation: "the
// contract says who pays", of "the contract does not say who pays".
func (c *pass) negationLost(a *assertion, g *segment, f *facts.Fact) bool {
	if f.HasAmount() || f.Statement.IsZero() || a.s.First(g.from, g.cites, "plainNegation", "negative", "doubt") >= 0 {
		return false
	}
	tag := c.tagOf(a.r)
	in := c.reader.Skim(f.Statement.Line(tag), tag)
	if len(in.Sentences) != 1 || !in.Sentences[0].Has("plainNegation") {
		return false
	}
	s := &in.Sentences[0]
	not := s.First(0, len(s.Tokens), "plainNegation")
	common, behind, at := 0, 0, -1
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Kind != reading.Word || len(t.Low) < 4 || t.Word.Tiny {
			continue
		}
		behind++
		for j := g.from; j < g.cites; j++ {
			if u := &a.s.Tokens[j]; u.Kind == reading.Word && stem(u.Low) == stem(t.Low) {
				common++
				if at < 0 && i > not {
					at = j
				}
				break
			}
		}
	}
	if at < 0 || common*2 < behind {
		return false
	}
	c.warnAt("W321", a, at, []string{f.ID}, quote(f.ID)+" says that it is not so: "+quote(f.Statement.Line(tag)),
		"tell what it denies as denied")
	return true
}

// clauseFrom returns the token behind the last semicolon at or before a token.
func (a *assertion) clauseFrom(i int) int {
	for j := i; j >= 0; j-- {
		if a.s.Tokens[j].Low == ";" {
			return j + 1
		}
	}
	return 0
}

// agreement judges a sentence that says of rival values that they agree or that they
// contradict each other.
func (c *pass) agreement(a *assertion) {
	s := a.s
	says, against := s.First(0, len(s.Tokens), "agreement"), s.First(0, len(s.Tokens), "disagreement")
	if says >= 0 && s.At(s.At(says, "agreement"), "otherMatter") > 0 || says >= 0 == (against >= 0) ||
		slices.ContainsFunc(s.Amounts, func(n reading.Amount) bool { return n.Value >= 10 }) {
		return
	}
	list := c.meantBy(a, c.rivalsNear(a))
	if len(list) < 2 {
		return
	}
	conflict, apart := false, false
	for i, x := range list {
		for _, y := range list[i+1:] {
			conflict = conflict || evidence.InConflict(c.f, x, y)
			apart = apart || evidence.Apart(x, y, 1.1) && math.Abs(x.AsOf.Middle()-y.AsOf.Middle()) <= 31
		}
	}
	at := max(says, against)
	negated := s.First(max(0, at-2), at, "plainNegation") >= 0
	unlike := negated && against < 0 && !slices.ContainsFunc(list[1:], func(f *facts.Fact) bool { return sameNumber(f, list[0]) })
	if claimed := (against >= 0) != negated; claimed && (apart || unlike) || !claimed && !conflict &&
		!(against < 0 && !s.Has("sourceNoun") && c.farApart(list)) {
		return
	}
	hint := "the values of one date overlap, or are less than a tenth apart, or are of other dates"
	if conflict {
		hint = "the values are of one date and have none in common"
	}
	c.warnAt("W322", a, at, idsOf(list), a.words(at, min(len(s.Tokens), at+3))+" is not so of "+quotedIDs(list), hint)
}

// meantBy narrows rivals to those that a sentence means by a word of their origins' names:
// "the two provincial figures". Where it leaves open which two of more, it means none.
func (c *pass) meantBy(a *assertion, list []*facts.Fact) []*facts.Fact {
	two := slices.ContainsFunc(a.s.Tokens, func(t reading.Token) bool { return t.Word != nil && t.Word.Value == 2 }) || a.s.Has("both")
	if !two || len(list) <= 2 {
		return list
	}
	out := slices.DeleteFunc(slices.Clone(list), func(f *facts.Fact) bool {
		name := strings.Fields(strings.ToLower(c.f.Origin(f.Origin).Name.Line(c.tagOf(a.r))))
		return !slices.ContainsFunc(a.s.Tokens, func(t reading.Token) bool {
			return t.Kind == reading.Word && len(t.Low) > 4 && slices.ContainsFunc(name, func(w string) bool { return stem(w) == stem(t.Low) })
		})
	})
	if len(out) != 2 {
		return nil
	}
	return out
}

// farApart reports whether each two of some values of nearly one date have none in common.
func (c *pass) farApart(list []*facts.Fact) bool {
	for i, x := range list {
		for _, y := range list[i+1:] {
			if days := math.Abs(x.AsOf.Middle() - y.AsOf.Middle()); !evidence.Apart(x, y, 1.1) || days > 3 &&
				!(days <= 31 && evidence.Apart(x, y, 1.25)) {
				return false
			}
		}
	}
	return len(list) > 1
}

func idsOf(list []*facts.Fact) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.ID)
	}
	return out
}

func quotedIDs(list []*facts.Fact) string { return quoted(idsOf(list)) }

// rivalsNear returns the estimates of one measure that the sentence, or else the
// nearest sentence before it that has two of them, refers to.
func (c *pass) rivalsNear(a *assertion) []*facts.Fact {
	for n := 0; a != nil && n < 4; a, n = a.before, n+1 {
		by := map[string][]*facts.Fact{}
		var keys []string
		for _, f := range a.s.Facts {
			if f.Type == claim.Estimate && c.successor(f.ID) == "" {
				if by[f.Measure] == nil {
					keys = append(keys, f.Measure)
				}
				by[f.Measure] = append(by[f.Measure], f)
			}
		}
		keys = slices.DeleteFunc(keys, func(k string) bool {
			return !slices.ContainsFunc(by[k], func(f *facts.Fact) bool { return f.Origin != by[k][0].Origin && f.Series() == by[k][0].Series() })
		})
		if len(keys) == 1 {
			return by[keys[0]]
		}
	}
	return nil
}

// ofExtreme is the only claim of the segment in which "highest" or "lowest" stands at a token, or, of an aside, of what is
// cited before it.
func (a *assertion) ofExtreme(at int) *stated {
	cl := a.only(len(a.segments) - 1)
	for k := range a.segments {
		g := &a.segments[k]
		if at < g.from || at >= g.cites {
			continue
		}
		if cl = a.only(k); k > 0 && a.s.Tokens[g.from].Low == "," && !a.claimBetween(g.from, at) && !divided(a.s, g.from, at) {
			cl = a.only(k - 1)
		}
	}
	return cl
}

// extremes judges a value that is called the highest or the lowest of a series that has
// a higher or a lower one.
func (c *pass) extremes(a *assertion) {
	for _, h := range a.s.Matches {
		if h.Class != "highest" && h.Class != "lowest" || len(a.segments) == 0 || a.s.Has("plainNegation") {
			continue
		}
		cl := a.ofExtreme(h.From)
		if cl == nil {
			return
		}
		want, begin := 1, math.MinInt32
		if h.Class == "lowest" {
			want = -1
		}
		if since := a.s.First(h.To, min(len(a.s.Tokens), h.To+6), "since"); since >= 0 {
			if begin = c.timeNamed(a, since+1); begin == math.MinInt32 {
				continue
			}
		}
		for _, i := range c.history.by[evidence.Series(cl.fact)] {
			if g := &c.f.Facts[i]; g.Origin == cl.fact.Origin && g != cl.fact && !c.history.corrected[i] && g.AsOf.Last() < cl.fact.AsOf.First() &&
				g.AsOf.First() > begin && order(g, cl.fact) == want {
				c.warnAt("W323", a, h.From, []string{cl.fact.ID, g.ID}, a.words(h.From, h.To)+" is said of "+quote(cl.fact.ID)+", and "+quote(g.ID)+
					" gives "+saysOf(g),
					"say since when, or leave the word out")
				return
			}
		}
	}
}
