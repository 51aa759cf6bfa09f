package integrity

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
)

// ignoredKeys judges keys of figures that their kind cannot follow.
func (c *pass) ignoredKeys() {
	facts.EachBlock(c.f.Sections, func(b *facts.Block) {
		if b.Chart == nil {
			return
		}
		for _, g := range keysGiven(b.Chart) {
			switch {
			case !b.Chart.Kind.Follows(g):
				c.ignored(b, g, "a figure of kind "+quote(string(b.Chart.Kind))+" does not follow "+quote(string(g)))
			case g == claim.KeyGroup && b.Chart.Group == claim.GroupCategory && !c.haveCategory(b.Chart):
				c.ignored(b, g, "nothing that the figure shows has a category")
			}
		}
	})
}

func (c *pass) ignored(b *facts.Block, key claim.ChartKey, message string) {
	var kinds []string
	for _, k := range claim.ChartKinds() {
		if k.Follows(key) {
			kinds = append(kinds, string(k))
		}
	}
	c.warn("W524", b.Pointer+"/"+string(key), []string{b.Chart.ID}, message, "take it out; it has a meaning in "+strings.Join(kinds, ", "))
}

// keysGiven lists the keys of a figure that some kinds alone can follow.
func keysGiven(b *facts.Chart) []claim.ChartKey {
	var out []claim.ChartKey
	for _, k := range []struct {
		key claim.ChartKey
		is  bool
	}{{claim.KeySort, b.Sort != ""}, {claim.KeyLatest, b.Latest}, {claim.KeyGroup, b.Group != ""}, {claim.KeyScale, b.Scale != ""},
		{claim.KeyEvents, b.Events}} {
		if k.is {
			out = append(out, k.key)
		}
	}
	return out
}

// haveCategory reports whether something that a figure shows has a category.
func (c *pass) haveCategory(b *facts.Chart) bool {
	for _, x := range c.f.Select(b.Kind, b.Select) {
		if x.Category != "" {
			return true
		}
	}
	return false
}

// withoutRows judges tables that show nothing.
func (c *pass) withoutRows() {
	facts.EachBlock(c.f.Sections, func(b *facts.Block) {
		switch {
		case b.Cells != nil && len(b.Cells.Rows) == 0:
			c.warn("W525", b.Pointer+"/rows", []string{b.Cells.ID}, "the table has no row", "write its rows, or take it out")
		case b.Outcomes != nil && !c.settled(*b.Outcomes):
			c.warn("W525", b.Pointer+"/outcomes", *b.Outcomes, "no judgement that it shows has an outcome", `write "outcome" at the judgements, `+
				"or take the block out")
		}
	})
}

// settled reports whether one of the judgements of those ids has an outcome; of all, where there are none.
func (c *pass) settled(ids []string) bool {
	return slices.ContainsFunc(c.f.Judgements, func(j facts.Judgement) bool {
		return (len(ids) == 0 || slices.Contains(ids, j.ID)) && j.Outcome != nil
	})
}
