package integrity

import (
	"math"
	"slices"

	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// widest bounds how many facts a derived number is sought among.
const widest = 40

// prose judges what the texts say against the facts.
func (c *checker) prose() {
	around := c.contexts()
	units := c.unitWords()
	told := c.toldFacts()
	voices := c.voices()
	for i := range c.told {
		r := &c.told[i]
		for j := range r.Sentences {
			s := &r.Sentences[j]
			for _, n := range s.Amounts {
				c.number(r, s, n, around[r.Passage.Owner], units[r.Tag()])
			}
			c.calendarOf(r, s)
			c.upper(r, s)
			c.outdated(r, s, told)
			c.strong(r, s)
			c.toll(r, s)
			c.compared(r, s)
			c.attributed(r, s, voices[r.Tag()])
			c.newest(r, s)
			c.added(r, s)
			c.corroborated(r, s)
		}
	}
}

// contexts gathers, for each section, judgement or chart, the facts that it refers to.
func (c *checker) contexts() map[string][]*facts.Fact {
	out := map[string][]*facts.Fact{}
	for i := range c.told {
		r := &c.told[i]
		if chart := c.figures[r.Passage.Owner]; chart != nil {
			if _, done := out[r.Passage.Owner]; !done {
				chosen := c.f.Select(chart.Kind, chart.Select)
				out[r.Passage.Owner] = chosen[:min(len(chosen), widest)]
			}
			continue
		}
		for j := range r.Sentences {
			if list := out[r.Passage.Owner]; len(list) < widest {
				out[r.Passage.Owner] = append(list, r.Sentences[j].Facts...)
			}
		}
	}
	return out
}

// number judges one number of a text.
func (c *checker) number(r *reading.Text, s *reading.Sentence, n reading.Amount, around []*facts.Fact, units map[string][]string) {
	n, measures, unit := c.counted(r, s, n, units)
	if !c.claims(r, s, n, measures, unit) {
		return
	}
	at := int(s.Tokens[n.From].Off)
	written := r.Passage.S[at:s.Tokens[n.To-1].End]
	if f := carrier(s.Facts, n); f != nil {
		c.byHand(r, s, n, f, at, written)
		return
	}
	loose := s.Loose(n)
	if n.Small() && c.smallDisputed(r, s, n, around, measures, at, written) {
		return
	}
	if near(c.carried.numbers, n.Value, 0) || near(c.carried.numbers, n.Alt, 0) || c.derived(n, s.Facts, loose) || c.derived(n, around, loose) {
		return
	}
	if loose && within(s.Facts, n.Value, n.Unit) {
		return
	}
	if c.disputed(r, s, n, measures, at, written) {
		return
	}
	c.stray(r, s, n, loose, at, written)
}

// stray judges a number that no fact of its sentence gives.
func (c *checker) stray(r *reading.Text, s *reading.Sentence, n reading.Amount, loose bool, at int, written string) {
	for _, v := range []float64{n.Value, n.Alt} {
		if !near(c.carried.values, v, 0) {
			continue
		}
		id := c.holder(v)
		if fact := c.f.Fact(before(id)); c.onlyUpper(s, v) {
			c.warnIn("W307", r, at, []string{fact.ID}, quote(written)+" is the upper end of a range, told alone: "+quote(fact.ID)+" begins at "+show(lowest(fact)),
				"tell the whole range")
		} else if r.Passage.Markdown && (n.Value >= 100 || n.Spelled && !n.Below10()) {
			message := quote(written) + " is written by hand; it is the value of " + quote(fact.ID)
			if m := c.f.Measure(fact.Measure); m != nil {
				message += " (" + m.Name.Line(c.f.Briefing.Languages[0]) + ")"
			}
			c.warnIn("W302", r, at, []string{fact.ID}, message, "write {{"+id+"}}, which follows the fact when it changes")
		}
		return
	}
	if loose && near(c.carried.values, n.Value, n.Unit) {
		return
	}
	c.warnIn("W301", r, at, nil, "no fact says "+quote(written), "add the fact and write {{its-id}}, or take the number out")
}

// byHand judges a number that a fact of the sentence gives.
func (c *checker) byHand(r *reading.Text, s *reading.Sentence, n reading.Amount, f *facts.Fact, at int, written string) {
	if !r.Passage.Markdown {
		return
	}
	part := "best"
	switch {
	case f.High != nil && f.High.Float() == n.Value && lowest(f) < n.Value:
		if !tells(s, f, n) && !s.Has("upper") {
			c.warnIn("W307", r, at, []string{f.ID}, quote(written)+" is the upper end of a range, told alone: "+quote(f.ID)+" begins at "+show(lowest(f)),
				"tell the whole range: {{"+f.ID+"}}")
			return
		}
		part = "high"
	case f.Low != nil && f.Low.Float() == n.Value:
		part = "low"
	}
	for _, v := range s.Values {
		if v.Fact == f { // bound already, and repeated
			return
		}
	}
	if n.Value >= 10 || n.Spelled && !n.Below10() {
		c.warnIn("W302", r, at, []string{f.ID}, quote(written)+" is written by hand", "write {{"+f.ID+"."+part+"}}, which follows the fact when it changes")
	}
}

// disputed judges a number with the unit of a fact that the sentence refers to,
// which that fact does not give.
func (c *checker) disputed(r *reading.Text, s *reading.Sentence, n reading.Amount, measures []string, at int, written string) bool {
	var about *facts.Fact
	for _, f := range s.Facts {
		if f.Measure == "" || !f.HasAmount() || !slices.Contains(measures, f.Measure) || c.says(f.Measure, n.Value) {
			continue
		}
		if about == nil {
			about = f
		}
		if f.Low != nil && f.High != nil && n.Value > f.Low.Float() && n.Value < f.High.Float() {
			if grain := math.Min(reading.Significant("", f.Low.Float()), reading.Significant("", f.High.Float())); n.Unit < grain {
				c.warnIn("W407", r, at, []string{f.ID}, quote(written)+" is more precise than the range it lies in, "+show(f.Low.Float())+" to "+show(f.High.Float())+
					", and nobody said it", "tell the range: {{"+f.ID+"}}")
				return true
			}
		}
	}
	if about == nil {
		return false
	}
	c.warnIn("W303", r, at, []string{about.ID}, quote(written)+" is not what "+quote(about.ID)+" says: "+saysOf(about), "write {{"+about.ID+"}}")
	return true
}

// saysOf writes the amount of a fact for a message.
func saysOf(f *facts.Fact) string {
	switch {
	case f.Best != nil:
		return show(f.Best.Float())
	case f.Low != nil && f.High != nil:
		return show(f.Low.Float()) + " to " + show(f.High.Float())
	case f.Low != nil:
		return "at least " + show(f.Low.Float())
	}
	return "up to " + show(f.High.Float())
}

// says reports whether an estimate of the measure gives the value.
func (c *checker) says(measure string, v float64) bool {
	if c.sayings == nil {
		c.sayings = map[string]bool{}
		for i := range c.f.Facts {
			f := &c.f.Facts[i]
			for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
				if p != nil {
					c.sayings[f.Measure+" "+show(*p)] = true
				}
			}
		}
	}
	return c.sayings[measure+" "+show(v)]
}
