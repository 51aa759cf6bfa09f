package compose

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// aMonth is how many days apart claims may be and still be compared as of one time.
const aMonth = 31

// finding says in a title how the current claims among rivals stand to each other: "Two
// counts do not overlap: 26,200 against at least 58,700". It is empty where nothing stands.
func (c *composer) finding(all []*facts.Fact, unit lang.Unit) string {
	current := c.current(all)
	noun := "estimates"
	if unit.Kind == "" || unit.Kind == quantity.Count {
		noun = "counts"
	}
	say := func(key string, args ...string) string { return c.l.Cap(c.l.Say("finding."+noun+"."+key, args...)) }
	if len(current) == 0 {
		return ""
	}
	low, high := c.extremes(current)
	words := c.evenly(current)
	n := c.l.Numeral(len(current))
	spanned := func(key string, more ...string) string {
		return say(key, append([]string{n, c.end(words, current, unit, -1, false), c.end(words, current, unit, 1, false)}, more...)...)
	}
	o := c.compared(current)
	switch {
	case len(current) == 1:
		return say("one", c.headline(words, low, unit))
	case c.exceeds(current):
		return spanned("part")
	case o.Within >= 0:
		return spanned("within", c.w.Origin(current[o.Within].Origin))
	case !together(current) || unlike(current): // numbers of other times or stretches of time
		return say("spread", n, c.end(words, current, unit, -1, true), c.end(words, current, unit, 1, true))
	case same(current):
		return say("same", n, c.headline(words, low, unit))
	case !overlap(current) && len(current) == 2:
		return say("two", c.headline(words, low, unit), c.headline(words, high, unit))
	case !overlap(current):
		return spanned("apart")
	case !o.Shared():
		return spanned("none")
	}
	return say("overlap", n, c.l.Words(o.Amount(unit)))
}

// evenly is the language as it writes the numbers of those claims beside each other.
func (c *composer) evenly(all []*facts.Fact) *lang.Language {
	var numbers []*quantity.Number
	for _, f := range all {
		numbers = append(numbers, f.Numbers()...)
	}
	return c.l.Evenly(numbers...)
}

// compared is how claims stand to each other, by the rule that figures follow too.
func (c *composer) compared(all []*facts.Fact) *evidence.Agreement {
	claims := make([]evidence.Claim, len(all))
	for i, f := range all {
		claims[i] = evidence.ClaimOf(c.f, f)
	}
	return evidence.Compare(claims)
}

// exceeds reports whether one of the claims is over a part of another's stretch of time and more than that whole.
func (c *composer) exceeds(all []*facts.Fact) bool {
	claims := make([]evidence.Claim, len(all))
	for i, f := range all {
		claims[i] = evidence.ClaimOf(c.f, f)
	}
	part, _ := evidence.Exceeding(claims)
	return part != nil && c.f.Measure(all[0].Measure).Kind.Adds()
}

// headline writes a claim for a title: the best value alone, else the range, without the noun.
func (c *composer) headline(l *lang.Language, f *facts.Fact, unit lang.Unit) string {
	if unit.Symbol == "" {
		unit.Forms = nil // what is counted stands under the title
	}
	a := lang.Amount{Best: f.Best, Approx: f.Approx, Unit: unit}
	if f.Best == nil {
		a.Low, a.High = f.Low, f.High
	}
	if f.Best == nil && f.Low != nil && f.High != nil {
		return l.ShortUnit(a)
	}
	return l.Words(a)
}

// end writes the lowest (side -1) or the highest number (1) that any of the claims gives: alone, but where it is the one
// open bound of a claim, or about it. Dated, it says of when or of what stretch of time the claim is.
func (c *composer) end(l *lang.Language, all []*facts.Fact, unit lang.Unit, side int, dated bool) string {
	var of *facts.Fact
	var at *quantity.Number
	for _, f := range all {
		for _, n := range f.Numbers() {
			if at == nil || n.Cmp(at) == side || side > 0 && n.Cmp(at) == 0 {
				of, at = f, n
			}
		}
	}
	when := ""
	if dated {
		when = c.inBrackets(c.apartInTime(of, all))
	}
	if len(of.Numbers()) == 1 {
		return c.headline(l, of, unit) + when
	}
	if unit.Symbol == "" {
		unit.Forms = nil // what is counted stands under the title
	}
	return l.Words(lang.Amount{Best: at, Approx: of.Approx, Unit: unit}) + when
}

// apartInTime says of what stretch of time a claim is or, where those of all are the same, of when.
func (c *composer) apartInTime(f *facts.Fact, all []*facts.Fact) string {
	if s := c.w.ShortPeriod(f); s != "" && differ(all, c.w.ShortPeriod) {
		return s
	}
	return c.l.ShortDate(f.When())
}

// extremes returns the claims with the lowest and with the highest number.
func (c *composer) extremes(all []*facts.Fact) (low, high *facts.Fact) {
	at := func(f *facts.Fact) *quantity.Number {
		for _, n := range []*quantity.Number{f.Best, f.Low, f.High} {
			if n != nil {
				return n
			}
		}
		return nil
	}
	low, high = all[0], all[0]
	for _, f := range all {
		if at(f).Cmp(at(low)) < 0 {
			low = f
		}
		if at(f).Cmp(at(high)) >= 0 {
			high = f
		}
	}
	return low, high
}

// together reports whether claims are of one time: no more than a month apart.
func together(all []*facts.Fact) bool {
	first, last := math.Inf(1), math.Inf(-1)
	for _, f := range all {
		if d := f.When(); !d.IsZero() {
			first, last = min(first, float64(d.Middle())), max(last, float64(d.Middle()))
		}
	}
	return last-first <= aMonth
}

// unlike reports whether claims are over unequal stretches of time.
func unlike(all []*facts.Fact) bool {
	return slices.ContainsFunc(all, func(f *facts.Fact) bool { return !f.Period.Same(all[0].Period) })
}

// same reports whether all claims give the same number and nothing else.
func same(all []*facts.Fact) bool {
	for _, f := range all {
		if f.Low != nil || f.High != nil || f.Best == nil || f.Best.Cmp(all[0].Best) != 0 {
			return false
		}
	}
	return true
}

// overlap reports whether two of the claims can both be right.
func overlap(all []*facts.Fact) bool {
	var amounts []lang.Amount
	for _, f := range all {
		amounts = append(amounts, amount(f))
	}
	return lang.SomeMeet(amounts)
}

func amount(f *facts.Fact) lang.Amount {
	return lang.Amount{Low: f.Low, Best: f.Best, High: f.High, Approx: f.Approx}
}

// untold are the titles of figures that would tell claims as facts: by the usual one, that where not all may be told as they are, and
// that where all are of the future.
func untold(key string) (claimed, future string) {
	switch key {
	case "figure.timeline":
		return "figure.timeline.claimed", "figure.timeline.future"
	case "figure.exchange":
		return "figure.exchange.claimed", "figure.exchange.future"
	case "figure.map":
		return "figure.map.claimed", "figure.map.claimed"
	}
	return key, key
}

// toldAs is the key of a title that says of things as little as is known of them.
func (c *composer) toldAs(key string, chosen []*facts.Fact) string {
	all := func(is func(claim.Status) bool) bool {
		return !slices.ContainsFunc(chosen, func(f *facts.Fact) bool { return !is(f.Status) })
	}
	claimed, future := untold(key)
	switch {
	case all(claim.Status.Future):
		return future
	case !all(claim.Status.Plain):
		return claimed
	}
	return key
}
