package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A telling is what a run of words says, to be held against another that says the same:
// its words, the numbers of what is counted, and on which side of each pair of opposites it
// stands.
type telling struct {
	stems   []string         // of the words that carry its sense
	counts  []counting       // what is counted
	sides   map[float64]bool // of opposites
	tokens  map[float64]int  // the token of each side
	negated bool
	parted  []sided // the words that have an opposite
}

// A sided is a word, by its stem, on one side of a pair of opposites.
type sided struct {
	stem string
	side float64
}

// A counting is a number and the stem of the word behind it.
type counting struct {
	value    float64
	noun     string
	from, to int // tokens
}

// tellingOf reads the words from one token to before another.
func tellingOf(s *reading.Sentence, from, to int) telling {
	t := telling{sides: map[float64]bool{}, tokens: map[float64]int{}}
	for i := from; i < to; i++ {
		x := &s.Tokens[i]
		if x.Kind == reading.Word && len(x.Low) > 3 && !x.Word.Tiny {
			t.stems = append(t.stems, stem(x.Low))
		}
	}
	for _, n := range s.Amounts {
		if n.From < from || n.To > to || s.Named(n) {
			continue
		}
		if noun := nounBehind(s, n, to); noun != "" {
			t.counts = append(t.counts, counting{n.Value, noun, n.From, n.To})
		}
	}
	for _, h := range s.Matches {
		if h.Class == "opposite" && h.From >= from && h.To <= to {
			t.sides[h.Value], t.tokens[h.Value] = true, h.From
			t.parted = append(t.parted, sided{stem(s.Tokens[h.From].Low), h.Value})
		}
	}
	t.negated = slices.ContainsFunc(s.Matches, func(h reading.Match) bool {
		return h.Class == "plainNegation" && h.From >= from && h.To <= to &&
			!slices.ContainsFunc(s.Matches, func(o reading.Match) bool { return o.Class == "opposite" && o.From <= h.From && o.To >= h.To })
	})
	return t
}

// nounBehind returns the stem of the word that a number counts.
func nounBehind(s *reading.Sentence, n reading.Amount, to int) string {
	i := n.To
	if n.Percent {
		return "%"
	}
	for i < to && (s.Tokens[i].Word.Of || isHyphen(s.Tokens[i].Low)) {
		i++
	}
	if i >= to || s.Tokens[i].Kind != reading.Word || s.Tokens[i].Word.Tiny {
		return ""
	}
	return stem(s.Tokens[i].Low)
}

func isHyphen(w string) bool { return w == "-" || w == "‑" }

// alike says what part of the words of a telling another has, of three at least; those whose
// opposite it has are left out.
func (t *telling) alike(o *telling) float64 {
	common, all := 0, 0
	for _, w := range t.stems {
		turned := slices.ContainsFunc(t.parted, func(x sided) bool { return x.stem == w && o.sides[-x.side] })
		if slices.Contains(o.stems, w) {
			common++
		} else if turned {
			continue
		}
		all++
	}
	if all < 3 {
		return 0
	}
	return float64(common) / float64(all)
}

// retold judges a sentence that tells what one fact states: its numbers, its times of day and
// the words that have an opposite must be those of the statement.
func (c *pass) retold(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to || f.Statement.IsZero() {
			continue
		}
		tag := c.tagOf(a.r)
		in := c.reader.Skim(f.Statement.Line(tag), tag)
		if len(in.Sentences) != 1 {
			continue
		}
		from := max(g.from, a.clauseFrom(g.cites-1))
		said := tellingOf(&in.Sentences[0], 0, len(in.Sentences[0].Tokens))
		told := tellingOf(a.s, from, g.cites)
		if c.otherCount(a, f, &said, &told) || c.opposite(a, f, &said, &told) {
			return
		}
		c.otherDuration(a, g, f)
	}
}

// otherCount judges a number of what the statement counts, which it does not give.
func (c *pass) otherCount(a *assertion, f *facts.Fact, said, told *telling) bool {
	if said.alike(told) < 0.4 {
		return false
	}
	for _, x := range told.counts {
		if a.at(x.from) != nil || f.HasAmount() && has(f, x.value) || c.warned(a, x.from, x.to, "W303", "W305", "W316", "W318") ||
			c.noteHas(f, a.r, x.value) {
			continue
		}
		if given := countsOf(said, x.noun); len(given) > 0 && !slices.Contains(given, x.value) && len(given) >= len(countsOf(told, x.noun)) {
			c.warnAt("W303", a, x.from, []string{f.ID}, a.words(x.from, x.to)+" is not what "+quote(f.ID)+" says: "+
				quote(f.Statement.Line(c.tagOf(a.r))), "tell the number as the fact has it")
			return true
		}
	}
	return false
}

// countsOf returns the numbers that a telling gives of a noun.
func countsOf(t *telling, noun string) []float64 {
	var out []float64
	for _, x := range t.counts {
		if x.noun == noun {
			out = append(out, x.value)
		}
	}
	return out
}

// noteHas reports whether the note or a quotation of a fact has the number.
func (c *pass) noteHas(f *facts.Fact, r *reading.Text, v float64) bool {
	tag := c.tagOf(r)
	texts := slices.Clone(f.Note.In(tag))
	for _, s := range f.Sources {
		texts = append(texts, s.Quote, s.Locator)
	}
	return slices.ContainsFunc(texts, func(text string) bool {
		in := c.reader.Skim(text, tag)
		return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool {
			return slices.ContainsFunc(s.Amounts, func(n reading.Amount) bool { return n.Value == v })
		})
	})
}

// opposite judges a word whose opposite the statement has: "for people under 65", of "for
// people over 65".
func (c *pass) opposite(a *assertion, f *facts.Fact, said, told *telling) bool {
	if said.alike(told) < 0.6 || said.negated != told.negated {
		return false
	}
	for _, side := range oppositeSides(said, told) {
		at := told.tokens[side]
		c.warnAt("W324", a, at, []string{f.ID}, a.words(at, at+1)+" is the opposite of what "+quote(f.ID)+" says: "+
			quote(f.Statement.Line(c.tagOf(a.r))), "tell it as the fact has it, or cite who says otherwise")
		return true
	}
	return false
}

// oppositeSides lists the sides on which one telling stands where another stands on the
// opposite one, and neither on both.
func oppositeSides(said, told *telling) []float64 {
	var out []float64
	for side := range told.sides {
		if said.sides[-side] && !said.sides[side] && !told.sides[-side] {
			out = append(out, side)
		}
	}
	slices.Sort(out)
	return out
}

// otherDuration judges how long an event is said to have lasted, against its two dates.
func (c *pass) otherDuration(a *assertion, g *segment, f *facts.Fact) {
	if f.Type != claim.Event || f.Until.IsZero() || f.Date.Precision() < f.Until.Precision() {
		return
	}
	lasted := float64(f.Until.Last() - f.Date.First())
	for _, x := range stretches(a.s, g.from, g.cites) {
		if x.one < 1 || x.one > 7 || a.s.UpTo(x.from, "lasting") < 0 {
			continue
		}
		if slack := max(1, x.one*0.5); x.days < lasted-slack || x.days > lasted+1+slack-1 {
			c.warnAt("W305", a, x.from, []string{f.ID}, a.words(x.from, x.to)+" is not how long "+quote(f.ID)+" lasted: from "+f.Date.String()+
				" to "+f.Until.String(), "count the days again, or correct one of the dates")
			return
		}
	}
}

// oppositeMeasure judges a number that is told of the opposite of what its measure counts:
// "exports of 300", of what counts imports.
func (c *pass) oppositeMeasure(a *assertion) {
	for k := range a.segments {
		cl := a.only(k)
		if cl == nil || cl.fact.Measure == "" {
			continue
		}
		g, tag := &a.segments[k], c.tagOf(a.r)
		told := tellingOf(a.s, max(g.from, a.clauseFrom(cl.from)), g.cites)
		in := c.reader.Skim(c.f.Measure(cl.fact.Measure).Name.Line(tag), tag)
		if len(told.sides) == 0 || len(in.Sentences) != 1 {
			continue
		}
		said := tellingOf(&in.Sentences[0], 0, len(in.Sentences[0].Tokens))
		for _, side := range oppositeSides(&said, &told) {
			if math.Abs(side) > reading.Turns || a.clauseHasSide(g, cl, -side) || c.inOriginName(a, told.tokens[side]) {
				continue
			}
			at := told.tokens[side]
			c.warnAt("W324", a, at, []string{cl.fact.ID, cl.fact.Measure}, a.words(at, at+1)+" is the opposite of what "+quote(cl.fact.ID)+
				" counts: "+quote(c.f.Measure(cl.fact.Measure).Name.Line(tag)), "tell what is counted, or cite the other value")
			return
		}
	}
}

// clauseHasSide reports whether a side of a pair of opposites stands in a sentence, where the value is its only one, or in the segment of
// a value of several.
func (a *assertion) clauseHasSide(g *segment, cl *stated, side float64) bool {
	from, to := 0, len(a.s.Tokens)
	if slices.ContainsFunc(a.claims, func(o stated) bool { return o.fact != cl.fact }) {
		from, to = g.from, g.cites
	}
	t := tellingOf(a.s, from, to)
	return t.sides[side]
}

// inOriginName reports whether a token is part of the name of an origin, or of another name:
// "the Southern Command".
func (c *pass) inOriginName(a *assertion, at int) bool {
	if at > 0 && a.s.Tokens[at].Capital {
		return true
	}
	return slices.ContainsFunc(a.s.Mentions(c.namesIn(a.r.Tag())), func(m reading.Mention) bool { return m.From <= at && at < m.To })
}
