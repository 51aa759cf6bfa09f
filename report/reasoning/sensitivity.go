package reasoning

import (
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// most bounds how many origins a set of [Hangs] may have before the search gives up.
const most = 4

// Hangs returns the least set of origins in which information begins whose loss leaves
// the facts that speak for a judgement one independent line, in file order; nil where
// they are one line already, or where no set of four is enough.
func Hangs(f *facts.File, lines *evidence.Lines, because []string) []string {
	side := evidence.Weigh(f, because).For
	if _, n := lines.Of(side...); n < 2 {
		return nil
	}
	var roots []string
	for i := range f.Origins {
		if slices.ContainsFunc(side, func(id string) bool { return slices.Contains(lines.Begins(id), f.Origins[i].ID) }) {
			roots = append(roots, f.Origins[i].ID)
		}
	}
	for size := 1; size <= min(most, len(roots)); size++ {
		if set := choose(roots, size, nil, func(lost []string) bool { return left(lines, side, lost) == 1 }); set != nil {
			return set
		}
	}
	return nil
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

// choose returns the first set of so many of a list, added to those chosen, that fits.
func choose(list []string, size int, chosen []string, fits func([]string) bool) []string {
	if size == 0 {
		if fits(chosen) {
			return slices.Clone(chosen)
		}
		return nil
	}
	for i := range list {
		if set := choose(list[i+1:], size-1, append(chosen, list[i]), fits); set != nil {
			return set
		}
	}
	return nil
}
