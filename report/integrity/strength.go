package integrity

import (
	"slices"

	"sitrep/report/facts"
)

// upper judges the upper end of a range that is bound alone.
func (c *checker) upper(r *reading, s *sentence) {
	for _, v := range s.values {
		t := &s.tokens[v.at]
		if v.part != "high" || lowest(v.fact) == *v.fact.High || s.has("upper") || s.tells(v.fact, amount{from: -1}) {
			continue
		}
		c.warnIn("W307", r, int(t.off), []string{v.fact.ID}, "the upper end of a range, told alone: "+quote(v.fact.ID)+" begins at "+show(lowest(v.fact)),
			"tell the whole range: {{"+v.fact.ID+"}}")
	}
}

// about returns the facts that a sentence is about: those that it refers to; of a
// title or note of a chart, those that the chart shows; of a judgement, those that
// it rests on.
func (c *checker) about(r *reading, s *sentence) []*facts.Fact {
	if len(s.facts) > 0 {
		return s.facts
	}
	if chart := c.figures[r.p.Owner]; chart != nil {
		return c.f.Select(chart.Kind, chart.Select)
	}
	var out []*facts.Fact
	if j := c.f.Judgement(r.p.Owner); j != nil {
		for _, id := range j.Because {
			out = append(out, c.f.Fact(id))
		}
	}
	return out
}

// strong judges words that say more than the status of what the sentence is about.
func (c *checker) strong(r *reading, s *sentence) {
	h := s.strongest(c.f.Judgement(r.p.Owner) == nil)
	if h.to == 0 || s.denies(h) || s.has("qualified", "accordingTo", "gives") || s.first(0, h.from, "only") >= 0 || s.apart(h) {
		return
	}
	about := c.about(r, s)
	if len(about) == 0 {
		return
	}
	for _, f := range about {
		if f.Status == "confirmed" || f.Status == "reported" && h.class != "passiveStrong" || f.Status == "planned" && h.class != "passiveStrong" {
			return
		}
		if m := c.f.Measure(f.Measure); m != nil && c.textHas(r, m.Name, "strong") || c.textHas(r, f.Statement, "strong") {
			return
		}
	}
	f := about[0]
	c.warnIn("W306", r, int(s.tokens[h.from].off), []string{f.ID}, quote(r.words(s, h.from, h.to))+" is stronger than the status of "+quote(f.ID)+", which is "+f.Status,
		"say who says it, or give the fact the status that it has earned")
}

// strongest returns the phrase that says the most: of those that begin at the
// first strong word, the longest. Without one, it ends at token 0.
// Words of certainty count where certain is asked for: those of judgements are W408's.
func (s *sentence) strongest(certain bool) hit {
	var out hit
	for _, h := range s.hits {
		switch h.class {
		case "strong", "passiveStrong", "confirms", "certainty":
			if s.merely(h) || h.class == "certainty" && !(certain && s.assures(h)) || !certain && s.at(h.from, "certainty") > 0 {
				continue
			}
			if out.to == 0 || h.from == out.from && h.to > out.to || h.class == "passiveStrong" && out.class != h.class && h.to >= out.to {
				out = h
			}
		}
	}
	return out
}

// denies reports whether the sentence has a word of negation that is no part of the
// phrase: "no doubt" and "nobody disputes" are sure of something, "is impossible" not.
func (s *sentence) denies(h hit) bool {
	return slices.ContainsFunc(s.hits, func(o hit) bool {
		return o.class == "negation" && !(o.from >= h.from && o.to < h.to)
	})
}

// assures reports whether a phrase of certainty says how sure something is: not
// "could be certain of one thing", "impossible to say".
func (s *sentence) assures(h hit) bool {
	return s.at(h.from, "able") < 0 && s.first(h.to, min(len(s.tokens), h.to+2), "unsaid") < 0 && s.sameClause(h)
}

// sameClause reports whether something bound or cited stands in the clause of the
// phrase; a comma at once behind the phrase ends none ("No doubt, {{count}} came").
func (s *sentence) sameClause(h hit) bool {
	refers := func(t *token) bool { return t.kind == value || t.kind == cite }
	for i := h.to; i < len(s.tokens) && (i == h.to || !s.pauses(i)); i++ {
		if refers(&s.tokens[i]) {
			return true
		}
	}
	for i := h.from - 1; i >= 0 && !s.pauses(i); i-- {
		if refers(&s.tokens[i]) {
			return true
		}
	}
	return false
}

// pauses reports whether a clause ends at token i.
func (s *sentence) pauses(i int) bool {
	t := &s.tokens[i]
	return t.kind == point && (t.low == "," || t.low == ";" || t.low == ":")
}

// merely reports whether the strong word says something else here: "proven
// reserves", "asked to confirm".
func (s *sentence) merely(h hit) bool {
	return s.first(max(0, h.from-2), min(len(s.tokens), h.to+2), "merely") >= 0
}

// apart reports whether what is called strong stands in a clause before the one
// that refers to facts: "Only the Guard has confirmed anything; the company's
// {{count}} is a claim".
func (s *sentence) apart(h hit) bool {
	refers, divided := false, false
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.low == ";" && i < h.from:
			refers = false
		case t.low == ";" && i >= h.to:
			divided = true
		case (t.kind == value || t.kind == cite) && !divided:
			refers = true
		}
	}
	return divided && !refers
}

// textHas reports whether a text has a phrase of the class in the reading's language.
func (c *checker) textHas(r *reading, t facts.Text, class string) bool {
	if t.IsZero() {
		return false
	}
	in := c.reader.skim(t.Line(r.p.Lang), r.p.Lang)
	return slices.ContainsFunc(in.sentences, func(s sentence) bool { return s.has(class) })
}

// A losses says whom a measure counts.
type losses struct{ killed, wounded bool }

// lossesOf reads whom a measure counts, from its name and unit; for casualties,
// the killed and the wounded.
func (c *checker) lossesOf(id string) losses {
	if c.tolls == nil {
		c.tolls = map[string]losses{}
		r := c.reader
		for i := range c.f.Measures {
			m := &c.f.Measures[i]
			var l losses
			for _, tag := range c.f.Briefing.Languages {
				for _, text := range []facts.Text{m.Name, m.Unit, m.Definition} {
					in := r.skim(text.Line(tag), tag)
					for j := range in.sentences {
						s := &in.sentences[j]
						if s.has("negation") {
							continue
						}
						both := s.has("casualties")
						l.killed = l.killed || both || s.has("killed")
						l.wounded = l.wounded || both || s.has("wounded")
					}
				}
			}
			c.tolls[m.ID] = l
		}
	}
	return c.tolls[id]
}

// toll judges values of a measure that counts killed and wounded together, told
// as one of the two.
func (c *checker) toll(r *reading, s *sentence) {
	if c.figures[r.p.Owner] != nil && r.p.Key == "title" {
		c.tollOf(r, s)
	}
	for _, v := range s.values {
		if l := c.lossesOf(v.fact.Measure); l.killed && l.wounded && v.fact.HasAmount() && v.part != "date" {
			c.tollAt(r, s, v.at, v.at+1, v.fact)
		}
	}
	for _, n := range s.amounts {
		if n.value < 2 || n.percent {
			continue
		}
		if f := c.citedMixed(s, n.value); f != nil {
			c.tollAt(r, s, n.from, n.to, f)
			continue
		}
		if n.value < 10 {
			continue
		}
		if f := c.onlyMixed(n.value); f != nil {
			c.tollAt(r, s, n.from, n.to, f)
		} else if f := c.rounded(s, n); f != nil {
			c.tollAt(r, s, n.from, n.to, f)
		}
	}
}

// rounded returns the one fact that the sentence refers to, if it counts killed and
// wounded and the number is its value, rounded: "more than 300" of 310.
func (c *checker) rounded(s *sentence, n amount) *facts.Fact {
	if len(s.facts) != 1 || !s.loose(n) {
		return nil
	}
	f := s.facts[0]
	if l := c.lossesOf(f.Measure); l.killed && l.wounded && within(s.facts, n.value, n.unit) {
		return f
	}
	return nil
}

// tollOf judges the title of a chart of killed and wounded that names only one.
func (c *checker) tollOf(r *reading, s *sentence) {
	at := s.first(0, len(s.tokens), "killed")
	if at < 0 || len(s.amounts) > 0 || s.has("negation") || s.speaks(0, len(s.tokens), "wounded", "casualties", "losses") {
		return
	}
	for _, f := range c.about(r, s) {
		if l := c.lossesOf(f.Measure); l.killed && l.wounded {
			c.warnIn("W308", r, int(s.tokens[at].off), []string{f.ID, f.Measure}, "the title says killed, and the chart counts killed and wounded together",
				"say casualties, or show the number of the killed")
			return
		}
	}
}

// onlyMixed returns a fact of killed and wounded that has the number, unless one
// of the killed or the wounded alone has it too.
func (c *checker) onlyMixed(v float64) *facts.Fact {
	if !near(c.carried.values, v, 0) {
		return nil
	}
	if c.mixed == nil {
		c.mixed = map[float64]*facts.Fact{}
		for i := range c.f.Facts {
			f := &c.f.Facts[i]
			l := c.lossesOf(f.Measure)
			for _, p := range []*float64{f.Low, f.Best, f.High} {
				switch {
				case p == nil:
				case !l.killed || !l.wounded:
					c.mixed[*p] = nil
				default:
					if _, seen := c.mixed[*p]; !seen {
						c.mixed[*p] = f
					}
				}
			}
		}
	}
	return c.mixed[v]
}

// tollAt looks round the number from one token to before another: what stands
// behind it says what it counts, or else what stands before.
func (c *checker) tollAt(r *reading, s *sentence, from, to int, f *facts.Fact) {
	end := to
	for end < min(len(s.tokens), to+7) && !s.stops(end) {
		end++
	}
	begin := from
	for begin > max(0, from-10) && !s.stops(begin-1) {
		begin--
	}
	span := [2]int{to, end}
	if !s.speaks(to, end, "killed", "wounded", "casualties", "losses") {
		span = [2]int{begin, from}
	}
	killed, wounded := s.speaks(span[0], span[1], "killed"), s.speaks(span[0], span[1], "wounded")
	if s.first(begin, from, "takes") >= 0 && s.first(to, min(to+1, end), "lives") == to { // claimed 300 lives
		killed = true
	}
	if killed == wounded || s.speaks(span[0], span[1], "casualties", "losses") {
		return
	}
	said := "wounded"
	if killed {
		said = "killed"
	}
	c.warnIn("W308", r, int(s.tokens[from].off), []string{f.ID, f.Measure}, "the text says "+said+", and "+quote(f.ID)+" counts killed and wounded together",
		"say casualties, or take the number of the "+said)
}

// speaks reports whether a phrase of one of the classes stands between two tokens
// that is not part of a longer one of another: "death toll" is no toll of any kind.
func (s *sentence) speaks(from, to int, classes ...string) bool {
	for _, h := range s.hits {
		if h.from < from || h.to > to || !contains(classes, h.class) {
			continue
		}
		longer := func(o hit) bool {
			return o.class == "killed" && h.class != "killed" && o.from <= h.from && o.to >= h.to && o.to-o.from > h.to-h.from
		}
		if !slices.ContainsFunc(s.hits, longer) {
			return true
		}
	}
	return false
}

// stops reports whether a clause ends at token i, or another number begins.
func (s *sentence) stops(i int) bool {
	t := &s.tokens[i]
	return t.kind == value || t.kind == number && !t.dated || t.kind == point && (t.low == "," || t.low == ";" || t.low == "." || t.low == ":")
}
