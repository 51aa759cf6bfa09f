package integrity

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// unknownSpeaker judges who is credited with what is cited where it is a body that is no
// origin of the file, and that nothing about the fact names: "according to Africa CDC", of
// what WHO says. Bodies are known by a word for one (ministry, agency) or by an acronym;
// persons and places may speak for any origin.
func (c *pass) unknownSpeaker(a *assertion) {
	if len(a.segments) == 0 || c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	known := a.s.Mentions(c.namesIn(a.r.Tag()))
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to {
			continue
		}
		for i := g.from; i < g.cites; i++ {
			m, foreign := c.bodyApart(a, i, g.cites, f)
			if i = m.To - 1; !foreign {
				continue
			}
			named := slices.ContainsFunc(known, func(o reading.Mention) bool { return o.From < m.To && m.From < o.To })
			if !named && (a.credited(&m) || a.begins(&m) && (a.saying(m.To) || a.gapped(&m))) && !c.related(a, &m, f) {
				c.warnAt("W310", a, m.From, []string{f.ID, f.Origin}, a.words(m.From, m.To)+" is no origin of the briefing, and the value of "+
					quote(f.ID)+" is from "+quote(c.list([]string{f.Origin})), "name who said it: {{"+f.ID+".origin}}")
				return
			}
		}
	}
}

// bodyApart returns the body named at a token, or that token alone, and whether it may be one that the fact is not from.
func (c *pass) bodyApart(a *assertion, i, end int, f *facts.Fact) (reading.Mention, bool) {
	if m, ok := a.body(i, end); ok {
		return m, !(a.r.List.State(a.s.Tokens[a.headOf(&m)].Low) && c.ofState(f) || c.untranslatedName(a, &m, f))
	}
	m, ok := a.stateBody(i, end)
	return m, ok && !c.ofState(f)
}

// stateBody returns a body of the state that is named in small letters at a token: "the police".
func (a *assertion) stateBody(i, end int) (reading.Mention, bool) {
	t := &a.s.Tokens[i]
	m := reading.Mention{From: i, To: i + 1}
	return m, t.Kind == reading.Word && !t.Capital && a.r.List.State(t.Low) && i+1 < end && a.s.UpTo(i, "article") >= 0 &&
		(i+1 >= len(a.s.Tokens) || a.s.Tokens[i+1].Kind == reading.Punct || a.saying(i+1))
}

// gapped reports whether a comma and a number stand behind a name, as where the verb of the clause
// before is meant again: "the police, more than 300".
func (a *assertion) gapped(m *reading.Mention) bool {
	if m.To >= len(a.s.Tokens) || a.s.Tokens[m.To].Low != "," {
		return false
	}
	cl := a.next(m.To+1, 5)
	return cl != nil && a.rough(m.To+1, cl.from)
}

// ofState reports whether a fact comes from a body of a state, which may be named by another of it:
// the government for a ministry.
func (c *pass) ofState(f *facts.Fact) bool {
	switch c.f.Origin(f.Origin).Kind {
	case claim.Government, claim.Military, claim.Intelligence:
		return true
	}
	return false
}

// untranslatedName reports whether an acronym may be the name of the fact's origin in another
// language, which the briefing does not have: OMS, where the origin is WHO in both.
func (c *pass) untranslatedName(a *assertion, m *reading.Mention, f *facts.Fact) bool {
	o := c.f.Origin(f.Origin)
	first := c.f.Briefing.Languages[0]
	tag := c.tagOf(a.r)
	at := a.headOf(m)
	if m.To != at+1 || !a.acronym(at) {
		return false
	}
	if other := a.r.List.Acronym(a.s.Tokens[at].Low); other != "" {
		return strings.EqualFold(other, o.Name.Line(tag)) || strings.EqualFold(other, o.Short.Line(tag))
	}
	return tag != first && o.Name.Line(tag) == o.Name.Line(first)
}

// headOf returns the first token of a name behind its article.
func (a *assertion) headOf(m *reading.Mention) int {
	if end := a.s.At(m.From, "article"); end > 0 && end < m.To {
		return end
	}
	return m.From
}

// body returns the name of a body that begins at a token: capitalised words, with "of" and
// articles between them, one of which is a word for a body, or an acronym of three letters.
func (a *assertion) body(i, end int) (reading.Mention, bool) {
	t := a.s.Tokens
	if !isName(t, i) || i > 0 && (isName(t, i-1) || t[i].Glued) {
		return reading.Mention{}, false
	}
	to, is := i, false
	for j := i; j < end; j++ {
		switch {
		case isName(t, j):
			to = j + 1
			is = is || a.r.List.Body(t[j].Low) || a.acronym(j)
		case t[j].Kind == reading.Word && (t[j].Word.Of || a.s.At(j, "article") > 0) && j+1 < end:
		default:
			return reading.Mention{From: i, To: to}, is && to > i && !a.opensWith(i, to)
		}
	}
	return reading.Mention{From: i, To: to}, is && to > i && !a.opensWith(i, to)
}

// opensWith reports whether a name of one word may be a common noun that has its capital from the beginning of a sentence:
// "Organisation came to 2.77 billion".
func (a *assertion) opensWith(i, to int) bool {
	return to == i+1 && !a.acronym(i) && (i == 0 || a.s.Tokens[i-1].Kind == reading.Punct)
}

func isName(t []reading.Token, i int) bool { return t[i].Kind == reading.Word && t[i].Capital }

// acronym reports whether a token is written in capitals alone, three at least.
func (a *assertion) acronym(i int) bool {
	w := a.r.Words(a.s, i, i+1)
	return len(w) >= 3 && strings.IndexFunc(w, func(c rune) bool { return !unicode.IsUpper(c) }) < 0
}

// related reports whether a name has a word in common with the origin of a fact, with what
// that draws on, with its sources, its texts or its actors; or is an acronym of one.
func (c *pass) related(a *assertion, m *reading.Mention, f *facts.Fact) bool {
	about := c.namesAbout(f)
	for i := m.From; i < m.To; i++ {
		t := &a.s.Tokens[i]
		if t.Kind != reading.Word || t.Word.Tiny || t.Word.Of || len(t.Low) < 3 {
			continue
		}
		for _, text := range about {
			if a.acronym(i) && abbreviates(t.Low, text) {
				return true
			}
			if slices.ContainsFunc(strings.Fields(text),
				func(w string) bool { return stem(strings.Trim(w, ",.()")) == stem(reading.Possessor(t.Low)) }) {
				return true
			}
		}
	}
	return false
}

// namesAbout returns the texts that name who stands behind a fact, in small letters.
func (c *pass) namesAbout(f *facts.Fact) []string {
	var out []string
	add := func(s string) { out = append(out, strings.ToLower(s)) }
	var origin func(id string, depth int)
	origin = func(id string, depth int) {
		o := c.f.Origin(id)
		for _, tag := range c.f.Briefing.Languages {
			add(o.Name.Line(tag))
			add(o.Short.Line(tag))
		}
		for _, from := range o.DerivedFrom {
			if depth < 5 {
				origin(from, depth+1)
			}
		}
	}
	origin(f.Origin, 0)
	for _, s := range f.Sources {
		src := c.f.Source(s.Source)
		add(src.Title)
		add(src.Publisher)
		add(s.Quote)
	}
	for _, tag := range c.f.Briefing.Languages {
		add(f.Statement.Line(tag))
		add(f.Note.Line(tag))
		for _, id := range append([]string{f.From, f.To}, f.Actors...) {
			if x := c.f.Actor(id); x != nil {
				add(x.Name.Line(tag))
			}
		}
	}
	return out
}

// abbreviates reports whether the letters of an acronym stand in a name in order, the first
// of them first.
func abbreviates(acronym, name string) bool {
	letters := []rune(acronym)
	for i, c := range name {
		if len(letters) == 0 {
			return true
		}
		if c == letters[0] {
			letters = letters[1:]
		} else if i == 0 {
			return false
		}
	}
	return len(letters) == 0
}
