package lang

import (
	"sitrep/report/quantity"
)

// An Amount is a number as claimed. Bounds that were not given are nil.
type Amount struct {
	Low, Best, High *quantity.Number // nil where not given
	Approx          bool             // it may be a tenth off
	Unit            Unit             // zero: the number alone
}

// Words says the amount as running text: "between 3,000 and 12,000 soldiers",
// "at least 1 truck", "about $5 million". It is empty where nothing was given.
func (l *Language) Words(a Amount) string {
	l = l.Evenly(a.Low, a.Best, a.High)
	lo, hi := a.Low, a.High
	switch {
	case a.Best != nil:
		s := l.about(a.Best, a)
		if r := l.bounds(a); r != "" && !(quantity.Same(lo, a.Best) && quantity.Same(hi, a.Best)) {
			s += " (" + r + ")"
		}
		return s
	case lo != nil && quantity.Same(lo, hi):
		return l.Words(Amount{Best: lo, Approx: a.Approx, Unit: a.Unit})
	case lo != nil && hi != nil:
		key := "amount.between"
		if a.Approx {
			key = "amount.betweenAbout"
		}
		return l.Say(key, l.lowEnd(a), l.counted(hi, a.Unit, l.rangeCategory(lo, hi)))
	case lo != nil:
		return l.Say("amount.least", l.about(lo, a))
	case hi != nil:
		return l.Say("amount.most", l.about(hi, a))
	}
	return ""
}

// about writes one number of an amount with its unit: "about 100 people" where the amount is approximate.
func (l *Language) about(n *quantity.Number, a Amount) string {
	if a.Approx {
		return l.Say("amount.about", l.Quantity(n, a.Unit))
	}
	return l.Quantity(n, a.Unit)
}

// lowEnd writes the lower bound before "and": the unit and the number word are said once,
// at the upper one, but for what stands at each number: a percent sign, a symbol of money.
func (l *Language) lowEnd(a Amount) string {
	if a.Unit.Currency != "" && l.list.SymbolFirst {
		return l.Quantity(a.Low, a.Unit)
	}
	return l.lowOf(a.Low, a.High, a.Unit.Kind)
}

// lowOf writes the lower bound without its unit; in "10 to 12 million" the number word is said once, but not from below zero
// to above it: "−1.6 million to 2 million".
func (l *Language) lowOf(lo, hi *quantity.Number, k quantity.Kind) string {
	if s := l.scaleOf(lo); s != nil && s == l.scaleOf(hi) && lo.Sign() == hi.Sign() && k != quantity.Change && k != quantity.Percent {
		return l.Decimal(s.part(lo))
	}
	return l.Bare(lo, k)
}

// bounds says a range behind a best value: "10,000–12,000".
func (l *Language) bounds(a Amount) string {
	symbolic := a.Unit.Currency != "" && l.list.SymbolFirst
	whole := func(n *quantity.Number) string {
		if symbolic {
			return l.Quantity(n, a.Unit)
		}
		return l.Bare(n, a.Unit.Kind)
	}
	switch {
	case symbolic && a.Low != nil && a.High != nil && (a.Unit.Kind == quantity.Change || a.Low.Sign() < 0):
		return l.Say("amount.to", whole(a.Low), whole(a.High))
	case symbolic && a.Low != nil && a.High != nil && l.scaleOf(a.Low) != l.scaleOf(a.High):
		return whole(a.Low) + "–" + whole(a.High)
	case symbolic && a.Low != nil && a.High != nil:
		return l.symbolFirst(l.rangeOf(a.Low, a.High, a.Unit.Kind), a.Unit.Currency)
	case a.Low != nil && a.High != nil:
		return l.rangeOf(a.Low, a.High, a.Unit.Kind)
	case a.Low != nil:
		return l.Say("amount.least", whole(a.Low))
	case a.High != nil:
		return l.Say("amount.most", whole(a.High))
	}
	return ""
}

// rangeOf writes a range: "3,000–12,000", "80–95%". Signs stand apart from each other: "−5 to +3".
func (l *Language) rangeOf(lo, hi *quantity.Number, k quantity.Kind) string {
	switch {
	case k == quantity.Change || lo.Sign() < 0:
		return l.Say("amount.to", l.Bare(lo, k), l.Bare(hi, k))
	case k == quantity.Percent:
		return l.Decimal(lo) + "–" + l.Bare(hi, k)
	}
	return l.lowOf(lo, hi, k) + "–" + l.Bare(hi, k)
}

// Short writes the amount for charts and tables, without its unit:
// "3,000–12,000", "≥ 10,000", "≤ 8,000", "≈ 11,000", "80–95%".
func (l *Language) Short(a Amount) string {
	l = l.Evenly(a.Low, a.Best, a.High)
	about, k := "", a.Unit.Kind
	if a.Approx {
		about = "≈\u00a0"
	}
	switch {
	case a.Best != nil:
		s := about + l.Bare(a.Best, k)
		if a.Low != nil || a.High != nil {
			if r := l.Short(Amount{Low: a.Low, High: a.High, Unit: a.Unit}); r != l.Bare(a.Best, k) {
				s += " (" + r + ")"
			}
		}
		return s
	case a.Low != nil && quantity.Same(a.Low, a.High):
		return about + l.Bare(a.Low, k)
	case a.Low != nil && a.High != nil:
		return about + l.rangeOf(a.Low, a.High, k)
	case a.Low != nil:
		return "≥\u00a0" + about + l.Bare(a.Low, k)
	case a.High != nil:
		return "≤\u00a0" + about + l.Bare(a.High, k)
	}
	return ""
}

// ShortUnit writes the amount as Short does, with its unit: "≥ 20,000 containers",
// "$1–2 billion".
func (l *Language) ShortUnit(a Amount) string {
	l = l.Evenly(a.Low, a.Best, a.High)
	last := a.High // the last number written decides
	for _, n := range []*quantity.Number{a.Best, a.Low} {
		if last == nil {
			last = n
		}
	}
	if last == nil {
		return ""
	}
	if a.Unit.Currency != "" && l.list.SymbolFirst {
		return l.shortMoney(a)
	}
	category := l.Category(last.Text())
	if a.Best == nil && a.High != nil {
		category = l.rangeCategory(a.Low, a.High)
	}
	return l.Short(a) + l.behind(last, a.Unit, category)
}

// shortMoney writes sums with their symbol before them.
func (l *Language) shortMoney(a Amount) string {
	about, one := "", func(n *quantity.Number) string { return l.Quantity(n, a.Unit) }
	if a.Approx {
		about = "≈\u00a0"
	}
	switch {
	case a.Best != nil && a.Low == nil && a.High == nil:
		return about + one(a.Best)
	case a.Best != nil:
		return about + one(a.Best) + " (" + l.shortMoney(Amount{Low: a.Low, High: a.High, Unit: a.Unit}) + ")"
	case a.Low != nil && a.High != nil:
		return about + l.bounds(a)
	case a.Low != nil:
		return "≥\u00a0" + about + one(a.Low)
	}
	return "≤\u00a0" + about + one(a.High)
}
