package evidence

import (
	"slices"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// Bounds returns between what a fact's amount lies, by the rule that figures follow too.
func Bounds(f *facts.Fact) (low, high float64) { return amount(f).Bounds() }

func amount(f *facts.Fact) lang.Amount {
	return lang.Amount{Low: f.Low, Best: f.Best, High: f.High, Approx: f.Approx}
}

// Middle returns one number for a fact's amount.
func Middle(f *facts.Fact) float64 {
	switch {
	case f.Best != nil:
		return f.Best.Float()
	case f.Low != nil && f.High != nil:
		return (f.Low.Float() + f.High.Float()) / 2
	case f.Low != nil:
		return f.Low.Float()
	}
	return f.High.Float()
}

// Linked reports whether one of two facts names the other.
func Linked(a, b *facts.Fact) bool {
	one := func(a, b *facts.Fact) bool {
		return a.Supersedes == b.ID || slices.Contains(a.Contradicts, b.ID) || slices.Contains(a.DerivedFrom, b.ID)
	}
	return one(a, b) || one(b, a)
}

// Window is how many neighbours in time a fact is compared with, so that many
// facts of one measure do not cost the square of their number.
const Window = 40

// slackOf says how far two estimates of one stretch of time must be apart to contradict each other, as a
// factor; 0 where their dates let both be right. One origin says for one date what
// it says. Of two origins, those of one date must be a tenth apart: rounding is no
// contradiction. Those of a month and of a day in it must be thrice as far, for
// things change within a month, and "at most" one day must be half of "at least"
// the next. A year alone dates no estimate. A sum over a stretch of time that was over by then does not change with the
// date; of one origin the later stands for the earlier.
func slackOf(a, b *facts.Fact) float64 {
	p, q := a.AsOf, b.AsOf
	if p.Compare(q) > 0 {
		a, b, p, q = b, a, q, p
	}
	day := p.Precision() == date.Day && q.Precision() == date.Day
	switch {
	case complete(a) && complete(b) && a.Origin != b.Origin:
		return 1.1
	case p.Precision() < date.Month || q.Precision() < date.Month:
		return 0
	case p == q && a.Origin == b.Origin:
		return 1
	case p == q:
		return 1.1
	case !day && p.Year == q.Year && p.Month == q.Month:
		return 3
	case day && open(a) != 0 && open(a) == -open(b) && q.First() == p.Last()+1:
		return 2
	}
	return 0
}

// open says at which end an estimate is open: 1 for "at least", -1 for "at most",
// 0 where it has a best value or both bounds.
func open(f *facts.Fact) int {
	switch {
	case f.Best != nil || f.Low != nil && f.High != nil:
		return 0
	case f.Low != nil:
		return 1
	}
	return -1
}

// Apart reports whether two amounts have no value in common, even if the one nearer to zero
// is taken slack times as large.
func Apart(a, b *facts.Fact, slack float64) bool {
	if slack == 1 {
		return !amount(a).Meets(amount(b))
	}
	aLow, aHigh := Bounds(a)
	bLow, bHigh := Bounds(b)
	return beyond(aHigh, bLow, slack) || beyond(bHigh, aLow, slack)
}

// beyond reports whether a number is below another, even if the one nearer to zero is taken slack times as large; nothing
// makes a number below zero one above it.
func beyond(low, high, slack float64) bool {
	switch {
	case low >= 0:
		return low*slack < high
	case high <= 0:
		return low < high*slack
	}
	return true
}

// Ends returns the lowest and the highest number that a fact gives; it gives one at least.
func Ends(f *facts.Fact) (low, high *quantity.Number) {
	byValue := func(a, b *quantity.Number) int { return a.Cmp(b) }
	all := f.Numbers()
	return slices.MinFunc(all, byValue), slices.MaxFunc(all, byValue)
}

// complete reports whether an estimate is a sum over a stretch of time that was over on its date.
func complete(f *facts.Fact) bool { return !f.Period.IsZero() && f.AsOf.Last() >= f.Period.Last() }

// Comparable reports whether sums over two stretches of time can be compared: they have a day in common, or there is none.
func Comparable(a, b date.Span) bool {
	return a == b || !a.IsZero() && !b.IsZero() && a.Overlaps(b)
}

// Running reports whether two sums of one origin are of one total that runs on: both stretches are written from one date to
// another, and begin together. A quarter or a year stands for itself, and is no earlier state of another.
func Running(a, b date.Span) bool { return a.First() == b.First() && a.From != a.To && b.From != b.To }

// Rivals reports whether two estimates are of one thing and time: measure, place and values of dimensions are equal, and
// their periods overlap, or neither has one. No others agree, conflict or stand in one figure of rivals.
func Rivals(a, b *facts.Fact) bool { return a.Series() == b.Series() && Comparable(a.Period, b.Period) }

// Contradict reports whether two rivals cannot both be right, by their values, dates and periods. Over unequal periods they
// cannot where one is a part of the other and the part is more than the whole, a tenth for rounding; see [Exceeds].
func Contradict(f *facts.File, a, b *facts.Fact) bool {
	if !Rivals(a, b) {
		return false
	}
	if !a.Period.Same(b.Period) {
		adds := f.Measure(a.Measure).Kind.Adds()
		return adds && (exceeds(a, b) || exceeds(b, a))
	}
	slack := slackOf(a, b)
	return slack > 0 && Apart(a, b, slack)
}

// exceeds reports whether a sum over a part of a period is more than that over the whole, which counts the part already.
func exceeds(part, whole *facts.Fact) bool {
	low, _ := Bounds(part)
	_, high := Bounds(whole)
	return whole.AsOf.Last() >= part.Period.Last() && Exceeds(part.Period, whole.Period, low, high*1.1)
}

// Exceeds reports whether the least of a sum over one period is more than the most of that over another of which it is a
// part.
func Exceeds(part, whole date.Span, least, most float64) bool {
	return least > most && !part.Same(whole) && whole.Contains(part)
}

// InConflict reports whether two estimates of two origins cannot both be right.
func InConflict(f *facts.File, a, b *facts.Fact) bool {
	return a.Origin != b.Origin && Contradict(f, a, b)
}

// Series names what a fact counts, where, by which values of dimensions and over which
// stretch of time: only facts of one series follow each other in time.
func Series(f *facts.Fact) string {
	if f.Period.IsZero() {
		return f.Series()
	}
	return f.Series() + " " + f.Period.From.String() + "/" + f.Period.To.String()
}
