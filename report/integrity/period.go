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
func (c *checker) periodOf(m *facts.Measure, tag string) string {
	for _, text := range []string{m.Unit.Line(tag), m.Name.Line(tag)} {
		in := c.reader.Skim(text, tag)
		for i := range in.Sentences {
			s := &in.Sentences[i]
			for _, p := range periods {
				for _, h := range s.Matches {
					if h.Class == p && s.First(h.To, min(len(s.Tokens), h.To+2), "before") < 0 {
						return p
					}
				}
			}
		}
	}
	return ""
}

// perPeriod judges whether the period of a rate is told, and no other.
func (c *checker) perPeriod(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		m := c.f.Measure(cl.fact.Measure)
		if m == nil || cl.bound && cl.part == "" {
			continue
		}
		tag := a.r.Tag()
		if tag == "" {
			tag = c.f.Briefing.Languages[0]
		}
		own := c.periodOf(m, tag)
		h, told := a.periodBehind(cl)
		switch {
		case told && own != "" && h.Class != own && a.s.First(a.segmentAt(cl.from).from, a.segmentAt(cl.from).cites, own) < 0,
			told && own == "" && !c.periodic(m, tag) && cl.exact && h.Class != "perYear":
			c.warnAt("W316", a, h.From, []string{cl.fact.ID, m.ID}, a.words(h.From, h.To)+" is not the period of "+quote(cl.fact.ID)+", which counts in "+quote(m.Unit.Line(tag)),
				"write the unit as it is: {{"+cl.fact.ID+"}}")
		case !told && own != "" && own != "perYear" && !a.s.Has(own, "period") && (a.before == nil || !a.before.s.Has(own)):
			c.warnAt("W316", a, cl.from, []string{cl.fact.ID, m.ID}, a.words(cl.from, cl.to)+" is told without its period: "+quote(cl.fact.ID)+" counts in "+quote(m.Unit.Line(tag)),
				"write the unit as it is: {{"+cl.fact.ID+"}}")
		default:
			continue
		}
		return
	}
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
func (c *checker) periodic(m *facts.Measure, tag string) bool {
	for _, text := range []string{m.Unit.Line(tag), m.Name.Line(tag), m.Definition.Line(tag)} {
		in := c.reader.Skim(text, tag)
		for i := range in.Sentences {
			if in.Sentences[i].Has("period", "perDay", "perWeek", "perMonth", "perYear") {
				return true
			}
		}
	}
	return false
}
