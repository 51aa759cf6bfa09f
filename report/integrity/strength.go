package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// upper judges the upper end of a range that is bound alone.
func (c *pass) upper(a *assertion) {
	r, s := a.r, a.s
	for _, v := range s.Values {
		t := &s.Tokens[v.At]
		if v.Part != claim.PartHigh || lowest(v.Fact) == v.Fact.High.Float() || s.Has("upper") || tells(s, v.Fact, reading.Amount{From: -1}) {
			continue
		}
		c.warnIn("W307", r, int(t.Off), []string{v.Fact.ID}, "the upper end of a range, told alone: "+quote(v.Fact.ID)+" begins at "+
			lowestDigits(v.Fact),
			"tell the whole range: {{"+v.Fact.ID+"}}")
	}
}

// about returns the facts that a sentence is about: those that it refers to; of a
// title or note of a chart, those that the chart shows; of a judgement, those that
// it rests on.
func (c *pass) about(r *reading.Text, s *reading.Sentence) []*facts.Fact {
	if len(s.Facts) > 0 {
		return s.Facts
	}
	if chart := c.texts.figures[r.Passage.Owner]; chart != nil {
		return c.f.Select(chart.Kind, chart.Select)
	}
	var out []*facts.Fact
	if j := c.f.Judgement(r.Passage.Owner); j != nil {
		for _, id := range j.Because {
			out = append(out, c.f.Fact(id))
		}
	}
	return out
}

// strong judges words that say more than the status of what the sentence is about.
func (c *pass) strong(a *assertion) {
	r, s := a.r, a.s
	h := strongestMatch(s, c.f.Judgement(r.Passage.Owner) == nil)
	if h.To == 0 || denies(s, h) || qualifies(s, h) || s.First(0, h.From, "only") >= 0 || apart(s, h) {
		return
	}
	about := c.about(r, s)
	if list := a.factsOfClause(h.From); len(list) > 0 {
		about = list
	}
	if len(about) == 0 {
		return
	}
	for _, f := range about {
		if f.Status == claim.Confirmed || f.Status == claim.Reported && h.Class != "passiveStrong" || f.Status == claim.Planned &&
			h.Class != "passiveStrong" {
			return
		}
		if m := c.f.Measure(f.Measure); m != nil && c.textHas(r, m.Name, "strong") || c.textHas(r, f.Statement, "strong") {
			return
		}
	}
	f := about[0]
	c.warnIn("W306", r, int(s.Tokens[h.From].Off), []string{f.ID}, quote(r.Words(s, h.From, h.To))+" is stronger than the status of "+
		quote(f.ID)+", which is "+string(f.Status),
		"say who says it, or give the fact the status that it has earned")
}

// factsOfClause returns the facts that a sentence refers to between the semicolons round a
// token.
func (a *assertion) factsOfClause(token int) []*facts.Fact {
	from, to := a.clauseFrom(token), token
	for to < len(a.s.Tokens) && a.s.Tokens[to].Low != ";" {
		to++
	}
	return slices.DeleteFunc(slices.Clone(a.s.Facts), func(f *facts.Fact) bool {
		return !slices.ContainsFunc(a.s.Tokens[from:to], func(t reading.Token) bool {
			return (t.Kind == reading.Value || t.Kind == reading.Cite) && t.ID == f.ID
		})
	})
}

// strongestMatch returns the phrase that says the most: of those that begin at the
// first strong word, the longest. Without one, it ends at token 0.
// Words of certainty count where certain is asked for: those of judgements are W408's.
func strongestMatch(s *reading.Sentence, certain bool) reading.Match {
	var out reading.Match
	for _, h := range s.Matches {
		switch h.Class {
		case "strong", "passiveStrong", "confirms", "certainty":
			if merely(s, h) || h.Class == "certainty" && !(certain && assures(s, h)) || !certain && s.At(h.From, "certainty") > 0 {
				continue
			}
			if out.To == 0 || h.From == out.From && h.To > out.To || h.Class == "passiveStrong" && out.Class != h.Class && h.To >= out.To {
				out = h
			}
		}
	}
	return out
}

// denies reports whether the sentence has a word of negation that is no part of the
// phrase: "no doubt" and "nobody disputes" are sure of something, "is impossible" not.
func denies(s *reading.Sentence, h reading.Match) bool {
	return slices.ContainsFunc(s.Matches, func(o reading.Match) bool {
		return o.Class == "negation" && !(o.From >= h.From && o.To < h.To) && !divided(s, o.From, h.From)
	})
}

// qualifies reports whether words in the clause of the phrase say whose word it is, or
// that it is not yet so.
func qualifies(s *reading.Sentence, h reading.Match) bool {
	return slices.ContainsFunc(s.Matches, func(o reading.Match) bool {
		return (o.Class == "qualified" || o.Class == "accordingTo" || o.Class == "gives") && !divided(s, o.From, h.From)
	})
}

// divided reports whether a semicolon stands between two tokens.
func divided(s *reading.Sentence, i, j int) bool {
	return slices.ContainsFunc(s.Tokens[min(i, j):max(i, j)], func(t reading.Token) bool { return t.Kind == reading.Punct && t.Low == ";" })
}

// assures reports whether a phrase of certainty says how sure something is: not
// "could be certain of one thing", "impossible to say".
func assures(s *reading.Sentence, h reading.Match) bool {
	return s.At(h.From, "able") < 0 && s.First(h.To, min(len(s.Tokens), h.To+2), "unsaid") < 0 && s.SameClause(h)
}

// merely reports whether the strong word says something else here: "proven
// reserves", "asked to confirm".
func merely(s *reading.Sentence, h reading.Match) bool {
	return s.First(max(0, h.From-2), min(len(s.Tokens), h.To+2), "merely") >= 0
}

// apart reports whether what is called strong stands in a clause before the one
// that refers to facts: "Only the Guard has confirmed anything; the company's
// {{count}} is a claim".
func apart(s *reading.Sentence, h reading.Match) bool {
	refers, divided := false, false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case t.Low == ";" && i < h.From:
			refers = false
		case t.Low == ";" && i >= h.To:
			divided = true
		case (t.Kind == reading.Value || t.Kind == reading.Cite) && !divided:
			refers = true
		}
	}
	return divided && !refers
}

// textHas reports whether a text has a phrase of the class in the reading's language.
func (c *pass) textHas(r *reading.Text, t facts.Text, class string) bool {
	if t.IsZero() {
		return false
	}
	in := c.reader.Skim(t.Line(r.Passage.Lang), r.Passage.Lang)
	return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool { return s.Has(class) })
}

// A casualties says whom a measure counts.
type casualties struct{ killed, wounded bool }

// lossesOf reads whom a measure counts, from its name and unit; for casualties,
// the killed and the wounded.
func (c *pass) lossesOf(id string) casualties {
	if c.measured.casualties == nil {
		c.measured.casualties = map[string]casualties{}
		r := c.reader
		for i := range c.f.Measures {
			m := &c.f.Measures[i]
			var l casualties
			for _, tag := range c.f.Briefing.Languages {
				for _, text := range []facts.Text{m.Name, m.Unit, m.Definition} {
					in := r.Skim(text.Line(tag), tag)
					for j := range in.Sentences {
						s := &in.Sentences[j]
						if s.Has("negation") {
							continue
						}
						both := s.Has("casualties")
						l.killed = l.killed || both || s.Has("killed")
						l.wounded = l.wounded || both || s.Has("wounded")
					}
				}
			}
			c.measured.casualties[m.ID] = l
		}
	}
	return c.measured.casualties[id]
}

// toll judges values of a measure that counts killed and wounded together, told
// as one of the two.
func (c *pass) toll(a *assertion) {
	r, s := a.r, a.s
	if c.texts.figures[r.Passage.Owner] != nil && r.Passage.Key == "title" {
		c.tollOf(r, s)
	}
	for _, v := range s.Values {
		if l := c.lossesOf(v.Fact.Measure); l.killed && l.wounded && v.Fact.HasAmount() && v.Part != claim.PartDate {
			c.tollAt(r, s, v.At, v.At+1, v.Fact)
		}
	}
	for _, n := range s.Amounts {
		if n.Value < 2 || n.Percent {
			continue
		}
		if f := c.citedMixed(s, n.Value); f != nil {
			c.tollAt(r, s, n.From, n.To, f)
			continue
		}
		if n.Value < 10 {
			continue
		}
		if f := c.onlyMixed(n.Value); f != nil {
			c.tollAt(r, s, n.From, n.To, f)
		} else if f := c.rounded(s, n); f != nil {
			c.tollAt(r, s, n.From, n.To, f)
		}
	}
}

// rounded returns the one fact that the sentence refers to, if it counts killed and
// wounded and the number is its value, rounded: "more than 300" of 310.
func (c *pass) rounded(s *reading.Sentence, n reading.Amount) *facts.Fact {
	if len(s.Facts) != 1 || !s.Loose(n) {
		return nil
	}
	f := s.Facts[0]
	if l := c.lossesOf(f.Measure); l.killed && l.wounded && within(s.Facts, n.Value, n.Unit) {
		return f
	}
	return nil
}

// tollOf judges the title of a chart of killed and wounded that names only one.
func (c *pass) tollOf(r *reading.Text, s *reading.Sentence) {
	at := s.First(0, len(s.Tokens), "killed")
	if at < 0 || len(s.Amounts) > 0 || s.Has("negation") || s.Speaks(0, len(s.Tokens), "wounded", "casualties", "losses") {
		return
	}
	for _, f := range c.about(r, s) {
		if l := c.lossesOf(f.Measure); l.killed && l.wounded {
			c.warnIn("W308", r, int(s.Tokens[at].Off), []string{f.ID, f.Measure}, "the title says killed, and the chart counts killed and "+
				"wounded together",
				"say casualties, or show the number of the killed")
			return
		}
	}
}

// onlyMixed returns a fact of killed and wounded that has the number, unless one
// of the killed or the wounded alone has it too.
func (c *pass) onlyMixed(v float64) *facts.Fact {
	if !near(c.carried.values, v, 0) {
		return nil
	}
	if c.carried.mixed == nil {
		c.carried.mixed = map[float64]*facts.Fact{}
		for i := range c.f.Facts {
			f := &c.f.Facts[i]
			l := c.lossesOf(f.Measure)
			for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
				switch {
				case p == nil:
				case !l.killed || !l.wounded:
					c.carried.mixed[*p] = nil
				default:
					if _, seen := c.carried.mixed[*p]; !seen {
						c.carried.mixed[*p] = f
					}
				}
			}
		}
	}
	return c.carried.mixed[v]
}

// tollAt looks round the number from one token to before another: what stands
// behind it says what it counts, or else what stands before.
func (c *pass) tollAt(r *reading.Text, s *reading.Sentence, from, to int, f *facts.Fact) {
	end := to
	for end < min(len(s.Tokens), to+7) && !s.Stops(end) {
		end++
	}
	begin := from
	for begin > max(0, from-10) && !s.Stops(begin-1) {
		begin--
	}
	span := [2]int{to, end}
	if !s.Speaks(to, end, "killed", "wounded", "casualties", "losses") {
		span = [2]int{begin, from}
	}
	killed, wounded := s.Speaks(span[0], span[1], "killed"), s.Speaks(span[0], span[1], "wounded")
	if s.First(begin, from, "takes") >= 0 && s.First(to, min(to+1, end), "lives") == to { // claimed 300 lives
		killed = true
	}
	if killed == wounded || s.Speaks(span[0], span[1], "casualties", "losses") {
		return
	}
	said := "wounded"
	if killed {
		said = "killed"
	}
	c.warnIn("W308", r, int(s.Tokens[from].Off), []string{f.ID, f.Measure}, "the text says "+said+", and "+quote(f.ID)+
		" counts killed and wounded together",
		"say casualties, or take the number of the "+said)
}
