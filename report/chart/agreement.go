package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// counted reports whether a row takes part when claims are compared: what its
// own origin replaced, what is denied and what is only planned does not.
func (r *Row) counted() bool {
	return !r.Superseded && r.Status.Standing() && !r.extent().none
}

// amount is what the row claims.
func (r *Row) amount() lang.Amount {
	return lang.Amount{Low: r.Low, Best: r.Best, High: r.High, Approx: r.Approx}
}

// Latest returns the indices of each origin's latest claims: of those that count
// when claims are compared, the ones of its newest date, and of an origin that has none,
// its newest. Dates are in the order of [date.Date.Compare]: a claim "of 2025" is
// of the beginning of the year. Several of one date all stay.
func Latest(rows []Row) []int {
	newest := map[string]*Row{}
	later := func(r, n *Row) bool {
		if n == nil || r.counted() != n.counted() {
			return n == nil || r.counted()
		}
		return r.Date.Compare(n.Date) > 0
	}
	for i := range rows {
		if r := &rows[i]; later(r, newest[r.claimant()]) {
			newest[r.claimant()] = r
		}
	}
	var kept []int
	for i := range rows {
		if n := newest[rows[i].claimant()]; rows[i].Date == n.Date && rows[i].counted() == n.counted() {
			kept = append(kept, i)
		}
	}
	return kept
}

// rangeState says of a group whether its ranges overlap, and where.
func rangeState(b *rowsLayout, rows []Row) (string, *band) {
	text, o := agreement(b.chart.Language, b.chart.Unit, rows)
	if o == nil || o.low > o.high || o.low == o.high && o.points == o.n {
		return text, nil
	}
	return text, &band{o.low, o.high}
}

// An overlap is where n claims agree: from the highest low to the lowest high.
// Where low is above high they do not.
type overlap struct {
	low, high float64 // infinite where every claim is open on that side
	n, points int
	min, max  float64 // the lowest and highest number given
	given     []*quantity.Number
	some      bool // two of them overlap, if not all
	approx    bool // an approximate point is among them, or they agree only because some are approximate
}

// agreement says in words whether origins agree. Of fewer than two origins, or
// of rows that count different things (in other places, say), it says nothing. Of
// an origin that spoke more than once it takes the latest claim, and says so; where claims
// more than a month apart are compared it says of when they are, and what it leaves out.
// Approximate claims may be a tenth off: see [lang.Amount.Bounds].
func agreement(l *lang.Language, unit lang.Unit, rows []Row) (string, *overlap) {
	var current []Row
	for _, i := range Latest(rows) {
		if r := rows[i]; r.counted() {
			current = append(current, r)
		}
	}
	if origins(current) < 2 || slices.ContainsFunc(current, func(r Row) bool { return r.Detail != current[0].Detail }) {
		return "", nil
	}
	o := compared(current)
	text := o.said(l, unit)
	if but := reservations(l, rows, current); but != "" {
		text = l.Say("chart.said", text, but)
	}
	return text, o
}

// reservations says what to know of a comparison: that earlier claims are left out, of when the claims are, and that denials and plans are left out.
func reservations(l *lang.Language, rows, current []Row) string {
	var but []string
	has := func(f func(r Row) bool) bool { return slices.ContainsFunc(rows, f) }
	counted := 0
	for i := range rows {
		if rows[i].counted() {
			counted++
		}
	}
	if counted > len(current) {
		but = append(but, l.Say("chart.latest"))
	}
	if when := apart(l, current); when != "" {
		but = append(but, when)
	}
	out := func(status claim.Status) bool {
		return has(func(r Row) bool { return r.Status == status && !r.Superseded && !r.extent().none })
	}
	switch denied, planned := out(claim.Denied), out(claim.Planned); {
	case denied && planned:
		but = append(but, l.Say("chart.without.both"))
	case denied:
		but = append(but, l.Say("chart.without.denied"))
	case planned:
		but = append(but, l.Say("chart.without.planned"))
	}
	if out(claim.Forecast) {
		but = append(but, l.Say("chart.without.forecast"))
	}
	return strings.Join(but, ", ")
}

// aMonth is how many days apart compared claims may be without a word.
const aMonth = 31

// apart says from when to when rows are, by month, where that is more than a month; else nothing.
func apart(l *lang.Language, rows []Row) string {
	var from, to date.Date
	for i := range rows {
		d := rows[i].Date
		if d.IsZero() {
			continue
		}
		if from.IsZero() || d.Middle() < from.Middle() {
			from = d
		}
		if to.IsZero() || d.Middle() > to.Middle() {
			to = d
		}
	}
	if from.IsZero() || to.Middle()-from.Middle() <= aMonth {
		return ""
	}
	from.Day, to.Day = 0, 0
	if from.Year == to.Year && from.Month > 0 && to.Month > 0 {
		return l.MonthShort(from.Month) + " – " + l.ShortDate(to)
	}
	return l.ShortSpan(from, to)
}

// An originClaim is what one origin says: to the letter, and with its approximate amounts a tenth wider.
type originClaim struct{ low, high, wideLow, wideHigh float64 }

// claimsByOrigin takes the rows of each origin together.
func claimsByOrigin(rows []Row) []originClaim {
	var all []originClaim
	at := map[string]int{}
	for i := range rows {
		low, high := rows[i].amount().Given()
		wideLow, wideHigh := rows[i].amount().Bounds()
		k := rows[i].claimant()
		n, ok := at[k]
		if !ok {
			at[k] = len(all)
			all = append(all, originClaim{low, high, wideLow, wideHigh})
			continue
		}
		v := &all[n]
		v.low, v.high, v.wideLow, v.wideHigh = min(v.low, low), max(v.high, high), min(v.wideLow, wideLow), max(v.wideHigh, wideHigh)
	}
	return all
}

// compared finds what the origins share: to the letter or, if that is nothing,
// with approximate amounts a tenth wider, and then within the numbers that were given.
func compared(rows []Row) *overlap {
	o := &overlap{low: math.Inf(-1), high: math.Inf(1), min: math.Inf(1), max: math.Inf(-1)}
	for i := range rows {
		o.note(&rows[i])
	}
	wideLow, wideHigh := o.low, o.high
	all := claimsByOrigin(rows)
	o.some = someOverlap(all)
	for _, v := range all {
		o.n++
		if v.low == v.high {
			o.points++
		}
		o.low, o.high = max(o.low, v.low), min(o.high, v.high)
		wideLow, wideHigh = max(wideLow, v.wideLow), min(wideHigh, v.wideHigh)
	}
	if o.low > o.high && wideLow <= wideHigh {
		o.low, o.high, o.approx = max(wideLow, o.min), min(wideHigh, o.max), true
	}
	return o
}

// someOverlap reports whether two of the claims can both be right.
func someOverlap(all []originClaim) bool {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b originClaim) int { return cmp.Compare(a.wideLow, b.wideLow) })
	high := math.Inf(-1)
	for i, v := range sorted {
		if i > 0 && v.wideLow <= high {
			return true
		}
		high = max(high, v.wideHigh)
	}
	return false
}

// note remembers the numbers that a row gives.
func (o *overlap) note(r *Row) {
	e := r.extent()
	o.min, o.max = min(o.min, e.low), max(o.max, e.high)
	o.given = append(o.given, quantity.Given(r.Low, r.Best, r.High)...)
	o.approx = o.approx || r.Approx && e.point()
}

// said words an overlap. Where there is none, it speaks of ranges only if every claim is one.
func (o *overlap) said(l *lang.Language, unit lang.Unit) string {
	switch {
	case o.low > o.high && o.points == o.n:
		return l.Say("chart.differ", l.Words(lang.Amount{Low: o.exact(o.min, -1), High: o.exact(o.max, 1), Approx: o.approx, Unit: lang.Unit{Kind: unit.Kind}}))
	case o.low > o.high && o.points > 0:
		return l.Say("chart.unfit")
	case o.low > o.high && o.some:
		return l.Say("chart.none")
	case o.low > o.high:
		return l.Say("chart.apart")
	case o.points == o.n && o.min == o.max:
		return l.Say("chart.same")
	}
	low, high := o.exact(o.low, 1), o.exact(o.high, -1)
	if low != nil && high != nil && low.Cmp(high) > 0 { // two digits of what nobody gave
		low = high
	}
	return l.Say("chart.overlap", l.Words(lang.Amount{Low: low, High: high, Approx: o.approx, Unit: unit}))
}

// exact is the number that stands for an end of what is shared, as it was given: of several that a double-precision
// number does not tell apart the largest or, for -1, the smallest. What nobody gave has two digits; an infinite end is none.
func (o *overlap) exact(v float64, end int) *quantity.Number {
	var found *quantity.Number
	for _, n := range o.given {
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
	return quantity.Round(tidy(math.Round(v/step)*step, step), 12)
}

// tidy takes the noise of multiplication out of a multiple of a step.
func tidy(t, step float64) float64 {
	if math.Abs(t) < step/2 {
		return 0
	}
	p := math.Pow(10, math.Floor(math.Log10(step)))
	if p >= 1 || p == 0 || math.IsInf(1/p, 0) {
		return t
	}
	return math.Round(t/p) * p
}

// Shared returns the amounts that every current claim among the rows of one
// group is compatible with, which a figure of ranges shades: from low to high,
// infinite where the claims are open. It is false where nothing is shaded.
func Shared(c *Chart, rows []Row) (low, high float64, shaded bool) {
	_, b := rangeState(&rowsLayout{chart: c}, rows)
	if b == nil {
		return 0, 0, false
	}
	return b.low, b.high, true
}
