package integrity

import (
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// inReach returns the numbers of the clause of a ratio, and those that it may be taken of.
func (c *pass) inReach(a *assertion, p proportion) (own, all []ratioValue) {
	if a.s.Has("wholes") { // "a fifth of the total", which the paragraph before gave
		return c.values(a, -1)
	}
	own, all = c.values(a, p.from)
	if twoAlike(own) && p.v > 1 {
		all = own // "22,000, against 150,000, nearly seven times as many"
	} else if !enough(own, all, p) || p.high < 1 && len(a.wholeWords(p.to)) > 0 && oneSeries(own, all) && !a.s.Has("rises", "falls") {
		all = c.furtherOff(own, all, p)
	}
	return own, all
}

// furtherOff adds, to the numbers that a ratio may be taken of, those of the same series; and for a part the greater ones of its unit, if
// two may be compared already or the same origin counts one of them for the same time.
func (c *pass) furtherOff(own, all []ratioValue, p proportion) []ratioValue {
	out, known := slices.Clone(all), enough(own, all, p)
	for _, x := range own {
		for i := range c.f.Facts {
			o := &c.f.Facts[i]
			if o == x.fact || !o.HasAmount() || len(out) > 4*widest {
				continue
			}
			alike := comparableFacts(o, x.fact)
			known = known || alike || p.high < 1 && c.sameUnit(o, x.fact) && o.Origin == x.fact.Origin && o.When() == x.fact.When() &&
				o.Period == x.fact.Period && o.Place == x.fact.Place && evidence.Middle(o) > x.v
			for _, q := range partsOf(o) {
				if alike || p.high < 1 && c.sameUnit(o, x.fact) && q.value > x.v {
					out = append(out, ratioValue{o, q.value, x.unit, x.percent})
				}
			}
		}
	}
	if !known {
		return all
	}
	return out
}

// oneSeries reports whether all numbers of one unit are of one series, so that the whole of a part of one of them is another.
func oneSeries(own, all []ratioValue) bool {
	return len(own) > 0 && !slices.ContainsFunc(own, func(x ratioValue) bool {
		return x.percent || slices.ContainsFunc(all, func(y ratioValue) bool {
			return y.fact != x.fact && y.unit == x.unit && !comparableFacts(x.fact, y.fact)
		})
	})
}

// values returns the numbers of the facts that the clause of a token refers to, or of
// the whole sentence where the token is -1, and those together with the numbers of the
// sentences before.
func (c *pass) values(a *assertion, token int) (own, all []ratioValue) {
	of := func(a *assertion, token int) []ratioValue {
		var out []ratioValue
		list := a.factsAround(token)
		if len(list) == 0 && c.texts.figures[a.r.Passage.Owner] != nil && a.r.Passage.Key == "title" { // a title is of what the figure shows
			list = c.about(a.r, a.s)
		}
		for _, f := range list[:min(len(list), widest)] {
			for _, p := range partsOf(f) {
				unit := ""
				if m := c.f.Measure(f.Measure); m != nil {
					unit = m.Unit.Line(c.f.Briefing.Languages[0])
				}
				out = append(out, ratioValue{f, p.value, unit, c.isPercent(f.Measure)})
			}
		}
		return out
	}
	own = of(a, token)
	all = slices.Clone(own)
	for _, v := range of(a, -1) {
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	for b, n := a.before, 0; b != nil && n < 3 && (b.r == a.r || a.s.Has("wholes")); b, n = b.before, n+1 {
		all = append(all, of(b, -1)...)
	}
	return own, all
}

// refersTo reports whether the sentence cites anything.
func refersTo(s *reading.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t reading.Token) bool { return t.Kind == reading.Cite })
}

// tellsAt reports whether a number or a value stands at a token: "six in ten burnt in August: 362,162".
func (a *assertion) tellsAt(i int) bool {
	return i < len(a.s.Tokens) && (a.s.Tokens[i].Kind == reading.Numeral || a.s.Tokens[i].Kind == reading.Value)
}

// factsAround returns the facts that the clause of a token refers to, those cited at
// its end among them, or all of the sentence where the token is -1.
func (a *assertion) factsAround(token int) []*facts.Fact {
	if token < 0 {
		return a.s.Facts
	}
	from, to := 0, len(a.s.Tokens)
	for i := range a.s.Tokens {
		if t := &a.s.Tokens[i]; t.Kind == reading.Punct && (t.Low == ";" || t.Low == ":" && i > token && !a.tellsAt(i+1)) {
			if i < token {
				from = i + 1
			} else {
				to = i
				break
			}
		}
	}
	var out []*facts.Fact
	for _, f := range a.s.Facts {
		for i := from; i < to; i++ {
			if t := &a.s.Tokens[i]; (t.Kind == reading.Value || t.Kind == reading.Cite) && t.ID == f.ID {
				out = append(out, f)
				break
			}
		}
	}
	return out
}
