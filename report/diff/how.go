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

// How says in what way something changed.
type How string

// The ways. A range is raised where every end that it has is higher, or where it
// begins where the old one ends or above; lowered likewise; widened where it holds
// all of the old range and more, so that a bound lost is a widening; narrowed where
// it is a part of the old one; else moved. A best value alone is a range of one
// point. What stands behind a hyphen is of one part of a value. A grade is upgraded
// towards A and 1; F and 6 ("cannot be judged") are no grades to compare.
const (
	Raised      How = "raised"
	Lowered     How = "lowered"
	Widened     How = "widened"
	Narrowed    How = "narrowed"
	Moved       How = "moved"
	BestRaised  How = "best-raised"
	BestLowered How = "best-lowered"
	BestGiven   How = "best-given"
	BestGone    How = "best-gone"
	ApproxGiven How = "approx-given"
	ApproxGone  How = "approx-gone"

	Later   How = "later"   // of a date
	Earlier How = "earlier" // of a date
	Sharper How = "sharper" // of a date: the same, with more of it known
	Vaguer  How = "vaguer"  // of a date: the same, with less of it known

	Upgraded   How = "upgraded"
	Downgraded How = "downgraded"
	Reworded   How = "reworded"  // of a text
	Reads      How = "reads"     // of a text: left as it is, but a value that it writes changed
	Into       How = "added"     // of a list
	OutOf      How = "removed"   // of a list
	Given      How = "given"     // there was none
	Gone       How = "gone"      // there is none any more
	Other      How = "changed"   // there is no more to say than old and new
	Recounted  How = "recounted" // of a value: the measure is another, and the numbers do not compare
)

// amountHow says how one amount differs from another; nil where it does not.
func amountHow(a, b lang.Amount) []How {
	none := func(a lang.Amount) bool { return a.Low == nil && a.Best == nil && a.High == nil }
	switch {
	case none(a) && none(b):
		return nil
	case none(a):
		return []How{Given}
	case none(b):
		return []How{Gone}
	}
	al, ah := a.Given()
	bl, bh := b.Given()
	how := rangeHow(al, ah, bl, bh)
	switch best := bestHow(a.Best, b.Best); {
	case best == "":
	case best == BestRaised && len(how) == 0:
		how = []How{Raised}
	case best == BestLowered && len(how) == 0:
		how = []How{Lowered}
	case best == BestRaised && how[0] == Raised, best == BestLowered && how[0] == Lowered:
	default:
		how = append(how, best)
	}
	if a.Approx != b.Approx {
		how = append(how, choose(b.Approx, ApproxGiven, ApproxGone))
	}
	return how
}

// rangeHow compares the range from al to ah with that from bl to bh; an end that
// was not given is infinite.
func rangeHow(al, ah, bl, bh float64) []How {
	up := func(x, y float64) bool { return math.IsInf(x, 0) == math.IsInf(y, 0) && (y > x || math.IsInf(x, 0)) }
	switch {
	case al == bl && ah == bh:
		return nil
	case up(al, bl) && up(ah, bh):
		return []How{Raised}
	case up(bl, al) && up(bh, ah):
		return []How{Lowered}
	case bl <= al && bh >= ah:
		return []How{Widened}
	case bl >= al && bh <= ah:
		return []How{Narrowed}
	case bl >= ah:
		return []How{Raised}
	case bh <= al:
		return []How{Lowered}
	}
	return []How{Moved}
}

func bestHow(a, b *quantity.Number) How {
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

func choose(is bool, yes, no How) How {
	if is {
		return yes
	}
	return no
}

// dateHow compares two dates that differ, each with its precision.
func dateHow(a, b date.Date) How {
	switch {
	case a.IsZero():
		return Given
	case b.IsZero():
		return Gone
	case b.First() >= a.First() && b.Last() <= a.Last():
		return Sharper
	case b.First() <= a.First() && b.Last() >= a.Last():
		return Vaguer
	}
	return choose(b.First() > a.First(), Later, Earlier)
}

// ranked compares two terms that differ by their places in a list; a term that is
// not in it has no rank.
func ranked(list []string, a, b string, up, down How) How {
	i, j := slices.Index(list, a), slices.Index(list, b)
	if i < 0 || j < 0 {
		return Other
	}
	return choose(j > i, up, down)
}

// likelier compares two terms of a scale of likelihood; those of two scales are
// not compared (see [facts.Scale]).
func likelier(a, b string, old, new *facts.Briefing) How {
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
