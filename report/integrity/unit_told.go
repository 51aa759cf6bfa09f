package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/reading"
)

// moneyOf maps a sign or code of a currency to the units that it may stand for. The
// signs that several currencies share have them all; what is not here is not judged.
func moneyOf(sign string) []string {
	switch sign {
	case "€", "eur":
		return []string{"euro"}
	case "£", "gbp":
		return []string{"pound"}
	case "¥":
		return []string{"yen", "yuan"}
	case "₹":
		return []string{"rupee"}
	case "₽":
		return []string{"rouble"}
	case "₺":
		return []string{"lira"}
	case "₪":
		return []string{"shekel"}
	case "$":
		return []string{"dollar", "peso"}
	case "usd", "cad":
		return []string{"dollar"}
	case "mxn", "cop", "ars", "clp":
		return []string{"peso"}
	}
	return nil
}

// otherSign judges the sign of a currency before a value that is counted in another:
// "£300" of what is counted in euros.
func (c *pass) otherSign(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		if cl.from == 0 || cl.bound && cl.part == "" || cl.fact.Measure == "" {
			continue
		}
		own, money := c.countedIn(cl.fact.Measure, c.tagOf(a.r)), moneyOf(a.s.Tokens[cl.from-1].Low)
		if money != nil && reading.IsMoney(own) && !slices.Contains(money, own) {
			c.warnAt("W303", a, cl.from-1, []string{cl.fact.ID, cl.fact.Measure}, a.words(cl.from-1, cl.to)+" is money of another kind than "+
				quote(cl.fact.ID)+", which counts in "+
				quote(c.f.Measure(cl.fact.Measure).Unit.Line(c.tagOf(a.r))), "write {{"+cl.fact.ID+"}}")
		}
	}
}

// tagOf returns the language of a text; of one that is the same in all, the first.
func (c *pass) tagOf(r *reading.Text) string {
	if tag := r.Tag(); tag != "" {
		return tag
	}
	return c.f.Briefing.Languages[0]
}

// otherSeparator judges a number of the fact cited that is written with the separator of
// another region, and says in this one a thousandth, or a thousand times as much.
func (c *pass) otherSeparator(a *assertion) {
	if lang.Divided(c.tagOf(a.r)) {
		return
	}
	for i := range a.claims {
		cl := &a.claims[i]
		if n := cl.amount; strings.ContainsAny(a.s.Tokens[cl.from].Low, ".,") && !cl.bound && cl.exact && n.Alt != n.Value && cl.value == n.Alt &&
			n.Scale == 0 &&
			(math.Abs(n.Alt/n.Value-1000) < 1e-6 || math.Abs(n.Value/n.Alt-1000) < 1e-6) {
			c.warnAt("W303", a, cl.from, []string{cl.fact.ID}, a.words(cl.from, cl.to)+" is read here as "+show(n.Value)+", and "+quote(cl.fact.ID)+
				" says "+given(cl),
				"write the separators of the language, or {{"+cl.fact.ID+"}}")
			return
		}
	}
}

// thousandfold reports whether a number written with a scale is a thousand or a million
// times what a fact says, or that part of it: "2.7 thousand" of what are 2.7 million.
func (c *pass) thousandfold(a *assertion, f *facts.Fact, n reading.Amount) bool {
	if n.Scale <= 1 {
		return false
	}
	unit := c.scaleWord(a.r, f.Measure)
	return slices.ContainsFunc(partsOf(f), func(p part) bool {
		return p.value > 0 && slices.ContainsFunc([]float64{1e3, 1e-3, 1e6, 1e-6},
			func(by float64) bool { return math.Abs(n.Value/(p.value*unit*by)-1) < 0.02 })
	})
}

// perThousand judges what a rate is counted for, where that is a number: "per thousand"
// of what is per 100,000.
func (c *pass) perThousand(a *assertion) {
	for i := range a.claims {
		cl := &a.claims[i]
		own := c.baseOfUnit(a.r, cl.fact.Measure)
		if own == 0 || cl.bound && cl.part == "" {
			continue
		}
		for j := cl.to; j < min(len(a.s.Tokens), cl.to+4) && a.s.Tokens[j].Kind == reading.Word; j++ {
			if base := baseAt(a.s, j); base > 0 && base != own {
				c.warnAt("W316", a, j, []string{cl.fact.ID, cl.fact.Measure}, a.words(j, min(len(a.s.Tokens), j+3))+" is not what "+quote(cl.fact.ID)+
					" counts for: its unit is "+
					quote(c.f.Measure(cl.fact.Measure).Unit.Line(c.tagOf(a.r))), "write the unit as it is: {{"+cl.fact.ID+"}}")
				return
			}
		}
	}
}

// baseOfUnit returns the number that the unit of a measure counts for: 100,000 of "cases
// per 100,000 people"; or 0.
func (c *pass) baseOfUnit(r *reading.Text, measure string) float64 {
	m := c.f.Measure(measure)
	if m == nil {
		return 0
	}
	in := c.reader.Skim(m.Unit.Line(c.tagOf(r)), c.tagOf(r))
	for i := range in.Sentences {
		for j := range in.Sentences[i].Tokens {
			if base := baseAt(&in.Sentences[i], j); base > 0 {
				return base
			}
		}
	}
	return 0
}

// baseAt returns the number behind a "per" at a token, or 0.
func baseAt(s *reading.Sentence, i int) float64 {
	end := s.At(i, "per")
	if end < 0 || end >= len(s.Tokens) {
		return 0
	}
	for _, n := range s.Amounts {
		if n.From == end && n.Value >= 10 && !n.Percent {
			return n.Value
		}
	}
	return s.Tokens[end].Word.By
}

// isBase reports whether a number is what a rate of the sentence is counted for.
func (c *pass) isBase(a *assertion, n reading.Amount) bool {
	i := n.From - 1
	return i >= 0 && a.s.UpTo(n.From, "per") >= 0 &&
		slices.ContainsFunc(a.s.Facts, func(f *facts.Fact) bool { return c.baseOfUnit(a.r, f.Measure) > 0 })
}
