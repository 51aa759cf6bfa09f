package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A ground is a cause that a sentence names: the words behind "because of", or before "led to".
type ground struct {
	stems []string
	token int    // of the words that name it as a cause
	text  string // the record that it stands in
}

// otherGround judges a cause that is not the recorded one: "fires started by lightning", of fires set to clear land.
func (c *pass) otherGround(a *assertion) {
	told := grounds(a.s, "")
	if len(told) == 0 || c.warned(a, 0, len(a.s.Tokens), "W326", "W324") {
		return
	}
	for _, x := range told {
		if a.quoted(x.token) || a.deniedAround(x.token, x.token+1) {
			continue
		}
		for _, f := range c.heldTo(a, x.token) {
			if y := c.groundApart(a, f, x); y != nil {
				c.warnAt("W326", a, x.token, []string{f.ID}, a.words(x.token, min(len(a.s.Tokens), x.token+5))+" is not the cause that "+
					quote(f.ID)+" gives: "+quote(y.text), "tell the cause as the fact has it, or cite who names another")
				return
			}
		}
	}
}

// groundApart returns the cause that is recorded of a fact, where the sentence has no word of it that the told one lacks, and the record
// no word of the told one but what both have.
func (c *pass) groundApart(a *assertion, f *facts.Fact, x ground) *ground {
	t := c.testimonyOf(f)
	if t.foreign {
		return nil
	}
	own := slices.DeleteFunc(slices.Clone(x.stems), func(w string) bool { return t.stems[w] })
	if len(own) == 0 {
		return nil
	}
	whole := stemsOf(a.s, 0, len(a.s.Tokens), -1)
	for s, text := range c.sentences(c.recordedTexts(f, c.tagOf(a.r)), c.tagOf(a.r)) {
		for _, y := range grounds(s, text) {
			rest := slices.DeleteFunc(slices.Clone(y.stems), func(w string) bool { return slices.Contains(x.stems, w) })
			if len(rest) > 0 && !meet(rest, whole) && len(own)*2 >= len(x.stems) {
				return &y
			}
		}
	}
	return nil
}

// grounds lists the causes that a sentence names.
func grounds(s *reading.Sentence, text string) []ground {
	var out []ground
	for _, h := range s.Matches {
		var words []string
		switch {
		case s.First(h.From, h.To, "laying") >= 0:
		case h.Class == "causeAfter" || h.Class == "groundAfter":
			words = wordsBetween(s, h.To, min(len(s.Tokens), h.To+7))
		case h.Class == "groundBefore":
			from, _ := sideRound(s, h.From)
			words = wordsBetween(s, max(from, h.From-7), h.From)
		}
		if len(words) > 0 {
			out = append(out, ground{words, h.From, text})
		}
	}
	return out
}

// groundless judges a cause that a sentence without a citation names between others that cite facts, where nothing recorded of these and
// nothing else in the section has a word of it: "The slip was caused by a shortage of boosters."
func (c *pass) groundless(a *assertion) {
	list := c.factsRound(a)
	if len(list) == 0 || len(list) > 4 || c.f.Judgement(a.r.Passage.Owner) != nil ||
		a.s.Has("doubt", "hedge", "plainNegation", "denial", "mayBe") || c.warned(a, 0, len(a.s.Tokens), "W326") {
		return
	}
	for _, x := range grounds(a.s, "") {
		if a.s.First(x.token, x.token+4, "plainlyCause", "groundBefore") < 0 || a.quoted(x.token) || len(x.stems) < 2 ||
			slices.ContainsFunc(x.stems, func(w string) bool { return c.heardOf(a, list, w) }) {
			continue
		}
		c.warnAt("W326", a, x.token, idsOf(list), a.words(x.token, min(len(a.s.Tokens), x.token+5))+" names a cause, and none is recorded of "+
			quotedIDs(list), "leave the cause out, or cite who names it")
		return
	}
}

// heardOf reports whether a word, by its stem, is recorded of one of some facts, or stands in another sentence of the section.
func (c *pass) heardOf(a *assertion, list []*facts.Fact, w string) bool {
	if slices.ContainsFunc(list, func(f *facts.Fact) bool { t := c.testimonyOf(f); return t.foreign || t.stems[w] }) {
		return true
	}
	has := func(b *assertion) bool { return slices.Contains(stemsOf(b.s, 0, len(b.s.Tokens), -1), w) }
	for b := a.before; b != nil; b = b.before {
		if has(b) {
			return true
		}
	}
	for b := a.after; b != nil; b = b.after {
		if has(b) {
			return true
		}
	}
	return false
}
