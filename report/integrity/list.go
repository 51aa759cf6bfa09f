package integrity

import (
	"strconv"

	"sitrep/report/facts"
	"sitrep/report/prose"
)

// listNumbers judges lists whose numbers do not rise by one.
func (c *pass) listNumbers() {
	for p := range c.f.Texts() {
		c.listsOf(&p, p.Blocks)
	}
}

func (c *pass) listsOf(p *facts.Passage, blocks []prose.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.Quote:
			c.listsOf(p, b.Blocks)
		case *prose.List:
			if !b.Rises() {
				line, col := c.f.LocateIn(p.Pointer, b.Off)
				at := 1
				for b.Numbers[at] == b.Numbers[at-1]+1 {
					at++
				}
				c.add(line, col, "W519", p.Pointer, []string{p.Owner},
					"a list goes from "+strconv.Itoa(b.Numbers[at-1])+" to "+strconv.Itoa(b.Numbers[at])+": its numbers are printed so",
					"number it anew; a line that is no item is made text by a backslash: 1961\\\\. …")
			}
			for _, item := range b.Items {
				c.listsOf(p, item)
			}
		}
	}
}
