package lang

import (
	"math"
	"slices"
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

// Numeral writes a small number in letters: "two"; a larger one in digits.
func (l *Language) Numeral(n int) string {
	if n >= 0 && n < len(l.list.Numerals) {
		return l.list.Numerals[n]
	}
	return l.Number(float64(n))
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
	whole, fraction, has := strings.Cut(strings.TrimPrefix(n.Text(), "-"), ".")
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
	if math.Abs(n.Float()) == s.By {
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
		if math.Abs(n.Float()) >= s.From && s.part(n).Decimals() <= 2 {
			return s
		}
	}
	return nil
}

// Evenly returns the language as it writes numbers that a reader compares: where one of them has digits alone because no
// number word writes it shortly, the others have digits too, "1,360,299 and 1,410,000" and not "1,360,299 and 1.41 million".
func (l *Language) Evenly(numbers ...*quantity.Number) *Language {
	words, digits := false, false
	for _, n := range numbers {
		if n == nil {
			continue
		}
		words = words || l.scaleOf(n) != nil
		digits = digits || l.scaleOf(n) == nil && slices.ContainsFunc(l.list.Scales, func(s scale) bool { return math.Abs(n.Float()) >= s.From })
	}
	if !words || !digits {
		return l
	}
	even, list := *l, *l.list
	list.Scales, even.list = nil, &list
	return &even
}
