package integrity

import (
	"slices"
	"strings"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A comparing is a phrase that says which of two is the greater: 1 what stands before it, -1 what stands behind it.
type comparing struct {
	from, to, sign int
	mid            int // where what stands before it ends: the "than" of "more people than"
}

// comparings finds those of a segment: "exceeds", "por debajo de", "is lower than".
func (a *assertion) comparings(g *segment) []comparing {
	var out []comparing
	for _, h := range a.s.Matches {
		sign := map[string]int{"exceeds": 1, "fallsShort": -1}[h.Class]
		if sign == 0 || h.From < g.from || h.To >= g.cites || a.quoted(h.From) || !a.comparand(h) {
			continue
		}
		if n := len(out); n > 0 && h.From < out[n-1].to {
			if h.To > out[n-1].to {
				out[n-1] = comparing{out[n-1].from, h.To, sign, out[n-1].from}
			}
			continue
		}
		out = append(out, comparing{h.From, h.To, sign, h.From})
	}
	if h, than := a.greaterThan(); than > 0 && len(out) == 0 && h.From >= g.from && than < g.cites && !a.numberAt(than) {
		sign := 1
		if h.Class == "smaller" {
			sign = -1
		}
		out = append(out, comparing{h.From, than, sign, a.thanAt(h.From, than)})
	}
	return out
}

// comparand reports whether something to be compared with stands behind a phrase: an article, a small word (those, its), a name, a number;
// behind "del" and "al" any word. "Above all" and "below ground" compare nothing.
func (a *assertion) comparand(h reading.Match) bool {
	t, last := &a.s.Tokens[h.To], a.s.Tokens[h.To-1].Low
	leads := slices.ContainsFunc([]string{"article", "toward", "approx", "thatOne"}, func(class string) bool {
		return a.s.At(h.To, class) > 0
	})
	return t.Kind == reading.Numeral || t.Kind == reading.Value || t.Kind == reading.Word && (t.Capital || t.Word.Tiny || t.Word.Of ||
		t.Word.Value > 0 || leads || last == "del" || last == "al" || last == "a" || reading.Possessor(t.Low) != t.Low)
}

// thanAt returns where the "than" that ends before a token begins.
func (a *assertion) thanAt(from, to int) int {
	for _, h := range a.s.Matches {
		if h.Class == "than" && h.To == to && h.From > from {
			return h.From
		}
	}
	return from
}

// numberAt reports whether a number or a ratio begins at a token, so that "more than" before it puts a bound on it.
func (a *assertion) numberAt(i int) bool {
	t := &a.s.Tokens[i]
	return t.Kind == reading.Numeral || t.Kind == reading.Value || t.Word.Value > 0 || t.Word.By > 0 || a.s.At(i, "ratio") > 0 ||
		a.s.First(i, min(len(a.s.Tokens), i+2), "currency", "approx") == i
}

// comparedTwo judges the one phrase of a segment that says which of the two values cited for it is the greater, where its words
// tell on which side of it each stands.
func (c *pass) comparedTwo(a *assertion) {
	for k := range a.segments {
		g := &a.segments[k]
		x, y, h, ok := c.comparedIn(a, g)
		if !ok || c.warned(a, g.from, g.cites, "W317", "W318", "W303", "W309") {
			continue
		}
		if order(x, y) == -h.sign {
			c.warnAt("W317", a, h.from, []string{x.ID, y.ID}, a.words(h.from, h.to)+" says the opposite of the facts: "+quote(x.ID)+" gives "+
				saysOf(x)+", and "+quote(y.ID)+" "+saysOf(y), "turn the words round, or correct the number")
			return
		}
	}
}

// comparedIn returns the two values that a segment compares, as they stand before and behind the words that compare them.
func (c *pass) comparedIn(a *assertion, g *segment) (x, y *facts.Fact, h comparing, ok bool) {
	list, found := g.cited(), a.comparings(g)
	if len(list) != 2 || len(found) != 1 {
		return nil, nil, h, false
	}
	h = found[0]
	if percent := c.isPercent(list[0].Measure); percent != c.isPercent(list[1].Measure) {
		return nil, nil, h, false
	}
	if from, to := a.clauseRound(h.from); a.s.First(from, h.from, "plainNegation") >= 0 || a.s.First(h.to, to, "plainNegation") >= 0 ||
		a.s.First(from, to, "disagreement", "average") >= 0 || a.partOfRatio(h) {
		return nil, nil, h, false
	}
	x, y = c.sidesAt(a, g, list, h.mid, h.to)
	apart := x != nil && (c.sameUnit(x, y) || c.toldOf(a, x, y, g.from, h.mid) > 0 && c.toldOf(a, y, x, h.to, g.cites) > 0)
	return x, y, h, apart
}

// partOfRatio reports whether the words that compare follow a ratio: "a third of what it was above".
func (a *assertion) partOfRatio(h comparing) bool {
	return slices.ContainsFunc(a.proportions(), func(p proportion) bool { return p.from <= h.from && h.from <= p.to+1 && p.high < 1 })
}

// sidesAt says which of two facts is told before some words and which behind them, by the numbers told there and by the words
// that the measure, the origin or the date of one has and not those of the other; nil where that is not clear.
func (c *pass) sidesAt(a *assertion, g *segment, list []*facts.Fact, from, to int) (x, y *facts.Fact) {
	begin := max(a.sideStart(from), g.from)
	p, q := list[0], list[1]
	if a.subjectless(begin, from) {
		begin = a.sideStart(from)
	}
	straight := c.toldOf(a, p, q, begin, from) + c.toldOf(a, q, p, to, g.cites)
	turned := c.toldOf(a, q, p, begin, from) + c.toldOf(a, p, q, to, g.cites)
	switch {
	case straight > 0 && turned == 0:
		return p, q
	case turned > 0 && straight == 0:
		return q, p
	}
	return nil, nil
}

// subjectless reports whether nothing but numbers, their units and words for "about" stands between two tokens, so that what was
// told before is compared: ", 80 million below what was forecast".
func (a *assertion) subjectless(from, to int) bool {
	for i := from; i < to; i++ {
		t := &a.s.Tokens[i]
		if meaningful(t) && t.Word.Unit == "" && t.Word.By == 0 && t.Word.Value == 0 &&
			a.s.First(i, i+1, "points", "approx", "nearly", "justOver") < 0 {
			return false
		}
	}
	return true
}

// sideStart returns the token behind the last semicolon or colon before a token.
func (a *assertion) sideStart(i int) int {
	for j := i - 1; j >= 0; j-- {
		if t := &a.s.Tokens[j]; t.Kind == reading.Punct && (t.Low == ";" || t.Low == ":") {
			return j + 1
		}
	}
	return 0
}

// toldOf counts the marks of a fact, and not of another, between two tokens: its number, words of its measure and origin, its year.
func (c *pass) toldOf(a *assertion, f, other *facts.Fact, from, to int) int {
	n := 0
	for i := range a.claims {
		if cl := &a.claims[i]; cl.fact == f && cl.from >= from && cl.to <= to {
			n++
		}
	}
	own := c.marks(a, f)
	without := c.marks(a, other)
	for i := from; i < to; i++ {
		t := &a.s.Tokens[i]
		if t.Kind == reading.Cite {
			continue
		}
		if w := stem(reading.Possessor(t.Low)); slices.Contains(own, w) && !slices.Contains(without, w) {
			n++
		}
	}
	return n
}

// marks returns the stems of the words by which a text may name a fact.
func (c *pass) marks(a *assertion, f *facts.Fact) []string {
	var out []string
	if f.Measure != "" {
		out = slices.Clone(c.nameStems(a.r, f.Measure))
	} else {
		in := c.reader.Skim(f.Statement.Line(c.tagOf(a.r)), c.tagOf(a.r))
		for i := range in.Sentences {
			for j := range in.Sentences[i].Tokens {
				if t := &in.Sentences[i].Tokens[j]; meaningful(t) {
					out = append(out, stem(t.Low))
				}
			}
		}
	}
	out = append(out, c.originWords(a, f)...)
	if when := f.When(); when.Year > 0 {
		out = append(out, when.String()[:4])
	}
	return out
}

// originWords returns the stems of the words of the name of a fact's origin.
func (c *pass) originWords(a *assertion, f *facts.Fact) []string {
	tag, o := c.tagOf(a.r), c.f.Origin(f.Origin)
	var out []string
	for w := range strings.FieldsSeq(o.Name.Line(tag) + " " + o.Short.Line(tag)) {
		w = strings.Trim(w, ",.()")
		low := strings.ToLower(w)
		if !a.r.List.Look(low).Tiny && (len(w) > 2 || len(w) == 2 && strings.ToUpper(w) == w) { // UN, EU
			out = append(out, stem(low))
		}
	}
	return out
}

// A result is a number that a segment gives for the sum (1) or the difference (-1) of the values cited for it.
type result struct {
	n    reading.Amount
	sign int
	list []*facts.Fact
}

// resultAt returns what a number is said to be the result of: "in all 4,400", "supera en 74", "a surplus of 12".
func (c *pass) resultAt(a *assertion, n reading.Amount) (result, bool) {
	g := a.segmentAt(n.From)
	list := g.cited()
	if len(list) < 2 || len(list) > 5 || n.Percent || a.at(n.From) != nil || !c.sameUnits(list) || a.quoted(n.From) ||
		a.s.Technical(n) {
		return result{}, false
	}
	sign := a.operation(g, n)
	return result{n, sign, list}, sign != 0
}

// operation says by its words whether a number is a sum (1) or a difference (-1) of values; 0 where they leave it open.
func (a *assertion) operation(g *segment, n reading.Amount) int {
	from, to := max(a.sideStart(n.From), g.from), g.cites
	for i := n.To; i < to; i++ {
		if t := &a.s.Tokens[i]; t.Kind == reading.Punct && (t.Low == ";" || t.Low == ":") {
			to = i
		}
	}
	if _, gap := a.qualifier(n.From, "gap"); gap || a.byAfter(g, n) {
		return -1
	}
	if a.s.First(from, to, "summing") >= 0 && a.s.First(from, to, "netting", "gap", "exceeds", "fallsShort", "comparison") < 0 &&
		a.greatest(n, from, to) {
		return 1
	}
	for i := n.From - 1; i >= max(from, n.From-9) && !n.Small() && a.s.Tokens[i].Low != ","; i-- {
		if a.s.At(i, "netting") > 0 && a.s.First(from, to, "summing") < 0 {
			return -1
		}
		if slices.ContainsFunc(a.s.Amounts, func(o reading.Amount) bool { return o.From == i }) {
			break
		}
	}
	return 0
}

// greatest reports whether a number is the greatest between two tokens, and part of no phrase and no name.
func (a *assertion) greatest(n reading.Amount, from, to int) bool {
	if a.s.Named(n) || a.s.Technical(n) || a.s.Ratio(n) || slices.ContainsFunc(a.s.Matches, func(h reading.Match) bool {
		return (h.Class == "wholes" || h.Class == "summing" || h.Class == "ratio") && h.From <= n.From && n.To <= h.To
	}) {
		return false
	}
	return !slices.ContainsFunc(a.s.Amounts, func(o reading.Amount) bool { return o.From >= from && o.To <= to && o.Value > n.Value })
}

// byAfter reports whether a number stands behind "by" and a verb of exceeding: "exceeds the first count by 74", "mejora en dos".
func (a *assertion) byAfter(g *segment, n reading.Amount) bool {
	by := a.s.UpTo(n.From, "byMuch")
	if by < 0 {
		return false
	}
	return slices.ContainsFunc(a.comparings(g), func(h comparing) bool {
		return h.from < by && by-h.to <= 7 && !slices.ContainsFunc(a.s.Amounts, func(o reading.Amount) bool {
			return o.From >= h.to && o.To <= by && reading.YearOf(&a.s.Tokens[o.From]) == 0
		})
	})
}

// results judges numbers that are said to be a sum or a difference of the values cited with them.
func (c *pass) results(a *assertion) {
	for _, n := range a.s.Amounts {
		r, ok := c.resultAt(a, n)
		if !ok || c.warned(a, n.From, n.To) || c.resulting(a, r) {
			continue
		}
		what, sum := "the sum", 0.0
		for _, f := range r.list {
			sum += evidence.Middle(f)
		}
		is := show(rounded6(sum))
		if r.sign < 0 {
			what, is = "the difference", howFar(r.list[0], r.list[1])
		}
		c.warnAt("W318", a, n.From, idsOf(r.list), a.words(n.From, n.To)+" is not "+what+" of what is cited for it: "+is,
			"correct the number, or those that it is taken from")
		return
	}
}

// resulting reports whether a number is what it is said to be.
func (c *pass) resulting(a *assertion, r result) bool {
	for mask := 1; mask < 1<<len(r.list); mask++ {
		var some []*facts.Fact
		for i, f := range r.list {
			if mask>>i&1 == 1 {
				some = append(some, f)
			}
		}
		if len(some) < 2 {
			continue
		}
		if r.sign > 0 && c.adds(a, r.n, some) {
			return true
		}
		if r.sign < 0 && (c.fitsOneOf(a, r.n, some) || len(some) > 2 && c.summedFrom(a, r.n, some)) {
			return true
		}
	}
	return false
}

// fitsOneOf reports whether a number is the difference of two of a few facts.
func (c *pass) fitsOneOf(a *assertion, n reading.Amount, some []*facts.Fact) bool {
	for i, x := range some {
		for _, y := range some[i+1:] {
			if c.fitsDifference(a, n, x, y) {
				return true
			}
		}
	}
	return false
}

// adds reports whether a number is the sum of facts, each with one of its numbers.
func (c *pass) adds(a *assertion, n reading.Amount, list []*facts.Fact) bool {
	sums := []float64{0}
	for _, f := range list {
		var next []float64
		for _, s := range sums {
			for _, p := range partsOf(f) {
				next = append(next, s+p.value)
			}
		}
		sums = next
	}
	return slices.ContainsFunc(c.inUnit(a.r, list[0], n), func(v scaled) bool { return slices.ContainsFunc(sums, v.rounds) })
}
