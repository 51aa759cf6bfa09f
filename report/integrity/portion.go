package integrity

import (
	"strconv"
	"strings"

	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// portions judges whether what bears a marking of its own tells of something that is marked higher.
func (c *pass) portions() {
	named := evidence.Portions(c.f)
	judge := func(what, id, pointer string, own facts.Marking, told []facts.Marking) {
		if raised := evidence.Raised(own, told...); raised.Above(own) {
			c.warn("W523", pointer+"/marking", []string{id}, "the "+what+" is marked "+quote(own.String())+", and tells what is "+
				quote(raised.String()), "mark it so, or take out what it tells")
		}
	}
	facts.EachSection(c.f.Sections, func(s *facts.Section) {
		if s.Marked {
			judge("section", s.ID, s.Pointer, s.Marking, named[s.Pointer])
		}
	})
	facts.EachBlock(c.f.Sections, func(b *facts.Block) {
		if b.Marked {
			judge("block", blockID(b), b.Pointer, b.Marking, append(named[b.Pointer], c.shownMarks(b)...))
		}
	})
	for i := range c.f.Judgements {
		if at := "/judgements/" + strconv.Itoa(i); c.f.StringAt(at+"/marking") != "" {
			told := named[at]
			for _, id := range c.f.Judgements[i].Because {
				told = append(told, evidence.Marked(c.f, c.f.Fact(id)))
			}
			judge("judgement", c.f.Judgements[i].ID, at, c.f.Judgements[i].Marking, told)
		}
	}
	for i := range c.f.Facts {
		if at := c.f.FactKey(i, "marking"); c.f.StringAt(at) != "" {
			x := &c.f.Facts[i]
			judge("fact", x.ID, strings.TrimSuffix(at, "/marking"), x.Marking, []facts.Marking{evidence.Marked(c.f, x)})
		}
	}
}

// shownMarks are the markings of the facts that a figure or table shows.
func (c *pass) shownMarks(b *facts.Block) []facts.Marking {
	var chosen []*facts.Fact
	switch {
	case b.Chart != nil && !b.Chart.Latest:
		chosen = c.f.Select(b.Chart.Kind, b.Chart.Select)
	case b.Table != nil:
		chosen = c.f.Select("", b.Table.Select)
	}
	var out []facts.Marking
	for _, x := range chosen {
		out = append(out, evidence.Marked(c.f, x))
	}
	return out
}

// blockID is the id of a block; empty where it bears none.
func blockID(b *facts.Block) string {
	switch {
	case b.Chart != nil:
		return b.Chart.ID
	case b.Table != nil:
		return b.Table.ID
	}
	return ""
}
