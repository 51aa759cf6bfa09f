package evidence

import (
	"cmp"
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// A Claim is what is asked of one claim when claims are compared.
type Claim struct {
	Claimant   string       // who makes it; one key for one origin
	Date       date.Date    // of what it counts; zero where it has none
	Period     date.Span    // the stretch of time that it adds up over; zero where it has none
	Amount     lang.Amount  // what it counts; without a number it takes part in no comparison
	Status     claim.Status // how firmly it is made
	Superseded bool         // another claim takes its place
}

// Counts reports whether a claim takes part when claims are compared: what was
// superseded, what is denied and what is only planned does not, and neither does a claim without a number.
func (c *Claim) Counts() bool {
	return !c.Superseded && c.Status.Standing() && len(c.given()) > 0
}

// given lists the numbers of the claim.
func (c *Claim) given() []*quantity.Number {
	return quantity.Given(c.Amount.Low, c.Amount.Best, c.Amount.High)
}

// Superseded reports whether another fact of the file takes the place of one.
func Superseded(f *facts.File, x *facts.Fact) bool { return len(f.References().Superseding[x.ID]) > 0 }

// Successors lists the facts of the file that take the place of one, in file order.
func Successors(f *facts.File, id string) (ids []string) {
	for _, i := range f.References().Superseding[id] {
		ids = append(ids, f.Facts[i].ID)
	}
	return ids
}

// ClaimOf returns what is asked of a fact of the file when claims are compared.
func ClaimOf(file *facts.File, f *facts.Fact) Claim {
	return Claim{Claimant: f.Origin, Date: f.When(), Period: f.Period,
		Amount: lang.Amount{Low: f.Low, Best: f.Best, High: f.High, Approx: f.Approx},
		Status: f.Status, Superseded: Superseded(file, f)}
}

// Current reports whether a fact of the file stands: nothing supersedes it, and it is neither denied nor only planned.
func Current(file *facts.File, f *facts.Fact) bool {
	return f.Status.Standing() && !Superseded(file, f)
}

// Latest returns the indices of each claimant's latest claims: of those that count
// when claims are compared, the ones of its newest date, and of a claimant that has none,
// its newest. Dates are in the order of [date.Date.Compare]: a claim "of 2025" is
// of the beginning of the year. Several of one date all stay. Claims of one claimant over several stretches of time
// stand side by side, but those of a total that runs on in a newer one (see [Running]).
func Latest(claims []Claim) []int {
	type key struct {
		claimant string
		period   date.Span
	}
	newest := map[key]*Claim{}
	of := map[string][]*Claim{} // the newest of each period, by claimant
	later := func(c, n *Claim) bool {
		if n == nil || c.Counts() != n.Counts() {
			return n == nil || c.Counts()
		}
		return c.Date.Compare(n.Date) > 0
	}
	for i := range claims {
		if c := &claims[i]; later(c, newest[key{c.Claimant, c.Period}]) {
			newest[key{c.Claimant, c.Period}] = c
		}
	}
	for k, c := range newest {
		if !c.Period.IsZero() {
			of[k.claimant] = append(of[k.claimant], c)
		}
	}
	var kept []int
	for i := range claims {
		c := &claims[i]
		n := newest[key{c.Claimant, c.Period}]
		contained := slices.ContainsFunc(of[c.Claimant], func(o *Claim) bool {
			return o.Period != n.Period && Running(o.Period, n.Period) && o.Period.Contains(n.Period) && later(o, n)
		})
		if !contained && c.Date == n.Date && c.Counts() == n.Counts() {
			kept = append(kept, i)
		}
	}
	return kept
}

// A stretch is what claims over one stretch of time have in common.
type stretch struct {
	period      date.Span
	first, last int     // its days, since 1970-01-01
	claims      []int   // the indices of its claims, in their order
	fewest      float64 // the lowest of the most that they allow
}

// stretchesOf parts claims by their stretches of time (see [date.Span.Same]), in the order in which these come first.
func stretchesOf(claims []Claim) []stretch {
	type days struct {
		none        bool
		first, last int
	}
	at := map[days]int{}
	var all []stretch
	for i := range claims {
		p := claims[i].Period
		d := days{p.IsZero(), p.First(), p.Last()}
		n, known := at[d]
		if !known {
			n = len(all)
			at[d] = n
			all = append(all, stretch{period: p, first: d.first, last: d.last, fewest: math.Inf(1)})
		}
		_, most := claims[i].Amount.Bounds()
		all[n].claims, all[n].fewest = append(all[n].claims, i), min(all[n].fewest, most)
	}
	return all
}

// Periods lists the stretches of time of claims, each once however it is written, in the order in which they come first.
func Periods(claims []Claim) []date.Span {
	var periods []date.Span
	for _, s := range stretchesOf(claims) {
		periods = append(periods, s.period)
	}
	return periods
}

// Exceeding returns two of the claims of which one is over a part of the other's stretch of time and more than that
// whole, so that they cannot both be right: the first such part, and the first whole that it exceeds; nil where there are none.
func Exceeding(claims []Claim) (part, whole *Claim) {
	all := stretchesOf(claims)
	if len(all) < 2 {
		return nil, nil
	}
	for i := range claims {
		if k := exceeded(claims, all, &claims[i]); k < len(claims) {
			return &claims[i], &claims[k]
		}
	}
	return nil, nil
}

// exceeded returns the index of the first of the claims that a claim over a part of its stretch of time exceeds; as many as
// there are claims where it exceeds none.
func exceeded(claims []Claim, all []stretch, part *Claim) int {
	least, _ := part.Amount.Bounds()
	first, last := part.Period.First(), part.Period.Last()
	found := len(claims)
	for n := range all {
		if s := &all[n]; least <= s.fewest || s.first > first || s.last < last || s.period.Same(part.Period) {
			continue
		}
		for _, k := range all[n].claims {
			if _, most := claims[k].Amount.Bounds(); k < found && least > most && claims[k].Date.Last() >= last {
				found = k
			}
		}
	}
	return found
}

// An Agreement is what the amounts of several claims share, and what they span.
type Agreement struct {
	Low, High    float64 // from the highest low to the lowest high; infinite where every claim is open on that side
	Min, Max     float64 // the lowest and the highest number given
	Claims       int     // how many claims there are
	Points       int     // how many of them give one value and no range
	SomeOverlap  bool    // two of them can both be right, if not all
	Within       int     // the index of the claim whose range holds what all others say, where no value fits all; else -1
	Approximate  bool    // an approximate value is among them, or they agree only because some are approximate
	close        bool    // they share nothing by their digits, which a double does not tell apart
	numbersGiven []*quantity.Number
}

// Compare finds what the claims share: to the letter or, if that is nothing, with approximate
// amounts a tenth wider (see [lang.Amount.Bounds]), and then within the numbers that were given. A claimant that
// makes several says all of them: two that cannot both be right are no range of its.
func Compare(claims []Claim) *Agreement {
	a := &Agreement{Low: math.Inf(-1), High: math.Inf(1), Min: math.Inf(1), Max: math.Inf(-1), Claims: len(claims), Within: -1}
	all := make([]span, len(claims))
	for i := range claims {
		a.note(&claims[i])
		all[i] = spanned(&claims[i])
	}
	wideLow, wideHigh := a.Low, a.High
	a.SomeOverlap = someOverlap(all)
	for _, v := range all {
		if v.low == v.high {
			a.Points++
		}
		a.Low, a.High = max(a.Low, v.low), min(a.High, v.high)
		wideLow, wideHigh = max(wideLow, v.wideLow), min(wideHigh, v.wideHigh)
	}
	if a.Low == a.High && !a.Approximate && !meet(claims) {
		a.close = true
	}
	if a.Low > a.High && wideLow <= wideHigh {
		a.Low, a.High, a.Approximate = max(wideLow, a.Min), min(wideHigh, a.Max), true
	}
	if !a.Shared() {
		a.Within = container(all)
	}
	return a
}

// container returns the index of the range, open at neither end, that holds all the others; -1 where none does.
func container(all []span) int {
	return slices.IndexFunc(all, func(v span) bool {
		outside := func(o span) bool { return o.low < v.low || o.high > v.high }
		return v.low < v.high && !math.IsInf(v.high-v.low, 0) && !slices.ContainsFunc(all, outside)
	})
}

// Amount is what the claims share, in that unit. A side on which every claim is open has no bound.
func (a *Agreement) Amount(unit lang.Unit) lang.Amount {
	low, high := a.Ends()
	return lang.Amount{Low: low, High: high, Approx: a.Approximate, Unit: unit}
}

// Shared reports whether one value fits every claim.
func (a *Agreement) Shared() bool { return a.Low <= a.High && !a.close }

// meet reports whether the numbers of the claims have a value in common, to the digit.
func meet(claims []Claim) bool {
	var low, high *quantity.Number
	for i := range claims {
		from, to := claims[i].Amount.Ends()
		if from != nil && (low == nil || from.Cmp(low) > 0) {
			low = from
		}
		if to != nil && (high == nil || to.Cmp(high) < 0) {
			high = to
		}
	}
	return low == nil || high == nil || low.Cmp(high) <= 0
}

// note remembers the numbers of a claim.
func (a *Agreement) note(c *Claim) {
	for _, n := range c.given() {
		a.Min, a.Max = min(a.Min, n.Float()), max(a.Max, n.Float())
		a.numbersGiven = append(a.numbersGiven, n)
	}
	low, high := c.Amount.Given()
	a.Approximate = a.Approximate || c.Amount.Approx && low == high
}

// A span is what one claim says: to the letter, and with an approximate amount a tenth wider.
type span struct{ low, high, wideLow, wideHigh float64 }

func spanned(c *Claim) span {
	low, high := c.Amount.Given()
	wideLow, wideHigh := c.Amount.Bounds()
	return span{low, high, wideLow, wideHigh}
}

// someOverlap reports whether two of the spans can both be right.
func someOverlap(all []span) bool {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b span) int { return cmp.Compare(a.wideLow, b.wideLow) })
	high := math.Inf(-1)
	for i, v := range sorted {
		if i > 0 && v.wideLow <= high {
			return true
		}
		high = max(high, v.wideHigh)
	}
	return false
}

// Exact is the number that stands for an end of what is shared or spanned, as it was given: of several that a
// double-precision number does not tell apart the largest or, for end -1, the smallest. A number that nobody gave
// has two digits; an infinite end is nil.
func (a *Agreement) Exact(v float64, end int) *quantity.Number {
	var found *quantity.Number
	for _, n := range a.numbersGiven {
		if n.Float() == v && (found == nil || n.Cmp(found) == end) {
			found = n
		}
	}
	if found != nil || math.IsInf(v, 0) {
		return found
	}
	step := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-1)
	if v == 0 || step == 0 || math.IsInf(step, 0) {
		return quantity.Round(v, 6)
	}
	return quantity.Round(denoised(math.Round(v/step)*step, step), 12)
}

// Ends are the ends of what is shared, as they were given; nil where every claim is open on that side.
func (a *Agreement) Ends() (low, high *quantity.Number) {
	low, high = a.Exact(a.Low, 1), a.Exact(a.High, -1)
	if low != nil && high != nil && low.Cmp(high) > 0 { // two digits of what nobody gave
		low = high
	}
	return low, high
}

// denoised takes the noise of multiplication out of a multiple of a step.
func denoised(v, step float64) float64 {
	if math.Abs(v) < step/2 {
		return 0
	}
	p := math.Pow(10, math.Floor(math.Log10(step)))
	if p >= 1 || p == 0 || math.IsInf(1/p, 0) {
		return v
	}
	return math.Round(v/p) * p
}
