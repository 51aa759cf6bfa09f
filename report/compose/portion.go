package compose

import (
	"slices"

	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// mixed reports whether a part of the briefing is marked in another way than the whole: then each part says how it is.
func (c *composer) mixed() bool {
	mixed := !c.f.Briefing.Marking.Same(c.marking)
	c.f.EachMarking(func(what, _ string, m facts.Marking) {
		switch what {
		case "section", "block", "judgement", "fact", "source":
			mixed = mixed || !m.Same(c.marking)
		}
	})
	return mixed
}

// own returns the marking to show on a part: none where no part of the briefing differs from the whole, or where the section
// around it shows the same one and that is the whole's, or open.
func (c *composer) own(m facts.Marking) doc.Marking {
	said := c.around != nil && m.Same(*c.around) && (m.Open() || m.Same(c.marking))
	if !c.portioned || said {
		return ""
	}
	return doc.Marking(m.String())
}

// within leaves the markings of rows where one is not that of their table: then every row shows its own, for readers would
// take a bare one among them for unmarked. Where all are as the table is, it says so alone.
func within(rows []doc.Row, table facts.Marking) {
	if slices.ContainsFunc(rows, func(r doc.Row) bool { return r.Marking != doc.Marking(table.String()) }) {
		return
	}
	for i := range rows {
		rows[i].Marking = ""
	}
}

// part is the marking of a section, block or judgement: its own, or a higher one of what its texts and those facts tell.
func (c *composer) part(pointer string, own facts.Marking, told ...*facts.Fact) facts.Marking {
	all := slices.Clip(c.portions[pointer])
	for _, f := range told {
		all = append(all, evidence.Marked(c.f, f))
	}
	return evidence.Raised(own, all...)
}

// shows is the marking of a block that shows facts.
func (c *composer) shows(own facts.Marking, told []*facts.Fact) facts.Marking {
	return c.part("", own, told...)
}

// portion puts a block's marking on its paragraphs, those of its lists and quotes too, and on the rows of its tables.
func (c *composer) portion(blocks []doc.Block, m facts.Marking) []doc.Block {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			b.Marking = c.own(m)
		case *doc.List:
			for _, item := range b.Items {
				c.portion(item, m)
			}
		case *doc.Quote:
			c.portion(b.Blocks, m)
		case *doc.Table:
			for i := range b.Rows {
				b.Rows[i].Marking = c.own(m)
			}
		}
	}
	return blocks
}
