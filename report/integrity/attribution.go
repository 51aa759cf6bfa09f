package integrity

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// ascribed judges the name that a sentence gives as who says a value, for every value
// that is cited or bound: it must be the origin of the fact, or one that the origin
// draws on or is drawn on by.
func (c *pass) ascribed(a *assertion) {
	if len(a.segments) == 0 {
		return
	}
	list := c.wideMentions(a)
	if len(list) == 0 {
		return
	}
	c.creditedAfter(a, list)
	for k := range a.segments {
		g := &a.segments[k]
		if g.cites == g.to && k > 0 || g.sourced {
			continue
		}
		if m, f := c.wrongSpeaker(a, k, list); m != nil {
			c.warnSpeaker(a, m, f)
			return
		}
	}
}

// wrongSpeaker returns the name that a segment gives as who says a fact of another origin; nil where there is none.
func (c *pass) wrongSpeaker(a *assertion, k int, list []reading.Mention) (*reading.Mention, *facts.Fact) {
	g, stated := &a.segments[k], false
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.segment != k {
			continue
		}
		stated = true
		if m := a.speaker(list, g, cl.from, cl.to); m != nil && !c.speaksFor(m, cl.fact, g.facts) && !c.secondOfTwo(a, list, m, cl.fact) &&
			!c.drawnOn(a, list, m, cl.fact) {
			return m, cl.fact
		}
	}
	if f := onlyFact(g); !stated && f != nil && f.Type != claim.Estimate {
		if m := a.subject(list, g); m != nil && !c.speaksFor(m, f, g.facts) {
			return m, f
		}
	}
	return nil, nil
}

// secondOfTwo reports whether a name is joined by "and" to that of who says a fact: "the grid and the union gave 84,000 and 97,000".
func (c *pass) secondOfTwo(a *assertion, list []reading.Mention, m *reading.Mention, f *facts.Fact) bool {
	i := m.From - 1
	if i >= 0 && a.s.First(i, i+1, "article") == i {
		i--
	}
	return i > 0 && a.s.Tokens[i].Word.Joining && slices.ContainsFunc(list, func(o reading.Mention) bool {
		return o.To == i && slices.Contains(o.Origins, f.Origin)
	})
}

// drawnOn reports whether a name is part of that of who says a fact, "the experts whom the Bank asks", or whom another who says it is told
// to cite, and the record names.
func (c *pass) drawnOn(a *assertion, list []reading.Mention, m *reading.Mention, f *facts.Fact) bool {
	own := strings.ToLower(c.f.Origin(f.Origin).Name.Line(c.tagOf(a.r)))
	return strings.Contains(own, strings.ToLower(a.r.Words(a.s, m.From, m.To))) || c.namedToo(list, f) && c.related(a, m, f)
}

func onlyFact(g *segment) *facts.Fact {
	if len(g.facts) == 1 {
		return g.facts[0]
	}
	return nil
}

func (c *pass) warnSpeaker(a *assertion, m *reading.Mention, f *facts.Fact) {
	o := c.f.Origin(f.Origin)
	c.warnAt("W310", a, m.From, []string{f.ID, f.Origin, m.Origins[0]}, "the value of "+quote(f.ID)+" is from "+
		quote(o.ShortName(c.f.Briefing.Languages[0]))+", not from "+a.words(m.From, m.To), "name who said it: {{"+f.ID+".origin}}")
}

// speaksFor reports whether a name is that of a fact's origin, or of one that shares
// its information, or of the origin of another fact that is cited with it and gives
// the same.
func (c *pass) speaksFor(m *reading.Mention, f *facts.Fact, beside []*facts.Fact) bool {
	if slices.Contains(m.Origins, f.Origin) || c.shares(f, m.Origins) {
		return true
	}
	return slices.ContainsFunc(beside, func(g *facts.Fact) bool {
		return g != f && slices.Contains(m.Origins, g.Origin) && (g.Measure != f.Measure || sameNumber(f, g))
	})
}

// speaker returns the name that is given as who says the number from one token to
// before another: "according to" it behind the number or before, or the nearest name
// before the number that is the subject of a verb of saying.
func (a *assertion) speaker(list []reading.Mention, g *segment, from, to int) *reading.Mention {
	var before *reading.Mention
	for i := range list {
		m := &list[i]
		switch {
		case m.From >= to && m.To <= g.cites && (a.credited(m) || a.aside(m, g)) && !a.claimBetween(to, m.From):
			return m
		case m.To <= from && (m.From >= g.from || g.from == 0):
			before = m
		}
	}
	if before == nil || a.claimBetween(before.To, from) {
		return nil
	}
	if a.credited(before) || a.says(before, from) {
		return before
	}
	return nil
}

// aside reports whether a clause of its own behind the number says who says it: "{{x}}
// have died, the Red Cross says".
func (a *assertion) aside(m *reading.Mention, g *segment) bool {
	i := m.From - 1
	if i >= 0 && a.s.First(i, i+1, "article") == i {
		i--
	}
	return i >= 0 && a.s.Tokens[i].Low == "," && m.To < g.cites && a.saidUpTo(m.To) >= g.cites
}

// claimBetween reports whether another claim stands between two tokens.
func (a *assertion) claimBetween(from, to int) bool {
	for i := range a.claims {
		if cl := &a.claims[i]; cl.from >= from && cl.to <= to {
			return true
		}
	}
	return false
}

// credited reports whether "according to" stands before a name, with an article and
// one word for what it is between at most: "según el sindicato AMYTS".
func (a *assertion) credited(m *reading.Mention) bool {
	for _, h := range a.s.Matches {
		if (h.Class == "accordingTo" || h.Class == "dataOf") && h.To <= m.From && (m.From-h.To < 2 || m.From-h.To == 2 &&
			a.s.At(h.To, "article") > 0 || a.nounOf(h.To, m.From)) {
			return true
		}
	}
	return a.saidBy(m) || a.inEyesOf(m)
}

// nounOf reports whether the words between two tokens are a noun and "of": "another table of", "las cuentas del propio".
func (a *assertion) nounOf(from, to int) bool {
	nouns, of := 0, false
	for i := from; i < to; i++ {
		t := &a.s.Tokens[i]
		switch {
		case t.Kind != reading.Word || t.Capital:
			return false
		case t.Word.Of:
			of = nouns > 0
		case meaningful(t):
			nouns++
		}
	}
	return of && nouns < 4
}

// saidBy reports whether a verb of saying stands before a name, behind a comma or a
// quotation: "…», respondió la Secretaría".
func (a *assertion) saidBy(m *reading.Mention) bool {
	i := m.From
	if i > 0 && a.s.First(i-1, i, "article") == i-1 {
		i--
	}
	v := a.s.UpTo(i, "said")
	return v > 0 && a.s.Tokens[v-1].Kind == reading.Punct && strings.Contains(",”»\"’", a.s.Tokens[v-1].Low)
}

// inEyesOf reports whether a clause begins with "for" and the name: "Para la OPS, …".
func (a *assertion) inEyesOf(m *reading.Mention) bool {
	i := m.From
	if i > 0 && a.s.First(i-1, i, "article") == i-1 {
		i--
	}
	v := a.s.UpTo(i, "eyes")
	return v == 0 || v > 0 && a.s.Tokens[v-1].Low == ";"
}

// says reports whether a name is the subject of a verb of saying that the number at a
// token belongs to, or stands at once before the number.
func (a *assertion) says(m *reading.Mention, from int) bool {
	s := a.s
	i := m.To
	if i < from && s.Tokens[i].Low == "," { // "ENAG, a group of academics, puts"
		for j := i + 1; j < min(from, i+13); j++ {
			if s.Tokens[j].Low != "," {
				continue
			}
			if i = j + 1; !a.saying(i) && a.saying(i+1) { // la ubica
				i++
			}
			break
		}
	}
	if a.owns(m, i) {
		return !a.interrupted(i, from)
	}
	if !a.saying(i) && a.saying(a.behindPlace(i)) {
		i = a.behindPlace(i)
	}
	if a.saying(i) {
		return !a.interrupted(i, from) && !a.hands(i, from)
	}
	if i < from && s.Tokens[i].Low == "," {
		i++
	}
	return a.begins(m) && a.rough(i, from)
}

// owns reports whether a figure is said to be of a name: "WFP’s tally is", "la cifra de la
// OPS". In English the word for the figure stands behind the name, in Spanish before it.
func (a *assertion) owns(m *reading.Mention, i int) bool {
	if last := a.s.Tokens[m.To-1].Low; reading.Possessor(last) != last && a.s.At(i, "figureNoun") > 0 {
		return true
	}
	j := m.From
	if j > 0 && a.s.First(j-1, j, "article") == j-1 {
		j--
	}
	return j > 1 && a.s.Tokens[j-1].Word.Of && a.s.UpTo(j-1, "figureNoun") >= 0
}

// begins reports whether a name begins a clause, with an article before it at most.
func (a *assertion) begins(m *reading.Mention) bool {
	i := m.From - 1
	if i >= 0 && a.s.First(i, i+1, "article") == i {
		i--
	}
	return i < 0 || a.s.Tokens[i].Kind != reading.Word || a.s.Tokens[i].Word.Joining
}

// hands reports whether what is given is no figure but a thing: "the Red Cross gives
// {{rations}} to whoever asks".
func (a *assertion) hands(i, from int) bool {
	t := a.s.Tokens
	return a.s.At(i, "hands") > 0 && t[from].Kind == reading.Value && from+1 < len(t) && t[from+1].Kind == reading.Word
}

// saying reports whether a verb of saying begins at a token, behind "had" or "has" where
// it is a participle.
func (a *assertion) saying(i int) bool { return a.saidUpTo(i) > 0 }

// saidUpTo returns the end of the longest verb of saying that begins at a token, or -1.
func (a *assertion) saidUpTo(i int) int {
	end := -1
	for _, from := range []int{i, a.s.At(i, "auxiliary")} {
		for _, class := range []string{"gives", "tells", "puts", "confirms", "reckons"} {
			if from >= 0 {
				end = max(end, a.s.At(from, class))
			}
		}
	}
	if i+1 < len(a.s.Tokens) && a.s.At(i+1, "saidThat") > 0 { // any verb before "that" says something
		if t := &a.s.Tokens[i]; t.Kind == reading.Word && !t.Capital && !t.Word.Tiny && len(t.Low) > 3 {
			end = max(end, i+2)
		}
	}
	return end
}

// interrupted reports whether a clause ends between two tokens.
func (a *assertion) interrupted(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &a.s.Tokens[i]; t.Low == ";" || t.Low == ":" || t.Low == "." || t.Kind == reading.Cite || t.Low == "," && i-from > 6 {
			return true
		}
	}
	return to-from > 16
}

// rough reports whether nothing but words for "about", bounds and articles stand
// between a name and its number: "Sondaxe entre 37 y 39".
func (a *assertion) rough(from, to int) bool {
	for i := from; i < to; {
		next := -1
		for _, class := range []string{"article", "approx", "between", "least", "most", "nearly", "justOver", "with", "figureOf"} {
			next = max(next, a.s.At(i, class))
		}
		if next < 0 && a.s.Tokens[i].Word.Value == 1 {
			next = i + 1
		}
		if next < 0 && a.s.Tokens[i].Word.Of {
			next = i + 1
		}
		if next < 0 {
			return false
		}
		i = next
	}
	return true
}

// quotesAt reports whether a token stands between quotation marks.
func (a *assertion) quotesAt(i int) bool {
	return slices.ContainsFunc(quotes(a.s), func(q reading.Match) bool { return q.From <= i && i < q.To })
}

// subject returns the name that begins a segment without a number and is the subject
// of a verb of saying: "the Commission recorded organised transport [@buy]".
func (a *assertion) subject(list []reading.Mention, g *segment) *reading.Mention {
	for i := range list {
		m := &list[i]
		if m.From < g.from || m.To >= g.cites {
			continue
		}
		if a.saidBy(m) {
			return m
		}
		if lead := m.From - g.from; lead <= 2 && a.saying(m.To) &&
			!slices.ContainsFunc(list, func(o reading.Mention) bool { return o.From > m.From && o.To <= g.cites && !a.quotesAt(o.From) }) {
			return m
		}
		return nil
	}
	return nil
}
