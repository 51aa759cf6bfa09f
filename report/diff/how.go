package diff

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// Direction says in what way something changed.
type Direction string

// The ways. A range is raised where every end that it has is higher, or where it
// begins where the old one ends or above; lowered likewise; widened where it holds
// all of the old range and more, so that a bound lost is a widening; narrowed where
// it is a part of the old one; else moved. A best value alone is a range of one
// point. What stands behind a hyphen is of one part of a value. A grade is upgraded
// towards A and 1; F and 6 ("cannot be judged") are no grades to compare.
const (
	Raised      Direction = "raised"
	Lowered     Direction = "lowered"
	Widened     Direction = "widened"
	Narrowed    Direction = "narrowed"
	Moved       Direction = "moved"
	BestRaised  Direction = "best-raised"
	BestLowered Direction = "best-lowered"
	BestGiven   Direction = "best-given"
	BestGone    Direction = "best-gone"
	ApproxGiven Direction = "approx-given"
	ApproxGone  Direction = "approx-gone"

	Later   Direction = "later"   // of a date
	Earlier Direction = "earlier" // of a date
	Sharper Direction = "sharper" // of a date: the same, with more of it known
	Vaguer  Direction = "vaguer"  // of a date: the same, with less of it known

	Upgraded   Direction = "upgraded"
	Downgraded Direction = "downgraded"
	Reworded   Direction = "reworded"  // of a text
	Reads      Direction = "reads"     // of a text: left as it is, but a value that it writes changed
	Into       Direction = "added"     // of a list
	OutOf      Direction = "removed"   // of a list
	Given      Direction = "given"     // there was none
	Gone       Direction = "gone"      // there is none any more
	Other      Direction = "changed"   // there is no more to say than old and new
	Recounted  Direction = "recounted" // of a value: the measure is another, and the numbers do not compare
	Reunited   Direction = "reunited"  // of a value: the unit is another, and the numbers do not compare
	Converted  Direction = "converted" // of a value: the same in another unit
)

// amountHow says how one amount differs from another; nil where it does not.
func amountHow(a, b lang.Amount) []Direction {
	none := func(a lang.Amount) bool { return a.Low == nil && a.Best == nil && a.High == nil }
	switch {
	case none(a) && none(b):
		return nil
	case none(a):
		return []Direction{Given}
	case none(b):
		return []Direction{Gone}
	}
	how := rangeHow(rangeOf(a), rangeOf(b))
	switch best := bestHow(a.Best, b.Best); {
	case best == "":
	case best == BestRaised && len(how) == 0:
		how = []Direction{Raised}
	case best == BestLowered && len(how) == 0:
		how = []Direction{Lowered}
	case best == BestRaised && how[0] == Raised, best == BestLowered && how[0] == Lowered:
	default:
		how = append(how, best)
	}
	if a.Approx != b.Approx {
		how = append(how, choose(b.Approx, ApproxGiven, ApproxGone))
	}
	return how
}

// digitsHow compares how one number is written: 4500.50 says more than 4500.5.
func digitsHow(a, b string) []Direction {
	switch {
	case len(a) < len(b):
		return []Direction{Sharper}
	case len(a) > len(b):
		return []Direction{Vaguer}
	}
	return nil
}

// A span is a range of exact numbers; an end that was not given is nil, and infinite.
type span struct{ low, high *quantity.Number }

// rangeOf returns the bounds of an amount to the letter; a best value alone is a range
// of one point. Bounds in the wrong order are exchanged.
func rangeOf(a lang.Amount) span {
	s := span{a.Low, a.High}
	switch {
	case s.low == nil && s.high == nil:
		return span{a.Best, a.Best}
	case s.low != nil && s.high != nil && s.low.Cmp(s.high) > 0:
		return span{s.high, s.low}
	}
	return s
}

// rangeHow compares two ranges.
func rangeHow(a, b span) []Direction {
	low, high := quantity.CompareEnds(b.low, a.low, -1), quantity.CompareEnds(b.high, a.high, 1)
	apart := func(x, y *quantity.Number) bool { return x != nil && y != nil && x.Cmp(y) <= 0 }
	moves := func(to int) bool { return moved(a.low, b.low, to) && moved(a.high, b.high, to) }
	switch {
	case low == 0 && high == 0:
		return nil
	case moves(1):
		return []Direction{Raised}
	case moves(-1):
		return []Direction{Lowered}
	case low <= 0 && high >= 0:
		return []Direction{Widened}
	case low >= 0 && high <= 0:
		return []Direction{Narrowed}
	case apart(a.high, b.low):
		return []Direction{Raised}
	case apart(b.high, a.low):
		return []Direction{Lowered}
	}
	return []Direction{Moved}
}

// moved reports whether an end goes up (1) or down (-1), or is open as it was.
func moved(from, to *quantity.Number, way int) bool {
	if from == nil || to == nil {
		return from == nil && to == nil
	}
	return to.Cmp(from) == way
}

func bestHow(a, b *quantity.Number) Direction {
	switch {
	case a == nil && b == nil:
		return ""
	case a == nil:
		return BestGiven
	case b == nil:
		return BestGone
	case b.Cmp(a) > 0:
		return BestRaised
	case b.Cmp(a) < 0:
		return BestLowered
	}
	return ""
}

func choose(is bool, yes, no Direction) Direction {
	if is {
		return yes
	}
	return no
}

// dateHow compares two dates that differ, each with its precision.
func dateHow(a, b date.Date) Direction {
	switch {
	case a.IsZero():
		return Given
	case b.IsZero():
		return Gone
	case a.Precision() == b.Precision():
		moved := b.Compare(a)
		if moved == 0 { // one moment, written at two offsets
			return Other
		}
		return choose(moved > 0, Later, Earlier)
	case b.Precision() > a.Precision() && b.First() >= a.First() && b.Last() <= a.Last():
		return Sharper
	case b.First() <= a.First() && b.Last() >= a.Last():
		return Vaguer
	}
	return choose(b.First() > a.First(), Later, Earlier)
}

// ranked compares two terms that differ by their places in a list; a term that is
// not in it has no rank.
func ranked(list []string, a, b string, up, down Direction) Direction {
	i, j := slices.Index(list, a), slices.Index(list, b)
	if i < 0 || j < 0 {
		return Other
	}
	return choose(j > i, up, down)
}

// likelier compares two terms of a scale of likelihood; those of two scales are
// not compared (see [facts.Scale]).
func likelier(a, b string, old, new *facts.Briefing) Direction {
	of := func(scale claim.LikelihoodScale, term string) float64 {
		for _, t := range facts.Scale(scale) {
			if t.Name == term {
				return t.Low
			}
		}
		return math.NaN()
	}
	x, y := of(old.LikelihoodScale, a), of(new.LikelihoodScale, b)
	if old.LikelihoodScale != new.LikelihoodScale || x == y {
		return Other
	}
	return choose(y > x, Raised, Lowered)
}
