package facts

import (
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/facts/tree"
)

var (
	topShape = shape{"a facts file", []string{"format", "briefing", "facts"},
		[]string{"$schema", "actors", "places", "measures", "origins", "sources", "judgements", "allow", "sections"}}
	briefingShape = shape{"the briefing", []string{"id", "title", "languages", "as_of"},
		[]string{"subtitle", "summary", "edition", "authors", "publisher", "marking", "likelihood_scale", "stale_after_days"}}
	actorShape     = shape{"an actor", []string{"name"}, []string{"native"}}
	placeShape     = shape{"a place", []string{"name"}, []string{"lat", "lon"}}
	measureShape   = shape{"a measure", []string{"name", "unit"}, []string{"definition"}}
	originShape    = shape{"an origin", []string{"name", "kind"}, []string{"short", "reliability", "derived_from"}}
	sourceShape    = shape{"a source", []string{"title", "publisher"}, []string{"url", "published", "accessed", "archived", "language", "marking"}}
	judgementShape = shape{"a judgement", []string{"id", "text", "because"}, []string{"likelihood", "confidence", "marking"}}
	allowShape     = shape{"an allowance", []string{"code", "why"}, []string{"id"}}
)

// top reads the whole. The briefing comes first, wherever it stands: its
// languages and its scale are what texts and judgements are held to.
func (l *loader) top(n *tree.Node) {
	o := l.open(n, &topShape)
	if o == nil {
		return
	}
	f := l.f
	l.str(o.get("$schema"))
	l.format(o.get("format"))
	if b := o.get("briefing"); b != nil {
		f.Briefing = l.briefing(b)
	}
	l.entries(o.get("actors"), "actor", func(id string, n *tree.Node) { f.Actors = append(f.Actors, l.actor(id, n)) })
	l.entries(o.get("places"), "place", func(id string, n *tree.Node) { f.Places = append(f.Places, l.place(id, n)) })
	l.entries(o.get("measures"), "measure", func(id string, n *tree.Node) { f.Measures = append(f.Measures, l.measure(id, n)) })
	l.entries(o.get("origins"), "origin", func(id string, n *tree.Node) { f.Origins = append(f.Origins, l.origin(id, n)) })
	l.entries(o.get("sources"), "source", func(id string, n *tree.Node) { f.Sources = append(f.Sources, l.source(id, n)) })
	l.facts(o.get("facts"))
	l.items(o.get("judgements"), "judgements", func(n *tree.Node) { f.Judgements = append(f.Judgements, l.judgement(n)) })
	l.items(o.get("allow"), "allowances", func(n *tree.Node) { f.Allow = append(f.Allow, l.allowance(n)) })
	l.items(o.get("sections"), "sections", func(n *tree.Node) { f.Sections = append(f.Sections, l.section(n)) })
	f.index = newIndex(f)
}

func (l *loader) format(n *tree.Node) {
	if n == nil || !l.is(n, tree.Number, "the number 1") {
		return
	}
	if v, err := strconv.ParseFloat(n.Text, 64); err != nil || v != 1 {
		l.at(n, "E222", "this program reads format 1, not "+short(n.Text), "")
	}
}

func (l *loader) briefing(n *tree.Node) Briefing {
	o := l.open(n, &briefingShape)
	if o == nil {
		return Briefing{}
	}
	o.owner = l.bare(o.get("id"))
	b := Briefing{
		ID:              o.owner,
		Languages:       l.languages(o.get("languages")),
		AsOf:            l.date(o.get("as_of")),
		Edition:         l.str(o.get("edition")),
		Publisher:       l.str(o.get("publisher")),
		Marking:         l.marking(o.get("marking")),
		LikelihoodScale: one(l, o.get("likelihood_scale"), "a scale of likelihood", claim.LikelihoodScales()),
		StaleAfterDays:  l.whole(o.get("stale_after_days"), "a whole number of days, 0 or more", 0, 1e6),
	}
	l.items(o.get("authors"), "names", func(n *tree.Node) { b.Authors = append(b.Authors, l.str(n)) })
	b.Title = l.need(o, "title", marked)
	b.Subtitle = l.text(o, "subtitle", marked)
	b.Summary = l.text(o, "summary", markdown)
	return b
}

// bare reads the briefing's id, which is outside the shared namespace.
func (l *loader) bare(n *tree.Node) string {
	id := l.str(n)
	if n != nil && n.Kind == tree.String {
		l.form(id, n.Off)
	}
	return id
}

func (l *loader) actor(id string, n *tree.Node) Actor {
	o := l.entry(id, n, &actorShape)
	return Actor{ID: id, Name: l.need(o, "name", plain), Native: l.str(o.get("native"))}
}

// entry opens the value of an id.
func (l *loader) entry(id string, n *tree.Node, s *shape) *object {
	o := l.open(n, s)
	if o != nil {
		o.owner = id
	}
	return o
}

func (l *loader) place(id string, n *tree.Node) Place {
	o := l.entry(id, n, &placeShape)
	p := Place{ID: id, Name: l.need(o, "name", plain),
		Lat: l.number(o.get("lat"), "degrees north, from -90 to 90", -90, 90),
		Lon: l.number(o.get("lon"), "degrees east, from -180 to 180", -180, 180)}
	if lat, lon := o.get("lat"), o.get("lon"); (lat == nil) != (lon == nil) && !n.Cut {
		l.at(n, "E223", "a place has both lat and lon, or neither", "")
	}
	return p
}

func (l *loader) measure(id string, n *tree.Node) Measure {
	o := l.entry(id, n, &measureShape)
	return Measure{ID: id, Name: l.need(o, "name", plain), Unit: l.need(o, "unit", plain), Definition: l.text(o, "definition", plain)}
}

func (l *loader) origin(id string, n *tree.Node) Origin {
	o := l.entry(id, n, &originShape)
	return Origin{ID: id, Name: l.need(o, "name", plain), Short: l.text(o, "short", plain),
		Kind:        one(l, o.get("kind"), "a kind of origin", claim.OriginKinds()),
		Reliability: one(l, o.get("reliability"), "an Admiralty reliability", claim.Reliabilities()),
		DerivedFrom: l.references(o.get("derived_from"), "origin", id)}
}

func (l *loader) source(id string, n *tree.Node) Source {
	o := l.entry(id, n, &sourceShape)
	l.named = append(l.named, named{id, "source", n.KeyOff})
	return Source{ID: id, Title: l.name(o.get("title")), Publisher: l.name(o.get("publisher")),
		URL: l.url(o.get("url")), Published: l.date(o.get("published")), Accessed: l.date(o.get("accessed")),
		Archived: l.url(o.get("archived")), Language: l.language(o.get("language")), Marking: l.marking(o.get("marking"))}
}

func (l *loader) judgement(n *tree.Node) Judgement {
	o := l.open(n, &judgementShape)
	if o == nil {
		return Judgement{}
	}
	o.owner = l.id(o.get("id"), "judgement")
	return Judgement{ID: o.owner, Text: l.need(o, "text", markdown),
		Likelihood: l.likelihood(o.get("likelihood")),
		Confidence: one(l, o.get("confidence"), "a confidence", claim.Confidences()),
		Because:    l.references(o.get("because"), "fact", ""),
		Marking:    l.marking(o.get("marking"))}
}

// likelihood reads a term of the briefing's scale.
func (l *loader) likelihood(n *tree.Node) string {
	term := l.str(n)
	if n == nil || n.Kind != tree.String {
		return ""
	}
	id := l.f.Briefing.LikelihoodScale
	if id == "" {
		l.at(n, "E224", "a likelihood needs a scale, and the briefing has chosen none", `add "likelihood_scale": "icd203" or "phia" to the briefing`)
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
