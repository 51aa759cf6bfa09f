package integrity

import (
	"slices"
	"strings"

	"sitrep/report/reading"
)

// otherNoun judges what is counted behind a number of the fact cited: not the thing that
// its measure counts, but another of the file's ("30,692 deaths" of what counts cases), an
// unlike word where the unit has two ("charging parks" of charging points), or no unit at
// all where the measure has one of size or money ("222,000 boxes" of tonnes).
func (c *pass) otherNoun(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		at := cl.to
		if at < len(a.s.Tokens) && a.s.Tokens[at].Word.Of {
			at++
		}
		if cl.bound || cl.value < 2 || len(a.segmentAt(cl.from).facts) != 1 || cl.fact.Measure == "" || at >= len(a.s.Tokens) ||
			a.s.Tokens[at].Kind != reading.Word {
			continue
		}
		unit := c.unitOf(a.r, cl.fact.Measure)
		if len(unit) == 0 || c.warned(a, cl.from, at+1) || c.countsAs(a, at, unit) || c.ownMoney(a, at, cl.fact.Measure) ||
			!c.anotherNoun(a, cl, at, unit) {
			continue
		}
		c.warnAt("W303", a, at, []string{cl.fact.ID, cl.fact.Measure}, a.words(at, at+1)+" is not what "+quote(cl.fact.ID)+
			" counts: its unit is "+
			quote(strings.Join(unit, " ")), "write {{"+cl.fact.ID+"}}")
		return
	}
}

// otherUnitOfTwo judges two values that are cited together, of which one is told with the unit of
// the other: "198 people in 11,883 boats".
func (c *pass) otherUnitOfTwo(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.bound || !cl.exact || cl.fact.Measure == "" || cl.to >= len(a.s.Tokens) || a.s.Tokens[cl.to].Kind != reading.Word {
			continue
		}
		word, own := stem(a.s.Tokens[cl.to].Low), c.unitOf(a.r, cl.fact.Measure)
		named := func(unit []string) bool {
			return slices.ContainsFunc(unit, func(w string) bool { return stem(w) == word })
		}
		if named(own) || len(word) < 4 || c.inName(a, cl.fact.Measure, a.s.Tokens[cl.to].Low) {
			continue
		}
		for k := range a.claims {
			if o := &a.claims[k]; o.segment == cl.segment && o.fact.Measure != cl.fact.Measure && o.fact.Measure != "" &&
				named(c.unitOf(a.r, o.fact.Measure)) && !c.warned(a, cl.from, cl.to+1) {
				c.warnAt("W303", a, cl.from, []string{cl.fact.ID, o.fact.ID}, a.words(cl.from, cl.to+1)+" is the number of "+quote(cl.fact.ID)+
					", which counts in "+quote(strings.Join(own, " ")), "turn the two numbers round")
				return
			}
		}
	}
}

// countsAs reports whether one of the words behind a number, up to four, is of the unit.
func (c *pass) countsAs(a *assertion, at int, unit []string) bool {
	for i := at; i < min(len(a.s.Tokens), at+4); i++ {
		t := &a.s.Tokens[i]
		if t.Kind != reading.Word {
			break
		}
		if len(unit) == 1 && slices.ContainsFunc(unit, func(w string) bool { return stem(w) == stem(t.Low) }) {
			return true
		}
	}
	return false
}

// ownMoney reports whether the word at a token names the currency of a measure, or any money where no name of that currency is known.
func (c *pass) ownMoney(a *assertion, at int, measure string) bool {
	m, tag := c.f.Measure(measure), c.tagOf(a.r)
	if m.Currency == "" {
		return false
	}
	word, own := c.reader.Skim(a.s.Tokens[at].Low, tag).UnitOf(0), moneyOf(strings.ToLower(m.Currency))
	return reading.IsMoney(word) && (own == nil || slices.Contains(own, word))
}

// anotherNoun reports whether the word at a token is another thing than the unit's.
func (c *pass) anotherNoun(a *assertion, cl *stated, at int, unit []string) bool {
	t := &a.s.Tokens[at]
	nouns := slices.DeleteFunc(slices.Clone(unit), func(w string) bool { x := a.r.List.Look(w); return x.By > 1 || x.Tiny || x.Of })
	if len(nouns) == 2 && at+1 < len(a.s.Tokens) && nouns[0] == t.Low {
		u := &a.s.Tokens[at+1]
		alike := isPlural(u.Low) && isPlural(nouns[1]) || u.Capital && strings.Contains(c.f.Measure(cl.fact.Measure).Unit.Line(c.tagOf(a.r)),
			capital(nouns[1]))
		return u.Kind == reading.Word && alike && stem(u.Low) != stem(nouns[1])
	}
	if slices.ContainsFunc(nouns, func(w string) bool { return stem(w) == stem(t.Low) }) || c.inName(a, cl.fact.Measure, t.Low) {
		return false
	}
	l := c.lossesOf(cl.fact.Measure)
	if class := tollAtToken(a.s, at); class == "killed" && !l.killed && !l.wounded && isPlural(t.Low) {
		return true
	}
	own := c.countedIn(cl.fact.Measure, c.tagOf(a.r))
	if t.Word.Unit != "" {
		return own == "" && isSize(t.Word.Unit) && !c.isPercent(cl.fact.Measure)
	}
	return isSize(own) && cl.amount.Value >= 10 && isPlural(t.Low) && !t.Capital && !t.Word.Tiny && t.Word.Period == "" && t.Word.Value == 0 &&
		t.Word.By == 0 && !slices.ContainsFunc(a.s.Matches, func(h reading.Match) bool { return h.From == at }) && !c.countsAs(a, at, nouns)
}

// capital writes a word with a capital letter.
func capital(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// isPlural reports whether a word looks like a plural.
func isPlural(w string) bool { return len(w) > 3 && w[len(w)-1] == 's' }

// isSize reports whether a unit is one of a size or of money: what is counted in it is
// not counted in anything else.
func isSize(unit string) bool {
	switch unit {
	case "", "person", "house", "household", "family":
		return false
	}
	return true
}

// inName reports whether the name or the definition of a measure has the word.
func (c *pass) inName(a *assertion, measure, word string) bool {
	m := c.f.Measure(measure)
	tag := c.tagOf(a.r)
	for _, text := range []string{m.Name.Line(tag), m.Definition.Line(tag)} {
		for w := range strings.FieldsSeq(strings.ToLower(text)) {
			if stem(strings.Trim(w, ",.()")) == stem(word) {
				return true
			}
		}
	}
	return false
}

// otherEach judges what an amount is counted for where no word but an article says it:
// "669 dollars a kilo" of what is dollars a tonne.
func (c *pass) otherEach(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.bound && cl.part == "" || cl.fact.Measure == "" {
			continue
		}
		in := c.reader.Skim(c.f.Measure(cl.fact.Measure).Unit.Line(c.tagOf(a.r)), c.tagOf(a.r))
		if len(in.Sentences) == 0 {
			continue
		}
		own, _ := eachOf(&in.Sentences[0], 0, len(in.Sentences[0].Tokens))
		other, at := eachOf(a.s, cl.to, min(len(a.s.Tokens), cl.to+6))
		if own != "" && other != "" && own != other {
			c.warnAt("W316", a, at, []string{cl.fact.ID, cl.fact.Measure}, a.words(at, at+1)+" is not what "+quote(cl.fact.ID)+
				" counts for: its unit is "+
				quote(c.f.Measure(cl.fact.Measure).Unit.Line(c.tagOf(a.r))), "write the unit as it is: {{"+cl.fact.ID+"}}")
			return
		}
	}
}

// eachOf returns the unit that stands between two tokens behind another unit and an article
// or "per": the tonne of "dollars a tonne", "pesos por tonelada"; and its token.
func eachOf(s *reading.Sentence, from, to int) (string, int) {
	for i := from; i+2 < to; i++ {
		if s.Tokens[i].Word.Unit == "" || s.At(i+1, "article") < 0 && s.At(i+1, "per") < 0 {
			continue
		}
		if u := s.Tokens[i+2].Word.Unit; u != "" {
			return u, i + 2
		}
	}
	return "", 0
}
