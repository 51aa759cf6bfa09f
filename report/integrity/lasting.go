package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// otherLength judges a number of hours, days, months or years in a segment of one fact, where the name of its measure, its note or its
// statement has numbers of these and not that one: "four to eight hours" of what is counted after "8 to 12 hours".
func (c *pass) otherLength(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || f.Type != claim.Estimate || g.sourced || g.cites == g.to || c.warned(a, g.from, g.cites) {
			continue
		}
		told := lengths(a.s, g.from, g.cites)
		if len(told) == 0 {
			continue
		}
		var named []stretchOfTime
		if m := c.f.Measure(f.Measure); m != nil {
			if c.inTimeUnit(m, c.tagOf(a.r)) { // its value may be told in another unit of time
				continue
			}
			named = c.lengthsIn([]string{m.Name.Line(c.tagOf(a.r))}, c.tagOf(a.r))
		}
		noted := c.lengthsIn(notedOf(f, c.tagOf(a.r)), c.tagOf(a.r))
		for _, x := range told {
			known := append(slices.Clone(named), noted...)
			since := a.s.First(x.to, min(len(a.s.Tokens), x.to+2), "before", "afterThat", "beforeThat") == x.to
			if since {
				known = named
			}
			same := func(y stretchOfTime) bool { return x.one == y.one }
			fits := func(y stretchOfTime) bool { return x.days/y.days < 1.07 && y.days/x.days < 1.07 }
			if a.quoted(x.from) || a.at(x.from) != nil || !slices.ContainsFunc(known, same) || slices.ContainsFunc(append(known, noted...), fits) {
				continue
			}
			c.warnAt("W316", a, x.from, []string{f.ID}, a.words(x.from, x.to)+" is no length of time that is recorded of "+quote(f.ID),
				"say how long as the fact or its measure has it")
			return
		}
	}
}

// inTimeUnit reports whether a measure counts hours, days, months or years.
func (c *pass) inTimeUnit(m *facts.Measure, tag string) bool {
	in := c.reader.Skim(m.Unit.Line(tag), tag)
	return len(in.Sentences) > 0 && daysIn(in.Sentences[0].Tokens[0].Word.Period) > 0
}

// lengthsIn finds the lengths of time in texts of the record.
func (c *pass) lengthsIn(texts []string, tag string) []stretchOfTime {
	var out []stretchOfTime
	for s := range c.sentences(texts, tag) {
		out = append(out, lengths(s, 0, len(s.Tokens))...)
	}
	return out
}

// lengths finds the numbers of hours, days, months or years between two tokens, of "8 to 12 hours" both.
func lengths(s *reading.Sentence, from, to int) []stretchOfTime {
	var out []stretchOfTime
	for i := from + 1; i < to; i++ {
		one := daysIn(s.Tokens[i].Word.Period)
		if one == 0 {
			continue
		}
		for j := i - 1; j >= max(from, i-3); j -= 2 {
			t := &s.Tokens[j]
			n := t.Word.Value
			if t.Kind == reading.Numeral && !t.Dated && reading.YearOf(t) == 0 {
				n = t.Num
			}
			if n == 0 || n == 1 && j < i-1 {
				break
			}
			out = append(out, stretchOfTime{j, i + 1, n * one, one})
		}
	}
	return out
}

// countAsShare judges a count that is told as a percentage: "86 % of the convictions", of 86 convictions.
func (c *pass) countAsShare(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		m := c.f.Measure(cl.fact.Measure)
		if m == nil || cl.bound || !cl.exact || !cl.amount.Percent || c.isPercent(m.ID) || c.warned(a, cl.from, cl.to) {
			continue
		}
		in := c.reader.Skim(m.Unit.Line(c.tagOf(a.r)), c.tagOf(a.r))
		if len(in.Sentences) == 0 && m.Currency == "" || c.recordedShare(a, cl) ||
			len(in.Sentences) > 0 && in.Sentences[0].Has("points", "percent") {
			continue
		}
		c.warnAt("W303", a, cl.from, []string{cl.fact.ID, m.ID}, a.words(cl.from, cl.to)+" is told as a percentage, and "+quote(cl.fact.ID)+
			" counts "+quote(m.Unit.Line(c.tagOf(a.r))), "write {{"+cl.fact.ID+"}}")
		return
	}
}

// recordedShare reports whether what is recorded of a fact has a number as a percentage, or two numbers told have it as their share.
func (c *pass) recordedShare(a *assertion, cl *stated) bool {
	return slices.ContainsFunc(a.s.Facts, func(f *facts.Fact) bool {
		return slices.ContainsFunc(c.twinsOf(a.r, f), func(x twin) bool { return x.percent && x.v == cl.amount.Value })
	}) || c.workable(a, cl.amount)
}

// changeAsLevel judges how far something changed, told as what it came to: "fell to 64 %", of a fall by 64 %.
func (c *pass) changeAsLevel(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		m := c.f.Measure(cl.fact.Measure)
		if m == nil || !cl.exact || !cl.amount.Percent || c.warned(a, cl.from, cl.to) || a.between(cl.from) ||
			m.Kind != quantity.Change && c.goes(m, c.tagOf(a.r)) == 0 {
			continue
		}
		h, ok := a.qualifier(cl.from, "toward")
		if !ok || a.s.At(h.From, "most") > 0 && h.To == cl.from || !slices.ContainsFunc(a.s.Matches, func(o reading.Match) bool {
			return (o.Class == "rises" || o.Class == "falls") && o.To <= h.From && h.From-o.To <= 3 && !a.parted(o.To, h.From)
		}) {
			continue
		}
		c.warnAt("W303", a, h.From, []string{cl.fact.ID, m.ID}, a.words(h.From, cl.to)+" tells as what it came to what "+quote(cl.fact.ID)+
			" gives for how far it changed", "write by how much, or what it came to")
		return
	}
}
