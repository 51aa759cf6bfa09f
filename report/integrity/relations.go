package integrity

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// compared judges two values of different measures that a sentence compares.
func (c *pass) compared(as *assertion) {
	r, s := as.r, as.s
	for k := 1; k < len(s.Values); k++ {
		a, b := s.Values[k-1], s.Values[k]
		if !isAmount(a) || !isAmount(b) || a.Fact.Measure == b.Fact.Measure || s.Has("caveat") || s.Has("negation") {
			continue
		}
		if !compares(s, a.At, b.At) {
			continue
		}
		c.warnIn("W309", r, int(s.Tokens[b.At].Off), []string{a.Fact.ID, b.Fact.ID, a.Fact.Measure, b.Fact.Measure},
			"two measures are compared: "+quote(a.Fact.Measure)+" and "+quote(b.Fact.Measure), "compare values of one measure, or say that "+
				"the two differ")
	}
}

// isAmount reports whether the value is an amount of a measure.
func isAmount(v reading.ValueToken) bool {
	p := v.Part
	return v.Fact.Measure != "" && v.Fact.HasAmount() && (p == "" || p == claim.PartLow || p == claim.PartBest || p == claim.PartHigh)
}

// compares reports whether the words between two values, or round them, compare them.
func compares(s *reading.Sentence, a, b int) bool {
	between := s.Tokens[a+1 : b]
	for _, t := range between {
		if t.Low == ";" {
			return false
		}
	}
	if len(between) == 1 && a > 0 && (between[0].Low == "to" && s.Tokens[a-1].Low == "from" || between[0].Low == "a" &&
		(s.Tokens[a-1].Low == "de" || s.Tokens[a-1].Low == "desde")) {
		return true
	}
	if s.First(0, a, "forEvery") >= 0 {
		return true
	}
	for _, h := range s.Matches {
		if h.From <= a || h.To > b {
			continue
		}
		switch {
		case h.Class == "comparison" && !bounds(s, h, b), h.Class == "against" && s.Leads(h.To, b),
			h.Class == "thanThe" && s.First(a, h.From, "comparative") >= 0 && s.Leads(h.To, b):
			return true
		}
	}
	return false
}

// bounds reports whether a phrase of comparison is none before the value at b: "more
// than {{x}}", "rather than", or "rose to" without a number.
func bounds(s *reading.Sentence, h reading.Match, b int) bool {
	switch s.Tokens[h.To-1].Low {
	case "than":
		before := s.Tokens[h.From-1].Low
		return before == "rather" || before == "other" || h.To == b && slices.Contains([]string{"more", "fewer", "less"}, before)
	case "to", "a":
		return !s.Leads(h.To, b)
	}
	return false
}

// voices returns the names of the origins, by language and first word.
func (c *pass) voices() map[string]map[string][]reading.Name {
	out := map[string]map[string][]reading.Name{}
	for _, tag := range append([]string{""}, c.f.Briefing.Languages...) {
		in := tag
		if in == "" {
			in = c.f.Briefing.Languages[0]
		}
		of := map[string][]reading.Name{}
		c.parts(of, in)
		for i := range c.f.Origins {
			o := &c.f.Origins[i]
			for _, name := range []string{o.Name.Line(in), o.Short.Line(in)} {
				name, _, _ = strings.Cut(strings.ToLower(name), " (")
				name, _, _ = strings.Cut(name, ",")
				if w := strings.Fields(name); len(w) > 0 {
					of[w[0]] = append(of[w[0]], reading.Name{Words: w, Origin: o.ID})
				}
			}
		}
		out[tag] = of
	}
	return out
}

// shares reports whether the fact's information begins where that of one of the
// origins begins.
func (c *pass) shares(f *facts.Fact, origins []string) bool {
	return slices.ContainsFunc(origins, func(id string) bool { return c.lines.Draws(f.ID, id) })
}

// corroborated judges a sentence that speaks of several sources where the facts
// that it cites rest on one line.
func (c *pass) corroborated(a *assertion) {
	r, s := a.r, a.s
	h := manySources(s)
	if h.To == 0 || len(s.Facts) == 0 || s.Has("negation") || !reading.Sourced(s) {
		return
	}
	var ids []string
	for _, f := range s.Facts {
		ids = append(ids, f.ID)
	}
	citations, lines := c.lines.Of(ids...)
	if lines == 1 {
		c.warnIn("W102", r, int(s.Tokens[h.From].Off), ids, quote(r.Words(s, h.From, h.To))+" are "+plural(citations, "source", "sources")+
			" cited and one independent line: "+
			c.list(c.lines.Groups(ids...)[0]), "name the origin, or cite another line")
	}
}

// manySources returns the phrase that speaks of several sources: one of the list,
// or a number of them that agree ("two bodies confirm it", "lo confirman dos
// fuentes"). Without one, it ends at token 0.
func manySources(s *reading.Sentence) reading.Match {
	for _, h := range s.Matches {
		if h.Class == "several" {
			return h
		}
		if h.Class != "sourceNoun" {
			continue
		}
		for i := h.From - 1; i >= max(0, h.From-2); i-- {
			t := &s.Tokens[i]
			many := t.Word.Value >= 2 || t.Kind == reading.Numeral && t.Num >= 2 && t.Num < 100 && !t.Dated
			both := s.UpTo(i+1, "both") >= 0 && len(s.Facts) > 1
			if (many || both) && agree(s, i, h.To) {
				return reading.Match{Class: "several", From: i, To: h.To}
			}
		}
	}
	return reading.Match{}
}

// agree reports whether the sources named from one token to before another are
// said to agree, or to be who says it.
func agree(s *reading.Sentence, from, to int) bool {
	return s.First(to, min(len(s.Tokens), to+9), "agreeing", "confirms") >= 0 ||
		s.First(max(0, from-3), from, "agreeing", "confirms") >= 0 || s.UpTo(from, "accordingTo") >= 0
}
