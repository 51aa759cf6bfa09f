package chart

import (
	"slices"
	"strings"

	"sitrep/report/evidence"
	"sitrep/report/lang"
)

// directions says of the origins that gave more than one number from where to where they go, those with the most first, two
// at most. What counts is of one group and of what the claims' details say.
func (t *Trend) directions(c *Chart) string {
	var runs [][]*Row
	for _, name := range t.groups() {
		runs = append(runs, t.group(name).runs()...)
	}
	slices.SortStableFunc(runs, func(a, b []*Row) int { return len(b) - len(a) })
	var said []string
	for _, r := range runs[:min(2, len(runs))] {
		points := numbered(r)
		first, last := points[0], points[len(points)-1]
		who := *first
		who.DateText = "" // the line has many
		if last.Period != first.Period {
			who.Detail = who.Thing
		}
		said = append(said, c.Language.Say(direction(r), grouped(&who), clean(first.Value), clean(last.Value)))
	}
	return strings.Join(said, ". ")
}

// Headline says of what is counted which way it went, and from where to where, where one origin alone tells of one thing, and as
// established or news; else it is empty: where claims are rivals, the way of one is not that of all, and a number that was revised, or
// is over a shorter stretch of time than the others, did not move.
func (t *Trend) Headline(l *lang.Language, name string) string {
	runs := t.runs()
	told := slices.ContainsFunc(t.Rows, func(r Row) bool { return !r.Status.Plain() })
	if told || len(t.Series()) > 1 || len(t.groups()) > 1 || len(runs) != 1 {
		return ""
	}
	points := numbered(runs[0])
	for i := range t.Rows {
		if r := &t.Rows[i]; r.counted() && !slices.Contains(runs[0], r) { // it tells of something else, too
			return ""
		}
	}
	for i, r := range points[1:] {
		if !points[i].steps(r) {
			return ""
		}
	}
	key := "chart.title.level"
	switch direction(runs[0]) {
	case "chart.alt.varied":
		key = "chart.title.varied"
	case "chart.alt.rise":
		key = "chart.title.rise"
	case "chart.alt.fall":
		key = "chart.title.fall"
	}
	return l.Say(key, name, clean(points[0].Value), clean(points[len(points)-1].Value))
}

// steps reports whether from one claim of a series to the next the number itself moves: neither is of a stretch of time, the total runs
// on, or the stretches follow each other and are equally long, as months and quarters are.
func (r *Row) steps(next *Row) bool {
	if r.Period.IsZero() || next.Period.IsZero() {
		return r.Period.IsZero() && next.Period.IsZero()
	}
	few := max(3, r.Period.Days()/25)
	return evidence.Running(r.Period, next.Period) && r.Period.Last() < next.Period.Last() ||
		r.Period.Last() < next.Period.First() && max(r.Period.Days(), next.Period.Days())-min(r.Period.Days(), next.Period.Days()) <= few
}

// runs returns the claims of each origin on one thing by date, where two or more give a number to draw a line through: what
// stands, and not what is denied or of the future. A line that is broken is one run all the same: it begins where the origin began.
func (t *Trend) runs() [][]*Row {
	var runs [][]*Row
	for _, s := range t.Series() {
		rows := slices.DeleteFunc(s.Rows, func(i int) bool { return !t.Rows[i].counted() || t.Rows[i].Date.IsZero() })
		of, at := [][]*Row{}, make([]int, len(rows))
		for k, before := range t.threads(rows) {
			if before < 0 {
				at[k], of = len(of), append(of, nil)
			} else {
				at[k] = at[before]
			}
			of[at[k]] = append(of[at[k]], &t.Rows[rows[k]])
		}
		for _, run := range of {
			if len(numbered(run)) > 1 {
				runs = append(runs, run)
			}
		}
	}
	return runs
}

// numbered are the claims of a run that give a number to draw a line through.
func numbered(run []*Row) []*Row {
	return slices.DeleteFunc(slices.Clone(run), func(r *Row) bool { return !r.joined() })
}

// direction says, as a key of the word list, how the numbers of a run go: one after the other, and from one that is more than a
// bound to the next that is.
func direction(run []*Row) string {
	rises, falls := false, false
	step := func(a, b *Row) {
		aLow, aHigh := a.reach()
		bLow, bHigh := b.reach()
		rises, falls = rises || aHigh < bLow, falls || bHigh < aLow
	}
	var last *Row // that gives a number
	for i, r := range run {
		if i > 0 {
			step(run[i-1], r)
		}
		if r.joined() {
			if last != nil {
				step(last, r)
			}
			last = r
		}
	}
	switch {
	case rises && falls:
		return "chart.alt.varied"
	case rises:
		return "chart.alt.rise"
	case falls:
		return "chart.alt.fall"
	}
	return "chart.alt.level"
}

// reach is between what a claim lies: its best value alone where it has one.
func (r *Row) reach() (low, high float64) {
	if r.joined() {
		v := r.extent().mid()
		return v, v
	}
	a := r.amount()
	return a.Given()
}
