package integrity

import (
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// containsWord reports whether a text has a word or a number as a whole.
func containsWord(text, word string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return strings.ContainsRune(" ,.;:()/–-\u00a0", c) }) {
		if w == word {
			return true
		}
	}
	return false
}

// periods are the classes of phrases that say how long a count runs.
var periods = []string{"perDay", "perWeek", "perMonth", "perYear"}

// periodOf returns the period of a measure's unit or, where its name has it, of its
// name: "people a day", "arrivals per day".
func (c *pass) periodOf(m *facts.Measure, tag string) string {
	for s := range c.sentences([]string{m.Unit.Line(tag), m.Name.Line(tag)}, tag) {
		for _, p := range periods {
			for _, h := range s.Matches {
				if h.Class == p && s.First(h.To, min(len(s.Tokens), h.To+2), "before") < 0 {
					return p
				}
			}
		}
	}
	return ""
}

// perPeriod judges whether the period of a rate is told, and no other.
func (c *pass) perPeriod(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		m := c.f.Measure(cl.fact.Measure)
		if m == nil || cl.bound && cl.part == "" {
			continue
		}
		tag := c.tagOf(a.r)
		own := c.periodOf(m, tag)
		h, told := a.periodBehind(cl)
		switch {
		case told && own != "" && h.Class != own && a.s.First(a.segmentAt(cl.from).from, a.segmentAt(cl.from).cites, own) < 0,
			told && own == "" && !c.periodic(m, tag) && cl.exact && h.Class != "perYear":
			c.warnAt("W316", a, h.From, []string{cl.fact.ID, m.ID}, a.words(h.From, h.To)+" is not the period of "+quote(cl.fact.ID)+
				", which counts in "+quote(m.Unit.Line(tag)),
				"write the unit as it is: {{"+cl.fact.ID+"}}")
		case !told && own != "" && own != "perYear" && c.inUnitPeriod(m, tag) && a.s.First(0, a.segmentAt(cl.from).cites, own, "period") < 0 &&
			!a.toldBefore(own):
			c.warnAt("W316", a, cl.from, []string{cl.fact.ID, m.ID}, a.words(cl.from, cl.to)+" is told without its period: "+quote(cl.fact.ID)+
				" counts in "+quote(m.Unit.Line(tag)),
				"write the unit as it is: {{"+cl.fact.ID+"}}")
		default:
			continue
		}
		return
	}
}

// toldBefore reports whether a sentence before, in the same section, has a phrase of a class.
func (a *assertion) toldBefore(class string) bool {
	for b := a.before; b != nil; b = b.before {
		if b.s.Has(class) {
			return true
		}
	}
	return false
}

// otherWhole judges what a percentage of a statement is told to be taken of: "34 % of its budget", of "34 % of its GDP".
func (c *pass) otherWhole(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		f := onlyFact(g)
		if f == nil || g.sourced || g.cites == g.to || f.HasAmount() || f.Statement.IsZero() {
			continue
		}
		in := c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
		if len(in.Sentences) != 1 {
			continue
		}
		t := c.testimonyOf(f)
		for _, n := range a.s.Amounts {
			told := wholeAt(a.s, n)
			if n.From < g.from || n.To > g.cites || told < 0 || t.stems[stem(a.s.Tokens[told].Low)] {
				continue
			}
			in = c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
			for _, o := range in.Sentences[0].Amounts {
				if said := wholeAt(&in.Sentences[0], o); o.Percent && o.Value == n.Value && said >= 0 &&
					stem(in.Sentences[0].Tokens[said].Low) != stem(a.s.Tokens[told].Low) {
					c.warnAt("W316", a, told, []string{f.ID}, a.words(told, told+1)+" is not what this is a part of: "+
						quote(f.Statement.Line(c.tagOf(a.r))), "say what it is taken of as the fact has it")
					return
				}
			}
		}
	}
}

// wholeAt returns the token of what a percentage is said to be taken of: the budget of "34 % of its budget"; or -1.
func wholeAt(s *reading.Sentence, n reading.Amount) int {
	i := s.Behind(n)
	if !n.Percent || i >= len(s.Tokens) || !s.Tokens[i].Word.Of {
		return -1
	}
	for i++; i < min(len(s.Tokens), s.Behind(n)+4); i++ {
		if t := &s.Tokens[i]; t.Kind != reading.Word {
			return -1
		} else if s.First(i, i+1, "article") < 0 && !t.Word.Tiny {
			return i
		}
	}
	return -1
}

// inUnitPeriod reports whether the unit of a measure, and not its name alone, has a period.
func (c *pass) inUnitPeriod(m *facts.Measure, tag string) bool {
	in := c.reader.Skim(m.Unit.Line(tag), tag)
	return len(in.Sentences) > 0 && in.Sentences[0].Has(periods...)
}

// otherDenominator judges what a rate is counted for, and the stretch that a count runs
// over, where the text has another than the measure: "per hectare" of what is per square
// metre, "in the month" of what is of the quarter.
func (c *pass) otherDenominator(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		m := c.f.Measure(cl.fact.Measure)
		if m == nil || cl.bound && cl.part == "" {
			continue
		}
		tag := c.tagOf(a.r)
		g := a.segmentAt(cl.from)
		end := min(g.cites, cl.to+10)
		own := ""
		in := c.reader.Skim(m.Unit.Line(tag), tag)
		if len(in.Sentences) > 0 {
			own, _ = denominator(&in.Sentences[0], 0, len(in.Sentences[0].Tokens))
		}
		if other, at := denominator(a.s, cl.to, end); own != "" && other != "" && stem(own) != stem(other) {
			c.warnAt("W316", a, at, []string{cl.fact.ID, m.ID}, quote(other)+" is not what "+quote(cl.fact.ID)+" counts for: its unit is "+
				quote(m.Unit.Line(tag)), "write the unit as it is: {{"+cl.fact.ID+"}}")
			return
		}
		if c.otherStretch(a, cl, end) {
			return
		}
	}
}

// denominator returns the word behind "per" between two tokens, and its token.
func denominator(s *reading.Sentence, from, to int) (string, int) {
	for i := from; i < to; i++ {
		if end := s.At(i, "per"); end > 0 && end < to && s.Tokens[end].Kind == reading.Word && s.Tokens[end].Word.Unit != "" {
			return s.Tokens[end].Low, end
		}
		if t := &s.Tokens[i]; t.Kind == reading.Cite || t.Low == ";" || t.Low == "," {
			break
		}
	}
	return "", 0
}

// otherStretch judges the stretch of time that a number is said to run over.
func (c *pass) otherStretch(a *assertion, cl *stated, end int) bool {
	m, tag := c.f.Measure(cl.fact.Measure), c.tagOf(a.r)
	own, at := c.stretch(m, tag), a.stretchAt(cl.to, end)
	if own == 0 || at == 0 {
		return false
	}
	told := daysIn(a.s.Tokens[at].Word.Period)
	for _, x := range stretches(a.s, cl.to, min(len(a.s.Tokens), at+1)) {
		if x.to == at+1 {
			told = x.days
		}
	}
	if told/own < 1.1 && own/told < 1.1 {
		return false
	}
	c.warnAt("W316", a, at, []string{cl.fact.ID, m.ID}, a.words(at, at+1)+" is not the period of "+quote(m.ID)+", "+quote(m.Name.Line(tag)),
		"say the period as the measure has it")
	return true
}

// stretch returns how many days the name of a measure says that it runs over, where it says
// one: "Revenue of the quarter", "Lluvia en ocho horas"; or 0.
func (c *pass) stretch(m *facts.Measure, tag string) float64 {
	in := c.reader.Skim(m.Name.Line(tag), tag)
	out := 0.0
	for i := range in.Sentences {
		s := &in.Sentences[i]
		for j := range s.Tokens {
			days := daysIn(s.Tokens[j].Word.Period)
			for _, x := range stretches(s, j, j+1) {
				days = x.days
			}
			if days > 0 && out > 0 && days != out {
				return 0
			} else if days > 0 {
				out = days
			}
		}
	}
	return out
}

// stretchAt returns the token of a period that the text says the number runs over, "in
// the month", "en ocho días"; or 0.
func (a *assertion) stretchAt(from, to int) int {
	for i := from; i < to; i++ {
		t := &a.s.Tokens[i]
		if t.Kind == reading.Cite || t.Low == ";" || t.Low == "," {
			break
		}
		if t.Word.Period == "" || i == 0 || a.s.First(i+1, min(len(a.s.Tokens), i+3), "before") >= 0 {
			continue
		}
		j := i - 1
		if a.s.First(j, j+1, "article") == j || a.s.Tokens[j].Word.Value > 0 || a.s.Tokens[j].Kind == reading.Numeral {
			j--
		}
		if j > 0 && a.s.UpTo(j+1, "stretching") >= 0 && j >= from {
			return i
		}
	}
	return 0
}

// periodBehind returns the period that stands behind a number and its unit.
func (a *assertion) periodBehind(cl *stated) (reading.Match, bool) {
	for i := cl.to; i < min(len(a.s.Tokens), cl.to+7); i++ {
		for _, p := range periods {
			if end := a.s.At(i, p); end > 0 && a.s.First(end, min(len(a.s.Tokens), end+2), "before") < 0 {
				return reading.Match{Class: p, From: i, To: end}, true
			}
		}
		if t := &a.s.Tokens[i]; t.Kind == reading.Cite || t.Kind == reading.Numeral || t.Kind == reading.Punct && t.Low != "%" {
			break
		}
	}
	return reading.Match{}, false
}

// periodic reports whether a measure speaks of a period in some other way: "cases in
// the week".
func (c *pass) periodic(m *facts.Measure, tag string) bool {
	for s := range c.sentences([]string{m.Unit.Line(tag), m.Name.Line(tag), m.Definition.Line(tag)}, tag) {
		if s.Has("period", "perDay", "perWeek", "perMonth", "perYear") {
			return true
		}
	}
	return false
}
