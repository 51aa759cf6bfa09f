package integrity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// acting judges a name that heads a clause with a verb of its own as who gives the number, or says the words, that are cited for the
// clause, whatever the verb: "CaixaBank se quedó en 400", of what another bank says. Where nothing that is recorded of the fact has to do
// with the name, and who says it is not named in the sentence, the clause gives it to another.
func (c *pass) acting(a *assertion) {
	if len(a.segments) == 0 || c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	var list []reading.Mention // read where a clause is judged by it
	for k := range a.segments {
		g := &a.segments[k]
		if g.sourced || g.cites == g.to || len(g.facts) == 0 || a.negates(g.from, g.cites) {
			continue
		}
		if list == nil {
			if list = c.wideMentions(a); len(list) == 0 {
				return
			}
		}
		m := a.headOfClause(list, g)
		if m == nil {
			continue
		}
		if f := c.givenBy(a, g, m); f != nil && !c.speaksFor(m, f, a.s.Facts) && !c.related(a, m, f) && !c.namedToo(list, f) {
			c.warnSpeaker(a, m, f)
			return
		}
	}
}

// negates reports whether a word of negation stands between two tokens, in no quotation.
func (a *assertion) negates(from, to int) bool {
	return slices.ContainsFunc(a.s.Matches, func(h reading.Match) bool {
		return h.Class == "plainNegation" && h.From >= from && h.To <= to && !a.quoted(h.From)
	})
}

// wideMentions returns the names of origins in a sentence, and the words by which alone one of them may be called.
func (c *pass) wideMentions(a *assertion) []reading.Mention {
	out := a.s.Mentions(c.namesIn(a.r.Tag()))
	short, initials := c.shortNames(c.tagOf(a.r)), c.initialNames(c.tagOf(a.r))
	capital := func(i int) bool {
		return i >= 0 && i < len(a.s.Tokens) && a.s.Tokens[i].Kind == reading.Word && a.s.Tokens[i].Capital
	}
	for i := range a.s.Tokens {
		t := &a.s.Tokens[i]
		id := short[reading.Possessor(t.Low)]
		if a.acronym(i) && initials[t.Low] != "" {
			id = initials[t.Low]
		}
		if id == "" || t.Kind != reading.Word || !t.Capital || capital(i+1) || i > 1 && capital(i-1) ||
			slices.ContainsFunc(out, func(m reading.Mention) bool { return m.From <= i && i < m.To }) {
			continue
		}
		out = append(out, reading.Mention{From: i, To: i + 1, Origins: []string{id}})
	}
	slices.SortFunc(out, func(x, y reading.Mention) int { return x.From - y.From })
	return out
}

// shortNames returns the words with a capital that stand in the name of one origin and of no other, and of no place and no actor: the
// surname of a person, the first word of a firm.
func (c *pass) shortNames(tag string) map[string]string {
	if out := c.texts.short[tag]; out != nil {
		return out
	}
	out := map[string]string{}
	list := c.reader.ModelOf(tag).List
	for i := range c.f.Origins {
		o := &c.f.Origins[i]
		for w := range strings.FieldsSeq(o.Name.Line(tag)) {
			w = strings.Trim(w, ",.()")
			first, _ := utf8.DecodeRuneInString(w)
			low := strings.ToLower(w)
			if x := list.Look(low); len(w) < 5 || !unicode.IsUpper(first) || x.Tiny || x.Of || list.Body(low) || list.State(low) {
				continue
			}
			if other, taken := out[low]; taken && other != o.ID {
				out[low] = ""
			} else {
				out[low] = o.ID
			}
		}
	}
	c.eachOtherName(tag, func(low string) {
		if out[low] != "" {
			out[low] = ""
		}
	})
	if c.texts.short == nil {
		c.texts.short = map[string]map[string]string{}
	}
	c.texts.short[tag] = out
	return out
}

// initialNames returns the initials, in small letters, of the names of origins of three words or more that one of them alone has.
func (c *pass) initialNames(tag string) map[string]string {
	if out := c.texts.initials[tag]; out != nil {
		return out
	}
	out := map[string]string{}
	for i := range c.f.Origins {
		o := &c.f.Origins[i]
		initials := ""
		for w := range strings.FieldsSeq(o.Name.Line(tag)) {
			if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
				initials += strings.ToLower(string(first))
			}
		}
		if other, taken := out[initials]; taken && other != o.ID {
			out[initials] = ""
		} else if len(initials) > 2 {
			out[initials] = o.ID
		}
	}
	if c.texts.initials == nil {
		c.texts.initials = map[string]map[string]string{}
	}
	c.texts.initials[tag] = out
	return out
}

// eachOtherName does something with each word, in small letters, of the names of places, actors and measures.
func (c *pass) eachOtherName(tag string, do func(low string)) {
	words := func(t facts.Text) {
		for w := range strings.FieldsSeq(strings.ToLower(t.Line(tag))) {
			do(w)
		}
	}
	for i := range c.f.Places {
		words(c.f.Places[i].Name)
	}
	for i := range c.f.Actors {
		words(c.f.Actors[i].Name)
	}
	for i := range c.f.Measures {
		words(c.f.Measures[i].Name)
	}
}

// headOfClause returns the name that heads the clause that a segment ends, with a verb in the past or of saying behind it.
func (a *assertion) headOfClause(list []reading.Mention, g *segment) *reading.Mention {
	from := g.from
	for i := g.from; i < g.cites; i++ {
		t := &a.s.Tokens[i]
		hour := t.Glued && i > 0 && a.s.Tokens[i-1].Kind == reading.Numeral // 19:05
		if t.Kind == reading.Punct && (t.Low == ";" || t.Low == ":" && !hour) {
			from = i + 1
		}
	}
	for i := range list {
		m := &list[i]
		if m.From < from || m.To >= g.cites || a.quotesAt(m.From) {
			continue
		}
		if a.asSaid(m) || a.heads(m, from) && a.actsAt(m, g.cites) {
			return m
		}
		return nil
	}
	return nil
}

// heads reports whether a name begins a clause, or the noun that it belongs to does: "el servicio de estudios de CaixaBank".
func (a *assertion) heads(m *reading.Mention, from int) bool {
	begins := func(i int) bool {
		return i < from || a.s.Tokens[i].Kind == reading.Punct && a.s.Tokens[i].Low != "’" || a.s.Tokens[i].Word.Joining
	}
	i := m.From - 1
	if i >= from && a.s.First(i, i+1, "article") == i {
		i--
	}
	if begins(i) || !a.s.Tokens[i].Word.Of {
		return begins(i)
	}
	for last := i - 6; i > last && !begins(i); i-- {
		t := &a.s.Tokens[i]
		article := a.s.First(i, i+1, "article") == i
		if t.Kind != reading.Word || t.Word.Tiny && !t.Word.Of && !article || !article && !t.Word.Of && a.r.List.Past(t.Low) {
			return false
		}
	}
	return begins(i)
}

// actsAt reports whether a verb stands behind a name, or behind an aside to it, with no more than two small words between.
func (a *assertion) actsAt(m *reading.Mention, to int) bool {
	i := m.To
	if i < to && a.s.Tokens[i].Low == "," {
		for j := i + 1; j < min(to, i+12); j++ {
			if a.s.Tokens[j].Low == "," {
				i = j + 1
				break
			}
		}
	}
	nouns := 0
	for end := i + 4; i < min(to, end); i++ {
		t := &a.s.Tokens[i]
		if t.Kind != reading.Word {
			return false
		}
		if a.saying(i) || a.r.List.Past(t.Low) && a.s.At(i, "copula") < 0 ||
			i > m.To && a.r.List.Participle(t.Low) && a.s.First(i-1, i, "auxiliary") == i-1 && a.s.First(i-1, i, "copula") < 0 {
			return true
		}
		if !t.Word.Tiny && a.s.At(i, "auxiliary") < 0 && len(t.Low) > 3 {
			nouns++
		}
		if nouns > 1 || t.Word.Of || t.Word.Joining || a.s.At(i, "copula") > 0 {
			return false
		}
	}
	return false
}

// asSaid reports whether a name stands between "as" and a verb of saying: "as the ESRI put it".
func (a *assertion) asSaid(m *reading.Mention) bool {
	i := m.From
	if i > 0 && a.s.First(i-1, i, "article") == i-1 {
		i--
	}
	return a.s.UpTo(i, "asSaid") >= 0 && a.saying(m.To)
}

// givenBy returns the fact that a segment tells behind a name: that of its first number there, or its only one.
func (c *pass) givenBy(a *assertion, g *segment, m *reading.Mention) *facts.Fact {
	for i := range a.claims {
		if cl := &a.claims[i]; cl.from >= m.To && cl.to <= g.cites {
			if a.hands(m.To, cl.from) {
				return nil
			}
			return cl.fact
		}
	}
	f := onlyFact(g)
	if f == nil || f.HasAmount() {
		return nil
	}
	return f
}

// namedToo reports whether another name of a sentence is that of who says a fact.
func (c *pass) namedToo(list []reading.Mention, f *facts.Fact) bool {
	return slices.ContainsFunc(list, func(m reading.Mention) bool { return c.speaksFor(&m, f, nil) })
}
