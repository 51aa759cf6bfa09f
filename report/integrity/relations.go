package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
)

// compared judges two values of different measures that a sentence compares.
func (c *checker) compared(r *reading, s *sentence) {
	for k := 1; k < len(s.values); k++ {
		a, b := s.values[k-1], s.values[k]
		if !counted(s, a) || !counted(s, b) || a.fact.Measure == b.fact.Measure || s.has("caveat") || s.has("negation") {
			continue
		}
		if !s.compares(r, a.at, b.at) {
			continue
		}
		c.warnIn("W309", r, int(s.tokens[b.at].off), []string{a.fact.ID, b.fact.ID, a.fact.Measure, b.fact.Measure},
			"two measures are compared: "+quote(a.fact.Measure)+" and "+quote(b.fact.Measure), "compare values of one measure, or say that the two differ")
	}
}

// counted reports whether the value is an amount of a measure.
func counted(s *sentence, v bound) bool {
	p := v.part
	return v.fact.Measure != "" && v.fact.HasAmount() && (p == "" || p == "low" || p == "best" || p == "high")
}

// compares reports whether the words between two values, or round them, compare them.
func (s *sentence) compares(r *reading, a, b int) bool {
	between := s.tokens[a+1 : b]
	for _, t := range between {
		if t.low == ";" {
			return false
		}
	}
	if len(between) == 1 && a > 0 && (between[0].low == "to" && s.tokens[a-1].low == "from" || between[0].low == "a" && (s.tokens[a-1].low == "de" || s.tokens[a-1].low == "desde")) {
		return true
	}
	for _, h := range s.hits {
		if h.class != "comparison" || h.from <= a || h.to > b {
			continue
		}
		bounding := s.tokens[h.from].low == "than" && h.to == b && slices.Contains([]string{"more", "fewer", "less"}, s.tokens[h.from-1].low)
		if !bounding {
			return true
		}
	}
	return false
}

// A voice is an origin's name as a run of words.
type voice struct {
	words  []string
	origin string
}

// voices returns the names of the origins, by language and first word.
func (c *checker) voices() map[string]map[string][]voice {
	out := map[string]map[string][]voice{}
	for _, tag := range append([]string{""}, c.f.Briefing.Languages...) {
		in := tag
		if in == "" {
			in = c.f.Briefing.Languages[0]
		}
		of := map[string][]voice{}
		for i := range c.f.Origins {
			o := &c.f.Origins[i]
			for _, name := range []string{o.Name.Line(in), o.Short.Line(in)} {
				name, _, _ = strings.Cut(strings.ToLower(name), " (")
				name, _, _ = strings.Cut(name, ",")
				if w := strings.Fields(name); len(w) > 0 {
					of[w[0]] = append(of[w[0]], voice{w, o.ID})
				}
			}
		}
		out[tag] = of
	}
	return out
}

// attributed judges a sentence that names one origin as the one who says a value,
// which another gives.
func (c *checker) attributed(r *reading, s *sentence, voices map[string][]voice) {
	if len(s.values) == 0 || len(voices) == 0 || !s.has("accordingTo", "gives") {
		return
	}
	named, at := s.speaker(r, voices)
	if named == nil {
		return
	}
	for _, f := range s.facts {
		if contains(named, f.Origin) || c.shares(f, named) {
			return
		}
	}
	for _, v := range s.values {
		if counted(s, v) {
			o := c.f.Origin(v.fact.Origin)
			c.warnIn("W310", r, int(s.tokens[at].off), []string{v.fact.ID, v.fact.Origin, named[0]}, "the value of "+quote(v.fact.ID)+" is from "+
				quote(originName(o, c.f.Briefing.Languages[0]))+", not from who is named", "name who said it: {{"+v.fact.ID+".origin}}")
			return
		}
	}
}

// speaker returns the origins that bear the one name that the sentence gives as
// its authority, and its token; nil where it names none, or two.
func (s *sentence) speaker(r *reading, voices map[string][]voice) (ids []string, at int) {
	at = -1
	for i := range s.tokens {
		for _, v := range voices[s.tokens[i].low] {
			if !s.matches(i, v.words) || !s.authority(i, i+len(v.words)) {
				continue
			}
			if at >= 0 && at != i {
				return nil, -1
			}
			at = i
			ids = append(ids, v.origin)
		}
	}
	return ids, at
}

// authority reports whether the name from one token to before another is given
// as who says it: "according to the NIS", "the NIS counted".
func (s *sentence) authority(from, to int) bool {
	for _, h := range s.hits {
		switch h.class {
		case "accordingTo":
			if h.to == from || h.to == from-1 && s.first(from-1, from, "article") >= 0 {
				return true
			}
		case "gives":
			if h.from == to {
				return true
			}
		}
	}
	return false
}

// shares reports whether the fact's information begins where that of one of the
// origins begins.
func (c *checker) shares(f *facts.Fact, origins []string) bool {
	mine := c.lines.roots[c.lines.at[f.ID]]
	for _, id := range origins {
		if meet(mine, c.lines.begins[c.lines.origins[id]]) {
			return true
		}
	}
	return false
}

// corroborated judges a sentence that speaks of several sources where the facts
// that it cites rest on one line.
func (c *checker) corroborated(r *reading, s *sentence) {
	at := s.first(0, len(s.tokens), "several")
	if at < 0 || len(s.facts) == 0 || s.has("negation") || !sourced(s) {
		return
	}
	var ids []string
	for _, f := range s.facts {
		ids = append(ids, f.ID)
	}
	citations, lines := c.lines.Of(ids...)
	if lines == 1 {
		c.warnIn("W102", r, int(s.tokens[at].off), ids, "the text speaks of several sources; "+plural(citations, "source", "sources")+" cited, one independent line: "+
			c.list(c.lines.Groups(ids...)[0]), "name the origin, or cite another line")
	}
}
