package integrity

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// accomplished judges what is planned, expected or promised and told as done: "has already
// set aside", "salió en el primer trimestre", of a plan. A word of what is to come in the
// clause, a doubt or a negation passes.
func (c *pass) accomplished(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		if len(g.facts) == 0 || g.sourced || c.warned(a, 0, len(a.s.Tokens), "W321", "W305") {
			continue
		}
		from, to := g.from, g.cites
		at := -1
		for i := from; i < to && at < 0; i++ {
			if a.done(i, to) && !a.quoted(i) && !a.outlook(i) && !a.inAside(i) {
				at = i
			}
		}
		if at < 0 {
			continue
		}
		f := c.plannedFor(a, g, at)
		if f != nil && c.yetToCome(a, f, at) && !(f.HasAmount() && c.toldAsExpected(a, g, f, at)) {
			c.warnAt("W327", a, at, []string{f.ID}, a.words(at, a.doneTo(at, to))+" tells as done what "+quote(f.ID)+" only "+foretold(f),
				"say who expects, plans or claims it")
			return
		}
	}
}

// toldAsExpected reports whether an amount that is to come is told so beside a verb in the past: by the sentence, or the one before it; or
// the verb tells what whoever expects it did: "the agency cut it to 2.03 million".
func (c *pass) toldAsExpected(a *assertion, g *segment, f *facts.Fact, at int) bool {
	return a.announced(at) || a.saysAhead(a.doneTo(at, g.cites), g.cites) || f.Status == claim.Forecast && c.originActs(a, f, g.from, at)
}

// plannedFor returns the fact that a verb which tells something as done is about: the only one that its segment cites, or, of two or
// three, the plan whose statement has the verb.
func (c *pass) plannedFor(a *assertion, g *segment, at int) *facts.Fact {
	if len(g.facts) == 1 {
		return g.facts[0]
	}
	verb := stem(a.s.Tokens[a.doneTo(at, g.cites)-1].Low)
	for _, f := range g.facts[:min(3, len(g.facts))] {
		in := c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
		if f.Status.Future() && !f.HasAmount() && slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool {
			return slices.ContainsFunc(s.Tokens, func(t reading.Token) bool { return t.Kind == reading.Word && stem(t.Low) == verb })
		}) {
			return f
		}
	}
	return nil
}

// saysAhead reports whether a word between two tokens says of an amount that it is to come: "went for the national accounts: a walkout
// would shave 0.2%".
func (a *assertion) saysAhead(from, to int) bool {
	for _, h := range a.s.Matches {
		if h.From >= from && h.To <= to && (h.Class == "modal" || h.Class == "outlook" || h.Class == "aim" ||
			h.Class == "ahead" && !weakly(a.s.Tokens[h.From].Low)) {
			return true
		}
	}
	return false
}

// announced reports whether the sentence before says what is to come, and the verb at a
// token does not say that it has come already.
func (a *assertion) announced(at int) bool {
	return a.before != nil && a.before.r == a.r && slices.ContainsFunc(a.before.s.Matches, func(h reading.Match) bool {
		return (h.Class == "modal" || h.Class == "outlook" || h.Class == "aim") && !a.before.s.Tokens[h.From].Dated
	}) && a.s.First(at, min(len(a.s.Tokens), at+3), "already") < 0
}

// foretold says for a message how a fact stands to what it is about.
func foretold(f *facts.Fact) string {
	switch f.Status {
	case claim.Planned:
		return "plans"
	case claim.Forecast:
		return "expects"
	}
	return "says will be"
}

// yetToCome reports whether a fact is of what is to come; of one that is neither a plan nor
// a forecast, whether its statement says so of the verb that is told as done.
func (c *pass) yetToCome(a *assertion, f *facts.Fact, at int) bool {
	if f.Status.Future() {
		return !c.tookPlace(a, f, a.s.Tokens[a.doneTo(at, len(a.s.Tokens))-1].Low)
	}
	if f.HasAmount() || f.Statement.IsZero() {
		return false
	}
	verb := stem(a.s.Tokens[a.doneTo(at, len(a.s.Tokens))-1].Low)
	in := c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
	for i := range in.Sentences {
		s := &in.Sentences[i]
		for j := range s.Tokens {
			if s.Tokens[j].Kind == reading.Word && stem(s.Tokens[j].Low) == verb && (s.First(max(0, j-3), j, "modal") >= 0 ||
				slices.ContainsFunc(s.Tokens[max(0, j-2):j+1], func(t reading.Token) bool { return in.List.Future(t.Low) })) {
				return true
			}
		}
	}
	return false
}

// outlook reports whether the clause of a token has words of what is to come, of doubt, of
// a decision or of denial; the words of a time (by, para) are none.
func (a *assertion) outlook(at int) bool {
	from, to := a.clauseRound(at)
	end := a.doneTo(at, to)
	already := a.s.First(at, end, "already") >= 0
	for _, h := range a.s.Matches {
		if h.From < from || h.To > to || a.s.Tokens[h.From].Dated || already && h.From >= at && h.From < end || a.inRelative(h.From, from, at) {
			continue
		}
		switch h.Class {
		case "plainNegation", "denial":
			if h.From < end+3 {
				return true
			}
		case "hedge", "doubt", "outlook", "modal", "aim":
			return true
		case "ahead":
			if !weakly(a.s.Tokens[h.From].Low) {
				return true
			}
		}
	}
	for i := from; i < to; i++ {
		if t := &a.s.Tokens[i]; t.Kind == reading.Word && a.r.List.Future(t.Low) && !a.inRelative(i, from, at) {
			return true
		}
	}
	return false
}

// inAside reports whether a verb stands in a relative clause between commas, which says something else of what it is about: "Fujitsu,
// which built the system, will talk".
func (a *assertion) inAside(verb int) bool {
	from, to := a.clauseRound(verb)
	return from > 0 && a.s.Tokens[from-1].Low == "," && to < len(a.s.Tokens) && a.s.Tokens[to].Low == "," && a.s.At(from, "relative") > 0
}

// inRelative reports whether a token stands in a relative clause about what a verb behind it tells: "the reform that would move them is
// in force". Behind a verb of saying, "that" opens what is said.
func (a *assertion) inRelative(i, from, verb int) bool {
	for r := i - 1; r > from && r > i-4; r-- {
		if a.s.At(r, "relative") > 0 {
			said := a.s.First(r-1, r, "gives", "tells", "puts", "confirms", "reckons", "said", "ahead") >= 0
			return i < verb-1 && !said && meaningful(&a.s.Tokens[r-1])
		}
	}
	return false
}

// done reports whether a verb that tells something as done begins at a token: the perfect,
// or a past tense that is no verb of saying and governs no infinitive.
func (a *assertion) done(i, end int) bool { return a.doneTo(i, end) > i }

// doneTo returns the end of the verb that tells something as done and begins at a token, or
// that token.
func (a *assertion) doneTo(i, end int) int {
	s, list := a.s, a.r.List
	t := &s.Tokens[i]
	if t.Kind != reading.Word {
		return i
	}
	if to := s.At(i, "inForce"); to > 0 {
		return to
	}
	if to := s.At(i, "perfectAuxiliary"); to > 0 {
		for j := to; j < min(end, to+4); j++ {
			if u := &s.Tokens[j]; u.Kind == reading.Word && list.Participle(u.Low) {
				for j+1 < end && list.Participle(s.Tokens[j+1].Low) {
					j++
				}
				if a.governs(j, end) {
					return i
				}
				return j + 1
			}
		}
		return i
	}
	if i > 0 && (s.Tokens[i-1].Word.Of || s.First(i-1, i, "article", "auxiliary") >= 0) || t.Capital || !list.Past(t.Low) ||
		s.At(i, "issued") < 0 && (a.saying(i) || s.At(i, "said") > 0) || a.governs(i, end) {
		return i
	}
	return i + 1
}

// governs reports whether an infinitive follows a verb: "agreed to send", "decidió enviar".
func (a *assertion) governs(i, end int) bool {
	j := i + 1
	for ; j < min(end, i+3) && a.s.At(j, "infinitive") > 0; j++ {
		if t := a.s.Tokens; a.r.List.Infinitive(t[j].Low) && j+1 < end {
			return t[j+1].Kind == reading.Word && !t[j+1].Capital && a.s.At(j+1, "article") < 0
		}
	}
	return j < end && a.r.List.Infinitive(a.s.Tokens[j].Low)
}

// asserted judges a claim that is denied and that a sentence tells with no word of that:
// "Red Eléctrica atribuyó el apagón a un ciberataque", of a denial.
func (c *pass) asserted(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		if g.sourced || c.warned(a, 0, len(a.s.Tokens), "W321", "W310", "W306") {
			continue
		}
		if a.s.First(g.from, g.cites, "denial", "plainNegation", "negative", "doubt", "hedge", "disagreement") >= 0 || len(a.unanimities()) > 0 {
			continue
		}
		for _, f := range g.facts {
			if f.HasAmount() || f.Statement.IsZero() || c.inItsWords(a, f) {
				continue
			}
			need := 2
			if f.Status != claim.Denied {
				need = 3
				if !c.denies(a, f) {
					continue
				}
			}
			if c.testimonyOf(f).shared(a.s, g.from, g.cites) >= need {
				c.warnAt("W321", a, g.from+a.leading(g), []string{f.ID}, quote(f.ID)+" is a denial, and nothing here says so: "+
					quote(f.Statement.Line(c.tagOf(a.r))), "say who denies it")
				return
			}
		}
	}
}

// inItsWords reports whether a sentence quotes what is recorded of a denial, or follows one that says that something is denied.
func (c *pass) inItsWords(a *assertion, f *facts.Fact) bool {
	quotes := len(quotes(a.s)) > 0 && slices.ContainsFunc(f.Sources, func(s facts.Citation) bool { return s.Quote != "" })
	return quotes && a.before != nil && a.before.r == a.r && a.before.s.Has("denial", "objects")
}

// leading returns how many signs stand before the first word of a segment.
func (a *assertion) leading(g *segment) int {
	for i := g.from; i < g.cites; i++ {
		if a.s.Tokens[i].Kind == reading.Word {
			return i - g.from
		}
	}
	return 0
}

// denies reports whether the main verb of a fact's statement denies what follows it: the
// first verb of denial, with no other verb of saying before it.
func (c *pass) denies(a *assertion, f *facts.Fact) bool {
	in := c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
	if len(in.Sentences) != 1 {
		return false
	}
	s := &in.Sentences[0]
	at := s.First(0, len(s.Tokens), "disavowal")
	return at > 0 && s.First(0, at, "gives", "tells", "puts", "reckons", "said") < 0 && s.First(max(0, at-2), at, "plainNegation") < 0 &&
		!slices.ContainsFunc(s.Tokens[:at], func(t reading.Token) bool { return strings.Contains(",;:", t.Low) && t.Kind == reading.Punct })
}
