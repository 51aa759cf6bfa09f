package facts

import (
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/facts/tree"
)

// entry opens the value of an id.
func (l *loader) entry(id string, n *tree.Node, s *shape) *object {
	o := l.open(n, s)
	if o != nil {
		o.owner = id
	}
	return o
}

func (l *loader) actor(id string, n *tree.Node) Actor {
	o := l.entry(id, n, &actorShape)
	a := Actor{ID: id, Name: l.need(o, "name", plain), Native: l.str(o.get("native"))}
	a.Marking, a.Marked = l.marking(o.get("marking"), l.whole())
	return a
}

func (l *loader) place(id string, n *tree.Node) Place {
	o := l.entry(id, n, &placeShape)
	p := Place{ID: id, Name: l.need(o, "name", plain),
		Lat: l.number(o.get("lat"), "degrees north, from -90 to 90", -90, 90),
		Lon: l.number(o.get("lon"), "degrees east, from -180 to 180", -180, 180)}
	p.Marking, p.Marked = l.marking(o.get("marking"), l.whole())
	if lat, lon := o.get("lat"), o.get("lon"); (lat == nil) != (lon == nil) && !n.Cut {
		l.at(n, "E223", "a place has both lat and lon, or neither", "")
	}
	return p
}

func (l *loader) dimension(id string, n *tree.Node) Dimension {
	o := l.entry(id, n, &dimensionShape)
	d := Dimension{ID: id, Name: l.need(o, "name", plain)}
	l.entries(o.get("values"), "value", func(value string, n *tree.Node) {
		d.Values = append(d.Values, DimensionValue{value, l.need(l.entry(id, n, &valueShape), "name", plain)})
	})
	if v := o.get("values"); v != nil && v.Kind == tree.Object && len(v.Kids) == 0 && !v.Cut {
		l.at(v, "E221", "values is empty", "a dimension has values, as {\"wheat\": {\"name\": \"Wheat\"}}")
	}
	return d
}

func (l *loader) origin(id string, n *tree.Node) Origin {
	o := l.entry(id, n, &originShape)
	out := Origin{ID: id, Name: l.need(o, "name", plain), Short: l.text(o, "short", plain),
		Kind:        one(l, o.get("kind"), "a kind of origin", claim.OriginKinds()),
		Reliability: one(l, o.get("reliability"), "an Admiralty reliability", claim.Reliabilities()),
		DerivedFrom: l.references(o.get("derived_from"), "origin", id)}
	out.Marking, out.Marked = l.marking(o.get("marking"), l.whole())
	return out
}

func (l *loader) source(id string, n *tree.Node) Source {
	o := l.entry(id, n, &sourceShape)
	l.named = append(l.named, named{id, "source", n.KeyOff})
	s := Source{ID: id, Title: l.name(o.get("title")), Publisher: l.name(o.get("publisher")),
		URL: l.url(o.get("url")), Published: l.date(o.get("published")), Accessed: l.date(o.get("accessed")),
		Archived: l.url(o.get("archived")), Language: l.language(o.get("language"))}
	l.items(o.get("authors"), "names", func(n *tree.Node) { s.Authors = append(s.Authors, l.name(n)) })
	if c := o.get("container"); c != nil {
		s.Container = l.name(c)
	}
	l.items(o.get("record"), "fields", func(n *tree.Node) {
		if f := l.open(n, &fieldShape); f != nil {
			f.owner = id
			s.Record = append(s.Record, Field{l.name(f.get("name")), l.name(f.get("value"))})
		}
	})
	s.Marking, s.Marked = l.marking(o.get("marking"), l.whole())
	return s
}

func (l *loader) judgement(n *tree.Node) Judgement {
	o := l.open(n, &judgementShape)
	if o == nil {
		return Judgement{}
	}
	o.owner = l.id(o.get("id"), "judgement")
	j := Judgement{ID: o.owner, Text: l.need(o, "text", markdown),
		Likelihood: l.likelihood(o.get("likelihood")),
		Confidence: one(l, o.get("confidence"), "a confidence", claim.Confidences()),
		Because:    l.references(o.get("because"), "fact", ""),
		Hypothesis: l.reference(o.get("hypothesis"), "hypothesis", ""),
		Outcome:    l.outcome(o.get("outcome"), o.owner)}
	j.Marking, j.Marked = l.marking(o.get("marking"), l.whole())
	return j
}

// outcome reads what became of a judgement.
func (l *loader) outcome(n *tree.Node, owner string) *Outcome {
	if n == nil {
		return nil
	}
	o := l.open(n, &outcomeShape)
	if o == nil {
		return nil
	}
	o.owner = owner
	return &Outcome{Value: one(l, o.get("value"), "an outcome", claim.OutcomeValues()), Date: l.date(o.get("date")),
		Text: l.need(o, "text", markdown), Sources: l.references(o.get("sources"), "source", "")}
}

// likelihood reads a term of the briefing's scale.
func (l *loader) likelihood(n *tree.Node) string {
	term := l.str(n)
	if n == nil || n.Kind != tree.String {
		return ""
	}
	id := l.f.Briefing.LikelihoodScale
	if id == "" {
		l.at(n, "E224", "a likelihood needs a scale, and the briefing has chosen none", `add "likelihood_scale": "icd203" or "phia" to `+
			`the briefing`)
		return ""
	}
	var terms []string
	for _, t := range Scale(id) {
		if t.Name == term {
			return term
		}
		terms = append(terms, t.Name)
	}
	hint := l.spell.nearest(term, terms)
	if hint == "" {
		hint = "its terms are " + sentence(terms)
	} else {
		hint = "did you mean " + quote(hint) + "?"
	}
	l.at(n, "E225", quote(term)+" is not a term of the scale "+string(id), hint)
	return ""
}

func (l *loader) allowance(n *tree.Node) Allowance {
	o := l.open(n, &allowShape)
	if o == nil {
		return Allowance{}
	}
	a := Allowance{Code: l.str(o.get("code"))}
	if c := o.get("code"); c != nil && c.Kind == tree.String && !warningCode(a.Code) {
		hint := "the codes of warnings begin with W"
		if a.Code != "" && a.Code[0] == 'E' {
			hint = "a problem (E…) cannot be allowed, only a warning (W…)"
		}
		l.at(c, "E226", quote(a.Code)+" is not the code of a warning", hint)
	}
	if id := o.get("id"); id != nil {
		a.ID = l.reference(id, "", "")
		o.owner = a.ID
	}
	if n := o.get("words"); n != nil {
		a.Words = l.name(n)
	}
	a.Why = l.need(o, "why", plain)
	return a
}

// warningCode reports whether s is W and three digits.
func warningCode(s string) bool {
	if len(s) != 4 || s[0] != 'W' {
		return false
	}
	_, err := strconv.ParseUint(s[1:], 10, 16)
	return err == nil
}
