package diff

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/quantity"
)

// ParseShare reads a share: "10%" or "0.1".
func ParseShare(s string) (float64, bool) {
	number, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	v, err := strconv.ParseFloat(number, 64)
	if percent {
		v /= 100
	}
	return v, err == nil && v >= 0 && !math.IsInf(v, 0)
}

// Material leaves out the changes of values that are smaller than a share of the old
// value (0.1: a tenth), and what is told for their sake alone: a judgement that rests
// on such a fact, a text that writes it.
func (d *Diff) Material(share float64) {
	small := map[string]bool{}
	for i := range d.Facts {
		it := &d.Facts[i]
		it.Changes = slices.DeleteFunc(it.Changes, func(c Change) bool { return c.Field == "value" && c.within(share) })
		if len(it.Changes) == 0 && (it.Kind == Changed || it.Kind == Revised) {
			small[it.ID] = true
		}
	}
	keep := func(items []Item) []Item {
		return slices.DeleteFunc(items, func(it Item) bool { return small[it.ID] })
	}
	d.Facts = keep(d.Facts)
	reads := func(changes []Change) []Change {
		var out []Change
		for _, c := range changes {
			by := slices.DeleteFunc(slices.Clone(c.IDs), func(id string) bool { return small[id] })
			if c.Directions[0] != Reads || len(c.IDs) == 0 {
				out = append(out, c)
			} else if len(by) > 0 {
				c.IDs = by
				out = append(out, c)
			}
		}
		return orEmpty(out)
	}
	d.Briefing = reads(d.Briefing)
	for _, list := range []*[]Item{&d.Judgements, &d.Sections} {
		for i := range *list {
			it := &(*list)[i]
			it.Changes = reads(it.Changes)
			it.Facts = slices.DeleteFunc(it.Facts, func(id string) bool { return small[id] })
		}
		*list = slices.DeleteFunc(*list, func(it Item) bool {
			return (it.Kind == Changed || it.Kind == Affected) && len(it.Changes) == 0 && len(it.Facts) == 0
		})
	}
	d.Status = d.status()
}

// within reports whether every number of a change moved by less than a share of what
// it was, and none came or went.
func (c Change) within(share float64) bool {
	was := c.Comparable
	if was == nil || c.NewAmount == nil || was.Approx != c.NewAmount.Approx {
		return false
	}
	near := func(a, b *quantity.Number) bool {
		if a == nil || b == nil {
			return a == nil && b == nil
		}
		return a.Cmp(b) == 0 || math.Abs(b.Float()-a.Float()) < share*math.Abs(a.Float())
	}
	return near(was.Low, c.NewAmount.Low) && near(was.Best, c.NewAmount.Best) && near(was.High, c.NewAmount.High)
}
