package integrity

// added judges the value of a running total that is told as if it came on top:
// "another {{sent}}", "{{sent}} additional soldiers".
func (c *checker) added(r *reading, s *sentence) {
	for _, v := range s.values {
		if !counted(s, v) || !s.has("additional", "another") || !c.isRunning(v.fact.Measure) {
			continue
		}
		h, ok := s.onTop(v.at)
		if !ok || s.first(max(0, v.at-3), v.at, "negation") >= 0 {
			continue
		}
		c.warnIn("W312", r, int(s.tokens[v.at].off), []string{v.fact.ID, v.fact.Measure}, quote(r.words(s, h.from, h.to))+" is said of "+quote(v.fact.ID)+", and "+
			quote(v.fact.Measure)+" is a running total", "say that it is the total, or take the difference of two totals")
	}
}

// onTop returns the phrase by which the value at a token comes on top of another:
// "another" before it, or "more" behind it, with two words between at most. Before it, they
// may only say that it is rough: "another report gave {{sent}}" adds nothing.
func (s *sentence) onTop(at int) (hit, bool) {
	for _, h := range s.hits {
		switch h.class {
		case "another":
			if h.to <= at && s.leads(h.to, at) && s.roughly(h.to, at) && !s.counts(h.from) {
				return h, true
			}
		case "additional":
			if h.from > at && h.from-at <= 3 && s.leads(at+1, h.from) && s.onTopAlone(h) {
				return h, true
			}
		}
	}
	return hit{}, false
}

// roughly reports whether nothing but words for "about" stands between two tokens.
func (s *sentence) roughly(from, to int) bool {
	for from < to {
		next := s.at(from, "approx")
		if next < 0 {
			return false
		}
		from = next
	}
	return from == to
}

// counts reports whether a number or a value stands before token i: "300 dead and
// another {{hurt}} hurt" adds the hurt to the dead.
func (s *sentence) counts(i int) bool {
	for _, v := range s.values {
		if v.at < i {
			return true
		}
	}
	for _, n := range s.amounts {
		if n.to <= i {
			return true
		}
	}
	return false
}

// onTopAlone reports whether "more" is no part of a comparison: "more than", "más
// de", "los casos más graves".
func (s *sentence) onTopAlone(h hit) bool {
	if h.to == len(s.tokens) {
		return true
	}
	t := &s.tokens[h.to]
	if s.at(h.from, "plus") > 0 {
		return false
	}
	if s.tokens[h.from].low == "más" && t.kind == word && !t.lex.tiny {
		return false
	}
	return s.first(h.to, h.to+1, "against", "comparison") < 0 && !t.lex.of
}

// isRunning reports whether the name of the measure says that it is a running
// total, in any of the briefing's languages.
func (c *checker) isRunning(id string) bool {
	m := c.f.Measure(id)
	if m == nil {
		return false
	}
	for _, tag := range c.f.Briefing.Languages {
		in := c.reader.skim(m.Name.Line(tag), tag)
		for i := range in.sentences {
			if in.sentences[i].has("running") && !in.sentences[i].has("negation") {
				return true
			}
		}
	}
	return false
}
