package integrity

import (
	"slices"
	"strings"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// compared judges two values of different measures that a sentence compares.
func (c *checker) compared(r *reading.Text, s *reading.Sentence) {
	for k := 1; k < len(s.Values); k++ {
		a, b := s.Values[k-1], s.Values[k]
		if !counted(s, a) || !counted(s, b) || a.Fact.Measure == b.Fact.Measure || s.Has("caveat") || s.Has("negation") {
			continue
		}
		if !compares(s, r, a.At, b.At) {
			continue
		}
		c.warnIn("W309", r, int(s.Tokens[b.At].Off), []string{a.Fact.ID, b.Fact.ID, a.Fact.Measure, b.Fact.Measure},
			"two measures are compared: "+quote(a.Fact.Measure)+" and "+quote(b.Fact.Measure), "compare values of one measure, or say that the two differ")
	}
}

// counted reports whether the value is an amount of a measure.
func counted(s *reading.Sentence, v reading.ValueToken) bool {
	p := v.Part
	return v.Fact.Measure != "" && v.Fact.HasAmount() && (p == "" || p == "low" || p == "best" || p == "high")
}

// compares reports whether the words between two values, or round them, compare them.
func compares(s *reading.Sentence, r *reading.Text, a, b int) bool {
	between := s.Tokens[a+1 : b]
	for _, t := range between {
		if t.Low == ";" {
			return false
		}
	}
	if len(between) == 1 && a > 0 && (between[0].Low == "to" && s.Tokens[a-1].Low == "from" || between[0].Low == "a" && (s.Tokens[a-1].Low == "de" || s.Tokens[a-1].Low == "desde")) {
		return true
	}
	if s.First(0, a, "forEvery") >= 0 {
		return true
	}
	for _, h := range s.Matches {
		if h.From <= a || h.To > b {
			continue
		}
		switch {
		case h.Class == "comparison" && !bounds(s, h, b), h.Class == "against" && s.Leads(h.To, b),
			h.Class == "thanThe" && s.First(a, h.From, "comparative") >= 0 && s.Leads(h.To, b):
			return true
		}
	}
	return false
}

// bounds reports whether a phrase of comparison is none before the value at b: "more
// than {{x}}", "rather than", or "rose to" without a number.
func bounds(s *reading.Sentence, h reading.Match, b int) bool {
	switch s.Tokens[h.To-1].Low {
	case "than":
		before := s.Tokens[h.From-1].Low
		return before == "rather" || before == "other" || h.To == b && slices.Contains([]string{"more", "fewer", "less"}, before)
	case "to", "a":
		return !s.Leads(h.To, b)
	}
	return false
}

// voices returns the names of the origins, by language and first word.
func (c *checker) voices() map[string]map[string][]reading.Name {
	out := map[string]map[string][]reading.Name{}
	for _, tag := range append([]string{""}, c.f.Briefing.Languages...) {
		in := tag
		if in == "" {
			in = c.f.Briefing.Languages[0]
		}
		of := map[string][]reading.Name{}
		for i := range c.f.Origins {
			o := &c.f.Origins[i]
			for _, name := range []string{o.Name.Line(in), o.Short.Line(in)} {
				name, _, _ = strings.Cut(strings.ToLower(name), " (")
				name, _, _ = strings.Cut(name, ",")
				if w := strings.Fields(name); len(w) > 0 {
					of[w[0]] = append(of[w[0]], reading.Name{Words: w, Origin: o.ID})
				}
			}
		}
		out[tag] = of
	}
	return out
}

// attributed judges a sentence that names one origin as the one who says a value,
// which another gives. Where the other is named too, the sentence may say anything.
func (c *checker) attributed(r *reading.Text, s *reading.Sentence, voices map[string][]reading.Name) {
	if len(s.Values) == 0 || len(voices) == 0 || !s.Has("accordingTo", "dataOf", "gives", "tells", "puts", "figureOf", "confirms") {
		return
	}
	list := s.Mentions(voices)
	if len(list) == 0 {
		return
	}
	for _, m := range list {
		for _, f := range s.Facts {
			if slices.Contains(m.Origins, f.Origin) || c.shares(f, m.Origins) {
				return
			}
		}
	}
	var by *reading.Mention
	for i := range list {
		if m := &list[i]; authority(s, m) {
			if by != nil && by.From != m.From {
				return
			}
			by = m
		}
	}
	if by == nil {
		return
	}
	for _, v := range s.Values {
		if counted(s, v) {
			o := c.f.Origin(v.Fact.Origin)
			c.warnIn("W310", r, int(s.Tokens[by.From].Off), []string{v.Fact.ID, v.Fact.Origin, by.Origins[0]}, "the value of "+quote(v.Fact.ID)+" is from "+
				quote(evidence.OriginName(o, c.f.Briefing.Languages[0]))+", not from "+quote(r.Words(s, by.From, by.To)), "name who said it: {{"+v.Fact.ID+".origin}}")
			return
		}
	}
}

// authority reports whether the name is given as who says a value: "according to
// the NIS", "the NIS counted {{x}}", "the NIS puts the number at {{x}}", "the NIS’s
// count of {{x}}".
func authority(s *reading.Sentence, m *reading.Mention) bool {
	for _, h := range s.Matches {
		switch h.Class {
		case "accordingTo", "dataOf":
			if h.To == m.From || h.To == m.From-1 && s.First(m.From-1, m.From, "article") >= 0 {
				return true
			}
		case "gives", "tells", "confirms":
			if h.From == m.To && (object(s, h.To) && !hands(s, h) || h.Class == "gives" && aside(s, m.From, h.To)) {
				return true
			}
		case "puts":
			if h.From == m.To && placed(s, h.To) {
				return true
			}
		case "figureOf":
			if h.From == m.To && reading.Possessor(s.Tokens[m.To-1].Low) != s.Tokens[m.To-1].Low && object(s, h.To) {
				return true
			}
		}
	}
	return false
}

// aside reports whether a clause begins before the name at one token and ends at
// another: "{{x}} have died, the Red Cross says."
func aside(s *reading.Sentence, from, to int) bool {
	if from > 0 && s.First(from-1, from, "article") >= 0 {
		from--
	}
	return from > 0 && s.Tokens[from-1].Low == "," && (to == len(s.Tokens) || s.Tokens[to].Kind == reading.Punct || s.Tokens[to].Kind == reading.Cite)
}

// hands reports whether what is given is no figure but a thing: "the Red Cross
// gives {{rations}} to whoever asks".
func hands(s *reading.Sentence, h reading.Match) bool {
	if s.At(h.From, "hands") < 0 {
		return false
	}
	for i := h.To; i < len(s.Tokens); i++ {
		if s.Tokens[i].Kind == reading.Value {
			return i+1 < len(s.Tokens) && s.Tokens[i+1].Kind == reading.Word
		}
	}
	return false
}

// object reports whether a value follows at token i, with no more before it than
// articles, "about", "that", "there are" and "a total of".
func object(s *reading.Sentence, i int) bool {
	for i < len(s.Tokens) && s.Tokens[i].Kind != reading.Value {
		next := -1
		for _, class := range []string{"figureOf", "exists", "approx", "article"} {
			if next = s.At(i, class); next > 0 {
				break
			}
		}
		if next < 0 {
			return false
		}
		i = next
	}
	return i < len(s.Tokens)
}

// placed reports whether "at" and a value follow in the clause that begins at
// token i: "puts the number in Russia at {{x}}".
func placed(s *reading.Sentence, i int) bool {
	for end := min(len(s.Tokens), i+10); i < end; i++ {
		if t := &s.Tokens[i]; t.Kind != reading.Word && t.Kind != reading.Numeral || s.First(i, i+1, "negation") >= 0 {
			return false
		}
		if s.At(i, "placing") > 0 && object(s, i+1) {
			return true
		}
	}
	return false
}

// shares reports whether the fact's information begins where that of one of the
// origins begins.
func (c *checker) shares(f *facts.Fact, origins []string) bool {
	mine := c.lines.Roots[c.lines.At[f.ID]]
	for _, id := range origins {
		if evidence.Meet(mine, c.lines.Begins[c.lines.Origins[id]]) {
			return true
		}
	}
	return false
}

// corroborated judges a sentence that speaks of several sources where the facts
// that it cites rest on one line.
func (c *checker) corroborated(r *reading.Text, s *reading.Sentence) {
	h := manySources(s)
	if h.To == 0 || len(s.Facts) == 0 || s.Has("negation") || !reading.Sourced(s) {
		return
	}
	var ids []string
	for _, f := range s.Facts {
		ids = append(ids, f.ID)
	}
	citations, lines := c.lines.Of(ids...)
	if lines == 1 {
		c.warnIn("W102", r, int(s.Tokens[h.From].Off), ids, quote(r.Words(s, h.From, h.To))+" are "+plural(citations, "source", "sources")+" cited and one independent line: "+
			c.list(c.lines.Groups(ids...)[0]), "name the origin, or cite another line")
	}
}

// manySources returns the phrase that speaks of several sources: one of the list,
// or a number of them that agree ("two bodies confirm it", "lo confirman dos
// fuentes"). Without one, it ends at token 0.
func manySources(s *reading.Sentence) reading.Match {
	for _, h := range s.Matches {
		if h.Class == "several" {
			return h
		}
		if h.Class != "sourceNoun" {
			continue
		}
		for i := h.From - 1; i >= max(0, h.From-2); i-- {
			t := &s.Tokens[i]
			many := t.Word.Value >= 2 || t.Kind == reading.Numeral && t.Num >= 2 && t.Num < 100 && !t.Dated
			both := s.UpTo(i+1, "both") >= 0 && len(s.Facts) > 1
			if (many || both) && agree(s, i, h.To) {
				return reading.Match{Class: "several", From: i, To: h.To}
			}
		}
	}
	return reading.Match{}
}

// agree reports whether the sources named from one token to before another are
// said to agree, or to be who says it.
func agree(s *reading.Sentence, from, to int) bool {
	return s.First(to, min(len(s.Tokens), to+9), "agreeing", "confirms") >= 0 ||
		s.First(max(0, from-3), from, "agreeing", "confirms") >= 0 || s.UpTo(from, "accordingTo") >= 0
}
