package integrity

import (
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/evidence"
)

// namesakes judges records of one kind that bear one name: no figure can tell them apart but by their ids.
func (c *pass) namesakes() {
	told := map[string]bool{}
	for _, n := range c.f.Namesakes().Later {
		if told[n.At] { // in another language
			continue
		}
		told[n.At] = true
		c.warn("W518", n.At, []string{n.ID, n.Other}, "the "+n.Kind+" bears the name of "+quote(n.Other)+", "+quote(n.Name),
			"name them so that a reader can tell them apart, or make one of them; until then their ids stand behind the names")
	}
}

// repeatsReplaced judges estimates that repeat one of the same thing which another supersedes, and not that other.
func (c *pass) repeatsReplaced() {
	for i := range c.f.Facts {
		x := &c.f.Facts[i]
		if x.Type != claim.Estimate || !evidence.Current(c.f, x) {
			continue
		}
		for k, id := range x.DerivedFrom {
			old := c.f.Fact(id)
			by := c.successor(id)
			if by == "" || by == x.ID || !evidence.Rivals(x, old) || slices.ContainsFunc(evidence.Successors(c.f, id), func(n string) bool {
				return n == x.ID || slices.Contains(x.DerivedFrom, n)
			}) {
				continue
			}
			c.warn("W219", c.f.FactKey(i, "derived_from")+"/"+strconv.Itoa(k), []string{x.ID, id, by}, "this repeats "+quote(id)+", which "+
				quote(by)+" supersedes", "see whether the number still stands; a newer claim of this origin says what it supersedes")
		}
	}
}
