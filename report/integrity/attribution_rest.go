package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// creditedAfter judges who is credited behind the last citation of a sentence: "16 died
// [@dead], according to the fire service."
func (c *pass) creditedAfter(a *assertion, list []reading.Mention) {
	k := len(a.segments) - 1
	if k < 1 || a.segments[k].cites < a.segments[k].to || a.segments[k-1].sourced {
		return
	}
	g, cited := &a.segments[k], a.segments[k-1].facts
	for i := range list {
		m := &list[i]
		if m.From < g.from || m.From > g.from+12 || !a.credited(m) && !a.closes(m) ||
			slices.ContainsFunc(a.s.Amounts, func(n reading.Amount) bool { return n.From >= g.from }) {
			continue
		}
		if len(cited) > 0 && !slices.ContainsFunc(cited, func(f *facts.Fact) bool { return c.speaksFor(m, f, cited) }) {
			c.warnSpeaker(a, m, cited[0])
		}
		return
	}
}

// closes reports whether the rest of a sentence is a name and a verb of saying: ", the
// fire service says."
func (a *assertion) closes(m *reading.Mention) bool {
	end := a.s.At(m.To, "gives")
	return end > 0 && (end == len(a.s.Tokens) || end == len(a.s.Tokens)-1 && a.s.Tokens[end].Low == ".")
}

// behindPlace returns the token behind a place that stands at a token, as between a name
// and its verb: "the morgue in Goma said"; where there is none, the token.
func (a *assertion) behindPlace(i int) int {
	t := a.s.Tokens
	if i >= len(t) || !t[i].Word.Of && a.s.At(i, "stretching") < 0 {
		return i
	}
	j := i + 1
	for ; j < min(len(t), i+4) && t[j].Kind == reading.Word && (t[j].Capital || a.s.At(j, "article") > 0); j++ {
	}
	if j == i+1 || !t[j-1].Capital {
		return i
	}
	return j
}

// forecastConfirmed judges a planned value that somebody is said to have confirmed:
// "the agency confirmed 51 million", of a forecast.
func (c *pass) forecastConfirmed(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if !cl.fact.Status.Future() || a.s.First(a.clauseFrom(cl.from), a.segmentAt(cl.from).cites, "ahead", "hedge", "plainNegation") >= 0 {
			continue
		}
		for _, h := range a.s.Matches {
			if h.Class == "admits" && h.To <= cl.from && !cl.bound && a.s.At(h.To, "article") < 0 && a.rough(h.To, cl.from) {
				c.warnAt("W321", a, h.From, []string{cl.fact.ID}, a.words(h.From, cl.to)+" is said of "+quote(cl.fact.ID)+", which is planned",
					"say that it is planned, or who expects it")
				return
			}
		}
	}
}

// sameSpeaker judges two languages of a sentence of which one says whose word it is, and
// the other names nobody.
func (c *pass) sameSpeaker(x, y *assertion, xb, yb bool) bool {
	named := func(a *assertion) *reading.Mention {
		for _, m := range a.s.Mentions(c.namesIn(a.r.Tag())) {
			if a.credited(&m) || a.saying(m.To) || a.saying(a.behindPlace(m.To)) {
				return &m
			}
		}
		return nil
	}
	silent := func(a *assertion, before bool) bool {
		return !before && len(a.s.Mentions(c.namesIn(a.r.Tag()))) == 0 && !a.s.Has("accordingTo", "dataOf", "gives", "tells", "puts", "reckons",
			"confirms", "admits", "ahead") &&
			!slices.ContainsFunc(a.s.Tokens, func(t reading.Token) bool { return t.Kind == reading.Value && claim.Part(t.Low) == claim.PartOrigin })
	}
	reported := func(f *facts.Fact) bool { return f.Status == claim.Confirmed || f.Type == claim.Event }
	if len(x.s.Facts) != 1 || reported(x.s.Facts[0]) {
		return false
	}
	from, to, m := x, y, named(x)
	if m == nil || !silent(y, yb) {
		if from, to, m = y, x, named(y); m == nil || !silent(x, xb) {
			return false
		}
	}
	if !slices.Contains(m.Origins, from.s.Facts[0].Origin) {
		return false
	}
	c.warnAt("W517", to, 0, []string{from.s.Facts[0].ID}, "the text in "+from.r.Tag()+" names who says it, "+from.words(m.From, m.To)+
		", and that in "+to.r.Tag()+" does not", "say the same in every language")
	return true
}

// namesIn returns the names of the origins in a language.
func (c *pass) namesIn(tag string) map[string][]reading.Name {
	return c.texts.names[tag]
}

// otherSpan judges the two dates of a span, "between April 2022 and April 2023", where
// they fit another value of the series and not the one cited.
func (c *pass) otherSpan(a *assertion) {
	for k := 1; k < len(a.s.Dates); k++ {
		x, y := a.s.Dates[k-1], a.s.Dates[k]
		if y.From != x.To+1 || x.Year == 0 || y.Year == 0 || !a.between(x.From) {
			continue
		}
		g := a.segmentAt(x.From)
		if g == nil || g.sourced || len(g.facts) != 1 || g.facts[0].Type != claim.Estimate {
			return
		}
		f := g.facts[0]
		if !f.Period.From.IsZero() || f.AsOf.IsZero() || f.AsOf.First() <= y.Last() {
			return
		}
		for i := range c.f.Facts {
			if o := &c.f.Facts[i]; comparableFacts(o, f) && o.Origin == f.Origin && o.AsOf == y.Date {
				c.warnAt("W305", a, x.From, []string{f.ID, o.ID}, a.words(x.From, y.To)+" is the time of "+quote(o.ID)+", and "+quote(f.ID)+" is of "+
					f.AsOf.String(), "correct the dates, or cite the other value")
				return
			}
		}
	}
}

// spoken reports whether a sentence of the list, before the one judged, names who says
// it.
func (c *pass) spoken(list []*assertion, a *assertion) bool {
	names := c.namesIn(a.r.Tag())
	return slices.ContainsFunc(list, func(b *assertion) bool { return len(b.s.Mentions(names)) > 0 || b.s.Has("accordingTo") })
}
