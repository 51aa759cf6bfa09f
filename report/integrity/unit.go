package integrity

import (
	"strings"

	"sitrep/report/facts"
)

// unitWords maps the words of the measures' units to the measures, by language.
// Under "=" and a dimension stand those that are counted in a unit of it: under
// "=watt", what is counted in megawatts.
func (c *checker) unitWords() map[string]map[string][]string {
	out := map[string]map[string][]string{}
	for _, tag := range append([]string{""}, c.f.Briefing.Languages...) {
		in := tag
		if in == "" {
			in = c.f.Briefing.Languages[0]
		}
		list := words(in)
		of := map[string][]string{}
		for i := range c.f.Measures {
			m := &c.f.Measures[i]
			for _, w := range strings.Fields(strings.ToLower(m.Unit.Line(in))) {
				x := list.look(w)
				if x.unit != "" {
					dimension, _ := magnitude(x.unit)
					of["="+dimension] = append(of["="+dimension], m.ID)
				}
				if x.tiny || len(w) < 3 {
					continue
				}
				of[w] = append(of[w], m.ID)
				for _, end := range list.plurals {
					if one := strings.TrimSuffix(w, end); one != w && len(one) > 2 {
						of[one] = append(of[one], m.ID)
					}
				}
			}
		}
		out[tag] = of
	}
	return out
}

// magnitude returns what a unit of the word lists measures, and how much of it one
// is (SI Brochure, 9th edition, tables 2, 4, 7 and 8). A unit that no other is a
// multiple of stands for itself.
func magnitude(unit string) (dimension string, by float64) {
	switch unit {
	case "kilowatt":
		return "watt", 1e3
	case "megawatt":
		return "watt", 1e6
	case "gigawatt":
		return "watt", 1e9
	case "kilogram":
		return "gram", 1e3
	case "tonne":
		return "gram", 1e6
	case "metre":
		return "metre", 1
	case "kilometre":
		return "metre", 1e3
	}
	return unit, 1
}

// unitAfter returns the measures whose unit is named behind the number, with two
// words between at most, and the token that names it.
func (s *sentence) unitAfter(n amount, units map[string][]string) (measures []string, at int) {
	for i := n.to; i < min(n.to+4, len(s.tokens)); i++ {
		t := &s.tokens[i]
		if t.kind != word {
			return nil, -1
		}
		if m := units[t.low]; m != nil {
			return m, i
		}
	}
	return nil, -1
}

// counted returns the number in the unit of the measures that it counts, those
// measures, and the token that names the unit: 3.4 GW is 3400 where a measure is
// in megawatts, and 6.1m records are 6.1 million where records are counted.
func (c *checker) counted(r *reading, s *sentence, n amount, units map[string][]string) (amount, []string, int) {
	measures, at := s.unitAfter(n, units)
	if n.to < len(s.tokens) && measures == nil {
		t := &s.tokens[n.to]
		if dimension, by := magnitude(t.lex.unit); t.lex.unit != "" && units["="+dimension] != nil {
			measures, at = units["="+dimension], n.to
			if f := c.scaleOf(r, measures[0]); f > 0 && f != by {
				n.value, n.alt, n.unit, n.by = n.value*by/f, n.alt*by/f, n.unit*by/f, max(n.by, 1)
			}
		}
	}
	if t := n.from + 1; measures != nil && at > n.to && n.to == t && s.tokens[t].glued && s.tokens[t].lex.suffix > 0 {
		n.times(s.tokens[t].lex.suffix)
		n.to++
	}
	if n.by > 1 && measures == nil { // 45 mdp
		measures, at = units[s.tokens[n.to-1].low], n.to-1
		if measures != nil && len(c.unitOf(r, measures[0])) > 1 {
			measures, at = nil, -1
		}
	}
	if n.by > 1 && (measures != nil || s.priced(n)) {
		c.rescale(r, s, &n, measures)
	}
	return n, measures, at
}

// scaleOf returns the magnitude of the unit of a measure, or 0.
func (c *checker) scaleOf(r *reading, id string) float64 {
	for _, w := range c.unitOf(r, id) {
		if x := r.list.look(w); x.unit != "" {
			_, by := magnitude(x.unit)
			return by
		}
	}
	return 0
}

// unitOf returns the words of the unit of a measure in the language of the text.
func (c *checker) unitOf(r *reading, id string) []string {
	tag := r.tag()
	if tag == "" {
		tag = c.f.Briefing.Languages[0]
	}
	if m := c.f.Measure(id); m != nil {
		return strings.Fields(strings.ToLower(m.Unit.Line(tag)))
	}
	return nil
}

// rescale takes the scale out of a number where the unit of what it counts has it
// already: 240 million crowns are 240 where the unit is "million crowns".
func (c *checker) rescale(r *reading, s *sentence, n *amount, measures []string) {
	about := func(f *facts.Fact) bool { return measures == nil || contains(measures, f.Measure) }
	for _, f := range s.facts {
		if f.Measure == "" || !about(f) {
			continue
		}
		for _, w := range c.unitOf(r, f.Measure) {
			if by := r.list.look(w).by; by > 1 && n.by >= by {
				n.value, n.alt, n.unit, n.by = n.value/by, n.alt/by, n.unit/by, n.by/by
				return
			}
		}
	}
}
