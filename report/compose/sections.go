package compose

import (
	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// sections writes the author's sections as written.
func (c *composer) sections(all []facts.Section) []doc.Block {
	var out []doc.Block
	for i := range all {
		s := &all[i]
		section := &doc.Section{At: c.place(s.Pointer), ID: c.anchor(s.ID), Marking: c.own(s.Marking)}
		section.Title, section.Heading = c.title(s.Title)
		around := c.around
		if section.Marking != "" {
			c.around = &s.Marking
		}
		for j := range s.Body {
			section.Blocks = append(section.Blocks, placed(c.place(s.Body[j].Pointer), c.block(&s.Body[j]))...)
		}
		section.Blocks = append(section.Blocks, c.sections(s.Sections)...)
		c.around = around
		out = append(out, section)
	}
	return out
}

func (c *composer) block(b *facts.Block) []doc.Block {
	switch {
	case b.Text != nil:
		return c.portion(c.prose(*b.Text), b.Marking)
	case b.Cells != nil:
		return []doc.Block{c.cells(b.Cells, b.Marking)}
	case b.Outcomes != nil:
		return c.outcomes(*b.Outcomes, b.Marking)
	case b.Image != nil:
		return []doc.Block{c.image(b.Image, b.Marking)}
	case b.Chart != nil:
		return []doc.Block{c.figure(b.Chart, b.Marking)}
	case b.Table != nil:
		return []doc.Block{c.table(b.Table, b.Marking)}
	case b.Judgements != nil:
		own := facts.Marking{}
		if b.Marked {
			own = b.Marking
		}
		return []doc.Block{c.judgements(*b.Judgements, own)}
	case b.Callout != nil:
		key := "doc.note"
		if b.Callout.Tone == claim.Caution {
			key = "doc.caution"
		}
		return []doc.Block{&doc.Callout{Caution: b.Callout.Tone == claim.Caution, Label: c.l.Say(key),
			Blocks: c.prose(b.Callout.Text), Marking: c.own(b.Marking)}}
	}
	return nil
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
