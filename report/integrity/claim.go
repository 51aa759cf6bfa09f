package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// A segment is a run of a sentence with the citations that close it: what stands
// before a citation is what is cited. Behind the last citation of a sentence there
// may be a rest, which none closes.
type segment struct {
	from, cites, to int           // tokens: the words, and the citations
	facts           []*facts.Fact // cited or bound in it
	sourced         bool          // it cites a source by itself
}

// segments divides a sentence at its citations.
func (c *pass) segments(s *reading.Sentence) []segment {
	var out []segment
	g := segment{}
	close := func(cites, to int) {
		g.cites, g.to = cites, to
		for i := g.from; i < to; i++ {
			if t := &s.Tokens[i]; t.Kind == reading.Value || t.Kind == reading.Cite {
				c.named(&g, t.ID)
			}
		}
		out = append(out, g)
		g = segment{from: to}
	}
	for i := 0; i < len(s.Tokens); i++ {
		if s.Tokens[i].Kind != reading.Cite {
			continue
		}
		to := i + 1
		for to < len(s.Tokens) && (s.Tokens[to].Kind == reading.Cite || s.Tokens[to].Low == "," && to+1 < len(s.Tokens) &&
			s.Tokens[to+1].Kind == reading.Cite) {
			to++
		}
		close(i, to)
		i = to - 1
	}
	if g.from < len(s.Tokens) {
		close(len(s.Tokens), len(s.Tokens))
	}
	return out
}

// named takes into a segment what a value or citation in it names: a fact once, or a source.
func (c *pass) named(g *segment, id string) {
	if f := c.f.Fact(id); f == nil {
		g.sourced = g.sourced || c.f.Source(id) != nil
	} else if !slices.Contains(g.facts, f) {
		g.facts = append(g.facts, f)
	}
}

// A stated is a number that a sentence gives for a fact: bound to it, or written by
// hand beside a citation of it.
type stated struct {
	fact     *facts.Fact
	part     claim.Part     // low, best or high; of a bound value, empty for the whole
	value    float64        // as the text says it, in the unit of the measure
	from, to int            // tokens of the number
	amount   reading.Amount // as written; zero for a bound value
	bound    bool
	exact    bool // the fact has the number; else it is the fact's number rounded
	segment  int
}

// A part is one number of a fact.
type part struct {
	name  claim.Part
	value float64
}

// partsOf returns the numbers of a fact: best, low, high, as far as they are given.
func partsOf(f *facts.Fact) []part {
	var out []part
	for _, p := range []struct {
		name claim.Part
		v    *quantity.Number
	}{{claim.PartBest, f.Best}, {claim.PartLow, f.Low}, {claim.PartHigh, f.High}} {
		if p.v != nil {
			out = append(out, part{p.name, p.v.Float()})
		}
	}
	return out
}

// partOf returns one number of a fact.
func partOf(f *facts.Fact, name claim.Part) (float64, bool) {
	for _, p := range partsOf(f) {
		if p.name == name {
			return p.value, true
		}
	}
	return 0, false
}

// claimsOf finds the claims of a sentence, in the order of their tokens.
func (c *pass) claimsOf(r *reading.Text, s *reading.Sentence, segs []segment) []stated {
	var out []stated
	for k := range segs {
		g := &segs[k]
		list := g.facts
		if g.cites == g.to && k > 0 && len(list) == 0 {
			list = segs[k-1].facts
		}
		for _, v := range s.Values {
			if v.At >= g.from && v.At < g.cites && v.Fact.HasAmount() && v.Part != claim.PartDate && v.Part != claim.PartOrigin &&
				v.Part != claim.PartStatement {
				out = append(out, boundClaim(v, k))
			}
		}
		var open []reading.Amount
		for _, n := range s.Amounts {
			if n.From >= g.from && n.From < g.cites {
				open = append(open, n)
			}
		}
		for _, rounded := range []bool{false, true} {
			open = slices.DeleteFunc(open, func(n reading.Amount) bool {
				cl, ok := c.claimOf(r, s, n, list, out, rounded)
				if ok {
					cl.segment = k
					out = append(out, cl)
				}
				return ok
			})
		}
	}
	slices.SortFunc(out, func(a, b stated) int { return a.from - b.from })
	return out
}

func boundClaim(v reading.ValueToken, segment int) stated {
	cl := stated{fact: v.Fact, part: v.Part, from: v.At, to: v.At + 1, bound: true, exact: true, segment: segment}
	cl.value = evidence.Middle(v.Fact)
	if x, ok := partOf(v.Fact, v.Part); ok {
		cl.value = x
	}
	return cl
}

// claimOf finds the fact of a list that gives the number: one whose measure the words
// behind the number name before others, and one that is not told yet before one that is.
func (c *pass) claimOf(r *reading.Text, s *reading.Sentence, n reading.Amount, list []*facts.Fact, told []stated, rounded bool) (stated,
	bool) {
	var best stated
	score := -1
	in, measures, _ := c.counted(r, s, n, c.measured.words[r.Tag()])
	side := sideOf(r, s, n)
	apart := rounded && !n.Percent && s.At(n.To, "points") > 0 // percentage points between two values
	for _, f := range list {
		if apart && c.isPercent(f.Measure) {
			continue
		}
		for _, p := range partsOf(f) {
			v, ok := c.gives(r, f, n, p.value, rounded, side)
			switch {
			case ok:
			case in.Scale < n.Scale: // its scale was taken out already
				v, ok = givesAny(unscaled(in), p.value, rounded, side)
			default:
				v, ok = c.gives(r, f, in, p.value, rounded, side)
			}
			if !ok && p.value >= 1e6 {
				v, ok = givesAny(scaleGone(r, s, n), p.value, rounded, side)
			}
			if !ok {
				continue
			}
			it := stated{fact: f, part: p.name, value: v, from: n.From, to: n.To, amount: n, exact: !rounded}
			if points := c.nearness(it, measures, told); points > score {
				best, score = it, points
			}
		}
	}
	return best, score >= 0
}

// scaleGone returns what a number says with the scale of the last number before it, in its sentence or the sentence before, which it may go
// without: "974 million for the one, 860 for the other"; none where there is none.
func scaleGone(r *reading.Text, s *reading.Sentence, n reading.Amount) []scaled {
	if n.Scale > 0 || n.Percent || n.Value >= 1e5 {
		return nil
	}
	list := s.Amounts
	for i := 1; i < len(r.Sentences); i++ {
		if &r.Sentences[i] == s {
			list = append(slices.Clone(r.Sentences[i-1].Amounts), list...)
		}
	}
	before := 0.0
	for k, m := range list {
		if m.Scale >= 1e6 && (k < len(list)-len(s.Amounts) || m.To <= n.From) {
			before = m.Scale
		}
	}
	if before == 0 {
		return nil
	}
	n.Times(before)
	return unscaled(n)
}

// nearness says how well a number is that of a fact: by the words behind it, by its kind, and where it is not told yet.
func (c *pass) nearness(it stated, measures []string, told []stated) int {
	points := 0
	if slices.Contains(measures, it.fact.Measure) {
		points += 4
	}
	if c.isPercent(it.fact.Measure) == it.amount.Percent {
		points += 2
	}
	if !slices.ContainsFunc(told, func(o stated) bool { return o.fact == it.fact && (o.part == it.part || o.part == "") }) {
		points++
	}
	return points
}

// gives reports whether a number of a fact is the number written, or the number
// written is that of the fact rounded, and returns what is written in the fact's
// unit. Where words say on which side of it the value lies, that side has a whole unit
// of the last digit.
func (c *pass) gives(r *reading.Text, f *facts.Fact, n reading.Amount, v float64, rounded bool, side int) (float64, bool) {
	return givesAny(c.inUnit(r, f, n), v, rounded, side)
}

// givesAny is gives for what a number may say in the unit of the fact.
func givesAny(written []scaled, v float64, rounded bool, side int) (float64, bool) {
	if v < 0 { // told by its size: "down 5.1 percent", "una contracción de 0.2 %"
		x, ok := givesAny(written, -v, rounded, side)
		return -x, ok
	}
	for _, x := range written {
		if math.Abs(x.value-v) <= math.Abs(v)*1e-9 {
			return x.value, !rounded
		}
		if rounded && v != 0 && math.Abs(x.value-v) <= min(x.unit/2, math.Abs(v)*0.06)*1.0001 && x.unit < math.Abs(v) {
			return x.value, true
		}
		if d := v - x.value; rounded && v != 0 && x.unit < math.Abs(v) && (side > 0 && d > 0 && d < x.unit || side < 0 && d < 0 &&
			-d < x.unit/2) {
			return x.value, true
		}
	}
	return 0, false
}

// sideOf says on which side of a number the words before it put the value: 1 above it
// ("more than"), -1 below it ("nearly"), 0 neither.
func sideOf(r *reading.Text, s *reading.Sentence, n reading.Amount) int {
	h, ok := (&assertion{r: r, s: s}).qualifier(n.From, "nearly", "justOver", "least", "most")
	switch {
	case !ok:
		return 0
	case h.Class == "nearly" || h.Class == "most":
		return -1
	}
	return 1
}

// A scaled is a number in the unit of a measure, and what its last digit stands for.
type scaled struct{ value, unit float64 }

// inUnit returns what a number may say in the unit of a fact's measure: 64,745 million
// dollars are 64,745 where the unit is "million dollars".
func (c *pass) inUnit(r *reading.Text, f *facts.Fact, n reading.Amount) []scaled {
	out := unscaled(n)
	unit := out[0].unit
	by := c.scaleWord(r, f.Measure)
	if by <= 1 {
		return out
	}
	if n.Scale > 1 {
		out = out[:0]
	}
	for _, v := range []float64{n.Value, n.Alt} {
		out = append(out, scaled{v / by, unit / by})
	}
	return out
}

// unscaled returns what a number may say as it stands: where one separator may be read both
// ways, two.
func unscaled(n reading.Amount) []scaled {
	unit := n.Unit
	if unit == 0 {
		unit = 1
	}
	out := []scaled{{n.Value, unit}}
	if n.Alt != n.Value && n.Value != 0 {
		out = append(out, scaled{n.Alt, unit * n.Alt / n.Value})
	}
	return out
}

// scaleWord returns the scale that the unit of a measure has: 1e6 of "million dollars".
func (c *pass) scaleWord(r *reading.Text, measure string) float64 {
	key := measure + " " + r.Tag()
	by, ok := c.measured.scales[key]
	if !ok {
		by = scaleIn(r.List, c.unitOf(r, measure))
		if c.measured.scales == nil {
			c.measured.scales = map[string]float64{}
		}
		c.measured.scales[key] = by
	}
	return by
}

// scaleIn returns the scale of the words of a unit: 1e9 of "miles de millones de pesos".
func scaleIn(list *reading.WordList, words []string) float64 {
	by := 1.0
	for _, w := range words {
		if x := list.Look(w); x.By > 1 {
			by *= x.By
		} else if by > 1 && !x.Of {
			break
		}
	}
	return by
}

// isPercent reports whether a measure counts in percent, by its unit in any language.
func (c *pass) isPercent(measure string) bool {
	is, ok := c.measured.percents[measure]
	if !ok {
		if m := c.f.Measure(measure); m != nil {
			for _, tag := range c.f.Briefing.Languages {
				unit := m.Unit.Line(tag)
				in := c.reader.Skim(unit, tag)
				is = is || strings.Contains(unit, "%") || len(in.Sentences) > 0 && in.Sentences[0].Has("percent")
			}
		}
		if c.measured.percents == nil {
			c.measured.percents = map[string]bool{}
		}
		c.measured.percents[measure] = is
	}
	return is
}
