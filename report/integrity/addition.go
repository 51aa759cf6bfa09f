package integrity

import "sitrep/report/reading"

// added judges the value of a running total that is told as if it came on top:
// "another {{sent}}", "{{sent}} additional soldiers".
func (c *pass) added(a *assertion) {
	r, s := a.r, a.s
	for _, v := range s.Values {
		if !isAmount(v) || !s.Has("additional", "another") || !c.isRunning(v.Fact.Measure) {
			continue
		}
		h, ok := onTop(s, v.At)
		if !ok || s.First(max(0, v.At-3), v.At, "negation") >= 0 {
			continue
		}
		c.warnIn("W312", r, int(s.Tokens[v.At].Off), []string{v.Fact.ID, v.Fact.Measure}, quote(r.Words(s, h.From, h.To))+" is said of "+
			quote(v.Fact.ID)+", and "+
			quote(v.Fact.Measure)+" is a running total", "say that it is the total, or take the difference of two totals")
	}
}

// onTop returns the phrase by which the value at a token comes on top of another:
// "another" before it, or "more" behind it, with two words between at most. Before it, they
// may only say that it is rough: "another report gave {{sent}}" adds nothing.
func onTop(s *reading.Sentence, at int) (reading.Match, bool) {
	for _, h := range s.Matches {
		switch h.Class {
		case "another":
			if h.To <= at && s.Leads(h.To, at) && roughly(s, h.To, at) && !counts(s, h.From) {
				return h, true
			}
		case "additional":
			if h.From > at && h.From-at <= 3 && s.Leads(at+1, h.From) && onTopAlone(s, h) {
				return h, true
			}
		}
	}
	return reading.Match{}, false
}

// roughly reports whether nothing but words for "about" stands between two tokens.
func roughly(s *reading.Sentence, from, to int) bool {
	for from < to {
		next := s.At(from, "approx")
		if next < 0 {
			return false
		}
		from = next
	}
	return from == to
}

// counts reports whether a number or a value stands before token i: "300 dead and
// another {{hurt}} hurt" adds the hurt to the dead.
func counts(s *reading.Sentence, i int) bool {
	for _, v := range s.Values {
		if v.At < i {
			return true
		}
	}
	for _, n := range s.Amounts {
		if n.To <= i {
			return true
		}
	}
	return false
}

// onTopAlone reports whether "more" is no part of a comparison: "more than", "más
// de", "los casos más graves".
func onTopAlone(s *reading.Sentence, h reading.Match) bool {
	if h.To == len(s.Tokens) {
		return true
	}
	t := &s.Tokens[h.To]
	if s.At(h.From, "plus") > 0 {
		return false
	}
	if s.Tokens[h.From].Low == "más" && t.Kind == reading.Word && !t.Word.Tiny {
		return false
	}
	return s.First(h.To, h.To+1, "against", "comparison") < 0 && !t.Word.Of
}

// isRunning reports whether the name of the measure says that it is a running
// total, in any of the briefing's languages.
func (c *pass) isRunning(id string) bool {
	m := c.f.Measure(id)
	if m == nil {
		return false
	}
	for _, tag := range c.f.Briefing.Languages {
		in := c.reader.Skim(m.Name.Line(tag), tag)
		for i := range in.Sentences {
			if in.Sentences[i].Has("running") && !in.Sentences[i].Has("negation") {
				return true
			}
		}
	}
	return false
}
