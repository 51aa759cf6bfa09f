package lang

import (
	"math"
	"strconv"
	"strings"

	"sitrep/report/quantity"
)

// Number writes v with the region's separators and as many decimals as v has, six at most.
func (l *Language) Number(v float64) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 && len(s)-i-1 > 6 {
		s = strings.TrimRight(strconv.FormatFloat(math.Abs(v), 'f', 6, 64), "0")
		s = strings.TrimSuffix(s, ".")
	}
	whole, fraction, has := strings.Cut(s, ".")
	s = l.Numbers.grouped(whole)
	if has {
		s += l.Numbers.Decimal + fraction
	}
	if v < 0 && s != "0" {
		s = "−" + s
	}
	return s
}

// grouped puts the separator between thousands, unless the first group would
// be shorter than the region wants: 3000 and 12.000 in Spain.
func (n Numbers) grouped(digits string) string {
	if len(digits) < 3+max(n.MinGrouping, 1) {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(n.Group)
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Decimal writes n with the region's separators and every digit that it was written with.
func (l *Language) Decimal(n *quantity.Number) string {
	whole, fraction, has := strings.Cut(n.Abs().Text(), ".")
	s := l.Numbers.grouped(whole)
	if has {
		s += l.Numbers.Decimal + fraction
	}
	if n.Sign() < 0 {
		s = "−" + s
	}
	return s
}

// Large writes n with a number word where that is shorter and exact: "12 million".
func (l *Language) Large(n *quantity.Number) string {
	s, _ := l.large(n)
	return s
}

// large also returns what stands between the number and a noun.
func (l *Language) large(n *quantity.Number) (number, of string) {
	s := l.scaleOf(n)
	if s == nil {
		return l.Decimal(n), " "
	}
	form := s.Other
	if n.Float() == s.By {
		form = s.One
	}
	return strings.ReplaceAll(form, "{n}", l.Decimal(s.part(n))), s.Of
}

// part returns n in units of the number word.
func (s *scale) part(n *quantity.Number) *quantity.Number { return n.Shift(-s.power()) }

// power returns the power of ten that the number word stands for.
func (s *scale) power() int { return int(math.Round(math.Log10(s.By))) }

// scaleOf returns the largest number word that writes a whole n with two decimals at
// most; nil where there is none, and where n was written with decimals: they are kept.
func (l *Language) scaleOf(n *quantity.Number) *scale {
	if n.Decimals() > 0 {
		return nil
	}
	for i := range l.list.Scales {
		s := &l.list.Scales[i]
		if n.Float() >= s.From && s.part(n).Decimals() <= 2 {
			return s
		}
	}
	return nil
}

// An Amount is a number as claimed. Bounds that were not given are nil.
type Amount struct {
	Low, Best, High *quantity.Number
	Approx          bool
	Unit            string // plural noun; empty: the number alone
}

// Words says the amount as running text: "between 3,000 and 12,000 soldiers",
// "at least 10,000 soldiers". It is empty where nothing was given.
func (l *Language) Words(a Amount) string {
	one := func(v *quantity.Number) string { n, _ := l.large(v); return n }
	unit := func(v *quantity.Number) string {
		if a.Unit == "" {
			return ""
		}
		_, of := l.large(v)
		return of + a.Unit
	}
	lo, hi := a.Low, a.High
	switch {
	case a.Best != nil:
		s := one(a.Best) + unit(a.Best)
		if a.Approx {
			s = l.Say("amount.about", s)
		}
		if r := l.bounds(lo, hi); r != "" && !(quantity.Same(lo, a.Best) && quantity.Same(hi, a.Best)) {
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
		return l.Say(key, l.lowOf(lo, hi), one(hi)) + unit(hi)
	case lo != nil:
		return l.Say("amount.least", one(lo)+unit(lo))
	case hi != nil:
		return l.Say("amount.most", one(hi)+unit(hi))
	}
	return ""
}

// lowOf writes the lower bound; in "10 to 12 million" the number word is said once.
func (l *Language) lowOf(lo, hi *quantity.Number) string {
	if s := l.scaleOf(lo); s != nil && s == l.scaleOf(hi) {
		return l.Decimal(s.part(lo))
	}
	return l.Large(lo)
}

// bounds says a range behind a best value: "10,000–12,000".
func (l *Language) bounds(lo, hi *quantity.Number) string {
	switch {
	case lo != nil && hi != nil:
		return l.lowOf(lo, hi) + "–" + l.Large(hi)
	case lo != nil:
		return l.Say("amount.least", l.Large(lo))
	case hi != nil:
		return l.Say("amount.most", l.Large(hi))
	}
	return ""
}

// Short writes the amount for charts and tables, without its unit:
// "3,000–12,000", "≥ 10,000", "≤ 8,000", "≈ 11,000".
func (l *Language) Short(a Amount) string {
	about := ""
	if a.Approx {
		about = "≈\u00a0"
	}
	switch {
	case a.Best != nil:
		s := about + l.Large(a.Best)
		if a.Low != nil || a.High != nil {
			if r := l.Short(Amount{Low: a.Low, High: a.High}); r != l.Large(a.Best) {
				s += " (" + r + ")"
			}
		}
		return s
	case a.Low != nil && quantity.Same(a.Low, a.High):
		return about + l.Large(a.Low)
	case a.Low != nil && a.High != nil:
		return about + l.bounds(a.Low, a.High)
	case a.Low != nil:
		return "≥\u00a0" + l.Large(a.Low)
	case a.High != nil:
		return "≤\u00a0" + l.Large(a.High)
	}
	return ""
}

// ShortUnit writes the amount as Short does, with its unit: "≥ 20,000 containers".
func (l *Language) ShortUnit(a Amount) string {
	s := l.Short(a)
	if s == "" || a.Unit == "" {
		return s
	}
	of := " "
	for _, v := range []*quantity.Number{a.Low, a.Best, a.High} { // the last number written decides
		if v != nil {
			_, of = l.large(v)
		}
	}
	return s + of + a.Unit
}
