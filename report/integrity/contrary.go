package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A recordedWord is a word of what is recorded of a fact that excludes others.
type recordedWord struct {
	kin     reading.Kin
	text    string // the record that it stands in
	r       *reading.Text
	s       *reading.Sentence
	at      int  // token
	counted bool // it names what the fact's number counts
}

// contrary judges a word that excludes one that is recorded of the fact told with it, where the words or the number beside both say that
// they are told of one thing: "offences are included", of "violent and sexual offences excluded"; "60 fewer", of "60 more".
func (c *pass) contrary(a *assertion) {
	if len(a.s.Facts) > 4 || c.warned(a, 0, len(a.s.Tokens), "W303", "W305", "W308", "W316", "W317", "W318", "W321", "W324", "W327") {
		return
	}
	if len(a.s.Facts) == 0 {
		if b := a.before; b != nil && b.r == a.r && len(b.s.Facts) > 0 && len(b.s.Facts) < 3 && !a.sourced {
			c.contraryIn(a, &segment{to: len(a.s.Tokens), cites: len(a.s.Tokens), facts: b.s.Facts})
		}
		return
	}
	for k := range a.segments {
		if g := &a.segments[k]; !g.sourced && len(g.facts) > 0 && len(g.facts) < 3 && c.contraryIn(a, g) {
			return
		}
	}
}

// contraryIn judges the words of a segment, and reports whether it warned of one.
func (c *pass) contraryIn(a *assertion, g *segment) bool {
	for i := g.from; i < g.cites; i++ {
		if kin := c.kinAt(a.r, a.s, i); len(kin) > 0 && !a.quoted(i) && c.contraryAt(a, g, i, kin) {
			return true
		}
	}
	return false
}

// kinAt returns the groups of a word that is no name and no part of a phrase that bounds a number.
func (c *pass) kinAt(r *reading.Text, s *reading.Sentence, i int) []reading.Kin {
	t := &s.Tokens[i]
	if t.Kind != reading.Word || t.Word.Tiny {
		return nil
	}
	kin := r.List.Kin(t.Low)
	if len(kin) == 0 || beforeHour(s, i, kin) ||
		t.Capital && t.Word.Month == 0 && t.Word.Weekday == 0 && i > 0 && s.Tokens[i-1].Kind == reading.Word {
		return nil
	}
	for _, h := range s.Matches { // "more than 60" bounds a number, "60 more than before" does not
		bounds := h.Class == "least" || h.Class == "most" || h.Class == "nearly" || h.Class == "justOver"
		if bounds && h.From <= i && i < h.To && !slices.ContainsFunc(s.Amounts, func(n reading.Amount) bool { return n.To == h.From }) {
			return nil
		}
	}
	return kin
}

// beforeHour reports whether a word for a time of day says before or after what it is: "before morning".
func beforeHour(s *reading.Sentence, i int, kin []reading.Kin) bool {
	t := &s.Tokens[i]
	return kin[0].Sense == reading.KinThing && t.Word.Month == 0 && t.Word.Weekday == 0 && s.First(max(0, i-2), i, "relation") >= 0
}

// contraryAt judges one word of a segment, and reports whether it warned of it.
func (c *pass) contraryAt(a *assertion, g *segment, i int, kin []reading.Kin) bool {
	for _, f := range g.facts {
		for _, w := range c.recordedWords(a, f) {
			at := slices.IndexFunc(kin, func(k reading.Kin) bool { return k.Apart(w.kin) })
			if at < 0 || !c.ofOneThing(a, g, i, kin[at], w) || c.bothTold(a, g, kin[at], w) {
				continue
			}
			c.warnAt("W324", a, i, []string{f.ID}, a.words(i, i+1)+" excludes what "+quote(f.ID)+" says: "+quote(w.text),
				"tell it as the fact has it, or cite who says otherwise")
			return true
		}
	}
	return false
}

// recordedWords returns the words that exclude others of what is recorded of a fact in the language of a sentence, read once.
func (c *pass) recordedWords(a *assertion, f *facts.Fact) []recordedWord {
	tag := c.tagOf(a.r)
	key := [2]string{f.ID, tag}
	if out, ok := c.texts.exclusive[key]; ok {
		return out
	}
	var out []recordedWord
	hear := func(text string, counted bool) {
		if text == "" {
			return
		}
		in := c.reader.Skim(text, tag)
		for i := range in.Sentences {
			s := &in.Sentences[i]
			for j := range s.Tokens {
				for _, k := range c.kinAt(in, s, j) {
					out = append(out, recordedWord{k, text, in, s, j, counted})
				}
			}
		}
	}
	for _, text := range notedOf(f, tag) {
		hear(text, false)
	}
	if m := c.f.Measure(f.Measure); m != nil {
		hear(m.Name.Line(tag), true)
	}
	if c.texts.exclusive == nil {
		c.texts.exclusive = map[[2]string][]recordedWord{}
	}
	c.texts.exclusive[key] = out
	return out
}

// bothTold reports whether the sentence has the recorded side of a group too, or any record of what it cites has the told side.
func (c *pass) bothTold(a *assertion, g *segment, told reading.Kin, w recordedWord) bool {
	begin, end := sideRound(w.s, w.at)
	record := stemsOf(w.s, begin, end, w.at)
	for i := range a.s.Tokens {
		if t := &a.s.Tokens[i]; t.Kind == reading.Word && slices.Contains(a.r.List.Kin(t.Low), w.kin) {
			from, to := sideRound(a.s, i)
			if w.counted || w.kin.Sense != reading.KinTurn || meet(stemsOf(a.s, from, to, i), record) {
				return true
			}
		}
	}
	for _, f := range g.facts {
		if slices.ContainsFunc(c.recordedWords(a, f), func(o recordedWord) bool { return o.kin == told }) {
			return true
		}
	}
	return false
}

// ofOneThing reports whether a told and a recorded word are said of one thing.
func (c *pass) ofOneThing(a *assertion, g *segment, i int, told reading.Kin, w recordedWord) bool {
	from, to := sideRound(a.s, i)
	from, to = max(from, g.from), min(to, g.cites)
	if w.counted {
		return told.Sense != reading.KinTurn && c.besideCount(a, g, i, from, to, told.Sense)
	}
	begin, end := sideRound(w.s, w.at)
	if denied(a.s, from, to, i) != denied(w.s, begin, end, w.at) {
		return false
	}
	if sharedNumber(a.s, from, to, i, w.s, begin, end, w.at) {
		return true
	}
	if told.Sense == reading.KinAmount {
		return false
	}
	one, other := stemsOf(a.s, from, to, i), stemsOf(w.s, begin, end, w.at)
	named := a.s.Tokens[i].Word.Month > 0 || a.s.Tokens[i].Word.Weekday > 0
	if len(other) == 1 && len(g.facts) == 1 && len(a.s.Facts) > 0 && !named {
		return true // "provisional figure"
	}
	shared := 0
	for _, x := range one {
		if slices.Contains(other, x) {
			shared++
		}
	}
	period := i+1 < to && a.s.Tokens[i+1].Word.Period != ""
	switch {
	case period && told.Sense == reading.KinTurn: // "the second quarter": a time, which is judged by dates
		return false
	case shared >= 2 && shared*2 >= min(len(one), len(other)):
		return true
	case shared > 0 && len(g.facts) == 1 && len(a.s.Facts) > 0 && max(len(one), len(other)) < 4:
		return true
	}
	next := nextStem(a.s, i, to)
	return shared > 0 && next != "" && next == nextStem(w.s, w.at, end)
}

// besideCount reports whether a word stands in the clause of the only number of a segment that is its fact's; a month or a day within
// three tokens of it, what stands beside numbers alone directly behind it.
func (c *pass) besideCount(a *assertion, g *segment, i, from, to int, sense reading.Sense) bool {
	t := &a.s.Tokens[i]
	for k := range a.claims {
		cl := &a.claims[k]
		if cl.from < from || cl.to > to || !slices.Contains(g.facts, cl.fact) || a.only(cl.segment) == nil {
			continue
		}
		if sense == reading.KinAmount {
			return i == cl.to
		}
		return i >= cl.to && i < cl.to+3 || i < cl.from && i > cl.from-3 || sense == reading.KinThing && t.Word.Month == 0 && t.Word.Weekday == 0
	}
	return false
}

// nextStem returns the stem of the word that a word stands before, with two small words between at most.
func nextStem(s *reading.Sentence, i, to int) string {
	for j := i + 1; j < min(to, i+4); j++ {
		if meaningful(&s.Tokens[j]) {
			return stem(s.Tokens[j].Low)
		}
	}
	return ""
}

// denied reports whether a negation or a denial stands between two tokens, apart from the word at one.
func denied(s *reading.Sentence, from, to, but int) bool {
	return slices.ContainsFunc(s.Matches, func(h reading.Match) bool {
		return h.From >= from && h.To <= to && (but < h.From || but >= h.To) &&
			(h.Class == "plainNegation" || h.Class == "denial" || h.Class == "privation" || h.Class == "doubt")
	})
}

// sideRound returns the tokens round one between signs and citations.
func sideRound(s *reading.Sentence, i int) (from, to int) {
	ends := func(t *reading.Token) bool {
		return t.Kind == reading.Cite || t.Kind == reading.Punct && strings.Contains(",;:.()—–", t.Low)
	}
	for from = i; from > 0 && !ends(&s.Tokens[from-1]); from-- {
	}
	for to = i; to < len(s.Tokens) && !ends(&s.Tokens[to]); to++ {
	}
	return from, to
}

// stemsOf returns the stems of the words between two tokens that mean something, but for one.
func stemsOf(s *reading.Sentence, from, to, but int) []string {
	var out []string
	for i := from; i < to; i++ {
		if t := &s.Tokens[i]; i != but && meaningful(t) {
			if x := stem(reading.Possessor(t.Low)); !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	return out
}

// sharedNumber reports whether one number stands beside two words, within four tokens.
func sharedNumber(s *reading.Sentence, from, to, at int, o *reading.Sentence, begin, end, other int) bool {
	beside := func(n reading.Amount, at, from, to int) bool {
		return n.From >= from && n.To <= to && n.From <= at+4 && n.To >= at-3
	}
	return slices.ContainsFunc(s.Amounts, func(n reading.Amount) bool {
		return beside(n, at, from, to) && slices.ContainsFunc(o.Amounts, func(m reading.Amount) bool {
			return m.Value == n.Value && beside(m, other, begin, end)
		})
	})
}
