package integrity

import (
	"iter"
	"math"
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A worth is a number that another number of a text may be worked out of, with what it counts.
type worth struct {
	v       float64
	unit    string // of its measure; empty: written by hand, or in a note, and may count anything
	percent bool
	fact    *facts.Fact // nil: of none
	near    bool        // the sentence or the one before it tells it
	own     bool        // the sentence itself writes it by hand, or cites its fact
}

// alike reports whether two numbers may be counted in one unit.
func (x worth) alike(y worth) bool {
	return x.percent == y.percent && (x.unit == y.unit || x.unit == "" || y.unit == "")
}

// workable reports whether a number is worked out of what its paragraph tells, of what its section refers to, or of the other values
// of a measure of which it tells one: a sum, a difference, a share, a change in percent, the width of a range, a multiple by a number
// of the sentence, a part.
func (c *pass) workable(a *assertion, n reading.Amount) bool {
	if near(c.carried.values, n.Value, 0) || a.endsRange(n) || len(a.s.Facts) == 0 && !n.Percent && !a.reckons(n) {
		return false // the value of another, the other end of a range, or a number that is not told as worked out
	}
	v := a.asPoints(n)
	list := c.worths(a, n)
	fits := a.rounding(v)
	grows := a.s.Has("rises", "falls")
	switch {
	case v != n || c.pointsAt(a, n):
		return apartOfTwo(list, true, grows, fits) || apartOfTwo(list, false, grows, fits)
	case n.Percent:
		return shareOfTwo(list, fits)
	}
	return apartOfTwo(list, false, grows, fits) || sumOfSome(a, list, fits) || partOfOne(a, list, fits) || widthOfOne(list, fits)
}

// reckons reports whether a sentence has a word for a sum, a difference, a change, a mean or a part.
func (a *assertion) reckons(n reading.Amount) bool {
	if _, by := a.qualifier(n.From, "byMuch"); by {
		return true
	}
	return a.s.Has("greater", "smaller", "gap", "asunder", "netting", "balance", "summing", "wholes", "inAll",
		"rises", "falls", "riseFrom", "fallFrom", "exceeds", "fallsShort", "average", "ratio", "timesWord", "points", "hundredths", "tenthParts")
}

// endsRange reports whether a number is one end of a range whose other end is that of a fact cited.
func (a *assertion) endsRange(n reading.Amount) bool {
	list := a.s.Amounts
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		if (x.From == n.From && a.at(y.From) != nil || y.From == n.From && a.at(x.From) != nil) && a.isRange(x, y) {
			return true
		}
	}
	return false
}

// asPoints returns a number of hundredths or tenths of a point, or of basis points, in points.
func (a *assertion) asPoints(n reading.Amount) reading.Amount {
	by := 0.0
	switch {
	case n.Percent:
	case a.s.At(n.To, "hundredths") > 0:
		by = 100
	case a.s.At(n.To, "tenthParts") > 0:
		by = 10
	}
	if by > 0 {
		n.Value, n.Alt, n.Unit = n.Value/by, n.Alt/by, n.Unit/by
	}
	return n
}

// rounding returns whether a value is a number, rounded as the text writes it: to its last digit, or on the side that the words
// before it say, within a unit of its last digit.
func (a *assertion) rounding(n reading.Amount) func(float64) bool {
	side, part := sideOf(a.r, a.s, n), 0.04
	if a.s.Loose(n) || n.Spelled {
		part = 0.08
	}
	return func(v float64) bool {
		return v > 0 && slices.ContainsFunc(unscaled(n), func(x scaled) bool {
			d, unit := v-x.value, x.unit
			if n.Percent {
				unit = min(unit, 1)
			}
			slack := max(min(unit/2, x.value*part), x.value*1e-9) * 1.001
			over := min(max(unit, x.unit/2), x.value*0.35)
			return math.Abs(d) <= slack || side > 0 && d > 0 && d < over || side < 0 && d < 0 && -d < over
		})
	}
}

// A reckoning gathers the numbers that one of a sentence may be worked out of.
type reckoning struct {
	c    *pass
	r    *reading.Text
	list []worth
	free bool // a number is told that is itself worked out
}

func (p *reckoning) add(x worth) {
	if x.v != 0 && len(p.list) < 4*widest && !slices.ContainsFunc(p.list, func(o worth) bool {
		return o.v == x.v && o.unit == x.unit && o.fact == x.fact
	}) {
		p.list = append(p.list, x)
	}
}

// fact adds the numbers of a fact, and, of a near one, those of its note, its statement and its quotations.
func (p *reckoning) fact(f *facts.Fact, near, own bool) {
	for _, v := range p.c.written(p.r, f) {
		p.add(worth{math.Abs(v), p.c.unitName(f), p.c.isPercent(f.Measure), f, near, own})
	}
	if !near {
		return
	}
	for s := range p.c.sentences(p.c.recordedTexts(f, p.c.tagOf(p.r)), p.c.tagOf(p.r)) {
		for _, m := range s.Amounts {
			p.add(worth{v: m.Value, percent: m.Percent, near: true})
		}
	}
}

// byHand adds a number that a sentence writes, but for years and lengths of time.
func (p *reckoning) byHand(b *assertion, m reading.Amount, own bool) {
	if b.at(m.From) != nil || reading.YearOf(&b.s.Tokens[m.From]) > 0 || m.To < len(b.s.Tokens) && b.s.Tokens[m.To].Word.Period != "" {
		return
	}
	p.add(worth{v: m.Value, percent: m.Percent, near: true, own: own})
	p.free = p.free || !m.Small() && !m.Percent && !near(p.c.carried.values, m.Value, 0) && !near(p.c.carried.numbers, m.Value, 0)
}

// worths returns the numbers that one of a sentence may be worked out of: of the sentence and the one before it, with what is recorded of
// the facts cited; of its paragraph and its section; and the other values of their measures.
// The number at the tokens of n is left out.
func (c *pass) worths(a *assertion, n reading.Amount) []worth {
	p := reckoning{c: c, r: a.r}
	back := 2
	if len(a.s.Facts) == 0 {
		back = 4 // a sentence that cites nothing sums up more of its paragraph
	}
	for b, k := a, 0; b != nil && b.r == a.r && k < back; b, k = b.before, k+1 {
		for _, f := range b.s.Facts {
			p.fact(f, true, b == a)
		}
		for _, m := range b.s.Amounts {
			if b != a || m.From < n.From || m.From >= n.To {
				p.byHand(b, m, b == a)
			}
		}
	}
	for b := a.before; b != nil && b.r == a.r; b = b.before {
		for _, f := range b.s.Facts {
			p.fact(f, false, false)
		}
	}
	for _, f := range c.texts.around[a.r.Passage.Owner] {
		p.fact(f, false, false)
	}
	for _, x := range slices.Clone(p.list) {
		if x.fact != nil && x.near && x.fact.Measure != "" {
			for _, i := range c.f.References().Counting[x.fact.Measure] {
				p.fact(&c.f.Facts[i], false, false)
			}
		}
	}
	p.elsewhere(a, n)
	return p.list
}

// elsewhere adds the other facts of the file where nothing near has a number and the sentence says how far two are apart, and those of a
// near one's unit where the text goes on reckoning with a number that it has worked out.
func (p *reckoning) elsewhere(a *assertion, n reading.Amount) {
	_, by := a.qualifier(n.From, "byMuch")
	told := slices.ContainsFunc(p.list, func(x worth) bool { return x.fact != nil }) || !by && !a.s.Has("gap", "asunder")
	list := p.c.f.Facts[:min(len(p.c.f.Facts), 2*widest)]
	for i := range list {
		f := &list[i]
		if f.HasAmount() && (!told || p.free && slices.ContainsFunc(p.list, func(x worth) bool {
			return x.near && x.fact != nil && x.unit == p.c.unitName(f)
		})) {
			p.fact(f, false, false)
		}
	}
}

// unitName returns the unit of a fact's measure, as the briefing's first language writes it.
func (c *pass) unitName(f *facts.Fact) string {
	if m := c.f.Measure(f.Measure); m != nil {
		return m.Unit.Line(c.f.Briefing.Languages[0]) + " "
	}
	return ""
}

// notedOf returns the paragraphs of the note of a fact, and its statement.
func notedOf(f *facts.Fact, tag string) []string {
	return append(f.Note.In(tag), f.Statement.Line(tag))
}

// recordedTexts returns the note, the statement and the quotations of a fact.
func (c *pass) recordedTexts(f *facts.Fact, tag string) []string {
	out := notedOf(f, tag)
	for _, s := range f.Sources {
		if s.Quote != "" {
			out = append(out, s.Quote)
		}
	}
	return out
}

// sentences gives the sentences of texts in a language, each with the text that it stands in.
func (c *pass) sentences(texts []string, tag string) iter.Seq2[*reading.Sentence, string] {
	return func(yield func(*reading.Sentence, string) bool) {
		for _, text := range texts {
			in := c.reader.Skim(text, tag)
			for i := range in.Sentences {
				if !yield(&in.Sentences[i], text) {
					return
				}
			}
		}
	}
}

// anyTwo reports whether two numbers, of which one is near, or which are of one series, are what yield asks for.
func anyTwo(list []worth, yield func(x, y worth) bool) bool {
	for i, x := range list {
		for _, y := range list[i+1:] {
			if (x.near || y.near || x.fact != nil && y.fact != nil && comparableFacts(x.fact, y.fact)) && x.alike(y) && yield(x, y) {
				return true
			}
		}
	}
	return false
}

// shareOfTwo reports whether one number is that percentage of another, or that much more or less than it; or what a percentage leaves.
func shareOfTwo(list []worth, fits func(float64) bool) bool {
	return anyTwo(list, func(x, y worth) bool {
		apart := math.Abs(x.v-y.v) * 100
		return !x.percent && (fits(x.v/y.v*100) || fits(y.v/x.v*100) || fits(apart/y.v) || fits(apart/x.v))
	}) || slices.ContainsFunc(list, func(x worth) bool { return x.near && x.percent && fits(100-x.v) })
}

// apartOfTwo reports whether a number is how far two are apart; where it is how far something rose or fell, two values of one origin.
func apartOfTwo(list []worth, percent, grows bool, fits func(float64) bool) bool {
	return anyTwo(list, func(x, y worth) bool {
		origins := grows && x.fact != nil && y.fact != nil && x.fact.Origin != y.fact.Origin && comparableFacts(x.fact, y.fact)
		return x.percent == percent && !origins && fits(math.Abs(x.v-y.v))
	})
}

// sumOfSome reports whether a number is the sum of two, which are both recorded as values or both not unless words of adding are there, or
// of all of one unit that the sentence and the one before it tell.
func sumOfSome(a *assertion, list []worth, fits func(float64) bool) bool {
	added := a.s.Has("summing", "total", "wholes", "inAll", "balance")
	if anyTwo(list, func(x, y worth) bool {
		return !x.percent && (added || (x.fact == nil) == (y.fact == nil)) && fits(x.v+y.v)
	}) {
		return true
	}
	for i, x := range list {
		sum := 0.0
		for k, y := range list {
			if y.near && y.fact != nil && !y.percent && y.unit == x.unit && (k == i || y.fact.Best != nil) {
				sum += y.v
			}
		}
		if x.near && x.fact != nil && fits(sum) {
			return true
		}
	}
	return false
}

// partOfOne reports whether a number is a part or a multiple of another that the sentence or the one before it says: a half, 40 percent,
// three times; or one shared out among a few.
func partOfOne(a *assertion, list []worth, fits func(float64) bool) bool {
	near, far := a.multiples()
	for _, x := range list {
		if x.percent {
			far = append(far, x.v/100)
		}
	}
	return slices.ContainsFunc(list, func(x worth) bool {
		by := func(k float64) bool { return k != 1 && fits(x.v*k) }
		return !x.percent && (x.near && slices.ContainsFunc(near, by) || slices.ContainsFunc(far, by))
	})
}

// multiples returns by what a sentence and the one before it multiply: the ratios of their phrases, and, where they tell how many there are
// for each, small numbers and one part of so many; and apart from these the small numbers before "times".
func (a *assertion) multiples() (near, far []float64) {
	for b, k := a, 0; b != nil && b.r == a.r && k < 2; b, k = b.before, k+1 {
		for _, h := range b.s.Matches {
			if h.Class == "ratio" {
				near = append(near, h.Value)
			}
		}
		each, times := b.s.Has("average", "per", "forEvery"), b.s.Has("timesWord")
		for i := range b.s.Tokens {
			v := b.digit(i)
			switch {
			case v < 2 || v >= 20 || v != math.Trunc(v):
			case times:
				far = append(far, v)
			case each:
				near = append(near, v, 1/v)
			}
		}
	}
	return near, far
}

// widthOfOne reports whether a number is how far the two ends of one estimate are apart.
func widthOfOne(list []worth, fits func(float64) bool) bool {
	return slices.ContainsFunc(list, func(x worth) bool {
		return x.near && x.fact != nil && x.fact.Low != nil && x.fact.High != nil && fits(x.fact.High.Float()-x.fact.Low.Float())
	})
}
