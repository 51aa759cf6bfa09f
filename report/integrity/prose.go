package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// widest bounds how many facts a derived number is sought among.
const widest = 40

// assertAll reads what each sentence of the told texts claims.
func (c *pass) assertAll() {
	c.texts.around, c.texts.refers = c.contexts(), c.toldFacts()
	c.texts.names = c.voices()
	c.texts.assertions = make([][]*assertion, len(c.texts.told))
	before := map[string]*assertion{} // the last sentence of each section and language
	for i := range c.texts.told {
		r := &c.texts.told[i]
		key := r.Passage.Owner + " " + r.Tag()
		for j := range r.Sentences {
			a := c.assert(r, &r.Sentences[j], before[key])
			if a.before != nil && a.before.r == r {
				a.before.after = a
			}
			before[key] = a
			c.texts.assertions[i] = append(c.texts.assertions[i], a)
		}
		c.lookAhead(c.texts.assertions[i])
	}
}

// lookAhead finds for each sentence of a text whether the next citation, from it on, is of a source by itself.
func (c *pass) lookAhead(list []*assertion) {
	sourced := false
	for _, a := range slices.Backward(list) {
		for k := range a.s.Tokens {
			if t := &a.s.Tokens[k]; t.Kind == reading.Cite {
				sourced = c.f.Source(t.ID) != nil
				break
			}
		}
		a.sourced = sourced
	}
}

// numbers judges the numbers of a sentence.
func (c *pass) numbers(a *assertion) {
	for _, n := range a.s.Amounts {
		c.number(a, n, c.texts.around[a.r.Passage.Owner])
	}
}

// contexts gathers, for each section, judgement or chart, the facts that it refers to.
func (c *pass) contexts() map[string][]*facts.Fact {
	out := map[string][]*facts.Fact{}
	for i := range c.texts.told {
		r := &c.texts.told[i]
		if chart := c.texts.figures[r.Passage.Owner]; chart != nil {
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
func (c *pass) number(a *assertion, n reading.Amount, around []*facts.Fact) {
	r, s := a.r, a.s
	written := n
	n, measures, unit := c.counted(r, s, n, c.measured.words[r.Tag()])
	meant := c.untold(a, n, written, measures)
	if c.workedOut(a, n, written) ||
		!c.claims(r, s, n, measures, unit) && (meant == nil || n.Value < 10 && n.Value == math.Trunc(n.Value)) {
		return
	}
	at := int(s.Tokens[n.From].Off)
	said := r.Passage.S[at:s.Tokens[n.To-1].End]
	if cl := a.at(n.From); cl != nil {
		if cl.exact {
			c.byHand(a, written, cl, at, said)
		}
		return
	}
	loose := s.Loose(n)
	if meant != nil && c.thousandfold(a, meant, written) {
		c.differs(a, meant, n, said)
		return
	}
	if c.reckoned(a, meant, n, written) || a.isDifference(n) || meant != nil && c.tradesPlaces(a, n, meant, said) ||
		n.Small() && c.smallDisputed(r, s, n, around, measures, at, said) || meant != nil && c.miscredited(a, n, meant, said) {
		return
	}
	switch {
	case c.derived(a, n, s.Facts, loose) || c.derived(a, n, around, loose) || s.Named(n):
	case meant != nil && !n.Small():
		c.differs(a, meant, n, said)
	case !c.told(s, n, loose) && !(a.beyond(n) && n.Percent) && !c.disputed(r, s, n, measures, at, said) &&
		!c.excused(a, n) && !a.sourcedAfter():
		c.stray(r, s, n, loose, at, said)
	}
}

// reckoned reports whether a number is recorded of what is cited, or worked out of what the text tells; one that is near the value of the
// fact that it may be meant for, whether it is told with words of its own that it is recorded with.
func (c *pass) reckoned(a *assertion, meant *facts.Fact, n, written reading.Amount) bool {
	if meant != nil && c.nearby(a, meant, n) {
		return c.recordedFor(a, n)
	}
	return c.recordedOf(a, n) || c.workable(a, written)
}

// recordedOf reports whether the note, the statement or a quotation of a fact that the sentence cites has a number.
func (c *pass) recordedOf(a *assertion, n reading.Amount) bool {
	return n.Value >= 2 && slices.ContainsFunc(a.s.Facts, func(f *facts.Fact) bool { return c.statesNumber(f, a.r, n.Value) })
}

// recordedFor reports whether the note of a fact that the sentence cites has a number with a month or a year, or a word that the measure
// does not have, that stands beside the number in the text too: "the strike of 2008 lasted 57 days"; or any note what something rose or
// fell from.
func (c *pass) recordedFor(a *assertion, n reading.Amount) bool {
	if _, from := a.qualifier(n.From, "rangeFrom"); from && a.s.Has("rises", "falls") && c.recordedOf(a, n) {
		return true
	}
	parted := func(i int) bool { return a.s.Tokens[i].Kind == reading.Cite || a.s.Tokens[i].Low == ";" }
	from, to := n.From, n.To
	for ; from > 0 && !parted(from-1); from-- {
	}
	for ; to < len(a.s.Tokens) && !parted(to); to++ {
	}
	return slices.ContainsFunc(a.s.Facts, func(f *facts.Fact) bool {
		var own []string
		if f.Measure != "" {
			own = c.nameStems(a.r, f.Measure)
		}
		return slices.ContainsFunc(f.Note.In(c.tagOf(a.r)), func(text string) bool {
			in := c.reader.Skim(text, c.tagOf(a.r))
			return slices.ContainsFunc(in.Sentences, func(s reading.Sentence) bool {
				return slices.ContainsFunc(s.Amounts, func(m reading.Amount) bool { return m.Value == n.Value && m.Percent == n.Percent }) &&
					slices.ContainsFunc(s.Tokens, func(t reading.Token) bool {
						return slices.ContainsFunc(a.s.Tokens[from:to], func(o reading.Token) bool {
							when := (reading.YearOf(&t) > 0 || t.Word.Month > 0) && t.Low == o.Low
							return when || meaningful(&t) && t.Word.By == 0 && stem(t.Low) == stem(o.Low) && !slices.Contains(own, stem(t.Low))
						})
					})
			})
		})
	})
}

// workedOut reports whether a number is worked out of the facts cited with it, or is what others are counted on.
func (c *pass) workedOut(a *assertion, n, written reading.Amount) bool {
	if _, ok := c.resultAt(a, written); ok {
		return true
	}
	return c.trueBound(a, written) || c.inTime(a, n) || c.inRate(a, n) || c.isBase(a, written) || c.leftOf(a, written) != nil ||
		a.at(n.From) == nil && !a.isDifference(n) &&
			(c.computed(a, written) || c.together(a, n) != nil)
}

// tradesPlaces judges whether a number stands where another of the sentence belongs, which is told once of the two.
func (c *pass) tradesPlaces(a *assertion, n reading.Amount, meant *facts.Fact, said string) bool {
	g := a.segmentAt(n.From)
	if n.Small() && (n.Value < 3 || !a.sole(g, n)) || !c.swapped(a, g, n) {
		return false
	}
	if !a.turned {
		c.differs(a, meant, n, said)
	}
	a.turned = true
	return true
}

// miscredited judges the only number of a segment that names who says what is cited there: no sum or difference excuses it.
func (c *pass) miscredited(a *assertion, n reading.Amount, meant *facts.Fact, said string) bool {
	g := a.segmentAt(n.From)
	if n.Small() || !a.sole(g, n) || !c.credits(a, g, meant) {
		return false
	}
	c.differs(a, meant, n, said)
	return true
}

// told reports whether a fact of the briefing has the number or, of one that may be rounded, one of the sentence is near it.
func (c *pass) told(s *reading.Sentence, n reading.Amount, loose bool) bool {
	return carrier(s.Facts, n) != nil || near(c.carried.numbers, n.Value, 0) || near(c.carried.numbers, n.Alt, 0) ||
		loose && within(s.Facts, n.Value, n.Unit)
}

// sourcedAfter reports whether a sentence without citations stands in a paragraph whose
// next citation is of a source by itself: the paragraph is told from that source.
func (a *assertion) sourcedAfter() bool {
	return a.sourced && !refersTo(a.s) && len(a.s.Facts) == 0
}

// beyond reports whether a number stands in a clause of its own behind the last citation:
// "62 percent have it [@x]; 95 percent would be needed".
func (a *assertion) beyond(n reading.Amount) bool {
	g := a.segmentAt(n.From)
	return g != nil && g.cites == g.to && g.from > 0 && a.clauseFrom(n.From) > g.from
}

// ofClaim reports whether the sentence, or a clause of it, begins with what a value is
// taken of: "Of {{cast}}, 78 % …".
func (a *assertion) ofClaim() bool {
	return slices.ContainsFunc(a.claims, func(cl stated) bool {
		i := cl.from - 1
		return i >= 0 && a.s.Tokens[i].Word.Of && (i == 0 || a.s.Tokens[i-1].Kind == reading.Punct)
	})
}

// tellsOther reports whether the sentence tells another number of the claim's fact.
func (a *assertion) tellsOther(cl *stated) bool {
	return slices.ContainsFunc(a.claims, func(o stated) bool { return o.fact == cl.fact && o.part != cl.part })
}

// differs warns of a number that is not what the fact cited says.
func (c *pass) differs(a *assertion, f *facts.Fact, n reading.Amount, said string) {
	if f.Low != nil && f.High != nil && n.Value > f.Low.Float() && n.Value < f.High.Float() {
		if grain := math.Min(reading.Significant("", f.Low.Float()), reading.Significant("", f.High.Float())); n.Unit < grain {
			c.warnAt("W407", a, n.From, []string{f.ID}, quote(said)+" is more precise than the range it lies in, "+saysRange(f)+
				", and nobody said it", "tell the range: {{"+f.ID+"}}")
			return
		}
	}
	c.warnAt("W303", a, n.From, []string{f.ID}, quote(said)+" is not what "+quote(f.ID)+" says: "+saysOf(f), "write {{"+f.ID+"}}"+
		c.recomputed(a, f, n))
}

// recomputed says what the sum or difference is that a number may have been meant for.
func (c *pass) recomputed(a *assertion, f *facts.Fact, n reading.Amount) string {
	list := slices.Clone(a.s.Facts)
	if a.before != nil {
		list = append(list, a.before.s.Facts...)
	}
	for _, x := range list {
		for _, y := range list {
			if x == y || x.Measure != f.Measure || y.Measure != f.Measure {
				continue
			}
			for _, p := range numbers(x) {
				for _, q := range numbers(y) {
					if d := p - q; d > 0 && math.Abs(d-n.Value) < 0.15*d {
						return "; " + show(p) + " − " + show(q) + " = " + quantity.FromFloat(p).Sub(quantity.FromFloat(q)).String()
					}
				}
			}
		}
	}
	return ""
}

// excused reports whether no fact need give the number: its segment cites a source by
// itself, or it is a share whose whole is not among the facts cited.
func (c *pass) excused(a *assertion, n reading.Amount) bool {
	g := a.segmentAt(n.From)
	for i := range a.segments {
		if g == nil || a.segments[i].sourced && (a.segments[i].from >= g.from || g.cites == g.to) {
			return g != nil
		}
	}
	if g == nil {
		return slices.ContainsFunc(a.s.Tokens, func(t reading.Token) bool { return t.Kind == reading.Cite })
	}
	if g.cites == g.to && len(g.facts) == 0 && len(a.segments) == 1 {
		return false
	}
	if list := g.cited(); len(list) > 1 && c.sameUnits(list) {
		return false
	}
	return n.Percent && len(a.s.Facts) > 0 && len(a.claims) > 0 && !a.ofClaim() && !a.s.Has("rises", "falls", "riseFrom", "fallFrom",
		"comparison", "wholes")
}

// stray judges a number that no fact of its sentence gives.
func (c *pass) stray(r *reading.Text, s *reading.Sentence, n reading.Amount, loose bool, at int, written string) {
	for _, v := range []float64{n.Value, n.Alt} {
		if !near(c.carried.values, v, 0) {
			continue
		}
		id := c.holder(v)
		if fact := c.f.Fact(before(id)); c.onlyUpper(s, v) {
			c.warnIn("W307", r, at, []string{fact.ID}, quote(written)+" is the upper end of a range, told alone: "+quote(fact.ID)+" begins at "+
				lowestDigits(fact),
				"tell the whole range")
		} else if r.Passage.Markdown && (n.Value >= 100 || n.Spelled && !n.Below10()) {
			message := quote(written) + " is written by hand; it is the value of " + quote(fact.ID)
			if m := c.f.Measure(fact.Measure); m != nil {
				message += " (" + m.Name.Line(c.f.Briefing.Languages[0]) + ")"
			}
			c.byHandOnce(r, at, fact.ID, message, "write {{"+id+"}}, which follows the fact when it changes")
		}
		return
	}
	if slices.ContainsFunc(scaleGone(r, s, n), func(v scaled) bool { return near(c.carried.values, v.value, 0) }) {
		return
	}
	if loose && near(c.carried.values, n.Value, n.Unit) ||
		len(s.Facts) == 0 && n.Value >= 10*n.Unit && near(c.carried.values, n.Value, min(n.Unit/2, n.Value*0.02)) { // rounded
		return
	}
	c.warnIn("W301", r, at, nil, "no fact says "+quote(written), "add the fact and write {{its-id}}, or take the number out")
}

// byHand judges a number that a fact of its segment gives. That it is written by hand is
// no fault: when the fact changes, it is one that differs from the fact cited.
func (c *pass) byHand(a *assertion, n reading.Amount, cl *stated, at int, written string) {
	r, s := a.r, a.s
	if !r.Passage.Markdown {
		return
	}
	f := cl.fact
	if cl.part == claim.PartHigh && lowest(f) < partValue(cl) && !tells(s, f, n) && !a.tellsOther(cl) && !s.Has("upper") &&
		!(lowest(f) == 0 && s.Has("zero")) {
		c.warnIn("W307", r, at, []string{f.ID}, quote(written)+" is the upper end of a range, told alone: "+quote(f.ID)+" begins at "+
			lowestDigits(f),
			"tell the whole range: {{"+f.ID+"}}")
		return
	}
}

// disputed judges a number with the unit of a fact that the sentence refers to,
// which that fact does not give.
func (c *pass) disputed(r *reading.Text, s *reading.Sentence, n reading.Amount, measures []string, at int, written string) bool {
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
				c.warnIn("W407", r, at, []string{f.ID}, quote(written)+" is more precise than the range it lies in, "+saysRange(f)+
					", and nobody said it", "tell the range: {{"+f.ID+"}}")
				return true
			}
		}
	}
	if about == nil {
		return false
	}
	c.warnIn("W303", r, at, []string{about.ID}, quote(written)+" is not what "+quote(about.ID)+" says: "+saysOf(about), "write {{"+about.ID+
		"}}")
	return true
}

// saysOf writes the amount of a fact for a message.
func saysOf(f *facts.Fact) string {
	switch {
	case f.Best != nil:
		return f.Best.String()
	case f.Low != nil && f.High != nil:
		return saysRange(f)
	case f.Low != nil:
		return "at least " + f.Low.String()
	}
	return "up to " + f.High.String()
}

// says reports whether an estimate of the measure gives the value.
func (c *pass) says(measure string, v float64) bool {
	if c.carried.sayings == nil {
		c.carried.sayings = map[string]bool{}
		for i := range c.f.Facts {
			f := &c.f.Facts[i]
			for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
				if p != nil {
					c.carried.sayings[f.Measure+" "+show(*p)] = true
				}
			}
		}
	}
	return c.carried.sayings[measure+" "+show(v)]
}
