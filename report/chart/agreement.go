package chart

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/lang"
)

// amount is what the row claims.
func (r *Row) amount() lang.Amount {
	return lang.Amount{Low: r.Low, Best: r.Best, High: r.High, Approx: r.Approx}
}

// claim is what evidence compares of a row.
func (r *Row) claim() evidence.Claim {
	return evidence.Claim{Claimant: r.claimant(), Date: r.Date, Period: r.Period, Amount: r.amount(),
		Status: r.Status, Superseded: r.Superseded}
}

// counted reports whether a row takes part when claims are compared.
func (r *Row) counted() bool { c := r.claim(); return c.Counts() }

// claims is what evidence compares of rows.
func claims(rows []Row) []evidence.Claim {
	out := make([]evidence.Claim, len(rows))
	for i := range rows {
		out[i] = rows[i].claim()
	}
	return out
}

// rangeState says of a group whether its ranges overlap, and where.
func rangeState(b *rowsLayout, rows []Row) (string, *band) {
	text, o := agreement(b.chart.Language, b.chart.Unit, rows)
	if o == nil || !o.Shared() || o.Low == o.High && o.Points == o.Claims {
		return text, nil
	}
	return text, &band{o.Low, o.High}
}

// Agreements are what a figure of ranges says of the claims of each group, behind the name of the group, for readers who
// do not see the figure.
func (c *Chart) Agreements() []string {
	r, ok := c.Plot.(*Ranges)
	if !ok {
		return nil
	}
	var all []string
	for rest := r.Rows; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Group == rest[0].Group {
			n++
		}
		if text, _ := agreement(c.Language, c.Unit, rest[:n]); text != "" {
			all = append(all, join(": ", clean(rest[0].Group), text)+".")
		}
		rest = rest[n:]
	}
	return all
}

// agreement says in words whether origins agree. Of fewer than two origins, or
// of rows that count different things (in other places, say), it says nothing. Of
// an origin that spoke more than once it takes the latest claim, and says so; where claims
// more than a month apart are compared it says of when they are, and what it leaves out.
// Approximate claims may be a tenth off: see [lang.Amount.Bounds].
func agreement(l *lang.Language, unit lang.Unit, rows []Row) (string, *evidence.Agreement) {
	all := claims(rows)
	var current []Row
	var compared []evidence.Claim
	for _, i := range evidence.Latest(all) {
		if all[i].Counts() {
			current, compared = append(current, rows[i]), append(compared, all[i])
		}
	}
	if origins(current) < 2 || slices.ContainsFunc(current, func(r Row) bool { return !current[0].rival(&r) }) {
		return "", nil
	}
	var o *evidence.Agreement
	text := ""
	if slices.ContainsFunc(current, func(r Row) bool { return !r.Period.Same(current[0].Period) }) {
		text = join(". ", append(conflicting(l, unit, current, compared), stretches(l, unit, current, compared))...)
		if text == "" {
			return "", nil
		}
	} else {
		text, o = agreementWords(l, unit, current, compared)
	}
	if but := reservations(l, rows, current); but != "" {
		text = l.Say("chart.said", text, but)
	}
	return text, o
}

// rival reports whether two rows count one thing, over the same stretch of time or over others: see [evidence.Rivals].
func (r *Row) rival(o *Row) bool {
	return r.Detail == o.Detail || r.Thing == o.Thing && r.Period != o.Period && !r.Period.IsZero() && !o.Period.IsZero()
}

// stretches says how claims over unequal stretches of time stand to each other: whether one of a part is more than
// that of the whole. Of those of which none is a part of another, or that do not add up, it says that nothing is compared.
func stretches(l *lang.Language, unit lang.Unit, rows []Row, all []evidence.Claim) string {
	overlapping, nested := false, false
	periods := evidence.Periods(all)
	for i, p := range periods {
		for k, q := range periods {
			if i != k && p.Overlaps(q) {
				overlapping = true
				nested = nested || p.Contains(q)
			}
		}
	}
	switch part, whole := evidence.Exceeding(all); {
	case !overlapping:
		return ""
	case !unit.Kind.Adds() || !nested:
		return l.Say("chart.stretch.unlike")
	case part != nil:
		words := func(c *evidence.Claim) string {
			r := &rows[slices.IndexFunc(all, func(o evidence.Claim) bool {
				return o.Claimant == c.Claimant && o.Period == c.Period && o.Date == c.Date
			})]
			return r.Value + " (" + r.Label + ", " + r.PeriodText + ")"
		}
		return l.Say("chart.stretch.exceeds", words(part), words(whole))
	}
	return l.Say("chart.stretch.fits")
}

// reservations says what to know of a comparison: that earlier claims are left out, of when the claims are, and that
// denials and plans are left out.
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
	unlike := slices.ContainsFunc(current, func(r Row) bool { return !r.Period.Same(current[0].Period) })
	if when := apart(l, current); when != "" && !unlike { // else each row says its own stretch
		but = append(but, when)
	}
	out := func(status claim.Status) bool {
		return has(func(r Row) bool { return r.Status == status && !r.Superseded && !r.extent().none })
	}
	return strings.Join(append(but, LeftOut(l, out)...), ", ")
}

// LeftOut says which claims a finding leaves out, of the statuses of which there are any: those denied, planned or
// forecast. Empty where there are none.
func LeftOut(l *lang.Language, has func(claim.Status) bool) []string {
	var out []string
	switch denied, planned := has(claim.Denied), has(claim.Planned); {
	case denied && planned:
		out = append(out, l.Say("chart.without.both"))
	case denied:
		out = append(out, l.Say("chart.without.denied"))
	case planned:
		out = append(out, l.Say("chart.without.planned"))
	}
	if has(claim.Forecast) {
		out = append(out, l.Say("chart.without.forecast"))
	}
	return out
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

// shownStretches is how many stretches of time are named of which the claims conflict.
const shownStretches = 2

// conflicting says of claims over unequal stretches of time in which the claims of one stretch share no value, and how they
// differ; of the third such stretch and more it says how many there are.
func conflicting(l *lang.Language, unit lang.Unit, rows []Row, all []evidence.Claim) []string {
	var out []string
	more := 0
	for _, period := range evidence.Periods(all) {
		var beside []Row
		var compared []evidence.Claim
		for k := range rows {
			if rows[k].Period.Same(period) {
				beside, compared = append(beside, rows[k]), append(compared, all[k])
			}
		}
		text, o := agreementWords(l, unit, beside, compared)
		switch {
		case origins(beside) < 2 || o.Shared():
		case len(out) == shownStretches:
			more++
		default:
			out = append(out, beside[0].PeriodText+": "+text)
		}
	}
	if more > 0 {
		out = append(out, l.Count("chart.stretch.more", more))
	}
	return out
}

// agreementWords words what claims share. Where they share nothing, it speaks of ranges only if every claim is one.
func agreementWords(l *lang.Language, unit lang.Unit, rows []Row, all []evidence.Claim) (string, *evidence.Agreement) {
	o := evidence.Compare(all)
	if o.Within < 0 {
		return valueShared(l, unit, o), o
	}
	key := "chart.within.none"
	if o.Points > 0 {
		key = "chart.within.unfit"
	}
	return l.Say(key, clean(rows[o.Within].Label)), o
}

// valueShared says which value fits all the claims, or that none does.
func valueShared(l *lang.Language, unit lang.Unit, o *evidence.Agreement) string {
	switch {
	case !o.Shared() && o.Points == o.Claims:
		spanned := lang.Amount{Low: o.Exact(o.Min, -1), High: o.Exact(o.Max, 1), Approx: o.Approximate,
			Unit: lang.Unit{Kind: unit.Kind, Currency: unit.Currency}} // what is counted stands at the axis
		return l.Say("chart.differ", l.Words(spanned))
	case !o.Shared() && o.Points > 0:
		return l.Say("chart.unfit")
	case !o.Shared() && o.SomeOverlap:
		return l.Say("chart.none")
	case !o.Shared():
		return l.Say("chart.apart")
	case o.Points == o.Claims && o.Min == o.Max:
		return l.Say("chart.same")
	}
	return l.Say("chart.overlap", l.Words(o.Amount(unit)))
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
