package integrity

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A fraction is a part that a sentence tells of a whole, in words or in percent.
type fraction struct {
	from, to int // tokens
	fits     func(float64) bool
}

// fractions finds the parts of a sentence that are less than the whole.
func (a *assertion) fractions() []fraction {
	var out []fraction
	for _, p := range a.proportions() {
		if p.high < 1 && !p.changes && a.s.First(p.to, min(len(a.s.Tokens), p.to+4), "percent") < 0 { // not half of one percent
			out = append(out, fraction{p.from, p.to, p.fits})
		}
	}
	for _, n := range a.s.Amounts {
		thousandths := n.To < len(a.s.Tokens) && a.s.Tokens[n.To].Low == "‰"
		if !n.Percent && !thousandths || n.Value <= 0 || n.Value >= 100 || a.at(n.From) != nil {
			continue
		}
		by, end := 100.0, n.To+1
		if thousandths {
			by = 1000
		} else {
			end = a.s.Behind(n)
		}
		fits := a.rounding(n)
		out = append(out, fraction{n.From, end, func(v float64) bool { return fits(v * by) }})
	}
	return out
}

// portioned judges a part whose whole is named behind it by the words of another measure: "five percent of those who crossed", beside a
// value that is another part of what is recorded of these; and a part of a value whose note gives the number with a word of the sentence.
func (c *pass) portioned(a *assertion) {
	if a.s.Has("rises", "falls") {
		return
	}
	for _, p := range a.fractions() {
		g := a.segmentAt(p.from)
		if g == nil || g.sourced || a.quoted(p.from) || a.deniedAround(p.from, p.to) ||
			c.warned(a, 0, len(a.s.Tokens), "W303", "W313", "W315", "W317", "W318") {
			continue
		}
		if x, y := c.partAndWhole(a, g, p); x != nil {
			c.warnAt("W318", a, p.from, []string{x.ID, y.ID}, a.words(p.from, p.to)+" is not the part that "+quote(x.ID)+" is of "+quote(y.ID)+": "+
				show(evidence.Middle(x))+" of "+show(evidence.Middle(y))+" is "+show(math.Round(evidence.Middle(x)/evidence.Middle(y)*1000)/10)+" %",
				"correct the part, or the numbers that it is taken from")
			return
		}
		if f, v := c.notedPart(a, g, p); f != nil {
			c.warnAt("W318", a, p.from, []string{f.ID}, a.words(p.from, p.to)+" is not the part that is recorded of "+quote(f.ID)+": "+
				show(v)+" of "+saysOf(f), "correct the part, or the numbers that it is taken from")
			return
		}
	}
}

// partAndWhole returns the value told with a part, and the whole that is named behind the part, where no value of that measure gives it.
func (c *pass) partAndWhole(a *assertion, g *segment, p fraction) (x, y *facts.Fact) {
	words := a.wholeWords(p.to)
	if len(words) == 0 || pairFits(a.s.Facts, p) {
		return nil, nil
	}
	for i := range a.claims {
		cl := &a.claims[i]
		before := i+1 == len(a.claims) || a.claims[i+1].from > p.from // the last before the part
		if cl.from < g.from && !before || cl.to > g.cites || cl.fact.Measure == "" || c.isPercent(cl.fact.Measure) {
			continue
		}
		for _, o := range c.wholesNamed(a, cl.fact, words) {
			if slices.ContainsFunc(partsOf(cl.fact), func(q part) bool { return p.fits(q.value / o.Best.Float()) }) {
				return nil, nil
			}
			x, y = cl.fact, o
		}
	}
	return x, y
}

// pairFits reports whether two of some facts give a part.
func pairFits(list []*facts.Fact, p fraction) bool {
	list = amountsOf(list)
	return slices.ContainsFunc(list, func(f *facts.Fact) bool {
		return slices.ContainsFunc(list, func(o *facts.Fact) bool {
			return f != o && evidence.Middle(o) > 0 && p.fits(evidence.Middle(f)/evidence.Middle(o))
		})
	})
}

// wholesNamed returns the greater values that are counted in the unit of a fact, in its place, by another measure of whose name a word
// stands in a list and is none of the fact's.
func (c *pass) wholesNamed(a *assertion, f *facts.Fact, words []string) []*facts.Fact {
	var out []*facts.Fact
	own := c.nameStems(a.r, f.Measure)
	for k := range c.f.Facts {
		o := &c.f.Facts[k]
		if o.Type != claim.Estimate || o.Measure == f.Measure || o.Best == nil || evidence.Middle(f) >= o.Best.Float() || o.Place != f.Place ||
			!c.sameUnit(o, f) {
			continue
		}
		theirs := c.nameStems(a.r, o.Measure)
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(theirs, w) && !slices.Contains(own, w) }) {
			out = append(out, o)
		}
	}
	return out
}

// wholeWords returns the stems of the words behind "of" at a token, up to four.
func (a *assertion) wholeWords(i int) []string {
	if i >= len(a.s.Tokens) || !a.s.Tokens[i].Word.Of {
		return nil
	}
	var out []string
	for i++; i < len(a.s.Tokens) && len(out) < 3 && a.s.Tokens[i].Kind == reading.Word; i++ {
		if meaningful(&a.s.Tokens[i]) {
			out = append(out, stem(a.s.Tokens[i].Low))
		}
	}
	return out
}

// notedPart returns the one fact of a segment, and the number of its note that is told with a word of the segment, where the part is not
// that of any number of the note.
func (c *pass) notedPart(a *assertion, g *segment, p fraction) (of *facts.Fact, v float64) {
	f := onlyFact(g)
	if f == nil || f.Best == nil || c.isPercent(f.Measure) || f.Best.Float() <= 0 {
		return nil, 0
	}
	whole := f.Best.Float()
	for s := range c.sentences(f.Note.In(c.tagOf(a.r)), c.tagOf(a.r)) {
		if s.Has("ratio") || slices.ContainsFunc(s.Amounts, func(n reading.Amount) bool { return n.Percent || p.fits(n.Value/whole) }) {
			return nil, 0
		}
		for k, n := range s.Amounts {
			to := len(s.Tokens)
			if k+1 < len(s.Amounts) {
				to = s.Amounts[k+1].From
			}
			counts := reading.YearOf(&s.Tokens[n.From]) == 0 && !s.Named(n) && n.Value < whole && n.Value >= whole/20
			if counts && a.sharesLabel(g, s, n.To, to) {
				of, v = f, n.Value
			}
		}
	}
	return of, v
}

// sharesLabel reports whether a segment has one of the words between two tokens of another sentence.
func (a *assertion) sharesLabel(g *segment, s *reading.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		w := labelOf(s, i)
		for j := g.from; w != "" && j < g.cites; j++ {
			if labelOf(a.s, j) == w {
				return true
			}
		}
	}
	return false
}
