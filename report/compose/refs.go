package compose

import (
	"strings"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/prose"
)

// label names the parts of the document that [#id] can refer to: figures and tables by
// their number, judgements too, sections by their title. Numbers are those that the
// parts get when they are written, in the same order.
func (c *composer) label() {
	c.labels = map[string]string{}
	figures, tables := 0, 0
	facts.EachSection(c.f.Sections, func(s *facts.Section) { c.labels[s.ID] = c.l.Quote(c.bare(s.Title)) })
	facts.EachBlock(c.f.Sections, func(b *facts.Block) {
		switch {
		case b.Chart != nil:
			figures++
			c.labels[b.Chart.ID] = c.l.Say("doc.figure", c.plain(figures))
		case b.Image != nil:
			figures++
			c.labels[b.Image.ID] = c.l.Say("doc.figure", c.plain(figures))
		default:
			if id, is := tableID(b); is {
				tables++
				c.labels[id] = c.l.Say("doc.table", c.plain(tables))
			}
			if b.Outcomes != nil && c.record(*b.Outcomes).Enough {
				figures++
			}
		}
	})
	for i := range c.f.Judgements {
		c.labels[c.f.Judgements[i].ID] = c.l.Say("judgement.number", c.plain(i+1))
	}
}

// bare writes a marked text as it reads, without its notes, before anything is counted.
func (c *composer) bare(t facts.Text) string {
	var b strings.Builder
	for _, n := range t.Inlines(c.tag) {
		switch n := n.(type) {
		case *prose.Text:
			b.WriteString(n.S)
		case *prose.Value:
			b.WriteString(c.w.Part(c.f.Fact(n.ID), claim.Part(n.Part)))
		}
	}
	return strings.TrimSpace(b.String())
}

// tableID returns the id that a block's table was given, and whether it is one.
func tableID(b *facts.Block) (string, bool) {
	switch {
	case b.Table != nil:
		return b.Table.ID, true
	case b.Cells != nil:
		return b.Cells.ID, true
	}
	return "", b.Outcomes != nil
}

// reference points to a part by its label.
func (c *composer) reference(id string) doc.Inline {
	return &doc.Reference{Anchor: id, Inlines: c.text(c.labels[id])}
}
