package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// causes judges a cause that a clause gives beside a citation of facts of which none is
// recorded: "for want of vaccine, thirteen died", of a number of deaths. A cause whose words
// the record has, or that the briefing's title names, is passed over.
func (c *pass) causes(a *assertion) {
	if len(a.segments) == 0 || c.f.Judgement(a.r.Passage.Owner) != nil {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class != "causeBefore" && h.Class != "causeAfter" || a.quoted(h.From) || a.nounOrAside(h) || a.s.Has("doubt", "hedge") ||
			a.s.First(max(0, h.From-3), min(len(a.s.Tokens), h.To+2), "plainNegation", "denial") >= 0 {
			continue
		}
		list := a.evidenceAt(h.From)
		from, to := a.causeOf(h)
		if len(list) == 0 || from == to || a.credits(h) || c.borneOut(a, "causeBefore", "causeAfter") || c.known(a, list, from, to) ||
			c.explained(a, list, h) {
			continue
		}
		c.warnAt("W326", a, h.From, idsOf(list), a.words(h.From, h.To)+" names a cause, and none is recorded of "+quotedIDs(list),
			"leave the cause out, or record who says it in the fact's statement or quotation")
		return
	}
}

// nounOrAside reports whether a word for causing is a noun here, "not one cause", or stands in a clause about what is known already:
// "in spite of the drought that forced it".
func (a *assertion) nounOrAside(h reading.Match) bool {
	if h.Class != "causeBefore" {
		return false
	}
	from, _ := a.clauseRound(h.From)
	alone := h.To >= len(a.s.Tokens) || a.s.Tokens[h.To].Kind == reading.Punct || a.s.Tokens[h.To].Kind == reading.Cite
	return h.To == h.From+1 && (alone || a.s.UpTo(h.From, "article") >= 0) || a.s.First(from, h.From, "relative") >= 0
}

// explained reports whether two words of the clause that gives a cause are recorded of the facts: "because it includes two unborn
// children", of a count that does.
func (c *pass) explained(a *assertion, list []*facts.Fact, h reading.Match) bool {
	from, to := a.clauseRound(h.From)
	if h.Class == "causeAfter" {
		from = h.To
	} else {
		to = h.From
	}
	return slices.ContainsFunc(list, func(f *facts.Fact) bool { return c.testimonyOf(f).shared(a.s, from, to) > 1 })
}

// causeOf returns the tokens that tell the cause, in its clause: as far as the second word
// that means something behind "because of", and from the third before "led to".
func (a *assertion) causeOf(h reading.Match) (from, to int) {
	begin, end := a.clauseRound(h.From)
	if h.Class == "causeAfter" {
		from, to = h.To, h.To
		for n := 0; to < end && n < 2 && !(n > 0 && a.s.At(to, "article") > 0 && !a.s.Tokens[to-1].Word.Of); to++ {
			if bearing(&a.s.Tokens[to]) {
				n++
			}
		}
	} else {
		from, to = h.From, h.From
		for n := 0; from > begin && n < 3; from-- {
			if bearing(&a.s.Tokens[from-1]) {
				n++
			}
		}
	}
	if !slices.ContainsFunc(a.s.Tokens[from:to], func(t reading.Token) bool { return bearing(&t) }) {
		return from, from
	}
	return from, to
}

// bearing reports whether a token may name a cause: fog, frost.
func bearing(t *reading.Token) bool {
	return t.Kind == reading.Word && !t.Word.Tiny && !t.Word.Of && len(t.Low) > 2
}

// credits reports whether a phrase says whose word a number is, and no cause: "attributed to
// the Ministry", "a count of 40 is ascribed to its media".
func (a *assertion) credits(h reading.Match) bool {
	if a.s.First(h.From, h.To, "laying") < 0 {
		return false
	}
	i := h.To
	if i < len(a.s.Tokens) && a.s.At(i, "article") > 0 {
		i++
	}
	return a.s.Has("figureOf", "figureNoun") || i < len(a.s.Tokens) && (isName(a.s.Tokens, i) || a.r.List.Body(a.s.Tokens[i].Low))
}

// known reports whether a word of some tokens is recorded of one of the facts, or stands
// in the briefing's title.
func (c *pass) known(a *assertion, list []*facts.Fact, from, to int) bool {
	if slices.ContainsFunc(list, func(f *facts.Fact) bool { return c.testimonyOf(f).shared(a.s, from, to) > 0 }) {
		return true
	}
	var t testimony
	t.stems, t.classes = map[string]bool{}, map[string]bool{}
	tag := c.tagOf(a.r)
	c.hear(&t, c.f.Briefing.Title.Line(tag), tag)
	return t.shared(a.s, from, to) > 0
}
