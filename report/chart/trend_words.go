package chart

import (
	"slices"
	"strings"
)

// directions says of the origins whose claims a line joins from where to where they go, the longest lines first, two at most.
// A line is of one group and of what its claims' details say.
func (t *Trend) directions(c *Chart) string {
	var runs [][]*Row
	for _, name := range t.groups() {
		runs = append(runs, t.group(name).runs()...)
	}
	slices.SortStableFunc(runs, func(a, b []*Row) int { return len(b) - len(a) })
	var said []string
	for _, r := range runs[:min(2, len(runs))] {
		first, last := r[0], r[len(r)-1]
		who := *first
		who.DateText = "" // the line has many
		said = append(said, c.Language.Say(direction(r), grouped(&who), clean(first.Value), clean(last.Value)))
	}
	return strings.Join(said, ". ")
}

// runs returns the rows that lines join without a break, two or more each; of one origin's lines the longest.
func (t *Trend) runs() [][]*Row {
	next := map[int]int{}
	for _, l := range t.Links() {
		next[l[0]] = l[1]
	}
	var runs [][]*Row
	for _, s := range t.Series() {
		var longest []*Row
		for _, i := range s.Rows {
			run := []*Row{&t.Rows[i]}
			for k, ok := next[i]; ok; k, ok = next[k] {
				run = append(run, &t.Rows[k])
			}
			if len(run) > len(longest) {
				longest = run
			}
		}
		if len(longest) > 1 {
			runs = append(runs, longest)
		}
	}
	return runs
}

// direction says, as a key of the word list, how the numbers of a line go.
func direction(run []*Row) string {
	rises, falls := false, false
	for i := range run[1:] {
		x, y := run[i].extent().mid(), run[i+1].extent().mid()
		rises, falls = rises || y > x, falls || y < x
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
