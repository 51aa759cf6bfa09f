package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A testimony is what the file records of a fact in words: its statement and note, its
// quotations, the titles of its sources, the name and definition of its measure, and who
// it is about.
type testimony struct {
	stems   map[string]bool // of the words that mean something
	classes map[string]bool // of the phrases, in any of the languages
	foreign bool            // some of it is in a language without a word list
}

// has reports whether a phrase of one of the classes is recorded.
func (t *testimony) has(classes ...string) bool {
	return slices.ContainsFunc(classes, func(c string) bool { return t.classes[c] })
}

// testimonyOf reads what is recorded of a fact, once.
func (c *pass) testimonyOf(f *facts.Fact) *testimony {
	if t := c.texts.testimonies[f.ID]; t != nil {
		return t
	}
	t := &testimony{stems: map[string]bool{}, classes: map[string]bool{}}
	if c.texts.testimonies == nil {
		c.texts.testimonies = map[string]*testimony{}
	}
	c.texts.testimonies[f.ID] = t
	for _, tag := range c.f.Briefing.Languages {
		c.hear(t, f.Statement.Line(tag), tag)
		c.hear(t, f.Note.Line(tag), tag)
		if m := c.f.Measure(f.Measure); m != nil {
			c.hear(t, m.Name.Line(tag), tag)
			c.hear(t, m.Definition.Line(tag), tag)
			c.hear(t, m.Unit.Line(tag), tag)
		}
		for _, id := range append([]string{f.From, f.To}, f.Actors...) {
			if x := c.f.Actor(id); x != nil {
				c.hear(t, x.Name.Line(tag), tag)
			}
		}
	}
	for _, s := range f.Sources {
		src := c.f.Source(s.Source)
		tag := src.Language
		if tag == "" {
			tag = c.f.Briefing.Languages[0]
		}
		c.hear(t, src.Title, tag)
		t.foreign = false // a title in another language bears nothing out, a quotation may
		c.hear(t, s.Quote, tag)
		if t.foreign {
			return t
		}
	}
	return t
}

// hear takes a text into a testimony.
func (c *pass) hear(t *testimony, text, tag string) {
	if text == "" {
		return
	}
	in := c.reader.Skim(text, tag)
	t.foreign = t.foreign || !in.List.Any()
	for i := range in.Sentences {
		s := &in.Sentences[i]
		for _, h := range s.Matches {
			t.classes[h.Class] = true
		}
		for j := range s.Tokens {
			if meaningful(&s.Tokens[j]) {
				t.stems[stem(reading.Possessor(s.Tokens[j].Low))] = true
			}
		}
	}
}

// meaningful reports whether a token is a word that says what a text is about.
func meaningful(t *reading.Token) bool {
	return t.Kind == reading.Word && !t.Word.Tiny && !t.Word.Of && len(t.Low) > 3
}

// shared returns how many words of a sentence, from one token to before another, are
// recorded of a fact.
func (t *testimony) shared(s *reading.Sentence, from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if meaningful(&s.Tokens[i]) && t.stems[stem(reading.Possessor(s.Tokens[i].Low))] {
			n++
		}
	}
	return n
}

// evidenceAt returns the facts that a sentence cites for what stands at a token: those of
// its segment; behind the last citation, those of the one before. It returns none where
// a source is cited by itself, which may say anything.
func (a *assertion) evidenceAt(token int) []*facts.Fact {
	for k := range a.segments {
		g := &a.segments[k]
		if token < g.from || token >= g.to {
			continue
		}
		if g.sourced || g.cites == g.to && (k == 0 || a.segments[k-1].sourced) {
			return nil
		}
		if k > 0 && (g.cites == g.to && len(g.facts) == 0 || a.asideTo(g, token)) {
			return a.segments[k-1].facts
		}
		return g.facts
	}
	return nil
}

// asideTo reports whether a token stands in an aside to what is cited before its segment:
// behind a comma, with a semicolon before the citations of its own.
func (a *assertion) asideTo(g *segment, token int) bool {
	return a.s.Tokens[g.from].Low == "," && !divided(a.s, g.from, token) && divided(a.s, token, g.cites)
}

// quoted reports whether a token stands between quotation marks.
func (a *assertion) quoted(token int) bool {
	return slices.ContainsFunc(quotes(a.s), func(q reading.Match) bool { return token >= q.From && token < q.To })
}

// borneOut reports whether any of the facts that a sentence refers to, or of those cited
// before it in its paragraph, is recorded with a phrase of one of the classes.
func (c *pass) borneOut(a *assertion, classes ...string) bool {
	for b := a; b != nil && b.r == a.r; b = b.before {
		if slices.ContainsFunc(b.s.Facts, func(f *facts.Fact) bool {
			t := c.testimonyOf(f)
			return t.foreign || t.has(classes...)
		}) {
			return true
		}
	}
	return false
}

// clauseRound returns the tokens of the clause in which a token stands, within its
// segment: between commas, semicolons, colons, dashes and brackets.
func (a *assertion) clauseRound(token int) (from, to int) {
	ends := func(i int) bool {
		t := &a.s.Tokens[i]
		return t.Kind == reading.Cite || t.Kind == reading.Punct && strings.Contains(",;:—–()", t.Low)
	}
	for from = token; from > 0 && !ends(from-1); from-- {
	}
	for to = token; to < len(a.s.Tokens) && !ends(to); to++ {
	}
	return from, to
}
