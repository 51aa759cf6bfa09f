package chart

import (
	"slices"
	"strings"
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

// runs returns the claims of each origin on one thing by date, where two or more give a number to draw a line through: what
// stands, and not what is denied or of the future. A line that is broken is one run all the same: it begins where the origin began.
func (t *Trend) runs() [][]*Row {
	var runs [][]*Row
	for _, s := range t.Series() {
		var of [][]*Row
		for _, i := range s.Rows {
			r := &t.Rows[i]
			if !r.counted() || r.Date.IsZero() {
				continue
			}
			k := slices.IndexFunc(of, func(run []*Row) bool { return run[len(run)-1].precedes(r) })
			if k < 0 {
				k = len(of)
				of = append(of, nil)
			}
			of[k] = append(of[k], r)
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
