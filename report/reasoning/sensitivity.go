package reasoning

import (
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// The search for the origins that a judgement hangs on gives up beyond sets of so many origins, and so many sets.
const (
	mostLost = 4
	mostSets = 20000
)

// Hangs returns every least set of origins in which information begins whose loss leaves the facts that speak for a
// judgement one independent line: all of one size, each in file order; nil where they are one line already, or where
// no set of four is enough.
//
// Facts that begin in one origin are one line, so that an origin's loss takes one line at most.
func Hangs(f *facts.File, lines *evidence.Lines, because []string) [][]string {
	side := evidence.Weigh(f, because).For
	_, n := lines.Of(side...)
	if n < 2 {
		return nil
	}
	var roots []string
	for i := range f.Origins {
		if slices.ContainsFunc(side, func(id string) bool { return slices.Contains(lines.Begins(id), f.Origins[i].ID) }) {
			roots = append(roots, f.Origins[i].ID)
		}
	}
	for size := n - 1; size <= min(mostLost, len(roots)) && choices(len(roots), size) <= mostSets; size++ {
		var sets [][]string
		choose(roots, size, nil, func(lost []string) {
			if left(lines, side, lost) == 1 {
				sets = append(sets, slices.Clone(lost))
			}
		})
		if sets != nil {
			return sets
		}
	}
	return nil
}

// AnyOf returns the origins of sets, in the order in which they first stand there, where the sets are all that there are
// of one size among them; else nil.
func AnyOf(sets [][]string) []string {
	var all []string
	for _, set := range sets {
		for _, id := range set {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	if len(sets) < 2 || choices(len(all), len(sets[0])) != len(sets) {
		return nil
	}
	return all
}

// choices returns how many sets of a size there are among n.
func choices(n, size int) int {
	c := 1
	for i := range size {
		c = c * (n - i) / (i + 1)
	}
	return c
}

// left counts the independent lines of the facts that do not begin in one of the lost
// origins.
func left(lines *evidence.Lines, side, lost []string) int {
	kept := slices.DeleteFunc(slices.Clone(side), func(id string) bool {
		return slices.ContainsFunc(lines.Begins(id), func(o string) bool { return slices.Contains(lost, o) })
	})
	_, n := lines.Of(kept...)
	return n
}

// choose calls try with every set of so many of a list, added to those chosen.
func choose(list []string, size int, chosen []string, try func([]string)) {
	if size == 0 {
		try(chosen)
		return
	}
	for i := range list {
		choose(list[i+1:], size-1, append(chosen, list[i]), try)
	}
}
