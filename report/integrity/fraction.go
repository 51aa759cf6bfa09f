package integrity

import (
	"slices"

	"sitrep/report/reading"
)

// outOf reads "seven in ten" and "one patient in forty" at a token.
func (a *assertion) outOf(i int) (proportion, bool) {
	v, at := a.digit(i), i+1
	if v == 1 && a.s.At(at, "tenths") < 0 && at+1 < len(a.s.Tokens) && a.s.Tokens[at].Kind == reading.Word && a.s.Tokens[at].Word.Value == 0 {
		at++
	}
	end := a.s.At(at, "tenths")
	if v < 1 || end < 0 || end >= len(a.s.Tokens) {
		return proportion{}, false
	}
	of, to := a.whole(end)
	bare := end == at+1 // "in", and not "in every"
	if of <= v || of > 12 && v > 1 || v == 1 && of == 2 || bare && (at > i+1 && a.countsBehind(to) || of > 12 && a.timeBehind(to)) {
		return proportion{}, false
	}
	p := a.proportion(i, to, v/of, v/of*0.25)
	p.anyUnit = true
	if p.from == i {
		p.low, p.high = max(v/of-0.06, v/of*0.86), min(v/of+0.06, v/of*1.14)
	}
	for j := p.to; j < min(len(a.s.Tokens), p.to+3) && a.s.Tokens[j].Kind == reading.Word; j++ {
		if end := a.s.At(j, "smaller"); end > 0 && (end == len(a.s.Tokens) || a.s.Tokens[end].Kind != reading.Word) { // four in ten fewer
			p.v, p.low, p.high = 1-p.v, 1-p.high, 1-p.low
		}
	}
	return p, true
}

// whole returns the number at a token, and the token behind it: the forty of "one in forty".
func (a *assertion) whole(i int) (float64, int) {
	for _, n := range a.s.Amounts {
		if n.From == i && n.Value <= 1000 && n.Alt == n.Value && !n.Percent {
			return n.Value, n.To
		}
	}
	return a.digit(i), i + 1
}

// ofThings reports whether a fraction is one of things that none of the facts counts: "one in every twenty bags".
func (c *pass) ofThings(a *assertion, p proportion, own []ratioValue) bool {
	if p.to >= len(a.s.Tokens) || !isPlural(a.s.Tokens[p.to].Low) || !meaningful(&a.s.Tokens[p.to]) {
		return false
	}
	word := a.s.Tokens[p.to].Low
	return !slices.ContainsFunc(own, func(x ratioValue) bool {
		return x.fact.Measure != "" && (c.inName(a, x.fact.Measure, word) ||
			slices.ContainsFunc(c.unitOf(a.r, x.fact.Measure), func(w string) bool { return stem(w) == stem(word) }))
	})
}

// timeBehind reports whether a period or a month stands at a token.
func (a *assertion) timeBehind(i int) bool {
	return i < len(a.s.Tokens) && (a.s.Tokens[i].Word.Period != "" || a.s.Tokens[i].Word.Month > 0)
}

// countsBehind reports whether a plural, a unit or a period stands at a token, so that the number before it counts that: "one
// village in 40 districts", "one death in twelve days".
func (a *assertion) countsBehind(i int) bool {
	if i >= len(a.s.Tokens) || a.s.Tokens[i].Kind != reading.Word {
		return false
	}
	t := &a.s.Tokens[i]
	return t.Word.Unit != "" || t.Word.Period != "" || t.Word.Month > 0 || t.Word.By > 0 || isPlural(t.Low) && !t.Word.Tiny
}

// digit returns the small number that a token says, as a word or in digits, or 0.
func (a *assertion) digit(i int) float64 {
	t := &a.s.Tokens[i]
	if t.Kind == reading.Numeral && t.Num < 20 {
		return t.Num
	}
	return t.Word.Value
}

// multipliedBy reports whether a number says by how much something has multiplied: "se ha multiplicado por más de tres".
func (a *assertion) multipliedBy(n reading.Amount) bool {
	from := n.From
	if h, ok := a.qualifier(n.From, "nearly", "justOver", "least", "most", "approx"); ok {
		from = h.From
	}
	return n.Value >= 2 && n.Value <= 100 && !n.Percent && a.s.UpTo(from, "multiplied") >= 0
}

// ofOneKind reports whether a multiple may be told of two numbers: of one measure, or counted in one unit.
func (x ratioValue) ofOneKind(y ratioValue) bool {
	return x.fact.Measure == y.fact.Measure || x.unit != "" && x.unit == y.unit && !x.percent && !y.percent
}

// twoAlike reports whether two facts of one measure are among some numbers.
func twoAlike(own []ratioValue) bool {
	return len(own) > 1 && slices.ContainsFunc(own[1:], func(x ratioValue) bool {
		return x.fact != own[0].fact && x.fact.Measure != "" && x.fact.Measure == own[0].fact.Measure
	})
}
