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
	if s.first(0, a, "forEvery") >= 0 {
		return true
	}
	for _, h := range s.hits {
		if h.from <= a || h.to > b {
			continue
		}
		switch {
		case h.class == "comparison" && !s.bounds(h, b), h.class == "against" && s.leads(h.to, b),
			h.class == "thanThe" && s.first(a, h.from, "comparative") >= 0 && s.leads(h.to, b):
			return true
		}
	}
	return false
}

// bounds reports whether a phrase of comparison is none before the value at b: "more
// than {{x}}", "rather than", or "rose to" without a number.
func (s *sentence) bounds(h hit, b int) bool {
	switch s.tokens[h.to-1].low {
	case "than":
		before := s.tokens[h.from-1].low
		return before == "rather" || before == "other" || h.to == b && slices.Contains([]string{"more", "fewer", "less"}, before)
	case "to", "a":
		return !s.leads(h.to, b)
	}
	return false
}

// leads reports whether nothing but articles, words for "about" and two others
// stand from token i to the value at b: "frente a la costa, y a {{x}}" does not
// compare with x.
func (s *sentence) leads(i, b int) bool {
	others := 0
	for ; i < b; i++ {
		switch {
		case s.tokens[i].kind != word:
			return false
		case s.first(i, i+1, "article", "approx") < 0:
			others++
		}
	}
	return others <= 2
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

// A mention is the name of an origin in a sentence, and the origins that bear it.
type mention struct {
	from, to int
	origins  []string
}

// mentions returns the names of origins in the sentence, in order.
func (s *sentence) mentions(voices map[string][]voice) []mention {
	var out []mention
	for i := range s.tokens {
		if s.tokens[i].kind != word {
			continue
		}
		first := s.tokens[i].low
		if voices[first] == nil {
			first = owned(first)
		}
		for _, v := range voices[first] {
			last, end := i+len(v.words)-1, v.words[len(v.words)-1]
			if last >= len(s.tokens) || len(v.words) > 1 && !s.matches(i, v.words[:len(v.words)-1]) || s.tokens[last].low != end && owned(s.tokens[last].low) != end {
				continue
			}
			if n := len(out); n > 0 && out[n-1].from == i && out[n-1].to == last+1 {
				out[n-1].origins = append(out[n-1].origins, v.origin)
			} else {
				out = append(out, mention{i, last + 1, []string{v.origin}})
			}
		}
	}
	return out
}

// owned takes the sign of the genitive from a word.
func owned(w string) string {
	if len(w) > 2 && w[len(w)-1] == 's' {
		return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	}
	return w
}

// attributed judges a sentence that names one origin as the one who says a value,
// which another gives. Where the other is named too, the sentence may say anything.
func (c *checker) attributed(r *reading, s *sentence, voices map[string][]voice) {
	if len(s.values) == 0 || len(voices) == 0 || !s.has("accordingTo", "dataOf", "gives", "tells", "puts", "figureOf", "confirms") {
		return
	}
	list := s.mentions(voices)
	if len(list) == 0 {
		return
	}
	for _, m := range list {
		for _, f := range s.facts {
			if contains(m.origins, f.Origin) || c.shares(f, m.origins) {
				return
			}
		}
	}
	var by *mention
	for i := range list {
		if m := &list[i]; s.authority(m) {
			if by != nil && by.from != m.from {
				return
			}
			by = m
		}
	}
	if by == nil {
		return
	}
	for _, v := range s.values {
		if counted(s, v) {
			o := c.f.Origin(v.fact.Origin)
			c.warnIn("W310", r, int(s.tokens[by.from].off), []string{v.fact.ID, v.fact.Origin, by.origins[0]}, "the value of "+quote(v.fact.ID)+" is from "+
				quote(originName(o, c.f.Briefing.Languages[0]))+", not from "+quote(r.words(s, by.from, by.to)), "name who said it: {{"+v.fact.ID+".origin}}")
			return
		}
	}
}

// authority reports whether the name is given as who says a value: "according to
// the NIS", "the NIS counted {{x}}", "the NIS puts the number at {{x}}", "the NIS’s
// count of {{x}}".
func (s *sentence) authority(m *mention) bool {
	for _, h := range s.hits {
		switch h.class {
		case "accordingTo", "dataOf":
			if h.to == m.from || h.to == m.from-1 && s.first(m.from-1, m.from, "article") >= 0 {
				return true
			}
		case "gives", "tells", "confirms":
			if h.from == m.to && (s.object(h.to) && !s.hands(h) || h.class == "gives" && s.aside(m.from, h.to)) {
				return true
			}
		case "puts":
			if h.from == m.to && s.placed(h.to) {
				return true
			}
		case "figureOf":
			if h.from == m.to && owned(s.tokens[m.to-1].low) != s.tokens[m.to-1].low && s.object(h.to) {
				return true
			}
		}
	}
	return false
}

// aside reports whether a clause begins before the name at one token and ends at
// another: "{{x}} have died, the Red Cross says."
func (s *sentence) aside(from, to int) bool {
	if from > 0 && s.first(from-1, from, "article") >= 0 {
		from--
	}
	return from > 0 && s.tokens[from-1].low == "," && (to == len(s.tokens) || s.tokens[to].kind == point || s.tokens[to].kind == cite)
}

// hands reports whether what is given is no figure but a thing: "the Red Cross
// gives {{rations}} to whoever asks".
func (s *sentence) hands(h hit) bool {
	if s.at(h.from, "hands") < 0 {
		return false
	}
	for i := h.to; i < len(s.tokens); i++ {
		if s.tokens[i].kind == value {
			return i+1 < len(s.tokens) && s.tokens[i+1].kind == word
		}
	}
	return false
}

// object reports whether a value follows at token i, with no more before it than
// articles, "about", "that", "there are" and "a total of".
func (s *sentence) object(i int) bool {
	for i < len(s.tokens) && s.tokens[i].kind != value {
		next := -1
		for _, class := range []string{"figureOf", "exists", "approx", "article"} {
			if next = s.at(i, class); next > 0 {
				break
			}
		}
		if next < 0 {
			return false
		}
		i = next
	}
	return i < len(s.tokens)
}

// placed reports whether "at" and a value follow in the clause that begins at
// token i: "puts the number in Russia at {{x}}".
func (s *sentence) placed(i int) bool {
	for end := min(len(s.tokens), i+10); i < end; i++ {
		if t := &s.tokens[i]; t.kind != word && t.kind != number || s.first(i, i+1, "negation") >= 0 {
			return false
		}
		if s.at(i, "placing") > 0 && s.object(i+1) {
			return true
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
	h := s.manySources()
	if h.to == 0 || len(s.facts) == 0 || s.has("negation") || !sourced(s) {
		return
	}
	var ids []string
	for _, f := range s.facts {
		ids = append(ids, f.ID)
	}
	citations, lines := c.lines.Of(ids...)
	if lines == 1 {
		c.warnIn("W102", r, int(s.tokens[h.from].off), ids, quote(r.words(s, h.from, h.to))+" are "+plural(citations, "source", "sources")+" cited and one independent line: "+
			c.list(c.lines.Groups(ids...)[0]), "name the origin, or cite another line")
	}
}

// manySources returns the phrase that speaks of several sources: one of the list,
// or a number of them that agree ("two bodies confirm it", "lo confirman dos
// fuentes"). Without one, it ends at token 0.
func (s *sentence) manySources() hit {
	for _, h := range s.hits {
		if h.class == "several" {
			return h
		}
		if h.class != "sourceNoun" {
			continue
		}
		for i := h.from - 1; i >= max(0, h.from-2); i-- {
			t := &s.tokens[i]
			many := t.lex.value >= 2 || t.kind == number && t.num >= 2 && t.num < 100 && !t.dated
			both := s.upTo(i+1, "both") >= 0 && len(s.facts) > 1
			if (many || both) && s.agree(i, h.to) {
				return hit{"several", i, h.to}
			}
		}
	}
	return hit{}
}

// agree reports whether the sources named from one token to before another are
// said to agree, or to be who says it.
func (s *sentence) agree(from, to int) bool {
	return s.first(to, min(len(s.tokens), to+9), "agreeing", "confirms") >= 0 ||
		s.first(max(0, from-3), from, "agreeing", "confirms") >= 0 || s.upTo(from, "accordingTo") >= 0
}
