package compose

import (
	"strings"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/facts"
)

// A contrast is what the facts of a figure do not all have the same, found once for all of its rows.
type contrast struct {
	chart     *facts.Chart
	whole     []func(*facts.Fact) string // of estimates, what tells them apart but their periods
	periods   bool                       // they are over unequal stretches of time
	intervals bool                       // each says what low and high are; else it stands over the rows
	parts     bool                       // they are told apart by something
	ways      bool                       // items go from and to others
}

func (c *composer) contrastOf(b *facts.Chart, all []*facts.Fact) *contrast {
	k := &contrast{chart: b, periods: b.Group != byGroup && differ(all, c.w.ShortPeriod), intervals: c.interval(all) == "",
		parts: b.Kind == claim.Bars && b.Group == claim.GroupOrigin && differ(all, c.w.Apart),
		ways:  differ(all, func(f *facts.Fact) string { return f.From + " " + f.To })}
	for _, of := range c.wholes(b) {
		if differ(all, of) {
			k.whole = append(k.whole, of)
		}
	}
	return k
}

// tellApart adds what tells a row from the others: the place where places
// differ, the item of a transfer, and from whom to whom where that differs.
func (c *composer) tellApart(r *chart.Row, f *facts.Fact, k *contrast) {
	if f.Type == claim.Event || f.Type == claim.Statement {
		r.Detail = c.w.Line(f.Statement)
		return
	}
	if f.Type != claim.Transfer {
		whole := k.of(f)
		r.Thing = whole
		if k.intervals {
			r.Thing = strings.Join(withoutEmpty(whole, c.w.Interval(f)), ", ")
		}
		r.Total = c.total(f, k.chart.Group)
		r.Detail, r.Whole, r.Period, r.PeriodText = r.Thing, whole, f.Period, c.w.ShortPeriod(f)
		if k.periods {
			r.Detail = strings.Join(withoutEmpty(r.Thing, r.PeriodText), ", ")
			r.Whole = strings.Join(withoutEmpty(whole, r.PeriodText), ", ")
		}
		if r.Detail == "" && k.parts { // else it would bear its date
			r.Detail = c.l.Cap(c.l.Say(c.lacking(f)))
		}
		return
	}
	way := c.w.Way(f)
	r.By = r.Label
	switch item := c.w.Line(f.Item); {
	case k.chart.Group == claim.GroupCategory: // parts of one bar share its label
		r.Label, r.Detail = way, item
	case k.ways:
		r.Label, r.Detail = way+": "+item, r.Label
	default:
		r.Label, r.Detail = item, r.Label
	}
}

// total reports whether an estimate does not say of which of the groups it is, and so counts all of them.
func (c *composer) total(f *facts.Fact, by claim.Grouping) bool {
	if by == claim.GroupPlace {
		return f.Place == ""
	}
	return c.f.Dimension(string(by)) != nil && c.w.By(f, string(by)) == ""
}

// of names what of an estimate is not the same in all rows, and not the heading of
// its group or the place on a map, but its period: its place and the
// values of its dimensions. Of groups of a bar it is the whole that they are parts of.
func (k *contrast) of(f *facts.Fact) string {
	var parts []string
	for _, of := range k.whole {
		parts = append(parts, of(f))
	}
	return strings.Join(withoutEmpty(parts...), ", ")
}

// wholes are what may tell the estimates of a figure apart.
func (c *composer) wholes(b *facts.Chart) (out []func(*facts.Fact) string) {
	if b.Kind != claim.Map && b.Group != claim.GroupPlace && b.Group != byGroup && b.Group != bySeries {
		out = append(out, func(f *facts.Fact) string { return c.w.Place(f.Place) })
	}
	for i := range c.f.Dimensions {
		id := c.f.Dimensions[i].ID
		if b.Group != byGroup && b.Group != bySeries && string(b.Group) != id {
			out = append(out, func(f *facts.Fact) string { return c.w.By(f, id) })
		}
	}
	return out
}

// differ reports whether the facts do not all have the same of something.
func differ(all []*facts.Fact, of func(*facts.Fact) string) bool {
	for _, f := range all {
		if of(f) != of(all[0]) {
			return true
		}
	}
	return false
}

// lacking says what an estimate does not give that others of its measure do, as a key of the word list.
func (c *composer) lacking(f *facts.Fact) string {
	if c.spread[f.Measure] {
		return "figure.noplace"
	}
	for i := range c.f.Facts {
		if o := &c.f.Facts[i]; o.Measure == f.Measure && len(o.By) > 0 {
			return "figure.nopart"
		}
	}
	return "figure.noperiod"
}

// interval names what low and high are, where the same is said of all facts that have both.
func (c *composer) interval(all []*facts.Fact) string {
	said := ""
	for _, f := range all {
		s := c.w.Interval(f)
		if len(f.Numbers()) > 1 && said != "" && s != said || len(f.Numbers()) > 1 && s == "" {
			return ""
		}
		if s != "" {
			said = s
		}
	}
	return said
}
